#pragma once

#include "candidate_types.h"
#include "candidates.h"

namespace collega::hiring {

[[nodiscard]] Result<std::vector<ShownQuestion>> questions_to(store::ReadTransaction& read, ApplicationId application);
[[nodiscard]] Result<std::vector<ShownNote>> notes_on(store::ReadTransaction& read, ApplicationId application,
                                                      identity::AccountId mine);

/// The candidate's own words, on a question that was sent to them. Error: unknown_question.
Result<Done> answer_question(store::WriteTransaction& write, ApplicationId application, QuestionId question,
                             const std::string& answer, Moment now);

}  // namespace collega::hiring
