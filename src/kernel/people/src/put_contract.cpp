#include <string>

#include "check_text.h"
#include "collega/people/contract.h"
#include "contract_rows.h"
#include "days.h"
#include "history.h"
#include "person_rows.h"

namespace collega::people {
namespace {

bool same_terms(const TermsFrom& a, const TermsFrom& b) { return a.terms == b.terms; }

std::string at_day(std::string_view member, Date day) { return std::string{member} + ": " + to_string(day); }

Result<Done> check_amounts(const Terms& terms) {
  if (terms.minutes_per_week < 0 || terms.minutes_per_week > kMostMinutes) {
    return Error{ErrorCode::out_of_range, "minutes_per_week: " + std::to_string(terms.minutes_per_week)};
  }
  if (terms.full_time_minutes < 1 || terms.full_time_minutes > kMostMinutes) {
    return Error{ErrorCode::out_of_range, "full_time_minutes: " + std::to_string(terms.full_time_minutes)};
  }
  if (terms.wage && *terms.wage < Money{}) return Error{ErrorCode::out_of_range, "wage"};
  TRY(check_text(terms.function, "function"));
  TRY(check_text(terms.scale, "scale"));
  return check_text(terms.step, "step");
}

Result<Done> check_terms(store::ReadTransaction& read, const TermsFrom& row) {
  TRY(check_amounts(row.terms));
  const auto unit = TRY(read.first<int>("select 1 from unit_history where unit_id = ? and begins <= ? and ends > ?",
                                        row.terms.unit, row.begin, row.begin));
  if (!unit) return Error{ErrorCode::unknown_unit, at_day("unit", row.begin)};
  if (!row.terms.position) return Done{};
  const auto position = TRY(read.first<int>("select 1 from position where id = ? and begins <= ? and ends > ?",
                                            *row.terms.position, row.begin, row.begin));
  if (!position) return Error{ErrorCode::unknown_position, at_day("position", row.begin)};
  return Done{};
}

/// Terms cut to the days of the contract: what begins behind its end goes, and the last row ends with it.
void cut(std::vector<TermsFrom>& terms, std::optional<Date> end) {
  if (end) std::erase_if(terms, [&](const TermsFrom& row) { return row.begin >= *end; });
  for (std::size_t i = 0; i < terms.size(); ++i)
    terms[i].end = i + 1 < terms.size() ? std::optional{terms[i + 1].begin} : end;
}

/// Another contract of the same person and number on some of these days.
Result<Done> check_overlap(store::ReadTransaction& read, const ContractEntry& entry, ContractId own) {
  const auto other =
      TRY(read.first<Date>("select begins from contract where person_id = ? and employment_number = ? and id <> ? and "
                           "begins < ? and ends > ?"
                           " order by begins limit 1",
                           entry.person, entry.employment_number, own, stored_end(entry.end), entry.begin));
  if (other) return Error{ErrorCode::contract_overlaps, at_day("begin", *other)};
  return Done{};
}

struct Known {
  ContractId id;
  ContractKind kind = ContractKind::permanent;
  std::optional<Date> end;
};

/// The contract with the key of `entry`, and whether the entry may stand beside the others.
Result<std::optional<Known>> find(store::ReadTransaction& read, const ContractEntry& entry) {
  TRY(check_needed(entry.employment_number, "employment_number"));
  TRY(check_days(entry.begin, entry.end));
  std::optional<Known> known;
  {
    store::Rows rows =
        TRY(read.query("select id, kind, ends from contract where person_id = ? and employment_number = ?"
                       " and begins = ?",
                       entry.person, entry.employment_number, entry.begin));
    if (TRY(rows.next())) known = Known{rows.get<ContractId>(0), rows.get<ContractKind>(1), end_of(rows.get<Date>(2))};
  }
  TRY(check_overlap(read, entry, known ? known->id : ContractId{}));
  return known;
}

Result<Done> write_terms(store::WriteTransaction& write, ContractId contract, PersonId person,
                         std::string_view sort_name, const std::vector<TermsFrom>& before,
                         const std::vector<TermsFrom>& after) {
  const std::size_t first = first_difference(before, after);
  if (first < before.size()) {
    TRY(write.execute("delete from contract_terms where contract_id = ? and begins >= ?", contract,
                      before[first].begin));
  }
  for (std::size_t i = first; i < after.size(); ++i) {
    const auto& [begin, end, terms] = after[i];
    TRY(write.execute(
        "insert into contract_terms (contract_id, begins, ends, person_id, sort_name, unit_id, position_id,"
        " minutes_per_week, full_time_minutes, function, scale, step, wage, wage_per)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        contract, begin, stored_end(end), person, sort_name, terms.unit, terms.position, terms.minutes_per_week,
        terms.full_time_minutes, terms.function, terms.scale, terms.step, terms.wage, terms.wage_per));
  }
  return Done{};
}

/// `terms` are checked and cut.
Result<Put<ContractId>> create(store::WriteTransaction& write, const ContractEntry& entry, std::string_view sort_name,
                               const std::vector<TermsFrom>& terms) {
  const auto id = write.new_id<ContractId>();
  TRY(write.execute(
      "insert into contract (id, person_id, employment_number, kind, begins, ends) values (?, ?, ?, ?, ?, ?)", id,
      entry.person, entry.employment_number, entry.kind, entry.begin, stored_end(entry.end)));
  TRY(write_terms(write, id, entry.person, sort_name, {}, terms));
  return Put<ContractId>{id, Change::created};
}

Result<Put<ContractId>> change(store::WriteTransaction& write, const Known& known, const ContractEntry& entry,
                               std::string_view sort_name, const std::vector<TermsFrom>& before,
                               const std::vector<TermsFrom>& after) {
  const bool same_entry = known.kind == entry.kind && known.end == entry.end;
  if (same_entry && before == after) return Put<ContractId>{known.id, Change::same};
  TRY(write.execute("update contract set kind = ?, ends = ? where id = ?", entry.kind, stored_end(entry.end),
                    known.id));
  TRY(write_terms(write, known.id, entry.person, sort_name, before, after));
  return Put<ContractId>{known.id, Change::changed};
}

}  // namespace

Result<Put<ContractId>> put_contract(store::WriteTransaction& write, const ContractEntry& entry, const Terms& terms,
                                     Date from) {
  const std::string sort_name = TRY(sort_name_of(write, entry.person, "person"));
  const auto known = TRY(find(write, entry));
  const TermsFrom row{.begin = known ? from : entry.begin, .end = entry.end, .terms = terms};
  if (row.begin < entry.begin || row.begin >= stored_end(entry.end)) {
    return Error{ErrorCode::out_of_range, at_day("from", row.begin)};
  }
  TRY(check_terms(write, row));
  if (!known) return create(write, entry, sort_name, {row});
  const std::vector<TermsFrom> before = TRY(terms_of(write, known->id));
  std::vector<TermsFrom> after = before;
  cut(after, entry.end);
  after = replaced_from(std::move(after), row, same_terms);
  return change(write, *known, entry, sort_name, before, after);
}

Result<Put<ContractId>> put_contract_history(store::WriteTransaction& write, const ContractEntry& entry,
                                             const std::vector<TermsFrom>& terms) {
  const std::string sort_name = TRY(sort_name_of(write, entry.person, "person"));
  const auto known = TRY(find(write, entry));
  if (terms.empty() || terms.front().begin != entry.begin) return Error{ErrorCode::missing_member, "terms"};
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (i > 0 && terms[i].begin <= terms[i - 1].begin)
      return Error{ErrorCode::out_of_range, at_day("terms", terms[i].begin)};
    TRY(check_day(terms[i].begin, "terms"));
  }
  std::vector<TermsFrom> after = terms;
  cut(after, entry.end);
  for (const TermsFrom& row : after) TRY(check_terms(write, row));
  if (!known) return create(write, entry, sort_name, after);
  return change(write, *known, entry, sort_name, TRY(terms_of(write, known->id)), after);
}

Result<Done> end_contract(store::WriteTransaction& write, ContractId id, std::optional<Date> end) {
  const Contract before = TRY(contract(write, id));
  ContractEntry entry = before.entry;
  entry.end = end;
  const std::string sort_name = TRY(sort_name_of(write, entry.person, "person"));
  TRY(check_days(entry.begin, entry.end));
  TRY(check_overlap(write, entry, id));
  std::vector<TermsFrom> after = before.terms;
  cut(after, end);
  TRY(change(write, {id, before.entry.kind, before.entry.end}, entry, sort_name, before.terms, after));
  return Done{};
}

Result<Done> remove_contract(store::WriteTransaction& write, ContractId contract) {
  TRY(write.execute("delete from contract_terms where contract_id = ?", contract));
  if (TRY(write.execute("delete from contract where id = ?", contract)) == 0) {
    return Error{ErrorCode::unknown_contract, to_string(contract)};
  }
  return Done{};
}

}  // namespace collega::people
