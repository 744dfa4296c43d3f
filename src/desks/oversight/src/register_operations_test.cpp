#include <gmock/gmock.h>

#include "collega/base/error.h"
#include "collega/identity/passwords.h"
#include "collega/ledger/ledger.h"
#include "collega/operations/proposals.h"
#include "collega/operations/run.h"
#include "collega/oversight/oversight.h"
#include "collega/people/people.h"
#include "collega/register/entry.h"
#include "collega/store_testing/store_test.h"

namespace collega::oversight {

struct GuessRequest {};
BOOST_DESCRIBE_STRUCT(GuessRequest, (), ())
struct GuessAnswer {
  std::string guess;
};
BOOST_DESCRIBE_STRUCT(GuessAnswer, (), (guess))

}  // namespace collega::oversight

namespace collega {

template <>
struct FieldTable<oversight::GuessRequest> {
  static constexpr std::array<Field, 0> rows{};
};
template <>
struct FieldTable<oversight::GuessAnswer> {
  static constexpr Field rows[] = {{.name = "guess", .meaning = {"gok", "guess"}}};
};

}  // namespace collega

namespace collega::oversight {
namespace {

using namespace std::chrono_literals;
using identity::Role;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr Moment kNow = std::chrono::sys_days{2026y / 11 / 23} + 8h;

operations::Operation guess() {
  operations::Operation row{.name = "hiring.guess",
                            .title = {"Gokken", "Guess"},
                            .purpose = {"Gokt wie past.", "Guesses who fits."},
                            .risk = {operations::Risk::high, "AI Act, Annex III 4(a)"},
                            .reads = {operations::Data::candidate_papers},
                            .may = {Role::recruiter},
                            .limits = {"Weet niets.", "Knows nothing."},
                            .stored = operations::Stored::reads};
  row.handler = operations::handler<GuessRequest, GuessAnswer>(
      [](const GuessRequest&, operations::Context&) -> Result<GuessAnswer> { return GuessAnswer{"Anna"}; });
  return row;
}

class RegisterOperationsTest : public store_testing::StoreTest {
 protected:
  void SetUp() override {
    std::vector<store::Migration> steps;
    for (const auto& part : {ledger::migrations(), people::migrations(), identity::migrations(), library::migrations(),
                             ai_register::migrations(), operations::migrations()}) {
      steps.insert(steps.end(), part.begin(), part.end());
    }
    store::Store& store = open(steps);
    records_.emplace(operations::Records{store, "server", [] { return kNow; }});
    std::vector<operations::Operation> rows = operations({people::holdings()});
    rows.push_back(guess());
    table_.emplace(std::move(rows));
    for (const char* login : {"petra", "quinten", "fg", "or", "rita"}) accounts_[login] = account(login);
  }

  identity::AccountId account(const std::string& login) {
    constexpr identity::Cost kQuick{.passes = 1, .memory = 8192};
    store::WriteTransaction write = records_->store.write().value();
    const identity::Invitation invited = identity::invite(write, {login, login, {}}, kNow - 24h).value();
    const auto password = identity::accept_password("zes ganzen in het gras", {}, kQuick).value();
    const identity::AccountId id = identity::use_code(write, invited.link.code.view(), password, kNow - 24h).value();
    EXPECT_TRUE(write.commit());
    return id;
  }

  Result<Json> run(const std::string& login, Role role, std::string_view name, const JsonObject& input = {}) {
    operations::Context context;
    context.language = Language::en;
    context.today = 2026y / 11 / 23;
    context.records = &*records_;
    context.asker = identity::nobody(context.today);
    context.asker.kind = identity::AskerKind::session;
    context.asker.stepped_up = true;
    context.asker.account = accounts_.at(login);
    context.asker.display = login;
    context.asker.roles = {role};
    return operations::run(*table_, name, input, context);
  }
  Result<Json> coordinate(const std::string& login, std::string_view name, const JsonObject& input = {}) {
    return run(login, Role::privacy_coordinator, name, input);
  }
  static std::string code(const Result<Json>& result) {
    return result ? "ok" : std::string{name_of(result.error().code)};
  }
  void complete_all() {
    for (const char* condition : {"data_protection_assessment", "works_council_consent", "notice",
                                  "fundamental_rights_assessment", "owner", "overseer"}) {
      JsonObject input{{"use", "hiring.guess"}, {"condition", condition}, {"reference", "zaak 114"}};
      if (std::string_view{condition}.starts_with("o")) input["who"] = "quinten";
      ASSERT_EQ(code(coordinate("petra", "register.complete", input)), "ok") << condition;
    }
  }
  std::string ask_for(std::string_view state) {
    const Json asked = coordinate("petra", "register.switch",
                                  {{"use", "hiring.guess"}, {"to", state}, {"reason", "proef met drie vacatures"}})
                           .value();
    return std::string{asked.at("switch").as_string()};
  }
  Json shown(const std::string& use = "hiring.guess") {
    return run("or", Role::works_council, "register.show", {{"use", use}}).value();
  }

  std::optional<operations::Records> records_;
  std::optional<operations::Table> table_;
  std::map<std::string, identity::AccountId> accounts_;
};
COLLEGA_ON_EVERY_STORE(RegisterOperationsTest);

TEST_P(RegisterOperationsTest, ListsEveryOperationWithWhatItStillLacksInPlainWords) {
  const Json all = coordinate("petra", "register.list").value();
  EXPECT_THAT(all.at("uses").as_array(), SizeIs(table_->rows().size()));
  const Json closed = coordinate("petra", "register.list", {{"closed", true}}).value();
  ASSERT_THAT(closed.at("uses").as_array(), SizeIs(1));
  const Json& use = closed.at("uses").at(0);
  EXPECT_EQ(use.at("use"), "hiring.guess");
  EXPECT_EQ(use.at("state"), "off");
  EXPECT_EQ(use.at("risk"), "high");
  EXPECT_EQ(use.at("may_run"), false);
  EXPECT_THAT(use.at("missing").as_array(), SizeIs(6));
  EXPECT_EQ(use.at("missing").at(2),
            "the consent of the works council: not recorded yet (Works Councils Act art. 27(1)(k), Works Councils Act "
            "art. 27(1)(l))");
}

TEST_P(RegisterOperationsTest, ListsByPages) {
  std::vector<std::string> names;
  JsonObject input{{"limit", 4}};
  while (true) {
    const Json page = coordinate("petra", "register.list", input).value();
    for (const Json& use : page.at("uses").as_array()) names.emplace_back(use.at("use").as_string());
    if (!page.as_object().contains("next")) break;
    input["after"] = page.at("next");
  }
  std::vector<std::string> all;
  for (const ai_register::Use& use : table_->uses()) all.emplace_back(use.name);
  EXPECT_EQ(names, all);
}

TEST_P(RegisterOperationsTest, LetsAUseRunOnceItIsCompleteAndTwoPersonsAgree) {
  const auto guessed = [&] { return code(run("rita", Role::recruiter, "hiring.guess")); };
  EXPECT_EQ(guessed(), "use_off");
  complete_all();
  const std::string id = ask_for("pilot");
  EXPECT_EQ(guessed(), "use_off");
  const JsonObject agree{{"switch", id}, {"opinion", "agree"}, {"reason", "gelezen en in orde"}};
  EXPECT_EQ(code(coordinate("petra", "register.confirm", agree)), "switch_own");
  EXPECT_EQ(code(run("fg", Role::data_protection_officer, "register.confirm", agree)), "not_allowed");
  EXPECT_EQ(coordinate("quinten", "register.confirm", agree).value().at("status"), "done");
  EXPECT_EQ(guessed(), "ok");
  const JsonObject taking{{"use", "hiring.guess"}, {"condition", "notice"}, {"reason", "bericht klopt niet"}};
  EXPECT_EQ(coordinate("petra", "register.take_back", taking).value().at("may_run"), false);
  EXPECT_EQ(guessed(), "use_lacks_conditions");
}

TEST_P(RegisterOperationsTest, ShowsOfAUseAllThatTheRegisterHolds) {
  complete_all();
  const std::string id = ask_for("pilot");
  ASSERT_EQ(code(run("fg", Role::data_protection_officer, "register.advise",
                     {{"use", "hiring.guess"}, {"text", "Bewaar de uitkomsten niet langer dan vier weken."}})),
            "ok");
  ASSERT_EQ(code(coordinate("petra", "register.review", {{"use", "hiring.guess"}, {"day", "2027-05-01"}})), "ok");
  const Json use = shown();
  EXPECT_EQ(use.at("reads").at(0), "CVs and letters of candidates");
  EXPECT_EQ(use.at("may").at(0), "recruiter");
  EXPECT_THAT(use.at("conditions").as_array(), SizeIs(6));
  EXPECT_EQ(use.at("conditions").at(0).at("who"), "quinten");
  EXPECT_EQ(use.at("conditions").at(0).at("recorded_by"), "petra");
  EXPECT_EQ(use.at("conditions").at(0).at("met"), true);
  EXPECT_EQ(use.at("waiting").at("switch"), id.c_str());
  EXPECT_EQ(use.at("waiting").at("asked_by"), "petra");
  EXPECT_EQ(use.at("waiting").at("waits_until"), "2026-12-07T08:00:00.000Z");
  EXPECT_EQ(use.at("advice").at(0).at("by"), "fg");
  EXPECT_EQ(use.at("review"), "2027-05-01");
  EXPECT_EQ(use.at("review_due"), false);
  EXPECT_THAT(to_text(use.at("law")), HasSubstr(R"("applies":"2027-12-02","was":"2026-08-02")"));
  EXPECT_EQ(code(coordinate("petra", "register.show", {{"use", "hiring.nothing"}})), "unknown_use");
}

TEST_P(RegisterOperationsTest, ShowsWhatWaitsAndLetsItBeRefusedOrTakenBack) {
  complete_all();
  const auto waiting = [&] { return coordinate("quinten", "register.waiting").value().at("switches").as_array(); };
  const std::string first = ask_for("pilot");
  ASSERT_THAT(waiting(), SizeIs(1));
  EXPECT_EQ(code(coordinate("quinten", "register.confirm",
                            {{"switch", first}, {"opinion", "refuse"}, {"reason", "eerst de raad"}})),
            "ok");
  EXPECT_THAT(waiting(), IsEmpty());
  const std::string second = ask_for("pilot");
  EXPECT_EQ(code(coordinate("petra", "register.withdraw", {{"switch", second}, {"reason", "toch niet"}})), "ok");
  const Json use = shown();
  EXPECT_EQ(use.at("switches").at(0).at("status"), "withdrawn");
  EXPECT_EQ(use.at("switches").at(1).at("decided_reason"), "eerst de raad");
}

TEST_P(RegisterOperationsTest, ExportsForTheAlgorithmRegisterOnceTheOrganisationIsNamed) {
  const auto exported = [&] { return coordinate("petra", "register.export", {{"use", "hiring.guess"}}); };
  EXPECT_EQ(code(exported()), "missing_member");
  const Json said =
      coordinate("petra", "register.organisation", {{"name", "De Linde"}, {"contact", "ai@delinde.example"}}).value();
  EXPECT_EQ(said.at("public"), true);
  EXPECT_EQ(exported().value().at("entry").at("organization"), "De Linde");
  EXPECT_EQ(code(coordinate("petra", "register.organisation", {{"public", false}})), "reason_missing");
  EXPECT_EQ(to_text(run("or", Role::works_council, "register.show_organisation").value()),
            R"({"name":"De Linde","contact":"ai@delinde.example","public":true})");
}

TEST_P(RegisterOperationsTest, LetsWhoSeesTheRegisterChangeNothingInIt) {
  for (const Role role : {Role::administrator, Role::works_council, Role::hr_adviser, Role::data_protection_officer}) {
    EXPECT_EQ(code(run("or", role, "register.list")), "ok") << name_of(role);
    for (const operations::Operation& row : table_->rows()) {
      const bool is_advice = row.name == "register.advise";
      if (!row.name.starts_with("register.") || row.effect == operations::Effect::reads) continue;
      if (is_advice && role == Role::data_protection_officer) continue;
      EXPECT_EQ(code(run("or", role, row.name)), "not_allowed") << row.name << ' ' << name_of(role);
    }
  }
  EXPECT_EQ(code(run("rita", Role::recruiter, "register.list")), "not_allowed");
  EXPECT_EQ(code(coordinate("petra", "register.advise", {{"use", "hiring.guess"}, {"text", "Goed."}})), "not_allowed");
}

TEST_P(RegisterOperationsTest, LeavesASettingInTheLedgerForEachChange) {
  complete_all();
  ask_for("pilot");
  store::ReadTransaction read = records_->store.read().value();
  const ledger::Page page = ledger::page(read, {.kind = ledger::Kind::setting}, "", 50).value();
  ASSERT_THAT(page.entries, SizeIs(7));
  EXPECT_EQ(page.entries[0].operation, "register.switch");
  EXPECT_EQ(page.entries[0].details.at("use"), "hiring.guess");
  EXPECT_EQ(page.entries[0].details.at("status"), "waiting");
}

TEST_P(RegisterOperationsTest, NamesInTheLedgerWhoDidSomethingAndFindsThemByLogin) {
  complete_all();
  ask_for("pilot");
  const auto settings_of = [&](const std::string& actor) {
    const JsonObject asked{{"actor", actor}, {"kind", "setting"}, {"limit", 2}};
    return coordinate("petra", "oversight.search_ledger", asked).value();
  };
  const Json of_petra = settings_of("petra");
  const std::string number = to_string(accounts_["petra"]);
  ASSERT_THAT(of_petra.at("entries").as_array(), SizeIs(2));
  EXPECT_EQ(of_petra.at("entries").at(0).at("actor").as_string(), number);
  ASSERT_THAT(of_petra.at("actors").as_array(), SizeIs(1));
  EXPECT_EQ(of_petra.at("actors").at(0).at("actor").as_string(), number);
  EXPECT_FALSE(of_petra.at("actors").at(0).at("display").as_string().empty());
  EXPECT_EQ(settings_of(number), of_petra);
  EXPECT_THAT(settings_of("nobody").at("entries").as_array(), IsEmpty());
}

TEST(RegisterWords, HaveAWordForEveryKindOfDataThatAnOperationMayRead) {
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<operations::Data>>(
      [](auto data) { EXPECT_NE(ai_register::data_in_words(data.name, Language::nl), data.name); });
}

}  // namespace
}  // namespace collega::oversight
