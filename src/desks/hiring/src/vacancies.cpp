#include "vacancies.h"

#include <algorithm>

#include "collega/base/error.h"
#include "collega/base/utf8.h"
#include "collega/identity/roles.h"
#include "collega/ledger/ledger.h"

namespace collega::hiring {
namespace {

using identity::AskerKind;
using operations::Context;
using operations::Role;

constexpr const char* kColumns =
    "select id, version, title, body, language, unit_id, manager, owner, state, ordering, seed, round, last_number, "
    "made_at, shortlist_at, closed_on, colleagues_since from hiring_vacancy ";

KeptVacancy vacancy_in(const store::Rows& rows) {
  KeptVacancy vacancy;
  vacancy.id = rows.get<VacancyId>(0);
  vacancy.version = rows.get<int>(1);
  vacancy.title = rows.get<std::string>(2);
  vacancy.text = rows.get<std::string>(3);
  vacancy.language = rows.get<Language>(4);
  vacancy.unit = rows.get<std::optional<people::UnitId>>(5);
  vacancy.manager = rows.get<std::optional<people::PersonId>>(6);
  vacancy.owner = rows.get<identity::AccountId>(7);
  vacancy.state = rows.get<VacancyState>(8);
  vacancy.ordering = rows.get<Ordering>(9);
  vacancy.seed = rows.get<std::int64_t>(10);
  vacancy.round = rows.get<int>(11);
  vacancy.last_number = rows.get<int>(12);
  vacancy.made_at = rows.get<Moment>(13);
  vacancy.shortlist_at = rows.get<std::optional<Moment>>(14);
  vacancy.closed_on = rows.get<std::optional<Date>>(15);
  vacancy.colleagues_since = rows.get<std::optional<Moment>>(16);
  return vacancy;
}

bool asks_as(const Context& context, Role role) { return std::ranges::count(context.asking_as, role) > 0; }

bool holds(const identity::RoleGrant& grant, Date day) { return grant.from <= day && (!grant.to || day < *grant.to); }

/// A recruiter sees the vacancies of the part of the organisation that the role was given for, and their own.
Result<Done> look_as_recruiter(Context& context, Sight& sight) {
  sight.owner = context.asker.account;
  std::vector<people::UnitId> given;
  for (const identity::RoleGrant& grant : TRY(identity::role_grants(context.work.read(), context.asker.account))) {
    if (grant.role != Role::recruiter || !holds(grant, context.today)) continue;
    if (!grant.unit) sight.everything = true;
    if (grant.unit) given.push_back(*grant.unit);
  }
  if (!given.empty()) sight.units = TRY(people::units_under(context.work.read(), given, context.today));
  return Done{};
}

/// "(?, ?, ?)"
std::string places(std::size_t count) {
  std::string text = "(?";
  for (std::size_t i = 1; i < count; ++i) text += ", ?";
  return text + ")";
}

/// A condition on hiring_vacancy with its arguments.
struct Condition {
  std::string sql = "1 = 1";
  std::vector<store::Argument> arguments = {};
};

Condition in_sight(const Sight& sight) {
  if (sight.everything) return {};
  Condition condition{.sql = "(1 = 0"};
  if (!sight.units.empty()) {
    condition.sql += " or unit_id in " + places(sight.units.size());
    condition.arguments.assign(sight.units.begin(), sight.units.end());
  }
  if (sight.owner) {
    condition.sql += " or owner = ?";
    condition.arguments.emplace_back(*sight.owner);
  }
  if (sight.manager) {
    condition.sql += " or manager = ?";
    condition.arguments.emplace_back(*sight.manager);
  }
  condition.sql += ")";
  return condition;
}

/// What `like` takes for itself is taken as it stands.
std::string like_pattern(std::string_view word) {
  std::string pattern = "%";
  for (const char c : word) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return pattern + "%";
}

}  // namespace

bool Sight::sees(const KeptVacancy& vacancy) const {
  if (everything) return true;
  if (vacancy.unit && std::ranges::count(units, *vacancy.unit) > 0) return true;
  if (owner && vacancy.owner == *owner) return true;
  return manager && vacancy.manager == manager;
}

Result<Sight> sight_of(Context& context) {
  Sight sight;
  const AskerKind kind = context.asker.kind;
  sight.everything = kind == AskerKind::local_operator || kind == AskerKind::system ||
                     asks_as(context, Role::privacy_coordinator) || asks_as(context, Role::data_protection_officer);
  if (sight.everything) return sight;
  if (asks_as(context, Role::recruiter)) TRY(look_as_recruiter(context, sight));
  if (asks_as(context, Role::manager)) sight.manager = context.asker.person;
  return sight;
}

Result<KeptVacancy> kept_vacancy(store::ReadTransaction& read, VacancyId vacancy) {
  store::Rows rows = TRY(read.query(std::string{kColumns} + "where id = ?", vacancy));
  if (!TRY(rows.next())) return Error{ErrorCode::unknown_vacancy, to_string(vacancy)};
  return vacancy_in(rows);
}

Result<KeptVacancy> seen_vacancy(Context& context, VacancyId vacancy) {
  KeptVacancy found = TRY(kept_vacancy(context.work.read(), vacancy));
  const Sight sight = TRY(sight_of(context));
  if (!sight.sees(found)) return Error{ErrorCode::unknown_vacancy, to_string(vacancy)};
  context.work.remember("vacancy", Json(to_string(vacancy)));
  return found;
}

Result<KeptVacancy> open_vacancy(Context& context, VacancyId vacancy) {
  KeptVacancy found = TRY(seen_vacancy(context, vacancy));
  if (found.state == VacancyState::closed) return Error{ErrorCode::vacancy_closed, found.title};
  return found;
}

Result<KeptVacancy> vacancy_to_change(Context& context, VacancyId vacancy, int version) {
  KeptVacancy found = TRY(open_vacancy(context, vacancy));
  if (found.version != version) return Error{ErrorCode::changed_meanwhile, found.title};
  return found;
}

Result<std::vector<KeptVacancy>> list_vacancies(store::ReadTransaction& read, const Sight& sight,
                                                const VacancyQuery& query) {
  Condition where = in_sight(sight);
  std::vector<std::string> patterns;
  const std::string folded = fold(query.text);
  for (std::size_t at = folded.find_first_not_of(' '); at != std::string::npos;) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    patterns.push_back(like_pattern(std::string_view{folded}.substr(at, end - at)));
    at = folded.find_first_not_of(' ', end);
  }
  for (const std::string& pattern : patterns) {
    where.sql += " and title_key like ? escape '\\'";
    where.arguments.emplace_back(pattern);
  }
  if (query.state) {
    where.sql += " and state = ?";
    where.arguments.emplace_back(*query.state);
  }
  std::string after_key;
  if (query.after) {
    after_key = fold(TRY(kept_vacancy(read, *query.after)).title);
    where.sql += " and (title_key > ? or (title_key = ? and id > ?))";
    where.arguments.emplace_back(after_key);
    where.arguments.emplace_back(after_key);
    where.arguments.emplace_back(*query.after);
  }
  where.arguments.emplace_back(query.limit);
  store::Rows rows =
      TRY(read.query(kColumns + ("where " + where.sql) + " order by title_key, id limit ?", where.arguments));
  std::vector<KeptVacancy> found;
  while (TRY(rows.next())) found.push_back(vacancy_in(rows));
  return found;
}

Result<std::vector<KeptVacancy>> vacancies_for_colleagues(store::ReadTransaction& read, int limit) {
  store::Rows rows =
      TRY(read.query(std::string{kColumns} + "where colleagues_since is not null and round > 0 and state <> ? "
                                             "order by title_key, id limit ?",
                     VacancyState::closed, limit));
  std::vector<KeptVacancy> found;
  while (TRY(rows.next())) found.push_back(vacancy_in(rows));
  return found;
}

Result<VacancyId> insert_vacancy(store::WriteTransaction& write, KeptVacancy vacancy) {
  const auto id = write.new_id<VacancyId>();
  const std::string key = fold(vacancy.title);
  TRY(write.execute(
      "insert into hiring_vacancy (id, version, title, title_key, body, language, unit_id, manager, owner, state, "
      "ordering, seed, round, last_number, made_at) values (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?)",
      std::vector<store::Argument>{id, vacancy.title, key, vacancy.text, vacancy.language, vacancy.unit,
                                   vacancy.manager, vacancy.owner, vacancy.state, vacancy.ordering, vacancy.seed,
                                   vacancy.made_at}));
  return id;
}

Result<Done> update_vacancy(store::WriteTransaction& write, const KeptVacancy& vacancy) {
  const std::string key = fold(vacancy.title);
  TRY(write.execute(
      "update hiring_vacancy set version = version + 1, title = ?, title_key = ?, body = ?, language = ?, unit_id = ?, "
      "manager = ?, state = ?, ordering = ?, round = ?, last_number = ?, shortlist_at = ?, closed_on = ?, "
      "colleagues_since = ? where id = ?",
      std::vector<store::Argument>{vacancy.title, key, vacancy.text, vacancy.language, vacancy.unit, vacancy.manager,
                                   vacancy.state, vacancy.ordering, vacancy.round, vacancy.last_number,
                                   vacancy.shortlist_at, vacancy.closed_on, vacancy.colleagues_since, vacancy.id}));
  return Done{};
}

Result<std::string> account_called(store::ReadTransaction& read, identity::AccountId account) {
  if (!account.is_set()) return std::string{ledger::kLocalOperator};
  const Result<identity::Account> found = identity::account_by_id(read, account, {});
  return found ? found->display : to_string(account);
}

}  // namespace collega::hiring
