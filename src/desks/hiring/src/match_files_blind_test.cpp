#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "match_files.h"
#include "match_files_test_support.h"
#include "wording.h"

namespace collega::hiring {
namespace {

using namespace testing_support;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

class BlindMatch : public MatchFiles {
 protected:
  MatchFilesRequest blind_request() {
    file("map/zoe-muller_cv.md", kComplete);
    file("map/zoe-muller_brief.md",
         "Geachte heer,\n\nIk, Zoë Müller, heb rijbewijs B.\n\nMet vriendelijke groet,\n\nZoë Müller\n");
    file("map/Visser Henk/cv.pdf", pdf(kSilent));
    file("map/zoe-muller_diploma.pdf", "");
    MatchFilesRequest blind = request({place("map")});
    blind.blind = true;
    blind.blind_key = place("sleutel.tsv");
    blind.xlsx = place("blad.xlsx");
    return blind;
  }
};

TEST_F(BlindMatch, LeavesNoNameNorContactInTheWholeAnswer) {
  const std::string answer = to_lower(to_text(to_json(match(blind_request()).value())));
  for (const char* token : {"zoë", "zoe", "müller", "muller", "şahin", "sahin", "visser", "henk", "post.example",
                            "12345678", "12-03-1990"}) {
    EXPECT_THAT(answer, Not(HasSubstr(token)));
  }
  EXPECT_THAT(answer, HasSubstr("wondzorg"));
  EXPECT_THAT(answer, HasSubstr("k-01"));
}

TEST_F(BlindMatch, TellsNoNameWhileItIsUnderWay) {
  std::string seen;
  context_.progress = [&](const operations::Progress& progress) { seen += progress.current + "\n"; };
  ASSERT_TRUE(match(blind_request()).ok());
  EXPECT_THAT(to_lower(seen), AllOf(Not(HasSubstr("muller")), Not(HasSubstr("visser")), HasSubstr("k-02")));
}

TEST_F(BlindMatch, WritesTheKeyBesideIt) {
  ASSERT_TRUE(match(blind_request()).ok());
  EXPECT_THAT(content("sleutel.tsv"), AllOf(HasSubstr("K-01\t" + place("map/Visser Henk/cv.pdf") + "\n"),
                                            HasSubstr("K-02\t" + place("map/zoe-muller_cv.md") + "\n")));
}

TEST_F(BlindMatch, ChangesNoScore) {
  MatchFilesRequest blind = blind_request();
  const auto with = match(blind).value();
  blind.blind = false;
  const auto without = match(blind).value();
  ASSERT_EQ(with.ranking.size(), without.ranking.size());
  for (std::size_t i = 0; i < with.ranking.size(); ++i) EXPECT_EQ(with.ranking[i].score, without.ranking[i].score);
}

TEST_F(BlindMatch, SaysWhatWasLeftOut) {
  EXPECT_THAT(match(blind_request())->limits, Contains(messages_in(Language::nl)("limit.blind")));
}

TEST_F(BlindMatch, WritesASheet) {
  ASSERT_TRUE(match(blind_request()).ok());
  EXPECT_GT(std::filesystem::file_size(place("blad.xlsx")), 1000u);
}

}  // namespace
}  // namespace collega::hiring
