#include "rules.h"

#include <gmock/gmock.h>

namespace collega::gateway {
namespace {

KnownProvider provider(std::string name, std::vector<DataClass> takes, bool is_local) {
  KnownProvider one;
  one.content.name = std::move(name);
  one.content.url = is_local ? "http://10.0.0.5/v1" : "https://models.example/v1";
  one.content.is_local = is_local;
  one.content.takes = std::move(takes);
  one.content.models = {{.name = "groot"}};
  if (!is_local) one.content.contract_on = one.content.transfer_on = Date{};
  return one;
}

std::string names(const Rules& rules, const Policy& policy, DataClass data, std::string_view model = "groot") {
  const auto found = providers_for(rules, policy, model, ModelKind::chat, data);
  if (!found) return found.error().code == ErrorCode::unknown_model ? "unknown" : "none";
  std::string all;
  for (const KnownProvider* one : found.value()) all += one->content.name + " ";
  return all;
}

TEST(Rules, DataGoesWhereItMayInTheOrderOfProviders) {
  Rules rules;
  rules.providers = {provider("ver", {DataClass::open, DataClass::personal, DataClass::special}, false),
                     provider("eigen", {DataClass::open, DataClass::special}, true)};
  const Policy policy;
  EXPECT_EQ(names(rules, policy, DataClass::open), "ver eigen ");
  EXPECT_EQ(names(rules, policy, DataClass::personal), "ver ");
  EXPECT_EQ(names(rules, policy, DataClass::special), "eigen ");  // stays here, whatever the other takes
  EXPECT_EQ(names(rules, policy, DataClass::speech), "none");
  EXPECT_EQ(names(rules, policy, DataClass::open, "klein"), "unknown");
  rules.providers[0].content.transfer_on.reset();
  EXPECT_EQ(names(rules, policy, DataClass::open), "eigen ");
  rules.providers[1].content.is_on = false;
  EXPECT_EQ(names(rules, policy, DataClass::open), "none");
}

TEST(Rules, APurposeThatNobodySetIsNone) {
  const Rules rules;
  EXPECT_EQ(rules.policy_for("")->purpose, kGeneral);
  EXPECT_EQ(rules.policy_for("vacatures").error().where, "purpose");
}

TEST(Rules, AnAddressElsewhereIsEncrypted) {
  for (const std::string_view url :
       {"http://models.example/v1", "ftp://models.example", "https://", "https://models.example/v1/",
        "http://localhost.example/v1", "https://user@models.example/v1", "models.example/v1"}) {
    KnownProvider one = provider("ver", {}, false);
    one.content.url = url;
    EXPECT_EQ(check(one.content).error().where, "url") << url;
  }
  EXPECT_TRUE(check(provider("ver", {}, false).content));
  EXPECT_TRUE(check(provider("eigen", {}, true).content));
}

TEST(Rules, OnlyWhatHasSomethingBroaderIsGeneralised) {
  Policy policy{.purpose = "vacatures"};
  policy.kinds = {{privacy::Kind::DATE_OF_BIRTH, privacy::Treatment::generalise}};
  EXPECT_TRUE(check(policy));
  policy.kinds = {{privacy::Kind::PERSON, privacy::Treatment::generalise}};
  EXPECT_FALSE(check(policy));
  policy = {.purpose = "Van Anna"};
  EXPECT_FALSE(check(policy));
}

}  // namespace
}  // namespace collega::gateway
