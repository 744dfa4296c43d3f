#include "reorganise.h"

#include <algorithm>
#include <cstdio>
#include <set>

namespace collega::organisation {
namespace {

constexpr int kFewestTeams = 6;
constexpr int kFewestMonths = 12;
constexpr int kTeamsPerChange = 60;

class Reorganiser {
 public:
  Reorganiser(Structure& structure, Date from, Date to, Random& random)
      : structure_{structure}, from_{from}, months_{months_between(from, to) + 1}, random_{random} {
    for (std::size_t i = 0; i < structure.units.size(); ++i) {
      if (structure.units[i].level == Level::team) teams_.push_back(static_cast<UnitIndex>(i));
    }
  }

  void run() {
    const int teams = static_cast<int>(teams_.size());
    if (teams < kFewestTeams || months_ < kFewestMonths) return;
    for (int i = 0; i < std::max(1, teams / kTeamsPerChange); ++i) {
      merge(at(40, i));
      split(at(60, i));
      rename(at(50, i));
      move(at(70, i));
    }
  }

 private:
  Unit& unit(UnitIndex index) { return structure_.units[static_cast<std::size_t>(index)]; }
  UnitIndex parent_of(UnitIndex index) { return unit(index).versions.back().parent; }

  // Large organisations do not change everything on one day.
  Date at(int percent, int turn) {
    return plus_months(first_of_month(from_), std::max(1, months_ * percent / 100 + turn % 5 - 2));
  }

  UnitIndex pick(auto fits) {
    for (int tries = 0; tries < 200; ++tries) {
      const UnitIndex team = random_.pick(teams_);
      if (!touched_.contains(team) && fits(team)) return team;
    }
    return kNobody;
  }

  void note(const char* kind, Date on, UnitIndex team, UnitIndex other) {
    structure_.changes.push_back({kind, on, team, other});
    touched_.insert(team);
    if (other != kNobody) touched_.insert(other);
  }

  void merge(Date on) {
    const auto is_beside = [&](UnitIndex team, UnitIndex other) {
      return other != team && parent_of(other) == parent_of(team) && unit(other).profile == unit(team).profile &&
             !touched_.contains(other);
    };
    const UnitIndex team = pick([&](UnitIndex t) {
      return std::any_of(teams_.begin(), teams_.end(), [&](UnitIndex other) { return is_beside(t, other); });
    });
    if (team == kNobody) return;
    const UnitIndex into = pick([&](UnitIndex other) { return is_beside(team, other); });
    if (into == kNobody) return;
    unit(team).merged = {on, into};
    const SeatIndex leader = unit(team).leader_seat;
    const bool leads_on = std::any_of(teams_.begin(), teams_.end(), [&](UnitIndex other) {
      return other != team && unit(other).leader_seat == leader;
    });
    Seat& seat = structure_.seats[static_cast<std::size_t>(leader)];
    if (seat.leads == kTeamLeader && !leads_on) seat.leads_until = on;
    note("merged", on, team, into);
  }

  void split(Date on) {
    const UnitIndex team = pick([&](UnitIndex t) { return unit(t).profile == Profile::home_care; });
    if (team == kNobody) return;
    char code[16];
    std::snprintf(code, sizeof code, "T%04d", static_cast<int>(teams_.size()) + ++founded_);
    Unit born = unit(team);
    born.code = code;
    born.versions = {{on, born.versions.back().name + " II", parent_of(team)}};
    structure_.units.push_back(born);
    const auto fresh = static_cast<UnitIndex>(structure_.units.size()) - 1;
    bool goes = false;
    for (Seat& seat : structure_.seats) {
      if (seat.unit != team || seat.leads) continue;
      if (goes) seat.moved = {on, fresh};
      goes = !goes;
    }
    note("split", on, fresh, team);
  }

  void rename(Date on) {
    const UnitIndex team = pick([](UnitIndex) { return true; });
    if (team == kNobody) return;
    const UnitVersion before = unit(team).versions.back();
    unit(team).versions.push_back({on, before.name + " (vernieuwd)", before.parent});
    note("renamed", on, team, kNobody);
  }

  void move(Date on) {
    const UnitIndex team = pick([&](UnitIndex t) { return unit(t).profile == Profile::ward && !shares_leader(t); });
    if (team == kNobody) return;
    const UnitIndex neighbour = pick(
        [&](UnitIndex other) { return unit(other).profile == Profile::ward && parent_of(other) != parent_of(team); });
    if (neighbour == kNobody) return;
    const UnitVersion before = unit(team).versions.back();
    unit(team).versions.push_back({on, before.name, parent_of(neighbour)});
    note("moved", on, team, kNobody);
    structure_.changes.back().other = parent_of(neighbour);
  }

  bool shares_leader(UnitIndex team) {
    return std::count_if(teams_.begin(), teams_.end(),
                         [&](UnitIndex other) { return unit(other).leader_seat == unit(team).leader_seat; }) > 1;
  }

  Structure& structure_;
  Date from_;
  int months_;
  Random& random_;
  std::vector<UnitIndex> teams_;
  std::set<UnitIndex> touched_;
  int founded_ = 0;
};

}  // namespace

void reorganise(Structure& structure, Date from, Date to, Random& random) {
  Reorganiser{structure, from, to, random}.run();
}

}  // namespace collega::organisation
