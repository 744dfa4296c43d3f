#include "vacancy_shown.h"

#include <algorithm>

#include "collega/people/person.h"
#include "requirements.h"

namespace collega::hiring {
namespace {

using operations::Context;
using operations::Role;

struct Counted {
  std::int64_t all = 0;
  std::int64_t undecided = 0;
};

Result<Counted> count_candidates(store::ReadTransaction& read, VacancyId vacancy) {
  store::Rows rows =
      TRY(read.query("select count(*), count(case when (verdict is null or verdict = ?) and stage <> ? then 1 end) "
                     "from hiring_application where vacancy = ?",
                     Verdict::hold, Stage::withdrawn, vacancy));
  TRY(rows.next());
  return Counted{rows.get<std::int64_t>(0), rows.get<std::int64_t>(1)};
}

Result<std::vector<StageCount>> count_stages(store::ReadTransaction& read, VacancyId vacancy) {
  store::Rows rows =
      TRY(read.query("select stage, count(*) from hiring_application where vacancy = ? group by stage", vacancy));
  std::vector<StageCount> counts;
  while (TRY(rows.next())) counts.push_back({rows.get<Stage>(0), rows.get<std::int64_t>(1)});
  std::ranges::sort(counts, {}, &StageCount::stage);
  return counts;
}

Result<std::int64_t> count_stale(store::ReadTransaction& read, const KeptVacancy& vacancy) {
  const auto count = TRY(read.first<std::int64_t>(
      "select count(*) from hiring_application where vacancy = ? and stage <> ? and (round is null or round <> ?)",
      vacancy.id, Stage::withdrawn, vacancy.round));
  return count.value_or(0);
}

Result<std::vector<ShownRound>> rounds_of(store::ReadTransaction& read, VacancyId vacancy) {
  store::Rows rows =
      TRY(read.query("select round, at, account, reason from hiring_round where vacancy = ? order by round", vacancy));
  std::vector<ShownRound> rounds;
  while (TRY(rows.next())) {
    rounds.push_back({rows.get<int>(0), rows.get<Moment>(1),
                      TRY(account_called(read, rows.get<identity::AccountId>(2))), rows.get<std::string>(3)});
  }
  return rounds;
}

/// The engine's weights follow from the kinds alone.
std::vector<double> weights_of(const std::vector<KeptRequirement>& requirements) {
  std::vector<skills::Requirement> bare(requirements.size());
  for (std::size_t i = 0; i < bare.size(); ++i) bare[i].kind = requirements[i].kind;
  return skills::weights(bare);
}

Result<std::vector<ShownRequirement>> shown_requirements(store::ReadTransaction& read, VacancyId vacancy) {
  const std::vector<KeptRequirement> kept = TRY(requirements_of(read, vacancy));
  const std::vector<double> weights = weights_of(kept);
  std::vector<ShownRequirement> all;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    ShownRequirement shown;
    static_cast<RequirementWords&>(shown) = kept[i];
    static_cast<Quoted&>(shown) = kept[i];
    shown.id = kept[i].id;
    shown.weight = weights[i];
    shown.round = kept[i].round;
    shown.later = kept[i].round > 1;
    all.push_back(std::move(shown));
  }
  return all;
}

Result<std::vector<ShownReopening>> reopenings_of(store::ReadTransaction& read, VacancyId vacancy) {
  store::Rows rows = TRY(read.query(
      "select at, account, closed_on, reason from hiring_vacancy_reopening where vacancy = ? order by id", vacancy));
  std::vector<ShownReopening> all;
  while (TRY(rows.next())) {
    all.push_back({rows.get<Moment>(0), TRY(account_called(read, rows.get<identity::AccountId>(1))), rows.get<Date>(2),
                   rows.get<std::string>(3)});
  }
  return all;
}

bool is_recruiter(const Context& context) {
  return context.asker.kind == identity::AskerKind::local_operator ||
         std::ranges::count(context.asking_as, Role::recruiter) > 0;
}

}  // namespace

Result<VacancyRow> vacancy_row(Context& context, const KeptVacancy& vacancy) {
  store::ReadTransaction& read = context.work.read();
  VacancyRow row;
  row.vacancy = vacancy.id;
  row.title = vacancy.title;
  if (vacancy.unit) {
    if (const auto unit = TRY(people::unit_as_of(read, *vacancy.unit, context.today))) {
      row.unit = unit->code;
      row.unit_name = unit->name;
    }
  }
  row.owner = TRY(account_called(read, vacancy.owner));
  if (vacancy.manager) {
    const Result<people::Person> manager = people::person(read, *vacancy.manager);
    if (manager) row.manager = people::display_name(manager->name);
  }
  row.state = vacancy.state;
  row.made_at = vacancy.made_at;
  row.frozen_at = TRY(read.first<Moment>("select at from hiring_round where vacancy = ? and round = 1", vacancy.id));
  row.closed_on = vacancy.closed_on;
  row.colleagues_since = vacancy.colleagues_since;
  const Counted counted = TRY(count_candidates(read, vacancy.id));
  row.candidates = counted.all;
  row.undecided = counted.undecided;
  return row;
}

Result<ShownVacancy> shown_vacancy(Context& context, VacancyId id) {
  store::ReadTransaction& read = context.work.read();
  const KeptVacancy vacancy = TRY(kept_vacancy(read, id));
  ShownVacancy shown;
  shown.row = TRY(vacancy_row(context, vacancy));
  shown.version = vacancy.version;
  shown.text = vacancy.text;
  shown.requirements = TRY(shown_requirements(read, id));
  shown.rounds = TRY(rounds_of(read, id));
  shown.reopenings = TRY(reopenings_of(read, id));
  shown.order = vacancy.ordering;
  shown.names_hidden = vacancy.names_hidden();
  shown.stages = TRY(count_stages(read, id));
  shown.stale = TRY(count_stale(read, vacancy));
  const bool is_closed = vacancy.state == VacancyState::closed;
  shown.may_edit = !is_closed && is_recruiter(context);
  shown.may_reopen = is_closed && is_recruiter(context);
  return shown;
}

}  // namespace collega::hiring
