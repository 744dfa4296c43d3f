// What applicants may ask, and what becomes of what is kept of them.

#include <algorithm>

#include "collega/base/error.h"
#include "collega/people/find.h"
#include "collega/store/seal.h"
#include "deciding.h"
#include "laid_beside.h"
#include "questions.h"
#include "retention.h"
#include "rights_types.h"
#include "rows.h"
#include "wording.h"

namespace collega::hiring {
namespace {

using namespace operations;

constexpr std::string_view kHow = "hiring_candidate.consent_how";
constexpr std::string_view kLink = "hiring_link.token";
constexpr std::size_t kTokenBytes = 32;
// Half a year: a procedure, and the month in which its applicants may still ask.
constexpr std::chrono::days kLinkLasts{180};

// Consent and the pool

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
  store::Rows rows = TRY(read.query("select a.id from hiring_application a join hiring_candidate c on c.id = a.candidate "
                                    "where a.id > ? and " + condition + " order by a.id",
                                    after.value_or(ApplicationId{})));
  KeptPage page;
  while (TRY(rows.next())) {
    const KeptApplication application = TRY(kept_application(read, rows.get<ApplicationId>(0)));
    if (!sight.sees(TRY(kept_vacancy(read, application.vacancy)))) continue;
    KeptUntil kept = TRY(kept_until(read, application));
    if (!wanted(kept)) continue;
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
                 [&](const KeptUntil& kept) { return kept.consent_until >= today; });
}

Result<KeptPage> due(const DueRequest& asked, Context& context) {
  const Date day = asked.on.value_or(context.today);
  constexpr const char* kCandidates =
      "(a.ended_on is not null or exists (select 1 from hiring_link l where l.application = a.id and "
      "l.erasure_asked_at is not null))";
  return page_of(context, asked.after, asked.limit, kCandidates, [&](const KeptUntil& kept) {
    return kept.erasure_asked_at || (kept.erase_on && *kept.erase_on <= day);
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

Result<JsonObject> everything_kept(store::ReadTransaction& read, CandidateId candidate) {
  return people::everything_of(read, people::PersonId{candidate.number}, holdings_of_candidates());
}

Result<EverythingOfAnswer> everything_of(const ApplicationRequest& asked, Context& context) {
  const SeenApplication seen = TRY(seen_application(context, asked.application));
  return EverythingOfAnswer{seen.application.code, TRY(everything_kept(context.work.read(), seen.application.candidate))};
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

// The candidate's own link

Result<LinkAnswer> make_link(const ApplicationRequest& asked, Context& context) {
  TRY(seen_application(context, asked.application));
  store::WriteTransaction& write = context.work.write();
  LinkAnswer answer{store::to_hex(store::random_bytes(kTokenBytes)), Date{context.today.days() + kLinkLasts}};
  TRY(write.execute("insert into hiring_link (digest, application, made_at, until) values (?, ?, ?, ?)",
                    write.seal().digest(kLink, answer.token), asked.application, context.records->clock(),
                    answer.until));
  return answer;
}

/// Whose link this is. Error: link_over.
Result<SeenApplication> linked(Context& context, const std::string& token) {
  store::ReadTransaction& read = context.work.read();
  const auto application = TRY(read.first<ApplicationId>("select application from hiring_link where digest = ? and until >= ?",
                                                         read.seal().digest(kLink, token), context.today));
  if (!application) return Error{ErrorCode::link_over};
  SeenApplication seen;
  seen.application = TRY(kept_application(read, *application));
  seen.vacancy = TRY(kept_vacancy(read, seen.application.vacancy));
  context.work.is_about(seen.application.candidate.number);
  return seen;
}

Result<std::vector<LinkReason>> reasons_for_candidate(Context& context, const SeenApplication& seen,
                                                      const skills::MentionFinder& finder) {
  std::vector<LinkReason> all;
  if (!seen.application.is_fresh(seen.vacancy)) return all;
  store::ReadTransaction& read = context.work.read();
  const std::vector<KeptRequirement> requirements = TRY(requirements_of(read, seen.vacancy.id));
  const std::vector<skills::Requirement> asked = TRY(for_engine(requirements, finder));
  const std::vector<KeptPaper> papers = TRY(papers_of(read, seen.application.candidate));
  const Opened opened = TRY(open_papers(read, papers, seen.application.code, false, context.language));
  const std::vector<skills::Judgement> judgements =
      TRY(kept_judgements(read, seen.application.id, requirements, papers));
  for (std::size_t i = 0; i < requirements.size(); ++i) {
    LinkReason reason{requirements[i].label, requirements[i].kind, judgements[i].met,
                      why(judgements[i], asked[i], messages_in(context.language)), {}};
    for (const skills::EvidenceSpan& span : judgements[i].evidence)
      reason.quotes.emplace_back(span.quote.of(opened.documents[span.paper].text));
    all.push_back(std::move(reason));
  }
  return all;
}

/// What a candidate is told of decisions: what was decided and why, and not what is still held.
Result<std::vector<TakenDecision>> decisions_for_candidate(store::ReadTransaction& read, ApplicationId application) {
  std::vector<TakenDecision> all = TRY(decisions_on(read, application));
  std::erase_if(all, [](const TakenDecision& one) { return one.verdict == Verdict::hold; });
  return all;
}

Result<std::vector<ShownQuestion>> questions_for_candidate(store::ReadTransaction& read, ApplicationId application) {
  std::vector<ShownQuestion> all = TRY(questions_to(read, application));
  std::erase_if(all, [](const ShownQuestion& one) {
    return one.state != QuestionState::sent && one.state != QuestionState::answered;
  });
  return all;
}

std::vector<std::string> told(const Messages& messages) {
  return {messages("link.told"), messages("link.decides"), messages("link.rights")};
}

Result<ByLinkAnswer> by_link(const LinkRequest& asked, Context& context, const Tools& tools) {
  const SeenApplication seen = TRY(linked(context, asked.token));
  store::ReadTransaction& read = context.work.read();
  const Messages& messages = messages_in(context.language);
  const KeptUntil kept = TRY(kept_until(read, seen.application));
  ByLinkAnswer answer;
  answer.told = told(messages);
  answer.vacancy_title = seen.vacancy.title;
  answer.arrived_at = seen.application.arrived_at;
  answer.stage = messages("stage." + std::string{collega::name_of(seen.application.stage)});
  answer.reasons = TRY(reasons_for_candidate(context, seen, *TRY(tools.finder())));
  answer.limits = limits_of(false, context.language);
  answer.decisions = TRY(decisions_for_candidate(read, seen.application.id));
  answer.questions = TRY(questions_for_candidate(read, seen.application.id));
  answer.kept = TRY(everything_kept(read, seen.application.candidate));
  answer.consent_until = kept.consent_until;
  answer.erase_on = kept.erase_on;
  answer.erasure_asked_at = kept.erasure_asked_at;
  return answer;
}

Result<QuestionsAnswer> answer_by_link(const AnswerByLinkRequest& asked, Context& context) {
  const SeenApplication seen = TRY(linked(context, asked.token));
  store::WriteTransaction& write = context.work.write();
  TRY(answer_question(write, seen.application.id, asked.question, asked.answer, context.records->clock()));
  return QuestionsAnswer{TRY(questions_for_candidate(write, seen.application.id))};
}

Result<KeptUntil> ask_erasure_by_link(const LinkRequest& asked, Context& context) {
  const SeenApplication seen = TRY(linked(context, asked.token));
  store::WriteTransaction& write = context.work.write();
  TRY(write.execute("update hiring_link set erasure_asked_at = ? where digest = ? and erasure_asked_at is null",
                    context.records->clock(), write.seal().digest(kLink, asked.token)));
  return kept_until(write, seen.application);
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

void add_link_rows(std::vector<Operation>& rows, const Tools& tools) {
  rows.push_back({
      .name = "hiring.make_link",
      .title = {"Een link voor een kandidaat", "A link for a candidate"},
      .purpose = {"Maakt de link waarmee een kandidaat ziet wat er bewaard en besloten is, en vragen beantwoordt.",
                  "Makes the link by which a candidate sees what is kept and decided, and answers questions."},
      .effect = Effect::acts,
      .reads = {Data::candidate_papers, Data::accounts},
      .may = {Role::recruiter, Role::privacy_coordinator},
      .stored = Stored::writes,
      .given = {"application"},
      .handler = handler<ApplicationRequest, LinkAnswer>(make_link),
  });
  rows.push_back({
      .name = "hiring.by_link",
      .title = {"Uw sollicitatie", "Your application"},
      .purpose = {"Toont een kandidaat dat software helpt lezen, wat er bewaard is, en wat er waarom is besloten.",
                  "Shows a candidate that software helps to read, what is kept, and what was decided and why."},
      .reads = {Data::everything},
      .may = {Role::candidate},
      .stored = Stored::reads,
      .by_link = true,
      .handler = handler(by_link, tools),
  });
  rows.push_back({
      .name = "hiring.answer_by_link",
      .title = {"Een vraag beantwoorden", "Answer a question"},
      .purpose = {"Legt het antwoord van een kandidaat vast, in diens eigen woorden.",
                  "Records a candidate's answer, in their own words."},
      .effect = Effect::acts,
      .reads = {Data::candidate_papers},
      .may = {Role::candidate},
      .stored = Stored::writes,
      .by_link = true,
      .handler = handler<AnswerByLinkRequest, QuestionsAnswer>(answer_by_link),
  });
  rows.push_back({
      .name = "hiring.ask_erasure_by_link",
      .title = {"Om wissen vragen", "Ask for erasure"},
      .purpose = {"Legt vast dat een kandidaat gewist wil worden; de privacycoördinator doet het.",
                  "Records that a candidate wants to be erased; the privacy coordinator does it."},
      .effect = Effect::acts,
      .reads = {Data::candidate_papers},
      .may = {Role::candidate},
      .stored = Stored::writes,
      .by_link = true,
      .handler = handler<LinkRequest, KeptUntil>(ask_erasure_by_link),
  });
}

}  // namespace

void add_rights_rows(std::vector<Operation>& rows, const Tools& tools) {
  add_keeping_rows(rows);
  add_erasing_rows(rows);
  add_link_rows(rows, tools);
}

}  // namespace collega::hiring
