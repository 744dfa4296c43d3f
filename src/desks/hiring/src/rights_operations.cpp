// What applicants may ask, and what becomes of what is kept of them.

#include <algorithm>

#include "collega/base/error.h"
#include "collega/base/utf8.h"
#include "collega/people/find.h"
#include "collega/store/seal.h"
#include "retention.h"
#include "rights_shown.h"
#include "rows.h"

namespace collega::hiring {
namespace {

using namespace operations;

constexpr std::string_view kHow = "hiring_candidate.consent_how";
// Consent and the pool

Result<KeptUntil> consent(const ConsentRequest& asked, Context& context) {
  const SeenApplication seen = TRY(seen_application(context, asked.application));
  if (asked.how.find_first_not_of(" \t\r\n") == std::string::npos) return Error{ErrorCode::missing_member, "how"};
  if (asked.until < context.today) return Error{ErrorCode::out_of_range, "until"};
  store::WriteTransaction& write = context.work.write();
  const CandidateId candidate = seen.application.candidate;
  if (asked.until > TRY(longest_consent(write, candidate, context.today)))
    return Error{ErrorCode::consent_too_long, "until"};
  const std::string how = write.seal().close(asked.how, {kHow, candidate.number});
  TRY(write.execute("update hiring_candidate set consent_until = ?, consent_given = ?, consent_how = ? where id = ?",
                    asked.until, context.today, store::Blob{how}, candidate));
  return kept_until(write, seen.application);
}

Result<KeptUntil> withdraw_consent(const ApplicationRequest& asked, Context& context) {
  const SeenApplication seen = TRY(seen_application(context, asked.application));
  store::WriteTransaction& write = context.work.write();
  TRY(write.execute(
      "update hiring_candidate set consent_until = null, consent_given = null, consent_how = null where id = ?",
      seen.application.candidate));
  return kept_until(write, seen.application);
}

/// Applications of candidates that `wanted` keeps, whose vacancy the asker sees.
template <class Wanted>
Result<KeptPage> page_of(Context& context, std::optional<ApplicationId> after, int limit, const std::string& condition,
                         const Wanted& wanted) {
  store::ReadTransaction& read = context.work.read();
  const Sight sight = TRY(sight_of(context));
  store::Rows rows =
      TRY(read.query("select a.id from hiring_application a join hiring_candidate c on c.id = a.candidate "
                     "where a.id > ? and " +
                         condition + " order by a.id",
                     after.value_or(ApplicationId{})));
  KeptPage page;
  while (TRY(rows.next())) {
    const KeptApplication application = TRY(kept_application(read, rows.get<ApplicationId>(0)));
    if (!sight.sees(TRY(kept_vacancy(read, application.vacancy)))) continue;
    KeptUntil kept = TRY(kept_until(read, application));
    if (!TRY(wanted(kept))) continue;
    if (page.candidates.size() == static_cast<std::size_t>(limit)) {
      page.next = page.candidates.back().application;
      break;
    }
    context.work.is_about(application.candidate.number);
    page.candidates.push_back(std::move(kept));
  }
  return page;
}

Result<KeptPage> pool(const PoolRequest& asked, Context& context) {
  const Date today = context.today;
  return page_of(context, asked.after, asked.limit, "c.consent_until is not null",
                 [&](const KeptUntil& kept) -> Result<bool> { return kept.consent_until >= today; });
}

bool has(const std::string& text, const std::string& wanted) { return fold(text).find(wanted) != std::string::npos; }

Result<KeptPage> kept(const KeptRequest& asked, Context& context) {
  const std::string wanted = fold(asked.text);
  return page_of(context, asked.after, asked.limit, "1 = 1", [&](KeptUntil& one) -> Result<bool> {
    const KeptApplication application = TRY(kept_application(context.work.read(), one.application));
    one.name = TRY(candidate_called(context.work.read(), application.candidate));
    return has(*one.name, wanted) || has(one.code, wanted) || has(one.vacancy_title, wanted);
  });
}

Result<KeptPage> due(const DueRequest& asked, Context& context) {
  const Date day = asked.on.value_or(context.today);
  constexpr const char* kCandidates =
      "(a.ended_on is not null or exists (select 1 from hiring_link l where l.application = a.id and "
      "l.erasure_asked_at is not null))";
  return page_of(context, asked.after, asked.limit, kCandidates, [&](const KeptUntil& kept) -> Result<bool> {
    return kept.erasure_asked_at.has_value() || (kept.erase_on && *kept.erase_on <= day);
  });
}

Result<KeptUntil> link_person(const LinkPersonRequest& asked, Context& context) {
  const SeenApplication seen = TRY(seen_application(context, asked.application));
  if (seen.vacancy.names_hidden()) return Error{ErrorCode::names_hidden, seen.application.code};
  store::WriteTransaction& write = context.work.write();
  std::optional<people::PersonId> person;
  if (!asked.person.empty()) person = TRY(people::find_person(write, asked.person));
  TRY(write.execute("update hiring_candidate set person = ? where id = ?", person, seen.application.candidate));
  return kept_until(write, seen.application);
}

// What is kept, and erasing it

Result<EverythingOfAnswer> everything_of(const ApplicationRequest& asked, Context& context) {
  const SeenApplication seen = TRY(seen_application(context, asked.application));
  return EverythingOfAnswer{seen.application.code,
                            TRY(everything_kept(context.work.read(), seen.application.candidate))};
}

Result<EraseDueAnswer> erase_due(const EraseDueRequest& asked, Context& context) {
  EraseDueAnswer answer{.erased = 0, .left = 0, .dry_run = asked.dry_run};
  std::vector<CandidateId> found;
  {
    store::ReadTransaction read = TRY(context.records->store.read());
    found = TRY(candidates_due(read, context.today));
  }
  for (const CandidateId candidate : found) {
    ++answer.erased;
    if (asked.dry_run) continue;
    const bool nothing_left = TRY(erase_candidate(context, candidate, people::Ground::clock, "hiring.erase_due"));
    answer.left += nothing_left ? 0 : 1;
    context.progress({static_cast<std::size_t>(answer.erased), found.size(), ""});
  }
  if (!asked.dry_run && !found.empty()) TRY(context.records->store.leave_no_trace());
  context.work.remember("erased", Json(asked.dry_run ? 0 : answer.erased));
  context.work.remember("left", Json(answer.left));
  return answer;
}

Result<EraseCandidateAnswer> erase_one(const ApplicationRequest& asked, Context& context) {
  KeptApplication application;
  {
    store::ReadTransaction read = TRY(context.records->store.read());
    application = TRY(kept_application(read, asked.application));
  }
  const bool nothing_left =
      TRY(erase_candidate(context, application.candidate, people::Ground::request, "hiring.erase_candidate"));
  TRY(context.records->store.leave_no_trace());
  return EraseCandidateAnswer{application.code, nothing_left};
}

/// Whoever oversees the rights of people; a recruiter keeps their own pool.
const std::vector<Role> kOverseers = {Role::privacy_coordinator, Role::data_protection_officer};

void add_keeping_rows(std::vector<Operation>& rows) {
  const std::vector<Data> reads = {Data::candidate_papers, Data::accounts};
  rows.push_back({
      .name = "hiring.consent",
      .title = {"Toestemming vastleggen", "Record consent"},
      .purpose = {"Legt vast tot wanneer een kandidaat in de talentenpool mag blijven, en hoe dat is gezegd.",
                  "Records until when a candidate may stay in the talent pool, and how they said so."},
      .effect = Effect::acts,
      .reads = reads,
      .may = kRecruiters,
      .stored = Stored::writes,
      .given = {"application"},
      .handler = handler<ConsentRequest, KeptUntil>(consent),
  });
  rows.push_back({
      .name = "hiring.withdraw_consent",
      .title = {"Toestemming intrekken", "Withdraw consent"},
      .purpose = {"Neemt de toestemming weg; de gewone termijn geldt weer.",
                  "Takes consent away; the ordinary period holds again."},
      .effect = Effect::acts,
      .reads = reads,
      .may = {Role::recruiter, Role::privacy_coordinator},
      .stored = Stored::writes,
      .given = {"application"},
      .handler = handler<ApplicationRequest, KeptUntil>(withdraw_consent),
  });
  rows.push_back({
      .name = "hiring.pool",
      .title = {"Talentenpool", "Talent pool"},
      .purpose = {"Toont wie met toestemming bewaard wordt, en tot wanneer.",
                  "Shows who is kept with consent, and until when."},
      .reads = reads,
      .may = {Role::recruiter, Role::privacy_coordinator, Role::data_protection_officer},
      .stored = Stored::reads,
      .handler = handler<PoolRequest, KeptPage>(pool),
  });
  rows.push_back({
      .name = "hiring.link_person",
      .title = {"Een kandidaat die hier werkt", "A candidate who works here"},
      .purpose = {"Legt vast welke medewerker een kandidaat is, zodat hun rechten ook hun sollicitatie bereiken.",
                  "Records which employee a candidate is, so that their rights reach their application too."},
      .effect = Effect::acts,
      .reads = {Data::candidate_papers, Data::accounts, Data::people},
      .may = kRecruiters,
      .stored = Stored::writes,
      .given = {"application", "person"},
      .handler = handler<LinkPersonRequest, KeptUntil>(link_person),
  });
}

void add_erasing_rows(std::vector<Operation>& rows) {
  rows.push_back({
      .name = "hiring.everything_of",
      .title = {"Alles van een kandidaat", "Everything of a candidate"},
      .purpose = {"Geeft alles wat van een kandidaat bewaard wordt (AVG art. 15).",
                  "Gives everything that is kept of a candidate (GDPR art. 15)."},
      .reads = {Data::everything},
      .may = kOverseers,
      .stored = Stored::reads,
      .given = {"application"},
      .handler = handler<ApplicationRequest, EverythingOfAnswer>(everything_of),
  });
  rows.push_back({
      .name = "hiring.kept",
      .title = {"Sollicitanten van wie iets bewaard wordt", "Applicants of whom something is kept"},
      .purpose = {"Zoekt een sollicitant die vraagt wat er van hem of haar bewaard wordt, op naam, ook zolang een "
                  "vacature namen verbergt.",
                  "Finds an applicant who asks what is kept of them, by name, also while a vacancy hides names."},
      .reads = {Data::candidate_papers, Data::accounts},
      .may = kOverseers,
      .stored = Stored::reads,
      .handler = handler<KeptRequest, KeptPage>(kept),
  });
  rows.push_back({
      .name = "hiring.due",
      .title = {"Kandidaten die gewist kunnen worden", "Candidates who may be erased"},
      .purpose = {"Toont wiens termijn voorbij is, en wie erom vroeg.",
                  "Shows whose period is over, and who asked for it."},
      .reads = {Data::candidate_papers, Data::accounts},
      .may = kOverseers,
      .stored = Stored::reads,
      .handler = handler<DueRequest, KeptPage>(due),
  });
  rows.push_back({
      .name = "hiring.erase_due",
      .title = {"Kandidaten wissen wier termijn voorbij is", "Erase candidates whose period is over"},
      .purpose = {"Wist op de dag zelf alles van deze kandidaten, en kijkt na dat er niets over is.",
                  "Erases everything of these candidates on the day, and sees to it that nothing is left."},
      .effect = Effect::acts,
      .reads = {Data::everything},
      .may = {Role::privacy_coordinator},
      .stored = Stored::whole,
      .pace = Pace::job,
      .handler = handler<EraseDueRequest, EraseDueAnswer>(erase_due),
  });
  rows.push_back({
      .name = "hiring.erase_candidate",
      .title = {"Een kandidaat wissen", "Erase a candidate"},
      .purpose = {"Wist alles van een kandidaat die daarom vraagt (AVG art. 17).",
                  "Erases everything of a candidate who asks for it (GDPR art. 17)."},
      .effect = Effect::acts,
      .reads = {Data::everything},
      .may = {Role::privacy_coordinator},
      .stored = Stored::whole,
      .given = {"application"},
      .handler = handler<ApplicationRequest, EraseCandidateAnswer>(erase_one),
  });
}

}  // namespace

void add_rights_rows(std::vector<Operation>& rows) {
  add_keeping_rows(rows);
  add_erasing_rows(rows);
}

}  // namespace collega::hiring
