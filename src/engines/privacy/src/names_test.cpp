#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test_find.h"

namespace collega::privacy {
namespace {

using test::found_of;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> people(std::string_view text) { return found_of(Kind::PERSON, text); }

TEST(Names, AFirstAndAFamilyNameAreOnePerson) {
  EXPECT_THAT(people("Gisteren sprak ik Marieke van den Heuvel over haar verlof."),
              ElementsAre("Marieke van den Heuvel"));
  EXPECT_THAT(people("Het verslag is van Pieter Bakker."), ElementsAre("Pieter Bakker"));
}

TEST(Names, InitialsBelongToTheName) {
  EXPECT_THAT(people("Ondertekend door J.P. Hoekstra."), ElementsAre("J.P. Hoekstra"));
}

TEST(Names, ATitleLeadsToAName) {
  EXPECT_THAT(people("Geachte mevrouw Hoekstra,"), ElementsAre("Hoekstra"));
  EXPECT_THAT(people("Dear Mr Thompson,"), ElementsAre("Thompson"));
}

TEST(Names, AGreetingLeadsToAName) { EXPECT_THAT(people("Hoi Marieke,\nkun je bellen?"), ElementsAre("Marieke")); }

TEST(Names, CapitalsAreNames) {
  EXPECT_THAT(people("De brief is voor MARIEKE VAN DEN HEUVEL bestemd."), ElementsAre("MARIEKE VAN DEN HEUVEL"));
}

TEST(Names, ALineBreakDoesNotCutAName) {
  EXPECT_THAT(people("Dit gaat over Marieke\nHoekstra en haar verlof."), ElementsAre("Marieke\nHoekstra"));
}

TEST(Names, ThePossessiveStaysOutside) { EXPECT_THAT(people("Dat is Anna's rooster."), ElementsAre("Anna")); }

TEST(Names, SentencesWithoutNamesHaveNone) {
  for (const char* text :
       {"De werkgever stelt de arbeidsvoorwaarden vast.", "Op maandag en dinsdag is de kantine open.",
        "The employee is entitled to four weeks of leave.", "Het verlof wordt in overleg opgenomen.",
        "In januari verandert de pensioenregeling."})
    EXPECT_THAT(people(text), IsEmpty()) << text;
}

TEST(Names, PlacesAndOrganisationsAreOfTheirOwnKind) {
  EXPECT_THAT(found_of(Kind::PLACE, "Het kantoor in Rotterdam verhuist."), ElementsAre("Rotterdam"));
  EXPECT_THAT(people("Het kantoor in Rotterdam verhuist."), IsEmpty());
}

}  // namespace
}  // namespace collega::privacy
