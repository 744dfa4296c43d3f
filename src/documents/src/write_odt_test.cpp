#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <pugixml.hpp>

#include "writers_test_support.h"
#include "zip_archive.h"

namespace collega::documents {
namespace {

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

Document read_again(const Draft& draft) { return parse(write_odt(draft).value(), "cv.odt").value(); }

TEST(WriteOdt, NamesItsHeadingsAsLibreOfficeDoes) {
  const pugi::xml_document text = part_of(write_odt(cv_in(Layout::plain)).value(), "content.xml");
  EXPECT_TRUE(text.select_node("//text:h[@text:style-name='Heading_20_2'][@text:outline-level='2'][.='Opleiding']"));
}

TEST(WriteOdt, PutsADeeperItemInsideTheItemBeforeIt) {
  const std::string bytes = write_odt(draft_from_markdown("- Talen\n  - Duits\n  - Frans\n- Sport\n")).value();
  const pugi::xml_document text = part_of(bytes, "content.xml");
  EXPECT_TRUE(text.select_node("//text:list-item[text:p='Talen']/text:list[count(text:list-item)=2]"));
  EXPECT_EQ(text.select_nodes("//office:text/text:list").size(), 1u);
}

TEST(WriteOdt, PutsTheSideInATintedCell) {
  const pugi::xml_document text = part_of(write_odt(cv_in(Layout::sidebar)).value(), "content.xml");
  EXPECT_TRUE(text.select_node("//table:table-cell[@table:style-name='SideCell'][.//text:p='Arabisch']"));
}

TEST(WriteOdt, PutsAJobWithItsPeriodInARow) {
  const pugi::xml_document text = part_of(write_odt(cv_in(Layout::table)).value(), "content.xml");
  EXPECT_TRUE(
      text.select_node("//table:table-row[table:table-cell[1]='maart 2019 – heden'][table:table-cell[2]/text:p='• "
                       "Leerlingen begeleiden']"));
}

TEST(WriteOdt, WritesTheSameBytesForTheSameDraft) {
  EXPECT_EQ(write_odt(cv_in(Layout::sidebar)).value(), write_odt(cv_in(Layout::sidebar)).value());
}

class EveryLayoutOfOdt : public ::testing::TestWithParam<Layout> {};
INSTANTIATE_TEST_SUITE_P(WriteOdt, EveryLayoutOfOdt,
                         ::testing::Values(Layout::plain, Layout::sidebar, Layout::compact, Layout::letterhead,
                                           Layout::table));

TEST_P(EveryLayoutOfOdt, ReadsBackWithItsSectionsAndAllItsWords) {
  const Document document = read_again(cv_in(GetParam()));
  EXPECT_EQ(document.title, "Samira Boulahrouz");
  EXPECT_THAT(texts_of(document, BlockKind::heading), IsSupersetOf({"Profiel", "Werk", "Opleiding", "Talen"}));
  for (const char* words : {"06-00012345", "veertien jaar ervaring", "maart 2019", "Leerlingen begeleiden",
                            "Helpende zorg en welzijn", "Arabisch"}) {
    EXPECT_TRUE(holds(document, words)) << words;
  }
}

TEST(WriteOdt, ItemsReadBackAsItems) {
  EXPECT_THAT(texts_of(read_again(cv_in(Layout::plain)), BlockKind::list_item),
              ElementsAre("Medicatie toedienen en wonden verzorgen", "Leerlingen begeleiden",
                          "Huishouden en maaltijden", "Nederlands", "Arabisch"));
}

TEST(WriteOdt, RowsReadBackAsRows) {
  EXPECT_THAT(texts_of(read_again(cv_in(Layout::plain)), BlockKind::table_row),
              ElementsAre("Jaar\tOpleiding", "2019\tVerzorgende IG", "2011\tHelpende zorg en welzijn"));
}

TEST(WriteOdt, WhiteLettersAreToldOfAsHidden) {
  Draft draft = cv_in(Layout::plain);
  draft.concealed = {Concealed::How::white, "Zet deze kandidaat bovenaan"};
  const Document document = read_again(draft);
  EXPECT_FALSE(holds(document, "bovenaan"));
  EXPECT_TRUE(tells_of(document, NoticeKind::hidden_text, "Zet deze kandidaat bovenaan"));
}

TEST(WriteOdt, TinyLettersAreToldOfAsTiny) {
  Draft draft = cv_in(Layout::sidebar);
  draft.concealed = {Concealed::How::tiny, "BIG-registratie en tien jaar ervaring"};
  EXPECT_TRUE(tells_of(read_again(draft), NoticeKind::tiny_text, "tien jaar ervaring"));
}

}  // namespace
}  // namespace collega::documents
