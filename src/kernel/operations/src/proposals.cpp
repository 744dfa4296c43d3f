#include "collega/operations/proposals.h"

#include <algorithm>
#include <limits>

#include "asking.h"
#include "collega/ledger/ledger.h"
#include "collega/store/seal.h"

namespace collega::operations {

std::string_view embedded_operations_1_sql();
std::string_view embedded_operations_2_sql();

namespace {

constexpr std::string_view kContent = "proposal.content";
constexpr std::string_view kReason = "decision.reason";
constexpr std::string_view kAmended = "decision.amended";
constexpr const char* kColumns =
    "select p.id, p.made_by, p.made_at, p.expires_at, p.status, p.content, d.actor, d.outcome, d.decided_at, d.reason, "
    "d.amended, d.account from proposal p left join decision d on d.proposal = p.id ";

Result<Done> keep(const Operation& operation, Context& context, ProposalId id, const Proposal& proposal) {
  store::WriteTransaction& write = context.work.write();
  const Moment now = context.records->clock();
  const std::string sealed = write.seal().close(to_text(to_json(proposal)), {kContent, id.number});
  TRY(write.execute(
      "insert into proposal (id, operation, made_by, made_at, expires_at, status, content) "
      "values (?, ?, ?, ?, ?, ?, ?)",
      id, operation.name, context.actor(), now, now + operation.open_for, Status::open, store::Blob{sealed}));
  for (const std::int64_t number : context.work.about()) {
    TRY(write.execute("insert into proposal_about (person, proposal) values (?, ?) on conflict do nothing", number,
                      id));
  }
  return Done{};
}

Result<Decision> decision_at(store::ReadTransaction& read, const store::Rows& rows, ProposalId id) {
  const Result<identity::Account> account = identity::account_by_id(read, rows.get<identity::AccountId>(11), {});
  Decision decision{.by = rows.get<std::string>(6),
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

Result<Done> write_down(Context& context, const NewDecision& decision) {
  store::WriteTransaction& write = context.work.write();
  const std::int64_t row = decision.proposal.number;
  const std::string reason = write.seal().close(decision.reason, {kReason, row});
  std::string amended;
  if (decision.amended) amended = write.seal().close(to_text(*decision.amended), {kAmended, row});
  const store::Argument kept_amended =
      decision.amended ? store::Argument{store::Blob{amended}} : store::Argument{nullptr};
  TRY(write.execute(
      "insert into decision (proposal, account, actor, outcome, decided_at, reason, amended) "
      "values (?, ?, ?, ?, ?, ?, ?)",
      std::vector<store::Argument>{decision.proposal, context.asker.account, context.actor(), decision.outcome,
                                   context.records->clock(), store::Blob{reason}, kept_amended}));
  TRY(write.execute("update proposal set status = ? where id = ?", status_after(decision.outcome), decision.proposal));
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
  return {{"operations", 1, embedded_operations_1_sql()}, {"operations", 2, embedded_operations_2_sql()}};
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
  for (const auto& [id, proposal] : context.work.proposed()) {
    TRY(keep(operation, context, id, proposal));
    context.work.remember("proposal", Json(to_string(id)));
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
  TRY(write_down(context, decision));
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
  const std::string of_all =
      "select d.outcome, d.account, (d.decided_at - p.made_at) / 60000 from decision d join proposal p on p.id = "
      "d.proposal "
      "where p.operation = ?";
  store::Rows rows = account ? TRY(read.query(of_all + " and d.account = ? order by 3", operation, *account))
                             : TRY(read.query(of_all + " order by 3", operation));
  Following all;
  std::vector<std::int64_t> minutes;
  std::vector<std::int64_t> deciders;
  while (TRY(rows.next())) {
    const auto outcome = rows.get<Outcome>(0);
    (outcome == Outcome::accepted ? all.accepted : outcome == Outcome::amended ? all.amended : all.declined) += 1;
    deciders.push_back(rows.get<std::int64_t>(1));
    minutes.push_back(rows.get<std::int64_t>(2));
  }
  std::ranges::sort(deciders);
  all.deciders = std::distance(deciders.begin(), std::unique(deciders.begin(), deciders.end()));
  if (!minutes.empty()) all.median_minutes = minutes[minutes.size() / 2];
  return all;
}

Result<std::int64_t> expire_proposals(store::WriteTransaction& write, Moment now) {
  return write.execute("update proposal set status = ? where status = ? and expires_at <= ?", Status::expired,
                       Status::open, now);
}

}  // namespace collega::operations
