#pragma once

// What waits for a person, and what they decided: once, by whom it is up to, with a reason in their own words.

#include <boost/describe.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "collega/operations/run.h"
#include "collega/people/holdings.h"

namespace collega::operations {

/// The steps of this module's tables.
[[nodiscard]] std::vector<store::Migration> migrations();

/// Proposals and decisions about people, and the answers that wait to be fetched.
[[nodiscard]] std::vector<people::Holding> holdings();

struct Decision {
  identity::AccountId account;
  std::string by;  ///< as the ledger names them
  std::string name;
  Outcome outcome = Outcome::accepted;
  Moment at{};
  std::string reason;
  std::optional<Json> amended;
};

/// A proposal as it is kept.
struct KeptProposal {
  ProposalId id;
  Proposal proposal;
  std::string made_by;
  Moment made_at{};
  Moment expires_at{};
  std::vector<people::PersonId> about;
  bool blind = false;  ///< of the blind sample
  std::optional<Decision> decision;
};

/// Keeps what the operation proposed in its transaction. For run() alone.
Result<Done> keep_proposals(const Operation& operation, Context& context);

/// With the status that it has now: an open one whose time is over is expired. Error: unknown_proposal.
[[nodiscard]] Result<KeptProposal> proposal_of(store::ReadTransaction& read, ProposalId id, Moment now);

/// Those with a status, newest first, from the one before `before`.
[[nodiscard]] Result<std::vector<KeptProposal>> proposals_with(store::ReadTransaction& read, Status status,
                                                               std::optional<ProposalId> before, int most, Moment now);

/// Whether it is up to the asker; and whether they may see it: also whoever may ask for it, and the data protection
/// officer. Both of the people whom the asker sees in those roles.
[[nodiscard]] Result<bool> may_decide_on(const Operation& operation, const KeptProposal& kept, Context& context);
[[nodiscard]] Result<bool> may_read_of(const Operation& operation, const KeptProposal& kept, Context& context);

/// The answer that shows it, or decides on it, is about whom it is about.
void note_about(const Operation& operation, const KeptProposal& kept, Context& context);

/// Whether what has this number is of the blind sample: one in Records::blind_one_in, and always the same ones.
[[nodiscard]] bool is_drawn(const Records& records, std::int64_t number);

/// Whether the asker, who decides on it, has yet to give their own view of a proposal of the blind sample.
[[nodiscard]] Result<bool> awaits_own_view(const KeptProposal& kept, Context& context);

/// The same of all open ones, for a list.
[[nodiscard]] Result<std::set<ProposalId>> own_views_awaited(Context& context);

/// What the asker would make of a proposal that they have not seen; once. The desk asks for it and keeps what else was
/// said. Error: unknown_proposal.
Result<Done> note_own_view(Context& context, ProposalId proposal, const Json& made_of_it);

/// One that a newer one replaces waits for nobody any more. One that was decided stays.
Result<Done> withdraw_proposal(store::WriteTransaction& write, ProposalId proposal, Moment now);

struct NewDecision {
  ProposalId proposal;
  Outcome outcome = Outcome::accepted;
  std::string reason;
  std::optional<Json> amended;
};

/// Takes the decision for `context.asker`, and does what follows from it (Operation::then). Errors: unknown_proposal;
/// proposal_decided with who was first and when as place; proposal_expired; reason_missing; missing_member when amended
/// is decided without what it was amended to; own_view_first; those of what follows.
Result<KeptProposal> decide(Context& context, const NewDecision& decision);

/// How often and how fast people followed an operation's proposals.
struct Following {
  std::int64_t accepted = 0;
  std::int64_t amended = 0;
  std::int64_t declined = 0;
  std::int64_t deciders = 0;
  std::int64_t median_minutes = 0;  ///< from proposal to decision
  /// Of what pointed somewhere: decided as the proposal pointed, with it in sight, and otherwise.
  std::int64_t agreed = 0;
  std::int64_t disagreed = 0;
  /// The same of own views, given before the proposal was seen.
  std::int64_t blind_agreed = 0;
  std::int64_t blind_disagreed = 0;
  std::int64_t blind_people = 0;
};

/// The fewest people of whom figures are shown together: fewer would show what one of them does.
constexpr std::int64_t kSmallestGroup = 5;

/// Of one account, or of all together. Error: none.
[[nodiscard]] Result<Following> following(store::ReadTransaction& read, std::string_view operation,
                                          std::optional<identity::AccountId> account);

/// Marks as expired what waited too long. For a schedule; gives how many.
Result<std::int64_t> expire_proposals(store::WriteTransaction& write, Moment now);

}  // namespace collega::operations
