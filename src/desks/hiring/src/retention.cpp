#include "retention.h"

#include <algorithm>

#include "collega/base/error.h"
#include "collega/hiring/hiring.h"
#include "collega/people/erasures.h"
#include "collega/store/blobs.h"
#include "deciding.h"
#include "outcomes.h"
#include "questions.h"
#include "wording.h"

namespace collega::hiring {
namespace {

using people::PersonId;

// Beside the data, and in no backup, as oversight's.
constexpr const char* kErasures = "erasures";
constexpr std::string_view kClock = "applicant";
constexpr std::string_view kClockWithConsent = "applicant_with_consent";

Result<people::RetentionRule> rule_called(store::ReadTransaction& read, std::string_view clock) {
  const std::vector<people::RetentionRule> rules = TRY(people::retention_rules(read));
  const auto rule = std::ranges::find(rules, clock, &people::RetentionRule::clock);
  if (rule == rules.end()) return Error{ErrorCode::unknown_value, std::string{clock}};
  return *rule;
}

Date day_after(Date day) { return Date{day.days() + std::chrono::days{1}}; }

/// By the number that a candidate has, or that of the person they are.
Result<std::vector<CandidateId>> candidates_of(store::ReadTransaction& read, PersonId person, bool with_consent) {
  store::Rows rows = TRY(read.query(std::string{"select id from hiring_candidate where (id = ? or person = ?) and "
                                                "consent_until is "} +
                                        (with_consent ? "not null" : "null") + " order by id",
                                    person, person));
  std::vector<CandidateId> all;
  while (TRY(rows.next())) all.push_back(rows.get<CandidateId>(0));
  return all;
}

Result<std::vector<KeptApplication>> applications_of(store::ReadTransaction& read, CandidateId candidate) {
  store::Rows rows = TRY(read.query("select id from hiring_application where candidate = ? order by id", candidate));
  std::vector<ApplicationId> ids;
  while (TRY(rows.next())) ids.push_back(rows.get<ApplicationId>(0));
  std::vector<KeptApplication> all;
  for (const ApplicationId id : ids) all.push_back(TRY(kept_application(read, id)));
  return all;
}

Result<JsonArray> shown_outcomes(store::ReadTransaction& read, const KeptApplication& application) {
  const std::vector<KeptRequirement> requirements = TRY(requirements_of(read, application.vacancy));
  const std::vector<skills::Judgement> judgements = TRY(kept_judgements(read, application.id, requirements, {}));
  const Messages& messages = messages_in(Language::nl);
  JsonArray all;
  for (std::size_t i = 0; i < requirements.size() && application.round; ++i) {
    all.push_back(JsonObject{{"requirement", requirements[i].label},
                             {"outcome", messages("met." + std::string{name_of(judgements[i].met)})}});
  }
  return all;
}

template <class T>
JsonArray listed(const std::vector<T>& items) {
  JsonArray all;
  for (const T& one : items) all.push_back(to_json(one));
  return all;
}

Result<JsonArray> shown_openings(store::ReadTransaction& read, ApplicationId application) {
  store::Rows rows = TRY(read.query(
      "select account, first_at, last_at from hiring_opened where application = ? order by first_at", application));
  JsonArray all;
  while (TRY(rows.next())) {
    all.push_back(JsonObject{{"by", TRY(account_called(read, rows.get<identity::AccountId>(0)))},
                             {"first_at", to_string(rows.get<Moment>(1))},
                             {"last_at", to_string(rows.get<Moment>(2))}});
  }
  return all;
}

Result<JsonObject> shown_application(store::ReadTransaction& read, const KeptApplication& application) {
  const KeptVacancy vacancy = TRY(kept_vacancy(read, application.vacancy));
  JsonObject shown{{"vacancy", vacancy.title},
                   {"code", application.code},
                   {"stage", name_of(application.stage)},
                   {"arrived_at", to_string(application.arrived_at)}};
  if (application.ended_on) shown["ended_on"] = to_string(*application.ended_on);
  shown["outcomes"] = TRY(shown_outcomes(read, application));
  shown["opened"] = TRY(shown_openings(read, application.id));
  shown["notes"] = listed(TRY(notes_on(read, application.id, {})));
  shown["views"] = listed(TRY(views_on(read, application.id, {})));
  shown["decisions"] = listed(TRY(decisions_on(read, application.id)));
  shown["questions"] = listed(TRY(questions_to(read, application.id)));
  shown["history"] = listed(TRY(steps_of(read, application.id)));
  return shown;
}

Result<JsonObject> shown_candidate(store::ReadTransaction& read, CandidateId candidate) {
  JsonObject shown{{"name", TRY(candidate_called(read, candidate))}};
  JsonArray papers;
  for (const KeptPaper& paper : TRY(papers_of(read, candidate))) {
    papers.push_back(JsonObject{{"file_name", paper.file_name},
                                {"bytes", paper.bytes},
                                {"added_at", to_string(paper.added_at)},
                                {"text", TRY(text_of(read, paper)).text}});
  }
  shown["papers"] = std::move(papers);
  JsonArray applications;
  for (const KeptApplication& one : TRY(applications_of(read, candidate)))
    applications.push_back(TRY(shown_application(read, one)));
  shown["applications"] = std::move(applications);
  const Retention retention = TRY(retention_of(read, candidate));
  if (retention.consent_until) shown["consent_until"] = to_string(*retention.consent_until);
  if (retention.erase_on) shown["erase_on"] = to_string(*retention.erase_on);
  return shown;
}

Result<std::int64_t> erase_application(store::WriteTransaction& write, ApplicationId application) {
  std::int64_t rows = 0;
  for (const char* table :
       {"hiring_outcome", "hiring_opened", "hiring_note", "hiring_view", "hiring_decision", "hiring_question",
        "hiring_step", "hiring_link", "hiring_proposal", "hiring_troubled_file"}) {
    rows += TRY(write.execute(std::string{"delete from "} + table + " where application = ?", application));
  }
  return rows + TRY(write.execute("delete from hiring_application where id = ?", application));
}

Result<std::int64_t> erase_everything(store::WriteTransaction& write, CandidateId candidate) {
  std::int64_t rows = 0;
  for (const KeptApplication& one : TRY(applications_of(write, candidate)))
    rows += TRY(erase_application(write, one.id));
  for (const KeptPaper& paper : TRY(papers_of(write, candidate))) {
    TRY(drop_page_images(write, paper.id));
    TRY(store::drop_blob(write, paper.content));
    TRY(store::drop_blob(write, paper.body));
    rows += TRY(write.execute("delete from hiring_paper where id = ?", paper.id));
  }
  return rows + TRY(write.execute("delete from hiring_candidate where id = ?", candidate));
}

people::Holding holding(std::string_view kind, Bilingual title, std::string_view clock, bool with_consent) {
  return {.kind = kind,
          .title = title,
          .clock = clock,
          .show = [with_consent](store::ReadTransaction& read, PersonId person) -> Result<JsonArray> {
            JsonArray all;
            for (const CandidateId one : TRY(candidates_of(read, person, with_consent)))
              all.push_back(TRY(shown_candidate(read, one)));
            return all;
          },
          .erase = [with_consent](store::WriteTransaction& write, PersonId person) -> Result<std::int64_t> {
            std::int64_t rows = 0;
            for (const CandidateId one : TRY(candidates_of(write, person, with_consent)))
              rows += TRY(erase_everything(write, one));
            return rows;
          },
          .started = [with_consent](store::ReadTransaction& read, PersonId person) -> Result<std::optional<Date>> {
            std::optional<Date> last;
            for (const CandidateId one : TRY(candidates_of(read, person, with_consent))) {
              const Retention retention = TRY(retention_of(read, one));
              if (!retention.ended_on) return std::optional<Date>{};
              last = std::max(last, retention.ended_on);
            }
            return last;
          }};
}

}  // namespace

std::vector<people::Holding> holdings() {
  return {
      holding("hiring.application", {"Sollicitaties", "Applications"}, kClock, false),
      holding("hiring.application_with_consent",
              {"Sollicitaties, met toestemming bewaard", "Applications, kept with consent"}, kClockWithConsent, true)};
}

std::vector<people::Holding> holdings_of_candidates() {
  std::vector<people::Holding> all = holdings();
  for (people::Holding& one : operations::holdings()) all.push_back(std::move(one));
  return all;
}

Result<Retention> retention_of(store::ReadTransaction& read, CandidateId candidate) {
  Retention retention{.candidate = candidate, .ended_on = {}, .consent_until = {}, .erase_on = {}};
  retention.consent_until =
      TRY(read.first<std::optional<Date>>("select consent_until from hiring_candidate where id = ?", candidate))
          .value_or(std::nullopt);
  store::Rows rows = TRY(read.query("select ended_on from hiring_application where candidate = ?", candidate));
  while (TRY(rows.next())) {
    const auto ended = rows.get<std::optional<Date>>(0);
    if (!ended) {
      retention.ended_on = std::nullopt;
      return retention;
    }
    retention.ended_on = std::max(retention.ended_on, ended);
  }
  if (!retention.ended_on) return retention;
  retention.erase_on = people::run_out(TRY(rule_called(read, kClock)), *retention.ended_on);
  if (retention.consent_until) retention.erase_on = std::max(*retention.erase_on, day_after(*retention.consent_until));
  return retention;
}

Result<std::vector<CandidateId>> candidates_due(store::ReadTransaction& read, Date day) {
  store::Rows rows =
      TRY(read.query("select id from hiring_candidate c where not exists (select 1 from hiring_application a where "
                     "a.candidate = c.id and a.ended_on is null) order by id"));
  std::vector<CandidateId> due;
  while (TRY(rows.next())) {
    const Retention retention = TRY(retention_of(read, rows.get<CandidateId>(0)));
    if (retention.erase_on && *retention.erase_on <= day) due.push_back(retention.candidate);
  }
  return due;
}

Result<Date> longest_consent(store::ReadTransaction& read, CandidateId candidate, Date today) {
  const Retention retention = TRY(retention_of(read, candidate));
  const Date out = people::run_out(TRY(rule_called(read, kClockWithConsent)), retention.ended_on.value_or(today));
  return Date{out.days() - std::chrono::days{1}};
}

Result<bool> erase_candidate(operations::Context& context, CandidateId candidate, people::Ground ground,
                             std::string_view operation) {
  operations::Records& records = *context.records;
  const PersonId number{candidate.number};
  const std::vector<people::Holding> holdings = holdings_of_candidates();
  // The note goes first: an erasure that is noted and did not happen can be done again.
  TRY(people::note_erasure(records.store.folder() / kErasures, number, context.today, ground));
  store::WriteTransaction write = TRY(records.store.write());
  TRY(people::erase_kept_by_desks(write, number, holdings, ground,
                                  {records.writer, context.actor(), operation, records.clock()}));
  bool nothing_left = true;
  for (const people::Holding& one : holdings) nothing_left = nothing_left && TRY(one.show(write, number)).empty();
  TRY(write.commit());
  return nothing_left;
}

}  // namespace collega::hiring
