#include "collega/base/money.h"

#include <gtest/gtest.h>

namespace collega {
namespace {

TEST(Money, ReadsWhatPayrollsWrite) {
  EXPECT_EQ(parse_money("1234.56").value(), (Money{123456}));
  EXPECT_EQ(parse_money("1.234,56").value(), (Money{123456}));
  EXPECT_EQ(parse_money("1,234.56").value(), (Money{123456}));
  EXPECT_EQ(parse_money("€ 1.234").value(), (Money{123400}));
  EXPECT_EQ(parse_money("1.234.567").value(), (Money{123456700}));
  EXPECT_EQ(parse_money("-12,5").value(), (Money{-1250}));
  EXPECT_EQ(parse_money("€ -0,05").value(), (Money{-5}));
  EXPECT_EQ(parse_money(" 7 ").value(), (Money{700}));
}

TEST(Money, RefusesWhatIsNoAmount) {
  for (const char* text : {"", "€", "-", "twaalf", "12,345,6", "1.23.456", "12,", ",50", "1,2345", "--3", "1 000",
                           "99999999999999999999"}) {
    EXPECT_EQ(parse_money(text).error(), (Error{ErrorCode::bad_money, text}));
  }
}

TEST(Money, ReadsBackWhatItWrites) {
  for (const Money amount : {Money{0}, Money{5}, Money{-250}, Money{123456}, Money{-100000000}}) {
    EXPECT_EQ(parse_money(to_string(amount, Language::nl)).value(), amount);
    EXPECT_EQ(parse_money(to_string(amount, Language::en)).value(), amount);
  }
  EXPECT_EQ(to_string(Money{-123456}, Language::nl), "€ -1.234,56");
  EXPECT_EQ(to_string(Money{123456}, Language::en), "€1,234.56");
}

TEST(Money, RoundsHalfACentAwayFromZero) {
  EXPECT_EQ(scaled(Money{1001}, 1, 2), (Money{501}));
  EXPECT_EQ(scaled(Money{-1001}, 1, 2), (Money{-501}));
  EXPECT_EQ(scaled(Money{250000}, 8, 100), (Money{20000}));
  EXPECT_EQ(scaled(Money{100}, 1, 3), (Money{33}));
}

}  // namespace
}  // namespace collega
