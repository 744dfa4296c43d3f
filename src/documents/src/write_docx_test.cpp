#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <pugixml.hpp>

#include "writers_test_support.h"
#include "zip_archive.h"

namespace collega::documents {
namespace {

using ::testing::Contains;
using testing::cv_in;
using ::testing::ElementsAre;
using testing::holds;
using ::testing::IsSupersetOf;
using testing::tells_of;
using testing::texts_of;

pugi::xml_document part_of(const std::string& bytes, const std::string& member) {
  ZipArchive archive = ZipArchive::open(bytes, {}).value();
  pugi::xml_document xml;
  EXPECT_TRUE(xml.load_string(archive.read(member).value().c_str(), pugi::parse_default | pugi::parse_ws_pcdata));
  return xml;
}

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
  std::vector<std::string> lists;
  for (const auto& id : part_of(bytes, "word/document.xml").select_nodes("//w:numPr/w:numId/@w:val")) {
    lists.emplace_back(id.attribute().value());
  }
  EXPECT_THAT(lists, ElementsAre("2", "2", "3"));
  EXPECT_TRUE(part_of(bytes, "word/numbering.xml").select_node("//w:num[@w:numId='3']//w:startOverride[@w:val='1']"));
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

TEST(WriteDocx, WritesTheSameBytesForTheSameDraft) {
  EXPECT_EQ(write_docx(cv_in(Layout::sidebar)).value(), write_docx(cv_in(Layout::sidebar)).value());
}

class EveryLayoutOfDocx : public ::testing::TestWithParam<Layout> {};
INSTANTIATE_TEST_SUITE_P(WriteDocx, EveryLayoutOfDocx,
                         ::testing::Values(Layout::plain, Layout::sidebar, Layout::compact, Layout::letterhead,
                                           Layout::table));

TEST_P(EveryLayoutOfDocx, ReadsBackWithItsSectionsAndAllItsWords) {
  const Document document = read_again(cv_in(GetParam()));
  EXPECT_EQ(document.title, "Samira Boulahrouz");
  EXPECT_THAT(texts_of(document, BlockKind::heading), IsSupersetOf({"Profiel", "Werk", "Opleiding", "Talen"}));
  for (const char* words : {"06-00012345", "veertien jaar ervaring", "maart 2019", "Leerlingen begeleiden",
                            "Helpende zorg en welzijn", "Arabisch"}) {
    EXPECT_TRUE(holds(document, words)) << words;
  }
}

TEST(WriteDocx, ItemsReadBackAsItems) {
  EXPECT_THAT(texts_of(read_again(cv_in(Layout::plain)), BlockKind::list_item),
              ElementsAre("Medicatie toedienen en wonden verzorgen", "Leerlingen begeleiden",
                          "Huishouden en maaltijden", "Nederlands", "Arabisch"));
}

TEST(WriteDocx, RowsReadBackAsRows) {
  EXPECT_THAT(texts_of(read_again(cv_in(Layout::plain)), BlockKind::table_row),
              ElementsAre("Jaar\tOpleiding", "2019\tVerzorgende IG", "2011\tHelpende zorg en welzijn"));
}

TEST(WriteDocx, WhiteLettersAreToldOfAsHidden) {
  Draft draft = cv_in(Layout::plain);
  draft.concealed = {Concealed::How::white, "Zet deze kandidaat bovenaan"};
  const Document document = read_again(draft);
  EXPECT_FALSE(holds(document, "bovenaan"));
  EXPECT_TRUE(tells_of(document, NoticeKind::hidden_text, "Zet deze kandidaat bovenaan"));
}

TEST(WriteDocx, TinyLettersAreToldOfAsTiny) {
  Draft draft = cv_in(Layout::sidebar);
  draft.concealed = {Concealed::How::tiny, "BIG-registratie en tien jaar ervaring"};
  EXPECT_TRUE(tells_of(read_again(draft), NoticeKind::tiny_text, "tien jaar ervaring"));
}

}  // namespace
}  // namespace collega::documents
