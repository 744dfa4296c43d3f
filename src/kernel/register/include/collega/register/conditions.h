#pragma once

// Which conditions a use must meet, and what is missing of them, in plain words.

#include <optional>
#include <string>
#include <vector>

#include "collega/register/entry.h"

namespace collega::ai_register {

/// What a use of this class must have before anybody may use it, in a pilot too. minimal: nothing. limited: owner and
/// notice. high: all; the fundamental-rights assessment only of a public organisation.
[[nodiscard]] std::vector<Condition> conditions_of(Risk risk, bool is_public);

/// on for a minimal risk, off for the others.
[[nodiscard]] State shipped_state(Risk risk);

enum class Lack {
  never_recorded,
  taken_back,
  ended,         ///< its end or review date has come
  nobody,        ///< whoever it names has no working account any more, or is no longer in service
  document_gone  ///< no version of its document is in force
};
BOOST_DESCRIBE_ENUM(Lack, never_recorded, taken_back, ended, nobody, document_gone)

struct Missing {
  Condition condition = Condition::owner;
  Lack lack = Lack::never_recorded;
  std::optional<Date> since = {};  ///< of what ended

  bool operator==(const Missing&) const = default;
};

/// "a data-protection assessment": the condition by itself.
[[nodiscard]] std::string in_words(Condition condition, Language language);
/// "a data-protection assessment (DPIA): not recorded yet (GDPR art. 35)": with what is wrong and why it is asked.
[[nodiscard]] std::string in_words(const Missing& missing, Language language);
[[nodiscard]] std::vector<std::string> in_words(const std::vector<Missing>& missing, Language language);

/// What this use lacks on `today`, in the order of Condition; whether it is off or on makes no difference. The
/// conditions are those of its risk class and of the organisation as it is now.
[[nodiscard]] Result<std::vector<Missing>> missing(store::ReadTransaction& read, const Use& use, Date today);

}  // namespace collega::ai_register
