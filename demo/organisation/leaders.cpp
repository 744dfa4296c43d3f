#include "leaders.h"

#include <algorithm>

namespace collega::organisation {
namespace {

const Leader* leader_on(const std::vector<Leader>& history, Date day) {
  for (auto leader = history.rbegin(); leader != history.rend(); ++leader) {
    if (leader->begin <= day) return leader->last && *leader->last < day ? nullptr : &*leader;
  }
  return nullptr;
}

class LeaderMaker {
 public:
  LeaderMaker(const Structure& structure, const Careers& careers, Date from)
      : structure_{structure}, careers_{careers}, from_{from} {
    leaders_.managers.resize(structure.units.size());
  }

  Leaders make() {
    // From the top down: a team that is brought under another department may stand before it in the list.
    for (const Level level : {Level::root, Level::region, Level::department, Level::team}) {
      for (std::size_t i = 0; i < structure_.units.size(); ++i) {
        if (structure_.units[i].level == level) lead(static_cast<UnitIndex>(i));
      }
    }
    for (std::size_t i = 0; i < structure_.seats.size(); ++i) deputise(static_cast<SeatIndex>(i));
    return std::move(leaders_);
  }

 private:
  std::vector<Leader>& managers(UnitIndex unit) { return leaders_.managers[static_cast<std::size_t>(unit)]; }

  void lead(UnitIndex index) {
    const Unit& unit = structure_.units[static_cast<std::size_t>(index)];
    const Date begin = std::max(unit.versions.front().begin, from_);
    std::optional<Date> last;
    if (unit.merged) last = plus_days(unit.merged->on, -1);
    Date day = begin;
    for (const Stint& stint : careers_.by_seat[static_cast<std::size_t>(unit.leader_seat)]) {
      if (stint.last && *stint.last < day) continue;
      if (last && stint.begin > *last) break;
      if (stint.begin > day) fill_in(index, day, plus_days(stint.begin, -1));
      const Date first = std::max(day, stint.begin);
      std::optional<Date> until = stint.last;
      if (last && (!until || *until > *last)) until = last;
      managers(index).push_back({index, stint.person, false, first, until});
      if (!until) return;
      day = plus_days(*until, 1);
    }
    if (!last || day <= *last) fill_in(index, day, last);
  }

  // Parts of the managers of the unit above, day after day the same ones.
  void fill_in(UnitIndex index, Date first, std::optional<Date> last) {
    const Unit& unit = structure_.units[static_cast<std::size_t>(index)];
    const UnitIndex above = version_on(unit, first).parent;
    if (above == kNobody) return;
    const std::vector<Leader> others = managers(above);
    for (const Leader& leader : others) {
      if (leader.last && *leader.last < first) continue;
      if (last && leader.begin > *last) break;
      std::optional<Date> until = leader.last;
      if (last && (!until || *until > *last)) until = last;
      managers(index).push_back({index, leader.person, false, std::max(first, leader.begin), until});
    }
  }

  // In one of three teams the one who sits on its first ordinary seat stands in for the leader.
  void deputise(SeatIndex seat) {
    const UnitIndex index = structure_.seats[static_cast<std::size_t>(seat)].unit;
    const Unit& unit = structure_.units[static_cast<std::size_t>(index)];
    const bool first_seat = seat > 0 && unit.leader_seat == seat - 1;
    if (!first_seat || unit.level != Level::team || index % 3 != 0 || unit.merged) return;
    for (const Stint& stint : careers_.by_seat[static_cast<std::size_t>(seat)]) {
      if (stint.last && *stint.last < from_) continue;
      leaders_.deputies.push_back({index, stint.person, true, std::max(stint.begin, from_), stint.last});
    }
  }

  const Structure& structure_;
  const Careers& careers_;
  Date from_;
  Leaders leaders_;
};

}  // namespace

Leaders make_leaders(const Structure& structure, const Careers& careers, Date from) {
  return LeaderMaker{structure, careers, from}.make();
}

int manager_of(const Structure& structure, const Leaders& leaders, UnitIndex unit, int person, Date day) {
  while (unit != kNobody) {
    const Leader* leader = leader_on(leaders.managers[static_cast<std::size_t>(unit)], day);
    if (!leader) return kNobody;
    if (leader->person != person) return leader->person;
    unit = version_on(structure.units[static_cast<std::size_t>(unit)], day).parent;
  }
  return kNobody;
}

}  // namespace collega::organisation
