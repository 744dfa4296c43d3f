#pragma once

// The only way to a language model: who asks and for what, what may leave and where to, the shield, the way there and
// back, the ledger. All of it is operations; a surface that speaks OpenAI's protocol asks them as any other does.

#include <vector>

#include "collega/operations/operation.h"
#include "collega/people/holdings.h"
#include "collega/store/store.h"

namespace collega::gateway {

[[nodiscard]] std::vector<store::Migration> migrations();

/// Conversations, and text that was kept as it left.
[[nodiscard]] std::vector<people::Holding> holdings();

/// gateway.*: complete, respond, embed, transcribe and models, which /v1 asks; conversations of employees; providers,
/// policies and limits; the shield tried; what was used; tools that were seen; and the sweeping up. They share their
/// connections and counts.
[[nodiscard]] std::vector<operations::Operation> operations();

}  // namespace collega::gateway
