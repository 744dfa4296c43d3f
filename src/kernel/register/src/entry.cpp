#include "collega/register/entry.h"

#include <algorithm>

#include "checks.h"
#include "kept.h"

namespace collega::ai_register {

std::string_view embedded_register_1_sql();

std::vector<store::Migration> migrations() { return {{"register", 1, embedded_register_1_sql()}}; }

Result<const Use*> find_use(const std::vector<Use>& uses, std::string_view name) {
  const auto found = std::find_if(uses.begin(), uses.end(), [&](const Use& use) { return use.name == name; });
  if (found == uses.end()) return Error{ErrorCode::unknown_use, std::string{name}};
  return &*found;
}

bool stays_on(const Use& use) { return use.name.starts_with("register."); }

Result<std::int64_t> register_version(store::ReadTransaction& read) {
  return TRY(read.first<std::int64_t>("select version from register_version where id = 1")).value_or(0);
}

Result<Entry> entry_of(store::ReadTransaction& read, const Use& use) {
  Kept kept = TRY(kept_of(read, use.name));
  const State state = state_of(use, kept);
  return Entry{state, kept.review, std::move(kept.conditions)};
}

Result<std::vector<Recorded>> records_of(store::ReadTransaction& read, const Use& use) {
  store::Rows rows = TRY(read.query(
      "select " + std::string{kConditionColumns} + " from register_condition where operation = ? order by id desc",
      use.name));
  std::vector<Recorded> all;
  while (TRY(rows.next())) all.push_back(recorded_in(rows, 0));
  return all;
}

Result<Done> set_review(store::WriteTransaction& write, const Use& use, std::optional<Date> day,
                        const identity::Asker& asker) {
  if (day && *day < asker.today) return Error{ErrorCode::out_of_range, "review"};
  TRY(
      write.execute("insert into register_entry (operation, review) values (?, ?)"
                    " on conflict (operation) do update set review = excluded.review",
                    use.name, day));
  return mark_changed(write);
}

}  // namespace collega::ai_register
