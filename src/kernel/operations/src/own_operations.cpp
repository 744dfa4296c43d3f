#include "collega/operations/own_operations.h"

#include <algorithm>

#include "collega/identity/sign_in.h"
#include "collega/operations/jobs.h"
#include "collega/operations/spool.h"
#include "own_types.h"
#include "repeatable.h"

namespace collega::operations {
namespace {

FollowingFigures figures_of(const Following& following, std::int64_t fewest) {
  FollowingFigures figures{.accepted = following.accepted,
                           .amended = following.amended,
                           .declined = following.declined,
                           .median_minutes = following.median_minutes,
                           .in_sight = {following.agreed, following.disagreed},
                           .blind = {}};
  if (following.blind_people >= fewest) figures.blind = Agreement{following.blind_agreed, following.blind_disagreed};
  return figures;
}

/// What a menu shows beside the tray; beyond this nobody counts.
constexpr std::int64_t kMostCounted = 100;
constexpr std::int64_t kMostLookedAt = 1000;

ShownProposal shown(const KeptProposal& kept, const Operation& operation, bool mine, bool own_view_first,
                    const Context& context) {
  ShownProposal show{.id = kept.id,
                     .title = std::string{operation.title.in(context.language)},
                     .made_at = kept.made_at,
                     .expires_at = kept.expires_at,
                     .mine_to_decide = mine && kept.proposal.status == Status::open,
                     .about = kept.about,
                     .own_view_first = own_view_first,
                     .proposal = kept.proposal,
                     .decision = {}};
  if (own_view_first) show.proposal.findings.clear();
  if (kept.decision) {
    const Decision& decision = *kept.decision;
    const bool was_mine = decision.account.is_set() && decision.account == context.asker.account;
    show.decision =
        ShownDecision{decision.outcome, decision.name, was_mine, decision.at, decision.reason, decision.amended};
  }
  return show;
}

/// What the asker may see of it; nothing when that is nothing.
Result<std::optional<ShownProposal>> visible(const KeptProposal& kept, Context& context) {
  const Result<const Operation*> operation = context.table->find(kept.proposal.operation);
  if (!operation) return std::optional<ShownProposal>{};  // of a version that had it
  const bool mine = TRY(may_decide_on(*operation.value(), kept, context));
  if (!mine && !TRY(may_read_of(*operation.value(), kept, context))) return std::optional<ShownProposal>{};
  const bool own_view_first = mine && TRY(awaits_own_view(kept, context));
  return std::optional{shown(kept, *operation.value(), mine, own_view_first, context)};
}

Result<ProposalPage> list(const ListProposals& asked, Context& context) {
  ProposalPage page;
  std::optional<ProposalId> before = asked.before;
  const auto limit = static_cast<std::size_t>(asked.limit);
  while (page.proposals.size() < limit) {
    const std::vector<KeptProposal> kept =
        TRY(proposals_with(context.work.read(), asked.status, before, asked.limit, context.records->clock()));
    for (const KeptProposal& one : kept) {
      before = one.id;
      const std::optional<ShownProposal> show = TRY(visible(one, context));
      if (!show || (asked.tray == Tray::mine && asked.status == Status::open && !show->mine_to_decide)) continue;
      note_about(*TRY(context.table->find(one.proposal.operation)), one, context);
      page.proposals.push_back(*show);
      if (page.proposals.size() == limit) break;
    }
    if (kept.size() < limit) return page;
  }
  page.next = before;
  return page;
}

Result<WaitingAnswer> waiting(const WaitingRequest&, Context& context) {
  constexpr int kAtOnce = 100;
  WaitingAnswer answer;
  std::optional<ProposalId> before;
  for (std::int64_t looked_at = 0; looked_at < kMostLookedAt; looked_at += kAtOnce) {
    const std::vector<KeptProposal> kept =
        TRY(proposals_with(context.work.read(), Status::open, before, kAtOnce, context.records->clock()));
    for (const KeptProposal& one : kept) {
      before = one.id;
      const Result<const Operation*> operation = context.table->find(one.proposal.operation);
      if (!operation || one.proposal.status != Status::open) continue;
      if (!TRY(may_decide_on(*operation.value(), one, context))) continue;
      if (answer.mine == kMostCounted) {
        answer.more = true;
        return answer;
      }
      if (answer.mine++ == 0) answer.newest = one.made_at;
    }
    if (kept.size() < kAtOnce) return answer;
  }
  answer.more = true;
  return answer;
}

Result<std::vector<ProposalId>> decided_by_others(Context& context, Moment since, std::int64_t most) {
  store::Rows rows = TRY(context.work.read().query(
      "select proposal from decision where decided_at > ? and account <> ? order by decided_at desc limit ?", since,
      context.asker.account, most));
  std::vector<ProposalId> all;
  while (TRY(rows.next())) all.push_back(rows.get<ProposalId>(0));
  return all;
}

/// The newest, as many as a person can make something of.
Result<NewsAnswer> news(const NewsRequest& asked, Context& context) {
  NewsAnswer answer;
  const std::vector<ProposalId> all = TRY(decided_by_others(context, asked.since, kMostLookedAt + 1));
  answer.more = std::ssize(all) > kMostLookedAt;
  for (const ProposalId id : all) {
    const KeptProposal kept = TRY(proposal_of(context.work.read(), id, context.records->clock()));
    if (!kept.decision || !TRY(visible(kept, context))) continue;
    const Outcome outcome = kept.decision->outcome;
    (outcome == Outcome::accepted  ? answer.accepted
     : outcome == Outcome::amended ? answer.amended
                                   : answer.declined) += 1;
  }
  return answer;
}

Result<ShownProposal> show(const ShowProposal& asked, Context& context) {
  const KeptProposal kept = TRY(proposal_of(context.work.read(), asked.proposal, context.records->clock()));
  const std::optional<ShownProposal> found = TRY(visible(kept, context));
  if (!found) return Error{ErrorCode::unknown_proposal, to_string(asked.proposal)};
  note_about(*TRY(context.table->find(kept.proposal.operation)), kept, context);
  return *found;
}

Result<ShownProposal> take_decision(const DecideProposal& asked, Context& context) {
  const KeptProposal kept = TRY(decide(context, {asked.proposal, asked.outcome, asked.reason, asked.amended}));
  return shown(kept, *TRY(context.table->find(kept.proposal.operation)), true, false, context);
}

Result<FollowingAnswer> follow(const FollowingRequest& asked, Context& context) {
  TRY(context.table->find(asked.operation));
  store::ReadTransaction& read = context.work.read();
  FollowingAnswer answer;
  if (context.asker.account.is_set())
    answer.own = figures_of(TRY(following(read, asked.operation, context.asker.account)), 1);
  const bool oversees = context.asker.kind == identity::AskerKind::local_operator ||
                        std::ranges::any_of(context.asker.roles, [](Role role) {
                          return role == Role::privacy_coordinator || role == Role::data_protection_officer ||
                                 role == Role::works_council;
                        });
  if (!oversees) return answer;
  const Following all = TRY(following(read, asked.operation, {}));
  if (all.deciders >= kSmallestGroup) {
    answer.together = figures_of(all, kSmallestGroup);
  } else {
    answer.note =
        Bilingual{"Minder dan vijf mensen besloten hierover. Samen getoond zou te zien zijn wat een van hen doet.",
                  "Fewer than five people decided on this. Shown together, one would see what one of them does."}
            .in(context.language);
  }
  return answer;
}

Result<TidyAnswer> tidy(const TidyRequest&, Context& context) {
  Records& records = *context.records;
  TidyAnswer answer;
  {
    const Moment now = records.clock();
    store::WriteTransaction write = TRY(records.store.write());
    answer.expired_proposals = TRY(expire_proposals(write, now));
    answer.jobs = TRY(forget_old_jobs(write, now));
    answer.answers = TRY(forget_old_answers(write, now));
    TRY(identity::forget_what_is_over(write, now));
    TRY(identity::forget_old_failures(write, now));
    TRY(write.commit());
  }
  answer.files = TRY(Spool{records}.forget_old());
  return answer;
}

}  // namespace

std::vector<Operation> own_operations() {
  std::vector<Operation> rows;
  rows.push_back({
      .name = "proposals.list",
      .title = {"Voorstellen", "Proposals"},
      .purpose = {"Toont wat op een besluit wacht, of waarover besloten is.",
                  "Shows what waits for a decision, or was decided."},
      .reads = {Data::proposals, Data::accounts},
      .may = every_role(),
      .stored = Stored::reads,
      .command = "proposals list",
      .handler = handler<ListProposals, ProposalPage>(list),
  });
  rows.push_back({
      .name = "proposals.waiting",
      .title = {"Wat op u wacht", "What waits for you"},
      .purpose = {"Telt de voorstellen waarover u besluit.", "Counts the proposals that you decide on."},
      .reads = {Data::proposals},
      .may = every_role(),
      .stored = Stored::reads,
      .command = "proposals waiting",
      .handler = handler<WaitingRequest, WaitingAnswer>(waiting),
  });
  rows.push_back({
      .name = "proposals.news",
      .title = {"Wat collega's besloten", "What colleagues decided"},
      .purpose = {"Telt wat anderen sinds een tijdstip besloten over voorstellen die u mag zien.",
                  "Counts what others decided since a moment on proposals that you may see."},
      .reads = {Data::proposals, Data::accounts},
      .may = every_role(),
      .stored = Stored::reads,
      .command = "proposals news",
      .handler = handler<NewsRequest, NewsAnswer>(news),
  });
  rows.push_back({
      .name = "proposals.show",
      .title = {"Een voorstel", "A proposal"},
      .purpose = {"Toont een voorstel met zijn redenen en grenzen.", "Shows a proposal with its reasons and limits."},
      .reads = {Data::proposals, Data::accounts},
      .may = every_role(),
      .stored = Stored::reads,
      .command = "proposals show",
      .given = {"proposal"},
      .handler = handler<ShowProposal, ShownProposal>(show),
  });
  rows.push_back({
      .name = "proposals.decide",
      .title = {"Besluiten over een voorstel", "Decide on a proposal"},
      .purpose = {"Legt een besluit vast, met de reden, en doet wat daaruit volgt.",
                  "Records a decision, with its reason, and does what follows from it."},
      .effect = Effect::acts,
      .reads = {Data::proposals, Data::accounts},
      .may = every_role(),
      .stored = Stored::writes,
      .command = "proposals decide",
      .given = {"proposal", "outcome", "reason"},
      .handler = handler<DecideProposal, ShownProposal>(take_decision),
  });
  rows.push_back({
      .name = "proposals.follow",
      .title = {"Hoe voorstellen worden gevolgd", "How proposals are followed"},
      .purpose = {"Toont hoe vaak en hoe snel u voorstellen volgt; voor toezicht: van vijf of meer mensen samen.",
                  "Shows how often and how fast you follow proposals; for oversight: of five or more people together."},
      .reads = {Data::proposals, Data::accounts},
      .may = every_role(),
      .stored = Stored::reads,
      .command = "proposals follow",
      .given = {"operation"},
      .handler = handler<FollowingRequest, FollowingAnswer>(follow),
  });
  rows.push_back({
      .name = "office.tidy",
      .title = {"Opruimen", "Tidy up"},
      .purpose =
          {"Gooit weg waarvan de tijd om is: sessies, uitkomsten van taken, tussenbestanden. Gaat vanzelf, elk uur.",
           "Throws away what is over: sessions, outcomes of jobs, files on their way. Goes by itself, every hour."},
      .effect = Effect::acts,
      .may = {Role::administrator},
      .stored = Stored::whole,
      .command = "office tidy",
      .handler = handler<TidyRequest, TidyAnswer>(tidy),
  });
  return rows;
}

}  // namespace collega::operations
