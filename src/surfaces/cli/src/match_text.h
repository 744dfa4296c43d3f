#pragma once

// A match on a terminal: the sentence, the table, the reasons, and what the papers do not say.

#include <string>

#include "collega/base/language.h"
#include "match_report.h"

namespace collega::cli {

struct Look {
  Language language = Language::nl;
  std::size_t columns = 100;
  bool colours = false;
  bool utf8 = true;
};

[[nodiscard]] std::string match_text(const MatchReport& report, const Look& look);

}  // namespace collega::cli
