#pragma once

// PDFs for tests, written with cairo and pango so that none need be kept.

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <string>

namespace collega::documents {

class TestPdf {
 public:
  explicit TestPdf(double width = 595, double height = 842)
      : surface_(cairo_pdf_surface_create_for_stream(keep, &bytes_, width, height)), cairo_(cairo_create(surface_)) {}
  ~TestPdf() { finish(); }
  TestPdf(const TestPdf&) = delete;
  TestPdf& operator=(const TestPdf&) = delete;

  /// Sets text with its upper left corner at (x, y); it wraps at `width` when that is not 0.
  /// `font` is as pango has it: "Sans Bold 14". The lower edge is returned.
  double write(double x, double y, const std::string& text, const char* font = "Liberation Sans 10", double width = 0) {
    PangoLayout* layout = pango_cairo_create_layout(cairo_);
    // A point is a unit of the page.
    PangoContext* context = pango_layout_get_context(layout);
    pango_cairo_context_set_resolution(context, 72);
    pango_context_set_round_glyph_positions(context, FALSE);
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    PangoFontDescription* description = pango_font_description_from_string(font);
    pango_layout_set_font_description(layout, description);
    pango_font_description_free(description);
    if (width > 0) pango_layout_set_width(layout, static_cast<int>(width * PANGO_SCALE));
    pango_layout_set_text(layout, text.c_str(), -1);
    cairo_move_to(cairo_, x, y);
    pango_cairo_show_layout(cairo_, layout);
    int height = 0;
    pango_layout_get_pixel_size(layout, nullptr, &height);
    g_object_unref(layout);
    return y + height;
  }
  void colour(double red, double green, double blue) { cairo_set_source_rgb(cairo_, red, green, blue); }
  void fill(double x, double y, double width, double height) {
    cairo_rectangle(cairo_, x, y, width, height);
    cairo_fill(cairo_);
  }
  void next_page() { cairo_show_page(cairo_); }
  cairo_t* cairo() { return cairo_; }

  std::string bytes() {
    finish();
    return bytes_;
  }

 private:
  static cairo_status_t keep(void* to, const unsigned char* data, unsigned length) {
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
  }
  void finish() {
    if (surface_ == nullptr) return;
    cairo_destroy(cairo_);
    cairo_surface_finish(surface_);
    cairo_surface_destroy(surface_);
    surface_ = nullptr;
  }

  std::string bytes_;
  cairo_surface_t* surface_;
  cairo_t* cairo_;
};

}  // namespace collega::documents
