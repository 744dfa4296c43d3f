#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test_find.h"

namespace collega::privacy {
namespace {

using test::found_of;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Special, EveryCategoryIsFoundWhereItIsToldOfSomebody) {
  EXPECT_THAT(found_of(Kind::HEALTH, "Zij heeft een burn-out."), ElementsAre("burn-out"));
  EXPECT_THAT(found_of(Kind::UNION, "Hij is vakbondslid."), ElementsAre("vakbondslid"));
  EXPECT_THAT(found_of(Kind::RELIGION, "Zij is moslima."), ElementsAre("moslima"));
  EXPECT_THAT(found_of(Kind::ORIENTATION, "Hij is homoseksueel."), ElementsAre("homoseksueel"));
  EXPECT_THAT(found_of(Kind::ETHNICITY, "Hij is van Marokkaanse afkomst."), testing::Not(IsEmpty()));
  EXPECT_THAT(found_of(Kind::POLITICS, "Zij is lid van de VVD."), testing::Not(IsEmpty()));
  EXPECT_THAT(found_of(Kind::CRIMINAL, "Hij heeft een strafblad."), ElementsAre("strafblad"));
}

TEST(Special, EnglishTellsItToo) {
  EXPECT_THAT(found_of(Kind::HEALTH, "She has been diagnosed with cancer."), ElementsAre("cancer"));
  EXPECT_THAT(found_of(Kind::CRIMINAL, "He was convicted last year."), ElementsAre("convicted"));
}

TEST(Special, RulesAndOffersTellOfNobody) {
  for (const char* text : {"Bij ziekte en zwangere werknemers geldt artikel 7 van de wet.",
                           "Alle medewerkers hebben recht op een griepprik.", "De cursus gaat over depressie.",
                           "Ongeacht geloof: moslim, christen of atheist."})
    for (const Finding& finding : find(text)) EXPECT_LT(finding.kind, Kind::HEALTH) << text;
}

TEST(Special, TheSentenceBeforeMaySayOfWhom) {
  EXPECT_THAT(found_of(Kind::HEALTH, "Zij is afwezig. Chemotherapie volgt na de zomer."), ElementsAre("Chemotherapie"));
}

}  // namespace
}  // namespace collega::privacy
