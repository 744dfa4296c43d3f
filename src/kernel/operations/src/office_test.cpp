// Who may ask what about whom, from the door to the ledger.

#include "collega/operations/office.h"

#include <fstream>

#include "office_test_support.h"

namespace collega::operations {
namespace {

using ::testing::Contains;
using ::testing::Field;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class Asking : public OfficeTest {};
COLLEGA_ON_EVERY_STORE(Asking);

TEST_P(Asking, NobodyIsToldToSignIn) {
  EXPECT_EQ(code(ask(identity::nobody(2026y / 11 / 23), "notes.count", anna_)), ErrorCode::not_signed_in);
}

TEST_P(Asking, ARoleThatTheRowDoesNotNameMayNot) {
  EXPECT_EQ(code(ask(asker("anna"), "notes.count", anna_)), ErrorCode::not_allowed);
  EXPECT_EQ(code(ask(asker("fg"), "notes.add", anna_)), ErrorCode::not_allowed);
  EXPECT_EQ(notes(), 0);
}

TEST_P(Asking, AManagerAsksAboutTheirOwnPeopleOnly) {
  const identity::Asker boss = asker("boss");
  EXPECT_TRUE(ask(boss, "notes.count", anna_));
  EXPECT_EQ(code(ask(boss, "notes.count", carl_)), ErrorCode::not_about_them);
}

TEST_P(Asking, WhatIsRefusedAtTheEndLeavesNothing) {
  EXPECT_EQ(code(ask(asker("boss"), "notes.add", carl_)), ErrorCode::not_about_them);
  EXPECT_EQ(notes(), 0);
}

TEST_P(Asking, ARefusalStandsInTheLedger) {
  const identity::Asker boss = asker("boss");
  ASSERT_FALSE(ask(boss, "notes.add", carl_));
  const ledger::Recorded last = entries().front();
  EXPECT_EQ(last.kind, ledger::Kind::refusal);
  EXPECT_EQ(last.actor, to_string(boss.account));
  EXPECT_EQ(last.details.at("why").as_string(), "not_about_them");
}

TEST_P(Asking, AnActIsInTheLedgerBeforeItIsAnswered) {
  ASSERT_TRUE(ask(asker("adviser"), "notes.add", anna_));
  store::ReadTransaction read = store_->read().value();
  const ledger::Page page = ledger::page(read, {.kind = ledger::Kind::act}, "", 5).value();
  ASSERT_THAT(page.entries, SizeIs(1));
  EXPECT_EQ(page.entries[0].operation, "notes.add");
  EXPECT_THAT(page.entries[0].about, SizeIs(1));
}

TEST_P(Asking, WhatFailsLeavesEverythingAsItWas) {
  EXPECT_EQ(code(ask(asker("adviser"), "notes.add", anna_, "fout")), ErrorCode::out_of_range);
  EXPECT_EQ(notes(), 0);
}

TEST_P(Asking, WhatARowDoesNotSayThatItReadsIsNotHandedOver) {
  const identity::Asker adviser = asker("adviser");
  EXPECT_TRUE(ask(adviser, "notes.look", anna_));
  if (GetParam() == store_testing::Kind::postgres) return;  // which does not tell what a statement names
  EXPECT_THROW(static_cast<void>(ask(adviser, "notes.peek", anna_)), std::logic_error);
}

TEST_P(Asking, AHighRiskWaitsForTheRegister) {
  EXPECT_EQ(code(ask(asker("adviser"), "notes.judge", anna_)), ErrorCode::use_off);
  EXPECT_THAT(office_->lacks("notes.judge", Language::nl).value(), SizeIs(6));
  EXPECT_THAT(office_->lacks("notes.add", Language::nl).value(), IsEmpty());
}

TEST_P(Asking, WhatAsksAProofWaitsForIt) {
  const identity::SignedIn in = office_->door().sign_in({"adviser", kPassword, "192.0.2.1", "test"}).value();
  const std::string token{in.session.token.view()};
  now_ = kNow + 20min;  // longer ago than a proof holds
  EXPECT_EQ(code(ask(office_->recognise({.session = token}).value(), "notes.guarded", anna_)),
            ErrorCode::step_up_needed);
  ASSERT_TRUE(office_->door().step_up(token, kPassword));
  EXPECT_TRUE(ask(office_->recognise({.session = token}).value(), "notes.guarded", anna_));
}

TEST_P(Asking, AKeyAsksForWhatItWasMadeForAndNoMore) {
  std::string key;
  {
    store::WriteTransaction write = store_->write().value();
    key = identity::make_key(write, adviser_, "test", {"notes.count"}, kNow + 24h, kNow).value().key.view();
    ASSERT_TRUE(write.commit());
  }
  const identity::Asker program = office_->recognise({.key = key}).value();
  EXPECT_TRUE(ask(program, "notes.count", anna_));
  EXPECT_EQ(code(ask(program, "notes.add", anna_)), ErrorCode::not_allowed);
}

TEST_P(Asking, AnOperationWithinAnotherIsOneWithIt) {
  ASSERT_TRUE(ask(asker("adviser"), "notes.twice", anna_));
  EXPECT_EQ(notes(), 2);
  EXPECT_EQ(code(ask(asker("adviser"), "notes.twice", anna_, "fout")), ErrorCode::out_of_range);
  EXPECT_EQ(notes(), 2);
}

TEST_P(Asking, AnOperationOnTheStoreItselfAsksOthersOneByOne) {
  EXPECT_EQ(code(ask(asker("adviser"), "notes.apart", anna_, "fout")), ErrorCode::out_of_range);
  EXPECT_EQ(notes(), 1);
  ASSERT_TRUE(ask(asker("adviser"), "notes.apart", anna_));
  EXPECT_EQ(notes(), 3);
}

TEST_P(Asking, ThatAManagerMayNotAskWithinAnotherEither) {
  EXPECT_EQ(code(ask(asker("boss"), "notes.twice", carl_)), ErrorCode::not_about_them);
  EXPECT_EQ(notes(), 0);
}

class Again : public OfficeTest {};
COLLEGA_ON_EVERY_STORE(Again);

TEST_P(Again, TheSameKeyDoesItOnce) {
  const identity::Asker adviser = asker("adviser");
  const Answer first = ask(adviser, "notes.add", anna_, "brief", "k1").value();
  const Answer second = ask(adviser, "notes.add", anna_, "brief", "k1").value();
  EXPECT_FALSE(first.is_repeated);
  EXPECT_TRUE(second.is_repeated);
  EXPECT_EQ(first.output, second.output);
  EXPECT_EQ(notes(), 1);
}

TEST_P(Again, TheSameKeyForSomethingElseIsAnError) {
  const identity::Asker adviser = asker("adviser");
  ASSERT_TRUE(ask(adviser, "notes.add", anna_, "brief", "k1"));
  EXPECT_EQ(code(ask(adviser, "notes.add", anna_, "ander", "k1")), ErrorCode::idempotency_mismatch);
  EXPECT_EQ(notes(), 1);
}

TEST_P(Again, AKeyIsTheAskersOwn) {
  ASSERT_TRUE(ask(asker("adviser"), "notes.add", anna_, "brief", "k1"));
  EXPECT_FALSE(ask(asker("adviser2"), "notes.add", anna_, "brief", "k1")->is_repeated);
  EXPECT_EQ(notes(), 2);
}

TEST_P(Again, WhatFailedMayBeTriedAgain) {
  const identity::Asker adviser = asker("adviser");
  ASSERT_FALSE(ask(adviser, "notes.add", anna_, "fout", "k1"));
  EXPECT_TRUE(ask(adviser, "notes.add", anna_, "goed", "k1"));
}

class Files : public OfficeTest {
 protected:
  FileId hand_over(const identity::Asker& who, const std::string& name, const std::string& content) {
    const SpooledFile file = office_->files().begin(who, name).value();
    std::ofstream{file.path} << content;
    return office_->files().end(who, file.id).value().id;
  }
  Result<Answer> copy(const identity::Asker& who, FileId from) {
    return office_->ask(
        who, {.operation = "notes.copy", .input = JsonObject{{"from", to_string(from)}, {"to", "kopie.txt"}}});
  }
};
COLLEGA_ON_EVERY_STORE(Files);

TEST_P(Files, GoByTheirIdsAndNames) {
  const identity::Asker adviser = asker("adviser");
  const Answer answer = copy(adviser, hand_over(adviser, "brief van Anna.txt", "dag Anna")).value();
  EXPECT_EQ(answer.output.at("read").as_string(), "brief van Anna.txt");
  const FileId made = Word<FileId>::parse(answer.output.at("made").as_string()).value();
  const SpooledFile file = office_->files().find(adviser, made).value();
  EXPECT_EQ(file.name, "kopie.txt");
  EXPECT_TRUE(file.whole);
  EXPECT_EQ(file.bytes, 8);
}

TEST_P(Files, AreTheirOwners) {
  const FileId file = hand_over(asker("adviser"), "brief.txt", "dag");
  EXPECT_EQ(code(copy(asker("adviser2"), file)), ErrorCode::unknown_file);
}

TEST_P(Files, ThatDidNotArriveWholeAreNotRead) {
  const identity::Asker adviser = asker("adviser");
  const SpooledFile file = office_->files().begin(adviser, "brief.txt").value();
  EXPECT_EQ(code(copy(adviser, file.id)), ErrorCode::file_incomplete);
}

TEST_P(Files, APathIsNoFile) {
  const Result<Answer> answer = office_->ask(
      asker("adviser"), {.operation = "notes.copy", .input = JsonObject{{"from", "/etc/passwd"}, {"to", "x"}}});
  EXPECT_EQ(code(answer), ErrorCode::unknown_file);
}

TEST_P(Files, ANameIsNoWayOut) {
  const identity::Asker adviser = asker("adviser");
  for (const std::string_view name : {"../x", "/x", "..", "", "a\\b"})
    EXPECT_FALSE(office_->files().begin(adviser, name)) << name;
  const FileId file = hand_over(adviser, "brief.txt", "dag");
  const Result<Answer> answer = office_->ask(
      adviser, {.operation = "notes.copy", .input = JsonObject{{"from", to_string(file)}, {"to", "../../x"}}});
  EXPECT_EQ(code(answer), ErrorCode::unknown_value);
}

TEST_P(Files, AreNotLookedForByWhoMayNotAsk) {
  EXPECT_EQ(code(copy(asker("anna"), FileId{1})), ErrorCode::not_allowed);
}

TEST_P(Files, AFolderIsForTheTerminal) {
  const identity::Asker adviser = asker("adviser");
  const FileId file = hand_over(adviser, "brief.txt", "dag");
  const JsonObject input{{"from", to_string(file)}, {"to", "x"}, {"folder", "/tmp"}};
  EXPECT_EQ(code(office_->ask(adviser, {.operation = "notes.copy", .input = input})), ErrorCode::at_terminal_only);
}

TEST_P(Files, GoAfterADay) {
  const identity::Asker adviser = asker("adviser");
  const FileId file = hand_over(adviser, "brief.txt", "dag");
  const std::filesystem::path path = office_->files().find(adviser, file).value().path;
  now_ = kNow + 25h;
  EXPECT_EQ(office_->files().forget_old().value(), 1);
  EXPECT_FALSE(std::filesystem::exists(path));
}

class TheDoor : public OfficeTest {};
COLLEGA_ON_EVERY_STORE(TheDoor);

TEST_P(TheDoor, RemembersWhoCameAndWent) {
  const identity::SignedIn in = office_->door().sign_in({"adviser", kPassword, "192.0.2.1", "test"}).value();
  ASSERT_TRUE(office_->door().sign_out(in.session.token.view()));
  EXPECT_EQ(office_->recognise({.session = in.session.token.view()}).error().code, ErrorCode::session_over);
  const std::vector<ledger::Recorded> all = entries();
  EXPECT_THAT(all, Contains(Field(&ledger::Recorded::operation, "door.sign_in")));
  EXPECT_THAT(all, Contains(Field(&ledger::Recorded::operation, "door.sign_out")));
}

TEST_P(TheDoor, KnowsThatSomebodyIsHere) { EXPECT_FALSE(office_->door().is_first_start().value()); }

TEST_P(TheDoor, ItsTokenAgainstForgeryIsTheSessions) {
  const identity::SignedIn one = office_->door().sign_in({"adviser", kPassword, "192.0.2.1", "test"}).value();
  const identity::SignedIn other = office_->door().sign_in({"boss", kPassword, "192.0.2.1", "test"}).value();
  const std::string csrf = office_->door().csrf_token(one.session.token.view()).value();
  EXPECT_TRUE(office_->door().is_csrf_token(one.session.token.view(), csrf).value());
  EXPECT_FALSE(office_->door().is_csrf_token(other.session.token.view(), csrf).value());
}

}  // namespace
}  // namespace collega::operations
