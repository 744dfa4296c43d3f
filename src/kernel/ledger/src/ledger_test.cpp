#include "collega/ledger/ledger.h"

#include <thread>

#include "ledger_test_support.h"

namespace collega::ledger {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

class Ledger : public LedgerTest {
 protected:
  ErrorCode refusal(const Entry& entry, std::string_view writer = "web-1") {
    store::WriteTransaction write = ledger().write().value();
    return append(write, writer, entry, kMorning).error().code;
  }
  void erase(std::int64_t person) {
    store::WriteTransaction write = ledger().write().value();
    ASSERT_TRUE(
        forget(write, person, "web-1",
               {.kind = Kind::erasure, .actor = "account-1", .operation = "rights.erase", .about = {}, .details = {}},
               kMorning + 1h));
    ASSERT_TRUE(write.commit());
  }
};
COLLEGA_ON_EVERY_STORE(Ledger);

TEST_P(Ledger, GivesBackAnEntryAsItWasAdded) {
  EXPECT_EQ(add("web-1", decided("p-17")), 1);
  const std::vector<Recorded> all = entries();
  ASSERT_THAT(all, SizeIs(1));
  EXPECT_EQ(all[0].writer, "web-1");
  EXPECT_EQ(all[0].seq, 1);
  EXPECT_EQ(all[0].at, kMorning);
  EXPECT_EQ(all[0].kind, Kind::decision);
  EXPECT_EQ(all[0].actor, "account-7");
  EXPECT_EQ(all[0].operation, "hiring.match");
  EXPECT_THAT(all[0].about, SizeIs(1));
  EXPECT_EQ(to_text(all[0].details), R"({"accepted":true,"proposal":"p-17"})");
}

TEST_P(Ledger, NumbersEachChainFromOne) {
  EXPECT_EQ(add("web-1", shown(kAnna)), 1);
  EXPECT_EQ(add("web-1", shown(kAnna)), 2);
  EXPECT_EQ(add("web-2", shown(kAnna)), 1);
}

TEST_P(Ledger, ForgetsAnEntryWhoseTransactionWasGivenUp) {
  {
    store::WriteTransaction write = ledger().write().value();
    ASSERT_TRUE(append(write, "web-1", shown(kAnna), kMorning));
  }
  EXPECT_EQ(add("web-1", shown(kAnna)), 1);
}

TEST_P(Ledger, RefusesWhatMayBePersonalData) {
  EXPECT_EQ(refusal({.actor = "anna.de.vries@example.nl", .operation = "people.show", .about = {}, .details = {}}),
            ErrorCode::wrong_type);
  Entry entry = shown(kAnna);
  entry.details = {{"reason", "Zij was te vaak ziek"}};
  EXPECT_EQ(refusal(entry), ErrorCode::wrong_type);
  EXPECT_EQ(refusal(shown(kAnna), "web 1"), ErrorCode::wrong_type);
}

TEST_P(Ledger, SaysWhichPartOfTheDetailsIsNoWord) {
  Entry entry = shown(kAnna);
  entry.details = {{"documents", JsonArray{"d-1", JsonObject{{"name", "CV Anna"}}}}};
  store::WriteTransaction write = ledger().write().value();
  EXPECT_EQ(append(write, "web-1", entry, kMorning).error(),
            (Error{ErrorCode::wrong_type, "details.documents[1].name"}));
}

TEST_P(Ledger, KeepsNoNumberOfAPerson) {
  add("web-1", shown(kAnna));
  const auto about = ledger().read().value().first<std::string>("select about from ledger_entry").value().value();
  EXPECT_THAT(about, Not(::testing::HasSubstr(std::to_string(kAnna))));
}

TEST_P(Ledger, KnowsPeopleApart) {
  add("web-1", shown(kAnna));
  add("web-1", shown(kBram));
  add("web-2", shown(kAnna));
  const std::vector<Recorded> annas = entries({.person = kAnna});
  ASSERT_THAT(annas, SizeIs(2));
  EXPECT_EQ(annas[0].about, annas[1].about);
  EXPECT_NE(annas[0].about, entries({.person = kBram}).at(0).about);
}

TEST_P(Ledger, NamesEveryoneAPageOfNamesWasAbout) {
  Entry list = shown(kAnna);
  for (std::int64_t person = 1; person <= 100; ++person) list.about.push_back(person % 80);
  add("web-1", list);
  EXPECT_THAT(entries().at(0).about, SizeIs(81));
  EXPECT_THAT(entries({.person = 79}), SizeIs(1));
  EXPECT_TRUE(check().whole);
}

TEST_P(Ledger, LeavesTheChainWholeAndThePersonGoneOnErasure) {
  add("web-1", shown(kAnna));
  add("web-1", shown(kBram));
  erase(kAnna);
  EXPECT_THAT(entries({.person = kAnna}), IsEmpty());
  EXPECT_THAT(entries({.person = kBram}), SizeIs(1));
  EXPECT_THAT(entries(), SizeIs(3));
  EXPECT_THAT(entries({.kind = Kind::erasure}).at(0).about, IsEmpty());
  EXPECT_TRUE(check().whole);
}

TEST_P(Ledger, DoesNotLinkWhoComesBackToWhatWasForgotten) {
  add("web-1", shown(kAnna));
  const std::vector<std::string> before = entries().at(0).about;
  erase(kAnna);
  add("web-1", shown(kAnna), kMorning + 2h);
  ASSERT_THAT(entries({.person = kAnna}), SizeIs(1));
  EXPECT_NE(entries({.person = kAnna}).at(0).about, before);
}

TEST_P(Ledger, SurvivesAClockThatWasSetBack) {
  add("web-1", shown(kAnna), kMorning);
  add("web-1", shown(kAnna), kMorning - 2h);
  add("web-1", shown(kAnna), kMorning - 1h);
  add("web-1", shown(kAnna), kMorning + 1s);
  const std::vector<Recorded> all = entries();
  EXPECT_EQ(all[2].at, kMorning);
  EXPECT_EQ(to_text(all[2].details), R"({"clock_set_back_ms":7200000})");
  EXPECT_EQ(all[1].at, kMorning);
  EXPECT_EQ(to_text(all[1].details), "{}");
  EXPECT_EQ(all[0].at, kMorning + 1s);
  EXPECT_TRUE(check().whole);
}

TEST_P(Ledger, TakesAShortWaitForNoClockSetBack) {
  add("web-1", shown(kAnna), kMorning);
  add("web-1", shown(kAnna), kMorning - 20s);
  EXPECT_EQ(entries()[0].at, kMorning);
  EXPECT_EQ(to_text(entries()[0].details), "{}");
}

TEST_P(Ledger, LetsThreadsAndProcessesShareAWriter) {
  ledger();
  std::vector<std::thread> threads;
  for (int process = 0; process < 2; ++process) {
    threads.emplace_back([this] {
      const std::unique_ptr<store::Store> own = store::Store::open(options(), migrations()).value();
      for (int i = 0; i < 40; ++i) {
        store::WriteTransaction write = own->write().value();
        ASSERT_TRUE(append(write, "web-1", shown(kAnna + i % 3), kMorning + i * 1ms));
        ASSERT_TRUE(write.commit());
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_TRUE(check().whole);
  EXPECT_EQ(check().chains.at(0).entries, 80);
}

TEST_P(Ledger, DoesNotBuildOnAHeadThatWasTamperedWith) {
  add_decisions("web-1", 2);
  tamper({"update ledger_head set seq = 1"});
  EXPECT_EQ(refusal(decided("p-3")), ErrorCode::store_broken);
  tamper({"delete from ledger_head"});
  EXPECT_EQ(refusal(decided("p-3")), ErrorCode::store_broken);
  EXPECT_EQ(add("web-1b", decided("p-3")), 1);
}

TEST_P(Ledger, AnchorsNothingWhenThereIsOneChain) {
  add_decisions("web-1", 1);
  add_anchor("web-1");
  EXPECT_THAT(entries(), SizeIs(1));
}

TEST_P(Ledger, PagesFromTheNewestToTheOldest) {
  add_decisions("web-1", 5);
  add_decisions("web-2", 5);
  std::vector<std::string> seen;
  std::string cursor;
  do {
    store::ReadTransaction read = ledger().read().value();
    const Page next = page(read, {}, cursor, 3).value();
    for (const Recorded& entry : next.entries) seen.push_back(entry.writer.substr(4) + ":" + std::to_string(entry.seq));
    cursor = next.next.value_or("");
  } while (!cursor.empty());
  EXPECT_THAT(seen, ElementsAre("2:5", "1:5", "2:4", "1:4", "2:3", "1:3", "2:2", "1:2", "2:1", "1:1"));
}

TEST_P(Ledger, PagesThroughThoseThatAreAskedFor) {
  for (int i = 0; i < 4; ++i) {
    add("web-1", shown(i % 2 == 0 ? kAnna : kBram), kMorning + i * 1h);
    add("web-1", decided("p"), kMorning + i * 1h);
  }
  EXPECT_THAT(entries({.kind = Kind::read}), SizeIs(4));
  EXPECT_THAT(entries({.operation = "hiring.match"}), SizeIs(4));
  EXPECT_THAT(entries({.person = kAnna, .kind = Kind::read}), SizeIs(2));
  EXPECT_THAT(entries({.actor = "account-8"}), IsEmpty());
  EXPECT_THAT(entries({.from = kMorning + 1h, .before = kMorning + 3h}), SizeIs(4));
  store::ReadTransaction read = ledger().read().value();
  const Page first = page(read, {.person = kAnna}, "", 2).value();
  EXPECT_THAT(page(read, {.person = kAnna}, *first.next, 10).value().entries, SizeIs(4));
  EXPECT_EQ(page(read, {}, "yesterday", 2).error().code, ErrorCode::unknown_value);
}

}  // namespace
}  // namespace collega::ledger
