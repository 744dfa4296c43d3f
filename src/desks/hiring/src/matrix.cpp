// Requirements beside candidates, from what was kept of them.

#include <algorithm>
#include <tuple>

#include "collega/base/utf8.h"
#include "deciding.h"
#include "laid_beside.h"
#include "matching_types.h"
#include "rows.h"

namespace collega::hiring {
namespace {

using namespace operations;

using HeldBack = std::set<ProposalId>;

RowGroup row_group(const KeptApplication& application, const KeptVacancy& vacancy, const HeldBack& held) {
  if (application.proposal && held.contains(*application.proposal)) return RowGroup::own_view_first;
  if (!application.is_fresh(vacancy) || !application.group) return RowGroup::unmatched;
  switch (*application.group) {
    case skills::Group::all_musts_shown:
      return RowGroup::all_musts_shown;
    case skills::Group::something_unknown:
      return RowGroup::something_unknown;
    case skills::Group::contradicted:
      return RowGroup::contradicted;
  }
  return RowGroup::unmatched;
}

using Counts = std::map<ApplicationId, std::int64_t>;

Result<Counts> counts_in(store::Rows rows) {
  Counts counts;
  while (TRY(rows.next())) counts[rows.get<ApplicationId>(0)] = rows.get<std::int64_t>(1);
  return counts;
}

/// What stands beside the candidates of a vacancy, each read once for all.
struct Beside {
  Counts notes;
  Counts questions;
  Counts opened;
  std::map<ApplicationId, Verdict> views;
};

Result<Beside> beside(Context& context, VacancyId vacancy) {
  store::ReadTransaction& read = context.work.read();
  const identity::AccountId account = context.asker.account;
  Beside all;
  all.notes =
      TRY(counts_in(TRY(read.query("select n.application, count(*) from hiring_note n join hiring_application a "
                                   "on a.id = n.application where a.vacancy = ? group by n.application",
                                   vacancy))));
  all.questions =
      TRY(counts_in(TRY(read.query("select q.application, count(*) from hiring_question q join hiring_application a on "
                                   "a.id = q.application where a.vacancy = ? and q.state in (?, ?) group by "
                                   "q.application",
                                   vacancy, QuestionState::draft, QuestionState::sent))));
  all.opened =
      TRY(counts_in(TRY(read.query("select o.application, 1 from hiring_opened o join hiring_application a on a.id = "
                                   "o.application where a.vacancy = ? and o.account = ?",
                                   vacancy, account))));
  store::Rows views =
      TRY(read.query("select v.application, v.verdict from hiring_view v join hiring_application a on a.id = "
                     "v.application where a.vacancy = ? and v.account = ?",
                     vacancy, account));
  while (TRY(views.next())) all.views[views.get<ApplicationId>(0)] = views.get<Verdict>(1);
  return all;
}

class Page {
 public:
  Page(const MatrixRequest& asked, Context& context, const KeptVacancy& vacancy)
      : asked_(asked), context_(context), vacancy_(vacancy) {}

  Result<Matrix> matrix() {
    store::ReadTransaction& read = context_.work.read();
    const std::vector<KeptRequirement> requirements = TRY(requirements_of(read, vacancy_.id));
    for (const KeptRequirement& one : requirements)
      matrix_.requirements.push_back({one.id, one.label, one.kind, one.round > 1});
    met_ = TRY(met_by_application(read, vacancy_.id, requirements));
    beside_ = TRY(beside(context_, vacancy_.id));
    is_manager_ =
        context_.asker.kind == identity::AskerKind::session && context_.asking_as == std::vector<Role>{Role::manager};
    std::vector<KeptApplication> all = TRY(applications_for(read, vacancy_.id));
    held_ = TRY(held_back(context_));
    put_in_order(all);
    matrix_.groups = count_groups(all);
    TRY(fill(all));
    matrix_.names_hidden = vacancy_.names_hidden();
    matrix_.order = vacancy_.ordering;
    matrix_.limits = limits_of(vacancy_.names_hidden(), context_.language);
    return std::move(matrix_);
  }

 private:
  [[nodiscard]] RowGroup group_of(const KeptApplication& one) const { return row_group(one, vacancy_, held_); }

  /// By group, and inside it as the organisation wants it: shuffled, so that nobody is first for a decimal; or by musts
  /// met, then score. Those held back stand as chance put them.
  void put_in_order(std::vector<KeptApplication>& all) const {
    const auto key = [&](const KeptApplication& one) {
      const RowGroup group = group_of(one);
      const bool by_score = vacancy_.ordering == Ordering::score && group != RowGroup::own_view_first;
      const int met = by_score ? -one.musts_met : 0;
      const int denied = by_score ? one.musts_denied : 0;
      const double score = by_score ? -one.score : 0;
      return std::tuple{group, met, denied, score, one.place, one.id};
    };
    std::ranges::sort(all, {}, key);
  }

  [[nodiscard]] std::vector<GroupCount> count_groups(const std::vector<KeptApplication>& all) const {
    std::vector<GroupCount> counts = {{RowGroup::all_musts_shown},
                                      {RowGroup::something_unknown},
                                      {RowGroup::contradicted},
                                      {RowGroup::unmatched},
                                      {RowGroup::own_view_first}};
    for (const KeptApplication& one : all) ++counts[static_cast<std::size_t>(group_of(one))].count;
    return counts;
  }

  Result<Done> fill(const std::vector<KeptApplication>& all) {
    bool begun = !asked_.after;
    for (const KeptApplication& one : all) {
      const bool is_behind = std::exchange(begun, begun || one.id == asked_.after);
      if (!is_behind) continue;
      const MatrixRow row = TRY(row_of(one));
      if (!is_wanted(row)) continue;
      if (matrix_.rows.size() == static_cast<std::size_t>(asked_.limit)) {
        matrix_.next = matrix_.rows.back().application;
        break;
      }
      if (row.name) context_.work.is_about(one.candidate.number);
      matrix_.rows.push_back(row);
    }
    return Done{};
  }

  Result<MatrixRow> row_of(const KeptApplication& application) {
    MatrixRow row;
    row.application = application.id;
    row.code = application.code;
    if (!vacancy_.names_hidden()) row.name = TRY(candidate_called(context_.work.read(), application.candidate));
    row.group = group_of(application);
    if (row.group != RowGroup::unmatched && row.group != RowGroup::own_view_first) row.met = met_[application.id];
    if (const auto view = beside_.views.find(application.id); view != beside_.views.end()) row.my_view = view->second;
    if (!is_manager_ || row.my_view) {
      row.stage = application.stage;
      row.verdict = application.verdict;
      row.notes = beside_.notes[application.id];
    }
    row.opened = beside_.opened.contains(application.id);
    row.questions = beside_.questions[application.id];
    row.arrived_at = shown_arrival(application.arrived_at, vacancy_);
    return row;
  }

  [[nodiscard]] bool is_wanted(const MatrixRow& row) const {
    if (asked_.group && row.group != *asked_.group) return false;
    if (asked_.stage && row.stage != asked_.stage) return false;
    if (asked_.verdict && row.verdict != asked_.verdict) return false;
    if (asked_.requirement && asked_.met) {
      const auto column = std::ranges::find(matrix_.requirements, *asked_.requirement, &MatrixColumn::requirement);
      const auto place = static_cast<std::size_t>(column - matrix_.requirements.begin());
      if (place >= row.met.size() || row.met[place] != *asked_.met) return false;
    }
    if (asked_.text.empty()) return true;
    const std::string wanted = fold(asked_.text);
    return fold(row.code).find(wanted) != std::string::npos ||
           (row.name && fold(*row.name).find(wanted) != std::string::npos);
  }

  const MatrixRequest& asked_;
  Context& context_;
  const KeptVacancy& vacancy_;
  std::map<ApplicationId, std::vector<skills::Met>> met_;
  Beside beside_;
  HeldBack held_;
  bool is_manager_ = false;
  Matrix matrix_;
};

Result<Matrix> matrix(const MatrixRequest& asked, Context& context) {
  const KeptVacancy vacancy = TRY(seen_vacancy(context, asked.vacancy));
  return Page(asked, context, vacancy).matrix();
}

}  // namespace

void add_matrix_rows(std::vector<Operation>& rows) {
  rows.push_back({
      .name = "hiring.matrix",
      .title = {"Criteria naast kandidaten", "Requirements beside candidates"},
      .purpose = {"Toont per kandidaat en criterium wat de papieren laten zien, in drie groepen.",
                  "Shows for each candidate and requirement what the papers show, in three groups."},
      .reads = {Data::candidate_papers, Data::accounts, Data::proposals},
      .may = {Role::recruiter, Role::manager, Role::data_protection_officer},
      .stored = Stored::reads,
      .given = {"vacancy"},
      .handler = handler<MatrixRequest, Matrix>(matrix),
  });
}

}  // namespace collega::hiring
