#include "pdf_page.h"

#include <poppler.h>

#include <algorithm>
#include <cmath>

#include "collega/base/utf8.h"
#include "raster.h"

namespace collega::documents {
namespace {

// Fonts drawn by the PDF itself tell odd sizes; then the letters' own height decides.
constexpr double kTinyHeight = 5.0;
// An image over this share of the page makes it a scan; a photograph in a CV takes a tenth.
constexpr double kPictureShare = 0.6;
// A scan carries at most a stamp of the scanner as text of its own.
constexpr std::size_t kStampLetters = 60;

// In points; the format itself ends at 14,400.
constexpr double kLargestSide = 20'000;
constexpr double kLargestFont = 2'000;

struct Glyphs {
  std::string text;
  std::vector<PopplerRectangle> boxes;  // one a code point
};

Glyphs glyphs_of(PopplerPage* page) {
  Glyphs glyphs;
  if (char* text = poppler_page_get_text(page)) {
    glyphs.text = is_valid_utf8(text) ? std::string{text} : repair_utf8(text);
    g_free(text);
  }
  PopplerRectangle* boxes = nullptr;
  guint count = 0;
  if (poppler_page_get_text_layout(page, &boxes, &count)) glyphs.boxes.assign(boxes, boxes + count);
  g_free(boxes);
  return glyphs;
}

struct Style {
  double size = 0;
  bool bold = false;
  bool symbol = false;
  Colour colour = kBlack;
  std::size_t last_glyph = 0;
};

bool name_has(std::string_view font, std::initializer_list<std::string_view> parts) {
  const std::string name = to_lower(font);
  return std::any_of(parts.begin(), parts.end(), [&](auto part) { return name.find(part) != std::string::npos; });
}

std::vector<Style> styles_of_glyphs(PopplerPage* page) {
  std::vector<Style> styles;
  GList* list = poppler_page_get_text_attributes(page);
  for (const GList* at = list; at != nullptr; at = at->next) {
    const auto* attributes = static_cast<const PopplerTextAttributes*>(at->data);
    const std::string_view font = attributes->font_name != nullptr ? attributes->font_name : "";
    const bool named = is_valid_utf8(font);
    styles.push_back({attributes->font_size,
                      named && name_has(font, {"bold", "black", "heavy", "demi"}),
                      named && name_has(font, {"symbol", "dingbat", "webding", "awesome"}),
                      {attributes->color.red >> 8, attributes->color.green >> 8, attributes->color.blue >> 8},
                      static_cast<std::size_t>(std::max(0, attributes->end_index))});
  }
  poppler_page_free_text_attributes(list);
  return styles;
}

bool is_white_space(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || (c >= 0x2000 && c <= 0x200B);
}

// A damaged file puts letters anywhere, at places that are no number too; nothing below expects that.
double sane(double value, double least, double most) {
  return std::isnan(value) ? least : std::clamp(value, least, most);
}

Box box_of(const PopplerRectangle& r) {
  const auto place = [](double value) { return sane(value, -kLargestSide, 2 * kLargestSide); };
  return {std::min(place(r.x1), place(r.x2)), std::min(place(r.y1), place(r.y2)), std::max(place(r.x1), place(r.x2)),
          std::max(place(r.y1), place(r.y2))};
}

struct ColouredWord {
  Word word;
  Colour colour = kBlack;
  std::size_t letters = 0;
};

// Words that stand on their side have their letters above each other.
bool stands_upright(const ColouredWord& word) {
  return word.letters < 3 || word.word.box.height() < 1.5 * word.word.box.width();
}

// Poppler puts no space between words of different cells: a gap, another line or a step back also ends a word.
bool parts_words(const ColouredWord& word, const Box& last, const Box& next) {
  constexpr double kWordGap = 0.15;  // in sizes; letters of a word overlap or touch, and a space is 0.25
  const double size = std::max(word.word.size, 1.0);
  if (last.height() < 0.1 || next.height() < 0.1) return false;
  const bool same_line = next.middle() > last.top && next.middle() < last.bottom;
  const bool same_column = (next.left + next.right) / 2 > last.left && (next.left + next.right) / 2 < last.right;
  const double rise = std::max(next.top - last.bottom, last.top - next.bottom);
  if (!same_line) return !same_column || rise > kWordGap * size;  // a word on its side goes up or down
  return next.left - last.right > kWordGap * size || next.right < last.left - kWordGap * size;
}

std::vector<ColouredWord> words_of(const Glyphs& glyphs, const std::vector<Style>& styles) {
  std::vector<ColouredWord> words;
  bool inside = false;
  Box last;
  std::size_t style = 0;
  std::size_t glyph = 0;
  for (std::size_t i = 0; i < glyphs.text.size() && glyph < glyphs.boxes.size(); ++glyph) {
    const auto [c, bytes] = code_point_at(glyphs.text, i);
    while (style + 1 < styles.size() && styles[style].last_glyph < glyph) ++style;
    if (is_white_space(c)) {
      inside = false;
    } else {
      const Box box = box_of(glyphs.boxes[glyph]);
      if (!inside || parts_words(words.back(), last, box)) {
        words.push_back({});
        words.back().word.box = box;
        if (!styles.empty()) {
          words.back().word.size = sane(styles[style].size, 0, kLargestFont);
          words.back().word.bold = styles[style].bold;
          words.back().word.symbol = styles[style].symbol;
          words.back().colour = styles[style].colour;
        }
      }
      inside = true;
      last = box;
      words.back().word.text.append(glyphs.text, i, bytes);
      words.back().word.box.include(box);
      ++words.back().letters;
    }
    i += bytes;
  }
  for (ColouredWord& word : words) word.word.upright = stands_upright(word);
  return words;
}

void append_word(std::string& text, std::string_view word) {
  if (!text.empty()) text += ' ';
  text += word;
}

double picture_share(PopplerPage* page, double area) {
  double share = 0;
  GList* images = poppler_page_get_image_mapping(page);
  for (const GList* at = images; at != nullptr; at = at->next) {
    const Box box = box_of(static_cast<const PopplerImageMapping*>(at->data)->area);
    share = std::max(share, box.width() * box.height() / area);
  }
  poppler_page_free_image_mapping(images);
  return share;
}

}  // namespace

PdfPage read_pdf_page(PopplerPage* page) {
  PdfPage result;
  poppler_page_get_size(page, &result.text.width, &result.text.height);
  result.text.width = sane(result.text.width, 1, kLargestSide);
  result.text.height = sane(result.text.height, 1, kLargestSide);
  const Glyphs glyphs = glyphs_of(page);
  const Raster raster{page};
  std::size_t letters = 0;
  for (ColouredWord& word : words_of(glyphs, styles_of_glyphs(page))) {
    const Raster::Look look = raster.look_of(word.word.box, word.colour);
    word.word.background = look.background;
    if (word.word.size < kSmallestReadablePoints && word.word.box.height() < kTinyHeight) {
      append_word(result.tiny, word.word.text);
    } else if (!look.visible) {
      append_word(result.hidden, word.word.text);
    } else {
      letters += word.letters;
      result.text.words.push_back(std::move(word.word));
    }
  }
  const double area = std::max(1.0, result.text.width * result.text.height);
  result.is_picture = picture_share(page, area) >= kPictureShare;
  if (letters == 0) result.blank = raster.blank();
  if (result.is_picture && letters < kStampLetters) result.text.words.clear();
  return result;
}

}  // namespace collega::documents
