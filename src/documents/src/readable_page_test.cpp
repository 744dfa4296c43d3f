// A page with its words, and the same page without some of them.

#include "readable_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <algorithm>

#include "collega/documents/write.h"
#include "ocr.h"
#include "test_pdf.h"
#include "wire.h"

namespace collega::documents {
namespace {

using ::testing::Contains;

const auto kUntil = std::chrono::steady_clock::time_point::max();

std::string letter() {
  TestPdf pdf;
  pdf.write(60, 60, "Anna verzorgt wonden.");
  pdf.colour(0, 0, 1);
  pdf.fill(300, 300, 100, 100);  // a photograph
  return pdf.bytes();
}

std::vector<std::string> texts(const ReadablePage& page) {
  std::vector<std::string> all;
  for (const PageWord& word : page.words) all.push_back(word.text);
  return all;
}

Picture picture_in(const std::string& png) {
  return Picture{pixReadMem(reinterpret_cast<const l_uint8*>(png.data()), png.size())};
}

l_uint32 darkest_in(const std::string& png, const PageArea& area) {
  const Picture picture = picture_in(png);
  const Picture grey{pixConvertTo8(picture.get(), 0)};
  l_uint32 darkest = 255;
  for (int y = static_cast<int>(area.top * pixGetHeight(grey.get())); y < area.bottom * pixGetHeight(grey.get()); ++y) {
    for (int x = static_cast<int>(area.left * pixGetWidth(grey.get())); x < area.right * pixGetWidth(grey.get()); ++x) {
      l_uint32 value = 255;
      pixGetPixel(grey.get(), x, y, &value);
      darkest = std::min(darkest, value);
    }
  }
  return darkest;
}

PageArea area_of(const ReadablePage& page, const std::string& text) {
  const auto word = std::ranges::find(page.words, text, &PageWord::text);
  EXPECT_NE(word, page.words.end()) << text;
  return word == page.words.end() ? PageArea{} : word->area;
}

TEST(ReadablePage, HasItsWordsWhereTheyStand) {
  const auto page = draw_readable_page(letter(), "cv.pdf", 1, 600, {}, kUntil);
  ASSERT_TRUE(page.ok());
  EXPECT_THAT(texts(page.value()), Contains("verzorgt"));
  const PageArea area = area_of(page.value(), "verzorgt");
  EXPECT_NEAR(area.top, 60.0 / 842, 0.02);
  EXPECT_LT(darkest_in(page->png, area), 128u);
}

TEST(ReadablePage, OfAScanIsRecognised) {
  const std::string scan =
      write_scan(draft_from_markdown("# Anna de Wit\n\nIk verzorg wonden bij mensen thuis."), 7).value();
  Reader reader;
  const auto page = reader.readable_page(scan, "scan.pdf", 1, 800);
  ASSERT_TRUE(page.ok());
  EXPECT_THAT(texts(page.value()), Contains("wonden"));
  EXPECT_LT(darkest_in(page->png, area_of(page.value(), "wonden")), 160u);
}

TEST(ReadablePage, CoveredKeepsOnlyWhatIsShown) {
  Reader reader;
  const auto page = reader.readable_page(letter(), "cv.pdf", 1, 600);
  ASSERT_TRUE(page.ok());
  const PageArea name = area_of(page.value(), "Anna");
  const PageArea shown = area_of(page.value(), "verzorgt");
  const PageArea photograph{310.0 / 595, 310.0 / 842, 390.0 / 595, 390.0 / 842};
  EXPECT_LT(darkest_in(page->png, photograph), 128u);
  const auto covered = reader.cover(page->png, {shown}, {name});
  ASSERT_TRUE(covered.ok());
  EXPECT_EQ(darkest_in(covered.value(), photograph), 255u);
  EXPECT_LT(darkest_in(covered.value(), shown), 128u);
  EXPECT_EQ(darkest_in(covered.value(), name), 0u);
}

TEST(ReadablePage, FromAChildIsNotBelievedWhenItIsSomethingElse) {
  const auto page = draw_readable_page(letter(), "cv.pdf", 1, 300, {}, kUntil);
  ASSERT_TRUE(page.ok());
  const auto back = readable_page_from_wire(to_wire(page));
  ASSERT_TRUE(back.has_value());
  EXPECT_EQ(back->value().words.size(), page->words.size());
  EXPECT_FALSE(readable_page_from_wire(to_wire(Result<ReadablePage>{ReadablePage{"<svg>", {}}})).has_value());
  ReadablePage broken = page.value();
  broken.words.front().text = "\xFF";
  EXPECT_FALSE(readable_page_from_wire(to_wire(Result<ReadablePage>{broken})).has_value());
}

TEST(ReadablePage, IsNotThereOfAFormatWithoutPages) {
  EXPECT_EQ(draw_readable_page("# CV", "cv.md", 1, 300, {}, kUntil).error().code, ErrorCode::document_no_page);
}

}  // namespace
}  // namespace collega::documents
