#include "migrations.h"

#include <map>
#include <stdexcept>

#include "collega/base/digest.h"

namespace collega::store {

std::string_view embedded_store_1_sql();

namespace {

// The one table that is there before the first step.
constexpr std::string_view kSteps =
    "create table if not exists store_step (module TEXT not null, number INTEGER not null, digest TEXT not null,"
    " primary key (module, number))";

using Steps = std::map<std::pair<std::string, int>, std::string>;

std::string digest_of(const Migration& step) {
  Digest digest;
  digest.add(step.sql);
  return digest.hex();
}

std::string name_of(std::string_view module, int number) { return std::string{module} + " " + std::to_string(number); }

Result<Steps> steps_done(Connection& connection) {
  Steps done;
  if (!TRY(connection.has_table("store_step"))) return done;
  auto rows = TRY(connection.query("select module, number, digest from store_step", {}, false));
  while (TRY(rows->next())) {
    done.emplace(std::pair{std::string{rows->text(0)}, static_cast<int>(rows->integer(1))}, rows->text(2));
  }
  return done;
}

/// The steps that lack; an error when what is there is not what the program knows.
Result<std::vector<Migration>> missing(const Steps& done, std::span<const Migration> steps) {
  std::vector<Migration> lacking;
  std::size_t known = 0;
  for (const Migration& step : steps) {
    const auto found = done.find({std::string{step.module}, step.number});
    if (found == done.end()) {
      lacking.push_back(step);
      continue;
    }
    if (found->second != digest_of(step)) return Error{ErrorCode::store_broken, name_of(step.module, step.number)};
    ++known;
  }
  if (known != done.size()) return Error{ErrorCode::store_newer};
  return lacking;
}

}  // namespace

std::vector<Migration> with_own_steps(std::span<const Migration> steps) {
  std::vector<Migration> all{{"store", 1, embedded_store_1_sql()}};
  all.insert(all.end(), steps.begin(), steps.end());
  std::map<std::string_view, int> last;
  for (const Migration& step : all) {
    if (step.number != ++last[step.module])
      throw std::logic_error("a gap before step " + name_of(step.module, step.number));
  }
  return all;
}

Result<bool> is_up_to_date(Connection& connection, std::span<const Migration> steps) {
  return TRY(missing(TRY(steps_done(connection)), steps)).empty();
}

Result<Done> bring_up_to_date(Connection& connection, std::span<const Migration> steps) {
  const std::vector<Migration> lacking = TRY(missing(TRY(steps_done(connection)), steps));
  TRY(connection.script(kSteps));
  for (const Migration& step : lacking) {
    TRY(connection.script(step.sql));
    const std::string digest = digest_of(step);
    TRY(connection.execute("insert into store_step (module, number, digest) values (?, ?, ?)",
                           {step.module, step.number, digest}));
  }
  return Done{};
}

}  // namespace collega::store
