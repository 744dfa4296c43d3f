#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test_find.h"

namespace collega::privacy {
namespace {

using test::found_of;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Numbers, ACitizenServiceNumberIsReadInEveryGrouping) {
  for (const char* number : {"123456782", "1234.56.782", "1234 56 782", "123 456 782", "123.456.782"})
    EXPECT_THAT(found_of(Kind::BSN, std::string("BSN: ") + number), ElementsAre(number));
}

TEST(Numbers, NineDigitsThatPassTheTestAreOneAlsoWithoutLabel) {
  EXPECT_THAT(found_of(Kind::BSN, "Graag verwerken voor 111222333, met spoed."), ElementsAre("111222333"));
}

TEST(Numbers, NineDigitsThatFailTheTestAreOneOnlyBehindTheLabel) {
  EXPECT_THAT(found_of(Kind::BSN, "Graag verwerken voor 123456789, met spoed."), IsEmpty());
  EXPECT_THAT(found_of(Kind::BSN, "burgerservicenummer 123456789"), ElementsAre("123456789"));
}

TEST(Numbers, AZeroInFrontMayBeLeftOutBehindTheLabel) {
  EXPECT_THAT(found_of(Kind::BSN, "BSN 12345672"), ElementsAre("12345672"));
}

TEST(Numbers, ANumberOfAnOrderIsNoCitizens) {
  EXPECT_THAT(found_of(Kind::BSN, "Ordernummer 111222333 is verzonden."), IsEmpty());
  EXPECT_THAT(found_of(Kind::BSN, "Factuur 123456782 staat open."), IsEmpty());
}

TEST(Numbers, APaymentCardIsReadTogetherAndInGroups) {
  for (const char* card : {"4111111111111111", "4111 1111 1111 1111", "5555-5555-5555-4444", "3782 822463 10005"})
    EXPECT_THAT(found_of(Kind::PAYMENT_CARD, std::string("Betaald met ") + card + " op kantoor"), ElementsAre(card));
}

TEST(Numbers, ACardThatFailsItsTestIsNone) {
  EXPECT_THAT(found_of(Kind::PAYMENT_CARD, "Betaald met 4111 1111 1111 1112 op kantoor"), IsEmpty());
  EXPECT_THAT(found_of(Kind::PAYMENT_CARD, "Barcode 8711111111111116"), IsEmpty());
}

TEST(Numbers, TheChamberOfCommerceNeedsItsLabel) {
  EXPECT_THAT(found_of(Kind::KVK, "KvK 17851480 te Zwolle"), ElementsAre("17851480"));
  EXPECT_THAT(found_of(Kind::KVK, "ingeschreven bij de Kamer van Koophandel onder 17851480"), ElementsAre("17851480"));
  EXPECT_THAT(found_of(Kind::KVK, "Het bedrag was 17851480 yen."), IsEmpty());
}

TEST(Numbers, AnEmployeeIsKnownByTheWordBeforeTheNumber) {
  EXPECT_THAT(found_of(Kind::PERSONNEL_NUMBER, "personeelsnummer 20388"), ElementsAre("20388"));
  EXPECT_THAT(found_of(Kind::PERSONNEL_NUMBER, "pers.nr. 20388"), ElementsAre("20388"));
  EXPECT_THAT(found_of(Kind::PERSONNEL_NUMBER, "staff number P-20388"), ElementsAre("P-20388"));
  EXPECT_THAT(found_of(Kind::PERSONNEL_NUMBER, "Er kwamen 20388 bezoekers."), IsEmpty());
}

TEST(Numbers, APassportIsKnownByTheWordBeforeTheNumber) {
  EXPECT_THAT(found_of(Kind::PASSPORT, "Paspoort NWB4K77L2 geldig tot 2030"), ElementsAre("NWB4K77L2"));
  EXPECT_THAT(found_of(Kind::PASSPORT, "rijbewijsnummer 5012345678"), ElementsAre("5012345678"));
  EXPECT_THAT(found_of(Kind::PASSPORT, "Onderdeel NWB4K77L2 is op."), IsEmpty());
}

TEST(Numbers, AnyoneMayHaveAPlateOfTheSeries) {
  for (const char* plate : {"GH-123-K", "12-ABC-3", "XX-99-99", "9-XXX-99"})
    EXPECT_THAT(found_of(Kind::LICENCE_PLATE, std::string("De leaseauto met kenteken ") + plate + " is gestolen"),
                ElementsAre(plate));
}

TEST(Numbers, APlateWithoutHyphensNeedsItsLabel) {
  EXPECT_THAT(found_of(Kind::LICENCE_PLATE, "kenteken GH123K"), ElementsAre("GH123K"));
  EXPECT_THAT(found_of(Kind::LICENCE_PLATE, "Kamer GH123K is vrij."), IsEmpty());
}

TEST(Numbers, ADayIsNoNumberOfSomebody) {
  EXPECT_THAT(find("De vergadering is op 12-03-2026 om 10.30 uur."), IsEmpty());
  EXPECT_THAT(find("Periode 1/1/2026 - 31/12/2026"), IsEmpty());
}

TEST(Numbers, SumsOfMoneyAndHoursAreNoNumbersOfSomebody) {
  for (const char* text : {"€ 123.456,78", "36 uur per week", "1.250.000 inwoners", "artikel 7:669 lid 3 BW", "2026"})
    EXPECT_THAT(find(text), IsEmpty()) << text;
}

}  // namespace
}  // namespace collega::privacy
