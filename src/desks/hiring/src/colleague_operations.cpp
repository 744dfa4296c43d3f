// Vacancies that colleagues may see: what each asks, and nothing of who applied.

#include "collega/base/error.h"
#include "opening_types.h"
#include "requirements.h"
#include "rows.h"
#include "vacancy_shown.h"

namespace collega::hiring {
namespace {

using namespace operations;

Result<ShownVacancy> open_to_colleagues(const ColleaguesRequest& asked, Context& context) {
  KeptVacancy kept = TRY(vacancy_to_change(context, asked.vacancy, asked.version));
  // Until the requirements are frozen nobody can tell what it asks.
  if (asked.open && kept.round == 0) return Error{ErrorCode::requirements_none, kept.title};
  if (asked.open == kept.colleagues_since.has_value()) return Error{ErrorCode::changed_meanwhile, kept.title};
  kept.colleagues_since = asked.open ? std::optional{context.records->clock()} : std::nullopt;
  TRY(update_vacancy(context.work.write(), kept));
  context.work.remember("open", Json(asked.open));
  return shown_vacancy(context, kept.id);
}

Result<OpenVacancy> shown_to_colleagues(Context& context, const KeptVacancy& kept) {
  store::ReadTransaction& read = context.work.read();
  OpenVacancy shown{.vacancy = kept.id,
                    .title = kept.title,
                    .unit_name = {},
                    .since = *kept.colleagues_since,
                    .text = kept.text,
                    .requirements = {}};
  if (kept.unit) {
    const auto unit = TRY(people::unit_as_of(read, *kept.unit, context.today));
    if (unit) shown.unit_name = unit->name;
  }
  for (const KeptRequirement& one : TRY(requirements_of(read, kept.id))) {
    ProposedRequirement requirement;
    static_cast<RequirementWords&>(requirement) = one;
    static_cast<Quoted&>(requirement) = one;
    shown.requirements.push_back(std::move(requirement));
  }
  return shown;
}

Result<OpenVacancies> for_colleagues(const ForColleaguesRequest& asked, Context& context) {
  OpenVacancies answer;
  for (const KeptVacancy& kept : TRY(vacancies_for_colleagues(context.work.read(), asked.limit)))
    answer.vacancies.push_back(TRY(shown_to_colleagues(context, kept)));
  return answer;
}

}  // namespace

void add_colleague_rows(std::vector<Operation>& rows) {
  rows.push_back({
      .name = "hiring.open_to_colleagues",
      .title = {"Een vacature voor collega's openstellen", "Open a vacancy to colleagues"},
      .purpose = {"Laat wie hier werkt zien wat een vacature vraagt, of trekt dat in.",
                  "Lets whoever works here see what a vacancy asks, or takes that back."},
      .effect = Effect::acts,
      .reads = kReadsVacancies,
      .may = kRecruiters,
      .stored = Stored::writes,
      .given = {"vacancy"},
      .handler = handler<ColleaguesRequest, ShownVacancy>(open_to_colleagues),
  });
  rows.push_back({
      .name = "hiring.for_colleagues",
      .title = {"Vacatures voor collega's", "Vacancies for colleagues"},
      .purpose = {"Toont de vacatures die voor collega's openstaan, met wat elk vraagt.",
                  "Shows the vacancies that are open to colleagues, with what each asks."},
      .may = {Role::employee},
      .stored = Stored::reads,
      .handler = handler<ForColleaguesRequest, OpenVacancies>(for_colleagues),
  });
}

}  // namespace collega::hiring
