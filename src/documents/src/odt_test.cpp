#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "formats.h"
#include "test_office.h"

namespace collega::documents {
namespace {

using test::left_out;
using test::make_zip;
using test::outline;
using testing::ElementsAre;

std::string content_xml(const std::string& body, const std::string& styles = "") {
  return "<office:document-content><office:automatic-styles>" + styles +
         "</office:automatic-styles><office:body><office:text>" + body +
         "</office:text></office:body></office:document-content>";
}

std::string odt(const std::string& body, const std::string& styles = "") {
  return make_zip({{"content.xml", content_xml(body, styles)}});
}

std::string text_style(const std::string& name, const std::string& properties) {
  return "<style:style style:name=\"" + name + "\" style:family=\"text\"><style:text-properties " + properties +
         "/></style:style>";
}

Document read(const std::string& bytes) { return parse_odt(bytes, {}).value(); }

TEST(Odt, ReadsHeadingsParagraphsAndLists) {
  const Document document =
      read(odt("<text:h text:outline-level=\"1\">Profiel</text:h><text:p>Ik ben "
               "<text:span>tester</text:span><text:s/>bij een bank.</text:p>"
               "<text:list><text:list-item><text:p>Selenium</text:p><text:list><text:list-item><text:p>Python</"
               "text:p></text:list-item>"
               "</text:list></text:list-item></text:list>"));
  EXPECT_THAT(outline(document),
              ElementsAre("H1 Profiel", "P Ik ben tester bij een bank.", "L1 Selenium", "L2 Python"));
  EXPECT_EQ(document.title, "Profiel");
}

TEST(Odt, ReadsShortCellsAsARowAndLongOnesOneAfterTheOther) {
  const std::string short_row =
      "<table:table-row><table:table-cell><text:p>Excel</text:p></table:table-cell><table:table-cell><text:p>goed</"
      "text:p>"
      "</table:table-cell></table:table-row>";
  const std::string long_row =
      "<table:table-row><table:table-cell><text:p>Contact "
      "met</text:p><text:p>Gouda</text:p></table:table-cell><table:table-cell>"
      "<text:p>Ik zoek werk.</text:p></table:table-cell></table:table-row>";
  const Document document = read(odt("<table:table>" + short_row + long_row + "</table:table>"));
  EXPECT_THAT(outline(document), ElementsAre("R Excel | goed", "P Contact met", "P Gouda", "P Ik zoek werk."));
}

TEST(Odt, ReadsATextBoxBehindTheParagraphThatHoldsIt) {
  const Document document =
      read(odt("<text:p>Over mij als mens<draw:frame><draw:text-box><text:p>Rijbewijs "
               "BE</text:p></draw:text-box></draw:frame></text:p>"));
  EXPECT_THAT(outline(document), ElementsAre("P Over mij als mens", "P Rijbewijs BE"));
}

TEST(Odt, LeavesOutHiddenWhiteAndTinyTextAndSaysSo) {
  const std::string styles = text_style("T1", "fo:color=\"#ffffff\"") + text_style("T2", "text:display=\"none\"") +
                             text_style("T3", "fo:font-size=\"1pt\"");
  const Document document =
      read(odt("<text:p>Bakker<text:span text:style-name=\"T1\"> Java</text:span><text:span text:style-name=\"T2\"> "
               "AWS</text:span>"
               "<text:span text:style-name=\"T3\"> Go</text:span></text:p>",
               styles));
  EXPECT_EQ(document.text, "Bakker\n");
  EXPECT_EQ(left_out(document, NoticeKind::hidden_text), "Java AWS");
  EXPECT_EQ(left_out(document, NoticeKind::tiny_text), "Go");
}

TEST(Odt, KeepsWhiteTextInADarkCell) {
  const std::string styles = text_style("T1", "fo:color=\"#ffffff\"") +
                             "<style:style style:name=\"C1\" style:family=\"table-cell\"><style:table-cell-properties "
                             "fo:background-color=\"#003366\"/></style:style>";
  const Document document = read(
      odt("<table:table><table:table-row><table:table-cell table:style-name=\"C1\"><text:p><text:span "
          "text:style-name=\"T1\">Talen en zo</text:span></text:p></table:table-cell></table:table-row></table:table>",
          styles));
  EXPECT_EQ(document.text, "Talen en zo\n");
  EXPECT_TRUE(document.notices.empty());
}

TEST(Odt, LeavesOutTrackedDeletionsAndComments) {
  const Document document =
      read(odt("<text:tracked-changes><text:changed-region><text:deletion><text:p>weg</text:p></text:deletion>"
               "</text:changed-region></text:tracked-changes><text:p>Blijft<office:annotation><text:p>let op"
               "</text:p></office:annotation> staan</text:p>"));
  EXPECT_EQ(document.text, "Blijft staan\n");
}

TEST(Odt, ReadsTheHeaderOfThePageOnceAndItsTitleFromTheMetadata) {
  const std::string styles =
      "<office:document-styles><office:master-styles><style:master-page><style:header><text:p>Piet Bakker, "
      "Delft</text:p></style:header>"
      "<style:footer><text:p>Pagina <text:page-number>1</text:page-number></text:p></style:footer></style:master-page>"
      "</office:master-styles></office:document-styles>";
  const std::string meta =
      "<office:document-meta><office:meta><dc:title>CV Piet</dc:title></office:meta></office:document-meta>";
  const Document document = read(make_zip(
      {{"content.xml", content_xml("<text:p>Ik zoek werk.</text:p>")}, {"styles.xml", styles}, {"meta.xml", meta}}));
  EXPECT_THAT(outline(document), ElementsAre("P Piet Bakker, Delft", "P Ik zoek werk."));
  EXPECT_EQ(document.title, "CV Piet");
}

TEST(Odt, KnowsAFileWithAPassword) {
  const std::string bytes = make_zip({{"content.xml", "x"}, {"META-INF/manifest.xml", "<manifest:encryption-data/>"}});
  EXPECT_EQ(parse_odt(bytes, {}).error().code, ErrorCode::document_encrypted);
}

TEST(Odt, StopsAtAnAbsurdDepth) {
  std::string body = "<text:p>Gewoon.</text:p>";
  for (int i = 0; i < 20'000; ++i) body += "<text:section>";
  for (int i = 0; i < 20'000; ++i) body += "</text:section>";
  const Document document = read(odt(body));
  EXPECT_EQ(document.text, "Gewoon.\n");
  EXPECT_EQ(document.notices.at(0).kind, NoticeKind::cut_off);
}

}  // namespace
}  // namespace collega::documents
