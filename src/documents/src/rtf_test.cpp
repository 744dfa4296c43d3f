#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "formats.h"
#include "test_office.h"

namespace collega::documents {
namespace {

using test::left_out;
using test::outline;
using testing::ElementsAre;

Document read(const std::string& body) { return parse_rtf("{\\rtf1\\ansi\\ansicpg1252 " + body + "}", {}).value(); }

TEST(Rtf, ReadsParagraphsAndPassesOverWhatIsNoText) {
  const Document document = read(
      "{\\fonttbl{\\f0\\fswiss Arial;}}{\\*\\generator Riched20;}{\\info{\\author X}{\\title CV van Kim}}\\pard Ik ben "
      "verpleegkundige.\\par "
      "{\\pict 89504e47}Ik werk in Zwolle.\\par");
  EXPECT_THAT(outline(document), ElementsAre("P Ik ben verpleegkundige.", "P Ik werk in Zwolle."));
  EXPECT_EQ(document.title, "CV van Kim");
}

TEST(Rtf, ReadsLettersInTheirCodePageAndInUnicode) {
  EXPECT_EQ(read("Caf\\'e9, na\\u239?ve, \\u-10179?\\u-8704? en \\lquote zo\\rquote").text, "Café, naïve, 😀 en ‘zo’\n");
  EXPECT_EQ(read("{\\fonttbl{\\f0\\fcharset204 Arial;}}\\f0 \\'cc\\'ee\\'f1\\'ea\\'e2\\'e0").text, "Москва\n");
}

TEST(Rtf, KnowsHeadingsByStyleAndOutline) {
  const Document document = read(
      "{\\stylesheet{\\s0 Normal;}{\\s1 heading 1;}}\\pard\\s1 Opleiding en training, 2010\\par\\pard\\outlinelevel1 "
      "Los werk, 2011\\par\\pard Tekst volgt.\\par");
  EXPECT_THAT(outline(document), ElementsAre("H1 Opleiding en training, 2010", "H2 Los werk, 2011", "P Tekst volgt."));
}

TEST(Rtf, ReadsListsAndTables) {
  const Document document = read(
      "\\pard{\\listtext\\'b7\\tab}\\ls1\\ilvl0 Docker\\par\\pard{\\listtext o\\tab}\\ls1\\ilvl1 Swarm\\par"
      "\\trowd\\pard\\intbl Java\\cell 5 jaar\\cell\\row\\pard Einde van de tabel.\\par");
  EXPECT_THAT(outline(document), ElementsAre("L1 Docker", "L2 Swarm", "R Java | 5 jaar", "P Einde van de tabel."));
}

TEST(Rtf, LeavesOutHiddenWhiteTinyAndDeletedText) {
  const Document document = read(
      "{\\colortbl;\\red255\\green255\\blue255;\\red0\\green0\\blue0;}\\fs22 Timmerman{\\v geheim}{\\cf1 Java}{\\fs4 "
      "klein}{\\deleted weg}{\\cf2 !}\\par");
  EXPECT_EQ(document.text, "Timmerman!\n");
  EXPECT_EQ(left_out(document, NoticeKind::hidden_text), "geheimJava");
  EXPECT_EQ(left_out(document, NoticeKind::tiny_text), "klein");
}

TEST(Rtf, KeepsWhiteTextOnAHighlight) {
  const Document document =
      read("{\\colortbl;\\red255\\green255\\blue255;\\red0\\green0\\blue80;}{\\cf1\\highlight2 Contact met mij}\\par");
  EXPECT_EQ(document.text, "Contact met mij\n");
}

TEST(Rtf, ReadsTheResultOfAField) {
  EXPECT_EQ(read("{\\field{\\*\\fldinst HYPERLINK \"http://x\"}{\\fldrslt mijn site}}").text, "mijn site\n");
}

TEST(Rtf, ReadsTheTextOfAShape) {
  EXPECT_THAT(
      outline(read("Voor de vorm.{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt \\pard In de vorm.\\par}}}\\par")),
      ElementsAre("P Voor de vorm.", "P In de vorm."));
}

TEST(Rtf, SurvivesAbsurdDepthAndMissingEnds) {
  EXPECT_EQ(read(std::string(1'000'000, '{') + "diep" + std::string(1'000'000, '}') + "Tekst").text, "Tekst\n");
  EXPECT_EQ(parse_rtf("{\\rtf1 open{{\\b vet\\'e", {}).value().text, "openvet\n");
  EXPECT_EQ(parse_rtf("{\\rtf1 a\\bin99999999 b", {}).value().text, "a\n");
}

TEST(Rtf, SaysWhenAFileIsNone) { EXPECT_EQ(parse_rtf("gewone tekst", {}).error().code, ErrorCode::document_broken); }

}  // namespace
}  // namespace collega::documents
