#include "compounds.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test_skills.h"

namespace collega::skills {
namespace {

using test::names_in;
using testing::Contains;
using testing::Not;

TEST(Compound, ShowsTheSkillThatItBeginsWith) {
  for (const char* text : {"Ik schreef de wondzorgprotocollen.", "Ik werk als wondzorgverpleegkundige.",
                           "Ik volgde twee wondzorgcursussen.", "Ik doe wondzorgwerkzaamheden."}) {
    EXPECT_THAT(names_in(text), Contains("skill/wound-care")) << text;
  }
  EXPECT_THAT(names_in("Ik begeleidde negen verzuimbegeleidingstrajecten."), Contains("skill/absence-management"));
}

TEST(Compound, ShowsNothingWhereItsEndTellsOfSomethingElse) {
  for (const char* text : {"Wij kochten wondzorgsoftware.", "Naast de wondzorgafdeling zat de kantine."})
    EXPECT_THAT(names_in(text), Not(Contains("skill/wound-care"))) << text;
}

TEST(Compound, BeginsWithAWholeNameOfSomeLength) {
  EXPECT_THAT(names_in("Wij bouwden een platformmodule en een javamodule."), testing::IsEmpty());
}

}  // namespace
}  // namespace collega::skills
