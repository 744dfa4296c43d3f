#include "extras.h"

#include <algorithm>

namespace collega::organisation {
namespace {

constexpr int kFewestForExtras = 40;
// Interns begin at each half year: one to so many people.
constexpr int kPeopleToAnIntern = 90;
constexpr int kPeopleToADay = 400;
constexpr int kPeopleToASecondContract = 70;

class Extras {
 public:
  explicit Extras(const ExtrasWork& work) : w_{work} {
    const Date end = plus_months(w_.to, kMonthsAhead);
    for (std::size_t i = 0; i < w_.structure.units.size(); ++i) {
      const Unit& unit = w_.structure.units[i];
      if (unit.level == Level::team && exists_on(unit, w_.from) && exists_on(unit, end)) {
        lasting_.push_back(static_cast<UnitIndex>(i));
      }
    }
  }

  void run() {
    if (w_.people < kFewestForExtras || lasting_.empty()) return;
    interns();
    days();
    second_contracts();
  }

 private:
  SeatIndex new_seat(UnitIndex unit) {
    w_.structure.seats.push_back({unit});
    w_.careers.by_seat.emplace_back();
    return static_cast<SeatIndex>(w_.structure.seats.size()) - 1;
  }

  Profile profile(UnitIndex unit) { return w_.structure.units[static_cast<std::size_t>(unit)].profile; }

  void hire(Stay stay, UnitIndex unit, FunctionId function, int youngest, int oldest) {
    stay.placements.push_back({stay.begin, new_seat(unit), function});
    w_.careers.people.push_back(w_.maker.make(workforce(profile(unit)).women, youngest, oldest, stay.begin));
    w_.careers.people.back().stays.push_back(std::move(stay));
  }

  void interns() {
    constexpr int kSpring = 2;
    constexpr int kAutumn = 9;
    for (Date month = first_of_month(w_.from); month <= w_.to; month = plus_months(month, 1)) {
      if (month.month() != kSpring && month.month() != kAutumn) continue;
      for (int i = 0; i < std::max(1, w_.people / kPeopleToAnIntern); ++i) {
        const Date last = plus_days(plus_months(month, 5), -1);
        hire({month, last, ContractKind::intern, false, {}}, w_.random.pick(lasting_), kIntern, 17, 23);
      }
    }
  }

  void days() {
    std::vector<Date> days;
    for (int year = w_.from.year(); year <= w_.to.year(); ++year) {
      const auto leap = std::chrono::year{year} / 2 / 29;
      if (leap.ok() && Date{leap} >= w_.from && Date{leap} <= w_.to) days.emplace_back(leap);
    }
    while (static_cast<int>(days.size()) < std::max(2, w_.people / kPeopleToADay)) {
      days.push_back(day_in(w_.random, w_.from, w_.to));
    }
    for (const Date day : days) {
      const UnitIndex unit = w_.random.pick(lasting_);
      std::vector<int> weights;
      for (const Function& f : functions()) weights.push_back(f.profile == profile(unit) ? f.share : 0);
      hire({day, day, ContractKind::temporary, false, {}}, unit, static_cast<FunctionId>(w_.random.weighted(weights)),
           25, 60);
    }
  }

  void second_contracts() {
    const int wanted = std::max(1, w_.people / kPeopleToASecondContract);
    int made = 0;
    for (int tries = 0; tries < wanted * 200 && made < wanted; ++tries) {
      made += second_contract(w_.careers.people[w_.random.below(w_.careers.people.size())]);
    }
  }

  bool second_contract(Person& person) {
    if (person.stays.size() != 1) return false;
    const Stay first = person.stays.front();
    if (first.kind != ContractKind::permanent || first.placements.front().function <= kCoordinator) return false;
    const Date earliest = std::max(first.begin, w_.from);
    const Date latest = plus_months(first.last.value_or(w_.to), -6);
    if (latest <= earliest) return false;
    const UnitIndex unit = w_.random.pick(lasting_);
    const FunctionId function = first.placements.front().function;
    if (functions()[static_cast<std::size_t>(function)].profile != profile(unit)) return false;
    if (unit_on(w_.structure, first.placements.front().seat, earliest) == unit) return false;
    const Date begin = day_in(w_.random, earliest, latest);
    std::optional<Date> last = first.last;
    if (w_.random.chance(1, 2)) last = plus_days(plus_months(begin, w_.random.between(3, 5)), -1);
    person.stays.push_back({begin, last, ContractKind::permanent, true, {{begin, new_seat(unit), function}}});
    if (last != first.last) person.stays.back().kind = ContractKind::temporary;
    return true;
  }

  ExtrasWork w_;
  std::vector<UnitIndex> lasting_;
};

}  // namespace

void add_extras(const ExtrasWork& work) { Extras{work}.run(); }

}  // namespace collega::organisation
