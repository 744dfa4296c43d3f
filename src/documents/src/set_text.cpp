#include "set_text.h"

#include <pango/pangocairo.h>

namespace collega::documents {
namespace {

constexpr double kPointsPerInch = 72;

void set_bold(PangoLayout* layout, const std::string& text, const TextFace& face) {
  const std::size_t first_end = text.find('\n');
  if (!face.bold_first_line || first_end == std::string::npos) return;
  PangoAttrList* attributes = pango_attr_list_new();
  PangoAttribute* bold = pango_attr_weight_new(PANGO_WEIGHT_BOLD);
  bold->start_index = 0;
  bold->end_index = static_cast<guint>(first_end);
  pango_attr_list_insert(attributes, bold);
  pango_layout_set_attributes(layout, attributes);
  pango_attr_list_unref(attributes);
}

void set_font(PangoLayout* layout, const TextFace& face) {
  PangoFontDescription* font = pango_font_description_new();
  pango_font_description_set_family(font, face.font.c_str());
  pango_font_description_set_absolute_size(font, face.points * PANGO_SCALE);
  if (face.bold) pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description(layout, font);
  pango_font_description_free(font);
}

std::vector<SetLine> measure(PangoLayout* layout, double spacing) {
  std::vector<SetLine> lines;
  PangoLayoutIter* at = pango_layout_get_iter(layout);
  do {
    PangoRectangle box;
    pango_layout_iter_get_line_extents(at, nullptr, &box);
    const double natural = pango_units_to_double(box.height);
    const double ascent = pango_units_to_double(pango_layout_iter_get_baseline(at) - box.y);
    lines.push_back({pango_units_to_double(box.x), natural * spacing, ascent + natural * (spacing - 1) / 2});
  } while (pango_layout_iter_next_line(at));
  pango_layout_iter_free(at);
  return lines;
}

}  // namespace

void GObjectUnref::operator()(void* object) const { g_object_unref(object); }

SetText::SetText(PangoContext* context, const std::string& text, const TextFace& face, double width)
    : layout_(pango_layout_new(context), GObjectUnref{}) {
  PangoLayout* layout = layout_.get();
  set_font(layout, face);
  pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
  set_bold(layout, text, face);
  pango_layout_set_width(layout, pango_units_from_double(width));
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  if (face.align == Align::centre) pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER);
  lines_ = measure(layout, face.line_spacing);
}

double SetText::height(std::size_t begin, std::size_t end) const {
  double sum = 0;
  for (std::size_t i = begin; i < end; ++i) sum += lines_[i].height;
  return sum;
}

void SetText::draw(cairo_t* cairo, std::size_t line, double x, double y) const {
  cairo_move_to(cairo, x + lines_[line].x, y + lines_[line].ascent);
  pango_cairo_show_layout_line(cairo, pango_layout_get_line_readonly(layout_.get(), static_cast<int>(line)));
}

std::unique_ptr<PangoContext, GObjectUnref> make_text_context() {
  PangoContext* context = pango_font_map_create_context(pango_cairo_font_map_get_default());
  pango_cairo_context_set_resolution(context, kPointsPerInch);
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options(context, options);
  cairo_font_options_destroy(options);
  pango_context_set_round_glyph_positions(context, FALSE);
  return std::unique_ptr<PangoContext, GObjectUnref>{context};
}

}  // namespace collega::documents
