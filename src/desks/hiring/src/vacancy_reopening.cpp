// A procedure that was closed goes on: its applicants are kept again, what was withdrawn stays so, and whoever was
// erased meanwhile stays gone.

#include "collega/base/error.h"
#include "deciding.h"
#include "opening_types.h"
#include "retention.h"
#include "rows.h"
#include "vacancy_shown.h"

namespace collega::hiring {
namespace {

using namespace operations;

Result<KeptVacancy> closed_vacancy(Context& context, const ReopenVacancyRequest& asked) {
  KeptVacancy kept = TRY(seen_vacancy(context, asked.vacancy));
  // Of one that is open somebody else was first.
  if (kept.version != asked.version || !kept.closed_on) return Error{ErrorCode::changed_meanwhile, kept.title};
  return kept;
}

VacancyState state_before_closing(const KeptVacancy& vacancy) {
  if (vacancy.shortlist_at) return VacancyState::shortlisted;
  return vacancy.round > 0 ? VacancyState::open : VacancyState::draft;
}

Result<Done> note_reopening(Context& context, const KeptVacancy& closed, const std::string& reason) {
  store::WriteTransaction& write = context.work.write();
  TRY(write.execute(
      "insert into hiring_vacancy_reopening (id, vacancy, account, at, closed_on, reason) values (?, ?, ?, ?, ?, ?)",
      write.new_id<Id<ReopenVacancyRequest>>(), closed.id, context.asker.account, context.records->clock(),
      *closed.closed_on, reason));
  context.work.remember("reopened", Json(to_string(*closed.closed_on)));
  return Done{};
}

/// Who withdrew had ended before the closing.
Result<std::vector<KeptApplication>> ended_by_closing(store::ReadTransaction& read, VacancyId vacancy) {
  std::vector<KeptApplication> all = TRY(applications_for(read, vacancy));
  std::erase_if(all, [](const KeptApplication& one) { return one.stage == Stage::withdrawn || !one.ended_on; });
  return all;
}

/// Their match was withdrawn, so they are laid beside the requirements anew.
Result<Done> let_match_anew(Context& context, VacancyId vacancy) {
  TRY(context.work.write().execute(
      "update hiring_application set proposal = null, round = null where vacancy = ? and stage <> ? and "
      "(verdict is null or verdict = ?)",
      vacancy, Stage::withdrawn, Verdict::hold));
  return context.tell(kRequirementsChanged, JsonObject{{"vacancy", to_string(vacancy)}});
}

Result<ReopenedVacancy> reopen_vacancy(const ReopenVacancyRequest& asked, Context& context) {
  KeptVacancy kept = TRY(closed_vacancy(context, asked));
  TRY(check_reason(asked.reason));
  store::WriteTransaction& write = context.work.write();
  ReopenedVacancy answer;
  const std::vector<KeptApplication> ended = TRY(ended_by_closing(write, kept.id));
  for (const KeptApplication& one : ended) {
    const Retention before = TRY(retention_of(write, one.candidate));
    answer.erasures.push_back({.application = one.id, .code = one.code, .was = before.erase_on, .is = {}});
  }
  TRY(note_reopening(context, kept, asked.reason));
  kept.closed_on = std::nullopt;
  kept.state = state_before_closing(kept);
  TRY(update_vacancy(write, kept));
  TRY(write.execute("update hiring_application set ended_on = null where vacancy = ? and stage <> ?", kept.id,
                    Stage::withdrawn));
  for (std::size_t i = 0; i < ended.size(); ++i)
    answer.erasures[i].is = TRY(retention_of(write, ended[i].candidate)).erase_on;
  if (kept.round > 0) TRY(let_match_anew(context, kept.id));
  answer.vacancy = TRY(shown_vacancy(context, kept.id));
  answer.gone = kept.last_number - answer.vacancy.row.candidates;
  return answer;
}

}  // namespace

void add_vacancy_reopening_rows(std::vector<Operation>& rows) {
  rows.push_back({
      .name = "hiring.reopen_vacancy",
      .title = {"Een gesloten procedure heropenen", "Reopen a closed procedure"},
      .purpose = {"Laat een gesloten procedure verdergaan, met een reden; de bewaartermijnen lopen dan niet meer.",
                  "Lets a closed procedure go on, with a reason; the periods of retention then no longer run."},
      .effect = Effect::acts,
      .reads = {Data::candidate_papers, Data::accounts, Data::people, Data::proposals},
      .may = kRecruiters,
      .stored = Stored::writes,
      .given = {"vacancy"},
      .handler = handler<ReopenVacancyRequest, ReopenedVacancy>(reopen_vacancy),
  });
}

}  // namespace collega::hiring
