#include "typeset.h"

#include <algorithm>

#include "column.h"

namespace collega::documents {
namespace {

constexpr Colour kFooterGrey{110, 110, 110};
constexpr Colour kTableEdge{150, 150, 150};
constexpr Colour kHeadingRowFill{232, 236, 240};
constexpr double kFooterPoints = 8;
constexpr double kFooterFromBottom = 30;
constexpr double kTinyPoints = 1;
constexpr double kSidePadding = 18;
/// A heading stays with this many lines of what follows it.
constexpr double kLinesWithHeading = 3;

struct Ink {
  Colour letters = kBlack;
  Colour accent = kBlack;
};

// Sets blocks into one column.
class BlockSetter {
 public:
  BlockSetter(PangoContext* context, const DraftStyle& style, Column& column, Ink ink)
      : context_(context), style_(style), column_(column), ink_(ink) {}

  void set(const std::vector<DraftBlock>& blocks) {
    const std::size_t header = header_end(blocks);
    for (std::size_t i = 0; i < header; ++i) set_header(blocks[i]);
    if (header > 0) end_header();
    for (std::size_t i = header; i < blocks.size();) {
      if (blocks[i].kind == BlockKind::table_row) {
        const std::size_t end = table_end(blocks, i);
        set_table(blocks, i, end);
        i = end;
      } else {
        set_block(blocks[i++]);
      }
    }
  }

  void set_concealed(const Concealed& concealed) {
    const bool tiny = concealed.how == Concealed::How::tiny;
    column_.skip(style_.body);
    column_.put(
        text(concealed.text, {.font = style_.font, .points = tiny ? kTinyPoints : style_.body}, column_.width()), 0,
        tiny ? kBlack : kWhite);
  }

 private:
  [[nodiscard]] TextFace body() const {
    return {.font = style_.font, .points = style_.body, .line_spacing = style_.line_spacing};
  }

  [[nodiscard]] SetText text(const std::string& words, const TextFace& face, double width) const {
    return {context_, words, face, width};
  }

  void set_header(const DraftBlock& block) {
    TextFace face = body();
    if (style_.centred_header) face.align = Align::centre;
    Colour colour = ink_.letters;
    if (block.kind == BlockKind::heading) {
      face.points = style_.heading[0];
      face.bold = true;
      face.line_spacing = 1.1;
      colour = ink_.accent;
    } else {
      column_.skip(style_.body * 0.2);
    }
    column_.put(text(block.text, face, column_.width()), 0, colour);
  }

  void end_header() {
    if (!style_.centred_header) return;
    column_.skip(style_.body * 0.7);
    column_.put_rule(ink_.accent, 1.2);
    column_.skip(1.6);
    column_.put_rule(ink_.accent, 0.4);
  }

  void set_block(const DraftBlock& block) {
    switch (block.kind) {
      case BlockKind::heading:
        set_heading(block);
        break;
      case BlockKind::list_item:
        set_item(block);
        break;
      default:
        column_.skip(style_.body * 0.5);
        column_.put(text(block.text, body(), column_.width()), 0, ink_.letters);
    }
  }

  void set_heading(const DraftBlock& block) {
    const int size = std::clamp(block.level, 1, 3) - 1;
    TextFace face = body();
    face.points = style_.heading[size];
    face.bold = true;
    const SetText words = text(block.text, face, column_.width());
    column_.skip(style_.body * (size < 2 ? 1.3 : 0.8));
    column_.need(words.height() + kLinesWithHeading * style_.body * style_.line_spacing);
    column_.put(words, 0, size < 2 ? ink_.accent : ink_.letters);
    if (size == 1 && style_.rules_under_sections) column_.put_rule(ink_.accent, 0.6);
  }

  void set_item(const DraftBlock& block) {
    const double step = style_.body * 1.3;
    const double indent = step * std::max(block.level, 1);
    const std::string mark = block.number ? std::to_string(*block.number) + "." : "•";
    const SetText words = text(block.text, body(), column_.width() - indent);
    column_.skip(style_.body * 0.2);
    column_.need(words.lines().front().height);
    column_.put_beside_next(text(mark, body(), step), indent - step * (block.number ? 1.0 : 0.8), ink_.letters);
    column_.put(words, indent, ink_.letters);
  }

  void set_table(const std::vector<DraftBlock>& blocks, std::size_t begin, std::size_t end) {
    const double padding = style_.body * 0.4;
    const std::vector<double> shares = column_shares(blocks, begin, end);
    column_.skip(style_.body * 0.6);
    for (std::size_t row = begin; row < end; ++row) {
      std::vector<Cell> cells;
      double x = 0;
      for (std::size_t i = 0; i < shares.size(); ++i) {
        TextFace face = body();
        face.bold = blocks[row].level == 1;
        face.bold_first_line = true;
        const double width = shares[i] * column_.width();
        cells.push_back({text(blocks[row].cells[i], face, width - 2 * padding), x, width});
        x += width;
      }
      column_.put_row(cells, padding, kTableEdge,
                      blocks[row].level == 1 ? std::optional{kHeadingRowFill} : std::nullopt);
    }
    column_.skip(style_.body * 0.3);
  }

  PangoContext* context_;
  const DraftStyle& style_;
  Column& column_;
  Ink ink_;
};

void set_beside(PangoContext* context, const Draft& draft, const DraftStyle& style, std::vector<SetPage>& pages) {
  const double side_width = kPageWidth * kSideShare;
  const double side_left = style.side_on_the_right ? kPageWidth - side_width : 0;
  const double main_left = style.side_on_the_right ? style.margin : side_width + kSidePadding;
  const double main_width = kPageWidth - side_width - style.margin - kSidePadding;
  const double bottom = kPageHeight - style.margin - kFooterFromBottom / 2;

  Column main{pages, {main_left, main_width, style.margin, bottom}};
  BlockSetter main_setter{context, style, main, {kBlack, style.accent}};
  main_setter.set(draft.blocks);
  if (draft.concealed) main_setter.set_concealed(*draft.concealed);

  Column side{pages,
              {side_left + kSidePadding, side_width - 2 * kSidePadding, style.margin + style.heading[0], bottom}};
  BlockSetter{context, style, side, {style.side_letters, style.side_accent}}.set(draft.side);

  for (SetPage& page : pages) {
    page.boxes.insert(page.boxes.begin(), {side_left, 0, side_width, kPageHeight, style.side_fill, {}});
  }
}

void set_alone(PangoContext* context, const Draft& draft, const DraftStyle& style, std::vector<SetPage>& pages) {
  Column column{pages, {style.margin, kPageWidth - 2 * style.margin, style.margin, kPageHeight - style.margin}};
  BlockSetter setter{context, style, column, {kBlack, style.accent}};
  setter.set(draft.blocks);
  if (draft.concealed) setter.set_concealed(*draft.concealed);
}

void set_footers(PangoContext* context, const DraftStyle& style, std::vector<SetPage>& pages, double left,
                 double width) {
  const TextFace face{.font = style.font, .points = kFooterPoints, .align = Align::centre};
  for (std::size_t i = 0; pages.size() > 1 && i < pages.size(); ++i) {
    const std::string words = "pagina " + std::to_string(i + 1) + " van " + std::to_string(pages.size());
    pages[i].texts.push_back({{context, words, face, width}, 0, 1, left, kPageHeight - kFooterFromBottom, kFooterGrey});
  }
}

void set_colour(cairo_t* cairo, Colour colour) {
  cairo_set_source_rgb(cairo, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0);
}

}  // namespace

std::vector<SetPage> typeset(const Draft& draft) {
  const auto context = make_text_context();
  const DraftStyle style = style_of(draft);
  std::vector<SetPage> pages;
  if (draft.layout == Layout::sidebar) {
    set_beside(context.get(), draft, style, pages);
    const double side_width = kPageWidth * kSideShare;
    set_footers(context.get(), style, pages, style.side_on_the_right ? 0 : side_width, kPageWidth - side_width);
  } else {
    set_alone(context.get(), draft, style, pages);
    set_footers(context.get(), style, pages, 0, kPageWidth);
  }
  return pages;
}

void draw(cairo_t* cairo, const SetPage& page) {
  for (const PlacedBox& box : page.boxes) {
    cairo_rectangle(cairo, box.x, box.y, box.width, box.height);
    if (box.fill) {
      set_colour(cairo, *box.fill);
      cairo_fill_preserve(cairo);
    }
    if (box.edge) {
      set_colour(cairo, *box.edge);
      cairo_set_line_width(cairo, 0.5);
      cairo_stroke_preserve(cairo);
    }
    cairo_new_path(cairo);
  }
  for (const PlacedText& placed : page.texts) {
    set_colour(cairo, placed.colour);
    double y = placed.y;
    for (std::size_t line = placed.begin; line < placed.end; ++line) {
      placed.text.draw(cairo, line, placed.x, y);
      y += placed.text.lines()[line].height;
    }
  }
}

}  // namespace collega::documents
