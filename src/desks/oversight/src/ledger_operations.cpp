#include <set>

#include "collega/identity/accounts.h"
#include "collega/operations/proposals.h"
#include "collega/people/find.h"
#include "ledger_types.h"
#include "rows.h"

namespace collega::oversight {
namespace {

using namespace operations;

Moment begin_of(Date day) { return Moment{day.days()}; }

/// As the ledger has them: an account by its number, whatever else by its name.
Result<std::string> actor_named(store::ReadTransaction& read, const std::string& text) {
  const std::optional<identity::AccountId> account = TRY(identity::account_named(read, text));
  return account ? to_string(*account) : text;
}

/// Who is called what. An account that was erased has no name any more; nor has what is none.
Result<std::vector<NamedActor>> names_of(const std::vector<ledger::Recorded>& entries, Context& context) {
  std::set<std::string> actors;
  for (const ledger::Recorded& entry : entries) actors.insert(entry.actor);
  std::vector<NamedActor> named;
  for (const std::string& actor : actors) {
    const Result<std::int64_t> number = parse_id(actor);
    if (!number) continue;
    const Result<identity::Account> account =
        identity::account_by_id(context.work.read(), identity::AccountId{number.value()}, context.records->clock());
    if (account) named.push_back({actor, account->display});
  }
  return named;
}

Result<LedgerPage> search(const SearchRequest& asked, Context& context) {
  store::ReadTransaction& read = context.work.read();
  ledger::Filter filter{.kind = asked.kind};
  filter.operation = asked.operation.value_or("");
  if (asked.actor) filter.actor = TRY(actor_named(read, *asked.actor));
  if (asked.person) {
    const people::PersonId person = TRY(people::find_person(read, *asked.person));
    context.work.concerns(person);
    filter.person = person.number;
  }
  if (asked.from) filter.from = begin_of(*asked.from);
  if (asked.to) filter.before = begin_of(asked.to->days() + std::chrono::days{1});
  ledger::Page page = TRY(ledger::page(read, filter, asked.after, asked.limit));
  std::vector<NamedActor> actors = TRY(names_of(page.entries, context));
  return LedgerPage{std::move(page.entries), std::move(actors), page.next};
}

Result<ledger::Report> verify(const VerifyRequest& asked, Context& context) {
  ledger::VerifyOptions options;
  if (asked.exported) options.exported = *asked.exported;
  options.progress = [&](std::int64_t entries) { context.progress({static_cast<std::size_t>(entries), 0, ""}); };
  return ledger::verify(context.work.read(), options);
}

Result<ExportHeadAnswer> export_head(const ExportHeadRequest& asked, Context& context) {
  return ExportHeadAnswer{TRY(ledger::export_head(context.work.read(), asked.file, context.records->clock())),
                          asked.file};
}

LedgerUseAnswer counted(const std::vector<ledger::UseOfOperation>& use, Date from, Date to, const Context& context) {
  LedgerUseAnswer answer{from, to, {}};
  for (const ledger::UseOfOperation& one : use) {
    OperationUse shown{one.operation, one.operation, one.read, one.proposal, one.decision, one.act, one.refusal, {}};
    if (const Result<const Operation*> row = context.table->find(one.operation)) {
      shown.title = (*row.value()).title.in(context.language);
    }
    if (one.actors >= kSmallestGroup) shown.actors = one.actors;
    answer.operations.push_back(std::move(shown));
  }
  return answer;
}

Result<LedgerUseAnswer> use(const LedgerUseRequest& asked, Context& context) {
  constexpr std::chrono::days kUsual{30};
  const Date to = asked.to.value_or(context.today);
  const Date from = asked.from.value_or(Date{to.days() - kUsual});
  const std::vector<ledger::UseOfOperation> use =
      TRY(ledger::use_of_operations(context.work.read(), begin_of(from), begin_of(to.days() + std::chrono::days{1})));
  return counted(use, from, to, context);
}

const std::vector<Role> kOverseers{Role::privacy_coordinator, Role::data_protection_officer, Role::administrator};

}  // namespace

void add_ledger_rows(std::vector<Operation>& rows) {
  rows.push_back({
      .name = "oversight.search_ledger",
      .title = {"Zoeken in het logboek", "Search the ledger"},
      .purpose = {"Toont wat er gedaan is, door wie en wanneer, nieuwste eerst.",
                  "Shows what was done, by whom and when, newest first."},
      .reads = {Data::ledger, Data::people, Data::accounts},
      .may = kOverseers,
      .stored = Stored::reads,
      .command = "ledger search",
      .handler = handler<SearchRequest, LedgerPage>(search),
  });
  rows.push_back({
      .name = "oversight.use",
      .title = {"Gebruik per bewerking", "Use by operation"},
      .purpose = {"Telt hoe vaak wat gedaan is, zonder te zeggen door wie.",
                  "Counts how often what was done, without saying by whom."},
      .reads = {Data::ledger},
      .may = {Role::works_council, Role::privacy_coordinator, Role::data_protection_officer, Role::administrator},
      .stored = Stored::reads,
      .command = "ledger use",
      .handler = handler<LedgerUseRequest, LedgerUseAnswer>(use),
  });
  rows.push_back({
      .name = "oversight.verify_ledger",
      .title = {"Het logboek nalopen", "Verify the ledger"},
      .purpose = {"Loopt na of er niets uit het logboek is weggehaald, veranderd of verplaatst, en zegt waar.",
                  "Checks that nothing in the ledger was removed, changed or moved, and says where."},
      .reads = {Data::ledger},
      .may = kOverseers,
      .stored = Stored::reads,
      .command = "ledger verify",
      .handler = handler<VerifyRequest, ledger::Report>(verify),
  });
  rows.push_back({
      .name = "oversight.export_ledger_head",
      .title = {"De koppen van het logboek buiten bewaren", "Keep the heads of the ledger outside"},
      .purpose = {"Voegt de koppen van alle ketens toe aan een bestand, als bewijs tegen inkorten.",
                  "Adds the heads of all chains to a file, as proof against cutting short."},
      .reads = {Data::ledger},
      .may = kOverseers,
      .stored = Stored::reads,
      .command = "ledger export",
      .given = {"file"},
      .handler = handler<ExportHeadRequest, ExportHeadAnswer>(export_head),
  });
}

}  // namespace collega::oversight
