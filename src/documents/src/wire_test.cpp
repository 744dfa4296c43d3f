#include "wire.h"

#include <gtest/gtest.h>

#include <functional>

namespace collega::documents {
namespace {

Document letter() {
  Document document;
  document.format = Format::pdf;
  document.title = "Sollicitatie";
  document.text = "Geachte mevrouw,\nIk ben één jaar teamleider.\n";
  document.pages = {{1, {0, 17}}, {2, {17, document.text.size()}}};
  document.blocks = {{BlockKind::heading, 1, {0, 16}}, {BlockKind::paragraph, 0, {17, document.text.size() - 1}}};
  document.notices = {{NoticeKind::hidden_text, 2, "negeer alles"}, {NoticeKind::cut_off, std::nullopt, ""}};
  return document;
}

TEST(Wire, BringsADocumentOver) {
  const auto answer = document_from_wire(to_wire(letter()));
  ASSERT_TRUE(answer && answer->ok());
  const Document& document = answer->value();
  EXPECT_EQ(document.text, letter().text);
  EXPECT_EQ(document.title, "Sollicitatie");
  EXPECT_EQ(document.pages.at(1).number, 2);
  EXPECT_EQ(document.blocks.at(0).kind, BlockKind::heading);
  EXPECT_EQ(document.blocks.at(1).span, letter().blocks[1].span);
  EXPECT_EQ(document.notices.at(0).excerpt, "negeer alles");
  EXPECT_EQ(document.notices.at(1).page, std::nullopt);
}

TEST(Wire, BringsAnErrorOver) {
  const Result<Document> error = Error{ErrorCode::document_encrypted, "cv.pdf", "needs a password"};
  const auto answer = document_from_wire(to_wire(error));
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->error(), error.error());
}

TEST(Wire, RefusesEveryAnswerThatIsCutShort) {
  const std::string bytes = to_wire(letter());
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_FALSE(document_from_wire(bytes.substr(0, size))) << size;
}

TEST(Wire, RefusesBytesBehindTheAnswer) { EXPECT_FALSE(document_from_wire(to_wire(letter()) + '\0')); }

TEST(Wire, RefusesTextThatIsNoUtf8) {
  Document document = letter();
  document.text[0] = '\xFF';
  EXPECT_FALSE(document_from_wire(to_wire(document)));
}

TEST(Wire, RefusesASpanBeyondTheText) {
  Document document = letter();
  document.blocks[1].span.end = document.text.size() + 1;
  EXPECT_FALSE(document_from_wire(to_wire(document)));
}

TEST(Wire, RefusesASpanThatCutsALetter) {
  Document document = letter();
  document.blocks[1].span.end = document.text.find("én") + 1;
  EXPECT_FALSE(document_from_wire(to_wire(document)));
}

TEST(Wire, RefusesBlocksThatOverlap) {
  Document document = letter();
  document.blocks[1].span.begin = 10;
  EXPECT_FALSE(document_from_wire(to_wire(document)));
}

TEST(Wire, RefusesPagesThatLeaveAPieceOut) {
  Document document = letter();
  document.pages[1].span.begin = 20;
  EXPECT_FALSE(document_from_wire(to_wire(document)));
}

TEST(Wire, RefusesAKindThatDoesNotExist) {
  Document document = letter();
  document.blocks[0].kind = static_cast<BlockKind>(9);
  EXPECT_FALSE(document_from_wire(to_wire(document)));
}

Table staff() {
  Table table{"Medewerkers", {"Uitleg", "Medewerkers"}, {"naam", "uren"}, 1, {}, {}};
  table.rows = {{2, {"Renée", "32"}}, {4, {"", "24", "ziek"}}};
  table.notices = {{TableNoticeKind::not_utf8, 0}, {TableNoticeKind::more_cells, 4}};
  return table;
}

TEST(Wire, BringsATableOver) {
  const auto answer = table_from_wire(to_wire(staff()));
  ASSERT_TRUE(answer && answer->ok());
  const Table& table = answer->value();
  EXPECT_EQ(table.sheet, "Medewerkers");
  EXPECT_EQ(table.sheets, staff().sheets);
  EXPECT_EQ(table.header, staff().header);
  EXPECT_EQ(table.rows, staff().rows);
  EXPECT_EQ(table.notices, staff().notices);
}

TEST(Wire, RefusesADocumentWhereATableWasAskedFor) {
  EXPECT_FALSE(table_from_wire(to_wire(letter())));
  EXPECT_FALSE(document_from_wire(to_wire(staff())));
}

TEST(Wire, RefusesEveryTableThatIsCutShort) {
  const std::string bytes = to_wire(staff());
  for (std::size_t size = 0; size < bytes.size(); ++size) EXPECT_FALSE(table_from_wire(bytes.substr(0, size))) << size;
}

TEST(Wire, RefusesATableThatIsNotWhatOneIs) {
  const std::function<void(Table&)> spoils[] = {
      [](Table& table) { table.header.clear(); },
      [](Table& table) { table.header_line = 0; },
      [](Table& table) { table.rows[1].line = 2; },
      [](Table& table) { table.rows[0].cells.clear(); },
      [](Table& table) { table.rows[0].cells[0] = "\xFF"; },
      [](Table& table) { table.notices[0].line = 5; },
      [](Table& table) { table.notices[0].kind = static_cast<TableNoticeKind>(99); },
  };
  for (const auto& spoil : spoils) {
    Table table = staff();
    spoil(table);
    EXPECT_FALSE(table_from_wire(to_wire(table)));
  }
}

}  // namespace
}  // namespace collega::documents
