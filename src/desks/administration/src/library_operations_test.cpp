// Documents through their operations: whoever asks sees what they may read, and nothing tells them of the rest.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "collega/administration/administration.h"
#include "collega/base/error.h"
#include "collega/identity/roles.h"
#include "collega/ledger/ledger.h"
#include "collega/library/documents.h"
#include "collega/operations/proposals.h"
#include "collega/operations/run.h"
#include "collega/people/people.h"
#include "collega/register/entry.h"
#include "collega/store_testing/store_test.h"

namespace collega::administration {
namespace {

using namespace std::chrono_literals;
using identity::Role;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr Date kDay{2026y / 11 / 22};

class LibraryOperationsTest : public store_testing::StoreTest {
 protected:
  void SetUp() override {
    std::vector<store::Migration> steps = ledger::migrations();
    for (const auto& own : {people::migrations(), identity::migrations(), library::migrations(),
                            ai_register::migrations(), operations::migrations()}) {
      steps.insert(steps.end(), own.begin(), own.end());
    }
    records_.emplace(operations::Records{open(steps), "local", [] { return Moment{1'800'000'000'000ms}; }});
    store::WriteTransaction write = records_->store.write().value();
    care_ = people::put_unit(write, {"Z", "Zorg"}, 2020y / 1 / 1).value().id;
    tech_ = people::put_unit(write, {"T", "Techniek"}, 2020y / 1 / 1).value().id;
    anna_ = hire(write, "1001", "Anna", care_);
    daan_ = hire(write, "1002", "Daan", tech_);
    ASSERT_TRUE(write.commit());
  }
  static people::PersonId hire(store::WriteTransaction& write, const std::string& number, const std::string& name,
                               people::UnitId unit) {
    const auto person =
        people::put_person(write, {.personnel_number = number, .name = {name, "", "", "Wit"}}).value().id;
    EXPECT_TRUE(people::put_contract(write, {person, "1", people::ContractKind::permanent, 2020y / 1 / 1},
                                     {.minutes_per_week = 1440, .function = "medewerker", .unit = unit},
                                     2020y / 1 / 1));
    return person;
  }

  static identity::Asker session(identity::Roles roles, std::optional<people::PersonId> person = {}) {
    identity::Asker asker = identity::nobody(kDay);
    asker.kind = identity::AskerKind::session;
    asker.roles = std::move(roles);
    asker.person = person;
    asker.account = identity::AccountId{7};
    return asker;
  }
  identity::Asker employee(people::PersonId person) { return session({Role::employee}, person); }
  identity::Asker adviser_of(people::UnitId unit) {
    store::WriteTransaction write = records_->store.write().value();
    identity::Asker asker = session({Role::hr_adviser});
    asker.account = identity::invite(write, {"adviseur", "Adviseur", {}}, records_->clock()).value().account;
    identity::RoleGrant grant;
    grant.account = asker.account;
    grant.role = Role::hr_adviser;
    grant.unit = unit;
    grant.from = 2020y / 1 / 1;
    EXPECT_TRUE(identity::give_role(write, grant));
    EXPECT_TRUE(write.commit());
    return asker;
  }

  Result<Json> ask(const identity::Asker& asker, std::string_view name, const JsonObject& input) {
    operations::Context context;
    context.asker = asker;
    context.today = kDay;
    context.records = &*records_;
    return operations::run(table_, name, input, context);
  }
  Result<Json> ask(std::string_view name, const JsonObject& input) {
    return ask(identity::local_operator(kDay), name, input);
  }

  std::string file(const std::string& name, const std::string& text) {
    const std::string path = (folder() / name).string();
    std::ofstream{path, std::ios::binary} << text;
    return path;
  }
  Json add(const JsonObject& input) {
    const Result<Json> answer = ask("library.add", input);
    EXPECT_TRUE(answer) << describe(answer.error(), Language::en) << ' ' << answer.error().where;
    return answer.value();
  }
  /// A handbook with one version, for `readers`.
  Json handbook(JsonObject readers) {
    readers["file"] = file("handboek.md", "# Handboek\n\nDe verlofdagen zijn 25.\n");
    readers["from"] = "2026-01-01";
    return add(readers).at("document");
  }
  std::vector<std::string> titles(const identity::Asker& asker, const JsonObject& input = {}) {
    const Json list = ask(asker, "library.list", input).value();
    std::vector<std::string> found;
    for (const Json& one : list.at("documents").as_array()) {
      found.push_back(std::string{one.at("title").as_string()} + (one.at("readable").as_bool() ? "" : "*"));
    }
    return found;
  }

  std::optional<operations::Records> records_;
  documents::Reader reader_;
  operations::Table table_{
      operations({[this]() -> documents::Reader& { return reader_; }, {}, {}, {}, [] { return Moment{}; }})};
  people::UnitId care_, tech_;
  people::PersonId anna_, daan_;
};
COLLEGA_ON_EVERY_STORE(LibraryOperationsTest);

TEST_P(LibraryOperationsTest, AnswerTheTextAsItWasInForceOnADay) {
  const Json document = handbook({{"everybody", true}});
  const Json second = add(
      {{"file", file("handboek-2.md", "De verlofdagen zijn 27.\n")}, {"document", document}, {"from", "2026-07-01"}});
  EXPECT_EQ(second.at("number"), 2);
  EXPECT_EQ(second.at("title"), "handboek");
  EXPECT_EQ(second.at("readers").at("everybody"), true);
  const auto read = [&](const char* day) { return ask("library.read", {{"document", document}, {"as_of", day}}); };
  EXPECT_THAT(std::string{read("2026-06-30")->at("text").as_string()}, HasSubstr("25"));
  EXPECT_EQ(read("2026-06-30")->at("last_day"), "2026-06-30");
  EXPECT_THAT(std::string{read("2026-07-01")->at("text").as_string()}, HasSubstr("27"));
  EXPECT_EQ(read("2025-12-31").error(), (Error{ErrorCode::unknown_version, "2025-12-31"}));
  EXPECT_EQ(ask("library.read", {{"document", document}, {"number", 1}})->at("file_name"), "handboek.md");
  EXPECT_THAT(ask("library.versions", {{"document", document}})->at("versions").as_array(), SizeIs(2));
}

TEST_P(LibraryOperationsTest, SaveTheFileAsItCame) {
  const Json document = handbook({{"everybody", true}});
  const std::string to = (folder() / "terug.md").string();
  EXPECT_EQ(ask("library.read", {{"document", document}, {"file", to}})->at("file"), Json(to));
  std::ostringstream saved;
  saved << std::ifstream{to}.rdbuf();
  EXPECT_EQ(saved.str(), "# Handboek\n\nDe verlofdagen zijn 25.\n");
}

TEST_P(LibraryOperationsTest, KeepAFileInWhichThereIsNoTextAndSaySo) {
  const Json added = add({{"file", file("rooster.bin", std::string{"\x01\x02\x03", 3})}, {"everybody", true}});
  EXPECT_EQ(added.at("has_text"), false);
  EXPECT_THAT(added.at("reminders").as_array(), SizeIs(1));
  const Json read = ask("library.read", {{"document", added.at("document")}}).value();
  EXPECT_FALSE(read.as_object().contains("text"));
  EXPECT_TRUE(read.as_object().contains("reminder"));
  EXPECT_EQ(ask("library.add", {{"file", file("leeg.md", "")}}).error().code, ErrorCode::document_empty);
  EXPECT_EQ(ask("library.add", {{"file", "nergens.md"}}).error().code, ErrorCode::file_not_found);
}

TEST_P(LibraryOperationsTest, TellNothingToWhoMayNotRead) {
  const Json document = handbook({{"units", JsonArray{"Z"}}, {"roles", JsonArray{"works_council"}}});
  const Error unknown{ErrorCode::unknown_document, std::string{document.as_string()}};
  EXPECT_EQ(ask(employee(daan_), "library.read", {{"document", document}}).error(), unknown);
  EXPECT_EQ(ask(employee(daan_), "library.versions", {{"document", document}}).error(), unknown);
  EXPECT_THAT(titles(employee(daan_)), IsEmpty());
  EXPECT_TRUE(ask(employee(anna_), "library.read", {{"document", document}}));
  EXPECT_THAT(titles(employee(anna_)), ElementsAre("handboek"));
  EXPECT_THAT(titles(session({Role::works_council})), ElementsAre("handboek"));
}

TEST_P(LibraryOperationsTest, ShowTheOperatorWhatTheyKeepAndNotWhatItSays) {
  const Json document = handbook({{"roles", JsonArray{"payroll"}}});
  EXPECT_THAT(titles(identity::local_operator(kDay)), ElementsAre("handboek*"));
  EXPECT_EQ(ask("library.read", {{"document", document}}).error().code, ErrorCode::unknown_document);
  ASSERT_TRUE(ask("library.readers", {{"document", document}, {"everybody", true}}));
  EXPECT_TRUE(ask("library.read", {{"document", document}}));
}

TEST_P(LibraryOperationsTest, SetReadersAndShowThem) {
  const Json document = handbook({});
  const auto readers = [&](JsonObject input) {
    input["document"] = document;
    return to_text(ask("library.readers", input).value().at("readers"));
  };
  const std::string some =
      readers({{"roles", JsonArray{"payroll"}}, {"units", JsonArray{"T"}}, {"people", JsonArray{"1001"}}});
  EXPECT_EQ(some, R"({"everybody":false,"roles":["payroll"],"units":["T"],"people":["1001"]})");
  EXPECT_EQ(readers({}), some) << "without names nothing changes";
  EXPECT_EQ(readers({{"nobody", true}}), R"({"everybody":false,"roles":[],"units":[],"people":[]})");
  EXPECT_EQ(ask("library.readers", {{"document", document}, {"units", JsonArray{"X"}}}).error(),
            (Error{ErrorCode::unknown_unit, "X"}));
}

TEST_P(LibraryOperationsTest, HoldAPaperAboutAPersonForThatPersonAndThoseNamed) {
  const JsonObject paper{{"file", file("brief anna de wit.md", "Geachte Anna")},
                         {"kind", "personnel"},
                         {"person", "1001"},
                         {"roles", JsonArray{"hr_adviser"}}};
  EXPECT_EQ(ask("library.add", paper).error(), (Error{ErrorCode::missing_member, "title"}));
  JsonObject titled = paper;
  titled["title"] = "Brief";
  const Json document = add(titled).at("document");
  EXPECT_THAT(titles(employee(anna_), {{"person", "1001"}}), ElementsAre("Brief"));
  EXPECT_TRUE(ask(employee(anna_), "library.read", {{"document", document}}));
  EXPECT_EQ(ask(employee(daan_), "library.list", {{"person", "1001"}}).error(),
            (Error{ErrorCode::unknown_person, "1001"}));
  EXPECT_TRUE(ask(adviser_of(care_), "library.read", {{"document", document}}));
  store::ReadTransaction read = records_->store.read().value();
  EXPECT_THAT(ledger::page(read, {.person = anna_.number, .operation = "library.add"}, "", 10).value().entries,
              SizeIs(1));
  EXPECT_THAT(ledger::page(read, {.person = anna_.number, .operation = "library.read"}, "", 10).value().entries,
              SizeIs(2));
}

TEST_P(LibraryOperationsTest, LetAColleagueReadAPaperAboutAnotherInWhichTheyAreNamed) {
  const Json document = add({{"file", file("verslag.md", "Verslag")},
                             {"title", "Verslag"},
                             {"person", "1001"},
                             {"people", JsonArray{"1002"}}})
                            .at("document");
  EXPECT_TRUE(ask(employee(daan_), "library.read", {{"document", document}}));
  EXPECT_THAT(titles(employee(daan_), {{"person", "1001"}}), ElementsAre("Verslag"));
}

TEST_P(LibraryOperationsTest, LetAnAdviserAddWithinTheirPart) {
  const identity::Asker adviser = adviser_of(care_);
  const std::string text = file("protocol.md", "Protocol");
  const auto add_for = [&](JsonObject input) {
    input["file"] = text;
    input["title"] = "Protocol";
    const Result<Json> answer = ask(adviser, "library.add", input);
    return answer ? std::string{"added"} : std::string{name_of(answer.error().code)};
  };
  EXPECT_EQ(add_for({{"unit", "Z"}, {"units", JsonArray{"Z"}}}), "added");
  EXPECT_EQ(add_for({{"unit", "T"}}), "unknown_unit");
  EXPECT_EQ(add_for({}), "not_allowed");
  EXPECT_EQ(add_for({{"person", "1002"}}), "unknown_person");
  EXPECT_EQ(ask(employee(anna_), "library.add", {{"file", text}}).error().code, ErrorCode::not_allowed);
}

TEST_P(LibraryOperationsTest, TakeADocumentAwayForWhoKeepsIt) {
  const Json document = handbook({{"everybody", true}});
  const identity::Asker adviser = adviser_of(care_);
  EXPECT_EQ(ask(adviser, "library.remove", {{"document", document}}).error().code, ErrorCode::unknown_document)
      << "of the whole organisation";
  EXPECT_EQ(ask(session({Role::administrator}), "library.remove", {{"document", document}})->at("title"), "handboek");
  EXPECT_EQ(ask("library.remove", {{"document", document}}).error().code, ErrorCode::unknown_document);
  EXPECT_THAT(titles(identity::local_operator(kDay)), IsEmpty());
}

TEST_P(LibraryOperationsTest, RefuseANewVersionThatSaysWhatItsDocumentIs) {
  const Json document = handbook({{"everybody", true}});
  EXPECT_EQ(ask("library.add", {{"file", file("a.md", "a")}, {"document", document}, {"title", "Anders"}}).error(),
            (Error{ErrorCode::bad_call, "document, title"}));
  EXPECT_EQ(
      ask("library.add", {{"file", file("a.md", "a")}, {"document", document}, {"from", "2026-01-01"}}).error().code,
      ErrorCode::version_overlaps);
}

TEST_P(LibraryOperationsTest, StandInTheLedgerWithWhatTheyChanged) {
  const Json document = handbook({{"everybody", true}});
  store::ReadTransaction read = records_->store.read().value();
  const auto entries = ledger::page(read, {.operation = "library.add"}, "", 10).value().entries;
  ASSERT_THAT(entries, SizeIs(2));  // what was added, in its own transaction, and that somebody asked for it
  EXPECT_EQ(entries.back().details.at("document"), document);
  EXPECT_EQ(entries.back().actor, ledger::kLocalOperator);
}

}  // namespace
}  // namespace collega::administration
