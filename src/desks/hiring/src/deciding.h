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

/// What follows from a decision on hiring.match: the candidate is invited or turned down. Errors: missing_member
/// without a verdict in what it was amended to, candidate_not_opened, question_first, vacancy_closed.
Result<Done> follow_decision(const operations::Decided& decided, operations::Context& context);

[[nodiscard]] Result<std::vector<TakenDecision>> decisions_on(store::ReadTransaction& read, ApplicationId application);
[[nodiscard]] Result<std::vector<ShownStep>> steps_of(store::ReadTransaction& read, ApplicationId application);
[[nodiscard]] Result<std::vector<ShownView>> views_on(store::ReadTransaction& read, ApplicationId application,
                                                      identity::AccountId mine);

/// Whether the asker has yet to give their own view before they see what others decided: a hiring manager who is no
/// recruiter.
[[nodiscard]] Result<bool> gives_view_first(operations::Context& context, ApplicationId application);

}  // namespace collega::hiring
