#pragma once

// An entry as the Dutch Algorithm Register takes it: the members of "Algoritmeregister Publicatiestandaard" 1.0
// (Ministry of the Interior; document version 1.0.9 of 9 July 2024; members and bounds as in the register's own API
// "aanleverapi/v1_0", looked up on 22 November 2026). Of its 31 members the register itself makes two (lars,
// publication_dt); the other 29 are here, null where Collega cannot know them. Texts are Dutch, the only language that
// the register takes (lang "nld").

#include "collega/base/json.h"
#include "collega/register/switching.h"

namespace collega::ai_register {

/// Errors: missing_member with "name" or "contact" while the organisation has not said them (set_organisation): the
/// register does not publish without.
[[nodiscard]] Result<JsonObject> algorithm_register_entry(store::ReadTransaction& read, const Use& use, Date today,
                                                          Moment now);

}  // namespace collega::ai_register
