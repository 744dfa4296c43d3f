#include "agreements.h"

#include <algorithm>
#include <set>

namespace collega::organisation {
namespace {

// Chances of 10,000 a month.
constexpr int kHoursChange = 85;  // one in ten a year
constexpr int kBirth = 42;        // some 5% of the women of that age a year
constexpr int kWedding = 17;
constexpr int kRemoval = 40;
constexpr int kFatherTakesLeave = 17;

constexpr int kMaternityDays = 112;  // sixteen weeks
constexpr int kMonthsBetweenBirths = 20;

// Who has children works so much less for some months, and keeps at least so much.
constexpr int kParentalMinutes = 8 * 60;
constexpr int kFewestMinutes = 12 * 60;

struct Link {
  ContractKind kind;
  Date begin;
  std::optional<Date> last;
};

struct MinutesFrom {
  Date from;
  int minutes;
};

class Agreements {
 public:
  Agreements(Careers& careers, const Structure& structure, Date from, Date to, const AllWords& words,
             std::uint64_t seed)
      : careers_{careers},
        structure_{structure},
        from_{from},
        to_{to},
        random_{seed, Stream::agreements},
        maker_{words, random_} {}

  void run() {
    for (Person& person : careers_.people) {
      live(person);
      int number = 0;
      for (const Stay& stay : person.stays) agree(person, stay, ++number);
    }
  }

 private:
  void live(Person& person) {
    for (const Stay& stay : person.stays) {
      if (stay.beside || stay.kind == ContractKind::intern) continue;
      const Date end = std::min(stay.last.value_or(to_), to_);
      for (Date month = first_of_month(std::max(stay.begin, from_)); month <= end; month = plus_months(month, 1)) {
        const Date day = day_in(random_, month, last_of_month(month));
        if (day > stay.begin && day > from_ && day <= end) live_through(person, stay, day);
      }
    }
  }

  void live_through(Person& person, const Stay& stay, Date day) {
    const int age = age_on(person.birth, day);
    if (random_.chance(kRemoval, 10000)) person.addresses.push_back(maker_.address(day));
    if (person.names.size() == 1 && age >= 22 && age < 45 && random_.chance(person.woman ? kWedding : 1, 10000)) {
      person.names.push_back(maker_.married_name(person, day));
    }
    if (!person.woman || age < 22 || age > 41 || !random_.chance(kBirth, 10000)) return;
    const Date last = plus_days(day, kMaternityDays - 1);
    if (stay.last && *stay.last < last) return;
    if (!person.maternity.empty() && plus_months(person.maternity.back().last, kMonthsBetweenBirths) > day) return;
    person.maternity.push_back({day, last});
  }

  // Temporary contracts follow each other; the third is for good, as the law on chains has it.
  std::vector<Link> chain(const Stay& stay) {
    if (stay.kind != ContractKind::temporary) return {{stay.kind, stay.begin, stay.last}};
    std::vector<Link> links;
    const bool apprentice = stay.placements.front().function == kApprentice;
    int months = apprentice ? 36 : (random_.chance(3, 10) ? 7 : 12);
    for (Date begin = stay.begin;;) {
      const Date planned = plus_days(plus_months(begin, months), -1);
      if (stay.last && *stay.last <= planned) {
        links.push_back({ContractKind::temporary, begin, stay.last});
        return links;
      }
      links.push_back({ContractKind::temporary, begin, planned});
      if (planned >= to_) return links;  // nobody knows yet what comes after
      begin = plus_days(planned, 1);
      if (links.size() == 2 || apprentice || (months == 12 && random_.chance(1, 2))) {
        links.push_back({ContractKind::permanent, begin, stay.last});
        return links;
      }
      months = 12;
    }
  }

  Profile profile(const Stay& stay) {
    const UnitIndex unit = unit_on(structure_, stay.placements.front().seat, stay.begin);
    return structure_.units[static_cast<std::size_t>(unit)].profile;
  }

  int first_minutes(const Stay& stay) {
    if (stay.kind == ContractKind::on_call) return 0;
    if (stay.beside) return 60 * random_.between(2, 8);
    if (stay.last == stay.begin) return 8 * 60;
    const FunctionId function = stay.placements.front().function;
    if (function <= kLocationManager) return kFullTimeMinutes;
    if (function == kTeamLeader) return 60 * (random_.chance(1, 2) ? 32 : 36);
    if (function == kApprentice || function == kIntern) return 60 * (random_.chance(1, 2) ? 24 : 28);
    const int hours = kUsualHours[random_.weighted(workforce(profile(stay)).hours)];
    return 60 * hours + (hours < 36 && random_.chance(3, 100) ? 30 : 0);
  }

  int other_hours(int minutes) {
    const int change = 60 * 4 * random_.between(1, 2);
    if (minutes + change > kFullTimeMinutes || (minutes - change >= kFewestMinutes && random_.chance(1, 2))) {
      return minutes - change;
    }
    return minutes + change;
  }

  std::vector<MinutesFrom> minutes_through(const Person& person, const Stay& stay) {
    std::vector<MinutesFrom> history{{stay.begin, first_minutes(stay)}};
    const bool changes = !stay.beside &&
                         (stay.kind == ContractKind::permanent || stay.kind == ContractKind::temporary) &&
                         stay.placements.front().function != kApprentice;
    if (!changes) return history;
    const Date end = std::min(stay.last.value_or(to_), to_);
    Date leave_until = stay.begin;
    for (Date month = plus_months(first_of_month(std::max(stay.begin, from_)), 1); month <= end;
         month = plus_months(month, 1)) {
      const int now = history.back().minutes;
      if (month < leave_until) continue;
      if (now - kParentalMinutes >= kFewestMinutes && has_child(person, month)) {
        leave_until = plus_months(month, random_.between(6, 12));
        history.push_back({month, now - kParentalMinutes});
        if (leave_until <= end) history.push_back({leave_until, now});
      } else if (random_.chance(kHoursChange, 10000)) {
        history.push_back({month, other_hours(now)});
      }
    }
    return history;
  }

  // Parental leave in part begins in the month after the maternity leave, for six of ten; fathers now and then.
  bool has_child(const Person& person, Date month) {
    if (!person.woman) {
      const int age = age_on(person.birth, month);
      return age >= 24 && age <= 45 && random_.chance(kFatherTakesLeave, 10000);
    }
    return std::any_of(person.maternity.begin(), person.maternity.end(),
                       [&](const Days& leave) { return plus_months(first_of_month(leave.last), 1) == month; }) &&
           random_.chance(6, 10);
  }

  std::set<Date> days_of_change(const Person& person, const Stay& stay, const std::vector<MinutesFrom>& minutes,
                                const std::vector<Link>& links) {
    std::set<Date> days{stay.begin, from_};
    for (const Link& link : links) days.insert(link.begin);
    for (const MinutesFrom& change : minutes) days.insert(change.from);
    for (const Placement& placement : stay.placements) {
      days.insert(placement.from);
      const Seat& seat = structure_.seats[static_cast<std::size_t>(placement.seat)];
      if (seat.moved) days.insert(seat.moved->on);
      const Unit& unit = structure_.units[static_cast<std::size_t>(seat.unit)];
      if (unit.merged) days.insert(unit.merged->on);
    }
    for (const NameFrom& name : person.names) days.insert(name.from);
    for (const AddressFrom& address : person.addresses) days.insert(address.from);
    const int last_year = std::min(stay.last.value_or(to_), to_).year();
    for (int year = stay.begin.year() + 1; year <= last_year; ++year) days.insert(std::chrono::year{year} / 1 / 1);
    days.erase(days.begin(), days.lower_bound(stay.begin));
    return days;
  }

  int first_step(const Person& person, const Stay& stay, int scale) {
    const int most = std::min(top_step(scale), std::max(0, (age_on(person.birth, stay.begin) - 20) / 4));
    return random_.between(0, most);
  }

  // Into another scale one comes at the first step that pays no less.
  static int step_in(int scale, Money before, int year) {
    int step = 0;
    while (step < top_step(scale) && wage(scale, step, year) < before) ++step;
    return step;
  }

  void agree(Person& person, const Stay& stay, int number) {
    const std::vector<Link> links = chain(stay);
    for (const Link& link : links) {
      if (link.begin <= stay.last.value_or(link.begin))
        person.contracts.push_back({number, link.kind, link.begin, link.last, {}});
    }
    const std::vector<MinutesFrom> minutes = minutes_through(person, stay);
    FunctionId function = stay.placements.front().function;
    int step = first_step(person, stay, scale_of(function));
    for (const Date day : days_of_change(person, stay, minutes, links)) {
      const Placement& placement = on_day(stay.placements, day);
      if (day.calendar().month() == std::chrono::January && day.calendar().day() == std::chrono::day{1} &&
          plus_months(stay.begin, 6) <= day) {
        step = std::min(step + 1, top_step(scale_of(function)));
      }
      if (placement.function != function) {
        const Money before = wage(scale_of(function), step, day.year());
        function = placement.function;
        step = step_in(scale_of(function), before, day.year());
      }
      note(person, number,
           {day, unit_on(structure_, placement.seat, day), function, step, on_day(minutes, day).minutes,
            wage(scale_of(function), step, day.year())});
    }
  }

  static int scale_of(FunctionId function) { return functions()[static_cast<std::size_t>(function)].scale; }

  void note(Person& person, int number, const Terms& terms) {
    for (Contract& contract : person.contracts) {
      if (contract.number != number || terms.from < contract.begin || (contract.last && *contract.last < terms.from))
        continue;
      const bool past = contract.last && *contract.last < from_;
      if (past ? terms.from == contract.begin : terms.from >= from_) contract.terms.push_back(terms);
    }
  }

  Careers& careers_;
  const Structure& structure_;
  Date from_;
  Date to_;
  Random random_;
  PeopleMaker maker_;
};

}  // namespace

void make_agreements(Careers& careers, const Structure& structure, Date from, Date to, const AllWords& words,
                     std::uint64_t seed) {
  Agreements{careers, structure, from, to, words, seed}.run();
}

}  // namespace collega::organisation
