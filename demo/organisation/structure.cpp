#include "structure.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>

#include "reorganise.h"

namespace collega::organisation {
namespace {

constexpr int kPeopleInATeam = 20;
constexpr int kTeamsInARegion = 125;
constexpr int kTeamsWithRegions = 150;
constexpr int kTeamsWithDepartments = 8;
constexpr int kPeopleWithAssistants = 300;
constexpr int kTeamsInADepartment = 7;
// Up to so many people the director leads the team.
constexpr int kLedByDirector = 14;

struct Mix {
  int wards, home_care, treatment, support;
};

// Of the teams of a care organisation 16% support, 33% home care and 5% treatment; the rest are wards.
Mix mix_of(int teams) {
  Mix mix{0, (teams * 33 + 50) / 100, teams < 6 ? 0 : std::max(1, (teams * 5 + 50) / 100), (teams * 16 + 50) / 100};
  mix.wards = teams - mix.home_care - mix.treatment - mix.support;
  return mix;
}

struct Support {
  std::string_view name;
  Profile profile;
};
// In the order in which an organisation that grows gets a team of its own.
constexpr Support kSupport[] = {{"Keuken", Profile::kitchen},
                                {"Salaris en financiën", Profile::finance},
                                {"HR", Profile::hr},
                                {"Schoonmaak", Profile::cleaning},
                                {"ICT", Profile::ict},
                                {"Magazijn en vervoer", Profile::logistics},
                                {"Roosterbureau", Profile::planning},
                                {"Technische dienst", Profile::technical},
                                {"Kwaliteit en opleiding", Profile::quality},
                                {"Restaurant", Profile::kitchen}};

class Builder {
 public:
  Builder(const AllWords& words, Random& random) : words_{words}, random_{random} {}

  Structure build(int people) {
    people_ = people;
    const int teams = std::max(1, (people + kPeopleInATeam / 2) / kPeopleInATeam);
    const UnitIndex root = add_unit(Level::root, Profile::direction, "Stichting Lindehof", kNobody);
    add_head(root, kDirector, people >= kPeopleWithAssistants ? 2 : 0);
    if (teams >= kTeamsWithRegions) {
      const int regions = (teams + kTeamsInARegion - 1) / kTeamsInARegion;
      for (int i = 0; i < regions; ++i) add_region(root, i, teams * (i + 1) / regions - teams * i / regions);
    } else {
      add_teams(root, teams, "");
    }
    fill_teams(people - static_cast<int>(structure_.seats.size()));
    return std::move(structure_);
  }

 private:
  UnitIndex add_unit(Level level, Profile profile, const std::string& name, UnitIndex parent) {
    const int number = ++numbers_[level];
    char code[16] = "LH";
    if (level == Level::region) std::snprintf(code, sizeof code, "R%02d", number);
    if (level == Level::department) std::snprintf(code, sizeof code, "D%03d", number);
    if (level == Level::team) std::snprintf(code, sizeof code, "T%04d", number);
    const int same = ++names_[name];
    const std::string unique = same == 1 ? name : name + " " + std::to_string(same);
    structure_.units.push_back({code, level, profile, {{kFounded, unique, parent}}});
    return static_cast<UnitIndex>(structure_.units.size()) - 1;
  }

  SeatIndex add_seat(UnitIndex unit) {
    structure_.seats.push_back({unit});
    return static_cast<SeatIndex>(structure_.seats.size()) - 1;
  }

  SeatIndex add_leader(UnitIndex unit, FunctionId function) {
    const SeatIndex seat = add_seat(unit);
    structure_.seats.back().leads = function;
    structure_.units[static_cast<std::size_t>(unit)].leader_seat = seat;
    return seat;
  }

  void add_head(UnitIndex unit, FunctionId function, int assistants) {
    add_leader(unit, function);
    for (int i = 0; i < assistants; ++i) add_seat(unit);
  }

  void add_region(UnitIndex root, int index, int teams) {
    const std::string name{words_.regions[static_cast<std::size_t>(index) % words_.regions.size()]};
    const UnitIndex region = add_unit(Level::region, Profile::direction, "Regio " + name, root);
    add_head(region, kRegionDirector, 1);
    add_teams(region, teams, " " + name);
  }

  UnitIndex add_department(UnitIndex above, Profile profile, const std::string& name) {
    const UnitIndex unit = add_unit(Level::department, profile, name, above);
    structure_.units.back().profile = Profile::direction;
    add_head(unit, kLocationManager, people_ >= kPeopleWithAssistants ? 1 : 0);
    return unit;
  }

  void add_team(UnitIndex above, Profile profile, const std::string& name) {
    teams_.push_back(add_unit(Level::team, profile, name, above));
  }

  void add_teams(UnitIndex above, int teams, const std::string& suffix) {
    const Mix mix = mix_of(teams);
    const bool departments = teams >= kTeamsWithDepartments;
    add_wards(above, mix.wards, departments);
    add_home_care(above, mix.home_care, departments);
    UnitIndex parent = departments && mix.treatment > 0
                           ? add_department(above, Profile::treatment, "Behandeling en begeleiding" + suffix)
                           : above;
    for (int i = 0; i < mix.treatment; ++i) add_team(parent, Profile::treatment, "Behandelteam" + suffix);
    parent = departments && mix.support > 0 ? add_department(above, Profile::quality, "Servicebureau" + suffix) : above;
    for (int i = 0; i < mix.support; ++i) {
      const Support& support = kSupport[static_cast<std::size_t>(i) % std::size(kSupport)];
      add_team(parent, support.profile, std::string{support.name} + suffix);
    }
  }

  std::string house() {
    if (names_.empty() || houses_++ == 0) return "Lindestede";
    while (true) {
      std::string name = std::string{random_.pick(words_.houses)} + std::string{random_.pick(words_.house_ends)};
      if (++names_[name] == 1 && name != "Lindestede") return name;
      if (houses_ > static_cast<int>(words_.houses.size() * words_.house_ends.size()) / 2) return name;
    }
  }

  // Eleven locations have 27 wards.
  void add_wards(UnitIndex above, int wards, bool departments) {
    const int locations = std::max(1, (wards * 4 + 5) / 10);
    for (int i = 0; i < locations; ++i) {
      const std::string name = house();
      const UnitIndex parent = departments ? add_department(above, Profile::ward, "Locatie " + name) : above;
      const int here = wards * (i + 1) / locations - wards * i / locations;
      for (int ward = 0; ward < here; ++ward) {
        add_team(parent, Profile::ward, name + " – " + std::string{random_.pick(words_.wards)});
      }
    }
  }

  void add_home_care(UnitIndex above, int teams, bool departments) {
    const int districts = (teams + kTeamsInADepartment - 1) / kTeamsInADepartment;
    for (int i = 0; i < districts; ++i) {
      const std::string town{words_.towns[static_cast<std::size_t>(districts_++) % words_.towns.size()]};
      const UnitIndex parent = departments ? add_department(above, Profile::home_care, "Thuiszorg " + town) : above;
      const int here = teams * (i + 1) / districts - teams * i / districts;
      for (int team = 0; team < here; ++team) {
        const std::string_view quarter = words_.quarters[static_cast<std::size_t>(team) % words_.quarters.size()];
        add_team(parent, Profile::home_care, "Wijkteam " + town + "-" + std::string{quarter});
      }
    }
  }

  // Sizes differ: the largest team has about twice the people of the smallest.
  void fill_teams(int seats) {
    std::vector<int> until{0};
    for (std::size_t i = 0; i < teams_.size(); ++i) until.push_back(until.back() + random_.between(70, 135));
    for (std::size_t i = 0; i < teams_.size(); ++i) {
      const auto share = [&](int weight) { return static_cast<int>(std::int64_t{seats} * weight / until.back()); };
      fill_team(i, share(until[i + 1]) - share(until[i]));
    }
  }

  void fill_team(std::size_t index, int size) {
    Unit& unit = structure_.units[static_cast<std::size_t>(teams_[index])];
    if (teams_.size() <= 2 && size <= kLedByDirector) {
      unit.leader_seat = structure_.units.front().leader_seat;
    } else if (index > 0 && shares_leader(index)) {
      unit.leader_seat = structure_.units[static_cast<std::size_t>(teams_[index - 1])].leader_seat;
    } else {
      add_leader(teams_[index], kTeamLeader);
      --size;
    }
    for (int i = 0; i < size; ++i) add_seat(teams_[index]);
  }

  // Some leaders have two teams that stand beside each other.
  bool shares_leader(std::size_t index) {
    const Unit& before = structure_.units[static_cast<std::size_t>(teams_[index - 1])];
    const Unit& unit = structure_.units[static_cast<std::size_t>(teams_[index])];
    const bool leads_there = structure_.seats[static_cast<std::size_t>(before.leader_seat)].unit == teams_[index - 1];
    return unit.versions.front().parent == before.versions.front().parent && unit.profile == before.profile &&
           leads_there && random_.chance(3, 10);
  }

  const AllWords& words_;
  Random& random_;
  Structure structure_;
  int people_ = 0;
  int houses_ = 0;
  int districts_ = 0;
  std::vector<UnitIndex> teams_;
  std::map<Level, int> numbers_;
  std::map<std::string, int> names_;
};

}  // namespace

Structure make_structure(int people, Date from, Date to, const AllWords& words, Random& random) {
  Structure structure = Builder{words, random}.build(people);
  reorganise(structure, from, to, random);
  return structure;
}

UnitIndex unit_on(const Structure& structure, SeatIndex seat, Date day) {
  const Seat& s = structure.seats[static_cast<std::size_t>(seat)];
  UnitIndex unit = s.moved && s.moved->on <= day ? s.moved->unit : s.unit;
  const auto& merged = structure.units[static_cast<std::size_t>(unit)].merged;
  if (merged && merged->on <= day) unit = merged->unit;
  return unit;
}

const UnitVersion& version_on(const Unit& unit, Date day) {
  const UnitVersion* found = &unit.versions.front();
  for (const UnitVersion& version : unit.versions) {
    if (version.begin <= day) found = &version;
  }
  return *found;
}

}  // namespace collega::organisation
