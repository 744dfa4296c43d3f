#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fake_office.h"

namespace collega::cli {
namespace {

using testing::HasSubstr;

constexpr std::string_view kCv = R"({
  "text": "Curriculum vitae\nWondzorg\nmbo 4\t2015\n王芳\u001b[2J",
  "pages": [], "title": "", "language": "nl", "format": "pdf",
  "blocks": [
    {"kind": "heading", "level": 1, "page": 1, "start": 0, "end": 16},
    {"kind": "list_item", "level": 1, "page": 1, "start": 17, "end": 25},
    {"kind": "table_row", "level": 0, "page": 2, "start": 26, "end": 36},
    {"kind": "paragraph", "level": 0, "page": 2, "start": 37, "end": 43}],
  "notices": [{"kind": "hidden_text", "page": 2, "excerpt": "beste\nkandidaat", "message": "Hier staat iets."}]})";

class ReadCommand : public testing::Test {
 protected:
  ReadCommand() {
    office_.add("documents.read",
                [](const Json& input, operations::Context&) -> Result<Json> {
                  if (input.at("path") == "weg.pdf") return Error{ErrorCode::file_not_found, "weg.pdf"};
                  return parse_json(kCv).value();
                },
                {"path"});
  }

  FakeOffice office_;
};

TEST_F(ReadCommand, ShowsPagesHeadingsItemsAndRows) {
  EXPECT_EQ(office_.call({"read", "cv.pdf"}), 0);
  EXPECT_EQ(office_.out(),
            "── bladzijde 1 ──\n\n# Curriculum vitae\n• Wondzorg\n\n── bladzijde 2 ──\nmbo 4 | 2015\n王芳[2J\n");
}

TEST_F(ReadCommand, TellsWhatStandsOutApart) {
  office_.call({"read", "cv.pdf"});
  EXPECT_EQ(office_.err(), "cv.pdf, bladzijde 2: Hier staat iets. “beste kandidaat”\n");
}

TEST_F(ReadCommand, GoesOnAfterAFileThatIsNotThere) {
  EXPECT_EQ(office_.call({"read", "weg.pdf", "cv.pdf"}), 1);
  EXPECT_THAT(office_.err(), HasSubstr("(weg.pdf)"));
  EXPECT_THAT(office_.out(), HasSubstr("── cv.pdf ──"));
}

TEST_F(ReadCommand, GivesJsonWithTheFileAsId) {
  EXPECT_EQ(office_.call({"read", "weg.pdf", "cv.pdf", "--json"}), 1);
  std::istringstream lines{office_.out()};
  std::string line;
  std::getline(lines, line);
  EXPECT_EQ(parse_json(line).value().at("error").at("code").as_string(), "file_not_found");
  EXPECT_EQ(parse_json(line).value().at("id").as_string(), "weg.pdf");
  std::getline(lines, line);
  EXPECT_EQ(parse_json(line).value().at("id").as_string(), "cv.pdf");
}

}  // namespace
}  // namespace collega::cli
