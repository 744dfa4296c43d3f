// Candidates laid beside the requirements, one at a time: nobody waits for the only writer while many are matched.

#include <algorithm>

#include "collega/base/error.h"
#include "deciding.h"
#include "laid_beside.h"
#include "matching_types.h"
#include "rows.h"
#include "wording.h"

namespace collega::hiring {
namespace {

using namespace operations;

constexpr Bilingual kLimits{
    "Kent alleen wat in de papieren staat. Wat er niet in staat is onbekend, en geen nee. Kijkt niet naar naam, "
    "geslacht, geboortedatum, nationaliteit, adres of foto.",
    "Knows only what the papers say. What they do not say is unknown, and no refusal. Does not look at name, sex, "
    "birth "
    "date, nationality, address or photo."};

// Half a year: the procedure of one vacancy. A proposal that lies longer is made anew.
constexpr std::chrono::days kOpenFor{180};
// As many vacancies as a person compares.
constexpr int kMostOtherVacancies = 50;

/// Whether there is nothing to be done: matched in this round, and decided on or waiting for it.
Result<bool> is_done(store::ReadTransaction& read, const SeenApplication& seen, Moment now) {
  if (!seen.application.is_fresh(seen.vacancy) || !seen.application.proposal) return false;
  const Result<KeptProposal> kept = proposal_of(read, *seen.application.proposal, now);
  return kept && (kept->proposal.status == Status::open || kept->proposal.status == Status::amended);
}

Result<MatchAnswer> match(const ApplicationRequest& asked, Context& context, const Tools& tools) {
  const SeenApplication seen = TRY(open_application(context, asked.application));
  const KeptVacancy& vacancy = seen.vacancy;
  store::WriteTransaction& write = context.work.write();
  const Moment now = context.records->clock();
  if (vacancy.round == 0) return Error{ErrorCode::requirements_not_frozen, vacancy.title};
  if (TRY(is_done(write, seen, now))) return MatchAnswer{asked.application, seen.application.proposal};

  const std::vector<KeptRequirement> requirements = TRY(requirements_of(write, vacancy.id));
  const std::vector<KeptPaper> papers = TRY(papers_of(write, seen.application.candidate));
  const Opened opened =
      TRY(open_papers(write, papers, seen.application.code, vacancy.names_hidden(), context.language));
  const auto finder = TRY(tools.finder());
  const LaidBeside laid = lay_beside(opened, TRY(for_engine(requirements, *finder)), *finder, context.today);
  TRY(keep_match(write, vacancy, asked.application, requirements, laid.match, papers, laid.notices, now));

  if (seen.application.proposal) TRY(withdraw_proposal(write, *seen.application.proposal, now));
  // A match that comes after another is no part of the blind sample: what the other showed may have been seen.
  const auto before =
      TRY(write.first<int>("select 1 from hiring_proposal where application = ? limit 1", asked.application));
  const bool blind = !before && is_drawn(*context.records, asked.application.number);
  const ProposalId proposal = context.work.propose(
      proposal_of_match(vacancy, seen.application, opened, blinder_of(opened, papers), laid, requirements, context),
      blind);
  TRY(write.execute("insert into hiring_proposal (proposal, application) values (?, ?)", proposal, asked.application));
  TRY(write.execute("update hiring_application set proposal = ? where id = ?", proposal, asked.application));
  return MatchAnswer{asked.application, proposal};
}

Result<std::vector<ApplicationId>> stale_applications(Context& context, VacancyId vacancy) {
  context.work = Work{TRY(context.records->store.read())};
  const KeptVacancy kept = TRY(open_vacancy(context, vacancy));
  std::vector<ApplicationId> stale;
  for (const KeptApplication& one : TRY(applications_for(context.work.read(), vacancy))) {
    if (!one.is_fresh(kept) && one.stage != Stage::withdrawn) stale.push_back(one.id);
  }
  context.work = Work{};
  return stale;
}

bool is_closed_gate(ErrorCode code) { return code == ErrorCode::use_off || code == ErrorCode::use_lacks_conditions; }

Result<RematchAnswer> rematch(const VacancyRequest& asked, Context& context) {
  const std::vector<ApplicationId> stale = TRY(stale_applications(context, asked.vacancy));
  RematchAnswer answer;
  for (const ApplicationId application : stale) {
    if (context.stop_asked()) return Error{ErrorCode::job_stopped};
    const Result<Json> matched = context.ask("hiring.match", JsonObject{{"application", to_string(application)}});
    if (!matched && is_closed_gate(matched.error().code)) {
      answer.not_matched = describe(matched.error(), context.language);
      break;
    }
    TRY(matched);
    context.progress({static_cast<std::size_t>(++answer.matched), stale.size(), ""});
  }
  context.work.remember("vacancy", Json(to_string(asked.vacancy)));
  return answer;
}

Result<OtherVacancy> beside_vacancy(Context& context, const KeptVacancy& vacancy, const Opened& opened,
                                    const skills::MentionFinder& finder) {
  const std::vector<KeptRequirement> requirements = TRY(requirements_of(context.work.read(), vacancy.id));
  const std::vector<skills::Requirement> asked = TRY(for_engine(requirements, finder));
  const LaidBeside laid = lay_beside(opened, asked, finder, context.today);
  const std::vector<double> weights = skills::weights(asked);
  OtherVacancy other{.vacancy = vacancy.id, .title = vacancy.title, .group = laid.match.group, .requirements = {}};
  for (std::size_t i = 0; i < asked.size(); ++i) {
    const skills::Judgement& judgement = laid.match.judgements[i];
    const bool is_must = asked[i].kind == skills::RequirementKind::must;
    other.musts += is_must ? 1 : 0;
    other.musts_met += is_must && judgement.met == skills::Met::yes ? 1 : 0;
    other.requirements.push_back({requirements[i].label,
                                  asked[i].kind,
                                  asked[i].type,
                                  judgement.met,
                                  judgement.ground,
                                  why(judgement, asked[i], messages_in(context.language)),
                                  weights[i],
                                  judgement.contribution,
                                  judgement.thin,
                                  {}});
  }
  return other;
}

Result<OtherVacancies> candidate_vacancies(const ApplicationRequest& asked, Context& context, const Tools& tools) {
  const SeenApplication seen = TRY(seen_application(context, asked.application));
  if (TRY(is_held_back(context, seen.application))) return Error{ErrorCode::own_view_first, seen.application.code};
  store::ReadTransaction& read = context.work.read();
  const std::vector<KeptPaper> papers = TRY(papers_of(read, seen.application.candidate));
  const Opened opened = TRY(open_papers(read, papers, seen.application.code, true, context.language));
  const auto finder = TRY(tools.finder());
  OtherVacancies answer{.code = seen.application.code, .vacancies = {}, .limits = limits_of(false, context.language)};
  const Sight sight = TRY(sight_of(context));
  for (const VacancyState state : {VacancyState::open, VacancyState::shortlisted}) {
    for (const KeptVacancy& vacancy :
         TRY(list_vacancies(read, sight, {.text = {}, .state = state, .after = {}, .limit = kMostOtherVacancies}))) {
      OtherVacancy other = TRY(beside_vacancy(context, vacancy, opened, *finder));
      other.applied = TRY(read.first<int>("select 1 from hiring_application where vacancy = ? and candidate = ?",
                                          vacancy.id, seen.application.candidate))
                          .has_value();
      answer.vacancies.push_back(std::move(other));
    }
  }
  std::ranges::stable_sort(answer.vacancies, {}, &OtherVacancy::group);
  return answer;
}

/// Whoever sees the vacancy sees the proposals about its candidates.
Result<bool> shows(const KeptProposal& kept, Context& context) {
  const auto application = TRY(application_with(context.work.read(), kept.id));
  if (!application) return false;
  const KeptApplication found = TRY(kept_application(context.work.read(), *application));
  const KeptVacancy vacancy = TRY(kept_vacancy(context.work.read(), found.vacancy));
  return TRY(sight_of(context)).sees(vacancy);
}

}  // namespace

void add_match_rows(std::vector<Operation>& rows, const Tools& tools) {
  const std::vector<Data> reads = {Data::candidate_papers, Data::people, Data::accounts, Data::proposals};
  rows.push_back({
      .name = "hiring.match",
      .title = {"Een kandidaat naast de criteria leggen", "Lay a candidate beside the requirements"},
      .purpose = {"Toont per criterium wat de papieren van een kandidaat laten zien; een mens besluit.",
                  "Shows for each requirement what a candidate's papers show; a person decides."},
      .effect = Effect::proposes,
      .risk = kHighRisk,
      .reads = reads,
      .may = kRecruiters,
      .oversight = Oversight::decide_each_with_reason,
      .limits = kLimits,
      .stored = Stored::writes,
      .open_for = kOpenFor,
      .shows = shows,
      .agrees = agrees_with_match,
      .then = follow_decision,
      .given = {"application"},
      .handler = handler(match, tools),
  });
  rows.push_back({
      .name = "hiring.rematch",
      .title = {"Alle kandidaten opnieuw naast de criteria leggen", "Lay all candidates beside the requirements again"},
      .purpose = {"Legt wie nog niet of anders naast de criteria lag er opnieuw naast, een voor een.",
                  "Lays whoever was not beside these requirements yet beside them, one by one."},
      .effect = Effect::acts,
      .reads = reads,
      .may = kRecruiters,
      .stored = Stored::whole,
      .pace = Pace::job,
      .hears = {kRequirementsChanged},
      .given = {"vacancy"},
      .handler = handler<VacancyRequest, RematchAnswer>(rematch),
  });
  rows.push_back({
      .name = "hiring.candidate_vacancies",
      .title = {"Een kandidaat naast alle vacatures", "A candidate beside all vacancies"},
      .purpose = {"Toont van elke open vacature wat de papieren van een kandidaat laten zien.",
                  "Shows for each open vacancy what a candidate's papers show."},
      .risk = kHighRisk,
      .reads = reads,
      .may = kRecruiters,
      .limits = kLimits,
      .stored = Stored::reads,
      .given = {"application"},
      .handler = handler(candidate_vacancies, tools),
  });
}

}  // namespace collega::hiring
