#pragma once

// Phone numbers as people write them, Dutch and from elsewhere.

#include <string_view>

#include "digit_run.h"
#include "labels.h"

namespace collega::privacy {

struct PhoneNumber {
  std::size_t groups = 0;  ///< of the run, from where it was asked; 0: none
  double score = 0;
  std::string_view why;
};

/// A phone number at group `at` of a run. `field` is what the words before it say it is.
[[nodiscard]] PhoneNumber phone_at(std::string_view text, const DigitRun& run, std::size_t at, Field field);

/// Where a number begins whose first digit stands at `digit`: with its "+" and "(".
[[nodiscard]] std::size_t phone_begin(std::string_view text, std::size_t digit);

}  // namespace collega::privacy
