// What the form of a vacancy lets one choose from.

#include "desk_test_support.h"

namespace collega::hiring {
namespace {

using namespace testing_support;

class PlaceTest : public DeskTest {};
COLLEGA_ON_EVERY_STORE(PlaceTest);

TEST_P(PlaceTest, UnitsAreThoseThatTheRecruiterMayHireFor) {
  EXPECT_EQ(to_text(done("hiring.find_unit", {{"text", "zor"}}).at("units")), R"([{"code":"Z","name":"Zorg"}])");
  EXPECT_THAT(done("hiring.find_unit", {}).at("units").as_array(), SizeIs(2));
  EXPECT_THAT(done(tech_recruiter(), "hiring.find_unit", {{"text", "zorg"}}).at("units").as_array(), IsEmpty());
  EXPECT_THAT(done(tech_recruiter(), "hiring.find_unit", {{"text", "TECH"}}).at("units").as_array(), SizeIs(1));
}

TEST_P(PlaceTest, ManagersAreThoseWhoLeadToday) {
  {
    store::WriteTransaction write = records_->store.write().value();
    ASSERT_TRUE(people::assign_role(write, {.person = boss_, .of_unit = care_, .begin = 2020y / 1 / 1}));
    ASSERT_TRUE(people::assign_role(
        write, {.person = other_boss_, .of_unit = tech_, .begin = 2020y / 1 / 1, .end = 2026y / 1 / 1}));
    ASSERT_TRUE(write.commit());
  }
  const Json found = done("hiring.find_manager", {{"text", "bos"}}).at("managers");
  ASSERT_THAT(found.as_array(), SizeIs(1)) << "Tom leads no more";
  EXPECT_EQ(text(found.at(0), "personnel_number"), "1001");
  EXPECT_EQ(text(found.at(0), "name"), "Mira Bos");
  EXPECT_EQ(text(found.at(0), "unit"), "Zorg");
  EXPECT_EQ(code(boss(), "hiring.find_manager", {{"text", "bos"}}), ErrorCode::not_allowed);
}

}  // namespace
}  // namespace collega::hiring
