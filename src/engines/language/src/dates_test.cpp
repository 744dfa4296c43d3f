#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "collega/language/time.h"

namespace collega::language {
namespace {

/// "2024-03-12", or "2024-03" when the text gives no day.
std::vector<std::string> dates_in(std::string_view text) {
  std::vector<std::string> shown;
  for (const DateMention& date : find_dates(text))
    shown.push_back(to_string(date.day).substr(0, date.has_day ? 10 : 7));
  return shown;
}

using testing::ElementsAre;
using testing::IsEmpty;

TEST(FindDates, ReadsADayInEveryCommonSpelling) {
  for (const std::string_view text :
       {"12 maart 2024", "12 mrt. 2024", "12-03-2024", "12/03/2024", "12.03.2024", "2024-03-12", "12-3-2024",
        "12-mrt-2024", "March 12, 2024", "March 12th 2024", "12th of March 2024", "12. März 2024", "12e maart 2024",
        "dinsdag 12 Maart 2024", "3/12/2024 is American: 03/22/2024"}) {
    ASSERT_FALSE(dates_in(text).empty()) << text;
    if (text.starts_with("3/")) continue;
    EXPECT_THAT(dates_in(text), ElementsAre("2024-03-12")) << text;
  }
}

TEST(FindDates, ReadsAMonthWithoutADay) {
  for (const std::string_view text :
       {"maart 2024", "mrt '24", "03-2024", "03/2024", "2024-03", "Mar. 2024", "März 2024"}) {
    EXPECT_THAT(dates_in(text), ElementsAre("2024-03")) << text;
  }
}

TEST(FindDates, PutsTheMonthFirstWhenTheSecondNumberIsNone) {
  EXPECT_THAT(dates_in("03/22/2024"), ElementsAre("2024-03-22"));
}

TEST(FindDates, ReadsASeasonAsItsMiddleMonth) {
  EXPECT_THAT(dates_in("Zomer 2019: vrijwilliger"), ElementsAre("2019-07"));
}

TEST(FindDates, LeavesTheEndsOfAPeriodAlone) {
  EXPECT_THAT(dates_in("maart 2019 - mei 2021; geboren 12-03-1985; sinds mei 2021"), ElementsAre("1985-03-12"));
}

TEST(FindDates, GivesTheOneDateOfAStartOrADeadline) {
  EXPECT_THAT(dates_in("vanaf 1 februari 2027"), ElementsAre("2027-02-01"));
  EXPECT_THAT(dates_in("Reageren kan tot 15 maart 2027."), ElementsAre("2027-03-15"));
}

TEST(FindDates, SeesNoDateInOtherNumbers) {
  for (const std::string_view text :
       {"06-12345678", "1012 AB", "24/7", "2016/679", "192.168.1.12", "30-02-2024", "32-13-2024", "v1.2.2024", "2024",
        "mbo-4", "€ 12,50", "32 uur", "18 jaar", "12/5", "1.500", "maart", "mei 2", "123-03-2024", "12-03-20245"}) {
    EXPECT_THAT(dates_in(text), IsEmpty()) << text;
  }
}

TEST(FindDates, SpansTheWholeDate) {
  const std::string_view text = "Geboren op 12 maart 1985 te Zwolle";
  ASSERT_EQ(find_dates(text).size(), 1U);
  EXPECT_EQ(find_dates(text)[0].span.of(text), "12 maart 1985");
}

}  // namespace
}  // namespace collega::language
