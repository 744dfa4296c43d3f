#pragma once

// Files that came in and made nobody known: unreadable ones, and those that were there already.

#include "candidates.h"
#include "intake_types.h"

namespace collega::hiring {

struct NewTrouble {
  FileOutcome outcome = FileOutcome::unreadable;
  std::string file_name;
  std::optional<ErrorCode> reason;
  std::optional<ApplicationId> application;
};

/// In place of what was kept of a file called so, or of this application.
Result<Done> keep_trouble(store::WriteTransaction& write, VacancyId vacancy, const NewTrouble& trouble,
                          identity::AccountId account, Moment now);
/// Files called so were handed over again.
Result<Done> forget_trouble(store::WriteTransaction& write, VacancyId vacancy,
                            const std::vector<std::string>& file_names);
/// All of a procedure that is over.
Result<Done> forget_troubles(store::WriteTransaction& write, VacancyId vacancy);

}  // namespace collega::hiring
