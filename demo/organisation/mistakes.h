#pragma once

// What goes wrong in a file of people, one kind at a time.

#include <span>
#include <string>
#include <string_view>

#include "csv.h"
#include "random.h"

namespace collega::organisation {

enum class Expect { read, notice, refuse };

struct Occasion {
  const Fields& row;
  const Fields& before;  ///< the row above; empty for the first
  Random& random;
};

struct Mistake {
  std::string_view kind;
  Expect expect;
  /// Changes `wrong`, which begins as the row, or writes the whole `line`. False: this row gives no occasion.
  bool (*make)(const Occasion& occasion, Fields& wrong, std::string& line);
  bool after = false;  ///< a line too many, behind the row itself
  bool raw = false;    ///< `line` is written as it is
};

[[nodiscard]] std::span<const Mistake> mistakes();

}  // namespace collega::organisation
