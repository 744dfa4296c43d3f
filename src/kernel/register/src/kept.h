#pragma once

// The rows of this module, read for one use or for all at once, and judged.

#include <map>
#include <optional>
#include <string>

#include "collega/register/gate.h"

namespace collega::ai_register {

/// What stands of one use in the tables; nothing yet of most.
struct Kept {
  std::optional<State> state;
  Risk risk = Risk::minimal;  ///< under which it was switched
  std::optional<Date> review;
  std::vector<Recorded> conditions;  ///< the current ones, in the order of Condition
};

/// By name of the use. With `only`, of that use alone.
[[nodiscard]] Result<std::map<std::string, Kept, std::less<>>> kept(store::ReadTransaction& read,
                                                                    std::optional<std::string_view> only);
/// Of one use; empty when nothing is kept of it.
[[nodiscard]] Result<Kept> kept_of(store::ReadTransaction& read, std::string_view use);

[[nodiscard]] State state_of(const Use& use, const Kept& kept);

/// What `kept` lacks for `use`.
[[nodiscard]] Result<std::vector<Missing>> missing_in(store::ReadTransaction& read, const Use& use, const Kept& kept,
                                                      bool is_public, Date today);

/// Whether this account may come in today and, when it is that of somebody in the records, that person is in service.
[[nodiscard]] Result<bool> is_somebody_here(store::ReadTransaction& read, identity::AccountId account, Date today);

/// Columns of register_condition as recorded_in() reads them.
inline constexpr std::string_view kConditionColumns =
    "kind, day, ends, account, document, reference, taken_back, reason, recorded_by, recorded_at";
[[nodiscard]] Recorded recorded_in(const store::Rows& rows, int first_column);

}  // namespace collega::ai_register
