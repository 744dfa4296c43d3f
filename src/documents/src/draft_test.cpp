#include <gtest/gtest.h>

#include "collega/documents/write.h"

namespace collega::documents {
namespace {

TEST(DraftFromMarkdown, KeepsLineBreaksOfAnAddress) {
  const Draft draft = draft_from_markdown("# Noor Visser\n\nBeekmonde, 9999 BV\n06-00020027\n");
  EXPECT_EQ(draft.title, "Noor Visser");
  ASSERT_EQ(draft.blocks.size(), 2u);
  EXPECT_EQ(draft.blocks[1].text, "Beekmonde, 9999 BV\n06-00020027");
}

TEST(DraftFromMarkdown, DropsEmphasisAndReadsEntities) {
  const Draft draft = draft_from_markdown("**Slager &amp; kok**, Café *De Brug* <2019>");
  EXPECT_EQ(draft.blocks.at(0).text, "Slager & kok, Café De Brug <2019>");
}

TEST(DraftFromMarkdown, KnowsTheDepthAndNumberOfItems) {
  const Draft draft = draft_from_markdown("- Talen\n  - Duits B1\n- Rijbewijs B\n\n3. Bellen\n4. Schrijven\n");
  ASSERT_EQ(draft.blocks.size(), 5u);
  EXPECT_EQ(draft.blocks[0].text, "Talen");
  EXPECT_EQ(draft.blocks[1].level, 2);
  EXPECT_EQ(draft.blocks[2].level, 1);
  EXPECT_EQ(draft.blocks[2].number, std::nullopt);
  EXPECT_EQ(draft.blocks[3].number, 3);
  EXPECT_EQ(draft.blocks[4].number, 4);
}

TEST(DraftFromMarkdown, TellsTheHeadingRowOfATable) {
  const Draft draft = draft_from_markdown("| Jaar | Wat |\n|---|---|\n| 2022 | Verzorgende IG |\n");
  ASSERT_EQ(draft.blocks.size(), 2u);
  EXPECT_EQ(draft.blocks[0].level, 1);
  EXPECT_EQ(draft.blocks[1].level, 0);
  EXPECT_EQ(draft.blocks[1].cells, (std::vector<std::string>{"2022", "Verzorgende IG"}));
}

TEST(DraftFromMarkdown, LeavesOutAHeadingRowWithoutWords) {
  EXPECT_EQ(draft_from_markdown("| | |\n|---|---|\n| 2022 | Kok |\n").blocks.size(), 1u);
}

TEST(DraftFromMarkdown, PutsMarkedSectionsWithAllTheyHoldAtTheSide) {
  const Draft draft = draft_from_markdown(
      "# Lotte Smit\n\n## Talen {side}\n\n- Engels\n\n### Hoe goed\n\nVloeiend.\n\n## Werk\n\nKok sinds 2019.\n");
  ASSERT_EQ(draft.side.size(), 4u);
  EXPECT_EQ(draft.side[0].text, "Talen");
  EXPECT_EQ(draft.side[3].text, "Vloeiend.");
  ASSERT_EQ(draft.blocks.size(), 3u);
  EXPECT_EQ(draft.blocks[1].text, "Werk");
}

TEST(DraftFromMarkdown, IsEmptyForNothing) { EXPECT_TRUE(draft_from_markdown("").blocks.empty()); }

}  // namespace
}  // namespace collega::documents
