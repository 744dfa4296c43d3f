#pragma once

// The rows of the desk, a file of handlers at a time.

#include "collega/hiring/hiring.h"

namespace collega::hiring {

/// High-risk operations of this desk are so on this ground.
inline constexpr operations::RiskClass kHighRisk{operations::Risk::high, "AI Act, Annex III 4(a)"};

/// Who works with candidates; who looks at them beside that.
inline const std::vector<operations::Role> kRecruiters = {operations::Role::recruiter};
inline const std::vector<operations::Role> kReaders = {operations::Role::recruiter, operations::Role::manager,
                                                       operations::Role::privacy_coordinator,
                                                       operations::Role::data_protection_officer};
/// Whoever sees a vacancy is called by name: its owner, its manager.
inline const std::vector<operations::Data> kReadsVacancies = {operations::Data::candidate_papers,
                                                              operations::Data::people, operations::Data::accounts};

/// The event that the requirements of a vacancy were frozen or changed: {"vacancy"}. Everybody is matched anew.
inline constexpr std::string_view kRequirementsChanged = "hiring.requirements_changed";

void add_vacancy_rows(std::vector<operations::Operation>& rows, const Tools& tools);
void add_vacancy_reopening_rows(std::vector<operations::Operation>& rows);
void add_place_rows(std::vector<operations::Operation>& rows);
void add_colleague_rows(std::vector<operations::Operation>& rows);
void add_intake_rows(std::vector<operations::Operation>& rows);
void add_troubled_rows(std::vector<operations::Operation>& rows);
void add_match_rows(std::vector<operations::Operation>& rows, const Tools& tools);
void add_matrix_rows(std::vector<operations::Operation>& rows);
void add_candidate_rows(std::vector<operations::Operation>& rows, const Tools& tools);
void add_deciding_rows(std::vector<operations::Operation>& rows);
void add_reopening_rows(std::vector<operations::Operation>& rows);
void add_question_rows(std::vector<operations::Operation>& rows);
void add_export_rows(std::vector<operations::Operation>& rows, const Tools& tools);
void add_page_rows(std::vector<operations::Operation>& rows, const Tools& tools);
void add_rights_rows(std::vector<operations::Operation>& rows);
void add_link_rows(std::vector<operations::Operation>& rows, const Tools& tools);

}  // namespace collega::hiring
