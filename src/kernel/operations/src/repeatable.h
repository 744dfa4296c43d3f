#pragma once

// A request under an idempotency key: the same again gets the first answer, and nothing is done twice. Kept a day.

#include "collega/operations/run.h"

namespace collega::operations {

constexpr std::chrono::hours kRepeatableLasts{24};

struct RepeatableRequest {
  std::string_view operation;
  std::string_view key;
  const Json& input;
};

/// The answer of the first time, if there was one. Error: idempotency_mismatch when something else was asked then.
[[nodiscard]] Result<std::optional<Json>> earlier_answer(Context& context, const RepeatableRequest& request);
Result<Done> keep_answer(Context& context, const RepeatableRequest& request, const Json& answer);
Result<std::int64_t> forget_old_answers(store::WriteTransaction& write, Moment now);

}  // namespace collega::operations
