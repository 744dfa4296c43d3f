#include "person_name.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace collega::privacy {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(PersonName, ParticlesLeadTheFamilyName) {
  const PersonName name = person_name("Anna Maria van der Wit");
  EXPECT_THAT(name.first, ElementsAre("anna", "maria"));
  EXPECT_THAT(name.particles, ElementsAre("van", "der"));
  EXPECT_THAT(name.last, ElementsAre("wit"));
  EXPECT_EQ(name.initials, "am");
}

TEST(PersonName, AListHasTheFamilyNameFirst) {
  const PersonName name = person_name("de Wit, A.");
  EXPECT_THAT(name.last, ElementsAre("wit"));
  EXPECT_EQ(name.initials, "a");
  EXPECT_THAT(name.first, IsEmpty());
}

TEST(PersonName, InitialsMayStandTogether) {
  EXPECT_EQ(person_name("A.M. Okkema").initials, "am");
  EXPECT_THAT(person_name("A.M. Okkema").last, ElementsAre("okkema"));
}

TEST(PersonName, CapitalsAndTitlesSayNothing) {
  EXPECT_THAT(person_name("MEVROUW DE WIT").last, ElementsAre("wit"));
  EXPECT_THAT(person_name("dr. Okkema").last, ElementsAre("okkema"));
}

TEST(PersonName, ADoubleNameHasItsPartsEach) {
  EXPECT_THAT(person_name("Xandra Okkema-Breur").last, ElementsAre("okkema", "breur"));
}

TEST(PersonName, OneWordMayBeEither) {
  const PersonName name = person_name("Anna");
  EXPECT_TRUE(name.single);
  EXPECT_THAT(name.first, ElementsAre("anna"));
  EXPECT_THAT(name.last, ElementsAre("anna"));
}

TEST(PersonName, NothingIsNobody) {
  for (const char* text : {"", " ", ".", ",", "-", "'s"}) {
    const PersonName name = person_name(text);
    EXPECT_THAT(name.last, IsEmpty()) << text;
    EXPECT_FALSE(name.single) << text;
  }
}

}  // namespace
}  // namespace collega::privacy
