#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test_find.h"

namespace collega::privacy {
namespace {

using test::found;
using test::found_of;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Columns, CellsAreWhatTheHeadSays) {
  EXPECT_THAT(
      found("Personeelsnummer;Achternaam;Woonplaats;Geboortedatum\n"
            "20388;Zwaluwnest;Ergenshuizen;12-03-1984\n"),
      ElementsAre("PERSONNEL_NUMBER 20388", "PERSON Zwaluwnest", "PLACE Ergenshuizen", "DATE_OF_BIRTH 12-03-1984"));
}

TEST(Columns, EveryMarkOfATableWillDo) {
  for (const char mark : {';', '|', '\t', ','}) {
    std::string text = "naam;bsn;uren\nKwastenberg;123456789;36\n";
    std::replace(text.begin(), text.end(), ';', mark);
    EXPECT_THAT(found(text), ElementsAre("PERSON Kwastenberg", "BSN 123456789")) << mark;
  }
}

TEST(Columns, QuotationMarksDoNotBelongToTheCell) {
  EXPECT_THAT(found_of(Kind::PERSON, "\"naam\";\"telefoon\";\"uren\"\n\"Kwastenberg\";\"0612345678\";\"36\"\n"),
              ElementsAre("Kwastenberg"));
}

TEST(Columns, TheTableEndsAtALineOfAnotherShape) {
  EXPECT_THAT(found_of(Kind::PERSON, "naam;bsn;uren\nKwastenberg;123456782;36\nTotaal aantal uren\nweek;12;36\n"),
              ElementsAre("Kwastenberg"));
}

TEST(Columns, ASentenceWithCommasIsNoHead) {
  EXPECT_THAT(find("Neem mee: naam, adres, woonplaats.\nBrood, kaas, water.\n"), IsEmpty());
}

TEST(Columns, EmptyCellsGiveNothing) { EXPECT_THAT(found("naam;bsn;uren\n;;36\n"), IsEmpty()); }

}  // namespace
}  // namespace collega::privacy
