#include "absence.h"

#include <algorithm>
#include <map>
#include <set>

namespace collega::organisation {
namespace {

// Spells begin two years before the history, so that long ones are under way on its first day.
constexpr int kMonthsBefore = 24;
constexpr int kLongestDays = 730;  // after 104 weeks the employer's duty ends, and the person leaves the figures

// Spells that begin in a month, of 10,000 people: about 1.3 a year in care, fewer in offices.
int monthly_spells(Profile profile) {
  switch (profile) {
    case Profile::ward:
    case Profile::home_care:
      return 1100;
    case Profile::kitchen:
    case Profile::cleaning:
    case Profile::logistics:
      return 1000;
    default:
      return 720;
  }
}

// Percent of the mean, January first: flu in winter, empty wards of July and August.
constexpr int kSeason[] = {140, 145, 120, 95, 85, 75, 65, 70, 90, 110, 115, 130};

// Percent of the mean: most are seldom ill, a few often.
constexpr int kPersons[] = {10, 30, 50, 70, 90, 100, 120, 150, 180, 200};
constexpr int kTeams[] = {75, 85, 95, 100, 100, 105, 110, 130};

struct Length {
  int weight;
  int shortest;
  int longest;
};
constexpr Length kLengths[] = {{400, 1, 3},   {320, 4, 7},    {135, 8, 20},  {50, 21, 42},
                               {72, 43, 200}, {22, 201, 365}, {15, 366, 730}};

constexpr int kPlantedRise = 240;
constexpr int kPlantedFall = 35;
constexpr int kUnreportedBefore = 45;  // of the spells of a day or two, before reporting changes
constexpr int kTeamsPerRise = 20;
constexpr int kFewestTeams = 6;

class AbsenceMaker {
 public:
  AbsenceMaker(const Careers& careers, const Structure& structure, Date from, Date to, std::uint64_t seed)
      : careers_{careers}, structure_{structure}, from_{from}, to_{to}, random_{seed, Stream::absence} {}

  Absence make() {
    for (std::size_t i = 0; i < structure_.units.size(); ++i) team_factors_.push_back(random_.pick(kTeams));
    plant();
    for (std::size_t i = 0; i < careers_.people.size(); ++i) be_absent(static_cast<int>(i));
    std::stable_sort(absence_.spells.begin(), absence_.spells.end(),
                     [](const Spell& a, const Spell& b) { return a.begin < b.begin; });
    return std::move(absence_);
  }

 private:
  void plant() {
    std::vector<UnitIndex> teams;
    std::set<UnitIndex> changed;
    for (const Reorganisation& change : structure_.changes) {
      changed.insert(change.unit);
      changed.insert(change.other);
    }
    for (std::size_t i = 0; i < structure_.units.size(); ++i) {
      const auto index = static_cast<UnitIndex>(i);
      if (structure_.units[i].level == Level::team && !changed.contains(index)) teams.push_back(index);
    }
    const int months = months_between(from_, to_) + 1;
    if (teams.size() < kFewestTeams || months < 24) return;
    random_.shuffle(teams);
    const auto take = [&](PlantKind kind, int percent) {
      if (teams.empty()) return;
      const Date on = plus_months(first_of_month(from_), random_.between(months / 3, months * 2 / 3));
      absence_.plants.push_back({teams.back(), on, kind, percent});
      teams.pop_back();
    };
    const std::size_t rises = std::max<std::size_t>(1, teams.size() / kTeamsPerRise);
    for (std::size_t i = 0; i < rises; ++i) take(PlantKind::rise, kPlantedRise);
    take(PlantKind::fall, kPlantedFall);
    take(PlantKind::reporting_change, 100);
    for (const Plant& plant : absence_.plants) {
      planted_[plant.team] = plant;
      team_factors_[static_cast<std::size_t>(plant.team)] = 100;
    }
  }

  void be_absent(int who) {
    const Person& person = careers_.people[static_cast<std::size_t>(who)];
    const int factor = random_.pick(kPersons);
    for (const Days& leave : person.maternity) maternity(who, leave);
    for (const Stay& stay : person.stays) {
      if (stay.beside) continue;
      const Date end = std::min(stay.last.value_or(to_), to_);
      Date free = std::max(stay.begin, plus_months(first_of_month(from_), -kMonthsBefore));
      for (Date month = first_of_month(free); month <= end; month = plus_months(month, 1)) {
        const Date day = day_in(random_, month, last_of_month(month));
        if (day < free || day > end) continue;
        const UnitIndex team = unit_on(structure_, on_day(stay.placements, day).seat, day);
        if (!falls_ill(team, factor, day)) continue;
        if (const std::optional<Date> last = spell(who, stay, team, day)) free = plus_days(*last, 2);
      }
    }
  }

  bool falls_ill(UnitIndex team, int person_factor, Date day) {
    std::int64_t chance = monthly_spells(structure_.units[static_cast<std::size_t>(team)].profile);
    chance = chance * kSeason[day.month() - 1] / 100 * person_factor / 100;
    chance = chance * team_factors_[static_cast<std::size_t>(team)] / 100;
    if (const auto plant = planted_.find(team); plant != planted_.end() && plant->second.from <= day) {
      chance = chance * plant->second.percent / 100;
    }
    return random_.chance(static_cast<int>(chance), 10000);
  }

  int length() {
    int weights[std::size(kLengths)];
    for (std::size_t i = 0; i < std::size(kLengths); ++i) weights[i] = kLengths[i].weight;
    const Length& length = kLengths[random_.weighted(weights)];
    return random_.between(length.shortest, length.longest);
  }

  void maternity(int who, const Days& leave) {
    if (leave.first > to_) return;
    const Person& person = careers_.people[static_cast<std::size_t>(who)];
    const auto stay = std::find_if(person.stays.begin(), person.stays.end(), [&](const Stay& s) {
      return s.begin <= leave.first && (!s.last || leave.first <= *s.last);
    });
    const UnitIndex team = unit_on(structure_, on_day(stay->placements, leave.first).seat, leave.first);
    std::optional<Date> last;
    if (leave.last <= to_) last = leave.last;
    absence_.spells.push_back({who, team, leave.first, true, {{leave.first, last, 100}}});
  }

  // Returns the last day of the spell, or nothing where there is none after all.
  std::optional<Date> spell(int who, const Stay& stay, UnitIndex team, Date begin) {
    const int days = std::min(length(), kLongestDays);
    constexpr int kShortSpell = 2;
    const auto plant = planted_.find(team);
    if (days <= kShortSpell && plant != planted_.end() && plant->second.kind == PlantKind::reporting_change &&
        begin < plant->second.from && random_.chance(kUnreportedBefore, 100)) {
      return {};
    }
    Date last = plus_days(begin, days - 1);
    for (const Days& leave : careers_.people[static_cast<std::size_t>(who)].maternity) {
      if (begin <= leave.last && leave.first <= last) {
        if (leave.first <= begin) return {};
        last = plus_days(leave.first, -1);
      }
    }
    if (stay.last) last = std::min(last, *stay.last);
    if (last >= from_) absence_.spells.push_back({who, team, begin, false, recovery(begin, last)});
    return last;
  }

  // Who is away for more than six weeks comes back by steps: part of them half, then three quarters of the time at
  // work.
  std::vector<Segment> recovery(Date begin, Date last) {
    constexpr int kWholeDays = 42;
    const int days = days_between(begin, last) + 1;
    std::vector<Segment> segments{{begin, last, 100}};
    if (days > kWholeDays && random_.chance(7, 10)) {
      int at = days * random_.between(45, 70) / 100;
      for (const int part : {50, 25}) {
        segments.back().last = plus_days(begin, at - 1);
        segments.push_back({plus_days(begin, at), last, part});
        at += (days - at) / 2;
        if (random_.chance(1, 3)) break;
      }
    }
    while (segments.back().first > to_) segments.pop_back();
    if (!segments.back().last || *segments.back().last > to_) segments.back().last.reset();
    return segments;
  }

  const Careers& careers_;
  const Structure& structure_;
  Date from_;
  Date to_;
  Random random_;
  Absence absence_;
  std::vector<int> team_factors_;
  std::map<UnitIndex, Plant> planted_;
};

}  // namespace

Absence make_absence(const Careers& careers, const Structure& structure, Date from, Date to, std::uint64_t seed) {
  return AbsenceMaker{careers, structure, from, to, seed}.make();
}

}  // namespace collega::organisation
