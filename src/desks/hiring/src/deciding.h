#pragma once

// Decisions on candidates, and what must have come before them.

#include "candidate_types.h"
#include "collega/operations/operation.h"
#include "outcomes.h"

namespace collega::hiring {

/// The musts that are unknown and that the candidate was not asked about, by label. None when the papers say no to
/// another must: the answer would change nothing.
[[nodiscard]] Result<std::vector<std::string>> unasked_musts(store::ReadTransaction& read,
                                                             const KeptApplication& application, Moment now);

/// Whether a verdict is what a match pointed to; nothing of one in which something is unknown.
[[nodiscard]] Result<std::optional<bool>> agrees_with_match(const operations::KeptProposal& kept,
                                                            const Json& made_of_it, operations::Context& context);

/// The proposals that are held back from this asker: of the blind sample, until they gave their own view.
[[nodiscard]] Result<std::set<operations::ProposalId>> held_back(operations::Context& context);
[[nodiscard]] Result<bool> is_held_back(operations::Context& context, const KeptApplication& application);

/// What follows from a decision on hiring.match: the candidate is invited or turned down. Errors: missing_member
/// without a verdict in what it was amended to, candidate_not_opened, question_first, vacancy_closed.
Result<Done> follow_decision(const operations::Decided& decided, operations::Context& context);

inline constexpr std::string_view kReopenedReason = "hiring_decision.reopened_reason";

/// The reason of a decision, or of one that looks at it again. Errors: reason_missing, out_of_range.
Result<Done> check_reason(const std::string& reason);

/// How it stands after a decision or a step.
[[nodiscard]] Result<CandidateState> state_of(store::ReadTransaction& read, ApplicationId application);

/// In the order that they were taken.
[[nodiscard]] Result<std::vector<TakenDecision>> decisions_on(store::ReadTransaction& read, ApplicationId application);
[[nodiscard]] Result<std::vector<ShownStep>> steps_of(store::ReadTransaction& read, ApplicationId application);
[[nodiscard]] Result<std::vector<ShownView>> views_on(store::ReadTransaction& read, ApplicationId application,
                                                      identity::AccountId mine);

/// Whether the asker has yet to give their own view before they see what others decided: a hiring manager who is no
/// recruiter, and of a candidate of the blind sample everybody who decides.
[[nodiscard]] Result<bool> gives_view_first(operations::Context& context, const KeptApplication& application);

}  // namespace collega::hiring
