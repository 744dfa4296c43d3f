#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "collega/language/time.h"

namespace collega::language {
namespace {

using namespace std::chrono_literals;

constexpr Date kToday{2026y / 11 / 22};

/// "2019-05-01 2021-01-01", with " ongoing" and " coarse" behind it.
std::string shown(const PeriodMention& mention) {
  std::string text = to_string(mention.days.begin) + " " + to_string(mention.days.end);
  if (mention.ongoing) text += " ongoing";
  if (mention.coarse) text += " coarse";
  return text;
}

std::string only_period(std::string_view text) {
  const auto found = find_periods(text, kToday);
  return found.size() == 1 ? shown(found.front()) : std::to_string(found.size()) + " periods";
}

std::string text_of_period(std::string_view text) {
  const auto found = find_periods(text, kToday);
  return found.size() == 1 ? std::string{found.front().span.of(text)} : std::to_string(found.size()) + " periods";
}

struct Phrase {
  std::string_view text;
  std::string_view period;
};

void PrintTo(const Phrase& phrase, std::ostream* out) { *out << phrase.text; }

class PeriodOf : public testing::TestWithParam<Phrase> {};

TEST_P(PeriodOf, IsReadAsAPersonWouldReadIt) { EXPECT_EQ(only_period(GetParam().text), GetParam().period); }

INSTANTIATE_TEST_SUITE_P(
    Months, PeriodOf,
    testing::Values(
        Phrase{"03/2018 - 12/2020", "2018-03-01 2021-01-01"},
        Phrase{"aug. 2015 t/m jan. 2018", "2015-08-01 2018-02-01"},
        Phrase{"aug. 2015 – jan. 2018", "2015-08-01 2018-02-01"},
        Phrase{"mei 2017 tot en met december 2019", "2017-05-01 2020-01-01"},
        Phrase{"van mei 2017 tot december 2019", "2017-05-01 2020-01-01"},
        Phrase{"maart 2021 t/m april 2022", "2021-03-01 2022-05-01"},
        Phrase{"09-2016 / 06-2019", "2016-09-01 2019-07-01"}, Phrase{"09-2016/06-2019", "2016-09-01 2019-07-01"},
        Phrase{"09-2016 t/m 06-2019", "2016-09-01 2019-07-01"}, Phrase{"03-2018-12-2020", "2018-03-01 2021-01-01"},
        Phrase{"03.2018 – 12.2020", "2018-03-01 2021-01-01"}, Phrase{"03 / 2018 - 12 / 2020", "2018-03-01 2021-01-01"},
        Phrase{"2018-03 - 2020-12", "2018-03-01 2021-01-01"}, Phrase{"2018-03 tot 2020-12", "2018-03-01 2021-01-01"},
        Phrase{"2018/03 – 2020/12", "2018-03-01 2021-01-01"},
        Phrase{"March 2016 to June 2018", "2016-03-01 2018-07-01"},
        Phrase{"Mar 2016 through Jun 2018", "2016-03-01 2018-07-01"},
        Phrase{"from May 2016 until June 2018", "2016-05-01 2018-07-01"},
        Phrase{"between May 2016 and June 2018", "2016-05-01 2018-07-01"},
        Phrase{"März 2016 bis Oktober 2018", "2016-03-01 2018-11-01"},
        Phrase{"Van: 01-2015 Tot: 12-2018", "2015-01-01 2019-01-01"},
        Phrase{"sept. '16 - dec. '18", "2016-09-01 2019-01-01"}, Phrase{"sep 16 – dec 18", "2016-09-01 2019-01-01"},
        Phrase{"sep-16 - dec-18", "2016-09-01 2019-01-01"}, Phrase{"03/18 - 12/20", "2018-03-01 2021-01-01"},
        Phrase{"JANUARI 2018 — DECEMBER 2018", "2018-01-01 2019-01-01"},
        Phrase{"januari 2018 --  februari 2019", "2018-01-01 2019-03-01"},
        Phrase{"mei 2018 -> juni 2019", "2018-05-01 2019-07-01"}));

INSTANTIATE_TEST_SUITE_P(OneYearForBothMonths, PeriodOf,
                         testing::Values(Phrase{"maart – september 2021", "2021-03-01 2021-10-01"},
                                         Phrase{"van maart tot en met september 2021", "2021-03-01 2021-10-01"},
                                         Phrase{"jan. t/m dec. 2020", "2020-01-01 2021-01-01"},
                                         Phrase{"maart/april 2021", "2021-03-01 2021-05-01"},
                                         Phrase{"november – februari 2021", "2020-11-01 2021-03-01"},
                                         Phrase{"1 maart - 31 mei 2021", "2021-03-01 2021-06-01"},
                                         Phrase{"15 t/m 20 maart 2021", "2021-03-15 2021-03-21"},
                                         Phrase{"June 12 - June 20, 2021", "2021-06-12 2021-06-21"},
                                         Phrase{"maart 2021 t/m september", "2021-03-01 2021-10-01"}));

INSTANTIATE_TEST_SUITE_P(Days, PeriodOf,
                         testing::Values(Phrase{"1 maart 2020 - 31 mei 2021", "2020-03-01 2021-06-01"},
                                         Phrase{"01-03-2018 tot 01-02-2020", "2018-03-01 2020-02-01"},
                                         Phrase{"01/03/2018 - 31/01/2020", "2018-03-01 2020-02-01"},
                                         Phrase{"2018-03-01 - 2020-01-31", "2018-03-01 2020-02-01"},
                                         Phrase{"1 mrt 2018 t/m 31 jan 2020", "2018-03-01 2020-02-01"},
                                         Phrase{"1-3-18 t/m 31-1-20", "2018-03-01 2020-02-01"},
                                         Phrase{"March 1st, 2018 – January 31st, 2020", "2018-03-01 2020-02-01"}));

INSTANTIATE_TEST_SUITE_P(
    Years, PeriodOf,
    testing::Values(
        Phrase{"2015 - 2018", "2015-07-01 2018-07-01 coarse"}, Phrase{"2015-2018", "2015-07-01 2018-07-01 coarse"},
        Phrase{"van 2015 tot 2018", "2015-07-01 2018-07-01 coarse"},
        Phrase{"van 2015 t/m 2018", "2015-07-01 2018-07-01 coarse"},
        Phrase{"tussen 2015 en 2018", "2015-07-01 2018-07-01 coarse"},
        Phrase{"from 2015 to 2018", "2015-07-01 2018-07-01 coarse"}, Phrase{"'15-'18", "2015-07-01 2018-07-01 coarse"},
        Phrase{"’15 – ’18", "2015-07-01 2018-07-01 coarse"}, Phrase{"'15-18", "2015-07-01 2018-07-01 coarse"},
        Phrase{"'98-'03", "1998-07-01 2003-07-01 coarse"}, Phrase{"2015-18", "2015-07-01 2018-07-01 coarse"},
        Phrase{"2015/2018", "2015-07-01 2018-07-01 coarse"}, Phrase{"2015/16", "2015-07-01 2016-07-01 coarse"},
        Phrase{"2010/11", "2010-07-01 2011-07-01 coarse"}, Phrase{"1998–2003", "1998-07-01 2003-07-01 coarse"},
        Phrase{"2018 - 2018", "2018-04-01 2018-10-01 coarse"},
        Phrase{"mei 2018 - 2020", "2018-05-01 2020-07-01 coarse"},
        Phrase{"2018 - maart 2018", "2018-01-01 2018-04-01 coarse"},
        Phrase{"september 2018 - 2018", "2018-09-01 2019-01-01 coarse"},
        Phrase{"eind 2018 - begin 2020", "2018-11-01 2020-03-01 coarse"},
        Phrase{"zomer 2018 - herfst 2019", "2018-07-01 2019-11-01 coarse"}));

INSTANTIATE_TEST_SUITE_P(UntilNow, PeriodOf,
                         testing::Values(Phrase{"2019 – heden", "2019-07-01 2026-11-22 ongoing coarse"},
                                         Phrase{"2019-heden", "2019-07-01 2026-11-22 ongoing coarse"},
                                         Phrase{"Jan 2018 – Present", "2018-01-01 2026-11-22 ongoing"},
                                         Phrase{"februari 2020 - nu", "2020-02-01 2026-11-22 ongoing"},
                                         Phrase{"sinds mei 2021", "2021-05-01 2026-11-22 ongoing"},
                                         Phrase{"Sinds 1 mei 2021", "2021-05-01 2026-11-22 ongoing"},
                                         Phrase{"since May 2021", "2021-05-01 2026-11-22 ongoing"},
                                         Phrase{"sinds 2021 tot heden", "2021-07-01 2026-11-22 ongoing coarse"},
                                         Phrase{"vanaf 2020", "2020-07-01 2026-11-22 ongoing coarse"},
                                         Phrase{"vanaf maart 2020", "2020-03-01 2026-11-22 ongoing"},
                                         Phrase{"from 2016 to present", "2016-07-01 2026-11-22 ongoing coarse"},
                                         Phrase{"from 2016 onwards", "2016-07-01 2026-11-22 ongoing coarse"},
                                         Phrase{"van mei 2016 tot op heden", "2016-05-01 2026-11-22 ongoing"},
                                         Phrase{"mei 2016 tot en met nu", "2016-05-01 2026-11-22 ongoing"},
                                         Phrase{"May 2016 to date", "2016-05-01 2026-11-22 ongoing"},
                                         Phrase{"03/2018 – heden", "2018-03-01 2026-11-22 ongoing"},
                                         Phrase{"sept '19 - nu", "2019-09-01 2026-11-22 ongoing"},
                                         Phrase{"sep 19 - nu", "2019-09-01 2026-11-22 ongoing"},
                                         Phrase{"heden – 2019", "2019-07-01 2026-11-22 ongoing coarse"},
                                         Phrase{"seit Mai 2021", "2021-05-01 2026-11-22 ongoing"}));

INSTANTIATE_TEST_SUITE_P(
    None, PeriodOf,
    testing::Values(Phrase{"Verordening (EU) 2016/679", "0 periods"}, Phrase{"zomer 2019", "0 periods"},
                    Phrase{"In 2019 behaalde ik mijn diploma.", "0 periods"}, Phrase{"maart 2019", "0 periods"},
                    Phrase{"Tel. 020-2015 2018", "0 periods"}, Phrase{"tel: 0182-2015-2018", "0 periods"},
                    Phrase{"06-12345678", "0 periods"}, Phrase{"+31 6 2015 2018", "0 periods"},
                    Phrase{"010 2015-2018", "0 periods"}, Phrase{"2011 AB - 2018 CD", "0 periods"},
                    Phrase{"1012 AB Amsterdam", "0 periods"}, Phrase{"24/7 bereikbaar", "0 periods"},
                    Phrase{"192.168.20.15 - 192.168.20.18", "0 periods"}, Phrase{"€ 2000 - 2040 bruto", "0 periods"},
                    Phrase{"2000 - 2040 euro per maand", "0 periods"}, Phrase{"€ 2.500,- tot € 3.200,-", "0 periods"},
                    Phrase{"18 - 25 jaar", "0 periods"}, Phrase{"32 - 36 uur", "0 periods"},
                    Phrase{"mbo-4 - hbo", "0 periods"}, Phrase{"09:00 - 17:30 uur", "0 periods"},
                    Phrase{"ISO 27001:2013 - 2018", "0 periods"}, Phrase{"Office 2013/2016", "0 periods"},
                    Phrase{"Windows Server 2012-2016", "0 periods"}, Phrase{"2018 - 2015", "0 periods"},
                    Phrase{"tot 2000 medewerkers", "0 periods"}, Phrase{"tot 2014 AB", "0 periods"},
                    Phrase{"1/2 - 3/4", "0 periods"}, Phrase{"2015-2018-2020-1", "0 periods"},
                    Phrase{"vanaf 1 februari 2027", "0 periods"}, Phrase{"sinds 2 jaar", "0 periods"},
                    Phrase{"30-02-2019 tot 31-02-2019", "0 periods"}, Phrase{"http://x.nl/2015-2018", "0 periods"},
                    Phrase{"NL91 ABNA 0417 1643 00", "0 periods"}, Phrase{"may - june", "0 periods"},
                    Phrase{"Behaald in 2015\n- 2018 cum laude", "0 periods"}));

TEST(FindPeriods, GivesAnEndWithoutABeginNoLength) {
  EXPECT_EQ(only_period("tot 2014 werkte ik bij Philips"), "2014-07-01 2014-07-01 coarse");
}

TEST(FindPeriods, CountsThreeYearsBetweenTwoBareYears) {
  const auto found = find_periods("Verpleegkundige, 2015-2018", kToday);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_NEAR(months_covered({found[0].days}), 36, 0.1);
}

TEST(FindPeriods, HoldsTheWordsThatOpenThePeriodInItsSpan) {
  EXPECT_EQ(text_of_period("Ik werk sinds mei 2021 bij de gemeente."), "sinds mei 2021");
  EXPECT_EQ(text_of_period("Werkte (van 2015 tot 2018) in Gent."), "van 2015 tot 2018");
  EXPECT_EQ(text_of_period("Developer 2019 – heden Rabobank"), "2019 – heden");
}

TEST(FindPeriods, FindsEveryPeriodOfACvInOrder) {
  const std::string_view cv =
      "WERKERVARING\n2019 – heden  Teamleider zorg, Lindehof\nmaart 2016 – juni 2019  Verpleegkundige\n"
      "09/2013 - 02/2016: Verzorgende IG\nOPLEIDING\n2009-2013 hbo-v (diploma 2013)\nTel. 06-20152018\n";
  std::vector<std::string> shown_periods;
  for (const PeriodMention& mention : find_periods(cv, kToday)) shown_periods.push_back(shown(mention));
  EXPECT_THAT(shown_periods, testing::ElementsAre("2019-07-01 2026-11-22 ongoing coarse", "2016-03-01 2019-07-01",
                                                  "2013-09-01 2016-03-01", "2009-07-01 2013-07-01 coarse"));
}

TEST(FindPeriods, ReadsAPeriodThatAColumnBroke) {
  EXPECT_EQ(only_period("2015 -\n2018"), "2015-07-01 2018-07-01 coarse");
}

TEST(FindPeriods, DoesNotReachOverABlankLine) { EXPECT_EQ(only_period("2015 -\n\n2018"), "0 periods"); }

TEST(FindPeriods, TakesTheMiddleOfWhatHasPassedOfThisYear) {
  const auto found = find_periods("2026 - heden", Date{2026y / 3 / 1});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(to_string(found[0].days.begin), "2026-01-30");
}

TEST(MonthsCovered, CountsSharedTimeOnce) {
  EXPECT_NEAR(months_covered({{2018y / 1 / 1, 2020y / 1 / 1}, {2019y / 1 / 1, 2021y / 1 / 1}}), 36, 0.1);
}

TEST(MonthsCovered, LeavesGapsOut) {
  EXPECT_NEAR(months_covered({{2020y / 1 / 1, 2021y / 1 / 1}, {2010y / 1 / 1, 2011y / 1 / 1}}), 24, 0.1);
}

TEST(MonthsCovered, IsNothingForNoPeriods) { EXPECT_EQ(months_covered({}), 0); }

TEST(MonthsCovered, CountsAPeriodWithinAnotherNotAtAll) {
  EXPECT_NEAR(months_covered({{2018y / 1 / 1, 2020y / 1 / 1}, {2018y / 6 / 1, 2018y / 9 / 1}}), 24, 0.1);
}

}  // namespace
}  // namespace collega::language
