#include <gmock/gmock.h>

#include "formats.h"
#include "test_office.h"

namespace collega::documents {
namespace {

using test::outline;
using testing::ElementsAre;

Limits with_text_bytes(std::size_t bytes) {
  Limits limits;
  limits.text_bytes = bytes;
  return limits;
}

TEST(DocumentBuilder, CutsTheBlockThatPassesTheLimitAndSaysSo) {
  DocumentBuilder builder{Format::text, with_text_bytes(20)};
  builder.add(BlockKind::heading, 1, "Profiel");
  builder.add(BlockKind::paragraph, 0, "Verpleegkundige in de wijk");
  EXPECT_TRUE(builder.full());
  builder.add(BlockKind::paragraph, 0, "Hobby's");
  const Document document = std::move(builder).build().value();
  EXPECT_THAT(outline(document), ElementsAre("H1 Profiel", "P Verpleegkund"));
  ASSERT_EQ(document.notices.size(), 1u);
  EXPECT_EQ(document.notices[0].kind, NoticeKind::cut_off);
}

TEST(DocumentBuilder, NeverCutsThroughALetter) {
  DocumentBuilder builder{Format::text, with_text_bytes(6)};
  builder.add(BlockKind::paragraph, 0, "Zoëeën");
  const Document document = std::move(builder).build().value();
  EXPECT_THAT(outline(document), ElementsAre("P Zoëe"));
}

TEST(DocumentBuilder, KeepsATextThatJustFits) {
  DocumentBuilder builder{Format::text, with_text_bytes(7)};
  builder.add(BlockKind::paragraph, 0, "Profiel");
  EXPECT_FALSE(builder.full());
}

}  // namespace
}  // namespace collega::documents
