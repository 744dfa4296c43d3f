#pragma once

// What the papers of a candidate show of each requirement, kept so that nobody computes it on reading.

#include <map>
#include <vector>

#include "candidates.h"
#include "requirements.h"

namespace collega::hiring {

/// Evidence names its paper by its place among the candidate's papers.
struct KeptOutcome {
  RequirementId requirement;
  skills::Judgement judgement;
};

/// In place of what was kept of this application; its papers in the order of `papers`.
Result<Done> keep_match(store::WriteTransaction& write, const KeptVacancy& vacancy, ApplicationId application,
                        const std::vector<KeptRequirement>& requirements, const skills::CandidateMatch& match,
                        const std::vector<KeptPaper>& papers, const std::vector<PaperNotice>& notices, Moment now);

/// Of one application, in the order of `requirements`; a requirement that nothing is kept of is unknown.
[[nodiscard]] Result<std::vector<skills::Judgement>> kept_judgements(store::ReadTransaction& read,
                                                                     ApplicationId application,
                                                                     const std::vector<KeptRequirement>& requirements,
                                                                     const std::vector<KeptPaper>& papers);
[[nodiscard]] Result<std::vector<PaperNotice>> kept_notices(store::ReadTransaction& read, ApplicationId application);

/// Of every application of a vacancy: what is met, in the order of `requirements`.
[[nodiscard]] Result<std::map<ApplicationId, std::vector<skills::Met>>> met_by_application(
    store::ReadTransaction& read, VacancyId vacancy, const std::vector<KeptRequirement>& requirements);

}  // namespace collega::hiring
