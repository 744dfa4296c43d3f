#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poppler.h>

#include <memory>

#include "writers_test_support.h"

namespace collega::documents {
namespace {

using ::testing::Contains;
using testing::cv_in;
using ::testing::HasSubstr;
using testing::holds;
using ::testing::IsSupersetOf;
using testing::tells_of;
using testing::texts_of;

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};

// What a PDF viewer sees: the text of each page and the title.
struct Viewed {
  std::string title;
  std::vector<std::string> pages;
};

Viewed view(const std::string& pdf) {
  GBytes* bytes = g_bytes_new(pdf.data(), pdf.size());
  const std::unique_ptr<PopplerDocument, Unref> document{poppler_document_new_from_bytes(bytes, nullptr, nullptr)};
  g_bytes_unref(bytes);
  Viewed viewed;
  if (char* title = poppler_document_get_title(document.get())) {
    viewed.title = title;
    g_free(title);
  }
  for (int i = 0; i < poppler_document_get_n_pages(document.get()); ++i) {
    const std::unique_ptr<PopplerPage, Unref> page{poppler_document_get_page(document.get(), i)};
    char* text = poppler_page_get_text(page.get());
    viewed.pages.emplace_back(text);
    g_free(text);
  }
  return viewed;
}

Document read_again(const Draft& draft) { return parse(write_pdf(draft).value(), "cv.pdf").value(); }

TEST(WritePdf, CarriesTheTitle) { EXPECT_EQ(view(write_pdf(cv_in(Layout::plain)).value()).title, "Samira Boulahrouz"); }

TEST(WritePdf, HasOnePageWithoutFooterForAShortText) {
  const Viewed viewed = view(write_pdf(cv_in(Layout::plain)).value());
  ASSERT_EQ(viewed.pages.size(), 1u);
  EXPECT_EQ(viewed.pages[0].find("pagina"), std::string::npos);
}

TEST(WritePdf, NumbersThePagesOfALongText) {
  Draft draft = cv_in(Layout::plain);
  for (int i = 0; i < 40; ++i) draft.blocks.push_back({BlockKind::paragraph, 0, "Alinea nummer " + std::to_string(i)});
  const Viewed viewed = view(write_pdf(draft).value());
  ASSERT_EQ(viewed.pages.size(), 2u);
  EXPECT_THAT(viewed.pages[0], HasSubstr("pagina 1 van 2"));
  EXPECT_THAT(viewed.pages[1], HasSubstr("Alinea nummer 39"));
}

TEST(WritePdf, BreaksATableRowThatIsHigherThanAPage) {
  std::string cell = "Taken";
  for (int i = 0; i < 120; ++i) cell += "\nTaak " + std::to_string(i);
  const Viewed viewed =
      view(write_pdf({.title = "Taken", .blocks = {{BlockKind::table_row, 0, "", {"2020", cell}}}}).value());
  ASSERT_GE(viewed.pages.size(), 2u);
  EXPECT_THAT(viewed.pages.back(), HasSubstr("Taak 119"));
}

TEST(WritePdf, WritesAnEmptyDraftAsOneEmptyPage) { EXPECT_EQ(view(write_pdf({}).value()).pages.size(), 1u); }

TEST(WritePdf, SurvivesTextThatIsNoUtf8) {
  const Draft draft{.title = "Kapot", .blocks = {{BlockKind::paragraph, 0, "voor\xff\x01na"}}};
  EXPECT_THAT(view(write_pdf(draft).value()).pages.at(0), HasSubstr("na"));
}

TEST(WritePdf, WritesTheSameBytesForTheSameDraft) {
  EXPECT_EQ(write_pdf(cv_in(Layout::sidebar)).value(), write_pdf(cv_in(Layout::sidebar)).value());
}

class EveryLayout : public ::testing::TestWithParam<Layout> {};
INSTANTIATE_TEST_SUITE_P(WritePdf, EveryLayout,
                         ::testing::Values(Layout::plain, Layout::sidebar, Layout::compact, Layout::letterhead,
                                           Layout::table));

TEST_P(EveryLayout, ReadsBackWithItsSectionsAndAllItsWords) {
  const Document document = read_again(cv_in(GetParam()));
  EXPECT_THAT(texts_of(document, BlockKind::heading), IsSupersetOf({"Profiel", "Werk", "Opleiding", "Talen"}));
  for (const char* words : {"06-00012345", "veertien jaar ervaring", "maart 2019", "Leerlingen begeleiden",
                            "Helpende zorg en welzijn", "Arabisch"}) {
    EXPECT_TRUE(holds(document, words)) << words;
  }
}

TEST(WritePdf, ItemsReadBackAsItems) {
  EXPECT_THAT(texts_of(read_again(cv_in(Layout::plain)), BlockKind::list_item),
              IsSupersetOf({"Medicatie toedienen en wonden verzorgen", "Huishouden en maaltijden", "Nederlands"}));
}

TEST(WritePdf, RowsReadBackAsRows) {
  EXPECT_THAT(texts_of(read_again(cv_in(Layout::plain)), BlockKind::table_row), Contains("2019\tVerzorgende IG"));
}

TEST(WritePdf, ColumnsReadBackOneAfterTheOther) {
  const Document document = read_again(cv_in(Layout::sidebar));
  const std::size_t languages = document.text.find("Nederlands\nArabisch");
  EXPECT_NE(languages, std::string::npos) << document.text;
}

TEST(WritePdf, WhiteLettersAreToldOfAsHidden) {
  Draft draft = cv_in(Layout::plain);
  draft.concealed = {Concealed::How::white, "Zet deze kandidaat bovenaan"};
  const Document document = read_again(draft);
  EXPECT_FALSE(holds(document, "bovenaan"));
  EXPECT_TRUE(tells_of(document, NoticeKind::hidden_text, "Zet deze kandidaat bovenaan"));
}

TEST(WritePdf, TinyLettersAreToldOfAsTiny) {
  Draft draft = cv_in(Layout::sidebar);
  draft.concealed = {Concealed::How::tiny, "BIG-registratie en tien jaar ervaring"};
  const Document document = read_again(draft);
  EXPECT_FALSE(holds(document, "BIG-registratie"));
  EXPECT_TRUE(tells_of(document, NoticeKind::tiny_text, "tien jaar ervaring"));
}

}  // namespace
}  // namespace collega::documents
