#pragma once

// A page as a picture with its words, so that a reader can select and mark them, and whoever may not see some of them
// can be given the picture without.

#include <string>
#include <vector>

namespace collega::documents {

/// A place on a page, as fractions of its width and height.
struct PageArea {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
};

struct PageWord {
  std::string text;
  PageArea area;
};

struct ReadablePage {
  std::string png;
  std::vector<PageWord> words;  ///< in the order of the file
};

}  // namespace collega::documents
