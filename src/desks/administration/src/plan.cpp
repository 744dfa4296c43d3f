#include "plan.h"

#include <algorithm>
#include <unordered_set>

#include "words.h"

namespace collega::administration {
namespace {

using people::Change;

using Groups = std::vector<std::pair<std::string, std::vector<std::size_t>>>;  // rows by personnel number, as they come

Groups group_rows(const PlanInput& input) {
  Groups groups;
  std::unordered_map<std::string_view, std::size_t> places;
  for (std::size_t i = 0; i < input.rows.size(); ++i) {
    const ImportRow& row = input.rows[i];
    if (row.bad || row.repeated) continue;
    const auto [place, is_new] = places.try_emplace(row.person.personnel_number, groups.size());
    if (is_new) groups.push_back({row.person.personnel_number, {}});
    groups[place->second].second.push_back(i);
  }
  return groups;
}

/// The rows that say who a person is: of the latest day that has come with, below it, those before; of somebody still
/// to come those of the first day. Later ones are over earlier ones.
std::vector<std::size_t> rows_of_who(const PlanInput& input, std::vector<std::size_t> rows) {
  const auto day = [&](std::size_t row) { return input.day_of(input.rows[row]); };
  std::stable_sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) { return day(a) < day(b); });
  const Date last = std::max(input.reference_day(), day(rows.front()));
  std::erase_if(rows, [&](std::size_t row) { return day(row) > last; });
  return rows;
}

/// Whatever the letter case, and whether the infix stands apart, in the surname or nowhere.
bool is_other_surname(const people::Name& a, const people::Name& b) {
  return plain_name(a.surname) != plain_name(b.surname) &&
         plain_name(a.infix + a.surname) != plain_name(b.infix + b.surname);
}

people::PersonEntry entry_of(const people::Person& person) {
  return {.personnel_number = person.personnel_number,
          .name = person.name,
          .birth_date = person.birth_date,
          .sex = person.sex,
          .email = person.email,
          .phone = person.phone,
          .address = person.address};
}

/// What the row says of the person, over what is known.
void merge(people::PersonEntry& entry, const ImportRow& row) {
  const auto take = [&](ImportField field, auto& to, const auto& from) {
    if (row.has(field)) to = from;
    if (row.says_none(field)) to = {};
  };
  const people::PersonEntry& said = row.person;
  take(ImportField::given_name, entry.name.given_name, said.name.given_name);
  take(ImportField::initials, entry.name.initials, said.name.initials);
  take(ImportField::infix, entry.name.infix, said.name.infix);
  take(ImportField::birth_date, entry.birth_date, said.birth_date);
  take(ImportField::sex, entry.sex, said.sex);
  take(ImportField::email, entry.email, said.email);
  take(ImportField::phone, entry.phone, said.phone);
  take(ImportField::street, entry.address.street, said.address.street);
  take(ImportField::house_number, entry.address.house_number, said.address.house_number);
  take(ImportField::postcode, entry.address.postcode, said.address.postcode);
  take(ImportField::city, entry.address.city, said.address.city);
  take(ImportField::country, entry.address.country, said.address.country);
  if (row.has(ImportField::surname)) entry.name.surname = said.name.surname;
  if (row.has(ImportField::bsn)) entry.bsn = said.bsn;
  if (row.has(ImportField::iban)) entry.iban = said.iban;
}

Change change_of(const people::PersonEntry& entry, const KnownPerson* known) {
  if (!known) return Change::created;
  people::PersonEntry before = entry_of(known->person);
  if (entry.bsn) before.bsn = known->bsn;
  if (entry.iban) before.iban = known->iban;
  return before == entry ? Change::same : Change::changed;
}

bool is_manager_on(const std::vector<people::Assignment>& now, people::PersonId id, Date day) {
  return std::any_of(now.begin(), now.end(), [&](const people::Assignment& one) {
    return one.person == id && one.begin <= day && (!one.end || day < *one.end);
  });
}

/// Whether `id` is manager on the day already; and until when, where another follows. The day of a row is that of the
/// hours and the pay: who is manager today, in a row that was true before today, is no news.
Change against(const std::vector<people::Assignment>& now, std::optional<people::PersonId> id, ManagerStep& step,
               Date today) {
  if (id && is_manager_on(now, *id, std::max(step.from, today))) return Change::same;
  Change change = Change::created;
  for (const people::Assignment& one : now) {
    if (one.begin <= step.from && (!one.end || step.from < *one.end)) {
      if (id == one.person) return Change::same;
      change = Change::changed;
    } else if (one.begin > step.from && (!step.end || one.begin < *step.end)) {
      step.end = one.begin;
    }
  }
  return change;
}

class PeoplePlanner {
 public:
  PeoplePlanner(PlanInput& input, Plan& plan, Ticker& ticker)
      : input_(input),
        plan_(plan),
        ticker_(ticker),
        units_(plan.units, input.records, input.request.on_bad_rows == OnBadRows::all_or_nothing, input) {
    for (const ImportRow& row : input.rows) {
      if (input.counts(row)) in_file_.insert(row.person.personnel_number);
    }
  }

  Result<Done> plan() {
    const Groups groups = group_rows(input_);
    for (const auto& [number, rows] : groups) {
      TRY(plan_person(number, rows));
      for (std::size_t i = 0; i < rows.size(); ++i) ticker_.step();
    }
    check_manager_cycles();
    return Done{};
  }

 private:
  Result<Done> plan_person(const std::string& number, const std::vector<std::size_t>& rows) {
    const KnownPerson* known = TRY(input_.records.person(number));
    PersonStep step;
    step.row = rows.front();
    if (known) step.known = known->person.id;
    step.entry = known ? entry_of(known->person) : people::PersonEntry{.personnel_number = number, .name = {}};
    const std::vector<std::size_t> who = rows_of_who(input_, rows);
    for (const std::size_t row : who) merge(step.entry, input_.rows[row]);
    step.change = change_of(step.entry, known);
    TRY(check_person(step, rows));
    step.contracts = TRY(plan_contracts(input_, rows, known, units_));
    TRY(plan_manager(step, rows.back(), known));
    for (const std::size_t row : rows) {
      if (input_.rows[row].bad) return Done{};
    }
    if (step.change != Change::same) tell_other_name(step.entry.name, rows, who.back());
    plan_.people.push_back(std::move(step));
    return Done{};
  }

  /// Once a person: that a row of another day has another name than the one that counts.
  void tell_other_name(const people::Name& name, const std::vector<std::size_t>& rows, std::size_t counts) {
    for (const std::size_t index : rows) {
      const ImportRow& row = input_.rows[index];
      const people::Name& other = row.person.name;
      const bool is_surname = row.has(ImportField::surname) && is_other_surname(other, name);
      const bool is_given_name =
          row.has(ImportField::given_name) && plain_name(other.given_name) != plain_name(name.given_name);
      if (!is_surname && !is_given_name) continue;
      plan_.notices.push_back({.row = index,
                               .problem = Problem::name_on_other_day,
                               .field = is_surname ? ImportField::surname : ImportField::given_name,
                               .value = is_surname ? other.surname : other.given_name,
                               .about = counts});
      return;
    }
  }

  Result<Done> check_person(const PersonStep& step, const std::vector<std::size_t>& rows) {
    ImportRow& first = input_.rows[rows.front()];
    if (step.entry.name.surname.empty()) input_.findings.bad(first, Problem::missing, ImportField::surname);
    if (step.entry.bsn) {
      const auto other = TRY(input_.records.other_with_bsn(*step.entry.bsn, step.entry.personnel_number));
      if (other) input_.findings.bad(first, Problem::bsn_of_another, ImportField::bsn, *step.entry.bsn, *other);
    }
    for (const std::size_t index : rows) {
      ImportRow& row = input_.rows[index];
      if (!row.begin || row.person.birth_date || !step.entry.birth_date || *row.begin > *step.entry.birth_date)
        continue;
      input_.findings.bad(row, Problem::begin_before_birth, ImportField::contract_begin, to_string(*row.begin));
    }
    return Done{};
  }

  Result<Done> plan_manager(PersonStep& step, std::size_t index, const KnownPerson* known) {
    ImportRow& row = input_.rows[index];
    if (row.manager.empty() || row.bad) return Done{};
    if (row.manager == step.entry.personnel_number) {
      input_.findings.bad(row, Problem::own_manager, ImportField::manager_personnel_number, row.manager);
      return Done{};
    }
    ManagerStep manager{.row = index, .manager = row.manager, .from = input_.day_of(row)};
    if (!step.contracts.empty()) {
      const people::ContractEntry& contract = step.contracts.back().entry;
      if (contract.end && *contract.end <= manager.from) return Done{};  // who left has no manager any more
      manager.from = std::max(manager.from, contract.begin);
    }
    const auto id = TRY(input_.records.person_id(row.manager));
    if (!id && !in_file_.contains(row.manager)) {
      input_.findings.bad(row, Problem::unknown_manager, ImportField::manager_personnel_number, row.manager);
      return Done{};
    }
    manager.change = known ? against(known->managers, id, manager, input_.today) : Change::created;
    step.manager = std::move(manager);
    return Done{};
  }

  /// Two that lead each other, or more in a ring: nobody leads any of them.
  void check_manager_cycles() {
    std::unordered_map<std::string_view, const PersonStep*> steps;
    for (const PersonStep& step : plan_.people) {
      if (step.manager) steps.emplace(step.entry.personnel_number, &step);
    }
    std::unordered_map<std::string_view, int> seen;  // by the walk that came there
    int walk = 0;
    for (const PersonStep& start : plan_.people) {
      ++walk;
      std::string_view at = start.entry.personnel_number;
      while (steps.contains(at) && !seen.contains(at)) {
        seen[at] = walk;
        at = steps[at]->manager->manager;
      }
      if (!steps.contains(at) || seen[at] != walk) continue;
      for (const std::string_view ring = at;;) {
        const ManagerStep& manager = *steps[at]->manager;
        input_.findings.bad(input_.rows[manager.row], Problem::manager_cycle, ImportField::manager_personnel_number,
                            manager.manager);
        at = manager.manager;
        if (at == ring) break;
      }
    }
  }

  PlanInput& input_;
  Plan& plan_;
  Ticker& ticker_;
  UnitsOfPlan units_;
  std::unordered_set<std::string> in_file_;
};

Result<Done> plan_unit_managers(PlanInput& input, Plan& plan) {
  for (std::size_t i = 0; i < input.rows.size(); ++i) {
    ImportRow& row = input.rows[i];
    if (row.bad || row.repeated || row.manager.empty()) continue;
    const auto id = TRY(input.records.person_id(row.manager));
    if (!id) {
      input.findings.bad(row, Problem::unknown_manager, ImportField::manager_personnel_number, row.manager);
      continue;
    }
    UnitManagerStep step{row.unit_code,
                         {.row = i, .manager = row.manager, .from = input.day_of(row), .change = Change::created}};
    step.step.change = against(TRY(input.records.managers_of_unit(row.unit_code)), id, step.step, input.today);
    plan.unit_managers.push_back(std::move(step));
  }
  return Done{};
}

}  // namespace

bool PersonStep::changes_nothing() const {
  if (change != Change::same || (manager && manager->change != Change::same)) return false;
  return std::all_of(contracts.begin(), contracts.end(),
                     [](const ContractStep& one) { return one.change == Change::same; });
}

Result<Plan> make_plan(PlanInput& input, Ticker& ticker) {
  Plan plan;
  TRY(plan_units(input, plan));
  if (input.columns.is_of_units) {
    TRY(plan_unit_managers(input, plan));
  } else {
    TRY(PeoplePlanner(input, plan, ticker).plan());
  }
  return plan;
}

}  // namespace collega::administration
