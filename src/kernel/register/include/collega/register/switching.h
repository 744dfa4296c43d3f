#pragma once

// Switching a use: off → pilot → on, and back.
//
//   up     one level at a time, with every condition met. A use of high risk waits for a second person, who agrees or
//          refuses; the others go at once. A use of minimal risk may go from off to on.
//   down   to any lower level, at once, by one person: whoever sees something wrong need not wait
//
// Who may do this stands in the rows of the operations; here it is seen to that the second person is another one.

#include <optional>
#include <string>
#include <vector>

#include "collega/register/gate.h"

namespace collega::ai_register {

struct Switch;
using SwitchId = Id<Switch>;

/// waiting: for a second person. overtaken: another switch of the use came between.
enum class SwitchStatus { waiting, done, refused, withdrawn, overtaken, expired };
BOOST_DESCRIBE_ENUM(SwitchStatus, waiting, done, refused, withdrawn, overtaken, expired)

/// How long it waits for a second person: over a holiday, and not until everybody has forgotten why.
constexpr std::chrono::hours kSwitchWaits{14 * 24};

struct Switch {
  SwitchId id;
  std::string use;
  State from = State::off;
  State to = State::off;
  Risk risk = Risk::minimal;  ///< the class of the use when this was asked
  SwitchStatus status = SwitchStatus::waiting;
  std::optional<identity::AccountId> asked_by;  ///< nobody's: the local operator, or somebody who was erased
  Moment asked_at{};
  std::string asked_reason;
  std::optional<Moment> ends_at;                  ///< of one that needs a second person
  std::optional<identity::AccountId> decided_by;  ///< the second person; of a withdrawal, the first
  std::optional<Moment> decided_at;
  std::string decided_reason;
};

/// Switches a use, or asks a second person to agree; `status` says which. A switch down overtakes one that waits.
/// Errors: reason_missing; switch_no_step with the state it has, also when it is in `to` already and for what
/// stays_on(); use_lacks_conditions
/// as refusal() words it; switch_waits with the id of the other one; own_account_needed when a high risk goes up and
/// the asker is no person with an account; bad_utf8, out_of_range and wrong_type of the reason.
Result<Switch> switch_use(store::WriteTransaction& write, const Use& use, State to, const std::string& reason,
                          const identity::Asker& asker, Moment now, Language language);

enum class SecondOpinion { agree, refuse };
BOOST_DESCRIBE_ENUM(SecondOpinion, agree, refuse)

/// The second person's word on a switch that waits; agreed, it is done at once. Errors: unknown_switch (also of another
/// use); switch_over with what became of it; switch_own; own_account_needed; reason_missing; use_lacks_conditions, and
/// then it goes on waiting; use texts as above.
Result<Switch> decide_switch(store::WriteTransaction& write, const Use& use, SwitchId id, SecondOpinion opinion,
                             const std::string& reason, const identity::Asker& asker, Moment now, Language language);

/// Whoever asked takes it back. Errors: unknown_switch, also for another's; switch_over; reason_missing.
Result<Switch> withdraw_switch(store::WriteTransaction& write, const Use& use, SwitchId id, const std::string& reason,
                               const identity::Asker& asker, Moment now);

/// Error: unknown_switch.
[[nodiscard]] Result<Switch> switch_by_id(store::ReadTransaction& read, SwitchId id, Moment now);
/// The one that waits, if any.
[[nodiscard]] Result<std::optional<Switch>> waiting_switch(store::ReadTransaction& read, const Use& use, Moment now);
/// Of every use, the oldest first: for a list of what asks attention.
[[nodiscard]] Result<std::vector<Switch>> waiting_switches(store::ReadTransaction& read, Moment now);
/// All of a use, newest first.
[[nodiscard]] Result<std::vector<Switch>> switches_of(store::ReadTransaction& read, const Use& use, Moment now);

}  // namespace collega::ai_register
