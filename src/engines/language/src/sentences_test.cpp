#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "collega/language/tokens.h"

namespace collega::language {
namespace {

using testing::ElementsAre;

std::vector<std::string> pieces(std::string_view text) {
  std::vector<std::string> found;
  for (const Span& span : sentences(text)) found.emplace_back(span.of(text));
  return found;
}

class OneSentence : public testing::TestWithParam<std::string_view> {};

TEST_P(OneSentence, StaysWhole) { EXPECT_THAT(pieces(GetParam()), ElementsAre(GetParam())); }

INSTANTIATE_TEST_SUITE_P(StopsWithin, OneSentence,
                         testing::Values("Ervaring met o.a. Python en m.b.t. Java.", "Drs. J.P. de Vries is manager.",
                                         "Ik sprak met dr. Jansen.", "Tools, e.g. Jira and Git.",
                                         "Een salaris van 2.500,50 bruto.", "Op 12. März 2019 begonnen.",
                                         "Van jan. 2018 tot dec. 2020.", "Kennis van ASP.NET en Node.js is nodig.",
                                         "Min. 3 jaar ervaring.", "Reageer vóór 12.03.2024 bij ons.",
                                         "1. Eerste punt van de lijst", "Werkzaam bij Jansen B.V. in Breda."));

TEST(Sentences, EndAtAFullStop) {
  EXPECT_THAT(pieces("Ik werk in de zorg. Daarna studeer ik! En jij?"),
              ElementsAre("Ik werk in de zorg.", "Daarna studeer ik!", "En jij?"));
}

TEST(Sentences, EndAtAYearBeforeACapital) {
  EXPECT_THAT(pieces("Ik begon in 2018. Daarna werd ik teamleider."),
              ElementsAre("Ik begon in 2018.", "Daarna werd ik teamleider."));
}

TEST(Sentences, KeepTheClosingQuote) {
  EXPECT_THAT(pieces("\"Ik kom.\" Dat zei hij."), ElementsAre("\"Ik kom.\"", "Dat zei hij."));
}

TEST(Sentences, MayEndAtAnAbbreviationBeforeACapital) {
  EXPECT_THAT(pieces("Java, Python, etc. Daarnaast SQL."), ElementsAre("Java, Python, etc.", "Daarnaast SQL."));
}

TEST(Sentences, GoOnOverTheBreakOfALongLine) {
  const std::string_view text =
      "In deze functie heb ik gewerkt aan het verbeteren van de zorg voor\nOuderen in Breda en omgeving.";
  EXPECT_EQ(pieces(text).size(), 1U);
}

TEST(Sentences, EndWithAShortLineBeforeACapital) {
  EXPECT_THAT(pieces("Teamleider\nLindehof Zorg\nBreda"), ElementsAre("Teamleider", "Lindehof Zorg", "Breda"));
}

TEST(Sentences, GoOnWhenTheNextLineStartsSmall) {
  EXPECT_THAT(pieces("Ik werk\nin de zorg"), ElementsAre("Ik werk\nin de zorg"));
}

TEST(Sentences, EndAtABlankLine) { EXPECT_THAT(pieces("ik werk\n\nin de zorg"), ElementsAre("ik werk", "in de zorg")); }

TEST(Sentences, EndBeforeAListMark) {
  EXPECT_THAT(pieces("wij vragen onder meer\n- hbo-diploma\n• rijbewijs B\n1. ervaring"),
              ElementsAre("wij vragen onder meer", "- hbo-diploma", "• rijbewijs B", "1. ervaring"));
}

TEST(Sentences, EndAroundAHeading) {
  EXPECT_THAT(
      pieces("daar werkte ik met veel plezier aan verschillende projecten\nOPLEIDINGEN\nhbo-v in Breda"),
      ElementsAre("daar werkte ik met veel plezier aan verschillende projecten", "OPLEIDINGEN", "hbo-v in Breda"));
}

TEST(Sentences, AreNeverEmptyAndNeverARule) {
  EXPECT_TRUE(pieces(" \n \r\n ").empty());
  EXPECT_THAT(pieces("Zorg\n-----\nOnderwijs"), ElementsAre("Zorg", "Onderwijs"));
}

TEST(Sentences, ReadWindowsLineBreaks) {
  EXPECT_THAT(pieces("Teamleider\r\nBreda\r\n"), ElementsAre("Teamleider", "Breda"));
}

}  // namespace
}  // namespace collega::language
