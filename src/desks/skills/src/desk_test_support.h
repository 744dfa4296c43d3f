#pragma once

// A small organisation: a unit with a manager and two employees, another unit, an adviser and a recruiter.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "collega/base/error.h"
#include "collega/identity/passwords.h"
#include "collega/ledger/ledger.h"
#include "collega/operations/own_operations.h"
#include "collega/operations/proposals.h"
#include "collega/operations/run.h"
#include "collega/people/people.h"
#include "collega/register/switching.h"
#include "collega/skills_desk/skills_desk.h"
#include "collega/store_testing/store_test.h"

namespace collega::skills_desk::testing_support {

using namespace std::chrono_literals;
using identity::Role;

constexpr Date kDay{2026y / 11 / 23};
constexpr Moment kNoon = std::chrono::sys_days{2026y / 11 / 23} + 12h;

inline const skills::Taxonomy& seed() {
  static const skills::Taxonomy taxonomy = skills::seed_taxonomy().value();
  return taxonomy;
}

class DeskTest : public store_testing::StoreTest {
 protected:
  void SetUp() override {
    std::vector<store::Migration> steps = ledger::migrations();
    for (const auto& part : {people::migrations(), identity::migrations(), library::migrations(),
                             ai_register::migrations(), operations::migrations(), migrations()}) {
      steps.insert(steps.end(), part.begin(), part.end());
    }
    records_.emplace(operations::Records{open(steps), "server", [this] { return now_; }});
    std::vector<operations::Operation> rows = operations::own_operations();
    for (auto& row : skills_desk::operations(tools())) rows.push_back(std::move(row));
    table_.emplace(std::move(rows));
    organise();
  }

  /// As main hands them over: the finder made anew when the own names changed.
  Tools tools() {
    return {.taxonomy = []() -> Result<std::shared_ptr<const skills::Taxonomy>> {
              return std::shared_ptr<const skills::Taxonomy>{std::shared_ptr<void>{}, &seed()};
            },
            .finder = [this]() -> Result<std::shared_ptr<const skills::MentionFinder>> {
              store::ReadTransaction read = TRY(records_->store.read());
              const std::int64_t revision = TRY(own_names_revision(read));
              if (!finder_ || revision != revision_) {
                taxonomies_.push_back(std::make_unique<skills::Taxonomy>(
                    TRY(skills::extended(seed(), skills::sound_part(seed(), TRY(own_names(read)))))));
                finder_ = std::make_shared<const skills::MentionFinder>(*taxonomies_.back());
                revision_ = revision;
              }
              return finder_;
            },
            .reader = [this]() -> documents::Reader& { return reader_; }};
  }

  void organise() {
    store::WriteTransaction write = records_->store.write().value();
    care_ = people::put_unit(write, {"Z", "Zorg"}, 2020y / 1 / 1).value().id;
    const people::UnitId tech = people::put_unit(write, {"T", "Techniek"}, 2020y / 1 / 1).value().id;
    const auto hire = [&](const std::string& number, const std::string& name, people::UnitId unit) {
      const auto person =
          people::put_person(write, {.personnel_number = number, .name = {name, "", "", "Bos"}}).value().id;
      EXPECT_TRUE(people::put_contract(write, {person, "1", people::ContractKind::permanent, 2020y / 1 / 1},
                                       {.minutes_per_week = 1440, .function = "medewerker", .unit = unit},
                                       2020y / 1 / 1));
      return person;
    };
    boss_ = hire("1001", "Mira", care_);
    anna_ = hire("1002", "Anna", care_);
    bilal_ = hire("1003", "Bilal", tech);
    EXPECT_TRUE(people::assign_role(write, {.person = boss_, .of_unit = care_, .begin = 2020y / 1 / 1}));
    adviser_ = account(write, "olga", Role::hr_adviser);
    EXPECT_TRUE(write.commit());
  }

  static identity::AccountId account(store::WriteTransaction& write, const std::string& login, Role role) {
    constexpr identity::Cost kQuick{.passes = 1, .memory = 8192};
    const auto invited = identity::invite(write, {login, login, {}}, kNoon - 24h).value();
    const auto password = identity::accept_password("zes ganzen in het gras", {}, kQuick).value();
    const auto id = identity::use_code(write, invited.link.code.view(), password, kNoon - 24h).value();
    identity::RoleGrant grant;
    grant.account = id;
    grant.role = role;
    grant.from = 2020y / 1 / 1;
    EXPECT_TRUE(identity::give_role(write, grant));
    return id;
  }

  static identity::Asker session(std::int64_t account, std::set<Role> roles,
                                 std::optional<people::PersonId> person = {}) {
    identity::Asker asker = identity::nobody(kDay);
    asker.kind = identity::AskerKind::session;
    asker.account = identity::AccountId{account};
    asker.roles = std::move(roles);
    asker.person = person;
    asker.today = kDay;
    return asker;
  }
  identity::Asker adviser() { return session(adviser_.number, {Role::hr_adviser}); }
  identity::Asker boss() { return session(901, {Role::employee, Role::manager}, boss_); }
  identity::Asker anna() { return session(902, {Role::employee}, anna_); }
  identity::Asker bilal() { return session(903, {Role::employee}, bilal_); }
  identity::Asker coordinator() { return session(802, {Role::privacy_coordinator}); }

  Result<Json> ask(const identity::Asker& asker, std::string_view name, const JsonObject& input,
                   Language language = Language::nl) {
    operations::Context context;
    context.asker = asker;
    context.today = kDay;
    context.language = language;
    context.records = &*records_;
    return operations::run(*table_, name, input, context);
  }
  Json done(const identity::Asker& asker, std::string_view name, const JsonObject& input,
            Language language = Language::nl) {
    const Result<Json> answer = ask(asker, name, input, language);
    if (!answer) {
      throw std::runtime_error(std::string{name} + ": " + describe(answer.error(), Language::en) + " " +
                               answer.error().where + " " + answer.error().detail);
    }
    return answer.value();
  }
  ErrorCode code(const identity::Asker& asker, std::string_view name, const JsonObject& input) {
    const Result<Json> answer = ask(asker, name, input);
    return answer ? ErrorCode::internal : answer.error().code;
  }

  /// As the register asks for a use of limited risk.
  void switch_on(std::string_view operation) {
    using namespace ai_register;
    store::WriteTransaction write = records_->store.write().value();
    const Use& use = table_->use_of(*table_->find(operation).value());
    for (const Condition condition : conditions_of(use.risk, true)) {
      Proof proof{.condition = condition, .date = 2026y / 11 / 1, .reference = "zaak 2026-114"};
      if (names_somebody(condition)) proof.account = adviser_;
      ASSERT_TRUE(complete(write, use, proof, coordinator(), kNoon));
    }
    ASSERT_TRUE(switch_use(write, use, State::pilot, "nodig", coordinator(), kNoon, Language::nl));
    ASSERT_TRUE(write.commit());
  }
  std::string file(const std::string& name, std::string_view bytes) {
    const auto place = folder() / "in" / name;
    std::filesystem::create_directories(place.parent_path());
    std::ofstream{place, std::ios::binary} << bytes;
    return place.string();
  }

  Moment now_ = kNoon;
  std::optional<operations::Records> records_;
  documents::Reader reader_;
  std::vector<std::unique_ptr<skills::Taxonomy>> taxonomies_;
  std::shared_ptr<const skills::MentionFinder> finder_;
  std::int64_t revision_ = 0;
  std::optional<operations::Table> table_;
  people::UnitId care_;
  people::PersonId boss_, anna_, bilal_;
  identity::AccountId adviser_;
};

inline std::string text(const Json& json, const char* member) { return std::string{json.at(member).as_string()}; }

inline std::vector<std::string> texts_in(const Json& list, const char* member) {
  std::vector<std::string> all;
  for (const Json& one : list.as_array()) all.push_back(text(one, member));
  return all;
}

}  // namespace collega::skills_desk::testing_support
