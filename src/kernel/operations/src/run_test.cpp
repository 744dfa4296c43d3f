#include "collega/operations/run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

#include "collega/operations/proposal.h"

namespace collega::operations {

struct Word {
  std::string word;
};
BOOST_DESCRIBE_STRUCT(Word, (), (word))

struct Length {
  std::size_t letters = 0;
  std::string today;
};
BOOST_DESCRIBE_STRUCT(Length, (), (letters, today))

}  // namespace collega::operations

namespace collega {

template <>
struct FieldTable<operations::Word> {
  static constexpr Field rows[] = {{.name = "word", .meaning = {"een woord", "a word"}}};
};

template <>
struct FieldTable<operations::Length> {
  static constexpr Field rows[] = {{.name = "letters", .meaning = {"aantal letters", "number of letters"}},
                                   {.name = "today", .meaning = {"vandaag", "today"}}};
};

namespace operations {
namespace {

using namespace std::chrono_literals;

Operation measuring(std::string_view name) {
  return {
      .name = name,
      .title = {"Meten", "Measure"},
      .purpose = {"Telt de letters van een woord.", "Counts the letters of a word."},
      .risk = {Risk::minimal, ""},
      .reads = {Data::given_text},
      .may = {Role::hr_adviser},
      .handler = handler<Word, Length>([](const Word& word, Context& context) -> Result<Length> {
        if (word.word.empty()) return Error{ErrorCode::document_no_text, "word"};
        return Length{word.word.size(), to_string(context.today)};
      }),
  };
}

Operation proposing(RiskClass risk, Oversight oversight) {
  Operation row = measuring("hiring.match");
  row.effect = Effect::proposes;
  row.risk = risk;
  row.oversight = oversight;
  row.limits = {"Kent het woord alleen.", "Knows the word alone."};
  return row;
}

Result<Json> run(std::string_view input, std::string_view name = "words.measure") {
  Operation stored = measuring("words.stored");
  stored.stored = Stored::reads;
  const Table table{{measuring("words.measure"), stored}};
  Context context;
  context.today = 2026y / 11 / 22;
  return run_local(table, name, parse_json(input).value(), context);
}

TEST(RunLocal, MarksTheAnswerLocalAndCopiesTheId) {
  const Json answer = run(R"({"id":[7,"a"],"word":"verlof"})").value();
  EXPECT_EQ(answer, parse_json(R"({"letters":6,"today":"2026-11-22","local":true,"id":[7,"a"]})").value());
}

TEST(RunLocal, NamesTheMembersItDoesNotKnow) {
  EXPECT_EQ(run(R"({"word":"verlof","wrod":"x","language":"nl"})").value().at("ignored"),
            (JsonArray{"wrod", "language"}));
}

TEST(RunLocal, DoesNotKnowEveryName) {
  EXPECT_EQ(run("{}", "words.mesure").error(), (Error{ErrorCode::unknown_operation, "words.mesure"}));
}

TEST(RunLocal, KeepsOutWhatReadsStoredData) {
  EXPECT_EQ(run(R"({"word":"a"})", "words.stored").error().code, ErrorCode::needs_data);
}

TEST(RunLocal, ChecksTheInputBeforeItRuns) {
  EXPECT_EQ(run(R"({"word":3})").error(), (Error{ErrorCode::wrong_type, "word: text"}));
  EXPECT_EQ(run("{}").error(), (Error{ErrorCode::missing_member, "word"}));
  EXPECT_EQ(run("[]").error().code, ErrorCode::wrong_type);
}

TEST(RunLocal, TakesNoTextThatNoStoreCouldKeep) {
  EXPECT_EQ(run("{\"word\":\"a\\u0000b\"}").error(), (Error{ErrorCode::wrong_type, "word: text"}));
  EXPECT_EQ(run("{\"word\":\"a\",\"more\":[{\"deep\":\"\\u0000\"}]}").error().code, ErrorCode::wrong_type);
}

TEST(RunLocal, PassesOnTheErrorOfTheHandler) {
  EXPECT_EQ(run(R"({"word":""})").error().code, ErrorCode::document_no_text);
}

TEST(Table, HoldsItsRowsByName) {
  const Table table{{measuring("b.b"), measuring("a.a")}};
  EXPECT_EQ(table.rows().front().name, "a.a");
  EXPECT_EQ(table.find("b.b").value()->name, "b.b");
}

TEST(Table, RefusesANameTwice) { EXPECT_THROW((Table{{measuring("a.a"), measuring("a.a")}}), std::logic_error); }

TEST(Table, RefusesAHighRiskWithoutItsGroundOrWithoutAPersonWhoDecides) {
  EXPECT_THROW((Table{{proposing({Risk::high, ""}, Oversight::decide_each_with_reason)}}), std::logic_error);
  EXPECT_THROW((Table{{proposing({Risk::high, "AI Act, Annex III 4(a)"}, Oversight::none)}}), std::logic_error);
  EXPECT_NO_THROW((Table{{proposing({Risk::high, "AI Act, Annex III 4(a)"}, Oversight::decide_each_with_reason)}}));
}

TEST(Proposal, WritesThePageOfAFormatWithoutPagesAsNull) {
  Evidence quote;
  quote.document = "cv.md";
  quote.quote = "SQL";
  quote.end = 3;
  Proposal proposal;
  proposal.findings = {{"K-01", 0.5, {{"SQL", 0.5, {quote}}}}};
  const Json json = to_json(proposal);
  EXPECT_TRUE(json.at("findings").at(0).at("reasons").at(0).at("evidence").at(0).at("page").is_null());
  EXPECT_EQ(to_json(from_json<Proposal>(json).value()), json);
}

}  // namespace
}  // namespace operations
}  // namespace collega
