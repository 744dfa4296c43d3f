#pragma once

#include "candidates.h"
#include "rights_types.h"

namespace collega::hiring {

/// How long what is kept of the candidate of this application.
[[nodiscard]] Result<KeptUntil> kept_until(store::ReadTransaction& read, const KeptApplication& application);

/// Everything that is kept of a candidate, by kind.
[[nodiscard]] Result<JsonObject> everything_kept(store::ReadTransaction& read, CandidateId candidate);

}  // namespace collega::hiring
