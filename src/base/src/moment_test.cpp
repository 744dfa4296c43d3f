#include "collega/base/moment.h"

#include <gtest/gtest.h>

namespace collega {
namespace {

using namespace std::chrono_literals;

TEST(Moment, ReadsBackFromItsText) {
  const Moment moment = std::chrono::sys_days{2026y / 11 / 22} + 6h + 53min + 1s + 7ms;
  EXPECT_EQ(to_string(moment), "2026-11-22T06:53:01.007Z");
  EXPECT_EQ(parse_moment(to_string(moment)).value(), moment);
}

TEST(Moment, BeforeTheEpochStillFallsOnItsOwnDay) { EXPECT_EQ(to_string(Moment{-1ms}), "1969-12-31T23:59:59.999Z"); }

TEST(Moment, RefusesTimesThatAreNot) {
  for (const char* text : {"", "2026-11-22", "2026-02-30T00:00:00.000Z", "2026-11-22T24:00:00.000Z",
                           "2026-11-22T06:60:00.000Z", "2026-11-22T06:53:01.007", "2026-11-22T06:53:61.007Z"}) {
    EXPECT_EQ(parse_moment(text).error(), (Error{ErrorCode::bad_date, text}));
  }
}

TEST(Moment, IsAWordOnTheWire) {
  EXPECT_EQ(to_json(Moment{0ms}), Json("1970-01-01T00:00:00.000Z"));
  EXPECT_EQ(json_schema<Moment>(Language::en).at("format"), "date-time");
}

}  // namespace
}  // namespace collega
