#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "formats.h"
#include "test_office.h"

namespace collega::documents {
namespace {

using test::left_out;
using test::outline;
using testing::ElementsAre;

Document read(const std::string& markdown) { return parse_markdown(markdown, {}).value(); }

TEST(Markdown, ReadsHeadingsParagraphsListsAndTables) {
  const Document document = read(
      "# Vacature\n\nWij zoeken een **ervaren** [ontwikkelaar](http://x)\nmet `C++`.\n\n- Java\n  - Spring\n- Go\n\n"
      "| Taal | Jaar |\n|---|---|\n| C# | 5 |\n");
  EXPECT_THAT(outline(document), ElementsAre("H1 Vacature", "P Wij zoeken een ervaren ontwikkelaar met C++.", "L1 Java",
                                             "L2 Spring", "L1 Go", "R Taal | Jaar", "R C# | 5"));
  EXPECT_EQ(document.title, "Vacature");
}

TEST(Markdown, KeepsTheLinesOfCode) {
  EXPECT_THAT(outline(read("```cpp\nint main() {\n}\n```\n")), ElementsAre("P int main() { / }"));
}

TEST(Markdown, KeepsTheParagraphsOfOneItemApart) {
  EXPECT_THAT(outline(read("- Eerste\n\n  Vervolg\n\n- Tweede\n")), ElementsAre("L1 Eerste", "P Vervolg", "L1 Tweede"));
}

TEST(Markdown, LeavesOutCommentsAndSaysSo) {
  const Document document = read("Kok <!-- Java, AWS --> in Breda\n\n<!--\nKubernetes\n-->\n");
  EXPECT_EQ(document.text, "Kok in Breda\n");
  EXPECT_EQ(left_out(document, NoticeKind::hidden_text), "Java, AWS Kubernetes");
}

TEST(Markdown, LeavesOutWhatHtmlHides) {
  const Document document = read(
      "Kok <span style=\"display:none\">Java **en** Go</span>in Breda\n\n<div hidden>\n\nAWS\n\n</div>\n\nEinde.\n");
  EXPECT_EQ(document.text, "Kok in Breda\nEinde.\n");
  EXPECT_EQ(left_out(document, NoticeKind::hidden_text), "Java en Go AWS");
}

TEST(Markdown, ReadsEntitiesAndBreaks) {
  EXPECT_EQ(read("R&amp;D caf&eacute; &#8364;5<br>Breda  \nTilburg").text, "R&D café €5\nBreda\nTilburg\n");
}

TEST(Markdown, SurvivesAbsurdNesting) {
  EXPECT_TRUE(parse_markdown(std::string(100'000, '>') + " diep", {}).ok());
  EXPECT_TRUE(parse_markdown(std::string(100'000, '[') + " diep", {}).ok());
  std::string spans = "x";
  for (int i = 0; i < 100'000; ++i) spans += "<b hidden>";
  EXPECT_TRUE(parse_markdown(spans, {}).ok());
}

}  // namespace
}  // namespace collega::documents
