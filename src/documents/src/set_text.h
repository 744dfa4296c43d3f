#pragma once

// Text set in lines of a given width. Pango breaks and shapes it; the lines are placed one by one, because a text may
// go on at the top of the next page.

#include <cairo.h>

#include <memory>
#include <string>
#include <vector>

typedef struct _PangoContext PangoContext;
typedef struct _PangoLayout PangoLayout;

namespace collega::documents {

struct GObjectUnref {
  void operator()(void* object) const;
};

enum class Align { left, centre };

struct TextFace {
  std::string font;
  double points = 10;
  bool bold = false;
  bool bold_first_line = false;
  Align align = Align::left;
  double line_spacing = 1.2;
};

struct SetLine {
  double x = 0;  ///< from the left of the text
  double height = 0;
  double ascent = 0;  ///< from the top of the line to where the letters stand
};

class SetText {
 public:
  SetText(PangoContext* context, const std::string& text, const TextFace& face, double width);

  [[nodiscard]] const std::vector<SetLine>& lines() const { return lines_; }
  /// Of lines [begin, end).
  [[nodiscard]] double height(std::size_t begin, std::size_t end) const;
  [[nodiscard]] double height() const { return height(0, lines_.size()); }
  /// Draws the line with its top left corner at x, y, in the source that `cairo` has.
  void draw(cairo_t* cairo, std::size_t line, double x, double y) const;

 private:
  std::shared_ptr<PangoLayout> layout_;
  std::vector<SetLine> lines_;
};

/// For letters that stand where they stand at any size: no hinting, one unit a point.
[[nodiscard]] std::unique_ptr<PangoContext, GObjectUnref> make_text_context();

}  // namespace collega::documents
