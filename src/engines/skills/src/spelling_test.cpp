#include "spelling.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test_skills.h"

namespace collega::skills {
namespace {

using test::judged;
using test::must_know;
using test::names_in;
using testing::Contains;
using testing::IsEmpty;
using testing::Not;

Spelling knowing(const std::vector<std::string>& words) {
  Spelling spelling;
  for (const std::string& word : words) spelling.learn(word);
  spelling.finish();
  return spelling;
}

TEST(Spelling, HearsWhatWasMeant) {
  const Spelling spelling = knowing({"medicatie", "poortwachter", "handscanner", "rapporter"});
  EXPECT_EQ(spelling.meant("medikatie"), "medicatie");
  EXPECT_EQ(spelling.meant("poortwagter"), "poortwachter");
  EXPECT_EQ(spelling.meant("handscaner"), "handscanner");
  EXPECT_EQ(spelling.meant("raporter"), "rapporter");
}

TEST(Spelling, SeesOneSlipInALongWord) {
  const Spelling spelling = knowing({"verzuimbegeleid", "verpleegkundig"});
  EXPECT_EQ(spelling.meant("verzuimbegleid"), "verzuimbegeleid");
  EXPECT_EQ(spelling.meant("verpleegknudig"), "verpleegkundig");
  EXPECT_EQ(spelling.meant("verpleegkumdig"), "verpleegkundig");
}

TEST(Spelling, LeavesAnotherWordWhatItIs) {
  const Spelling spelling = knowing({"overdrag", "gekoeld", "verplicht", "communicatief", "bestraling"});
  for (const std::string_view word : {"overdag", "gekoppeld", "verlicht", "communicatie", "bestrating"})
    EXPECT_THAT(spelling.meant(word), IsEmpty()) << word;
}

TEST(Spelling, ChoosesNoneOfTwo) {
  EXPECT_EQ(knowing({"verzuimbegeleid", "verzuimbeleid"}).meant("verzuimbegleid"), "verzuimbegeleid");
  EXPECT_THAT(knowing({"hoofdverpleger", "hoofdverplager"}).meant("hoofdverplger"), IsEmpty());
}

TEST(Spelling, TakesWhatIsNotAllLettersAsItIs) {
  EXPECT_THAT(knowing({"medicatie"}).meant("medikat1e"), IsEmpty());
  EXPECT_THAT(knowing({"medicatie"}).meant(""), IsEmpty());
}

TEST(Mentions, AreFoundThroughATypingError) {
  EXPECT_THAT(names_in("Medikatie toedienen en controleren"), Contains("skill/medication-administration"));
  EXPECT_THAT(names_in("Verzuimbegleiding van mijn team"), Contains("skill/absence-management"));
}

TEST(Mentions, TakeANameForNoTypingError) {
  EXPECT_THAT(names_in("Ik woon naast Medikatie"), Not(Contains("skill/medication-administration")));
  EXPECT_THAT(names_in("I play in a symphony orchestra"), Not(Contains("skill/symfony")));
}

TEST(Mentions, AreFoundInADutyThatIsToldInAnotherOrder) {
  EXPECT_THAT(names_in("Ik verzorg complexe wonden"), Contains("skill/wound-care"));
  EXPECT_THAT(names_in("- wonden goed verzorgen"), Contains("skill/wound-care"));
  EXPECT_THAT(names_in("- wonden, en dieren verzorgen"), Not(Contains("skill/wound-care")));
}

TEST(Mentions, OfADutyInOtherWordsCanBeDenied) {
  EXPECT_EQ(judged(must_know("wound-care"), "Ik heb nooit wonden hoeven verzorgen.").met, Met::no);
}

}  // namespace
}  // namespace collega::skills
