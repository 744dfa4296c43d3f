#include "kept.h"

#include <algorithm>

namespace collega::ai_register {
namespace {

using KeptByUse = std::map<std::string, Kept, std::less<>>;

std::string for_use(std::string_view select, std::string_view condition, bool only_one) {
  std::string sql{select};
  if (!condition.empty()) sql.append(" where ").append(condition);
  if (only_one) sql.append(condition.empty() ? " where " : " and ").append("operation = ?");
  return sql;
}

Result<store::Rows> rows_of(store::ReadTransaction& read, std::string_view select, std::string_view condition,
                            std::optional<std::string_view> only) {
  const std::string sql = for_use(select, condition, only.has_value());
  if (only) return read.query(sql, *only);
  return read.query(sql);
}

Result<Done> read_entries(store::ReadTransaction& read, std::optional<std::string_view> only, KeptByUse& found) {
  store::Rows rows = TRY(rows_of(read, "select operation, state, risk, review from register_entry", "", only));
  while (TRY(rows.next())) {
    Kept& kept = found[rows.get<std::string>(0)];
    kept.state = rows.get<std::optional<State>>(1);
    kept.risk = rows.get<std::optional<Risk>>(2).value_or(Risk::minimal);
    kept.review = rows.get<std::optional<Date>>(3);
  }
  return Done{};
}

Result<Done> read_conditions(store::ReadTransaction& read, std::optional<std::string_view> only, KeptByUse& found) {
  const std::string select = "select operation, " + std::string{kConditionColumns} + " from register_condition";
  store::Rows rows = TRY(rows_of(read, select, "is_current = 1", only));
  while (TRY(rows.next())) found[rows.get<std::string>(0)].conditions.push_back(recorded_in(rows, 1));
  for (auto& [name, kept] : found) {
    std::sort(kept.conditions.begin(), kept.conditions.end(),
              [](const Recorded& a, const Recorded& b) { return a.proof.condition < b.proof.condition; });
  }
  return Done{};
}

Result<std::optional<Missing>> lack_of(store::ReadTransaction& read, Condition condition, const Kept& kept,
                                       Date today) {
  const auto found = std::find_if(kept.conditions.begin(), kept.conditions.end(),
                                  [&](const Recorded& one) { return one.proof.condition == condition; });
  const auto missing = [&](Lack lack, std::optional<Date> since = {}) {
    return std::optional{Missing{condition, lack, since}};
  };
  if (found == kept.conditions.end()) return missing(Lack::never_recorded);
  const Proof& proof = found->proof;
  if (found->taken_back) return missing(Lack::taken_back);
  if (proof.ends && *proof.ends <= today) return missing(Lack::ended, proof.ends);
  if (names_somebody(condition)) {
    if (!proof.account || !TRY(is_somebody_here(read, *proof.account, today))) return missing(Lack::nobody);
  }
  if (proof.document && !TRY(library::version_in_force(read, *proof.document, today))) {
    return missing(Lack::document_gone);
  }
  return std::optional<Missing>{};
}

}  // namespace

Result<bool> is_somebody_here(store::ReadTransaction& read, identity::AccountId account, Date today) {
  const Result<identity::Asker> asker = identity::asker_of_account(read, account, today);
  if (!asker) {
    if (asker.error().code == ErrorCode::unknown_account) return false;
    return asker.error();
  }
  return !asker.value().person || asker.value().roles.contains(identity::Role::employee);
}

Recorded recorded_in(const store::Rows& rows, int first_column) {
  int column = first_column;
  Recorded recorded;
  recorded.proof.condition = rows.get<Condition>(column++);
  recorded.proof.date = rows.get<Date>(column++);
  recorded.proof.ends = rows.get<std::optional<Date>>(column++);
  recorded.proof.account = rows.get<std::optional<identity::AccountId>>(column++);
  recorded.proof.document = rows.get<std::optional<library::DocumentId>>(column++);
  recorded.proof.reference = rows.get<std::string>(column++);
  recorded.taken_back = rows.get<bool>(column++);
  recorded.reason = rows.get<std::string>(column++);
  recorded.by = rows.get<std::optional<identity::AccountId>>(column++);
  recorded.at = rows.get<Moment>(column);
  return recorded;
}

Result<KeptByUse> kept(store::ReadTransaction& read, std::optional<std::string_view> only) {
  KeptByUse found;
  TRY(read_entries(read, only, found));
  TRY(read_conditions(read, only, found));
  return found;
}

Result<Kept> kept_of(store::ReadTransaction& read, std::string_view use) {
  KeptByUse found = TRY(kept(read, use));
  if (found.empty()) return Kept{};
  return std::move(found.begin()->second);
}

State state_of(const Use& use, const Kept& kept) {
  if (!kept.state) return shipped_state(use.risk);
  return kept.risk < use.risk ? State::off : *kept.state;
}

Result<std::vector<Missing>> missing_in(store::ReadTransaction& read, const Use& use, const Kept& kept, bool is_public,
                                        Date today) {
  std::vector<Missing> missing;
  for (const Condition condition : conditions_of(use.risk, is_public)) {
    if (const std::optional<Missing> lack = TRY(lack_of(read, condition, kept, today))) missing.push_back(*lack);
  }
  return missing;
}

}  // namespace collega::ai_register
