#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "formats.h"
#include "test_office.h"

namespace collega::documents {
namespace {

using test::left_out;
using test::outline;
using testing::ElementsAre;

Document read(const std::string& html) { return parse_html(html, {}).value(); }

TEST(Html, ReadsTitleHeadingsParagraphsAndLists) {
  const Document document = read(
      "<html><head><title>Vacature: planner</title><style>p{margin:0}</style></head><body><h1>Planner</h1><p>Je "
      "werkt\n in <b>Assen</b>.<br>"
      "Vier "
      "dagen.</p><ul><li>Excel<ul><li>Draaitabellen</li></ul></li><li>SAP</li></ul><script>x()</script></body></html>");
  EXPECT_THAT(outline(document), ElementsAre("H1 Planner", "P Je werkt in Assen. / Vier dagen.", "L1 Excel",
                                             "L2 Draaitabellen", "L1 SAP"));
  EXPECT_EQ(document.title, "Vacature: planner");
}

TEST(Html, ReadsTablesRowByRow) {
  EXPECT_THAT(outline(read("<table><tr><th>Taal</th><th>Niveau</th></tr><tr><td>Frans</td><td>B2</td></tr></table>")),
              ElementsAre("R Taal | Niveau", "R Frans | B2"));
}

TEST(Html, LeavesOutWhatCannotBeSeenAndSaysSo) {
  const Document document = read(
      "<style>.weg, #ook { display: none }</style><p>Kok</p><p style='display:none'>Java</p><p class='x weg'>AWS</p><p "
      "id=ook>Go</p>"
      "<p style='color:#fff'>Rust</p><p hidden>Perl</p><p style='visibility:hidden'>Ruby</p><p "
      "style='font-size:0'>PHP</p>"
      "<p style='position:absolute;left:-9999px'>Ada</p><p style='font-size:2px'>klein</p><font "
      "color=white>Lisp</font>");
  EXPECT_EQ(document.text, "Kok\n");
  EXPECT_EQ(left_out(document, NoticeKind::hidden_text), "Java AWS Go Rust Perl Ruby PHP Ada Lisp");
  EXPECT_EQ(left_out(document, NoticeKind::tiny_text), "klein");
}

TEST(Html, KeepsWhiteLettersOnADarkGround) {
  const Document document = read(
      "<div style='background:#123456'><p style='color:white'>Over ons bedrijf.</p></div><table><tr "
      "bgcolor='#000000'><td><font "
      "color='#ffffff'>Talen en meer</font></td></tr></table>");
  EXPECT_EQ(document.text, "Over ons bedrijf.\nTalen en meer\n");
  EXPECT_TRUE(document.notices.empty());
}

TEST(Html, ReadsTheCharsetOfThePageElseUtf8ElseWindows1252) {
  EXPECT_EQ(read("<meta charset=iso-8859-1><p>Caf\xE9 open").text, "Café open\n");
  EXPECT_EQ(read("<p>Caf\xC3\xA9 open").text, "Café open\n");
  EXPECT_EQ(read("<p>Caf\xE9 \x80 open").text, "Café € open\n");
}

TEST(Html, ReadsEntities) { EXPECT_EQ(read("<p>R&amp;D &euro; 5 &lt;b&gt; &#233;").text, "R&D € 5 <b> é\n"); }

TEST(Html, SurvivesAbsurdDepthInReasonableTime) {
  const auto begin = std::chrono::steady_clock::now();
  std::string divs;
  std::string spans;
  std::string tables;
  for (int i = 0; i < 200'000; ++i) {
    divs += "<div>";
    spans += "<b a=" + std::to_string(i) + "><p>";
    tables += "<table><tr><td></div>";
  }
  for (const std::string& deep : {divs, spans, tables}) {
    EXPECT_NE(parse_html("<p>Tekst</p>" + deep + "diep", {}).value().text.find("Tekst"), std::string::npos);
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds{30});
}

}  // namespace
}  // namespace collega::documents
