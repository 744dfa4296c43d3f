#include "collega/people/units.h"

#include <algorithm>

#include "office_test.h"

namespace collega::people {
namespace {

class UnitsTest : public OfficeTest {
 protected:
  // care (north, south (south-1)), office
  UnitsTest()
      : care_(unit("care")),
        office_(unit("office")),
        north_(unit("north", care_)),
        south_(unit("south", care_)),
        south_1_(unit("south-1", south_)) {}

  Result<Put<UnitId>> move(const std::string& code, std::optional<UnitId> parent, Date from) {
    return put_unit(write(), {.code = code, .name = "Team " + code, .parent = parent}, from);
  }
  std::vector<std::string> tree(Date day) {
    std::vector<std::string> lines;
    for (const Unit& unit : must(units_as_of(write(), day)))
      lines.push_back(std::string(static_cast<std::size_t>(unit.depth), '-') + unit.code);
    return lines;
  }

  UnitId care_, office_, north_, south_, south_1_;
};
COLLEGA_ON_EVERY_STORE(UnitsTest);

TEST_P(UnitsTest, StandInATree) {
  EXPECT_THAT(tree(kStart), ElementsAre("care", "-north", "-south", "--south-1", "office"));
  EXPECT_THAT(tree(2019y / 12 / 31), IsEmpty());
  EXPECT_THAT(must(units_under(write(), {care_}, kStart)), UnorderedElementsAre(care_, north_, south_, south_1_));
  EXPECT_THAT(must(units_under(write(), {south_, north_}, kStart)), UnorderedElementsAre(north_, south_, south_1_));
  EXPECT_THAT(must(units_under(write(), {}, kStart)), IsEmpty());
  EXPECT_EQ(must(unit_as_of(write(), south_1_, kStart)), (Unit{south_1_, "south-1", "Team south-1", south_, 2}));
}

TEST_P(UnitsTest, MoveWithAllUnderThemOnADay) {
  const Date day = 2024y / 2 / 29;
  EXPECT_EQ(must(move("south", office_, day)).change, Change::changed);
  EXPECT_THAT(must(units_under(write(), {care_}, 2024y / 2 / 28)),
              UnorderedElementsAre(care_, north_, south_, south_1_));
  EXPECT_THAT(must(units_under(write(), {care_}, day)), UnorderedElementsAre(care_, north_));
  EXPECT_THAT(must(units_under(write(), {office_}, day)), UnorderedElementsAre(office_, south_, south_1_));
  EXPECT_EQ(must(unit_history(write(), south_)).size(), 2U);
}

TEST_P(UnitsTest, KeepTheirFormerNameOnFormerDays) {
  must(put_unit(write(), {.code = "north", .name = "Noorderlicht", .parent = care_}, 2023y / 1 / 1));
  EXPECT_EQ(must(unit_as_of(write(), north_, 2022y / 12 / 31))->name, "Team north");
  EXPECT_EQ(must(unit_as_of(write(), north_, 2023y / 1 / 1))->name, "Noorderlicht");
}

TEST_P(UnitsTest, NeverStandUnderThemselves) {
  EXPECT_EQ(move("care", care_, kStart).error(), (Error{ErrorCode::unit_cycle, "care"}));
  EXPECT_EQ(move("care", south_1_, 2023y / 1 / 1).error(), (Error{ErrorCode::unit_cycle, "care"}));
}

TEST_P(UnitsTest, NeverStandUnderThemselvesOnALaterDayEither) {
  must(move("south", office_, 2025y / 1 / 1));  // until then under care
  EXPECT_EQ(move("office", south_1_, 2023y / 1 / 1).error().code, ErrorCode::unit_cycle);
}

TEST_P(UnitsTest, MayChangePlacesInTime) {
  must(move("south", std::nullopt, 2025y / 1 / 1));
  EXPECT_EQ(must(move("care", south_1_, 2025y / 1 / 1)).change, Change::changed);
  EXPECT_THAT(tree(2024y / 12 / 31), ElementsAre("care", "-north", "-south", "--south-1", "office"));
  EXPECT_THAT(tree(2025y / 1 / 1), ElementsAre("office", "south", "-south-1", "--care", "---north"));
}

TEST_P(UnitsTest, NeedAParentThatIsThereOnThatDay) {
  EXPECT_EQ(move("new", UnitId{1}, kStart).error(), (Error{ErrorCode::unknown_unit, "parent: 2020-01-01"}));
  EXPECT_EQ(move("new", care_, 2019y / 1 / 1).error(), (Error{ErrorCode::unknown_unit, "parent: 2019-01-01"}));
}

TEST_P(UnitsTest, EndWhenNobodyIsLeft) {
  EXPECT_EQ(end_unit(write(), south_, 2024y / 1 / 1).error(), (Error{ErrorCode::unit_in_use, "units: 1"}));
  const PersonId anna = person("1001", "Anna", "Wit");
  const ContractId contract = hire(anna, north_);
  manage(anna, north_);
  EXPECT_EQ(end_unit(write(), north_, 2024y / 1 / 1).error(), (Error{ErrorCode::unit_in_use, "people: 1"}));
  ASSERT_TRUE(end_contract(write(), contract, Date{2024y / 1 / 1}));
  ASSERT_TRUE(end_unit(write(), north_, 2024y / 1 / 1));
  EXPECT_TRUE(must(unit_as_of(write(), north_, 2023y / 12 / 31)));
  EXPECT_FALSE(must(unit_as_of(write(), north_, 2024y / 1 / 1)));
  EXPECT_THAT(must(units_led_by(write(), anna, 2024y / 1 / 1)), IsEmpty());
}

TEST_P(UnitsTest, StandAtTheTopWhenTheUnitAboveIsGone) {
  ASSERT_TRUE(end_unit(write(), office_, 2024y / 1 / 1));
  unit("desk", unit("desks", office_, 2022y / 1 / 1), 2022y / 1 / 1);
  EXPECT_THAT(tree(2023y / 1 / 1), ElementsAre("care", "-north", "-south", "--south-1", "office", "-desks", "--desk"));
  EXPECT_THAT(tree(2024y / 1 / 1), ElementsAre("care", "-north", "-south", "--south-1", "desks", "-desk"));
}

TEST_P(UnitsTest, GoWhenTheyNeverWere) {
  EXPECT_EQ(remove_unit(write(), care_).error().code, ErrorCode::unit_in_use);
  ASSERT_TRUE(remove_unit(write(), south_1_));
  EXPECT_EQ(must(unit_coded(write(), "south-1")), std::nullopt);
  EXPECT_EQ(remove_unit(write(), south_1_).error().code, ErrorCode::unknown_unit);
}

TEST_P(UnitsTest, AreAllFoundUnderOneWithMoreThanAreWalkedDown) {
  std::vector<UnitId> there{care_, north_, south_, south_1_};
  for (int i = 0; i < 300; ++i) there.push_back(unit("ward-" + std::to_string(i), i % 2 == 0 ? north_ : there.back()));
  std::sort(there.begin(), there.end());
  const UnitId ended = unit("closed", care_);
  ASSERT_TRUE(end_unit(write(), ended, 2024y / 1 / 1));
  EXPECT_EQ(must(units_under(write(), {care_, UnitId{1}}, 2024y / 1 / 1)), there);  // of no unit 1
  there.push_back(ended);
  std::sort(there.begin(), there.end());
  EXPECT_EQ(must(units_under(write(), {care_, south_}, 2023y / 12 / 31)), there);
  EXPECT_EQ(must(units_under(write(), {care_, ended}, 2024y / 1 / 1)), there);  // who asks for one that ended gets it
}

TEST_P(UnitsTest, HoldPositions) {
  Position place{
      .id = {}, .code = "F-1", .title = "Teamleider", .unit = north_, .begin = kStart, .end = {}, .scale = "55"};
  place.id = must(put_position(write(), place)).id;
  EXPECT_EQ(must(put_position(write(), place)).change, Change::same);
  EXPECT_THAT(must(positions_in(write(), north_, kStart)), ElementsAre(place));
  place.end = Date{2022y / 1 / 1};
  EXPECT_EQ(must(put_position(write(), place)).change, Change::changed);
  EXPECT_THAT(must(positions_in(write(), north_, 2022y / 1 / 1)), IsEmpty());
  place.unit = UnitId{1};
  EXPECT_EQ(put_position(write(), place).error().code, ErrorCode::unknown_unit);
}

}  // namespace
}  // namespace collega::people
