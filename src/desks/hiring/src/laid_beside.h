#pragma once

// One candidate's papers laid beside requirements: what the engine finds, and the proposal that follows.

#include "blind.h"
#include "outcomes.h"
#include "requirements.h"

namespace collega::hiring {

struct LaidBeside {
  skills::CandidateMatch match;
  std::vector<PaperNotice> notices;
  std::string digest;  ///< of the texts
  std::string engine_version;
};

[[nodiscard]] LaidBeside lay_beside(const Opened& opened, const std::vector<skills::Requirement>& requirements,
                                    const skills::MentionFinder& finder, Date today);

/// Who knows a candidate's names: from their papers and from what their files are called.
[[nodiscard]] Blinder blinder_of(const Opened& opened, const std::vector<KeptPaper>& papers);

/// What is true of every match, for whoever reads it.
[[nodiscard]] std::vector<std::string> limits_of(bool names_hidden, Language language);

/// For a person to decide on: one finding, with a reason for each requirement that the papers show something of. While
/// names are hidden its quotes have bars.
[[nodiscard]] operations::Proposal proposal_of_match(const KeptVacancy& vacancy, const KeptApplication& application,
                                                     const Opened& opened, const Blinder& blinder,
                                                     const LaidBeside& laid,
                                                     const std::vector<KeptRequirement>& requirements,
                                                     const operations::Context& context);

}  // namespace collega::hiring
