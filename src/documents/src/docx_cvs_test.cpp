// Reads the CVs of thirty real people, which are not part of the sources; without them there is nothing to see here.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "formats.h"

namespace collega::documents {
namespace {

const std::filesystem::path kFolder = "../shared/data/cvs/vanetik/cvs";

std::vector<std::filesystem::path> cvs() {
  std::vector<std::filesystem::path> files;
  if (!std::filesystem::is_directory(kFolder)) return files;
  for (const auto& entry : std::filesystem::directory_iterator{kFolder}) {
    if (entry.path().extension() == ".docx") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

Result<Document> read(const std::filesystem::path& path) {
  std::ifstream file{path, std::ios::binary};
  const std::string bytes{std::istreambuf_iterator<char>{file}, {}};
  return parse_docx(bytes, {});
}

class RealCvs : public testing::Test {
 protected:
  void SetUp() override {
    if (cvs().empty()) GTEST_SKIP() << "no CVs in " << kFolder;
  }
};

TEST_F(RealCvs, AllHaveTextWithoutRowsOfEmptyCells) {
  for (const auto& path : cvs()) {
    const Result<Document> document = read(path);
    ASSERT_TRUE(document.ok()) << path;
    EXPECT_GT(document->text.size(), 800u) << path;
    EXPECT_EQ(document->text.find("\t\t\t"), std::string::npos) << path;
    EXPECT_EQ(document->pages.back().span.end, document->text.size()) << path;
  }
}

TEST_F(RealCvs, NearlyAllHaveHeadings) {
  std::size_t with_headings = 0;
  for (const auto& path : cvs()) {
    const Result<Document> document = read(path);
    ASSERT_TRUE(document.ok()) << path;
    const auto headings = std::count_if(document->blocks.begin(), document->blocks.end(),
                                        [](const Block& block) { return block.kind == BlockKind::heading; });
    with_headings += headings >= 2 ? 1 : 0;
  }
  EXPECT_GE(with_headings * 10, cvs().size() * 9);
}

TEST_F(RealCvs, KeepTheNamesOfTechnologiesInTheOrderInWhichTheyWereWritten) {
  const Result<Document> document = read(kFolder / "1.docx");
  ASSERT_TRUE(document.ok());
  EXPECT_NE(document->text.find("OOP, AOP, Spring MVC, JPA, Hibernate, JDBC, SpringBoot, Spring Security"),
            std::string::npos);
}

}  // namespace
}  // namespace collega::documents
