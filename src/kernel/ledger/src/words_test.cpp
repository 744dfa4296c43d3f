#include "words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace collega::ledger {
namespace {

TEST(Words, AreIdsAndDigestsAndNoSentences) {
  EXPECT_TRUE(is_word("2026-11-22T08:00:00.000Z"));
  EXPECT_TRUE(is_word("Zm9v+/=="));
  EXPECT_FALSE(is_word(""));
  EXPECT_FALSE(is_word("Anna de Vries"));
  EXPECT_FALSE(is_word("Zoë"));
  EXPECT_FALSE(is_word("a@b.nl"));
  EXPECT_FALSE(is_word("\""));
  EXPECT_FALSE(is_word(std::string(129, 'a')));
}

TEST(Words, HoldTheLocalOperatorAsAnActor) {
  EXPECT_TRUE(is_actor("local operator"));
  EXPECT_FALSE(is_actor("another operator"));
}

TEST(Canonical, SortsMembersAtEveryDepth) {
  const JsonObject object{{"b", JsonArray{1, true, JsonObject{{"z", "x"}, {"Z", -2}}}}, {"a", JsonObject{}}};
  EXPECT_EQ(canonical(object, "details").value(), R"({"a":{},"b":[1,true,{"Z":-2,"z":"x"}]})");
}

TEST(Canonical, TakesNoFractionsAndNoNull) {
  EXPECT_EQ(canonical({{"score", 0.5}}, "details").error(), (Error{ErrorCode::wrong_type, "details.score"}));
  EXPECT_EQ(canonical({{"end", nullptr}}, "details").error(), (Error{ErrorCode::wrong_type, "details.end"}));
  EXPECT_EQ(canonical({{"big", 9223372036854775808ULL}}, "details").error().code, ErrorCode::wrong_type);
}

TEST(ListOfWords, ReadsBackWhatItWrote) {
  EXPECT_EQ(canonical_list({}), "[]");
  EXPECT_EQ(canonical_list({"a1", "b2"}), R"(["a1","b2"])");
  EXPECT_THAT(words_of(R"(["a1","b2"])"), ::testing::ElementsAre("a1", "b2"));
  for (const char* broken : {"", "[", "]", "[]", "[a]", R"(["a1",])", R"(["a1" ,"b2"])", R"(["a"b"])"}) {
    EXPECT_THAT(words_of(broken), ::testing::IsEmpty()) << broken;
  }
}

}  // namespace
}  // namespace collega::ledger
