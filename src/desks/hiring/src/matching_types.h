#pragma once

// What matching takes and gives, and the matrix that shows it of everybody.

#include <optional>
#include <string>
#include <vector>

#include "candidate_types.h"
#include "match_files_types.h"

namespace collega::hiring {

// Matching

struct MatchAnswer {
  ApplicationId application;
  std::optional<operations::ProposalId> proposal;
};
BOOST_DESCRIBE_STRUCT(MatchAnswer, (), (application, proposal))

struct RematchAnswer {
  std::int64_t matched = 0;
  std::optional<std::string> not_matched;
};
BOOST_DESCRIBE_STRUCT(RematchAnswer, (), (matched, not_matched))

struct OtherVacancy {
  VacancyId vacancy;
  std::string title;
  bool applied = false;
  skills::Group group = skills::Group::something_unknown;
  std::int64_t musts = 0;
  std::int64_t musts_met = 0;
  std::vector<RequirementResult> requirements;
};
BOOST_DESCRIBE_STRUCT(OtherVacancy, (), (vacancy, title, applied, group, musts, musts_met, requirements))

struct OtherVacancies {
  std::string code;
  std::vector<OtherVacancy> vacancies;
  std::vector<std::string> limits;
};
BOOST_DESCRIBE_STRUCT(OtherVacancies, (), (code, vacancies, limits))

// The matrix

struct MatrixRequest {
  VacancyId vacancy;
  std::optional<RowGroup> group;
  std::optional<Stage> stage;
  std::optional<Verdict> verdict;
  std::optional<RequirementId> requirement;
  std::optional<skills::Met> met;
  std::string text;
  std::optional<ApplicationId> after;
  int limit = 500;
};
BOOST_DESCRIBE_STRUCT(MatrixRequest, (), (vacancy, group, stage, verdict, requirement, met, text, after, limit))

struct MatrixColumn {
  RequirementId requirement;
  std::string label;
  skills::RequirementKind kind = skills::RequirementKind::must;
  bool later = false;
};
BOOST_DESCRIBE_STRUCT(MatrixColumn, (), (requirement, label, kind, later))

struct GroupCount {
  RowGroup group = RowGroup::unmatched;
  std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(GroupCount, (), (group, count))

struct MatrixRow {
  ApplicationId application;
  std::string code;
  std::optional<std::string> name;
  RowGroup group = RowGroup::unmatched;
  std::vector<skills::Met> met;
  std::optional<Stage> stage;
  std::optional<Verdict> verdict;
  bool opened = false;
  std::optional<Verdict> my_view;
  std::int64_t notes = 0;
  std::int64_t questions = 0;
  Moment arrived_at{};
};
BOOST_DESCRIBE_STRUCT(MatrixRow, (),
                      (application, code, name, group, met, stage, verdict, opened, my_view, notes, questions,
                       arrived_at))

struct Matrix {
  std::vector<MatrixColumn> requirements;
  std::vector<GroupCount> groups;
  std::vector<MatrixRow> rows;
  std::optional<ApplicationId> next;
  bool names_hidden = true;
  Ordering order = Ordering::shuffled;
  std::vector<std::string> limits;
};
BOOST_DESCRIBE_STRUCT(Matrix, (), (requirements, groups, rows, next, names_hidden, order, limits))

}  // namespace collega::hiring

namespace collega {

template <>
struct FieldTable<hiring::MatchAnswer> {
  static constexpr Field rows[] = {
      hiring::field::kApplication,
      {.name = "proposal",
       .meaning = {"het voorstel dat op een besluit wacht", "the proposal that waits for a decision"}},
  };
};

template <>
struct FieldTable<hiring::RematchAnswer> {
  static constexpr Field rows[] = {
      {.name = "matched", .meaning = {"hoeveel kandidaten", "how many candidates"}, .min = 0},
      hiring::field::kNotMatched,
  };
};

template <>
struct FieldTable<hiring::OtherVacancy> {
  static constexpr Field rows[] = {
      hiring::field::kVacancy,
      hiring::field::kTitle,
      {.name = "applied", .meaning = {"of de kandidaat hierop solliciteerde", "whether the candidate applied for it"}},
      hiring::field::kGroup,
      {.name = "musts", .meaning = {"harde eisen", "musts"}, .min = 0},
      {.name = "musts_met", .meaning = {"waarvan in de papieren", "of which in the papers"}, .min = 0},
      {.name = "requirements", .meaning = {"per criterium wat de papieren tonen", "what the papers show of each"}},
  };
};

template <>
struct FieldTable<hiring::OtherVacancies> {
  static constexpr Field rows[] = {
      hiring::field::kCode,
      {.name = "vacancies", .meaning = {"open vacatures", "open vacancies"}},
      hiring::field::kLimits,
  };
};

template <>
struct FieldTable<hiring::MatrixRequest> {
  static constexpr Field rows[] = {
      hiring::field::kVacancy,
      hiring::field::kGroup,
      hiring::field::kStage,
      hiring::field::kVerdict,
      {.name = "requirement",
       .meaning = {"alleen wie op dit criterium `met` heeft", "only who has `met` on this requirement"}},
      hiring::field::kMet,
      {.name = "text",
       .meaning = {"deel van de code, of van de naam als die getoond wordt",
                   "part of the code, or of the name where shown"},
       .has_default = true},
      {.name = "after", .meaning = {"`next` van de vorige bladzijde", "`next` of the page before"}},
      {.name = "limit",
       .meaning = {"hoeveel ten hoogste", "how many at most"},
       .min = 1,
       .max = 500,
       .has_default = true},
  };
};

template <>
struct FieldTable<hiring::MatrixColumn> {
  static constexpr Field rows[] = {hiring::field::kRequirement, hiring::field::kLabel, hiring::field::kKind,
                                   hiring::field::kLater};
};

template <>
struct FieldTable<hiring::GroupCount> {
  static constexpr Field rows[] = {
      hiring::field::kGroup,
      {.name = "count", .meaning = {"hoeveel kandidaten", "how many candidates"}, .min = 0},
  };
};

template <>
struct FieldTable<hiring::MatrixRow> {
  static constexpr Field rows[] = {
      hiring::field::kApplication,
      hiring::field::kCode,
      hiring::field::kName,
      hiring::field::kGroup,
      {.name = "met", .meaning = {"per criterium, in hun volgorde", "for each requirement, in their order"}},
      {.name = "stage",
       .meaning = {"stap; niet getoond zolang u uw eigen oordeel nog niet gaf",
                   "stage; not shown before your own view"}},
      {.name = "verdict",
       .meaning = {"besluit; niet getoond zolang u uw eigen oordeel nog niet gaf",
                   "decision; not shown before your own view"}},
      {.name = "opened", .meaning = {"of u de papieren opende", "whether you opened the papers"}},
      {.name = "my_view", .meaning = {"uw eigen oordeel", "your own view"}},
      {.name = "notes", .meaning = {"aantal aantekeningen", "number of notes"}, .min = 0},
      {.name = "questions", .meaning = {"vragen die nog openstaan", "questions still open"}, .min = 0},
      {.name = "arrived_at", .meaning = {"binnengekomen op", "arrived at"}},
  };
};

template <>
struct FieldTable<hiring::Matrix> {
  static constexpr Field rows[] = {
      {.name = "requirements", .meaning = {"de criteria, in volgorde", "the requirements, in order"}},
      {.name = "groups", .meaning = {"hoeveel kandidaten per groep, ongefilterd", "candidates a group, unfiltered"}},
      {.name = "rows",
       .meaning = {"kandidaten: per groep, daarbinnen geschud of op score",
                   "candidates: by group, inside it shuffled or by score"}},
      {.name = "next", .meaning = {"waar de volgende bladzijde begint", "where the next page begins"}},
      hiring::field::kNamesHidden,
      {.name = "order", .meaning = {"volgorde binnen een groep", "order inside a group"}},
      hiring::field::kLimits,
  };
};

}  // namespace collega
