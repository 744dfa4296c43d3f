#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test_find.h"

namespace collega::privacy {
namespace {

using test::found_of;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Births, ADayBehindTheWordIsOneInEveryWriting) {
  for (const char* day : {"12-03-1984", "12/3/84", "12.03.1984", "1984-03-12", "12 maart 1984", "maart 1984",
                          "12 mrt 1984", "12 03 1984", "12031984"})
    EXPECT_THAT(found_of(Kind::DATE_OF_BIRTH, std::string("geboren op ") + day), ElementsAre(day));
}

TEST(Births, TheWordMayBeALabelOrEnglish) {
  EXPECT_THAT(found_of(Kind::DATE_OF_BIRTH, "Geboortedatum: 12-03-1984"), ElementsAre("12-03-1984"));
  EXPECT_THAT(found_of(Kind::DATE_OF_BIRTH, "geb. 12-03-1984"), ElementsAre("12-03-1984"));
  EXPECT_THAT(found_of(Kind::DATE_OF_BIRTH, "Date of birth: March 12, 1984"), ElementsAre("March 12, 1984"));
}

TEST(Births, APlaceMayStandBetween) {
  EXPECT_THAT(found_of(Kind::DATE_OF_BIRTH, "geboren te Den Haag op 12 maart 1984"), ElementsAre("12 maart 1984"));
}

TEST(Births, DaysOfOtherThingsAreNone) {
  for (const char* text : {"in dienst sinds 12-03-1984", "De vergadering is op 12 maart 2026.", "Datum: 12-03-2026",
                           "Ingangsdatum 1 april 2026"})
    EXPECT_THAT(found_of(Kind::DATE_OF_BIRTH, text), IsEmpty()) << text;
}

TEST(Births, TheDayOfTheNextSentenceIsNotOfTheBirth) {
  EXPECT_THAT(found_of(Kind::DATE_OF_BIRTH, "Zij is geboren in een dorp bij zee. Op 12 maart 2026 gaat zij weg."),
              IsEmpty());
}

}  // namespace
}  // namespace collega::privacy
