#pragma once

// An organisation with a register: people with accounts, and a use of each class.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "collega/base/error.h"
#include "collega/identity/passwords.h"
#include "collega/library/readers.h"
#include "collega/people/people.h"
#include "collega/register/switching.h"
#include "collega/store_testing/store_test.h"

namespace collega::ai_register {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// A Monday morning, and the day it is.
constexpr Moment kNow = std::chrono::sys_days{2026y / 11 / 23} + 8h;
constexpr Date kToday{2026y / 11 / 23};

inline const Use kMatch{
    .name = "hiring.match",
    .title = {"Kandidaten naast de criteria leggen", "Lay candidates beside the criteria"},
    .purpose = {"Legt cv's en brieven naast de eisen van een vacature.", "Lays CVs and letters beside a vacancy."},
    .risk = Risk::high,
    .ground = "AI Act, Annex III 4(a)",
    .reads = {"candidate_papers", "given_files"},
    .oversight = {"Een mens beslist over elke kandidaat, met een reden.", "A person decides on each candidate."},
    .limits = {"Wat niet in de stukken staat, is niet bekend.", "What the papers lack is not known."},
    .may = {identity::Role::recruiter}};
inline const Use kDraft{.name = "drafting.letter",
                        .title = {"Een brief voorbereiden", "Prepare a letter"},
                        .purpose = {"Zet een brief op.", "Drafts a letter."},
                        .risk = Risk::limited,
                        .ground = "AI Act, art. 50"};
inline const Use kCount{
    .name = "statistics.count", .title = {"Tellen", "Count"}, .purpose = {"Telt mensen.", "Counts people."}};

/// One writing transaction, open as long as the test.
class RegisterTest : public store_testing::StoreTest {
 protected:
  RegisterTest() {
    std::vector<store::Migration> steps = people::migrations();
    for (const auto& more : {identity::migrations(), library::migrations(), migrations()}) {
      steps.insert(steps.end(), more.begin(), more.end());
    }
    store_ = &open(steps);
    write_.emplace(must(store_->write()));
    anna = account("anna");
    bram = account("bram");
  }
  ~RegisterTest() override { write_.reset(); }

  template <class T>
  static T must(Result<T> result) {
    if (!result) {
      throw std::runtime_error(describe(result.error(), Language::en) + ' ' + result.error().detail + " (" +
                               std::string{name_of(result.error().code)} + ')');
    }
    return std::move(result).value();
  }
  template <class T>
  static std::string code(const Result<T>& result) {
    return result ? "ok" : std::string{name_of(result.error().code)};
  }

  store::WriteTransaction& write() { return *write_; }
  /// All that the test did goes without a trace.
  void give_up() {
    write_.reset();
    write_.emplace(must(store_->write()));
  }

  /// Of somebody who has signed in before.
  identity::AccountId account(const std::string& login, std::optional<people::PersonId> person = {}) {
    constexpr identity::Cost kQuick{.passes = 1, .memory = 8192};
    const identity::Invitation invitation = must(identity::invite(write(), {login, login, person}, kNow - 24h));
    const auto password = must(identity::accept_password("zes ganzen in het gras", {}, kQuick));
    return must(identity::use_code(write(), invitation.link.code.view(), password, kNow - 24h));
  }
  people::PersonId employee(const std::string& number, std::optional<Date> end = {}) {
    const people::UnitId unit = must(people::put_unit(write(), {.code = "HR", .name = "HR"}, 2020y / 1 / 1)).id;
    const people::PersonId person =
        must(people::put_person(write(), {.personnel_number = number, .name = {.surname = "Jansen"}})).id;
    must(people::put_contract(write(), {.person = person, .employment_number = "1", .begin = 2020y / 1 / 1, .end = end},
                              {.minutes_per_week = 2160, .function = "HR-adviseur", .unit = unit}, 2020y / 1 / 1));
    return person;
  }
  library::DocumentId document(std::optional<Date> end = {}) {
    const auto id = must(library::add_document(
        write(), {.title = "DPIA werving", .kind = library::DocumentKind::policy, .language = "nl"}, kNow));
    must(library::add_version(write(),
                              {.document = id,
                               .begin = 2026y / 1 / 1,
                               .end = end,
                               .file_name = "dpia.txt",
                               .media_type = "text/plain",
                               .content = "Wat de verwerking betekent."},
                              kNow));
    const std::vector<library::Reader> readers{library::everybody()};
    must(library::set_readers(write(), id, readers));
    return id;
  }

  static identity::Asker as(identity::AccountId account, identity::Roles roles = {identity::Role::privacy_coordinator},
                            Date today = kToday) {
    identity::Asker asker = identity::nobody(today);
    asker.kind = identity::AskerKind::session;
    asker.account = account;
    asker.roles = std::move(roles);
    return asker;
  }

  Proof proof(Condition condition) const {
    Proof proof{.condition = condition, .date = 2026y / 11 / 1, .reference = "zaak 2026-114"};
    if (names_somebody(condition)) proof.account = anna;
    return proof;
  }
  void record(const Use& use, Condition condition) { must(complete(write(), use, proof(condition), as(anna), kNow)); }
  void record_all(const Use& use) {
    for (const Condition condition : conditions_of(use.risk, must(organisation(write())).is_public)) {
      record(use, condition);
    }
  }

  Result<Switch> ask(const Use& use, State to, const identity::Asker& asker, Moment now = kNow) {
    return switch_use(write(), use, to, "nodig voor de werving", asker, now, Language::nl);
  }
  Result<Switch> decide(const Use& use, SwitchId id, SecondOpinion opinion, const identity::Asker& asker,
                        Moment now = kNow) {
    return decide_switch(write(), use, id, opinion, "nagelopen", asker, now, Language::nl);
  }
  /// By two persons where that is asked.
  void raise(const Use& use, State to) {
    const Switch one = must(ask(use, to, as(anna)));
    if (one.status == SwitchStatus::waiting) must(decide(use, one.id, SecondOpinion::agree, as(bram)));
  }
  State state(const Use& use) { return must(entry_of(write(), use)).state; }
  Verdict judged(const Use& use, Date today = kToday) { return must(verdict(write(), use, today)); }
  bool runs(const Use& use, Date today = kToday) { return judged(use, today).may_run(); }

  identity::AccountId anna, bram;

 private:
  store::Store* store_ = nullptr;
  std::optional<store::WriteTransaction> write_;
};

}  // namespace collega::ai_register
