#pragma once

// The law that the register leans on, and from when it applies: data (data/law.tsv), because dates of law move. It
// tells people why something is asked; the gate asks it also before a date has come. Check with your adviser.

#include <optional>
#include <string>
#include <vector>

#include "collega/base/date.h"
#include "collega/base/language.h"
#include "collega/register/entry.h"

namespace collega::ai_register {

struct Provision {
  std::string key;                 ///< "gdpr_35"
  std::string short_nl, short_en;  ///< "AVG art. 35"
  std::string text_nl, text_en;    ///< what it asks, in a line
  std::optional<Date> applies;     ///< first day; absent: in force already, since when makes no difference here
  std::optional<Date> was;         ///< the first day before it was moved
  std::vector<Condition> asks;     ///< the conditions that it is a ground of
  std::string source;
  Date seen;  ///< when we last looked
};

/// All, in the order of the file.
[[nodiscard]] const std::vector<Provision>& provisions();

/// "GDPR art. 35, AI Act art. 27": short names of the grounds of a condition.
[[nodiscard]] std::string grounds_of(Condition condition, Language language);

}  // namespace collega::ai_register
