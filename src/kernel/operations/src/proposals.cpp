#include "collega/operations/proposals.h"

#include <algorithm>
#include <limits>
#include <set>

#include "asking.h"
#include "collega/ledger/ledger.h"
#include "collega/store/seal.h"

namespace collega::operations {

std::string_view embedded_operations_1_sql();
std::string_view embedded_operations_2_sql();
std::string_view embedded_operations_3_sql();
std::string_view embedded_operations_4_sql();

namespace {

constexpr std::string_view kContent = "proposal.content";
constexpr std::string_view kReason = "decision.reason";
constexpr std::string_view kAmended = "decision.amended";
constexpr std::string_view kOwnView = "first_view.content";
constexpr const char* kColumns =
    "select p.id, p.made_by, p.made_at, p.expires_at, p.status, p.content, d.actor, d.outcome, d.decided_at, d.reason, "
    "d.amended, d.account, p.blind from proposal p left join decision d on d.proposal = p.id ";

Result<Done> keep(const Operation& operation, Context& context, const Proposed& proposed) {
  const auto& [id, proposal, blind] = proposed;
  store::WriteTransaction& write = context.work.write();
  const Moment now = context.records->clock();
  const std::string sealed = write.seal().close(to_text(to_json(proposal)), {kContent, id.number});
  TRY(write.execute(
      "insert into proposal (id, operation, made_by, made_at, expires_at, status, content, blind) "
      "values (?, ?, ?, ?, ?, ?, ?, ?)",
      id, operation.name, context.actor(), now, now + operation.open_for, Status::open, store::Blob{sealed}, blind));
  for (const std::int64_t number : context.work.about()) {
    TRY(write.execute("insert into proposal_about (person, proposal) values (?, ?) on conflict do nothing", number,
                      id));
  }
  return Done{};
}

Result<Decision> decision_at(store::ReadTransaction& read, const store::Rows& rows, ProposalId id) {
  const Result<identity::Account> account = identity::account_by_id(read, rows.get<identity::AccountId>(11), {});
  Decision decision{.account = rows.get<identity::AccountId>(11),
                    .by = rows.get<std::string>(6),
                    .name = account ? account->display : rows.get<std::string>(6),
                    .outcome = rows.get<Outcome>(7),
                    .at = rows.get<Moment>(8),
                    .reason = {},
                    .amended = {}};
  decision.reason = TRY(read.seal().open(rows.view(9), {kReason, id.number}));
  if (!rows.is_null(10)) {
    const std::string amended = TRY(read.seal().open(rows.view(10), {kAmended, id.number}));
    decision.amended = TRY(parse_json(amended));
  }
  return decision;
}

Result<std::vector<people::PersonId>> about_of(store::ReadTransaction& read, ProposalId id) {
  store::Rows rows = TRY(read.query("select person from proposal_about where proposal = ? order by person", id));
  std::vector<people::PersonId> about;
  while (TRY(rows.next())) about.push_back(rows.get<people::PersonId>(0));
  return about;
}

Result<KeptProposal> kept_at(store::ReadTransaction& read, const store::Rows& rows, Moment now) {
  KeptProposal kept;
  kept.id = rows.get<ProposalId>(0);
  kept.made_by = rows.get<std::string>(1);
  kept.made_at = rows.get<Moment>(2);
  kept.expires_at = rows.get<Moment>(3);
  const std::string content = TRY(read.seal().open(rows.view(5), {kContent, kept.id.number}));
  const Json json = TRY(parse_json(content));
  kept.proposal = TRY(from_json<Proposal>(json));
  kept.proposal.status = rows.get<Status>(4);
  if (kept.proposal.status == Status::open && now >= kept.expires_at) kept.proposal.status = Status::expired;
  kept.blind = rows.get<bool>(12);
  if (!rows.is_null(6)) kept.decision = TRY(decision_at(read, rows, kept.id));
  kept.about = TRY(about_of(read, kept.id));
  return kept;
}

Status status_after(Outcome outcome) {
  switch (outcome) {
    case Outcome::accepted:
      return Status::accepted;
    case Outcome::amended:
      return Status::amended;
    case Outcome::declined:
      return Status::declined;
  }
  return Status::declined;
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

Result<Done> check(const KeptProposal& kept, const NewDecision& decision) {
  if (kept.decision)
    return Error{ErrorCode::proposal_decided, kept.decision->name + ", " + to_string(kept.decision->at)};
  if (kept.proposal.status == Status::expired) return Error{ErrorCode::proposal_expired, to_string(kept.expires_at)};
  if (is_blank(decision.reason)) return Error{ErrorCode::reason_missing, "reason"};
  if ((decision.outcome == Outcome::amended) != decision.amended.has_value())
    return Error{ErrorCode::missing_member, "amended"};
  return Done{};
}

/// Those of the asker's roles that are among `roles`.
std::vector<Role> roles_among(const std::vector<Role>& roles, const Context& context) {
  std::vector<Role> both;
  std::ranges::copy_if(roles, std::back_inserter(both), [&](Role role) { return context.asker.roles.contains(role); });
  return both;
}

/// Whether the asker, in one of these roles, sees everybody whom it is about.
Result<bool> sees_all(const Operation& operation, const std::vector<Role>& roles, const KeptProposal& kept,
                      Context& context) {
  if (context.asker.kind == identity::AskerKind::local_operator) return true;
  if (roles.empty()) return false;
  if (operation.shows) {
    const ReadsApart of_its_own{context.work.read()};
    return operation.shows(kept, context);
  }
  for (const people::PersonId person : kept.about) {
    if (!TRY(context.sees_as(roles, person))) return false;
  }
  return true;
}

/// Whether a decision is what the proposal pointed to; nothing where it pointed nowhere.
Result<std::optional<bool>> agreement(const Operation& operation, const KeptProposal& kept, const NewDecision& decision,
                                      Context& context) {
  if (decision.outcome != Outcome::amended) return std::optional{decision.outcome == Outcome::accepted};
  if (!operation.agrees) return std::optional<bool>{};
  const ReadsApart of_its_own{context.work.read()};
  return operation.agrees(kept, *decision.amended, context);
}

Result<Done> write_down(Context& context, const NewDecision& decision, std::optional<bool> agrees) {
  store::WriteTransaction& write = context.work.write();
  const std::int64_t row = decision.proposal.number;
  const std::string reason = write.seal().close(decision.reason, {kReason, row});
  std::string amended;
  if (decision.amended) amended = write.seal().close(to_text(*decision.amended), {kAmended, row});
  const store::Argument kept_amended =
      decision.amended ? store::Argument{store::Blob{amended}} : store::Argument{nullptr};
  TRY(write.execute(
      "insert into decision (proposal, account, actor, outcome, decided_at, reason, amended, agrees) "
      "values (?, ?, ?, ?, ?, ?, ?, ?)",
      std::vector<store::Argument>{decision.proposal, context.asker.account, context.actor(), decision.outcome,
                                   context.records->clock(), store::Blob{reason}, kept_amended, agrees}));
  TRY(write.execute("update proposal set status = ? where id = ?", status_after(decision.outcome), decision.proposal));
  return Done{};
}

/// Of one account, or of everybody.
Result<store::Rows> ask_whose(store::ReadTransaction& read, std::string sql, std::string_view operation,
                              std::optional<identity::AccountId> account) {
  std::vector<store::Argument> arguments{operation};
  if (account) {
    sql += " and x.account = ?";
    arguments.emplace_back(*account);
  }
  return read.query(sql, arguments);
}

Result<Done> add_own_views(store::ReadTransaction& read, std::string_view operation,
                           std::optional<identity::AccountId> account, Following& all) {
  store::Rows rows = TRY(ask_whose(read,
                                   "select x.agrees, x.account from first_view x join proposal p on p.id = x.proposal "
                                   "where p.operation = ? and x.agrees is not null",
                                   operation, account));
  std::set<std::int64_t> viewers;
  while (TRY(rows.next())) {
    (rows.get<bool>(0) ? all.blind_agreed : all.blind_disagreed) += 1;
    viewers.insert(rows.get<std::int64_t>(1));
  }
  all.blind_people = std::ssize(viewers);
  return Done{};
}

Result<JsonArray> show_about(store::ReadTransaction& read, people::PersonId person) {
  store::Rows rows = TRY(read.query(
      std::string{kColumns} + "join proposal_about o on o.proposal = p.id where o.person = ? order by p.id", person));
  JsonArray items;
  while (TRY(rows.next())) {
    const KeptProposal kept = TRY(kept_at(read, rows, Moment{}));
    JsonObject item{{"made_at", to_json(kept.made_at)}, {"proposal", to_json(kept.proposal)}};
    if (kept.decision) {
      item["outcome"] = name_of(kept.decision->outcome);
      item["decided_at"] = to_json(kept.decision->at);
      item["reason"] = kept.decision->reason;
    }
    items.push_back(std::move(item));
  }
  return items;
}

Result<std::int64_t> erase_about(store::WriteTransaction& write, people::PersonId person) {
  return write.execute("delete from proposal where id in (select proposal from proposal_about where person = ?)",
                       person);
}

/// Nobody can tell whom a sealed answer mentions; it was only kept to be fetched, so it goes whoever is erased.
Result<std::int64_t> erase_answers(store::WriteTransaction& write, people::PersonId) {
  const std::int64_t answers = TRY(write.execute("delete from job where ended_at is not null"));
  return answers + TRY(write.execute("delete from repeatable"));
}

}  // namespace

std::vector<store::Migration> migrations() {
  return {{"operations", 1, embedded_operations_1_sql()},
          {"operations", 2, embedded_operations_2_sql()},
          {"operations", 3, embedded_operations_3_sql()},
          {"operations", 4, embedded_operations_4_sql()}};
}

std::vector<people::Holding> holdings() {
  return {
      {"operations.proposal",
       {"Voorstellen en besluiten", "Proposals and decisions"},
       "personnel_file",
       show_about,
       erase_about},
      {"operations.answer",
       {"Antwoorden die nog op te halen zijn", "Answers still to be fetched"},
       "personnel_file",
       [](store::ReadTransaction&, people::PersonId) -> Result<JsonArray> { return JsonArray{}; },
       erase_answers},
  };
}

Result<Done> keep_proposals(const Operation& operation, Context& context) {
  for (const Proposed& proposed : context.work.proposed()) {
    TRY(keep(operation, context, proposed));
    context.work.remember("proposal", Json(to_string(proposed.id)));
  }
  return Done{};
}

Result<KeptProposal> proposal_of(store::ReadTransaction& read, ProposalId id, Moment now) {
  store::Rows rows = TRY(read.query(std::string{kColumns} + "where p.id = ?", id));
  if (!TRY(rows.next())) return Error{ErrorCode::unknown_proposal, to_string(id)};
  return kept_at(read, rows, now);
}

Result<std::vector<KeptProposal>> proposals_with(store::ReadTransaction& read, Status status,
                                                 std::optional<ProposalId> before, int most, Moment now) {
  constexpr std::int64_t kNewest = std::numeric_limits<std::int64_t>::max();
  store::Rows rows =
      TRY(read.query(std::string{kColumns} + "where p.status = ? and p.id < ? order by p.id desc limit ?", status,
                     before ? before->number : kNewest, most));
  std::vector<KeptProposal> all;
  while (TRY(rows.next())) all.push_back(TRY(kept_at(read, rows, now)));
  return all;
}

/// It is up to those whom the row names; a role that decides nothing never decides, and neither does a program.
Result<bool> may_decide_on(const Operation& operation, const KeptProposal& kept, Context& context) {
  using identity::AskerKind;
  const bool is_a_person = context.asker.kind == AskerKind::session || context.asker.kind == AskerKind::local_operator;
  if (!is_a_person) return false;
  std::vector<Role> roles = roles_among(operation.decides.empty() ? operation.may : operation.decides, context);
  std::erase_if(roles, [](Role role) { return !identity::may_decide(role); });
  return sees_all(operation, roles, kept, context);
}

Result<bool> may_read_of(const Operation& operation, const KeptProposal& kept, Context& context) {
  std::vector<Role> readers = operation.may;
  readers.insert(readers.end(), operation.decides.begin(), operation.decides.end());
  readers.push_back(Role::data_protection_officer);
  return sees_all(operation, roles_among(readers, context), kept, context);
}

void note_about(const Operation& operation, const KeptProposal& kept, Context& context) {
  for (const people::PersonId person : kept.about) {
    if (operation.shows) {
      context.work.is_about(person.number);
    } else {
      context.work.concerns(person);
    }
  }
}

/// By SplitMix64 (Steele, Lea, Flood 2014): numbers that follow each other are drawn as if by chance.
bool is_drawn(const Records& records, std::int64_t number) {
  if (records.blind_one_in <= 0) return false;
  auto bits = static_cast<std::uint64_t>(number) + 0x9E3779B97F4A7C15U;
  bits = (bits ^ (bits >> 30U)) * 0xBF58476D1CE4E5B9U;
  bits = (bits ^ (bits >> 27U)) * 0x94D049BB133111EBU;
  bits ^= bits >> 31U;
  return bits % static_cast<std::uint64_t>(records.blind_one_in) == 0;
}

Result<bool> awaits_own_view(const KeptProposal& kept, Context& context) {
  if (!kept.blind || kept.proposal.status != Status::open) return false;
  if (context.asker.kind != identity::AskerKind::session) return false;
  const auto given = TRY(context.work.read().first<int>("select 1 from first_view where proposal = ? and account = ?",
                                                        kept.id, context.asker.account));
  return !given;
}

Result<std::set<ProposalId>> own_views_awaited(Context& context) {
  std::set<ProposalId> all;
  if (context.asker.kind != identity::AskerKind::session) return all;
  store::Rows rows =
      TRY(context.work.read().query("select id from proposal p where blind = 1 and status = ? and not exists (select 1 "
                                    "from first_view v where v.proposal = p.id and v.account = ?)",
                                    Status::open, context.asker.account));
  while (TRY(rows.next())) all.insert(rows.get<ProposalId>(0));
  return all;
}

Result<Done> note_own_view(Context& context, ProposalId proposal, const Json& made_of_it) {
  store::WriteTransaction& write = context.work.write();
  const KeptProposal kept = TRY(proposal_of(write, proposal, context.records->clock()));
  if (!TRY(awaits_own_view(kept, context))) return Done{};
  const Operation* operation = TRY(context.table->find(kept.proposal.operation));
  const std::optional<bool> agrees =
      operation->agrees ? TRY(operation->agrees(kept, made_of_it, context)) : std::optional<bool>{};
  const std::string sealed = write.seal().close(to_text(made_of_it), {kOwnView, proposal.number});
  TRY(write.execute("insert into first_view (proposal, account, at, agrees, content) values (?, ?, ?, ?, ?)", proposal,
                    context.asker.account, context.records->clock(), agrees, store::Blob{sealed}));
  return Done{};
}

Result<Done> withdraw_proposal(store::WriteTransaction& write, ProposalId proposal, Moment now) {
  TRY(write.execute("update proposal set status = ?, expires_at = ? where id = ? and status = ?", Status::expired, now,
                    proposal, Status::open));
  return Done{};
}

Result<KeptProposal> decide(Context& context, const NewDecision& decision) {
  store::WriteTransaction& write = context.work.write();
  const KeptProposal kept = TRY(proposal_of(write, decision.proposal, context.records->clock()));
  const Operation* operation = TRY(context.table->find(kept.proposal.operation));
  if (!TRY(may_decide_on(*operation, kept, context))) {
    const bool may_read = TRY(may_read_of(*operation, kept, context));
    return may_read ? Error{ErrorCode::not_allowed, std::string{operation->name}}
                    : Error{ErrorCode::unknown_proposal, to_string(decision.proposal)};
  }
  TRY(check(kept, decision));
  if (TRY(awaits_own_view(kept, context))) return Error{ErrorCode::own_view_first, to_string(decision.proposal)};
  TRY(write_down(context, decision, TRY(agreement(*operation, kept, decision, context))));
  note_about(*operation, kept, context);
  context.work.is_a(ledger::Kind::decision);
  context.work.remember("proposal", Json(to_string(kept.id)));
  context.work.remember("of", Json(operation->name));
  context.work.remember("outcome", Json(name_of(decision.outcome)));
  if (operation->then && decision.outcome != Outcome::declined) {
    const ReadsApart of_its_own{write};
    TRY(operation->then({decision.proposal, decision.outcome, decision.amended.value_or(nullptr)}, context));
  }
  return proposal_of(write, decision.proposal, context.records->clock());
}

Result<Following> following(store::ReadTransaction& read, std::string_view operation,
                            std::optional<identity::AccountId> account) {
  store::Rows rows =
      TRY(ask_whose(read,
                    "select x.outcome, x.account, (x.decided_at - p.made_at) / 60000, x.agrees, p.blind from decision "
                    "x join proposal p on p.id = x.proposal where p.operation = ?",
                    operation, account));
  Following all;
  std::vector<std::int64_t> minutes;
  std::set<std::int64_t> deciders;
  while (TRY(rows.next())) {
    const auto outcome = rows.get<Outcome>(0);
    (outcome == Outcome::accepted ? all.accepted : outcome == Outcome::amended ? all.amended : all.declined) += 1;
    deciders.insert(rows.get<std::int64_t>(1));
    minutes.push_back(rows.get<std::int64_t>(2));
    if (!rows.is_null(3) && !rows.get<bool>(4)) (rows.get<bool>(3) ? all.agreed : all.disagreed) += 1;
  }
  all.deciders = std::ssize(deciders);
  std::ranges::sort(minutes);
  if (!minutes.empty()) all.median_minutes = minutes[minutes.size() / 2];
  TRY(add_own_views(read, operation, account, all));
  return all;
}

Result<std::int64_t> expire_proposals(store::WriteTransaction& write, Moment now) {
  return write.execute("update proposal set status = ? where status = ? and expires_at <= ?", Status::expired,
                       Status::open, now);
}

}  // namespace collega::operations
