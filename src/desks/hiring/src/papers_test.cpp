#include "papers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "collega/documents/read.h"

namespace collega::hiring {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class Grouping : public testing::Test {
 protected:
  Grouping() { std::filesystem::create_directories(folder_); }
  ~Grouping() override { std::filesystem::remove_all(folder_); }

  std::string file(const std::string& name) const {
    const auto path = folder_ / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream{path} << "Verzorgende IG";
    return path.string();
  }
  std::string folder() const { return folder_.string(); }

  static std::vector<std::string> names(const std::vector<CandidateFiles>& candidates) {
    std::vector<std::string> names;
    names.reserve(candidates.size());
    for (const auto& candidate : candidates) names.push_back(candidate.name);
    return names;
  }

  std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() / ("collega-papers-" + std::to_string(getpid()));
};

TEST_F(Grouping, TakesASubfolderAsOneCandidate) {
  file("jansen/cv.pdf");
  file("jansen/brief.docx");
  file("jansen/diploma/mbo4.pdf");
  file("smit/cv.pdf");
  const auto candidates = group_candidates({folder()});
  ASSERT_THAT(names(candidates), ElementsAre("jansen", "smit"));
  EXPECT_THAT(candidates[0].files, SizeIs(3));
  EXPECT_EQ(candidates[0].given, (folder_ / "jansen").string());
}

TEST_F(Grouping, TakesTheNameBeforeTheFirstUnderscoreAsOneCandidate) {
  file("k017-bakker_brief.docx");
  file("k017-bakker_cv_2026.pdf");
  file("k018-de-wit_cv.pdf");
  const auto candidates = group_candidates({folder()});
  ASSERT_THAT(names(candidates), ElementsAre("k017-bakker", "k018-de-wit"));
  EXPECT_THAT(candidates[0].files, SizeIs(2));
}

TEST_F(Grouping, TakesAFileWithoutUnderscoreAsACandidateOfItsOwn) {
  file("bakker.pdf");
  file("_concept.pdf");
  EXPECT_THAT(names(group_candidates({folder()})), ElementsAre("_concept", "bakker"));
}

TEST_F(Grouping, MixesFilesAndFolders) {
  file("map/jansen/cv.pdf");
  file("map/smit_cv.pdf");
  const auto own = file("los/visser_cv.pdf");
  EXPECT_THAT(names(group_candidates({own, (folder_ / "map").string()})), ElementsAre("visser", "jansen", "smit"));
}

TEST_F(Grouping, KeepsTheSameNameInTwoFoldersApart) {
  const auto north = file("noord/jansen_cv.pdf");
  const auto south = file("zuid/jansen_cv.pdf");
  EXPECT_THAT(group_candidates({north, south}), SizeIs(2));
}

TEST_F(Grouping, PassesOverHiddenAndLockFiles) {
  file(".DS_Store");
  file("~$bakker_cv.docx");
  file("bakker_cv.docx");
  file("jansen/.~lock.cv.odt#");
  const auto candidates = group_candidates({folder()});
  ASSERT_THAT(names(candidates), ElementsAre("bakker"));
  EXPECT_THAT(candidates[0].files, SizeIs(1));
}

TEST_F(Grouping, CountsAFileGivenTwiceOnce) {
  const auto cv = file("bakker_cv.pdf");
  const auto roundabout = (folder_ / "." / "bakker_cv.pdf").string();
  const auto candidates = group_candidates({cv, cv, roundabout, folder()});
  ASSERT_THAT(candidates, SizeIs(1));
  EXPECT_THAT(candidates[0].files, SizeIs(1));
}

TEST_F(Grouping, CountsAFolderGivenTwiceOnce) {
  file("jansen/cv.pdf");
  EXPECT_THAT(group_candidates({folder(), folder() + "/"}), SizeIs(1));
}

TEST_F(Grouping, FindsNobodyInAnEmptyFolder) { EXPECT_THAT(group_candidates({folder()}), IsEmpty()); }

TEST_F(Grouping, KeepsAFileThatIsNotThereSoThatItCanBeRefused) {
  EXPECT_THAT(names(group_candidates({(folder_ / "weg_cv.pdf").string()})), ElementsAre("weg"));
}

TEST_F(Grouping, SurvivesALinkThatPointsToItself) {
  file("bakker_cv.pdf");
  std::filesystem::create_symlink("rond", folder_ / "rond");
  EXPECT_THAT(group_candidates({folder()}), SizeIs(2));
}

TEST(PaperFrom, KeepsTheTextAndTheKindOfEachLine) {
  const auto document = documents::parse(
                            "# Zoë Müller\n\nVerzorgende in de wijk.\n\n- Wondzorg\n- Rijbewijs B\n\n| Jaar | Diploma "
                            "|\n|---|---|\n| 2019 | VIG |\n",
                            "cv.md")
                            .value();
  const skills::Paper paper = paper_from(document);
  EXPECT_EQ(paper.text, document.text);
  std::vector<std::pair<skills::LineKind, std::string>> lines;
  for (const auto& line : paper.lines) lines.emplace_back(line.kind, line.span.of(paper.text));
  EXPECT_THAT(
      lines,
      ElementsAre(std::pair{skills::LineKind::heading, "Zoë Müller"},
                  std::pair{skills::LineKind::text, "Verzorgende in de wijk."},
                  std::pair{skills::LineKind::item, "Wondzorg"}, std::pair{skills::LineKind::item, "Rijbewijs B"},
                  std::pair{skills::LineKind::row, "Jaar\tDiploma"}, std::pair{skills::LineKind::row, "2019\tVIG"}));
}

TEST(PaperFrom, MakesEveryLineOfABlockALineAndNoEmptyOnes) {
  documents::Document document;
  document.text = "Profiel\n\nWondzorg\nslot";
  document.blocks = {{documents::BlockKind::paragraph, 0, {0, 18}}};
  const skills::Paper paper = paper_from(document);
  ASSERT_THAT(paper.lines, SizeIs(2));
  EXPECT_EQ(paper.lines[1].span, (Span{9, 17}));
}

TEST(WhoseFile, IsWhatIsLeftOfItsName) {
  EXPECT_EQ(whose_file("Jansen_cv.pdf"), "jansen");
  EXPECT_EQ(whose_file("motivatiebrief jansen.docx"), "jansen");
  EXPECT_EQ(whose_file("CV-Özlem-de-Groot.pdf"), "ozlem de groot");
  EXPECT_EQ(whose_file("CV.pdf"), "");
  EXPECT_EQ(whose_file("mijn cv (definitief).docx"), "");
}

}  // namespace
}  // namespace collega::hiring
