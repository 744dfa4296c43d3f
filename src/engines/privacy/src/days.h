#pragma once

// Days written in digits, told from numbers that look alike.

#include <string_view>

#include "digit_run.h"

namespace collega::privacy {

/// Whether groups [at, at + 3) are a day: 12-03-1984, 12/3/84, 1984-03-12, 3/23/1940, with one mark throughout.
[[nodiscard]] bool is_day(std::string_view text, const DigitRun& run, std::size_t at);

}  // namespace collega::privacy
