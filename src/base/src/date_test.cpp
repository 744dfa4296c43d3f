#include "collega/base/date.h"

#include <gtest/gtest.h>

namespace collega {
namespace {

using namespace std::chrono_literals;

TEST(Date, ReadsAndWritesIso) {
  EXPECT_EQ(parse_date("2026-11-22").value(), Date{2026y / 11 / 22});
  EXPECT_EQ(to_string(Date{2026y / 2 / 1}), "2026-02-01");
}

TEST(Date, RefusesDaysThatDoNotExist) {
  for (const char* text : {"2025-02-29", "2025-13-01", "22-11-2026", "2026-1-01", "2026-+1-01", ""}) {
    EXPECT_EQ(parse_date(text).error().code, ErrorCode::bad_date) << text;
  }
}

TEST(Period, CountsItsFirstDayAndNotItsLast) {
  EXPECT_EQ((Period{2025y / 1 / 1, 2026y / 1 / 1}).length(), 365);
  EXPECT_EQ(overlap({2025y / 1 / 1, 2025y / 3 / 1}, {2025y / 2 / 1, 2026y / 1 / 1}).length(), 28);
  EXPECT_EQ(overlap({2025y / 1 / 1, 2025y / 2 / 1}, {2025y / 3 / 1, 2026y / 1 / 1}).length(), 0);
}

}  // namespace
}  // namespace collega
