#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <memory>

#include "formats.h"
#include "test_pdf.h"

namespace collega::documents {
namespace {

using testing::HasSubstr;

constexpr int kWidth = 1240;  // a page 150 mm wide at 210 dpi
constexpr int kHeight = 500;

class PaintedPage {
 public:
  explicit PaintedPage(const char* text) : surface_(cairo_image_surface_create(CAIRO_FORMAT_RGB24, kWidth, kHeight)) {
    cairo_t* cairo = cairo_create(surface_);
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    cairo_set_source_rgb(cairo, 0, 0, 0);
    PangoLayout* layout = pango_cairo_create_layout(cairo);
    PangoFontDescription* font = pango_font_description_from_string("Liberation Sans 30px");
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    pango_layout_set_text(layout, text, -1);
    cairo_move_to(cairo, 80, 80);
    cairo_rotate(cairo, 0.02);  // a little askew
    pango_cairo_show_layout(cairo, layout);
    g_object_unref(layout);
    cairo_destroy(cairo);
    cairo_surface_flush(surface_);
  }
  ~PaintedPage() { cairo_surface_destroy(surface_); }
  PaintedPage(const PaintedPage&) = delete;
  PaintedPage& operator=(const PaintedPage&) = delete;

  [[nodiscard]] cairo_surface_t* surface() const { return surface_; }

  [[nodiscard]] std::string as(int format) const {
    const std::unique_ptr<Pix, void (*)(Pix*)> picture{pixCreate(kWidth, kHeight, 8), [](Pix* p) { pixDestroy(&p); }};
    const unsigned char* data = cairo_image_surface_get_data(surface_);
    for (int y = 0; y < kHeight; ++y) {
      for (int x = 0; x < kWidth; ++x) {
        pixSetPixel(picture.get(), x, y, data[y * cairo_image_surface_get_stride(surface_) + 4 * x]);
      }
    }
    l_uint8* bytes = nullptr;
    size_t size = 0;
    pixWriteMem(&bytes, &size, picture.get(), format);
    std::string file{reinterpret_cast<const char*>(bytes), size};
    lept_free(bytes);
    return file;
  }

 private:
  cairo_surface_t* surface_;
};

constexpr const char* kWords = "Teamleider in de zorg\nDrie jaar ervaring met roosters";

TEST(Image, ReadsAPhotographOfAPage) {
  const auto document = parse_image(PaintedPage{kWords}.as(IFF_PNG), {});
  ASSERT_TRUE(document.ok());
  EXPECT_THAT(document->text, HasSubstr("Teamleider in de zorg"));
  EXPECT_THAT(document->text, HasSubstr("Drie jaar ervaring met roosters"));
  EXPECT_EQ(document->notices.at(0).kind, NoticeKind::scanned);
  EXPECT_EQ(document->format, Format::image);
}

TEST(Image, ReadsJpegAndTiff) {
  const PaintedPage page{kWords};
  for (const int format : {IFF_JFIF_JPEG, IFF_TIFF_ZIP}) {
    const auto document = parse_image(page.as(format), {});
    ASSERT_TRUE(document.ok()) << format;
    EXPECT_THAT(document->text, HasSubstr("roosters"));
  }
}

TEST(Image, TellsThatAPictureWithoutWordsHasNoText) {
  EXPECT_EQ(parse_image(PaintedPage{""}.as(IFF_PNG), {}).error().code, ErrorCode::document_no_text);
}

TEST(Image, TellsThatAPictureCutShortIsBroken) {
  EXPECT_EQ(parse_image(PaintedPage{kWords}.as(IFF_PNG).substr(0, 20), {}).error().code, ErrorCode::document_broken);
}

TEST(Image, DoesNotUnpackAPictureOfAThousandMillionPixels) {
  std::string bytes = PaintedPage{kWords}.as(IFF_PNG);
  // Width and height stand at bytes 16 and 20 of a PNG, highest byte first.
  bytes[17] = bytes[21] = '\1';
  EXPECT_EQ(parse_image(bytes, {}).error().code, ErrorCode::document_bomb);
}

TEST(Pdf, RecognisesAPageThatIsAPicture) {
  const PaintedPage page{kWords};
  TestPdf pdf{kWidth * 72.0 / 210, kHeight * 72.0 / 210};
  cairo_scale(pdf.cairo(), 72.0 / 210, 72.0 / 210);
  cairo_set_source_surface(pdf.cairo(), page.surface(), 0, 0);
  cairo_paint(pdf.cairo());
  const auto document = parse_pdf(pdf.bytes(), {});
  ASSERT_TRUE(document.ok());
  EXPECT_THAT(document->text, HasSubstr("Drie jaar ervaring met roosters"));
  EXPECT_EQ(document->notices.at(0).kind, NoticeKind::scanned);
}

}  // namespace
}  // namespace collega::documents
