// What people see of a page: drawn as it is, and never believed from a child.

#include "page_image.h"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include "ocr.h"
#include "test_pdf.h"
#include "wire.h"

namespace collega::documents {
namespace {

std::string letter_of_two_pages() {
  TestPdf pdf;
  pdf.write(60, 60, "Beste Anna, je contract wordt verlengd.");
  pdf.next_page();
  pdf.colour(0, 0, 1);
  pdf.fill(0, 0, 595, 842);
  return pdf.bytes();
}

Picture picture_in(const std::string& png) {
  return Picture{pixReadMem(reinterpret_cast<const l_uint8*>(png.data()), png.size())};
}

l_uint32 pixel(const Picture& picture, int x, int y) {
  l_uint32 value = 0;
  pixGetPixel(picture.get(), x, y, &value);
  return value >> 8;
}

TEST(PageImage, IsAsWideAsAskedAndKeepsTheShapeOfThePage) {
  const auto image = draw_page(letter_of_two_pages(), "brief.pdf", 1, 595, {});
  ASSERT_TRUE(image.ok());
  const Picture picture = picture_in(image->png);
  ASSERT_TRUE(picture);
  EXPECT_EQ(pixGetWidth(picture.get()), 595);
  EXPECT_NEAR(pixGetHeight(picture.get()), 842, 1);
}

TEST(PageImage, ShowsThePageThatWasAsked) {
  const auto first = draw_page(letter_of_two_pages(), "brief.pdf", 1, 100, {});
  const auto second = draw_page(letter_of_two_pages(), "brief.pdf", 2, 100, {});
  ASSERT_TRUE(first.ok() && second.ok());
  EXPECT_EQ(pixel(picture_in(first->png), 50, 100), 0xFFFFFFu);
  EXPECT_EQ(pixel(picture_in(second->png), 50, 100), 0x0000FFu);
}

TEST(PageImage, IsNotThereBehindTheLastPage) {
  EXPECT_EQ(draw_page(letter_of_two_pages(), "brief.pdf", 3, 100, {}).error().code, ErrorCode::document_no_page);
  EXPECT_EQ(draw_page(letter_of_two_pages(), "brief.pdf", 0, 100, {}).error().code, ErrorCode::document_no_page);
}

TEST(PageImage, IsNotThereOfAFormatWithoutPages) {
  EXPECT_EQ(draw_page("# Verlofregeling", "verlof.md", 1, 100, {}).error().code, ErrorCode::document_no_page);
}

TEST(PageImage, IsRefusedWiderThanAScreen) {
  EXPECT_EQ(draw_page(letter_of_two_pages(), "brief.pdf", 1, kWidestImage + 1, {}).error().code,
            ErrorCode::out_of_range);
}

TEST(PageImage, OfAStripIsNarrowerRatherThanEndless) {
  TestPdf strip{10, 14'000};
  strip.write(0, 0, "lint");
  const auto image = draw_page(strip.bytes(), "lint.pdf", 1, kWidestImage, {});
  ASSERT_TRUE(image.ok());
  EXPECT_TRUE(is_page_image(image->png));
}

TEST(PageImage, OfAPictureIsThePictureScaled) {
  const auto page = draw_page(letter_of_two_pages(), "brief.pdf", 2, 400, {});
  ASSERT_TRUE(page.ok());
  const auto image = draw_page(page->png, "diploma.png", 1, 200, {});
  ASSERT_TRUE(image.ok());
  const Picture picture = picture_in(image->png);
  EXPECT_EQ(pixGetWidth(picture.get()), 200);
  EXPECT_EQ(pixel(picture, 100, 100), 0x0000FFu);
  EXPECT_EQ(draw_page(page->png, "diploma.png", 2, 200, {}).error().code, ErrorCode::document_no_page);
}

TEST(PageImage, IsDrawnInTheChild) {
  Reader reader;
  const auto image = reader.page_image(letter_of_two_pages(), "brief.pdf", 1, 300);
  ASSERT_TRUE(image.ok());
  EXPECT_TRUE(is_page_image(image.value()));
  EXPECT_EQ(reader.page_image(letter_of_two_pages(), "brief.pdf", 9, 300).error(),
            (Error{ErrorCode::document_no_page, "brief.pdf"}));
}

TEST(PageImage, FromAChildIsNotBelievedWhenItIsSomethingElse) {
  const auto image = draw_page(letter_of_two_pages(), "brief.pdf", 1, 300, {});
  ASSERT_TRUE(image.ok());
  EXPECT_TRUE(page_image_from_wire(to_wire(image)).has_value());
  EXPECT_FALSE(page_image_from_wire(to_wire(Result<PageImage>{PageImage{"<svg onload=steal()>"}})).has_value());
  std::string huge = image->png;
  huge.replace(16, 4, "\x7F\xFF\xFF\xFF");
  EXPECT_FALSE(page_image_from_wire(to_wire(Result<PageImage>{PageImage{huge}})).has_value());
}

}  // namespace
}  // namespace collega::documents
