#include "text.h"

#include <gtest/gtest.h>

namespace collega::http {
namespace {

TEST(WholeNumber, IsDigitsAloneAndNotTooMany) {
  EXPECT_EQ(whole_number("0042"), 42u);
  EXPECT_EQ(whole_number("999999999999999999"), 999'999'999'999'999'999u);
  for (const char* other : {"", "+5", "-5", " 5", "5 ", "0x5", "5,5", "5.0", "1000000000000000000"}) {
    EXPECT_FALSE(whole_number(other)) << other;
  }
}

TEST(PercentDecoded, ReadsWhatABrowserWrites) {
  EXPECT_EQ(percent_decoded("Jans%C3%ABn+%26%20Co"), "Jansën & Co");
  EXPECT_EQ(percent_decoded("%41%7a"), "Az");
}

TEST(PercentDecoded, RefusesHalfACharacter) {
  for (const char* broken : {"%", "%4", "50%", "%zz", "%4%31"}) EXPECT_FALSE(percent_decoded(broken)) << broken;
}

TEST(PercentEncoded, IsReadBackAsItWas) {
  const std::string name = "CV Zoë & \"Jan\".pdf\n";
  EXPECT_EQ(percent_encoded(name), "CV%20Zo%C3%AB%20%26%20%22Jan%22.pdf%0A");
  EXPECT_EQ(percent_decoded(percent_encoded(name)), name);
}

TEST(NextPart, TakesAListApart) {
  std::string_view list = " a ,b,, c";
  EXPECT_EQ(next_part(list, ','), "a");
  EXPECT_EQ(next_part(list, ','), "b");
  EXPECT_EQ(next_part(list, ','), "");
  EXPECT_EQ(next_part(list, ','), "c");
  EXPECT_TRUE(list.empty());
}

}  // namespace
}  // namespace collega::http
