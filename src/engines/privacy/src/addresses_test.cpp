#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test_find.h"

namespace collega::privacy {
namespace {

using test::found;
using test::found_of;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Addresses, AStreetHasItsNumberAndAddition) {
  for (const char* address : {"Dorpsstraat 12", "Nieuwe Binnenweg 230-III", "Jan van Galenstraat 14 hs", "Kerkplein 3a",
                              "2e Helmersstraat 6", "Laan van Meerdervoort 12 bis", "Burgemeester Van Tuyllkade 9"})
    EXPECT_THAT(found_of(Kind::ADDRESS, std::string("Ze woont op de ") + address + "."), ElementsAre(address));
}

TEST(Addresses, AnAddressHasAPostcodeAndAPlace) {
  EXPECT_THAT(found("Dorpsstraat 12, 1234 AB Amersfoort"),
              ElementsAre("ADDRESS Dorpsstraat 12", "POSTCODE 1234 AB", "PLACE Amersfoort"));
  EXPECT_THAT(found("Dorpsstraat 12\n1234AB Amersfoort"),
              ElementsAre("ADDRESS Dorpsstraat 12", "POSTCODE 1234AB", "PLACE Amersfoort"));
}

TEST(Addresses, APostboxIsAnAddress) {
  EXPECT_THAT(found_of(Kind::ADDRESS, "Schrijf naar Postbus 90801 in Den Haag."), ElementsAre("Postbus 90801"));
}

TEST(Addresses, EnglishStreetsHaveTheirNumberBefore) {
  EXPECT_THAT(found_of(Kind::ADDRESS, "She lives at 12 High Street, London."), ElementsAre("12 High Street"));
  EXPECT_THAT(found_of(Kind::POSTCODE, "London SW1A 1AA"), ElementsAre("SW1A 1AA"));
}

TEST(Addresses, WordsWithANumberAreNoAddress) {
  for (const char* text : {"Zie artikel 12 en bijlage 3.", "In week 12 is er overleg.", "Hoofdstuk 4 gaat over verlof.",
                           "Vanaf maart 2026 geldt dit.", "Wij zijn met 12 mensen."})
    EXPECT_THAT(found_of(Kind::ADDRESS, text), IsEmpty()) << text;
}

TEST(Addresses, AYearAndTwoLettersAreNoPostcode) {
  EXPECT_THAT(found_of(Kind::POSTCODE, "In 2019 en 2020 daalde het verzuim."), IsEmpty());
  EXPECT_THAT(found_of(Kind::POSTCODE, "Er waren 1500 op de been."), IsEmpty());
}

TEST(Addresses, ManyParticlesInARowEnd) {
  std::string text;
  for (int i = 0; i < 200'000; ++i) text += "van ";
  EXPECT_THAT(found_of(Kind::ADDRESS, text + "Dorpsstraat 12"), ElementsAre("Dorpsstraat 12"));
}

}  // namespace
}  // namespace collega::privacy
