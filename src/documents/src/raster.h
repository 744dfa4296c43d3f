#pragma once

// What a reader sees of a page: a small picture of it, to ask where letters really show.

#include <memory>
#include <vector>

#include "layout.h"

typedef struct _PopplerPage PopplerPage;

namespace collega::documents {

class Raster {
 public:
  /// Draws the page so that a point is about a pixel.
  explicit Raster(PopplerPage* page);

  struct Look {
    bool visible = true;
    Colour background = kWhite;
  };
  /// How letters of `colour` in `box` come out. Not visible: of the colour of what is beneath them, or not drawn.
  [[nodiscard]] Look look_of(const Box& box, const Colour& colour) const;

  /// Nothing is drawn at all.
  [[nodiscard]] bool blank() const;

 private:
  struct Pixels {
    int left, top, right, bottom;
  };
  [[nodiscard]] Pixels pixels_of(const Box& box, double margin) const;
  [[nodiscard]] Colour at(int x, int y) const;

  int width_ = 0;
  int height_ = 0;
  double scale_ = 1;
  std::vector<unsigned char> pixels_;  // 4 bytes each: blue, green, red, unused
  int stride_ = 0;
};

}  // namespace collega::documents
