#include "collega/skills/possessed.h"

#include <gtest/gtest.h>

#include "test_skills.h"

namespace collega::skills {
namespace {

std::optional<Possession> shown_of(ConceptRef ref, std::string paper) {
  const Candidate candidate{{paper_from_text(std::move(paper))}};
  for (Possession& possession : possessed(candidate, test::finder(), test::kToday)) {
    if (possession.concept_ref == ref) return std::move(possession);
  }
  return std::nullopt;
}

const ConceptRef kSql = test::skill("sql");

TEST(Possessed, CountsTheMonthsOfTheWorkThatTellsOfIt) {
  const auto sql = shown_of(kSql,
                            "## Werkervaring\nOntwikkelaar, Noordwerk\njan 2018 - dec 2019\n- SQL en rapportages\n"
                            "Beheerder, Zuidwerk\njan 2020 - dec 2020\n- netwerken\n");
  ASSERT_TRUE(sql);
  EXPECT_NEAR(sql->months, 24, 0.2);
  EXPECT_FALSE(sql->current);
  ASSERT_TRUE(sql->last_used);
  EXPECT_EQ(sql->last_used->year(), 2020);  // the first of January, just after
  ASSERT_EQ(sql->evidence.size(), 1U);
}

TEST(Possessed, CountsTimeThatTwoJobsShareOnceAndAGapNot) {
  const auto sql = shown_of(kSql,
                            "## Werkervaring\nOntwikkelaar, Noordwerk\njan 2015 - dec 2015\n- SQL\n"
                            "Ontwikkelaar, Zuidwerk\njan 2018 - dec 2019\n- SQL\n"
                            "Ontwikkelaar, Westwerk\njan 2019 - dec 2019\n- SQL\n");
  ASSERT_TRUE(sql);
  EXPECT_NEAR(sql->months, 36, 0.3);
  EXPECT_EQ(sql->evidence.size(), 3U);
}

TEST(Possessed, WorkThatGoesOnLastsUntilToday) {
  const auto sql = shown_of(kSql, "## Werkervaring\nOntwikkelaar, Noordwerk\nsinds november 2024\n- SQL\n");
  ASSERT_TRUE(sql);
  EXPECT_TRUE(sql->current);
  EXPECT_EQ(sql->last_used, test::kToday);
  EXPECT_NEAR(sql->months, 24, 1.1);
}

TEST(Possessed, TakesTheYearsThatThePapersTell) {
  const auto sql = shown_of(kSql, "Ik heb vijf jaar ervaring met SQL.");
  ASSERT_TRUE(sql);
  EXPECT_NEAR(sql->months, 60, 0.1);
  EXPECT_FALSE(sql->last_used);
}

TEST(Possessed, TellsTheLevelOfALanguage) {
  const auto german = shown_of(test::known(ConceptKind::language, "de"), "Talen: Nederlands (moedertaal), Duits B1");
  ASSERT_TRUE(german);
  ASSERT_TRUE(german->level);
  EXPECT_EQ(test::finder().taxonomy().at(*german->level).rank, test::level_rank(ConceptKind::language_level, "b1"));
}

TEST(Possessed, IsNotWhatIsDeniedWishedExpiredOrOfOthers) {
  EXPECT_FALSE(shown_of(kSql, "Ik heb geen ervaring met SQL."));
  EXPECT_FALSE(shown_of(kSql, "Ik wil graag SQL leren."));
  EXPECT_FALSE(shown_of(kSql, "Het team gebruikte SQL voor rapporten."));
  EXPECT_FALSE(shown_of(test::licence("vca-basis"), "VCA, geldig tot maart 2024."));
}

TEST(Possessed, IsWeakWhereItIsOnlyABeginning) {
  const auto weak = shown_of(kSql, "Ik heb basiskennis SQL.");
  ASSERT_TRUE(weak);
  EXPECT_TRUE(weak->weak);
  const auto both = shown_of(kSql, "Basiskennis SQL in 2015.\nOntwikkelaar 2018 - 2020: rapporten met SQL gemaakt.");
  ASSERT_TRUE(both);
  EXPECT_FALSE(both->weak);
}

TEST(Possessed, IsNothingInARowOfKeywords) {
  EXPECT_FALSE(shown_of(kSql, "SQL SQL SQL Java SQL SQL SQL Java SQL SQL SQL"));
}

}  // namespace
}  // namespace collega::skills
