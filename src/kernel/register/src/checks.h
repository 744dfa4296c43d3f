#pragma once

// What several writers of this module ask of what they are given.

#include <string>
#include <string_view>

#include "collega/identity/asker.h"
#include "collega/store/store.h"

namespace collega::ai_register {

/// A text of at most `longest` bytes; new lines and tabs may stand in it. Errors with `member` as place: out_of_range,
/// bad_utf8, wrong_type (another control character).
[[nodiscard]] Result<Done> check_text(std::string_view text, std::string_view member, std::size_t longest);

/// A reason in somebody's own words. Errors: reason_missing when it holds nothing but blanks; as above.
[[nodiscard]] Result<Done> check_reason(std::string_view reason);

[[nodiscard]] bool is_blank(std::string_view text);

/// Error: own_account_needed unless the asker is a person, themself here or by their own key.
[[nodiscard]] Result<Done> check_own_account(const identity::Asker& asker);

/// Whose row it is: nothing for who has no account.
[[nodiscard]] std::optional<identity::AccountId> account_of(const identity::Asker& asker);

/// Whoever keeps something of this module says so, within the same transaction.
Result<Done> mark_changed(store::WriteTransaction& write);

}  // namespace collega::ai_register
