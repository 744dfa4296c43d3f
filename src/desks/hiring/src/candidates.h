#pragma once

// Candidates, their applications and their papers, as they are kept. What says who somebody is stands sealed.

#include <optional>
#include <string>
#include <vector>

#include "collega/operations/proposals.h"
#include "engine_words.h"
#include "findings.h"
#include "vacancies.h"

namespace collega::hiring {

struct KeptApplication {
  ApplicationId id;
  VacancyId vacancy;
  CandidateId candidate;
  std::string code;        ///< "K-017": what they are called while names are hidden
  std::int64_t place = 0;  ///< by which they stand inside their group: from the vacancy's seed
  Stage stage = Stage::received;
  std::optional<Verdict> verdict;
  Moment arrived_at{};
  std::optional<Date> ended_on;
  std::optional<int> round;  ///< of the requirements that they were matched in
  std::optional<skills::Group> group;
  int musts_met = 0;
  int musts_denied = 0;
  double score = 0;
  std::optional<operations::ProposalId> proposal;

  /// Whether the outcome is of the requirements that are in force.
  [[nodiscard]] bool is_fresh(const KeptVacancy& its) const { return round && *round == its.round; }
};

/// An application that the asker sees, with its vacancy; what they do is about this candidate.
struct SeenApplication {
  KeptVacancy vacancy;
  KeptApplication application;
};
/// Error: unknown_candidate, also for one whose vacancy the asker does not see.
[[nodiscard]] Result<SeenApplication> seen_application(operations::Context& context, ApplicationId application);
/// The same, of a procedure that goes on. Errors: also vacancy_closed.
[[nodiscard]] Result<SeenApplication> open_application(operations::Context& context, ApplicationId application);

[[nodiscard]] Result<KeptApplication> kept_application(store::ReadTransaction& read, ApplicationId application);
/// All of a vacancy, by code.
[[nodiscard]] Result<std::vector<KeptApplication>> applications_for(store::ReadTransaction& read, VacancyId vacancy);
/// The one that a proposal was about.
[[nodiscard]] Result<std::optional<ApplicationId>> application_with(store::ReadTransaction& read,
                                                                    operations::ProposalId proposal);

/// As the papers call them; empty when nobody knows.
[[nodiscard]] Result<std::string> candidate_called(store::ReadTransaction& read, CandidateId candidate);

Result<CandidateId> insert_candidate(store::WriteTransaction& write, const std::string& name, Moment now);
/// Under a code of the vacancy that nobody has.
Result<KeptApplication> insert_application(store::WriteTransaction& write, const KeptVacancy& vacancy,
                                           CandidateId candidate, Moment now);
/// The day alone while names are hidden: the moment would tell the order of the files.
[[nodiscard]] Moment shown_arrival(Moment arrived, const KeptVacancy& vacancy);
/// A step of the procedure, in its history too.
Result<Done> put_stage(store::WriteTransaction& write, ApplicationId application, Stage stage,
                       identity::AccountId account, Moment now);

struct KeptPaper {
  PaperId id;
  CandidateId candidate;
  std::string file_name;
  std::string media_type;
  std::int64_t bytes = 0;
  std::optional<int> pages;
  std::string content;  ///< where the file stands
  std::string body;     ///< where its text stands
  Moment added_at{};
};

struct NewPaper {
  std::string file_name;
  std::string content;
  documents::Document document;
};

Result<PaperId> insert_paper(store::WriteTransaction& write, CandidateId candidate, const NewPaper& paper, Moment now);
/// Of a candidate, in the order that they came.
[[nodiscard]] Result<std::vector<KeptPaper>> papers_of(store::ReadTransaction& read, CandidateId candidate);
/// Whose file this is: the same bytes, or the same text in another format.
[[nodiscard]] Result<std::optional<CandidateId>> candidate_with(store::ReadTransaction& read, const NewPaper& paper);
/// Errors: store_broken.
[[nodiscard]] Result<documents::Document> text_of(store::ReadTransaction& read, const KeptPaper& paper);
[[nodiscard]] Result<std::string> content_of(store::ReadTransaction& read, const KeptPaper& paper);

Result<Done> drop_page_images(store::WriteTransaction& write, PaperId paper);

/// A candidate's papers as the engine and a reader of this vacancy have them: called by the candidate's code while
/// names are hidden, and by their file names after that.
[[nodiscard]] Result<Opened> open_papers(store::ReadTransaction& read, const std::vector<KeptPaper>& papers,
                                         const std::string& code, bool names_hidden, Language language);

/// Whether this account opened the papers.
[[nodiscard]] Result<bool> has_opened(store::ReadTransaction& read, ApplicationId application,
                                      identity::AccountId account);

}  // namespace collega::hiring
