#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test_find.h"

namespace collega::privacy {
namespace {

using test::found;
using test::found_of;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Accounts, AnAccountIsReadTogetherInFoursAndInLowerCase) {
  for (const char* account : {"NL91ABNA0417164300", "NL91 ABNA 0417 1643 00", "NL91.ABNA.0417.1643.00",
                              "nl91 abna 0417 1643 00", "NL91-ABNA-0417-1643-00"})
    EXPECT_THAT(found(std::string("Overmaken naar ") + account + " graag."),
                ElementsAre(std::string("IBAN ") + account));
}

TEST(Accounts, AccountsOfOtherCountriesHaveTheirOwnLength) {
  for (const char* account : {"BE68 5390 0754 7034", "DE89 3704 0044 0532 0130 00", "GB29 NWBK 6016 1331 9268 19",
                              "FR14 2004 1010 0505 0001 3M02 606"})
    EXPECT_THAT(found_of(Kind::IBAN, std::string("Rekening ") + account + " van de firma"), ElementsAre(account));
}

TEST(Accounts, ADigitThatIsWrongMakesItNoAccount) {
  EXPECT_THAT(found_of(Kind::IBAN, "Overmaken naar NL91ABNA0417164301."), IsEmpty());
  EXPECT_THAT(found_of(Kind::IBAN, "Artikel NL91ABNA04171643 is op."), IsEmpty());
}

TEST(Accounts, AnAccountEndsWhereTheNextWordBegins) {
  EXPECT_THAT(found_of(Kind::IBAN, "NL91 ABNA 0417 1643 00 tnv Veldzicht"), ElementsAre("NL91 ABNA 0417 1643 00"));
}

TEST(Accounts, AVatNumberIsKnownByItsForm) {
  EXPECT_THAT(found_of(Kind::VAT, "btw NL001234567B01."), ElementsAre("NL001234567B01"));
  EXPECT_THAT(found_of(Kind::VAT, "Factuur van NL 0012.34.567.B01"), ElementsAre("NL 0012.34.567.B01"));
}

TEST(Accounts, AVatNumberOfANeighbourNeedsItsLabel) {
  EXPECT_THAT(found_of(Kind::VAT, "Btw-nummer: BE0417497106"), ElementsAre("BE0417497106"));
  EXPECT_THAT(found_of(Kind::VAT, "Onderdeel BE0417497106 is besteld."), IsEmpty());
}

TEST(Accounts, AVatNumberWithoutItsBIsNone) { EXPECT_THAT(found_of(Kind::VAT, "Order NL001234567C01"), IsEmpty()); }

}  // namespace
}  // namespace collega::privacy
