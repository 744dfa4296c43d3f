#include "table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace collega::skills {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(Table, GivesTheCellsByTheNamesOfTheirColumns) {
  const auto table = Table::parse("licences", "id\tnl\ten\nbhv\tBHV\tfirst responder\naed\tAED\tdefibrillator\n");
  ASSERT_TRUE(table);
  EXPECT_EQ(table->rows(), 2U);
  EXPECT_EQ(table->cell(0, "nl"), "BHV");
  EXPECT_EQ(table->cell(1, "en"), "defibrillator");
}

TEST(Table, GivesAnEmptyCellForAColumnItLacks) {
  const auto table = Table::parse("licences", "id\tnl\nbhv\tBHV\n");
  ASSERT_TRUE(table);
  EXPECT_EQ(table->cell(0, "rank"), "");
  EXPECT_THAT(table->list(0, "rank"), IsEmpty());
}

TEST(Table, SplitsAListAtItsBarsAndLeavesEmptyItemsOut) {
  const auto table = Table::parse("skills", "id\talso_nl\nwound-care\twondverzorging| wondbehandeling ||wondbeleid|\n");
  ASSERT_TRUE(table);
  EXPECT_THAT(table->list(0, "also_nl"), ElementsAre("wondverzorging", "wondbehandeling", "wondbeleid"));
}

TEST(Table, SkipsEmptyLinesAndCountsThemInThePlace) {
  const auto table = Table::parse("skills", "id\tnl\n\nwound-care\twondzorg\n");
  ASSERT_TRUE(table);
  ASSERT_EQ(table->rows(), 1U);
  EXPECT_EQ(table->place(0), "skills line 3");
}

TEST(Table, ReadsLinesThatEndTheWindowsWay) {
  const auto table = Table::parse("skills", "id\tnl\r\nwound-care\twondzorg\r\n");
  ASSERT_TRUE(table);
  EXPECT_EQ(table->cell(0, "nl"), "wondzorg");
}

TEST(Table, KeepsEmptyCellsAtTheEndOfARow) {
  const auto table = Table::parse("skills", "id\tnl\tflags\nwound-care\twondzorg\t\n");
  ASSERT_TRUE(table);
  EXPECT_EQ(table->cell(0, "flags"), "");
}

TEST(Table, RefusesARowWithAnotherNumberOfCellsAndSaysWhere) {
  const auto table = Table::parse("skills", "id\tnl\ten\nwound-care\twondzorg\twound care\nsql\tSQL\n");
  ASSERT_FALSE(table);
  EXPECT_EQ(table.error().code, ErrorCode::taxonomy_broken);
  EXPECT_THAT(table.error().where, HasSubstr("skills line 3"));
}

TEST(Table, HasNoRowsWhenTheTextIsEmpty) {
  const auto table = Table::parse("skills", "");
  ASSERT_TRUE(table);
  EXPECT_EQ(table->rows(), 0U);
}

}  // namespace
}  // namespace collega::skills
