#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test_find.h"

namespace collega::privacy {
namespace {

using test::found;
using test::found_of;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Contacts, AnAddressForMailIsOneWhateverStandsAroundIt) {
  for (const char* text : {"Mail naar s.okkema@veldzicht.example.", "(s.okkema@veldzicht.example)",
                           "<s.okkema@veldzicht.example>", "mailto:s.okkema@veldzicht.example, dank"})
    EXPECT_THAT(found_of(Kind::EMAIL, text), ElementsAre("s.okkema@veldzicht.example")) << text;
}

TEST(Contacts, AnAddressForMailMayHaveAPlusASubdomainAndLettersOfElsewhere) {
  EXPECT_THAT(found_of(Kind::EMAIL, "zie joost+hr@post.veldzicht.nl en rené_o'neill@veldzicht.nl"),
              ElementsAre("joost+hr@post.veldzicht.nl", "rené_o'neill@veldzicht.nl"));
}

TEST(Contacts, ASignAloneIsNoAddressForMail) {
  for (const char* text : {"Wij zijn er @ 9 uur.", "@teamzuid let op", "3 stuks @ 12,50", "naam@", "@nl", "a@b"})
    EXPECT_THAT(found_of(Kind::EMAIL, text), IsEmpty()) << text;
}

TEST(Contacts, ALinkGoesOnToItsPathAndEndsBeforeTheFullStop) {
  EXPECT_THAT(found("Zie https://intranet.veldzicht.nl/team?id=12#top."),
              ElementsAre("URL https://intranet.veldzicht.nl/team?id=12#top"));
  EXPECT_THAT(found("Kijk op www.veldzicht.nl!"), ElementsAre("URL www.veldzicht.nl"));
  EXPECT_THAT(found("Kijk op veldzicht.nl of veldzicht.co.uk."),
              ElementsAre("URL veldzicht.nl", "URL veldzicht.co.uk"));
}

TEST(Contacts, TwoSentencesWithoutASpaceAreNoAddressOfTheWeb) {
  for (const char* text : {"Het is klaar.De rest volgt.", "bijv. de koffie", "o.a. het rooster", "versie 1.2.3"})
    EXPECT_THAT(found_of(Kind::URL, text), IsEmpty()) << text;
}

TEST(Contacts, AMachineHasFourSmallNumbersOrGroupsWithColons) {
  EXPECT_THAT(found("Ingelogd vanaf 192.168.1.20 om 8 uur"), ElementsAre("IP 192.168.1.20"));
  EXPECT_THAT(found("Ingelogd vanaf 2001:db8::ff00:42:8329 gisteren"), ElementsAre("IP 2001:db8::ff00:42:8329"));
  EXPECT_THAT(found("fe80:0:0:0:200:f8ff:fe21:67cf"), ElementsAre("IP fe80:0:0:0:200:f8ff:fe21:67cf"));
}

TEST(Contacts, TimesVersionsAndLargeNumbersAreNoMachines) {
  for (const char* text : {"van 09:30 tot 17:45:10", "release 1.2.3.4.5", "300.400.500.600", "std::string", "12:34"})
    EXPECT_THAT(found_of(Kind::IP, text), IsEmpty()) << text;
}

}  // namespace
}  // namespace collega::privacy
