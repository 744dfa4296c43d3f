// The link by which candidates come in: they are told that software helps, see what is kept and decided, answer
// questions, and ask to be erased. Whoever has the token is the candidate; the token itself is kept nowhere.

#include <algorithm>

#include "collega/base/error.h"
#include "collega/store/seal.h"
#include "deciding.h"
#include "laid_beside.h"
#include "questions.h"
#include "rights_shown.h"
#include "rows.h"
#include "wording.h"

namespace collega::hiring {
namespace {

using namespace operations;

constexpr std::string_view kLink = "hiring_link.token";
constexpr std::size_t kTokenBytes = 32;
// Half a year: a procedure, and the month in which its applicants may still ask.
constexpr std::chrono::days kLinkLasts{180};

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
  const auto application =
      TRY(read.first<ApplicationId>("select application from hiring_link where digest = ? and until >= ?",
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
    LinkReason reason{requirements[i].label,
                      requirements[i].kind,
                      judgements[i].met,
                      why(judgements[i], asked[i], messages_in(context.language)),
                      {}};
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

/// The same limits as a recruiter reads, said to whom they are about.
std::vector<std::string> limits_for_candidate(const Messages& messages) {
  return {messages("link.limit.silence"), messages("link.limit.unchecked"), messages("link.limit.character")};
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
  answer.limits = limits_for_candidate(messages);
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

}  // namespace

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

}  // namespace collega::hiring
