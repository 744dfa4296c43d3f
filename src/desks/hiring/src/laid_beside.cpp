#include "laid_beside.h"

#include <algorithm>

#include "collega/base/digest.h"
#include "papers.h"
#include "wording.h"

namespace collega::hiring {

LaidBeside lay_beside(const Opened& opened, const std::vector<skills::Requirement>& requirements,
                      const skills::MentionFinder& finder, Date today) {
  skills::Candidate candidate;
  Digest digest;
  for (const documents::Document& document : opened.documents) {
    candidate.papers.push_back(paper_from(document));
    digest.add(document.text);
  }
  LaidBeside laid;
  laid.match = skills::match(candidate, requirements, finder, today);
  laid.notices = notices_of(opened.documents, laid.match);
  laid.digest = digest.hex();
  laid.engine_version = engine_version(finder);
  return laid;
}

Blinder blinder_of(const Opened& opened, const std::vector<KeptPaper>& papers) {
  std::vector<std::string> names;
  for (const KeptPaper& paper : papers) names.push_back(paper.file_name);
  return Blinder(opened.documents, names);
}

std::vector<std::string> limits_of(bool names_hidden, Language language) {
  const Messages& messages = messages_in(language);
  std::vector<std::string> limits = {messages("limit.silence"), messages("limit.unchecked"),
                                     messages("limit.character")};
  if (names_hidden) limits.push_back(messages("limit.blind"));
  return limits;
}

operations::Proposal proposal_of_match(const KeptVacancy& vacancy, const KeptApplication& application,
                                       const Opened& opened, const Blinder& blinder, const LaidBeside& laid,
                                       const std::vector<KeptRequirement>& requirements,
                                       const operations::Context& context) {
  std::vector<CodePointIndex> indexes;
  for (const documents::Document& document : opened.documents) indexes.emplace_back(document.text);
  operations::Finding finding{application.code, laid.match.score, {}};
  for (std::size_t i = 0; i < requirements.size(); ++i) {
    const skills::Judgement& judgement = laid.match.judgements[i];
    if (judgement.contribution <= 0) continue;
    operations::Reason reason{requirements[i].label, judgement.contribution, {}};
    for (const skills::EvidenceSpan& span : judgement.evidence) {
      reason.evidence.push_back(evidence_from(span, opened, indexes));
      if (vacancy.names_hidden()) reason.evidence.back().quote = blinder.blind(reason.evidence.back().quote);
    }
    finding.reasons.push_back(std::move(reason));
  }
  std::ranges::stable_sort(finding.reasons, std::ranges::greater{}, &operations::Reason::contribution);
  operations::Proposal proposal;
  proposal.operation = "hiring.match";
  proposal.about = {application.code, vacancy.title};
  proposal.made_at = to_string(context.today);
  proposal.engine_version = laid.engine_version;
  proposal.input_digest = laid.digest;
  proposal.findings.push_back(std::move(finding));
  proposal.limits = limits_of(vacancy.names_hidden(), context.language);
  return proposal;
}

}  // namespace collega::hiring
