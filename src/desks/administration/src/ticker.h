#pragma once

#include "collega/administration/import.h"

namespace collega::administration {

/// Tells how far a work is, every `kEvery` steps.
class Ticker {
 public:
  Ticker(const Progress& progress, std::size_t total) : progress_(progress), total_(total) {}

  void step() {
    if (++done_ % kEvery == 0 && progress_ && done_ < total_) progress_(done_, total_);
  }
  /// To the end of a part of the work, however many steps it took.
  void go_to(std::size_t done) {
    done_ = done;
    if (progress_ && done_ > 0 && done_ < total_) progress_(done_, total_);
  }

 private:
  static constexpr std::size_t kEvery = 500;  // some tenths of a second

  const Progress& progress_;
  std::size_t total_;
  std::size_t done_ = 0;
};

}  // namespace collega::administration
