#include "people_shown.h"

#include <algorithm>

namespace collega::skills_desk {

Result<people::PersonId> myself(const operations::Context& context) {
  if (!context.asker.person) return Error{ErrorCode::not_about_them};
  return *context.asker.person;
}

Result<people::PeopleQuery> people_asked(operations::Context& context, const std::optional<std::string>& unit) {
  store::ReadTransaction& read = context.work.read();
  people::PeopleQuery query{.as_of = context.today};
  std::vector<people::UnitId> named;
  if (unit) {
    const auto found = TRY(people::unit_coded(read, *unit));
    if (!found) return Error{ErrorCode::unknown_unit, *unit};
    named.push_back(*found);
  }
  const identity::Scope scope = TRY(context.scope());
  if (scope.everybody) {
    if (!named.empty()) query.units = named;
    return query;
  }
  query.reach = people::Reach::exactly;
  query.units = named.empty() ? scope.units : TRY(people::units_under(read, named, context.today));
  std::erase_if(*query.units, [&](people::UnitId one) { return !std::ranges::binary_search(scope.units, one); });
  return query;
}

Result<std::vector<skills::ConceptRef>> confirmed_refs(store::ReadTransaction& read, people::PersonId person,
                                                       const skills::Taxonomy& taxonomy) {
  std::vector<skills::ConceptRef> refs;
  for (const KeptSkill& kept : TRY(skills_of(read, person))) {
    const auto ref = taxonomy.named(kept.concept_name);
    if (kept.state == HeldState::confirmed && ref) refs.push_back(*ref);
  }
  return refs;
}

}  // namespace collega::skills_desk
