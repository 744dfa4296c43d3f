#include "keywords.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test_skills.h"

namespace collega::skills {
namespace {

using test::judged;
using test::match_text;
using test::must_know;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view kWall =
    "Sam Verdonk\nSQL, Java, Python, JavaScript, Docker, Kubernetes, PostgreSQL, Linux, Git, Scrum\n";

TEST(KeywordRow, OfARepeatedNameShowsAPartAtMost) {
  const std::string cv = "Sam Verdonk\nSQL SQL SQL Java Java SQL Python SQL Java SQL\n";
  const Judgement judgement = judged(must_know("sql"), cv);
  EXPECT_EQ(judgement.met, Met::partly);
  EXPECT_EQ(judgement.ground, Ground::keywords);
}

TEST(KeywordRow, CountsNotWhereTheWorkItselfShowsIt) {
  const std::string cv =
      "# Werkervaring\nAnalist, 2019 - 2023\n- Rapportages gemaakt met SQL voor de afdeling\n"
      "# Overig\nSQL SQL SQL Java Java SQL Python SQL Java SQL\n";
  EXPECT_EQ(judged(must_know("sql"), cv).met, Met::yes);
  EXPECT_EQ(judged(must_know("java"), cv).met, Met::partly);
}

TEST(KeywordRow, IsAPaperOfManyNamesAndNothingElse) {
  EXPECT_EQ(judged(must_know("sql"), std::string{kWall}).ground, Ground::keywords);
  EXPECT_EQ(judged(must_know("docker"), std::string{kWall}).met, Met::partly);
}

TEST(KeywordRow, IsNoListOfSkillsInACvThatTellsOfWork) {
  const std::string cv = "# Werkervaring\nOntwikkelaar bij Verhoef, 2019 - 2023\n" + std::string{kWall};
  EXPECT_EQ(judged(must_know("sql"), cv).met, Met::yes);
}

TEST(KeywordRow, IsNoListOfSkillsInAPaperWithASentence) {
  const std::string cv =
      "Ik werk met plezier aan software voor de zorg en heb daar mijn vak van gemaakt.\n" + std::string{kWall};
  EXPECT_EQ(judged(must_know("sql"), cv).met, Met::yes);
}

TEST(KeywordRow, IsNoShortList) {
  EXPECT_EQ(judged(must_know("python"), "# Skills\n- Python (primary)\n- Bash (secondary)\n").met, Met::yes);
  EXPECT_EQ(judged(must_know("sql"), "Vaardigheden: SQL, Java, Excel\n").met, Met::yes);
}

TEST(KeywordRow, IsNoListOfVersions) {
  const std::string cv = "# Werkervaring\nOntwikkelaar, 2019 - 2023\nJava 8, Java 11, Java 17, Java 21, SQL\n";
  EXPECT_EQ(judged(must_know("java"), cv).met, Met::yes);
}

TEST(KeywordRow, IsShownToTheReader) {
  const std::string row = "SQL SQL SQL Java Java SQL Python SQL Java SQL";
  EXPECT_THAT(match_text("Sam Verdonk\n" + row + "\n", {must_know("sql")}).keyword_rows, ElementsAre(row));
  EXPECT_THAT(match_text("Ik schreef drie jaar SQL.\n", {must_know("sql")}).keyword_rows, IsEmpty());
}

}  // namespace
}  // namespace collega::skills
