#pragma once

// May this use run today? Asked before every operation, so kept cheap; whoever asks often keeps the verdict for one
// register_version() and one day, and no longer than kVerdictKeeps.

#include <chrono>
#include <vector>

#include "collega/register/conditions.h"

namespace collega::ai_register {

/// What lies outside the register (an account disabled, a contract ended today) may show this much later: long enough
/// that thousands of questions a second cost one look a use, short enough that nobody notices.
constexpr std::chrono::seconds kVerdictKeeps{60};

struct Verdict {
  State state = State::off;
  std::vector<Missing> missing;

  /// On or in pilot, and nothing is missing.
  [[nodiscard]] bool may_run() const { return state != State::off && missing.empty(); }
  bool operator==(const Verdict&) const = default;
};

/// Costs three statements, and one or two more for each condition that names somebody or a document.
[[nodiscard]] Result<Verdict> verdict(store::ReadTransaction& read, const Use& use, Date today);

/// Of each of `uses`, in their order, with three statements for all and those of their conditions.
[[nodiscard]] Result<std::vector<Verdict>> verdicts(store::ReadTransaction& read, const std::vector<Use>& uses,
                                                    Date today);

/// What a person is told of a verdict that is no: use_off with the title of the use as place, or use_lacks_conditions
/// with all that is missing in plain words. Of a verdict that is yes a bug, and throws.
[[nodiscard]] Error refusal(const Verdict& verdict, const Use& use, Language language);

/// verdict() and, when it is no, refusal().
[[nodiscard]] Result<Done> may_run(store::ReadTransaction& read, const Use& use, Date today, Language language);

}  // namespace collega::ai_register
