// What is written beside a candidate: notes for each other, and questions to the candidate.

#include "questions.h"

#include "collega/base/error.h"
#include "collega/store/seal.h"
#include "deciding.h"
#include "outcomes.h"
#include "rows.h"
#include "wording.h"

namespace collega::hiring {
namespace {

using namespace operations;

constexpr std::string_view kNote = "hiring_note.body";
constexpr std::string_view kQuestion = "hiring_question.body";
constexpr std::string_view kAnswer = "hiring_question.answer";
constexpr std::size_t kLongest = 10'000;

Result<Done> check_words(const std::string& words, std::string_view member) {
  if (words.find_first_not_of(" \t\r\n") == std::string::npos)
    return Error{ErrorCode::missing_member, std::string{member}};
  if (words.size() > kLongest) return Error{ErrorCode::out_of_range, std::string{member}};
  return Done{};
}

Result<NotesAnswer> annotate(const AnnotateRequest& asked, Context& context) {
  TRY(seen_application(context, asked.application));
  TRY(check_words(asked.text, "text"));
  store::WriteTransaction& write = context.work.write();
  const auto id = write.new_id<NoteId>();
  const std::string sealed = write.seal().close(asked.text, {kNote, id.number});
  TRY(write.execute("insert into hiring_note (id, application, account, at, body) values (?, ?, ?, ?, ?)", id,
                    asked.application, context.asker.account, context.records->clock(), store::Blob{sealed}));
  return NotesAnswer{TRY(notes_on(write, asked.application, context.asker.account))};
}

/// One's own alone: what a colleague wrote is not for another to take away.
Result<NotesAnswer> remove_note(const NoteRequest& asked, Context& context) {
  store::WriteTransaction& write = context.work.write();
  const auto application = TRY(write.first<ApplicationId>(
      "select application from hiring_note where id = ? and account = ?", asked.note, context.asker.account));
  if (!application) return Error{ErrorCode::unknown_question, to_string(asked.note)};
  TRY(seen_application(context, *application));
  TRY(write.execute("delete from hiring_note where id = ?", asked.note));
  return NotesAnswer{TRY(notes_on(write, *application, context.asker.account))};
}

Result<Done> draft(Context& context, ApplicationId application, const KeptRequirement& requirement) {
  store::WriteTransaction& write = context.work.write();
  const auto there = TRY(
      write.first<int>("select 1 from hiring_question where application = ? and requirement = ? and state <> ? limit 1",
                       application, requirement.id, QuestionState::dropped));
  if (there) return Done{};
  const auto id = write.new_id<QuestionId>();
  const std::string text = messages_in(context.language)("question.draft", requirement.label);
  const std::string sealed = write.seal().close(text, {kQuestion, id.number});
  TRY(
      write.execute("insert into hiring_question (id, application, requirement, state, account, at, body) values (?, "
                    "?, ?, ?, ?, ?, ?)",
                    id, application, requirement.id, QuestionState::draft, context.asker.account,
                    context.records->clock(), store::Blob{sealed}));
  return Done{};
}

Result<QuestionsAnswer> draft_questions(const ApplicationRequest& asked, Context& context) {
  const SeenApplication seen = TRY(open_application(context, asked.application));
  if (TRY(is_held_back(context, seen.application))) return Error{ErrorCode::own_view_first, seen.application.code};
  store::WriteTransaction& write = context.work.write();
  const std::vector<KeptRequirement> requirements = TRY(requirements_of(write, seen.vacancy.id));
  const std::vector<skills::Judgement> judgements = TRY(kept_judgements(write, asked.application, requirements, {}));
  for (std::size_t i = 0; i < requirements.size(); ++i) {
    const bool is_open =
        requirements[i].kind == skills::RequirementKind::must && judgements[i].met == skills::Met::unknown;
    if (is_open) TRY(draft(context, asked.application, requirements[i]));
  }
  return QuestionsAnswer{TRY(questions_to(write, asked.application))};
}

Result<Done> put_text(store::WriteTransaction& write, QuestionId question, const std::string& text) {
  TRY(check_words(text, "text"));
  const std::string sealed = write.seal().close(text, {kQuestion, question.number});
  const auto changed = TRY(write.execute("update hiring_question set body = ? where id = ? and state = ?",
                                         store::Blob{sealed}, question, QuestionState::draft));
  if (changed == 0) return Error{ErrorCode::stage_no_step, "text"};  // a question that was sent stands as it was sent
  return Done{};
}

Result<Done> put_state(Context& context, const SeenApplication& seen, QuestionId question, QuestionState state) {
  store::WriteTransaction& write = context.work.write();
  const Moment now = context.records->clock();
  if (state == QuestionState::sent) {
    TRY(write.execute("update hiring_question set state = ?, sent_at = ? where id = ? and state = ?", state, now,
                      question, QuestionState::draft));
    if (seen.application.stage == Stage::received)
      TRY(put_stage(write, seen.application.id, Stage::question, context.asker.account, now));
  } else if (state == QuestionState::dropped) {
    TRY(write.execute("update hiring_question set state = ? where id = ? and state <> ?", state, question,
                      QuestionState::answered));
  } else {
    return Error{ErrorCode::stage_no_step, std::string{name_of(state)}};
  }
  return Done{};
}

Result<QuestionsAnswer> change_question(const ChangeQuestionRequest& asked, Context& context) {
  store::WriteTransaction& write = context.work.write();
  const auto application =
      TRY(write.first<ApplicationId>("select application from hiring_question where id = ?", asked.question));
  if (!application) return Error{ErrorCode::unknown_question, to_string(asked.question)};
  const SeenApplication seen = TRY(open_application(context, *application));
  if (asked.text) TRY(put_text(write, asked.question, *asked.text));
  if (asked.answer) {
    TRY(answer_question(write, *application, asked.question, *asked.answer, context.records->clock()));
  } else if (asked.state) {
    TRY(put_state(context, seen, asked.question, *asked.state));
  }
  return QuestionsAnswer{TRY(questions_to(write, *application))};
}

}  // namespace

Result<Done> answer_question(store::WriteTransaction& write, ApplicationId application, QuestionId question,
                             const std::string& answer, Moment now) {
  TRY(check_words(answer, "answer"));
  const std::string sealed = write.seal().close(answer, {kAnswer, question.number});
  const auto changed = TRY(write.execute(
      "update hiring_question set state = ?, answered_at = ?, answer = ? where id = ? and application = ? and state in "
      "(?, ?)",
      QuestionState::answered, now, store::Blob{sealed}, question, application, QuestionState::sent,
      QuestionState::answered));
  if (changed == 0) return Error{ErrorCode::unknown_question, to_string(question)};
  return Done{};
}

Result<std::vector<ShownQuestion>> questions_to(store::ReadTransaction& read, ApplicationId application) {
  store::Rows rows = TRY(read.query(
      "select q.id, q.requirement, r.label, q.state, q.body, q.sent_at, q.answered_at, q.answer from hiring_question q "
      "join hiring_requirement r on r.id = q.requirement where q.application = ? order by q.id",
      application));
  std::vector<ShownQuestion> all;
  while (TRY(rows.next())) {
    ShownQuestion shown;
    shown.question = rows.get<QuestionId>(0);
    shown.requirement = rows.get<RequirementId>(1);
    shown.label = rows.get<std::string>(2);
    shown.state = rows.get<QuestionState>(3);
    shown.text = TRY(read.seal().open(rows.view(4), {kQuestion, shown.question.number}));
    shown.sent_at = rows.get<std::optional<Moment>>(5);
    shown.answered_at = rows.get<std::optional<Moment>>(6);
    if (!rows.is_null(7)) shown.answer = TRY(read.seal().open(rows.view(7), {kAnswer, shown.question.number}));
    all.push_back(std::move(shown));
  }
  return all;
}

Result<std::vector<ShownNote>> notes_on(store::ReadTransaction& read, ApplicationId application,
                                        identity::AccountId mine) {
  store::Rows rows =
      TRY(read.query("select id, account, at, body from hiring_note where application = ? order by id", application));
  std::vector<ShownNote> all;
  while (TRY(rows.next())) {
    const auto id = rows.get<NoteId>(0);
    const auto account = rows.get<identity::AccountId>(1);
    all.push_back({id, TRY(account_called(read, account)), rows.get<Moment>(2),
                   TRY(read.seal().open(rows.view(3), {kNote, id.number})), account == mine});
  }
  return all;
}

void add_question_rows(std::vector<Operation>& rows) {
  const std::vector<Data> reads = {Data::candidate_papers, Data::accounts, Data::proposals};
  const auto add = [&](std::string_view name, Bilingual title, Bilingual purpose, std::vector<Role> may,
                       std::vector<std::string_view> given, Handler handler) {
    rows.push_back({.name = name,
                    .title = title,
                    .purpose = purpose,
                    .effect = Effect::acts,
                    .reads = reads,
                    .may = std::move(may),
                    .stored = Stored::writes,
                    .given = std::move(given),
                    .handler = std::move(handler)});
  };
  add("hiring.annotate", {"Een aantekening maken", "Make a note"},
      {"Schrijft een aantekening bij een kandidaat; de kandidaat mag haar opvragen.",
       "Writes a note beside a candidate; the candidate may ask for it."},
      {Role::recruiter, Role::manager}, {"application"}, handler<AnnotateRequest, NotesAnswer>(annotate));
  add("hiring.remove_note", {"Een aantekening weghalen", "Remove a note"},
      {"Haalt een eigen aantekening weg.", "Removes a note of one's own."}, {Role::recruiter, Role::manager}, {"note"},
      handler<NoteRequest, NotesAnswer>(remove_note));
  add("hiring.draft_questions", {"Vragen opstellen", "Draft questions"},
      {"Stelt voor elke harde eis die onbekend is een vraag aan de kandidaat op, als concept.",
       "Drafts a question to the candidate for each must that is unknown."},
      kRecruiters, {"application"}, handler<ApplicationRequest, QuestionsAnswer>(draft_questions));
  add("hiring.change_question", {"Een vraag wijzigen", "Change a question"},
      {"Wijzigt een vraag, merkt haar aan als verstuurd of vervallen, of legt het antwoord vast.",
       "Changes a question, marks it as sent or dropped, or records the answer."},
      kRecruiters, {"question"}, handler<ChangeQuestionRequest, QuestionsAnswer>(change_question));
}

}  // namespace collega::hiring
