#include "names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace collega::people {
namespace {

const Name kAnna{"Anna", "A.M.", "de", "Wit"};

TEST(Name, IsShownAsSomebodyIsCalled) {
  EXPECT_EQ(display_name(kAnna), "Anna de Wit");
  EXPECT_EQ(display_name({"", "J.", "van der", "Berg"}), "J. van der Berg");
  EXPECT_EQ(display_name({"", "", "", "Özdemir"}), "Özdemir");
}

TEST(Name, IsSortedByItsSurname) {
  EXPECT_EQ(formal_name(kAnna), "Wit, Anna de");
  EXPECT_EQ(formal_name({"Bram", "", "", "Wit"}), "Wit, Bram");
  EXPECT_LT(sort_key(kAnna), sort_key({"Bram", "", "", "Wit"}));
  EXPECT_LT(sort_key({"Zoë", "", "", "Wit"}), sort_key({"Anna", "", "", "Wit Smit"}));
  EXPECT_EQ(sort_key({"Zoë", "", "", "Özdemir"}), sort_key({"ZOE", "", "", "ozdemir"}));
}

TEST(Name, IsFoundByTheBeginOfItsWords) {
  const std::string words = joined(search_words({"Zoë", "Z.", "van 't", "Hart-Smit"}, "A-1001"));
  EXPECT_EQ(words, " zoe van t hart smit a 1001");
  EXPECT_TRUE(has_all(words, search_words("Smi zoë")));
  EXPECT_TRUE(has_all(words, search_words("a-1001")));
  EXPECT_FALSE(has_all(words, search_words("mit")));
  EXPECT_TRUE(has_all(words, search_words("%_")));
}

}  // namespace
}  // namespace collega::people
