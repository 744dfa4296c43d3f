#include "collega/ledger/verify.h"

#include "ledger_test_support.h"

namespace collega::ledger {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class VerifyTest : public LedgerTest {};
COLLEGA_ON_EVERY_STORE(VerifyTest);

TEST_P(VerifyTest, FindsNothingInAnEmptyLedger) { EXPECT_TRUE(check().whole); }

TEST_P(VerifyTest, FindsNothingInWhatWasOnlyAddedTo) {
  add_decisions("web-1", 5);
  add_decisions("web-2", 3);
  add_anchor("web-1");
  export_heads();
  const Report report = check({.exported = outside()});
  EXPECT_TRUE(report.whole);
  ASSERT_EQ(report.chains.size(), 2U);
  EXPECT_EQ(report.chains[0].entries, 6);
  EXPECT_EQ(report.chains[0].anchors, 1);
  EXPECT_EQ(report.chains[1].entries, 3);
  EXPECT_EQ(report.exports, 1);
}

TEST_P(VerifyTest, FindsThatTheLastEntriesAreGone) {
  add_decisions("web-1", 5);
  tamper({"delete from ledger_entry where seq >= 4", "delete from ledger_about where seq >= 4"});
  EXPECT_THAT(found(), ElementsAre("truncated web-1 4"));
}

TEST_P(VerifyTest, FindsByTheProofThatTheHeadWasSetBackToAnEarlierEntry) {
  add_decisions("web-1", 5);
  tamper({"delete from ledger_entry where seq = 5", "delete from ledger_about where seq = 5",
          "update ledger_head set seq = 4, mac = (select mac from ledger_entry where seq = 4),"
          " at = (select at from ledger_entry where seq = 4)"});
  EXPECT_THAT(found(), ElementsAre("head_differs web-1 4"));
}

// Somebody kept the row of the head as it was three entries ago: then all that stands there fits.
class TruncatedWithItsHead : public VerifyTest {
 protected:
  void cut_off() {
    tamper({"delete from ledger_entry where writer = 'web-1' and seq > 2",
            "delete from ledger_about where writer = 'web-1' and seq > 2",
            "delete from ledger_head where writer = 'web-1'", "insert into ledger_head select * from kept_head"});
  }
  void begin() {
    add_decisions("web-1", 2);
    tamper({"create table kept_head as select * from ledger_head"});
    add_decisions("web-1", 3);
    add_decisions("web-2", 1);
  }
};
COLLEGA_ON_EVERY_STORE(TruncatedWithItsHead);

TEST_P(TruncatedWithItsHead, IsFoundByTheAnchorInAnotherChain) {
  begin();
  add_anchor("web-2");
  cut_off();
  EXPECT_THAT(found(), ElementsAre("anchor_differs web-1 5"));
}

TEST_P(TruncatedWithItsHead, IsFoundByTheExport) {
  begin();
  export_heads();
  cut_off();
  EXPECT_THAT(found(), IsEmpty());
  EXPECT_THAT(found({.exported = outside()}), ElementsAre("export_differs web-1 5"));
}

TEST_P(VerifyTest, FindsAWholeChainThatIsGone) {
  add_decisions("web-1", 2);
  add_decisions("web-2", 2);
  export_heads();
  tamper({"delete from ledger_entry where writer = 'web-1'", "delete from ledger_about where writer = 'web-1'"});
  EXPECT_THAT(found(), ElementsAre("truncated web-1 1"));
  tamper({"delete from ledger_head where writer = 'web-1'"});
  EXPECT_THAT(found({.exported = outside()}), ElementsAre("export_differs web-1 2"));
}

TEST_P(VerifyTest, FindsThatTheHeadIsGone) {
  add_decisions("web-1", 2);
  tamper({"delete from ledger_head"});
  EXPECT_THAT(found(), ElementsAre("head_differs web-1 2"));
}

TEST_P(VerifyTest, FindsAnEntryThatIsGone) {
  add_decisions("web-1", 6);
  tamper({"delete from ledger_entry where seq in (1, 3, 4)", "delete from ledger_about where seq in (1, 3, 4)"});
  const Report report = check();
  EXPECT_THAT(found(), ElementsAre("missing web-1 1", "missing web-1 3"));
  EXPECT_THAT(report.findings[1].note, HasSubstr("up to and including 4"));
}

TEST_P(VerifyTest, FindsEveryColumnThatWasChanged) {
  add_decisions("web-1", 3);
  const std::string_view changes[] = {"kind = 'read'", "actor = 'account-8'", "operation = 'hiring.rank'",
                                      "details = '{\"accepted\":false,\"proposal\":\"p-1\"}'"};
  for (const std::string_view change : changes) {
    tamper({"drop table if exists kept", "create table kept as select * from ledger_entry where seq = 2"});
    tamper({"update ledger_entry set " + std::string{change} + " where seq = 2"});
    EXPECT_THAT(found(), ElementsAre("rewritten web-1 2")) << change;
    tamper({"delete from ledger_entry where seq = 2", "insert into ledger_entry select * from kept"});
  }
  EXPECT_TRUE(check().whole);
  tamper({"update ledger_entry set at = at + 1 where seq = 2", "update ledger_about set at = at + 1 where seq = 2"});
  EXPECT_THAT(found(), ElementsAre("rewritten web-1 2"));
}

TEST_P(VerifyTest, FindsAnEntryMadeToBeAboutNobody) {
  add_decisions("web-1", 3);
  tamper({"update ledger_entry set about = '[]' where seq = 2", "delete from ledger_about where seq = 2"});
  EXPECT_THAT(found(), ElementsAre("rewritten web-1 2"));
}

TEST_P(VerifyTest, TellsAChangedMacFromAChangedEntry) {
  add_decisions("web-1", 4);
  tamper({"update ledger_entry set mac = (select mac from ledger_entry where seq = 3) where seq = 2"});
  const Report report = check();
  EXPECT_THAT(found(), ElementsAre("rewritten web-1 2"));
  EXPECT_EQ(report.findings.at(0).note, "its mac is not what was written");
}

TEST_P(VerifyTest, FindsTextThatWasMovedFromOneColumnToAnother) {
  add("web-1", {.kind = Kind::act,
                .actor = "a",
                .operation = "op",
                .about = {},
                .details = {{"a", JsonObject{{"b", "x"}}}, {"details", JsonObject{}}}});
  tamper({R"(update ledger_entry set about = '[],"details":{"a":{"b":"x"}}', details = '{}')"});
  EXPECT_THAT(found(), ElementsAre("rewritten web-1 1"));
}

TEST_P(VerifyTest, FindsTwoEntriesThatWereSwapped) {
  add_decisions("web-1", 6);
  tamper({"update ledger_entry set seq = 100 where seq = 2", "update ledger_entry set seq = 2 where seq = 5",
          "update ledger_entry set seq = 5 where seq = 100", "update ledger_about set seq = 100 where seq = 2",
          "update ledger_about set seq = 2 where seq = 5", "update ledger_about set seq = 5 where seq = 100"});
  const Report report = check();
  EXPECT_THAT(found(), ElementsAre("reordered web-1 2", "reordered web-1 5"));
  EXPECT_EQ(report.findings[0].note, "its entry stands at web-1 5");
}

TEST_P(VerifyTest, FindsTwoNeighboursThatWereSwapped) {
  add_decisions("web-1", 4);
  tamper({"update ledger_entry set seq = -seq where seq in (2, 3)",
          "update ledger_entry set seq = 5 + seq where seq < 0",
          "update ledger_about set seq = 5 - seq where seq in (2, 3)"});
  EXPECT_THAT(found(), ElementsAre("reordered web-1 2", "reordered web-1 3"));
}

TEST_P(VerifyTest, FindsAnEntryThatWasMovedToAnotherChain) {
  add_decisions("web-1", 4);
  add_decisions("web-2", 2);
  tamper({"update ledger_entry set writer = 'web-2', seq = 3 where writer = 'web-1' and seq = 2",
          "update ledger_about set writer = 'web-2', seq = 3 where writer = 'web-1' and seq = 2"});
  const Report report = check();
  EXPECT_THAT(found(), ElementsAre("head_differs web-2 2", "reordered web-1 2", "reordered web-2 3"));
  EXPECT_EQ(report.findings[1].note, "its entry stands at web-2 3");
}

TEST_P(VerifyTest, FindsAnEntryThatWasAdded) {
  add_decisions("web-1", 2);
  tamper(
      {"insert into ledger_entry select writer, 3, at, kind, actor, operation, '[]', details, mac from ledger_entry"
       " where seq = 2"});
  EXPECT_THAT(found(), ElementsAre("head_differs web-1 2", "rewritten web-1 3"));
}

TEST_P(VerifyTest, FindsThatAPersonNoLongerLeadsToAnEntry) {
  add_decisions("web-1", 3);
  tamper({"delete from ledger_about where seq = 2"});
  EXPECT_THAT(found(), ElementsAre("index_differs web-1 2"));
}

TEST_P(VerifyTest, FindsThatAnotherPersonLeadsToAnEntry) {
  add("web-1", shown(kAnna));
  add("web-1", shown(kBram));
  tamper(
      {"update ledger_about set digest = (select min(digest) from ledger_about)"
       " where digest = (select max(digest) from ledger_about)"});
  EXPECT_EQ(found().size(), 2U);  // one that lacks, one that is too many
}

TEST_P(VerifyTest, TellsAWrongKeyFromTampering) {
  add_decisions("web-1", 3);
  store::Options others = elsewhere();
  others.key_file = options().key_file.empty() ? options().folder / "key" : options().key_file;
  const std::unique_ptr<store::Store> other = store::Store::open(others, migrations()).value();
  const auto key = other->read().value().first<std::string>("select wrapped from store_key where purpose = 'ledger'");
  {  // a transaction does not outlive its store
    store::WriteTransaction write = ledger().write().value();
    ASSERT_TRUE(write.execute("update store_key set wrapped = ? where purpose = 'ledger'", store::Blob{*key.value()}));
    ASSERT_TRUE(write.commit());
  }
  reopen();
  EXPECT_THAT(found(), ElementsAre("wrong_key  0"));
  store::WriteTransaction more = ledger().write().value();
  EXPECT_EQ(append(more, "web-1", decided("p-9"), kMorning).error().code, ErrorCode::key_wrong);
}

TEST_P(VerifyTest, FindsThatTheRecordOfTheKeyWasChanged) {
  add_decisions("web-1", 3);
  tamper({"update ledger_check set proof = (select mac from ledger_entry where seq = 1)"});
  EXPECT_THAT(found(), ElementsAre("wrong_key  0"));
  EXPECT_THAT(check().findings[0].note, HasSubstr("entries fit this key"));
}

TEST_P(VerifyTest, ReportsAHundredAndCountsTheOthers) {
  add_decisions("web-1", 301);
  tamper({"update ledger_entry set actor = 'account-8' where seq > 1"});
  const Report report = check();
  EXPECT_EQ(report.findings.size(), 100U);
  EXPECT_EQ(report.more_findings, 200);
}

TEST_P(VerifyTest, LooksAtOneMomentWhileOthersWrite) {
  add_decisions("web-1", 3);
  store::ReadTransaction read = ledger().read().value();
  ASSERT_TRUE(read.first<int>("select count(*) from ledger_head"));
  add_decisions("web-1", 3);
  const Report report = verify(read).value();
  EXPECT_TRUE(report.whole);
  EXPECT_EQ(report.chains.at(0).entries, 3);
}

}  // namespace
}  // namespace collega::ledger
