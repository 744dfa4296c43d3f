#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <pugixml.hpp>

#include "collega/documents/write.h"
#include "zip_archive.h"

namespace collega::documents {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

std::string part_of(const std::string& xlsx, const std::string& member) {
  return ZipArchive::open(xlsx, {}).value().read(member).value();
}

const Sheet kMatch{.name = "Kandidaten",
                   .rows = {{{"Kandidaat", {}, CellTone::heading}, {"Rijbewijs B", {}, CellTone::heading}},
                            {{"k017"}, {"ja", {}, CellTone::good}},
                            {{"k018"}, {"nee", {}, CellTone::bad}},
                            {{"Score"}, {"", 0.75}}},
                   .widths = {14, 20}};

TEST(WriteXlsx, WritesNumbersAsNumbersAndWordsAsWords) {
  const std::string xlsx = write_xlsx({kMatch}).value();
  EXPECT_THAT(part_of(xlsx, "xl/worksheets/sheet1.xml"), HasSubstr("<v>0.75</v>"));
  EXPECT_THAT(part_of(xlsx, "xl/sharedStrings.xml"), HasSubstr("nee"));
}

TEST(WriteXlsx, NeverWritesAFormula) {
  const Sheet sheet{.name = "Blad", .rows = {{{"=HYPERLINK(\"http://kwaad.example\")"}, {"+31"}, {"@SUM(A1)"}}}};
  const std::string xlsx = write_xlsx({sheet}).value();
  EXPECT_THAT(part_of(xlsx, "xl/worksheets/sheet1.xml"), Not(HasSubstr("<f>")));
  EXPECT_THAT(part_of(xlsx, "xl/sharedStrings.xml"), HasSubstr("=HYPERLINK"));
}

TEST(WriteXlsx, FreezesTheHeadingAndSetsTheWidths) {
  const std::string page = part_of(write_xlsx({kMatch}).value(), "xl/worksheets/sheet1.xml");
  EXPECT_THAT(page, HasSubstr("state=\"frozen\""));
  EXPECT_THAT(page, HasSubstr("<col min=\"2\" max=\"2\" width=\"20"));
}

TEST(WriteXlsx, GivesARowTheHeightOfItsWrappedLines) {
  const Sheet sheet{.name = "Redenen",
                    .rows = {{{"Waarom"}}, {{"kort"}}, {{"Hbo-v, Hogeschool Lindestad, afgerond"}}, {{"een\ntwee"}}},
                    .widths = {20}};
  pugi::xml_document page;
  ASSERT_TRUE(page.load_string(part_of(write_xlsx({sheet}).value(), "xl/worksheets/sheet1.xml").c_str()));
  std::vector<std::string> heights;
  for (const auto& row : page.select_nodes("//row")) heights.emplace_back(row.node().attribute("ht").value());
  EXPECT_THAT(heights, ElementsAre("", "", "30", "30"));
}

TEST(WriteXlsx, RepeatsTheHeadingOnEveryPageAndFiltersByIt) {
  const std::string xlsx = write_xlsx({kMatch}).value();
  EXPECT_THAT(part_of(xlsx, "xl/worksheets/sheet1.xml"), HasSubstr("<autoFilter ref=\"A1:B4\"/>"));
  EXPECT_THAT(part_of(xlsx, "xl/workbook.xml"), HasSubstr("Kandidaten!$1:$1"));
}

TEST(WriteXlsx, SetsTheCellsOfAQuotedRowApart) {
  const Sheet sheet{.name = "Blad", .rows = {{{"2019\tVerzorgende IG"}}}};
  EXPECT_THAT(part_of(write_xlsx({sheet}).value(), "xl/sharedStrings.xml"), HasSubstr("2019 Verzorgende IG"));
}

TEST(WriteXlsx, MakesNamesValidAndKeepsThemApart) {
  const std::string long_name = "Verpleegkundige niveau 4/5, wijkteam Oosterhage";
  const std::string xlsx =
      write_xlsx({{.name = long_name}, {.name = long_name}, {.name = "[]"}, {.name = "'history'"}}).value();
  pugi::xml_document book;
  ASSERT_TRUE(book.load_string(part_of(xlsx, "xl/workbook.xml").c_str()));
  std::vector<std::string> names;
  for (const auto& name : book.select_nodes("//sheet/@name")) names.emplace_back(name.attribute().value());
  EXPECT_THAT(names,
              ElementsAre("Verpleegkundige niveau 4 5, wij", "Verpleegkundige niveau 4 5, w 2", "Blad", "historyBlad"));
}

TEST(WriteXlsx, GivesEachToneItsOwnColour) {
  const std::string styles = part_of(write_xlsx({kMatch}).value(), "xl/styles.xml");
  EXPECT_THAT(styles, HasSubstr("FFDDEFE0"));
  EXPECT_THAT(styles, HasSubstr("FFF8DEDC"));
}

TEST(WriteXlsx, WritesTheSameBytesForTheSameSheets) {
  EXPECT_EQ(write_xlsx({kMatch}).value(), write_xlsx({kMatch}).value());
}

}  // namespace
}  // namespace collega::documents
