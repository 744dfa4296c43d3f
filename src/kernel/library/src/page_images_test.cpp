// Images of pages: drawn once, kept sealed, and gone without harm.

#include "collega/documents/write.h"
#include "library_test_support.h"

namespace collega::library {
namespace {

class PageImagesTest : public LibraryTest {
 protected:
  VersionId add_letter() {
    const auto draft = documents::draft_from_markdown("# Aanstelling\n\nBeste Anna, welkom bij De Linde.");
    return add_from(add_handbook("Aanstelling"), kToday, {}, documents::write_pdf(draft).value());
  }
  Result<std::string> image(VersionId version, int page, int width) {
    return page_image(store(), reader_, version, page, width);
  }

  documents::Reader reader_;
};
COLLEGA_ON_EVERY_STORE(PageImagesTest);

TEST_P(PageImagesTest, AreDrawnOnceForAllWidthsOfOneStep) {
  const VersionId letter = add_letter();
  const std::string first = image(letter, 1, 300).value();
  EXPECT_TRUE(first.starts_with("\x89PNG"));
  EXPECT_EQ(image(letter, 1, 480).value(), first);
  EXPECT_EQ(count("library_page_image"), 1);
  EXPECT_NE(image(letter, 1, 481).value(), first);
  EXPECT_EQ(count("library_page_image"), 2);
}

TEST_P(PageImagesTest, AreRefusedWiderThanTheWidestAndBehindTheLastPage) {
  const VersionId letter = add_letter();
  EXPECT_EQ(image(letter, 1, 1601).error().code, ErrorCode::out_of_range);
  EXPECT_EQ(image(letter, 2, 480).error().code, ErrorCode::document_no_page);
  EXPECT_EQ(image(VersionId{8}, 1, 480).error().code, ErrorCode::unknown_version);
  EXPECT_EQ(count("library_page_image"), 0);
}

TEST_P(PageImagesTest, AreDrawnAnewWhenTheyWereDropped) {
  const VersionId letter = add_letter();
  const std::string before = image(letter, 1, 160).value();
  ASSERT_TRUE(image(letter, 1, 480));
  const auto drop = [&](int most) {
    return written([&](store::WriteTransaction& write) { return drop_page_images(write, most); }).value();
  };
  EXPECT_EQ(drop(1), 1);
  EXPECT_EQ(drop(10), 1);
  EXPECT_EQ(count("blob"), 1);
  EXPECT_EQ(image(letter, 1, 160).value(), before);
}

TEST_P(PageImagesTest, GoWithTheirDocument) {
  const VersionId letter = add_letter();
  ASSERT_TRUE(image(letter, 1, 160));
  const DocumentId id = read([&](auto& reading) { return version(reading, letter); }).value().document;
  ASSERT_TRUE(written([&](store::WriteTransaction& write) { return remove_document(write, id); }));
  EXPECT_EQ(count("library_page_image"), 0);
  EXPECT_EQ(count("blob"), 0);
}

}  // namespace
}  // namespace collega::library

// A reader's child is this same program.
int main(int argc, char** argv) {
  if (const auto status = collega::documents::serve_if_child(argc, argv)) return *status;
  testing::InitGoogleMock(&argc, argv);
  return RUN_ALL_TESTS();
}
