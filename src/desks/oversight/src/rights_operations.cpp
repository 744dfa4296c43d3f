#include <algorithm>
#include <fstream>
#include <map>

#include "collega/people/erasures.h"
#include "collega/people/find.h"
#include "everything_pdf.h"
#include "rights_types.h"
#include "rows.h"

namespace collega::oversight {
namespace {

using namespace operations;
using people::PersonId;

// Beside the data, and in no backup: whoever restores hands it over.
constexpr const char* kErasures = "erasures";

Result<Done> write_file(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream out{file, std::ios::binary};
  if (!(out << bytes).flush()) return Error{ErrorCode::file_unwritable, file.string()};
  return Done{};
}

Result<EverythingAnswer> everything(const EverythingRequest& asked, Context& context, const Tools& tools) {
  store::ReadTransaction& read = context.work.read();
  const PersonId person = TRY(people::find_person(read, asked.person));
  context.work.concerns(person);
  JsonObject kept = TRY(people::everything_of(read, person, tools.holdings));
  std::vector<ToldKind> told = told_of(kept, TRY(people::retention_rules(read)), context.language);
  if (asked.pdf) TRY(write_file(*asked.pdf, TRY(everything_pdf(told, context.today, context.language))));
  return EverythingAnswer{person, std::move(kept), std::move(told), asked.pdf};
}

people::Writing writing_of(const Context& context, std::string_view operation) {
  return {context.records->writer, context.actor(), operation, context.records->clock()};
}

/// The note goes first: an erasure that is noted and did not happen can be done again, one that happened and was not
/// noted would be lost with a restore.
Result<people::Erasure> erase_one(Context& context, const Tools& tools, store::WriteTransaction& write, PersonId person,
                                  people::Ground ground, std::string_view operation) {
  TRY(people::note_erasure(context.records->store.folder() / kErasures, person, context.today, ground));
  return people::erase_for_good(write, person, tools.holdings, context.today, ground, writing_of(context, operation));
}

Result<people::Erasure> erase(const EraseRequest& asked, Context& context, const Tools& tools) {
  people::Erasure erasure;
  {
    store::WriteTransaction write = TRY(context.records->store.write());
    const PersonId person = TRY(people::find_person(write, asked.person));
    erasure = TRY(erase_one(context, tools, write, person, asked.ground, "oversight.erase_person"));
    TRY(write.commit());
  }
  TRY(context.records->store.leave_no_trace());
  return erasure;
}

std::string title_of(const Tools& tools, std::string_view kind, Language language) {
  const auto holding = std::ranges::find(tools.holdings, kind, &people::Holding::kind);
  return std::string{holding == tools.holdings.end() ? kind : holding->title.in(language)};
}

Result<DueList> due(const DueRequest& asked, Context& context, const Tools& tools) {
  store::ReadTransaction& read = context.work.read();
  const people::DuePage page = TRY(people::due(read, tools.holdings, context.today, asked.after, asked.people));
  DueList list{.rows = {}, .next = page.next};
  for (const people::Due& row : page.rows) {
    if (!TRY(context.sees(row.person))) continue;  // of another part of the organisation
    context.work.concerns(row.person);
    list.rows.push_back({.person = row.person,
                         .personnel_number = TRY(people::person(read, row.person)).personnel_number,
                         .kind = row.kind,
                         .title = title_of(tools, row.kind, context.language),
                         .clock = row.clock,
                         .since = row.since});
  }
  return list;
}

/// Everybody of whom something is due, with the number of kinds.
Result<std::map<PersonId, std::int64_t>> everybody_due(Context& context, const Tools& tools) {
  constexpr int kAtOnce = 1000;
  store::ReadTransaction read = TRY(context.records->store.read());
  std::map<PersonId, std::int64_t> found;
  std::optional<PersonId> after;
  do {
    const people::DuePage page = TRY(people::due(read, tools.holdings, context.today, after, kAtOnce));
    for (const people::Due& row : page.rows) ++found[row.person];
    after = page.next;
  } while (after);
  return found;
}

Result<EraseDueAnswer> erase_due(const EraseDueRequest& asked, Context& context, const Tools& tools) {
  const std::map<PersonId, std::int64_t> found = TRY(everybody_due(context, tools));
  EraseDueAnswer answer;
  for (const auto& [person, kinds] : found) {
    ++answer.people;
    answer.kinds += kinds;
    if (asked.dry_run) continue;
    store::WriteTransaction write = TRY(context.records->store.write());
    TRY(erase_one(context, tools, write, person, people::Ground::clock, "oversight.erase_due"));
    TRY(write.commit());
    context.progress({static_cast<std::size_t>(answer.people), found.size(), ""});
  }
  if (asked.dry_run || found.empty()) return answer;
  TRY(context.records->store.leave_no_trace());
  answer.done = true;
  return answer;
}

Result<PeriodsAnswer> periods(const PeriodsRequest&, Context& context) {
  return PeriodsAnswer{TRY(people::retention_rules(context.work.read()))};
}

Result<PeriodsAnswer> set_period(const SetPeriodRequest& asked, Context& context) {
  TRY(people::set_retention(context.work.write(), asked.clock, asked.count, asked.length, asked.reason));
  context.work.remember("clock", Json(asked.clock));
  return PeriodsAnswer{TRY(people::retention_rules(context.work.write()))};
}

}  // namespace

void add_rights_rows(std::vector<Operation>& rows, const Tools& tools) {
  rows.push_back({
      .name = "oversight.everything_of",
      .title = {"Alles wat van iemand bewaard wordt", "Everything that is kept of a person"},
      .purpose = {"Geeft alles wat van een persoon bewaard wordt, voor wie daarom vraagt (AVG art. 15).",
                  "Gives everything that is kept of a person, for who asks for it (GDPR art. 15)."},
      .reads = {Data::everything},
      .may = {Role::privacy_coordinator, Role::data_protection_officer},
      .stored = Stored::reads,
      .command = "rights show",
      .given = {"person"},
      .handler = handler(everything, tools),
  });
  rows.push_back({
      .name = "oversight.erase_person",
      .title = {"Iemand wissen", "Erase a person"},
      .purpose = {"Wist wat van een persoon bewaard wordt, behalve wat de wet nog wil bewaren (AVG art. 17).",
                  "Erases what is kept of a person, except what the law still wants kept (GDPR art. 17)."},
      .effect = Effect::acts,
      .reads = {Data::everything},
      .may = {Role::privacy_coordinator},
      .stored = Stored::whole,
      .command = "rights erase",
      .given = {"person"},
      .handler = handler(erase, tools),
  });
  rows.push_back({
      .name = "oversight.due",
      .title = {"Wat gewist kan worden", "What may be erased"},
      .purpose = {"Toont van wie welke gegevens hun termijn voorbij zijn.",
                  "Shows whose data is past its period, and which."},
      .reads = {Data::everything},
      .may = {Role::privacy_coordinator, Role::data_protection_officer},
      .stored = Stored::reads,
      .command = "rights due",
      .handler = handler(due, tools),
  });
  rows.push_back({
      .name = "oversight.erase_due",
      .title = {"Wissen wat zijn termijn voorbij is", "Erase what is past its period"},
      .purpose = {"Wist alle gegevens waarvan de bewaartermijn voorbij is.",
                  "Erases all data whose period of retention is over."},
      .effect = Effect::acts,
      .reads = {Data::everything},
      .may = {Role::privacy_coordinator},
      .stored = Stored::whole,
      .command = "rights erase-due",
      .handler = handler(erase_due, tools),
  });
  rows.push_back({
      .name = "oversight.periods",
      .title = {"Bewaartermijnen", "Periods of retention"},
      .purpose = {"Toont hoe lang wat bewaard wordt, en waarom.", "Shows how long what is kept, and why."},
      .may = {Role::privacy_coordinator, Role::data_protection_officer, Role::works_council, Role::hr_adviser},
      .stored = Stored::reads,
      .command = "rights periods",
      .handler = handler<PeriodsRequest, PeriodsAnswer>(periods),
  });
  rows.push_back({
      .name = "oversight.set_period",
      .title = {"Een bewaartermijn wijzigen", "Change a period of retention"},
      .purpose = {"Stelt een eigen termijn van de organisatie in, met de reden; niet buiten wat de wet toelaat.",
                  "Sets a period of the organisation's own, with the reason; not outside what the law allows."},
      .effect = Effect::acts,
      .may = {Role::privacy_coordinator},
      .stored = Stored::writes,
      .command = "rights set-period",
      .given = {"clock"},
      .handler = handler<SetPeriodRequest, PeriodsAnswer>(set_period),
  });
}

}  // namespace collega::oversight
