#include "rights.h"

#include <algorithm>
#include <set>

#include "collega/people/people.h"
#include "collega/people/roles.h"

namespace collega::library {
namespace {

bool works_here(const identity::Asker& asker) {
  return asker.kind == identity::AskerKind::local_operator ||
         std::any_of(asker.roles.begin(), asker.roles.end(),
                     [](identity::Role role) { return role != identity::Role::candidate; });
}

using Units = std::set<people::UnitId>;

Result<Done> add_with_those_above(store::ReadTransaction& read, people::UnitId unit, Date date, Units& units) {
  std::optional<people::UnitId> next = unit;
  while (next && units.insert(*next).second) {
    const std::optional<people::Unit> found = TRY(people::unit_as_of(read, *next, date));
    next = found ? found->parent : std::nullopt;
  }
  return Done{};
}

bool leads_unit(const people::Assignment& assignment, Date date) {
  const bool leads =
      assignment.role == people::PersonRole::manager || assignment.role == people::PersonRole::deputy_manager;
  return leads && assignment.of_unit && assignment.begin <= date && (!assignment.end || date < *assignment.end);
}

// The units whose documents the person reads: where they work and what they lead, those above, and those under what
// they lead.
Result<Units> units_of(store::ReadTransaction& read, people::PersonId person, Date date) {
  Units units;
  for (const people::Job& job : TRY(people::jobs_as_of(read, person, date))) {
    TRY(add_with_those_above(read, job.terms.unit, date, units));
  }
  for (const people::Assignment& assignment : TRY(people::roles_of(read, person))) {
    if (leads_unit(assignment, date)) TRY(add_with_those_above(read, *assignment.of_unit, date, units));
  }
  const std::vector<people::UnitId> led = TRY(people::units_led_by(read, person, date));
  units.insert(led.begin(), led.end());
  return units;
}

Result<std::vector<identity::Role>> roles_about(store::ReadTransaction& read, const identity::Asker& asker,
                                                std::optional<people::PersonId> about, Date date) {
  std::vector<identity::Role> roles;
  for (const identity::Role role : asker.roles) {
    if (!about || TRY(identity::may_see(read, asker, role, *about, date))) roles.push_back(role);
  }
  return roles;
}

class Rules {
 public:
  void add(std::string_view sql) { sql_ += std::string{sql_.empty() ? "" : " or "} + std::string{sql}; }

  template <class Values>
  void add_one_of(std::string_view kind, std::string_view column, const Values& values) {
    if (values.empty()) return;
    add("(r.kind = '" + std::string{kind} + "' and r." + std::string{column} + " in (" + places(values.size()) + "))");
    for (const auto& value : values) arguments_.emplace_back(value);
  }

  // No rule that could hold is a condition that does not.
  [[nodiscard]] Condition take() && {
    if (sql_.empty()) return {"1 = 0", {}};
    return {"exists (select 1 from library_reader r where r.document_id = d.id and (" + sql_ + "))",
            std::move(arguments_)};
  }

 private:
  std::string sql_;
  std::vector<store::Argument> arguments_;
};

}  // namespace

std::string places(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += i == 0 ? "?" : ", ?";
  return text;
}

Result<Condition> readable(store::ReadTransaction& read, const identity::Asker& asker,
                           std::optional<people::PersonId> about, Date date) {
  if (asker.kind == identity::AskerKind::none) return Condition{"1 = 0", {}};
  Rules rules;
  rules.add_one_of("role", "role", TRY(roles_about(read, asker, about, date)));
  if (!about && works_here(asker)) rules.add("r.kind = 'everybody'");
  if (asker.person) {
    rules.add_one_of("person", "person_id", std::vector{*asker.person});
    if (!about) rules.add_one_of("unit", "unit_id", TRY(units_of(read, *asker.person, date)));
  }
  Condition condition = std::move(rules).take();
  if (about && asker.person == about) {
    condition.sql = "(d.kind = ? or " + condition.sql + ")";
    condition.arguments.insert(condition.arguments.begin(), store::Argument{DocumentKind::personnel});
  }
  return condition;
}

}  // namespace collega::library
