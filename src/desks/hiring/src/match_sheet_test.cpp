#include "match_sheet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "wording.h"

namespace collega::hiring {
namespace {

using ::testing::StartsWith;

constexpr std::string_view kZipMark = "PK\x03\x04";  // an XLSX is a zip

RequirementResult shown(const std::string& label, skills::Met met) {
  RequirementResult requirement;
  requirement.label = label;
  requirement.met = met;
  requirement.why = "De papieren noemen het.";
  requirement.evidence = {{"cv.pdf", 2, "=HYPERLINK(\"http://kwaad.example\")", 0, 4, 0, 4}};
  return requirement;
}

MatchFilesAnswer answer() {
  MatchFilesAnswer answer;
  answer.criteria = {{"Rijbewijs B", skills::RequirementKind::must, skills::RequirementType::licence, 1, {}}};
  for (const skills::Met met : {skills::Met::yes, skills::Met::partly, skills::Met::no, skills::Met::unknown}) {
    CandidateResult candidate;
    candidate.name = "K-0" + std::to_string(answer.ranking.size() + 1);
    candidate.requirements = {shown("Rijbewijs B", met)};
    candidate.notices = {"cv.pdf: een bladzijde kon niet worden gelezen."};
    answer.ranking.push_back(candidate);
  }
  answer.limits = {"Karakter leest Collega niet."};
  answer.refused = {{"leeg.pdf", {"document_empty", "Dit bestand is leeg.", "leeg.pdf"}}};
  return answer;
}

TEST(MatchSheet, IsAWorkbookInBothLanguages) {
  for (const Language language : {Language::nl, Language::en}) {
    EXPECT_THAT(match_sheet(answer(), messages_in(language)).value(), StartsWith(kZipMark));
  }
}

TEST(MatchSheet, GrowsWithItsCandidates) {
  MatchFilesAnswer more = answer();
  for (int i = 0; i < 200; ++i) more.ranking.push_back(more.ranking.front());
  EXPECT_GT(match_sheet(more, messages_in(Language::nl))->size(),
            match_sheet(answer(), messages_in(Language::nl))->size());
}

TEST(MatchSheet, IsTheSameForTheSameAnswer) {
  EXPECT_EQ(match_sheet(answer(), messages_in(Language::nl)).value(),
            match_sheet(answer(), messages_in(Language::nl)).value());
}

TEST(MatchSheet, StandsWithoutCriteriaAndWithoutCandidates) {
  EXPECT_THAT(match_sheet({}, messages_in(Language::nl)).value(), StartsWith(kZipMark));
}

}  // namespace
}  // namespace collega::hiring
