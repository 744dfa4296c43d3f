#pragma once

// Vacancies as they are kept, and who sees which.

#include <optional>
#include <string>
#include <vector>

#include "collega/identity/accounts.h"
#include "collega/operations/operation.h"
#include "collega/people/units.h"
#include "ids.h"

namespace collega::hiring {

struct KeptVacancy {
  VacancyId id;
  int version = 1;
  std::string title;
  std::string text;
  Language language = Language::nl;
  std::optional<people::UnitId> unit;
  std::optional<people::PersonId> manager;
  identity::AccountId owner;
  VacancyState state = VacancyState::draft;
  Ordering ordering = Ordering::shuffled;
  std::int64_t seed = 0;
  int round = 0;        ///< of its requirements; 0: not frozen
  int last_number = 0;  ///< of the last candidate's code
  Moment made_at{};
  std::optional<Moment> shortlist_at;
  std::optional<Date> closed_on;
  std::optional<Moment> colleagues_since;  ///< whoever works here may see what it asks

  [[nodiscard]] bool names_hidden() const { return !shortlist_at; }
};

/// Which vacancies the asker sees: all, those of units (with all under them), and those of which they are the owner or
/// the hiring manager.
struct Sight {
  bool everything = false;
  std::vector<people::UnitId> units;
  std::optional<identity::AccountId> owner;
  std::optional<people::PersonId> manager;

  [[nodiscard]] bool sees(const KeptVacancy& vacancy) const;
};
[[nodiscard]] Result<Sight> sight_of(operations::Context& context);

/// A vacancy that the asker sees. Error: unknown_vacancy, also for one that they do not see.
[[nodiscard]] Result<KeptVacancy> seen_vacancy(operations::Context& context, VacancyId vacancy);
/// The same, for whoever changes it. Errors: also changed_meanwhile, vacancy_closed.
[[nodiscard]] Result<KeptVacancy> vacancy_to_change(operations::Context& context, VacancyId vacancy, int version);
/// The same, whatever its version.
[[nodiscard]] Result<KeptVacancy> open_vacancy(operations::Context& context, VacancyId vacancy);

/// Error: unknown_vacancy.
[[nodiscard]] Result<KeptVacancy> kept_vacancy(store::ReadTransaction& read, VacancyId vacancy);

struct VacancyQuery {
  std::string text;
  std::optional<VacancyState> state;
  std::optional<VacancyId> after;
  int limit = 50;
};
/// By title. Error: unknown_vacancy (after).
[[nodiscard]] Result<std::vector<KeptVacancy>> list_vacancies(store::ReadTransaction& read, const Sight& sight,
                                                              const VacancyQuery& query);

/// Those that are open to colleagues and whose procedure goes on, by title.
[[nodiscard]] Result<std::vector<KeptVacancy>> vacancies_for_colleagues(store::ReadTransaction& read, int limit);

Result<VacancyId> insert_vacancy(store::WriteTransaction& write, KeptVacancy vacancy);
/// Everything but its id, owner and day of making, under the next version.
Result<Done> update_vacancy(store::WriteTransaction& write, const KeptVacancy& vacancy);

/// "Anna de Vries", for somebody of the office; "local operator" for nobody's account.
[[nodiscard]] Result<std::string> account_called(store::ReadTransaction& read, identity::AccountId account);

}  // namespace collega::hiring
