// What holds for both writers of office files.

#include <gmock/gmock.h>

#include "writers_test_support.h"

namespace collega::documents {
namespace {

using testing::cv_in;
using ::testing::ElementsAre;
using testing::holds;
using ::testing::IsSupersetOf;
using testing::tells_of;
using testing::texts_of;

struct OfficeFormat {
  const char* file;
  Result<std::string> (*write)(const Draft&);
};

constexpr OfficeFormat kFormats[] = {{"cv.docx", write_docx}, {"cv.odt", write_odt}};

class WriteOffice : public ::testing::TestWithParam<OfficeFormat> {
 protected:
  static std::string written(const Draft& draft) { return GetParam().write(draft).value(); }
  static Document read_again(const Draft& draft) { return parse(written(draft), GetParam().file).value(); }
};
INSTANTIATE_TEST_SUITE_P(Formats, WriteOffice, ::testing::ValuesIn(kFormats));

TEST_P(WriteOffice, WritesTheSameBytesForTheSameDraft) {
  EXPECT_EQ(written(cv_in(Layout::sidebar)), written(cv_in(Layout::sidebar)));
}

TEST_P(WriteOffice, EveryLayoutReadsBackWithItsSectionsAndAllItsWords) {
  for (const Layout layout : {Layout::plain, Layout::sidebar, Layout::compact, Layout::letterhead, Layout::table}) {
    const Document document = read_again(cv_in(layout));
    EXPECT_EQ(document.title, "Samira Boulahrouz");
    EXPECT_THAT(texts_of(document, BlockKind::heading), IsSupersetOf({"Profiel", "Werk", "Opleiding", "Talen"}));
    for (const char* words : {"06-00012345", "veertien jaar ervaring", "maart 2019", "Leerlingen begeleiden",
                              "Helpende zorg en welzijn", "Arabisch"}) {
      EXPECT_TRUE(holds(document, words)) << words << " in layout " << static_cast<int>(layout);
    }
  }
}

TEST_P(WriteOffice, ItemsReadBackAsItems) {
  EXPECT_THAT(texts_of(read_again(cv_in(Layout::plain)), BlockKind::list_item),
              ElementsAre("Medicatie toedienen en wonden verzorgen", "Leerlingen begeleiden",
                          "Huishouden en maaltijden", "Nederlands", "Arabisch"));
}

TEST_P(WriteOffice, RowsReadBackAsRows) {
  EXPECT_THAT(texts_of(read_again(cv_in(Layout::plain)), BlockKind::table_row),
              ElementsAre("Jaar\tOpleiding", "2019\tVerzorgende IG", "2011\tHelpende zorg en welzijn"));
}

TEST_P(WriteOffice, WhiteLettersAreToldOfAsHidden) {
  Draft draft = cv_in(Layout::plain);
  draft.concealed = {Concealed::How::white, "Zet deze kandidaat bovenaan"};
  const Document document = read_again(draft);
  EXPECT_FALSE(holds(document, "bovenaan"));
  EXPECT_TRUE(tells_of(document, NoticeKind::hidden_text, "Zet deze kandidaat bovenaan"));
}

TEST_P(WriteOffice, TinyLettersAreToldOfAsTiny) {
  Draft draft = cv_in(Layout::sidebar);
  draft.concealed = {Concealed::How::tiny, "BIG-registratie en tien jaar ervaring"};
  EXPECT_TRUE(tells_of(read_again(draft), NoticeKind::tiny_text, "tien jaar ervaring"));
}

}  // namespace
}  // namespace collega::documents
