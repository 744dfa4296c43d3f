#pragma once

// The register's verdicts, kept while nothing changed: the gate is asked before every operation.

#include <mutex>
#include <string>
#include <unordered_map>

#include "collega/register/gate.h"

namespace collega::operations {

/// May be used from several threads.
class Verdicts {
 public:
  [[nodiscard]] Result<ai_register::Verdict> of(store::ReadTransaction& read, const ai_register::Use& use, Date today,
                                                Moment now);

 private:
  struct Kept {
    ai_register::Verdict verdict;
    std::int64_t version = 0;
    Date day;
    Moment at;
  };
  std::mutex mutex_;
  std::unordered_map<std::string, Kept> kept_;
};

}  // namespace collega::operations
