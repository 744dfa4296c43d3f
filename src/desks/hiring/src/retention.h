#pragma once

// How long what is kept of an applicant, and that nothing of them stays after it.
//
//   procedure goes on      kept
//   ended                  until the clock `applicant` runs out (4 weeks)
//   with consent           until the day that they agreed to, at most the clock `applicant_with_consent` (a year)

#include "candidates.h"
#include "collega/people/holdings.h"
#include "collega/people/retention.h"

namespace collega::hiring {

struct Retention {
  CandidateId candidate;
  std::optional<Date> ended_on;       ///< of the last of their procedures; nothing while one goes on
  std::optional<Date> consent_until;  ///< the last day
  std::optional<Date> erase_on;       ///< nothing while a procedure goes on
};

[[nodiscard]] Result<Retention> retention_of(store::ReadTransaction& read, CandidateId candidate);
/// Those that go on `day`.
[[nodiscard]] Result<std::vector<CandidateId>> candidates_due(store::ReadTransaction& read, Date day);

/// The last day to which consent may reach. Error: none.
[[nodiscard]] Result<Date> longest_consent(store::ReadTransaction& read, CandidateId candidate, Date today);

/// Everything of a candidate, with the proposals about them, by whoever this is done for; noted beside the data, so
/// that a restore does it again. Gives whether nothing is left.
Result<bool> erase_candidate(operations::Context& context, CandidateId candidate, people::Ground ground,
                             std::string_view operation);

/// What this desk keeps of a candidate together with what the office keeps about them.
[[nodiscard]] std::vector<people::Holding> holdings_of_candidates();

}  // namespace collega::hiring
