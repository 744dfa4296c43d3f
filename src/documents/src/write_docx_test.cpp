#include <gmock/gmock.h>

#include "writers_test_support.h"

namespace collega::documents {
namespace {

using ::testing::Contains;
using testing::cv_in;
using ::testing::ElementsAre;
using testing::part_of;
using testing::texts_of;

Document read_again(const Draft& draft) { return parse(write_docx(draft).value(), "cv.docx").value(); }

TEST(WriteDocx, NamesItsHeadingsAsWordDoes) {
  const std::string bytes = write_docx(cv_in(Layout::plain)).value();
  const pugi::xml_document text = part_of(bytes, "word/document.xml");
  EXPECT_TRUE(text.select_node("//w:p[w:pPr/w:pStyle/@w:val='Heading2'][w:r/w:t='Opleiding']"));
  EXPECT_TRUE(
      part_of(bytes, "word/styles.xml").select_node("//w:style[@w:styleId='Heading2']/w:name[@w:val='heading 2']"));
}

TEST(WriteDocx, EveryNumberedListBeginsAnew) {
  const std::string bytes = write_docx(draft_from_markdown("1. Bellen\n2. Praten\n\nEn dan:\n\n1. Kiezen\n")).value();
  const pugi::xml_document text = part_of(bytes, "word/document.xml");
  std::vector<std::string> lists;
  for (const auto& id : text.select_nodes("//w:numPr/w:numId/@w:val")) {
    lists.emplace_back(id.attribute().value());
  }
  EXPECT_THAT(lists, ElementsAre("2", "2", "3"));
  EXPECT_TRUE(part_of(bytes, "word/numbering.xml").select_node("//w:num[@w:numId='3']//w:startOverride[@w:val='1']"));
}

TEST(WriteDocx, SetsATableInLineWithTheTextAndItsWordsTightly) {
  const pugi::xml_document text = part_of(write_docx(cv_in(Layout::plain)).value(), "word/document.xml");
  EXPECT_TRUE(text.select_node("//w:tbl/w:tblPr[w:tblInd/@w:w='108'][w:tblCellMar/w:left/@w:w='108']"));
  EXPECT_TRUE(text.select_node("//w:tc/w:p[w:pPr/w:pStyle/@w:val='TableText'][w:r/w:t='Verzorgende IG']"));
  EXPECT_TRUE(text.select_node("//w:tbl/following-sibling::w:p[1]/w:pPr/w:pStyle[@w:val='TableEnd']"));
}

TEST(WriteDocx, PutsTheSideInATintedCell) {
  const pugi::xml_document text = part_of(write_docx(cv_in(Layout::sidebar)).value(), "word/document.xml");
  EXPECT_TRUE(text.select_node("//w:tc[w:tcPr/w:shd][.//w:t='Arabisch']"));
}

TEST(WriteDocx, PutsAJobWithItsPeriodInARow) {
  const std::vector<std::string> rows = texts_of(read_again(cv_in(Layout::table)), BlockKind::table_row);
  const pugi::xml_document text = part_of(write_docx(cv_in(Layout::table)).value(), "word/document.xml");
  EXPECT_TRUE(text.select_node("//w:tr[w:tc[1]//w:t='maart 2019 – heden'][w:tc[2]//w:t='• Leerlingen begeleiden']"));
  EXPECT_THAT(rows, Contains("2019\tVerzorgende IG"));
}

}  // namespace
}  // namespace collega::documents
