#pragma once

// A small organisation with a hiring desk: two units, two recruiters (one of them for one unit), a hiring manager, a
// data protection officer; a vacancy, and papers as applicants write them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "collega/base/error.h"
#include "collega/base/utf8.h"
#include "collega/hiring/hiring.h"
#include "collega/identity/passwords.h"
#include "collega/ledger/ledger.h"
#include "collega/operations/own_operations.h"
#include "collega/operations/proposals.h"
#include "collega/operations/run.h"
#include "collega/people/people.h"
#include "collega/register/switching.h"
#include "collega/store_testing/store_test.h"

namespace collega::hiring::testing_support {

using namespace std::chrono_literals;
using identity::Role;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

constexpr Date kDay{2026y / 11 / 23};
constexpr Moment kNoon = std::chrono::sys_days{2026y / 11 / 23} + 12h;

constexpr const char* kNurseVacancy = R"(# Verpleegkundige wijkteam Noord

Ons team helpt mensen thuis.

## Wij vragen
- Een geldige BIG-registratie
- Ervaring met wondzorg
- Rijbewijs B

## Mooi meegenomen
- Ervaring met palliatieve zorg
)";

constexpr const char* kNurse = R"(# Anna de Wit

Kerkstraat 12, 3511 AB Utrecht
anna.dewit@example.nl
Geboren: 3 mei 1988
Nationaliteit: Nederlandse

## Werkervaring

### Verpleegkundige, Thuiszorg Midden
januari 2018 - heden

Ik doe wondzorg bij cliënten thuis. Mijn BIG-registratie is geldig tot 2029. Ik heb een rijbewijs B.
)";

constexpr const char* kNoLicence = R"(# Bilal Yıldız

## Werkervaring

### Verzorgende, De Linde
maart 2019 - heden

Ik help bij wondzorg en heb een BIG-registratie.
)";

constexpr const char* kDenied = R"(# Carla Smits

## Werkervaring

### Verpleegkundige, Het Anker
mei 2015 - heden

Ik heb een BIG-registratie en doe wondzorg. Ik heb geen rijbewijs.
)";

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
    for (auto& row : hiring::operations(tools())) rows.push_back(std::move(row));
    table_.emplace(std::move(rows));
    organise();
  }

  Tools tools() {
    static const skills::Taxonomy taxonomy = skills::seed_taxonomy().value();
    static const skills::MentionFinder finder{taxonomy};
    return {.finder = []() -> Result<std::shared_ptr<const skills::MentionFinder>> {
              return std::shared_ptr<const skills::MentionFinder>{std::shared_ptr<void>{}, &finder};
            },
            .reader = [this]() -> documents::Reader& { return reader_; }};
  }

  void organise() {
    store::WriteTransaction write = records_->store.write().value();
    care_ = people::put_unit(write, {"Z", "Zorg"}, 2020y / 1 / 1).value().id;
    tech_ = people::put_unit(write, {"T", "Techniek"}, 2020y / 1 / 1).value().id;
    const auto hire = [&](const std::string& number, const std::string& name, people::UnitId unit) {
      const auto person =
          people::put_person(write, {.personnel_number = number, .name = {name, "", "", "Bos"}}).value().id;
      EXPECT_TRUE(people::put_contract(write, {person, "1", people::ContractKind::permanent, 2020y / 1 / 1},
                                       {.minutes_per_week = 1440, .function = "medewerker", .unit = unit},
                                       2020y / 1 / 1));
      return person;
    };
    boss_ = hire("1001", "Mira", care_);
    other_boss_ = hire("1002", "Tom", tech_);
    recruiter_ = account(write, "rita", Role::recruiter);
    tech_recruiter_ = account(write, "theo", Role::recruiter, tech_);
    coordinator_ = account(write, "priya", Role::privacy_coordinator);
    EXPECT_TRUE(write.commit());
  }

  static identity::AccountId account(store::WriteTransaction& write, const std::string& login, Role role,
                                     std::optional<people::UnitId> unit = {}) {
    constexpr identity::Cost kQuick{.passes = 1, .memory = 8192};
    const auto invited = identity::invite(write, {login, login, {}}, kNoon - 24h).value();
    const auto password = identity::accept_password("zes ganzen in het gras", {}, kQuick).value();
    const auto id = identity::use_code(write, invited.link.code.view(), password, kNoon - 24h).value();
    identity::RoleGrant grant;
    grant.account = id;
    grant.role = role;
    grant.unit = unit;
    grant.from = 2020y / 1 / 1;
    EXPECT_TRUE(identity::give_role(write, grant));
    return id;
  }

  static identity::Asker session(identity::AccountId account, Role role, std::optional<people::PersonId> person = {}) {
    identity::Asker asker = identity::nobody(kDay);
    asker.kind = identity::AskerKind::session;
    asker.account = account;
    asker.roles = {role};
    asker.person = person;
    asker.display = "iemand";
    return asker;
  }
  identity::Asker recruiter() { return session(recruiter_, Role::recruiter); }
  identity::Asker tech_recruiter() { return session(tech_recruiter_, Role::recruiter); }
  identity::Asker boss() { return session(identity::AccountId{901}, Role::manager, boss_); }
  identity::Asker other_boss() { return session(identity::AccountId{902}, Role::manager, other_boss_); }
  identity::Asker officer() { return session(identity::AccountId{903}, Role::data_protection_officer); }
  identity::Asker coordinator() { return session(coordinator_, Role::privacy_coordinator); }

  Result<Json> ask(const identity::Asker& asker, std::string_view name, const JsonObject& input,
                   Language language = Language::nl) {
    operations::Context context;
    context.asker = asker;
    context.today = kDay;
    context.language = language;
    context.records = &*records_;
    context.progress = [this](const operations::Progress& progress) { progress_.push_back(progress); };
    return operations::run(*table_, name, input, context);
  }
  Json done(const identity::Asker& asker, std::string_view name, const JsonObject& input) {
    const Result<Json> answer = ask(asker, name, input);
    if (!answer) {
      throw std::runtime_error(std::string{name} + ": " + describe(answer.error(), Language::en) + " " +
                               answer.error().where + " " + answer.error().detail);
    }
    return answer.value();
  }
  Json done(std::string_view name, const JsonObject& input) { return done(recruiter(), name, input); }
  ErrorCode code(const identity::Asker& asker, std::string_view name, const JsonObject& input) {
    const Result<Json> answer = ask(asker, name, input);
    return answer ? ErrorCode::internal : answer.error().code;
  }
  ErrorCode code(std::string_view name, const JsonObject& input) { return code(recruiter(), name, input); }

  /// A vacancy of Zorg with Mira as hiring manager and the requirements that stand in it.
  Json drafted(const char* text = kNurseVacancy) {
    const Json added =
        done("hiring.add_vacancy",
             {{"title", "Verpleegkundige wijkteam Noord"}, {"text", text}, {"unit", "Z"}, {"manager", "1001"}});
    const Json id = added.at("row").at("vacancy");
    const Json proposed = done("hiring.propose_requirements", {{"vacancy", id}});
    return done("hiring.set_requirements",
                {{"vacancy", id}, {"version", 1}, {"requirements", proposed.at("requirements")}});
  }
  Json frozen() {
    const Json vacancy = drafted();
    return done("hiring.freeze_requirements", {{"vacancy", vacancy.at("row").at("vacancy")}, {"version", 2}});
  }

  /// Those of a vacancy in the order that they came in: ids grow.
  std::vector<Json> applications(const Json& vacancy) {
    const Json shown = done("hiring.matrix", {{"vacancy", vacancy}});
    std::vector<Json> all;
    for (const Json& row : shown.at("rows").as_array()) all.push_back(row.at("application"));
    std::ranges::sort(all, {}, [](const Json& id) { return std::string{id.as_string()}; });
    return all;
  }

  /// As the register asks for a use of high risk: every condition, and a second person.
  void switch_on(std::string_view operation) {
    using namespace ai_register;
    store::WriteTransaction write = records_->store.write().value();
    const Use& use = table_->use_of(*table_->find(operation).value());
    for (const Condition condition : conditions_of(use.risk, true)) {
      Proof proof{.condition = condition, .date = 2026y / 11 / 1, .reference = "zaak 2026-114"};
      if (names_somebody(condition)) proof.account = coordinator_;
      ASSERT_TRUE(complete(write, use, proof, coordinator(), kNoon));
    }
    const Switch asked = switch_use(write, use, State::pilot, "nodig", coordinator(), kNoon, Language::nl).value();
    if (asked.status == SwitchStatus::waiting) {
      const auto second = session(recruiter_, Role::privacy_coordinator);
      ASSERT_TRUE(decide_switch(write, use, asked.id, SecondOpinion::agree, "nagelopen", second, kNoon, Language::nl));
    }
    ASSERT_TRUE(write.commit());
  }

  std::string file(const std::string& name, std::string_view bytes) {
    const auto place = folder() / "in" / name;
    std::filesystem::create_directories(place.parent_path());
    std::ofstream{place, std::ios::binary} << bytes;
    return place.string();
  }

  std::vector<ledger::Recorded> entries() {
    store::ReadTransaction read = records_->store.read().value();
    return ledger::page(read, {}, "", 200).value().entries;
  }

  Moment now_ = kNoon;
  std::optional<operations::Records> records_;
  documents::Reader reader_;
  std::optional<operations::Table> table_;
  std::vector<operations::Progress> progress_;
  people::UnitId care_, tech_;
  people::PersonId boss_, other_boss_;
  identity::AccountId recruiter_, tech_recruiter_, coordinator_;
};

inline std::string text(const Json& json, const char* member) { return std::string{json.at(member).as_string()}; }

}  // namespace collega::hiring::testing_support
