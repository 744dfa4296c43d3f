#include <gmock/gmock.h>

#include "writers_test_support.h"

namespace collega::documents {
namespace {

using testing::cv_in;
using testing::part_of;

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

TEST(WriteOdt, SetsItemsAndCellsCloserThanParagraphs) {
  const pugi::xml_document text = part_of(write_odt(cv_in(Layout::plain)).value(), "content.xml");
  EXPECT_TRUE(text.select_node("//text:list-item/text:p[@text:style-name='Item'][.='Arabisch']"));
  EXPECT_TRUE(text.select_node("//table:table-cell/text:p[@text:style-name='CellText'][.='2019']"));
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

}  // namespace
}  // namespace collega::documents
