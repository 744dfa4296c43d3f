#include "leaders.h"

#include <algorithm>

#include "in_list.h"
#include "person_rows.h"

namespace collega::people {
namespace {

constexpr const char* kLeading = " and r.role in ('manager', 'deputy_manager')";

int rank_of(PersonRole role) {
  switch (role) {
    case PersonRole::manager:
      return 2;
    case PersonRole::deputy_manager:
      return 1;
    default:
      return 0;
  }
}

/// The managers among `leaders`, or else the deputies, of those who rank above `rank`.
std::vector<Leader> foremost(const std::vector<Leader>& leaders, int rank) {
  int highest = rank + 1;
  for (const Leader& leader : leaders) highest = std::max(highest, rank_of(leader.role));
  std::vector<Leader> found;
  std::copy_if(leaders.begin(), leaders.end(), std::back_inserter(found),
               [&](const Leader& leader) { return rank_of(leader.role) == highest; });
  return found;
}

}  // namespace

Result<Leaders> Leaders::load(store::ReadTransaction& read, const std::vector<UnitId>& units, Date day) {
  Leaders leaders;
  if (units.empty()) return leaders;
  std::vector<store::Argument> arguments;
  const std::string given = in_list(units, arguments);
  for (int i = 0; i < 6; ++i) arguments.emplace_back(day);
  store::Rows rows =
      TRY(read.query("with recursive up (id) as (select id from unit where id in " + given +
                         " union select h.parent_id from up cross join unit_history h"
                         " where h.unit_id = up.id and h.begins <= ? and h.ends > ? and h.parent_id is not null)"
                         " select up.id, h.parent_id, r.person_id, r.role, " COLLEGA_NAME_COLUMNS
                         " from up left join unit_history h on h.unit_id = up.id and h.begins <= ? and h.ends > ?"
                         " left join person_role r on r.unit_id = up.id and r.begins <= ? and r.ends > ?" +
                         kLeading + " left join person p on p.id = r.person_id order by p.sort_name, p.id",
                     arguments));
  while (TRY(rows.next())) {
    const auto unit = rows.get<UnitId>(0);
    Node& node = leaders.nodes_[unit];
    node.parent = rows.get<std::optional<UnitId>>(1);
    if (rows.is_null(2)) continue;
    node.leaders.push_back({rows.get<PersonId>(2), name_at(rows, 4), rows.get<PersonRole>(3), unit});
  }
  return leaders;
}

int Leaders::rank(const Node& node, PersonId person) {
  int highest = 0;
  for (const Leader& leader : node.leaders) {
    if (leader.person == person) highest = std::max(highest, rank_of(leader.role));
  }
  return highest;
}

const Leaders::Node* Leaders::at(UnitId unit) const {
  const auto found = nodes_.find(unit);
  return found == nodes_.end() ? nullptr : &found->second;
}

const Leaders::Node* Leaders::above(const Node& node) const { return node.parent ? at(*node.parent) : nullptr; }

std::vector<Leader> Leaders::of(UnitId unit, std::optional<PersonId> led) const {
  for (const Node* node = at(unit); node; node = above(*node)) {
    std::vector<Leader> found = foremost(node->leaders, led ? rank(*node, *led) : 0);
    if (!found.empty()) return found;
  }
  return {};
}

bool Leaders::leads(PersonId leader, PersonId led, UnitId unit) const {
  for (const Node* node = at(unit); node; node = above(*node)) {
    if (rank(*node, leader) > rank(*node, led)) return true;
  }
  return false;
}

Result<std::map<PersonId, std::vector<Leader>>> leaders_named_for(store::ReadTransaction& read,
                                                                  const std::vector<PersonId>& people, Date day) {
  std::map<PersonId, std::vector<Leader>> found;
  if (people.empty()) return found;
  std::vector<store::Argument> arguments;
  const std::string given = in_list(people, arguments);
  arguments.insert(arguments.end(), {day, day});
  store::Rows rows =
      TRY(read.query("select r.of_person_id, r.person_id, r.role, " COLLEGA_NAME_COLUMNS
                     " from person_role r join person p on p.id = r.person_id where r.of_person_id in " +
                         given + " and r.begins <= ? and r.ends > ?" + kLeading + " order by p.sort_name, p.id",
                     arguments));
  while (TRY(rows.next())) {
    found[rows.get<PersonId>(0)].push_back({rows.get<PersonId>(1), name_at(rows, 3), rows.get<PersonRole>(2), {}});
  }
  for (auto& [led, leaders] : found) leaders = foremost(leaders, 0);
  return found;
}

}  // namespace collega::people
