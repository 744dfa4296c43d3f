#include "collega/language/tokens.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace collega::language {
namespace {

using testing::ElementsAre;

std::vector<std::string> folded(std::string_view text) {
  std::vector<std::string> words;
  for (const Token& token : tokenize(text)) words.push_back(token.folded);
  return words;
}

class WholeWord : public testing::TestWithParam<std::string_view> {};

TEST_P(WholeWord, StaysWhole) {
  const std::string text = "ik ken " + std::string{GetParam()} + " goed";
  const auto tokens = tokenize(text);
  ASSERT_EQ(tokens.size(), 4U);
  EXPECT_EQ(tokens[2].span.of(text), GetParam());
  EXPECT_EQ(tokens[2].kind, TokenKind::word);
}

INSTANTIATE_TEST_SUITE_P(Names, WholeWord,
                         testing::Values("C++", "C#", ".NET", "Node.js", "e-mail", "auto's", "auto’s", "mbo-4", "R&D",
                                         "PL/SQL", "TCP/IP", "CI/CD", "ASP.NET", "AT&T", "front-end", "HBO-V",
                                         "24-uurs", "snake_case", "o.a.", "m.b.t.", "B.V.", "3D", "coördinator", "t/m",
                                         "S/4HANA", "D3.js", "www.bol.com", "H&M", "hbo‑v", "ge\xC2\xADmeente"));

TEST(Tokenize, TakesAlternativesApart) {
  EXPECT_THAT(folded("en/of"), ElementsAre("en", "/", "of"));
  EXPECT_THAT(folded("SQL/Java"), ElementsAre("sql", "/", "java"));
  EXPECT_THAT(folded("mbo-4/hbo"), ElementsAre("mbo-4", "/", "hbo"));
}

TEST(Tokenize, TakesPunctuationOffWords) {
  EXPECT_THAT(folded("(Java, Python)."), ElementsAre("(", "java", ",", "python", ")", "."));
  EXPECT_THAT(folded("'zorg'"), ElementsAre("'", "zorg", "'"));
  EXPECT_THAT(folded("werk.Daarna"), ElementsAre("werk", ".", "daarna"));
  EXPECT_THAT(folded("mbo-"), ElementsAre("mbo", "-"));
}

TEST(Tokenize, SeparatesCSharpFromDotNet) { EXPECT_THAT(folded("C#.NET"), ElementsAre("c#", ".net")); }

TEST(Tokenize, KeepsPartsOfANumberTogether) {
  const auto tokens = tokenize("€ 2.500,50 of 2,5");
  ASSERT_EQ(tokens.size(), 4U);
  EXPECT_EQ(tokens[1].kind, TokenKind::number);
  EXPECT_EQ(tokens[1].folded, "2.500,50");
  EXPECT_EQ(tokens[3].folded, "2,5");
}

TEST(Tokenize, SeparatesTheEndsOfAPeriod) {
  EXPECT_THAT(folded("2019-heden"), ElementsAre("2019", "-", "heden"));
  EXPECT_THAT(folded("2016/679"), ElementsAre("2016", "/", "679"));
}

TEST(Tokenize, FoldsCaseAndDiacritics) {
  EXPECT_THAT(folded("Coördinator PRIVÉ"), ElementsAre("coordinator", "prive"));
}

TEST(Tokenize, WritesOneApostropheAndOneHyphen) {
  EXPECT_THAT(folded("auto’s hbo‑v"), ElementsAre("auto's", "hbo-v"));
  EXPECT_THAT(folded("ge\xC2\xADmeente"), ElementsAre("gemeente"));
}

TEST(Tokenize, GivesNothingForBlankText) { EXPECT_TRUE(tokenize(" \n\t ").empty()); }

TEST(Tokenize, KeepsBulletsOfSymbolFontsApart) { EXPECT_THAT(folded("\uF0B7Java"), ElementsAre("\uF0B7", "java")); }

TEST(Stem, BringsDutchFormsTogether) {
  EXPECT_EQ(stem("verpleegkundigen", Language::nl), stem("verpleegkundige", Language::nl));
  EXPECT_EQ(stem("programmeren", Language::nl), stem("programmer", Language::nl));
}

TEST(Stem, BringsEnglishFormsTogether) {
  EXPECT_EQ(stem("managing", Language::en), stem("managed", Language::en));
  EXPECT_EQ(stem("engineers", Language::en), "engin");
}

TEST(Stem, GivesTheSameTheSecondTime) {
  EXPECT_EQ(stem("begeleiding", Language::nl), stem("begeleiding", Language::nl));
}

TEST(Stem, LeavesWhatIsNoWordAlone) {
  EXPECT_EQ(stem("", Language::nl), "");
  EXPECT_EQ(stem("c++", Language::en), "c++");
}

}  // namespace
}  // namespace collega::language
