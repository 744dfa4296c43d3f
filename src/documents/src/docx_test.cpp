#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "formats.h"
#include "test_office.h"

namespace collega::documents {
namespace {

using test::left_out;
using test::make_zip;
using test::Members;
using test::outline;
using testing::ElementsAre;

const std::string kNamespaces =
    R"(xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" )"
    R"(xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="urn:wps" xmlns:wp="urn:wp" )"
    R"(xmlns:v="urn:v" xmlns:a="urn:a" xmlns:r="urn:r")";

std::string document_xml(const std::string& body) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document " + kNamespaces + "><w:body>" + body +
         "</w:body></w:document>";
}

std::string docx(const std::string& body, const Members& more = {}) {
  Members members{{"word/document.xml", document_xml(body)}};
  members.insert(members.end(), more.begin(), more.end());
  return make_zip(members);
}

std::string run(const std::string& text, const std::string& properties = "") {
  return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}

std::string paragraph(const std::string& text, const std::string& properties = "") {
  return "<w:p><w:pPr>" + properties + "</w:pPr>" + run(text) + "</w:p>";
}

std::string cell(const std::string& content) { return "<w:tc>" + content + "</w:tc>"; }

std::string row(const std::vector<std::string>& cells) {
  std::string xml = "<w:tr>";
  for (const std::string& content : cells) xml += cell(content);
  return xml + "</w:tr>";
}

Document read(const std::string& bytes) { return parse_docx(bytes, {}).value(); }

TEST(Docx, ReadsParagraphsInOrder) {
  const Document document = read(docx(paragraph("Sanne de Vries") + paragraph("Ik bouw systemen in C++ en C#.")));
  EXPECT_EQ(document.text, "Sanne de Vries\nIk bouw systemen in C++ en C#.\n");
  EXPECT_EQ(document.pages.size(), 1u);
  EXPECT_EQ(document.pages[0].number, std::nullopt);
}

TEST(Docx, JoinsTheRunsThatAWordWasCutInto) {
  const Document document =
      read(docx("<w:p>" + run("Kuber") + run("netes", "<w:lang/>") + run(" ") + run("5 jaar") + "</w:p>"));
  EXPECT_EQ(document.text, "Kubernetes 5 jaar\n");
}

TEST(Docx, KnowsHeadingsByTheNameOfTheirStyleInDutchAndEnglish) {
  const std::string styles = "<w:styles " + kNamespaces + R"(>
    <w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="Kop 1"/></w:style>
    <w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>
    <w:style w:type="paragraph" w:styleId="Eigen"><w:name w:val="Mijn kop"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style></w:styles>)";
  const std::string relations =
      R"(<Relationships><Relationship Id="rId1" Type="http://x/relationships/styles" Target="styles.xml"/></Relationships>)";
  const Document document = read(docx(paragraph("Werkervaring bij de gemeente.", "<w:pStyle w:val=\"Kop1\"/>") +
                                          paragraph("Projects, 2019", "<w:pStyle w:val=\"H2\"/>") +
                                          paragraph("Los werk, 2018", "<w:pStyle w:val=\"Eigen\"/>"),
                                      {{"word/styles.xml", styles}, {"word/_rels/document.xml.rels", relations}}));
  EXPECT_THAT(outline(document),
              ElementsAre("H1 Werkervaring bij de gemeente.", "H2 Projects, 2019", "H3 Los werk, 2018"));
  EXPECT_EQ(document.title, "Werkervaring bij de gemeente.");
}

TEST(Docx, TakesAShortBoldLineForAHeading) {
  const Document document =
      read(docx("<w:p>" + run("Nevenwerk", "<w:b/>") + "</w:p>" +
                paragraph("Twee avonden in de week geef ik les aan de volksuniversiteit van Amersfoort.")));
  EXPECT_THAT(outline(document)[0], "H2 Nevenwerk");
}

TEST(Docx, ReadsListsWithTheirDepth) {
  const auto item = [](const std::string& text, int level) {
    return paragraph(text,
                     "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"3\"/></w:numPr>");
  };
  const Document document = read(docx(item("Java", 0) + item("Spring Boot", 1) + paragraph("\u2022 Docker")));
  EXPECT_THAT(outline(document), ElementsAre("L1 Java", "L2 Spring Boot", "L1 Docker"));
}

TEST(Docx, ReadsATableOfShortCellsRowByRow) {
  const Document document = read(docx("<w:tbl>" + row({paragraph("Python"), paragraph(""), paragraph("5 jaar")}) +
                                      row({paragraph("Kafka"), paragraph(""), paragraph("2 jaar")}) + "</w:tbl>"));
  EXPECT_THAT(outline(document), ElementsAre("R Python | 5 jaar", "R Kafka | 2 jaar"));
}

TEST(Docx, ReadsAPageLaidOutAsATableColumnByColumn) {
  const std::string left = paragraph("Vaardigheden") + paragraph("Terraform") + paragraph("Ansible");
  const std::string right = paragraph("Werkervaring") + paragraph("2019 - 2024 Systeembeheerder bij het waterschap");
  const Document document = read(docx("<w:tbl>" + row({left, right}) + "</w:tbl>"));
  EXPECT_THAT(outline(document), ElementsAre("H2 Vaardigheden", "P Terraform", "P Ansible", "H2 Werkervaring",
                                             "P 2019 - 2024 Systeembeheerder bij het waterschap"));
}

TEST(Docx, KeepsTheRowsOfATableInATable) {
  const std::string inner =
      "<w:tbl>" + row({paragraph("SQL"), paragraph("goed")}) + row({paragraph("R"), paragraph("matig")}) + "</w:tbl>";
  const Document document =
      read(docx("<w:tbl>" + row({inner, paragraph("Talen") + paragraph("Nederlands")}) + "</w:tbl>"));
  EXPECT_THAT(outline(document), ElementsAre("R SQL | goed", "R R | matig", "H2 Talen", "P Nederlands"));
}

TEST(Docx, LeavesTheRestOfAVerticallyMergedCellEmpty) {
  const std::string merged = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>";
  const Document document =
      read(docx("<w:tbl>" + row({paragraph("Cloud"), paragraph("AWS"), paragraph("3 jaar")}) + "<w:tr>" + merged +
                cell(paragraph("Azure")) + cell(paragraph("1 jaar")) + "</w:tr></w:tbl>"));
  EXPECT_THAT(outline(document), ElementsAre("R Cloud | AWS | 3 jaar", "R  | Azure | 1 jaar"));
}

TEST(Docx, ReadsATextBoxOnce) {
  const std::string box = "<w:txbxContent>" + paragraph("Rijbewijs B") + "</w:txbxContent>";
  const std::string alternate =
      "<mc:AlternateContent><mc:Choice><w:drawing><wps:wsp><wps:txbx>" + box +
      "</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>" + box +
      "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>";
  const Document document = read(docx("<w:p>" + run("Personalia van Joost") + "<w:r>" + alternate + "</w:r></w:p>"));
  EXPECT_THAT(outline(document), ElementsAre("P Personalia van Joost", "P Rijbewijs B"));
}

TEST(Docx, ReadsHeadersOnceAndLeavesOutFootersWithAPageNumber) {
  const std::string relations =
      R"(<Relationships><Relationship Id="rId1" Type="http://x/header" Target="header1.xml"/>)"
      R"(<Relationship Id="rId2" Type="http://x/footer" Target="footer1.xml"/></Relationships>)";
  const std::string section =
      R"(<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:footerReference w:type="default" r:id="rId2"/></w:sectPr>)";
  const Document document =
      read(docx(paragraph("Ik zoek een baan dicht bij huis.") + section,
                {{"word/_rels/document.xml.rels", relations},
                 {"word/header1.xml",
                  "<w:hdr " + kNamespaces + ">" + paragraph("Fatima El Idrissi, 06 12 34 56 78") + "</w:hdr>"},
                 {"word/footer1.xml", "<w:ftr " + kNamespaces + ">" + paragraph("Pagina 1 van 2") + "</w:ftr>"}}));
  EXPECT_THAT(outline(document),
              ElementsAre("P Fatima El Idrissi, 06 12 34 56 78", "P Ik zoek een baan dicht bij huis."));
}

TEST(Docx, ReadsTheResultOfAFieldAndNotItsInstruction) {
  const auto mark = [](const std::string& type) { return "<w:r><w:fldChar w:fldCharType=\"" + type + "\"/></w:r>"; };
  const Document document = read(docx("<w:p>" + mark("begin") + "<w:r><w:instrText>HYPERLINK x</w:instrText></w:r>" +
                                      mark("separate") + run("github.com/sanne") + mark("end") + "</w:p>"));
  EXPECT_EQ(document.text, "github.com/sanne\n");
}

TEST(Docx, LeavesOutWhatWasDeletedAndKeepsWhatWasInserted) {
  const Document document =
      read(docx("<w:p>" + run("Ik spreek ") + "<w:del><w:r><w:delText>Duits</w:delText></w:r></w:del><w:ins>" +
                run("Frans") + "</w:ins></w:p>"));
  EXPECT_EQ(document.text, "Ik spreek Frans\n");
}

TEST(Docx, LeavesOutWhiteTextAndSaysSo) {
  const Document document =
      read(docx("<w:p>" + run("Chauffeur") + run(" Kubernetes Java AWS", "<w:color w:val=\"FFFFFF\"/>") + "</w:p>"));
  EXPECT_EQ(document.text, "Chauffeur\n");
  EXPECT_EQ(left_out(document, NoticeKind::hidden_text), "Kubernetes Java AWS");
}

TEST(Docx, KeepsWhiteTextOnADarkGround) {
  const std::string white = run("CONTACT", "<w:color w:val=\"FFFFFF\"/>");
  const Document on_shading =
      read(docx("<w:p><w:pPr><w:shd w:val=\"clear\" w:fill=\"1F3864\"/></w:pPr>" + white + "</w:p>"));
  const Document in_cell =
      read(docx("<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val=\"clear\" w:fill=\"222222\"/></w:tcPr><w:p>" + white +
                "</w:p></w:tc></w:tr></w:tbl>"));
  const Document on_highlight =
      read(docx("<w:p>" + run("CONTACT", "<w:color w:val=\"FFFFFF\"/><w:highlight w:val=\"black\"/>") + "</w:p>"));
  for (const Document& document : {on_shading, in_cell, on_highlight}) {
    EXPECT_EQ(document.text, "CONTACT\n");
    EXPECT_TRUE(document.notices.empty());
  }
}

const std::string kWhiteLetters = run("CONTACT", "<w:color w:val=\"FFFFFF\"/>");

// A large shape behind the text, as templates draw a column, anchored in a paragraph of its own.
const std::string kBand =
    "<w:p><w:r><w:drawing><wp:anchor behindDoc=\"1\"><wp:extent cx=\"2000000\" cy=\"9000000\"/></wp:anchor>"
    "</w:drawing></w:r></w:p>";

std::string text_box(const std::string& fill) {
  return "<w:p><w:r><w:drawing><wps:wsp><wps:spPr>" + fill + "</wps:spPr><wps:txbx><w:txbxContent><w:p>" +
         kWhiteLetters + "</w:p></w:txbxContent></wps:txbx></wps:wsp></w:drawing></w:r></w:p>";
}

TEST(Docx, DoesNotTakeALargeShapeForTheGroundOfAllWhiteLetters) {
  const Document document = read(docx(kBand + paragraph("Chauffeur") + "<w:p>" + kWhiteLetters + "</w:p>"));
  EXPECT_EQ(document.text, "Chauffeur\n");
  EXPECT_EQ(left_out(document, NoticeKind::hidden_text), "CONTACT");
}

TEST(Docx, KeepsWhiteTextInABoxThatIsFilledWithAnythingButWhite) {
  for (const char* fill : {"<a:solidFill><a:srgbClr val=\"1F3864\"/></a:solidFill>", "<a:gradFill/>",
                           "<a:solidFill><a:schemeClr val=\"accent1\"/></a:solidFill>"}) {
    const Document document = read(docx(kBand + text_box(fill)));
    EXPECT_EQ(document.text, "CONTACT\n") << fill;
    EXPECT_TRUE(document.notices.empty()) << fill;
  }
}

TEST(Docx, LeavesOutWhiteTextInABoxWithoutAFillOrWithAWhiteOne) {
  for (const char* fill : {"", "<a:noFill/>", "<a:solidFill><a:srgbClr val=\"FDFDFD\"/></a:solidFill>",
                           "<a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill>"}) {
    const Document document = read(docx(paragraph("Chauffeur") + text_box(fill)));
    EXPECT_EQ(document.text, "Chauffeur\n") << fill;
    EXPECT_EQ(left_out(document, NoticeKind::hidden_text), "CONTACT") << fill;
  }
}

TEST(Docx, KeepsWhiteTextInTheCellsThatTheStyleOfTheTableFills) {
  const std::string styles =
      "<w:styles><w:style w:type=\"table\" w:styleId=\"Raster\"><w:tblStylePr w:type=\"firstRow\"><w:tcPr><w:shd "
      "w:fill=\"1F3864\"/></w:tcPr></w:tblStylePr></w:style></w:styles>";
  const auto row = [](const std::string& letters) { return "<w:tr><w:tc><w:p>" + letters + "</w:p></w:tc></w:tr>"; };
  const std::string white = "<w:color w:val=\"FFFFFF\"/>";
  const std::string table = "<w:tbl><w:tblPr><w:tblStyle w:val=\"Raster\"/></w:tblPr>" + row(run("OPLEIDING", white)) +
                            row(run("Mbo verpleegkunde")) + row(run("Kubernetes", white)) + "</w:tbl>";
  const std::string relations =
      "<Relationships><Relationship Id=\"rId1\" Type=\"x/styles\" Target=\"styles.xml\"/></Relationships>";
  const Document document =
      read(docx(table, {{"word/styles.xml", styles}, {"word/_rels/document.xml.rels", relations}}));
  EXPECT_EQ(document.text, "OPLEIDING\nMbo verpleegkunde\n");
  EXPECT_EQ(left_out(document, NoticeKind::hidden_text), "Kubernetes");
}

TEST(Docx, LeavesOutHiddenAndTinyText) {
  const Document document = read(docx("<w:p>" + run("Kok") + run("verborgen", "<w:vanish/>") +
                                      run("piepklein", "<w:sz w:val=\"4\"/>") + "</w:p>"));
  EXPECT_EQ(document.text, "Kok\n");
  EXPECT_EQ(left_out(document, NoticeKind::hidden_text), "verborgen");
  EXPECT_EQ(left_out(document, NoticeKind::tiny_text), "piepklein");
}

TEST(Docx, ReadsTabsBreaksAndSymbols) {
  const Document document =
      read(docx("<w:p><w:r><w:t>Kerkstraat 1</w:t><w:br/><w:t>Utrecht</w:t><w:tab/><w:t>non</w:t>"
                "<w:noBreakHyphen/><w:t>profit</w:t></w:r></w:p>"));
  EXPECT_EQ(document.text, "Kerkstraat 1\nUtrecht non-profit\n");
}

TEST(Docx, LeavesOutThePlaceholderOfAFieldToFillIn) {
  const std::string body = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" +
                           paragraph("Klik om tekst in te voeren") + "</w:sdtContent></w:sdt><w:sdt><w:sdtContent>" +
                           paragraph("Ingevulde naam") + "</w:sdtContent></w:sdt>";
  EXPECT_EQ(read(docx(body)).text, "Ingevulde naam\n");
}

TEST(Docx, DoesNotExpandEntitiesThatTheFileDeclares) {
  const std::string xml =
      "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><w:document><w:body><w:p><w:r><w:t>&b; "
      "blijft</w:t></w:r></w:p>"
      "</w:body></w:document>";
  EXPECT_EQ(read(make_zip({{"word/document.xml", xml}})).text, "&b; blijft\n");
}

TEST(Docx, StopsAtAnAbsurdDepth) {
  std::string body = paragraph("Gewone tekst.");
  for (int i = 0; i < 20'000; ++i) body += "<w:sdt><w:sdtContent>";
  for (int i = 0; i < 20'000; ++i) body += "</w:sdtContent></w:sdt>";
  const Document document = read(docx(body));
  EXPECT_EQ(document.text, "Gewone tekst.\n");
  EXPECT_EQ(document.notices.at(0).kind, NoticeKind::cut_off);
}

TEST(Docx, SaysWhatIsWrongWithAFileThatIsNone) {
  EXPECT_EQ(parse_docx("geen zip", {}).error().code, ErrorCode::document_broken);
  EXPECT_EQ(parse_docx(make_zip({{"x", "y"}}), {}).error().code, ErrorCode::document_broken);
  EXPECT_EQ(parse_docx(make_zip({{"word/document.xml", "<w:document><w:body>"}}), {}).error().code,
            ErrorCode::document_broken);
  EXPECT_EQ(parse_docx(docx(""), {}).error().code, ErrorCode::document_no_text);
}

}  // namespace
}  // namespace collega::documents
