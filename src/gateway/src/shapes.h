#pragma once

// The requests of OpenAI's interface, member by member: what of them is text that must be looked through, what passes
// as it is, what is left out, and everything else refused. Nothing that is not named here leaves.

#include "shield.h"

namespace collega::gateway {

/// Each hands all texts of a request to the shield and takes out what a service has no need of. Errors: missing_member,
/// wrong_type; shield_cannot_check with the path of what nobody can look through, or nobody knows.

/// Of /v1/chat/completions.
[[nodiscard]] Result<Done> add_chat(JsonObject& request, Shield& shield);
/// Of /v1/responses. What would make the service keep the conversation is refused or switched off.
[[nodiscard]] Result<Done> add_response(JsonObject& request, Shield& shield);
/// Of /v1/embeddings.
[[nodiscard]] Result<Done> add_embedding(JsonObject& request, Shield& shield);

}  // namespace collega::gateway
