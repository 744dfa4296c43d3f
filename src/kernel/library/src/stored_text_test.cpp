#include "collega/library/stored_text.h"

#include <gmock/gmock.h>

namespace collega::library {
namespace {

documents::Document scan() {
  documents::Document document{documents::Format::pdf, "Getuigschrift", "Getuigschrift\nniveau 4\tja\n", {}, {}, {}};
  document.pages = {{1, {0, 14}}, {std::nullopt, {14, 26}}};
  document.blocks = {{documents::BlockKind::heading, 1, {0, 13}}, {documents::BlockKind::table_row, 0, {14, 25}}};
  document.notices = {{documents::NoticeKind::scanned, 1, ""}, {documents::NoticeKind::hidden_text, {}, "\"wit\"\n"}};
  return document;
}

TEST(StoredText, ComesBackWithAllItsParts) {
  const documents::Document before = scan();
  const documents::Document after = from_stored(to_stored(before)).value();
  EXPECT_EQ(after.format, before.format);
  EXPECT_EQ(after.title, before.title);
  EXPECT_EQ(after.text, before.text);
  ASSERT_EQ(after.pages.size(), 2u);
  EXPECT_EQ(after.pages[0].number, 1);
  EXPECT_EQ(after.pages[1].number, std::nullopt);
  EXPECT_EQ(after.pages[1].span, (Span{14, 26}));
  ASSERT_EQ(after.blocks.size(), 2u);
  EXPECT_EQ(after.blocks[1].kind, documents::BlockKind::table_row);
  EXPECT_EQ(after.blocks[0].level, 1);
  ASSERT_EQ(after.notices.size(), 2u);
  EXPECT_EQ(after.notices[1].excerpt, "\"wit\"\n");
}

TEST(StoredText, IsTheSameForTheSameDocument) { EXPECT_EQ(to_stored(scan()), to_stored(scan())); }

TEST(StoredText, ThatIsNoneIsAnError) {
  for (const char* broken : {"", "zomaar tekst", "{}\ntekst", "{\"format\":\"papyrus\"}\ntekst"}) {
    EXPECT_EQ(from_stored(broken).error().code, ErrorCode::store_broken) << broken;
  }
}

}  // namespace
}  // namespace collega::library
