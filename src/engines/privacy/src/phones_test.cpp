#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test_find.h"

namespace collega::privacy {
namespace {

using test::found_of;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Phones, AMobileNumberIsReadInEverySpelling) {
  for (const char* number : {"0612345678", "06-12345678", "06 12345678", "06 12 34 56 78", "06-12 34 56 78",
                             "06 - 1234 56 78", "06.12.34.56.78", "+31612345678", "+31 6 12345678", "+31 6 12 34 56 78",
                             "+31 (0)6 12345678", "+31(0)612345678", "0031612345678", "0031 6 12345678"})
    EXPECT_THAT(found_of(Kind::PHONE, std::string("Je kunt ") + number + " proberen."), ElementsAre(number));
}

TEST(Phones, ANumberOfAnAreaIsReadWithItsParentheses) {
  for (const char* number :
       {"020-1234567", "(020) 123 45 67", "020 123 45 67", "0493-123456", "(0493) 12 34 56", "+31 20 123 45 67"})
    EXPECT_THAT(found_of(Kind::PHONE, std::string("Balie ") + number), ElementsAre(number));
}

TEST(Phones, NumbersOfNeighboursHaveTheirCountry) {
  for (const char* number : {"+32 470 12 34 56", "+49 30 901820", "+44 20 7946 0018", "0032 470 12 34 56"})
    EXPECT_THAT(found_of(Kind::PHONE, std::string("Bereikbaar op ") + number), ElementsAre(number));
}

TEST(Phones, DigitsAloneArePhoneNumbersOnlyBehindTheWord) {
  EXPECT_THAT(found_of(Kind::PHONE, "toestel 4821956"), ElementsAre("4821956"));
  EXPECT_THAT(found_of(Kind::PHONE, "omzet 4821956"), IsEmpty());
}

TEST(Phones, NumbersOfOtherThingsAreNone) {
  for (const char* text : {"ordernummer 0612345678", "2020 2021 2022", "12-03-1984", "ISBN 9789020412345",
                           "van 0900 tot 1730 uur", "€ 0,65 per km"})
    EXPECT_THAT(found_of(Kind::PHONE, text), IsEmpty()) << text;
}

}  // namespace
}  // namespace collega::privacy
