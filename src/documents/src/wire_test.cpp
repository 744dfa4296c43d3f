#include "wire.h"

#include <gtest/gtest.h>

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
  const auto answer = from_wire(to_wire(letter()));
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
  const Error error{ErrorCode::document_encrypted, "cv.pdf", "needs a password"};
  const auto answer = from_wire(to_wire(error));
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->error(), error);
}

TEST(Wire, RefusesEveryAnswerThatIsCutShort) {
  const std::string bytes = to_wire(letter());
  for (std::size_t size = 0; size < bytes.size(); ++size) EXPECT_FALSE(from_wire(bytes.substr(0, size))) << size;
}

TEST(Wire, RefusesBytesBehindTheAnswer) { EXPECT_FALSE(from_wire(to_wire(letter()) + '\0')); }

TEST(Wire, RefusesTextThatIsNoUtf8) {
  Document document = letter();
  document.text[0] = '\xFF';
  EXPECT_FALSE(from_wire(to_wire(document)));
}

TEST(Wire, RefusesASpanBeyondTheText) {
  Document document = letter();
  document.blocks[1].span.end = document.text.size() + 1;
  EXPECT_FALSE(from_wire(to_wire(document)));
}

TEST(Wire, RefusesASpanThatCutsALetter) {
  Document document = letter();
  document.blocks[1].span.end = document.text.find("én") + 1;
  EXPECT_FALSE(from_wire(to_wire(document)));
}

TEST(Wire, RefusesBlocksThatOverlap) {
  Document document = letter();
  document.blocks[1].span.begin = 10;
  EXPECT_FALSE(from_wire(to_wire(document)));
}

TEST(Wire, RefusesPagesThatLeaveAPieceOut) {
  Document document = letter();
  document.pages[1].span.begin = 20;
  EXPECT_FALSE(from_wire(to_wire(document)));
}

TEST(Wire, RefusesAKindThatDoesNotExist) {
  Document document = letter();
  document.blocks[0].kind = static_cast<BlockKind>(9);
  EXPECT_FALSE(from_wire(to_wire(document)));
}

}  // namespace
}  // namespace collega::documents
