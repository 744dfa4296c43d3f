#pragma once

#include "collega/cli/run.h"

namespace collega::cli {

/// One line on the error stream that is written over and over, and is gone at the end. Nothing where no terminal is.
class ProgressLine {
 public:
  explicit ProgressLine(Surroundings& around) : around_(around) {}
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  void show(const operations::Progress& progress);

 private:
  Surroundings& around_;
  bool shown_ = false;
};

}  // namespace collega::cli
