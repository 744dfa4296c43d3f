#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test_find.h"

namespace collega::privacy {
namespace {

using test::found_of;
using testing::ElementsAre;
using testing::IsEmpty;

const KnownPeople& staff() {
  static const std::vector<std::string> kNames{"Zwaantje van der Kwastenberg", "Floor Tasma", "Wolf de Wit",
                                               "Xandra Okkema-Breur"};
  static const KnownPeople kStaff(kNames);
  return kStaff;
}

std::vector<std::string> people(std::string_view text) { return found_of(Kind::PERSON, text, &staff()); }

TEST(KnownPeople, AreFoundInEverySpellingOfTheirName) {
  for (const char* name : {"Zwaantje van der Kwastenberg", "Z. van der Kwastenberg", "Z van der Kwastenberg",
                           "zwaantje van der kwastenberg", "ZWAANTJE VAN DER KWASTENBERG", "van der Kwastenberg, Z.",
                           "Kwastenberg, Zwaantje", "Zwaantje Kwastenberg", "Zwaantje", "Kwastenberg"})
    EXPECT_THAT(people(std::string("overleg met ") + name + " over het rooster"), ElementsAre(name));
}

TEST(KnownPeople, ATitleIsNoPartOfTheName) {
  EXPECT_THAT(people("Geachte mevrouw Kwastenberg,"), ElementsAre("Kwastenberg"));
}

TEST(KnownPeople, AGenitiveEndsBeforeItsEnding) {
  EXPECT_THAT(people("Het is Zwaantje's beurt."), ElementsAre("Zwaantje"));
}

TEST(KnownPeople, ADoubleNameIsFoundByItsWhole) {
  EXPECT_THAT(people("gesproken met Xandra Okkema-Breur vandaag"), ElementsAre("Xandra Okkema-Breur"));
}

TEST(KnownPeople, ANameThatIsAWordNeedsACapital) {
  EXPECT_THAT(people("De muur is wit en de vloer is grijs."), IsEmpty());
  EXPECT_THAT(people("Er liep een wolf over de vloer."), IsEmpty());
  EXPECT_THAT(people("Dit is van Wolf de Wit zelf."), ElementsAre("Wolf de Wit"));
}

TEST(KnownPeople, AParticleBelongsOnlyToWhoHasIt) {
  EXPECT_THAT(people("Ook een kaart aan de broer van Tasma."), ElementsAre("Tasma"));
}

TEST(KnownPeople, AFullNameOfAnotherIsNotCutByAKnownFirstName) {
  EXPECT_THAT(people("Daarna sprak Floor Hoogendoorn met de klant."), ElementsAre("Floor Hoogendoorn"));
}

TEST(KnownPeople, TheSameFirstNameOverAndOverEnds) {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "Floor ";
  EXPECT_FALSE(people(text).empty());
}

TEST(KnownPeople, NobodyIsKnownFromAnEmptyList) {
  const KnownPeople nobody(std::vector<std::string>{"", " ", "."});
  EXPECT_THAT(found_of(Kind::PERSON, "Het rooster is klaar.", &nobody), IsEmpty());
}

}  // namespace
}  // namespace collega::privacy
