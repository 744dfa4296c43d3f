#include "rights_shown.h"

#include "retention.h"

namespace collega::hiring {

Result<KeptUntil> kept_until(store::ReadTransaction& read, const KeptApplication& application) {
  const KeptVacancy vacancy = TRY(kept_vacancy(read, application.vacancy));
  const Retention retention = TRY(retention_of(read, application.candidate));
  KeptUntil kept;
  kept.application = application.id;
  kept.code = application.code;
  if (!vacancy.names_hidden()) kept.name = TRY(candidate_called(read, application.candidate));
  kept.vacancy_title = vacancy.title;
  kept.ended_on = retention.ended_on;
  kept.consent_until = retention.consent_until;
  kept.erase_on = retention.erase_on;
  kept.erasure_asked_at = TRY(read.first<Moment>(
      "select erasure_asked_at from hiring_link where application = ? and erasure_asked_at is not null "
      "order by erasure_asked_at limit 1",
      application.id));
  return kept;
}

Result<JsonObject> everything_kept(store::ReadTransaction& read, CandidateId candidate) {
  return people::everything_of(read, people::PersonId{candidate.number}, holdings_of_candidates());
}

}  // namespace collega::hiring
