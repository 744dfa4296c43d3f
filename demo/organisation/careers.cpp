#include "careers.h"

#include <algorithm>

#include "extras.h"

namespace collega::organisation {
namespace {

// Monthly chance to leave, of 10,000, by time in service; with pensions and hired staff about 15% a year goes.
struct Leaving {
  int below_months;
  int chance;
};
constexpr Leaving kLeaving[] = {{12, 225}, {24, 150}, {60, 95}, {144, 60}, {1200, 38}};
constexpr int kYoung = 25;
constexpr int kNearPension = 60;

// Chances of a hundred.
constexpr int kFillsInAMonth = 60;
constexpr int kFillsAhead = 35;  // of the future only part is agreed
constexpr int kFromInside = 22;
constexpr int kReturns = 5;
constexpr int kLeaderPromoted = 40;
constexpr int kLeaderMoves = 20;
// Of 10,000 a month: some 5% a year grow into the next function.
constexpr int kPromotion = 45;

struct Occupant {
  int person = kNobody;
  Date entered;  // the seat
  Date hired;    // the organisation
  FunctionId function = 0;
  std::optional<Date> last;  // agreed when they came
};

class Simulation {
 public:
  Simulation(Structure& structure, Date from, Date to, const AllWords& words, std::uint64_t seed)
      : structure_{structure},
        from_{from},
        to_{to},
        random_{seed, Stream::careers},
        people_random_{seed, Stream::people},
        maker_{words, people_random_},
        occupants_(structure.seats.size()),
        vacant_since_(structure.seats.size(), from) {
    careers_.by_seat.resize(structure.seats.size());
    for (std::size_t i = 0; i < structure.seats.size(); ++i) seats_of_[profile_of(index(i), from)].push_back(index(i));
  }

  Careers run() {
    const int people = static_cast<int>(structure_.seats.size());
    for (std::size_t seat = 0; seat < occupants_.size(); ++seat) seat_first(index(seat));
    const Date end = plus_months(first_of_month(to_), kMonthsAhead);
    for (Date month = first_of_month(from_); month <= end; month = plus_months(month, 1)) {
      for (std::size_t seat = 0; seat < occupants_.size(); ++seat) fill(index(seat), month);
      for (std::size_t seat = 0; seat < occupants_.size(); ++seat) live(index(seat), month);
    }
    add_extras({structure_, careers_, maker_, random_, from_, to_, people});
    return std::move(careers_);
  }

 private:
  static SeatIndex index(std::size_t i) { return static_cast<SeatIndex>(i); }
  Seat& seat(SeatIndex i) { return structure_.seats[static_cast<std::size_t>(i)]; }
  Occupant& occupant(SeatIndex i) { return occupants_[static_cast<std::size_t>(i)]; }
  Person& person(int i) { return careers_.people[static_cast<std::size_t>(i)]; }
  std::vector<Stint>& stints(SeatIndex i) { return careers_.by_seat[static_cast<std::size_t>(i)]; }

  Profile profile_of(SeatIndex i, Date day) {
    return structure_.units[static_cast<std::size_t>(unit_on(structure_, i, day))].profile;
  }

  bool leads(SeatIndex i, Date day) { return seat(i).leads && !(seat(i).leads_until && *seat(i).leads_until <= day); }

  FunctionId function_for(SeatIndex i, Date day) {
    if (leads(i, day)) return *seat(i).leads;
    std::vector<int> weights;
    const Profile profile = profile_of(i, day);
    for (const Function& f : functions()) weights.push_back(f.profile == profile ? f.share : 0);
    return static_cast<FunctionId>(random_.weighted(weights));
  }

  ContractKind kind_for(FunctionId function, Profile profile, int months_in_service) {
    if (function <= kTeamLeader) return ContractKind::permanent;
    if (function == kApprentice) return ContractKind::temporary;
    const bool flexible = profile == Profile::ward || profile == Profile::home_care || profile == Profile::kitchen;
    if (random_.chance(flexible ? 6 : 1, 100)) return ContractKind::on_call;
    if (months_in_service < 10 && random_.chance(5, 100)) return ContractKind::hired_in;
    constexpr int kChainMonths = 36;
    if (months_in_service >= kChainMonths) return ContractKind::permanent;
    return random_.chance(80, 100) ? ContractKind::temporary : ContractKind::permanent;
  }

  int new_person(FunctionId function, Profile profile, Date day, bool first) {
    int youngest = 18;
    int oldest = first ? 66 : 60;
    const int scale = functions()[static_cast<std::size_t>(function)].scale;
    if (scale >= 45) youngest = 23;
    if (scale >= 60) youngest = 32;
    if (function == kApprentice) oldest = 24;
    // Two draws, and the middle ages win, as in care, where the largest group is in its fifties.
    if (first && function != kApprentice && random_.chance(1, 2)) youngest = std::max(youngest, 42);
    if (!first && function != kApprentice && random_.chance(1, 2)) oldest = std::max(youngest + 5, 35);
    careers_.people.push_back(maker_.make(workforce(profile).women, youngest, oldest, day));
    return static_cast<int>(careers_.people.size()) - 1;
  }

  // Days in service of who is there when the history begins.
  int days_in_service(FunctionId function) {
    constexpr int kClasses[] = {15, 12, 25, 24, 16, 8};
    constexpr int kYears[] = {0, 1, 2, 5, 12, 25, 42};
    if (function == kApprentice) return random_.between(10, 600);
    const std::size_t c = random_.weighted(kClasses);
    return random_.between(kYears[c] * 365 + 1, kYears[c + 1] * 365);
  }

  void seat_first(SeatIndex i) {
    const FunctionId function = function_for(i, from_);
    const Profile profile = profile_of(i, from_);
    const int who = new_person(function, profile, from_, true);
    Date hired = plus_days(from_, -days_in_service(function));
    if (random_.chance(6, 10)) hired = first_of_month(hired);
    hired = std::max({hired, plus_months(person(who).birth, 18 * 12), kFounded});
    const ContractKind kind = kind_for(function, profile, months_between(hired, from_));
    person(who).stays.push_back({hired, {}, kind, false, {{hired, i, function}}});
    stints(i).push_back({who, hired, {}});
    occupant(i) = {who, hired, hired, function, hired_until(kind, from_)};
  }

  std::optional<Date> hired_until(ContractKind kind, Date day) {
    if (kind != ContractKind::hired_in) return {};
    return last_of_month(plus_months(day, random_.between(2, 11)));
  }

  void enter(SeatIndex i, int who, Date day, FunctionId function, ContractKind kind) {
    person(who).stays.push_back({day, {}, kind, false, {{day, i, function}}});
    stints(i).push_back({who, day, {}});
    occupant(i) = {who, day, day, function, hired_until(kind, day)};
  }

  void vacate(SeatIndex i, Date last) {
    stints(i).back().last = last;
    occupant(i) = {};
    vacant_since_[static_cast<std::size_t>(i)] = plus_days(last, 1);
  }

  void transfer(SeatIndex old_seat, SeatIndex new_seat, Date day, FunctionId function) {
    const Occupant mover = occupant(old_seat);
    vacate(old_seat, plus_days(day, -1));
    person(mover.person).stays.back().placements.push_back({day, new_seat, function});
    stints(new_seat).push_back({mover.person, day, {}});
    occupant(new_seat) = {mover.person, day, mover.hired, function, mover.last};
  }

  void fill(SeatIndex i, Date month) {
    if (occupant(i).person != kNobody) return;
    const Date since = vacant_since_[static_cast<std::size_t>(i)];
    const bool top = seat(i).leads == kDirector;
    if (since > month || month <= from_) return;
    if (!top && !random_.chance(month > to_ ? kFillsAhead : kFillsInAMonth, 100)) return;
    if (leads(i, month) ? fill_leader(i, month) : fill_inside(i, month)) return;
    Date day = top || random_.chance(6, 10) ? month : day_in(random_, month, last_of_month(month));
    if (month.month() == 2 && last_of_month(month).calendar().day() == std::chrono::day{29} && random_.chance(1, 8)) {
      day = last_of_month(month);  // once in four years somebody starts on the 29th
    }
    const FunctionId function = function_for(i, day);
    if (!leads(i, day) && return_of_somebody(i, day)) return;
    const Profile profile = profile_of(i, day);
    enter(i, new_person(function, profile, day, false), day, function, kind_for(function, profile, 0));
  }

  bool may_move(SeatIndex i, Date day, int months_on_seat) {
    const Occupant& o = occupant(i);
    return o.person != kNobody && !o.last && o.entered < day && months_between(o.entered, day) >= months_on_seat &&
           person(o.person).stays.back().kind != ContractKind::on_call && o.function != kApprentice;
  }

  bool fill_inside(SeatIndex i, Date month) {
    if (!random_.chance(kFromInside, 100)) return false;
    const std::vector<SeatIndex>& beside = seats_of_[profile_of(i, month)];
    for (int tries = 0; tries < 8 && !beside.empty(); ++tries) {
      const SeatIndex other = random_.pick(beside);
      if (other == i || leads(other, month) || !may_move(other, month, 9)) continue;
      if (unit_on(structure_, other, month) == unit_on(structure_, i, month)) continue;
      if (occupant(other).function == kCoordinator || profile_of(other, month) != profile_of(i, month)) continue;
      transfer(other, i, month, occupant(other).function);
      return true;
    }
    return false;
  }

  bool fill_leader(SeatIndex i, Date month) {
    const FunctionId function = *seat(i).leads;
    if (function == kDirector) return false;
    const int draw = random_.between(0, 99);
    if (draw >= kLeaderPromoted + kLeaderMoves) return false;
    const bool from_leaders = draw >= kLeaderPromoted || function != kTeamLeader;
    for (int tries = 0; tries < 200; ++tries) {
      const SeatIndex other = index(random_.below(occupants_.size()));
      if (other == i || !may_move(other, month, 18)) continue;
      if (leads(other, month) != from_leaders) continue;
      if (from_leaders && *seat(other).leads != kTeamLeader) continue;
      if (!from_leaders && profile_of(other, month) != profile_of(i, month)) continue;
      if (age_on(person(occupant(other).person).birth, month) < 28) continue;
      transfer(other, i, month, function);
      return true;
    }
    return false;
  }

  bool return_of_somebody(SeatIndex i, Date day) {
    constexpr int kAwayDays = 90;
    std::vector<int>& gone = gone_[profile_of(i, day)];
    if (gone.empty() || !random_.chance(kReturns, 100)) return false;
    const std::size_t pick = random_.below(gone.size());
    const int who = gone[pick];
    const Stay before = person(who).stays.back();
    if (plus_days(*before.last, kAwayDays) > day) return false;
    const bool pensioner = age_on(person(who).birth, day) >= kPensionAge;
    gone.erase(gone.begin() + static_cast<std::ptrdiff_t>(pick));
    enter(i, who, day, before.placements.back().function, pensioner ? ContractKind::on_call : ContractKind::temporary);
    return true;
  }

  void live(SeatIndex i, Date month) {
    Occupant& o = occupant(i);
    if (o.person == kNobody) return;
    if (seat(i).leads_until && first_of_month(*seat(i).leads_until) == month && o.function == kTeamLeader) {
      o.function = kCoordinator;
      person(o.person).stays.back().placements.push_back({*seat(i).leads_until, i, kCoordinator});
    }
    if (o.entered >= month) return;  // nobody leaves or grows in the month they came
    if (const std::optional<Date> last = leaves(i, month)) {
      leave(i, *last);
    } else if (month <= to_) {
      grow(i, month);
    }
  }

  std::optional<Date> leaves(SeatIndex i, Date month) {
    const Occupant& o = occupant(i);
    const Date end = last_of_month(month);
    const Date pension = plus_days(plus_months(person(o.person).birth, kPensionAge * 12), -1);
    if (pension >= month && pension <= end && pension >= from_) return pension;
    if (o.last && *o.last <= end) return std::max(*o.last, month);
    if (month > plus_months(first_of_month(to_), 1)) return {};
    const int months = months_between(o.hired, month);
    int chance = std::find_if(std::begin(kLeaving), std::end(kLeaving), [&](const Leaving& l) {
                   return months < l.below_months;
                 })->chance;
    const int age = age_on(person(o.person).birth, month);
    if (age < kYoung) chance = chance * 3 / 2;
    if (age >= kNearPension) chance = chance * 3 / 5;
    if (month > to_) chance = chance * 2 / 5;
    if (!random_.chance(chance, 10000)) return {};
    if (seat(i).leads == kDirector || random_.chance(7, 10)) return end;
    return day_in(random_, std::max(month, from_), end);
  }

  void leave(SeatIndex i, Date last) {
    const Occupant o = occupant(i);
    person(o.person).stays.back().last = last;
    if (!leads(i, last)) gone_[profile_of(i, last)].push_back(o.person);
    vacate(i, last);
  }

  void grow(SeatIndex i, Date month) {
    Occupant& o = occupant(i);
    const FunctionId next = functions()[static_cast<std::size_t>(o.function)].next;
    if (next == kNone || month < from_ || month < plus_months(o.hired, 12)) return;
    constexpr int kApprenticeship = 24;
    const bool graduates = o.function == kApprentice && months_between(o.hired, month) >= kApprenticeship;
    if (!graduates && (o.function == kApprentice || !random_.chance(kPromotion, 10000))) return;
    if (month <= person(o.person).stays.back().placements.back().from) return;
    o.function = next;
    person(o.person).stays.back().placements.push_back({month, i, next});
  }

  Structure& structure_;
  Date from_;
  Date to_;
  Random random_;
  Random people_random_;
  PeopleMaker maker_;
  Careers careers_;
  std::vector<Occupant> occupants_;
  std::vector<Date> vacant_since_;
  std::map<Profile, std::vector<SeatIndex>> seats_of_;
  std::map<Profile, std::vector<int>> gone_;
};

}  // namespace

Careers make_careers(Structure& structure, Date from, Date to, const AllWords& words, std::uint64_t seed) {
  Careers careers = Simulation{structure, from, to, words, seed}.run();
  // Personnel numbers go up with the day on which people first came.
  constexpr int kFirstNumber = 100001;
  std::vector<int> order(careers.people.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<int>(i);
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
    return careers.people[static_cast<std::size_t>(a)].stays.front().begin <
           careers.people[static_cast<std::size_t>(b)].stays.front().begin;
  });
  for (std::size_t i = 0; i < order.size(); ++i) {
    careers.people[static_cast<std::size_t>(order[i])].number = kFirstNumber + static_cast<int>(i);
  }
  return careers;
}

}  // namespace collega::organisation
