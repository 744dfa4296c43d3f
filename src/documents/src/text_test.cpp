#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "formats.h"
#include "test_office.h"

namespace collega::documents {
namespace {

using test::outline;
using testing::ElementsAre;

Document read(const std::string& text) { return parse_text(text, {}).value(); }

TEST(Text, JoinsWrappedLinesAndKeepsShortOnes) {
  const Document document = read(
      "Jan Jansen\r\nKerkstraat 12\r\n3511 AB Utrecht\r\n\r\nIk ben een ervaren systeembeheerder die graag werkt aan "
      "grote\r\n"
      "netwerken en met mensen.\r\n");
  EXPECT_THAT(outline(document),
              ElementsAre("P Jan Jansen / Kerkstraat 12 / 3511 AB Utrecht",
                          "P Ik ben een ervaren systeembeheerder die graag werkt aan grote netwerken en met mensen."));
}

TEST(Text, KnowsHeadingsByCapitalsUnderlineLabelAndName) {
  const Document document = read(
      "WERKERVARING\n2019 - 2024 Planner bij ProRail\n\nWat ik kan\n==========\nPlannen.\n\nGewenste functie:\nHoofd "
      "planning.\n\n"
      "Opleiding\n2015 Havo\n");
  EXPECT_THAT(outline(document),
              ElementsAre("H2 WERKERVARING", "P 2019 - 2024 Planner bij ProRail", "H1 Wat ik kan", "P Plannen.",
                          "H2 Gewenste functie:", "P Hoofd planning.", "H2 Opleiding", "P 2015 Havo"));
}

TEST(Text, ReadsBulletsAndNumbersAsItems) {
  EXPECT_THAT(outline(read("- Java\n- Spring Boot en alles wat\n  daarbij hoort\n* Go\n\n1. Eerst\n2. Dan\n")),
              ElementsAre("L1 Java", "L1 Spring Boot en alles wat daarbij hoort", "L1 Go", "L1 1. Eerst", "L1 2. Dan"));
}

TEST(Text, ReadsEveryCommonEncoding) {
  EXPECT_EQ(read("Caf\xC3\xA9").text, "Café\n");
  EXPECT_EQ(read("\xEF\xBB\xBF"
                 "Caf\xC3\xA9")
                .text,
            "Café\n");
  EXPECT_EQ(read("Caf\xE9 \x80 5").text, "Café € 5\n");
  EXPECT_EQ(read(std::string{"\xFF\xFE"
                             "C\0a\0f\0\xE9\0",
                             10})
                .text,
            "Café\n");
  EXPECT_EQ(read(std::string{"\xFE\xFF\0C\0a\0f\0\xE9", 10}).text, "Café\n");
  EXPECT_EQ(read(std::string{"P\0l\0a\0n\0n\0e\0r\0", 14}).text, "Planner\n");
}

TEST(Text, BeginsAPageAtAFormFeed) {
  const Document document = read("Blad een.\n\fBlad twee.\n");
  ASSERT_EQ(document.pages.size(), 2u);
  EXPECT_EQ(page_at(document, document.text.find("twee")), 2);
}

TEST(Text, HasNoPagesWithoutFormFeeds) { EXPECT_EQ(read("Blad een.").pages.at(0).number, std::nullopt); }

TEST(Text, ReadsLinesWithoutEndUpToTheLimit) {
  Limits limits;
  limits.text_bytes = 1u << 20;
  std::string lines;
  for (int i = 0; i < 200'000; ++i) lines += "regel tekst\n";
  const Document document = parse_text(lines, limits).value();
  EXPECT_GT(document.text.size(), limits.text_bytes / 2);
  EXPECT_EQ(document.notices.at(0).kind, NoticeKind::cut_off);
}

TEST(Text, SaysWhenThereIsNoText) { EXPECT_EQ(parse_text(" \n\n---\n", {}).error().code, ErrorCode::document_no_text); }

TEST(Text, KeepsAWrappedCompoundWhole) {
  EXPECT_EQ(read("Ik zoek een nieuwe uitdagende baan als ervaren full-stack-\nontwikkelaar in Delft.").text,
            "Ik zoek een nieuwe uitdagende baan als ervaren full-stack-ontwikkelaar in Delft.\n");
}

}  // namespace
}  // namespace collega::documents
