#include "deciding.h"

#include <algorithm>

#include "collega/base/error.h"
#include "collega/ledger/ledger.h"
#include "collega/store/seal.h"
#include "rows.h"
#include "vacancy_shown.h"

namespace collega::hiring {
namespace {

using namespace operations;

constexpr std::string_view kReason = "hiring_decision.reason";
constexpr std::string_view kViewReason = "hiring_view.reason";
constexpr std::size_t kLongestReason = 10'000;
/// How long a candidate has before silence counts: three days, a weekend among them.
constexpr std::chrono::hours kTimeToAnswer{72};

/// Questions about a requirement that were answered, or sent so long ago that waiting on would be idle.
Result<bool> was_asked(store::ReadTransaction& read, ApplicationId application, RequirementId requirement, Moment now) {
  const auto found = TRY(read.first<int>(
      "select 1 from hiring_question where application = ? and requirement = ? and (state = ? or (state = ? and "
      "sent_at <= ?)) limit 1",
      application, requirement, QuestionState::answered, QuestionState::sent, now - kTimeToAnswer));
  return found.has_value();
}

Result<Done> write_decision(Context& context, ApplicationId application, Verdict verdict, const std::string& reason,
                            std::optional<ProposalId> proposal) {
  store::WriteTransaction& write = context.work.write();
  const auto id = write.new_id<Id<TakenDecision>>();
  const std::string sealed = write.seal().close(reason, {kReason, id.number});
  TRY(write.execute(
      "insert into hiring_decision (id, application, account, verdict, at, reason, proposal) values (?, ?, ?, ?, ?, ?, "
      "?)",
      id, application, context.asker.account, verdict, context.records->clock(), store::Blob{sealed}, proposal));
  TRY(write.execute("update hiring_application set verdict = ? where id = ?", verdict, application));
  return Done{};
}

Result<Done> check_may_decide(Context& context, const SeenApplication& seen, Verdict verdict) {
  store::ReadTransaction& read = context.work.read();
  if (seen.vacancy.state == VacancyState::closed) return Error{ErrorCode::vacancy_closed, seen.vacancy.title};
  if (!TRY(has_opened(read, seen.application.id, context.asker.account)))
    return Error{ErrorCode::candidate_not_opened, seen.application.code};
  if (TRY(is_held_back(context, seen.application))) return Error{ErrorCode::own_view_first, seen.application.code};
  if (verdict != Verdict::turn_down) return Done{};
  const std::vector<std::string> unasked = TRY(unasked_musts(read, seen.application, context.records->clock()));
  if (!unasked.empty()) return Error{ErrorCode::question_first, unasked.front()};
  return Done{};
}

Result<Verdict> verdict_in(const Json& amended) {
  const JsonObject* object = amended.if_object();
  const Json* verdict = object ? object->if_contains("verdict") : nullptr;
  if (!verdict) return Error{ErrorCode::missing_member, "amended.verdict"};
  return from_json<Verdict>(*verdict, "amended.verdict");
}

Result<CandidateState> decide(const VerdictRequest& asked, Context& context) {
  const SeenApplication seen = TRY(open_application(context, asked.application));
  TRY(check_reason(asked.reason));
  TRY(check_may_decide(context, seen, asked.verdict));
  if (asked.verdict == Verdict::hold) {
    context.work.is_a(ledger::Kind::decision);
    context.work.remember("verdict", Json(name_of(asked.verdict)));
    TRY(write_decision(context, asked.application, asked.verdict, asked.reason, {}));
    return state_of(context.work.read(), asked.application);
  }
  if (!seen.application.proposal || !seen.application.is_fresh(seen.vacancy))
    return Error{ErrorCode::no_proposal, seen.application.code};
  TRY(context.ask("proposals.decide", JsonObject{{"proposal", to_string(*seen.application.proposal)},
                                                 {"outcome", name_of(Outcome::amended)},
                                                 {"reason", asked.reason},
                                                 {"amended", JsonObject{{"verdict", name_of(asked.verdict)}}}}));
  return state_of(context.work.read(), asked.application);
}

bool asks_as(const Context& context, Role role) { return std::ranges::count(context.asking_as, role) > 0; }

bool is_recruiter_at_work(const Context& context) {
  return context.asker.kind == identity::AskerKind::session && asks_as(context, Role::recruiter);
}

Result<ViewsAnswer> give_view(const VerdictRequest& asked, Context& context) {
  const SeenApplication seen = TRY(open_application(context, asked.application));
  TRY(check_reason(asked.reason));
  store::WriteTransaction& write = context.work.write();
  if (!TRY(has_opened(write, asked.application, context.asker.account)))
    return Error{ErrorCode::candidate_not_opened, seen.application.code};
  const Role role = asks_as(context, Role::recruiter) ? Role::recruiter : Role::manager;
  if (TRY(is_held_back(context, seen.application)))
    TRY(note_own_view(context, *seen.application.proposal, JsonObject{{"verdict", name_of(asked.verdict)}}));
  const std::string sealed = write.seal().close(asked.reason, {kViewReason, asked.application.number});
  TRY(write.execute("delete from hiring_view where application = ? and account = ?", asked.application,
                    context.asker.account));
  TRY(write.execute(
      "insert into hiring_view (application, account, as_role, verdict, at, reason) values (?, ?, ?, ?, ?, ?)",
      asked.application, context.asker.account, role, asked.verdict, context.records->clock(), store::Blob{sealed}));
  return ViewsAnswer{TRY(views_on(write, asked.application, context.asker.account)),
                     TRY(decisions_on(write, asked.application))};
}

/// Forward and back among the talks; out by withdrawing. In and out by a decision goes another way.
bool is_a_step(Stage from, Stage to) {
  const auto is_talk = [](Stage stage) {
    return stage == Stage::invited || stage == Stage::interview || stage == Stage::offer || stage == Stage::hired;
  };
  const auto is_before = [](Stage stage) { return stage == Stage::received || stage == Stage::question; };
  if (to == Stage::withdrawn) return from != Stage::withdrawn;
  if (from == to) return false;
  return (is_talk(from) && is_talk(to)) || (is_before(from) && is_before(to));
}

Result<CandidateState> move(const MoveRequest& asked, Context& context) {
  const SeenApplication seen = TRY(open_application(context, asked.application));
  if (!is_a_step(seen.application.stage, asked.stage))
    return Error{ErrorCode::stage_no_step, std::string{name_of(asked.stage)}};
  store::WriteTransaction& write = context.work.write();
  TRY(put_stage(write, asked.application, asked.stage, context.asker.account, context.records->clock()));
  if (asked.stage == Stage::withdrawn) {
    TRY(write.execute("update hiring_application set ended_on = ? where id = ?", context.today, asked.application));
    if (seen.application.proposal) TRY(withdraw_proposal(write, *seen.application.proposal, context.records->clock()));
  }
  context.work.remember("stage", Json(name_of(asked.stage)));
  return state_of(write, asked.application);
}

Result<ShownVacancy> decide_shortlist(const VacancyStepRequest& asked, Context& context) {
  KeptVacancy vacancy = TRY(vacancy_to_change(context, asked.vacancy, asked.version));
  if (vacancy.shortlist_at) return Error{ErrorCode::shortlist_decided, vacancy.title};
  store::WriteTransaction& write = context.work.write();
  const auto invited = TRY(write.first<int>(
      "select 1 from hiring_application where vacancy = ? and verdict = ? limit 1", vacancy.id, Verdict::invite));
  if (!invited) return Error{ErrorCode::shortlist_empty, vacancy.title};
  vacancy.shortlist_at = context.records->clock();
  vacancy.state = VacancyState::shortlisted;
  TRY(update_vacancy(write, vacancy));
  TRY(write.execute("update hiring_vacancy set shortlist_by = ? where id = ?", context.asker.account, vacancy.id));
  context.work.is_a(ledger::Kind::decision);
  return shown_vacancy(context, vacancy.id);
}

}  // namespace

Result<Done> check_reason(const std::string& reason) {
  if (reason.find_first_not_of(" \t\r\n") == std::string::npos) return Error{ErrorCode::reason_missing, "reason"};
  if (reason.size() > kLongestReason) return Error{ErrorCode::out_of_range, "reason"};
  return Done{};
}

Result<CandidateState> state_of(store::ReadTransaction& read, ApplicationId id) {
  const KeptApplication application = TRY(kept_application(read, id));
  CandidateState state;
  state.application = id;
  state.code = application.code;
  state.stage = application.stage;
  state.verdict = application.verdict;
  state.decisions = TRY(decisions_on(read, id));
  state.history = TRY(steps_of(read, id));
  return state;
}

Result<std::vector<std::string>> unasked_musts(store::ReadTransaction& read, const KeptApplication& application,
                                               Moment now) {
  std::vector<std::string> unasked;
  if (application.group == skills::Group::contradicted) return unasked;
  const std::vector<KeptRequirement> requirements = TRY(requirements_of(read, application.vacancy));
  const std::vector<skills::Judgement> judgements = TRY(kept_judgements(read, application.id, requirements, {}));
  for (std::size_t i = 0; i < requirements.size(); ++i) {
    const bool is_open =
        requirements[i].kind == skills::RequirementKind::must && judgements[i].met == skills::Met::unknown;
    if (is_open && !TRY(was_asked(read, application.id, requirements[i].id, now)))
      unasked.push_back(requirements[i].label);
  }
  return unasked;
}

Result<std::optional<bool>> agrees_with_match(const KeptProposal& kept, const Json& made_of_it, Context& context) {
  const Verdict verdict = TRY(verdict_in(made_of_it));
  const auto about = TRY(application_with(context.work.read(), kept.id));
  if (!about || verdict == Verdict::hold) return std::optional<bool>{};
  const KeptApplication application = TRY(kept_application(context.work.read(), *about));
  if (application.group == skills::Group::all_musts_shown) return std::optional{verdict == Verdict::invite};
  if (application.group == skills::Group::contradicted) return std::optional{verdict == Verdict::turn_down};
  return std::optional<bool>{};
}

Result<std::set<ProposalId>> held_back(Context& context) {
  if (!is_recruiter_at_work(context)) return std::set<ProposalId>{};
  return own_views_awaited(context);
}

Result<bool> is_held_back(Context& context, const KeptApplication& application) {
  return application.proposal && TRY(held_back(context)).contains(*application.proposal);
}

Result<Done> follow_decision(const Decided& decided, Context& context) {
  const Verdict verdict = TRY(verdict_in(decided.amended));
  const auto application = TRY(application_with(context.work.read(), decided.proposal));
  if (!application || verdict == Verdict::hold) return Error{ErrorCode::unknown_value, "amended.verdict"};
  const SeenApplication seen = TRY(seen_application(context, *application));
  TRY(check_may_decide(context, seen, verdict));
  const Moment now = context.records->clock();
  const KeptProposal kept = TRY(proposal_of(context.work.read(), decided.proposal, now));
  const std::string reason = kept.decision ? kept.decision->reason : std::string{};
  TRY(write_decision(context, *application, verdict, reason, decided.proposal));
  const Stage stage = verdict == Verdict::invite ? Stage::invited : Stage::turned_down;
  context.work.remember("verdict", Json(name_of(verdict)));
  return put_stage(context.work.write(), *application, stage, context.asker.account, now);
}

Result<std::vector<TakenDecision>> decisions_on(store::ReadTransaction& read, ApplicationId application) {
  store::Rows rows =
      TRY(read.query("select id, account, verdict, at, reason, reopened_at, reopened_by, reopened_reason from "
                     "hiring_decision where application = ? order by id",
                     application));
  std::vector<TakenDecision> all;
  while (TRY(rows.next())) {
    const auto id = rows.get<std::int64_t>(0);
    TakenDecision one{TRY(account_called(read, rows.get<identity::AccountId>(1))),
                      rows.get<Verdict>(2),
                      rows.get<Moment>(3),
                      TRY(read.seal().open(rows.view(4), {kReason, id})),
                      {}};
    if (!rows.is_null(5)) {
      one.reopened = Reopening{TRY(account_called(read, rows.get<identity::AccountId>(6))), rows.get<Moment>(5),
                               TRY(read.seal().open(rows.view(7), {kReopenedReason, id}))};
    }
    all.push_back(std::move(one));
  }
  return all;
}

Result<std::vector<ShownStep>> steps_of(store::ReadTransaction& read, ApplicationId application) {
  store::Rows rows =
      TRY(read.query("select stage, at, account from hiring_step where application = ? order by id", application));
  std::vector<ShownStep> all;
  while (TRY(rows.next())) {
    all.push_back(
        {rows.get<Stage>(0), rows.get<Moment>(1), TRY(account_called(read, rows.get<identity::AccountId>(2)))});
  }
  return all;
}

Result<std::vector<ShownView>> views_on(store::ReadTransaction& read, ApplicationId application,
                                        identity::AccountId mine) {
  store::Rows rows = TRY(read.query(
      "select account, as_role, verdict, at, reason from hiring_view where application = ? order by at, account",
      application));
  std::vector<ShownView> all;
  while (TRY(rows.next())) {
    const auto account = rows.get<identity::AccountId>(0);
    all.push_back({TRY(account_called(read, account)), rows.get<Role>(1), rows.get<Verdict>(2), rows.get<Moment>(3),
                   TRY(read.seal().open(rows.view(4), {kViewReason, application.number})), account == mine});
  }
  return all;
}

Result<bool> gives_view_first(Context& context, const KeptApplication& application) {
  if (TRY(is_held_back(context, application))) return true;
  if (context.asker.kind == identity::AskerKind::local_operator || !asks_as(context, Role::manager)) return false;
  if (asks_as(context, Role::recruiter) || asks_as(context, Role::data_protection_officer)) return false;
  const auto given = TRY(context.work.read().first<int>(
      "select 1 from hiring_view where application = ? and account = ?", application.id, context.asker.account));
  return !given;
}

void add_deciding_rows(std::vector<Operation>& rows) {
  const std::vector<Data> reads = {Data::candidate_papers, Data::accounts, Data::proposals, Data::people};
  rows.push_back({
      .name = "hiring.decide",
      .title = {"Besluiten over een kandidaat", "Decide on a candidate"},
      .purpose = {"Uitnodigen, in beraad houden of afwijzen, met de reden in eigen woorden.",
                  "Invite, hold or turn down, with the reason in one's own words."},
      .effect = Effect::acts,
      .reads = reads,
      .may = kRecruiters,
      .stored = Stored::writes,
      .given = {"application"},
      .handler = handler<VerdictRequest, CandidateState>(decide),
  });
  rows.push_back({
      .name = "hiring.give_view",
      .title = {"Een oordeel geven", "Give a view"},
      .purpose = {"Legt uw eigen oordeel over een kandidaat vast, voordat u dat van anderen ziet.",
                  "Records your own view of a candidate, before you see that of others."},
      .effect = Effect::acts,
      .reads = reads,
      .may = {Role::manager, Role::recruiter},
      .stored = Stored::writes,
      .given = {"application"},
      .handler = handler<VerdictRequest, ViewsAnswer>(give_view),
  });
  rows.push_back({
      .name = "hiring.move",
      .title = {"Een kandidaat een stap verder", "Move a candidate"},
      .purpose = {"Zet een kandidaat op een andere stap van de procedure.",
                  "Puts a candidate at another stage of the procedure."},
      .effect = Effect::acts,
      .reads = reads,
      .may = kRecruiters,
      .stored = Stored::writes,
      .given = {"application"},
      .handler = handler<MoveRequest, CandidateState>(move),
  });
  rows.push_back({
      .name = "hiring.decide_shortlist",
      .title = {"De shortlist vaststellen", "Decide the shortlist"},
      .purpose = {"Stelt vast wie wordt uitgenodigd; vanaf dan worden namen getoond.",
                  "Decides who is invited; from then on names are shown."},
      .effect = Effect::acts,
      .reads = reads,
      .may = kRecruiters,
      .stored = Stored::writes,
      .given = {"vacancy"},
      .handler = handler<VacancyStepRequest, ShownVacancy>(decide_shortlist),
  });
}

}  // namespace collega::hiring
