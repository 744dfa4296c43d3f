#include "payslip.h"

#include <algorithm>
#include <cstdio>

namespace collega::organisation {
namespace {

constexpr int kHoursOfAMonth = 156;  // 36 hours a week
constexpr Money kInternAllowance{42500};
constexpr int kTravelCentsPerKm = 23;
constexpr int kIrregularPercent = 38;

// Per thousand.
constexpr int kHolidayRate = 80;
constexpr int kYearEndRate = 83;
constexpr int kPensionRate = 129;
constexpr Money kPensionFree{135000};  // a month at full time

// Chances of a thousand a month.
constexpr int kOvertimeChance = 30;
constexpr int kBackPayChance = 5;
constexpr int kFewTravelDays = 25;

// An invented tax: a share of the month's taxable wage less a credit that shrinks.
constexpr int kTaxRate = 369;
constexpr int kCreditFall = 60;
constexpr Money kCreditFallsFrom{190000};
Money credit_of(int year) { return Money{year <= 2023 ? 52000 : year == 2024 ? 54500 : year == 2025 ? 55200 : 56000}; }

struct Rule {
  Money below;
  int rate;
};
constexpr Rule kSpecialRates[] = {{{180000}, 250}, {{320000}, 420}, {{100000000}, 495}};

Money table_tax(Money taxable, int year) {
  Money credit = credit_of(year);
  if (taxable > kCreditFallsFrom) credit = credit - scaled(taxable - kCreditFallsFrom, kCreditFall, 1000);
  return std::max(Money{}, scaled(taxable, kTaxRate, 1000) - std::max(Money{}, credit));
}

Money special_tax(Money once, Money taxable) {
  const Rule& rule = *std::find_if(std::begin(kSpecialRates), std::end(kSpecialRates),
                                   [&](const Rule& r) { return taxable < r.below; });
  return scaled(once, rule.rate, 1000);
}

struct Work {
  Money base;        // of the days in service
  Money full_month;  // of the last terms, for the allowance of months before the history
  int minutes = 0;   // a week, of all contracts, on the last day
  int hourly_cents = 0;
  int step = 0;
  int scale = 0;
  bool irregular = false;
  bool whole = true;  // in service on all days of the month
  bool intern = false;
  bool there = false;
};

// The amounts of the days [first, last] that each row of terms holds in this month.
Work work_in(const Person& person, Date month) {
  Work work;
  const Date end = last_of_month(month);
  const int days = days_between(month, end) + 1;
  int days_there = 0;
  for (const Contract& contract : person.contracts) {
    if (contract.kind == ContractKind::hired_in) continue;
    for (std::size_t i = 0; i < contract.terms.size(); ++i) {
      const Terms& terms = contract.terms[i];
      const Date begin = std::max(i == 0 ? contract.begin : terms.from, month);
      Date last = std::min(contract.last.value_or(end), end);
      if (i + 1 < contract.terms.size()) last = std::min(last, plus_days(contract.terms[i + 1].from, -1));
      if (last < begin) continue;
      const int here = days_between(begin, last) + 1;
      const Money month_wage = scaled(terms.wage, terms.minutes, kFullTimeMinutes);
      work.there = true;
      work.intern = contract.kind == ContractKind::intern;
      work.base += scaled(work.intern ? kInternAllowance : month_wage, here, days);
      days_there += here;
      const Function& function = functions()[static_cast<std::size_t>(terms.function)];
      work.irregular = function.irregular;
      work.hourly_cents = static_cast<int>(terms.wage.cents / kHoursOfAMonth);
      work.step = terms.step;
      work.scale = function.scale;
      if (last == end) {
        work.minutes += terms.minutes;
        work.full_month += month_wage;
      }
    }
  }
  work.whole = days_there >= days;
  return work;
}

std::string number_text(int value) { return std::to_string(value); }

class Payroll {
 public:
  Payroll(const Person& person, Random& random) : person_{person}, random_{random} {
    km_ = random_.between(0, 3) == 0 ? 0 : random_.between(2, 34);
    bike_ = span(8);
    garnishment_ = span(1);
  }

  std::vector<Payslip> run(Date from, Date to) {
    for (Date month = first_of_month(from); month <= to; month = plus_months(month, 1), ++index_) {
      const Work work = work_in(person_, month);
      if (!work.there) continue;
      if (slips_.empty()) before_history(work, month);
      Payslip slip{month, {}, {}};
      gross(slip, work);
      deductions(slip, work);
      after_tax(slip, work);
      totals(slip);
      if (!slips_.empty()) compare(slip, work);
      before_ = work;
      slips_.push_back(std::move(slip));
    }
    return std::move(slips_);
  }

 private:
  struct Months {
    int first = -1;
    int last = -1;
    [[nodiscard]] bool contains(int month) const { return first <= month && month <= last; }
  };

  // So many of a hundred people have it, for half a year to two years.
  Months span(int of_hundred) {
    const int first = random_.between(0, 30);
    const int last = first + random_.between(6, 24);
    if (!random_.chance(of_hundred, 100)) return {};
    return {first, last};
  }

  // Holiday allowance is saved from June on, the year-end bonus from January on.
  void before_history(const Work& work, Date month) {
    const Date begin = person_.contracts.front().begin;
    const auto saved = [&](int first_month) {
      const int months = (month.month() - first_month + 12) % 12;
      return Money{work.full_month.cents * std::clamp(months_between(begin, month), 0, months)};
    };
    for_holiday_ = saved(6);
    for_year_end_ = saved(1);
  }

  void add(Payslip& slip, int component, Money amount, const std::string& units = "") {
    if (amount.cents != 0) slip.lines[component] = {units, amount};
  }

  void gross(Payslip& slip, const Work& work) {
    const bool on_call = work.minutes == 0 && work.base.cents == 0;
    const int hours = on_call ? random_.between(8, 60) : 0;
    add(slip, kSalary, on_call ? Money{std::int64_t{hours} * work.hourly_cents} : work.base,
        on_call ? number_text(hours) : number_text(work.minutes / 60));
    if (work.irregular && !on_call) {
      const int irregular = std::max(1, work.minutes / 60) * random_.between(35, 65) / 100;
      add(slip, kIrregular, scaled({std::int64_t{irregular} * work.hourly_cents}, kIrregularPercent, 100),
          number_text(irregular));
    }
    if (!on_call && !work.intern && random_.chance(kOvertimeChance, 1000)) {
      const int extra = random_.between(2, 12);
      add(slip, kOvertime, {std::int64_t{extra} * work.hourly_cents}, number_text(extra));
    }
    const Money month = slip.amount(kSalary) + slip.amount(kIrregular);
    for_holiday_ += month;
    for_year_end_ += month;
    once(slip, work);
  }

  void once(Payslip& slip, const Work& work) {
    if (work.intern) return;
    const bool goes = !work.whole && !slips_.empty();  // what is saved is paid out with the last wage
    if (slip.month.month() == 5 || goes) {
      add(slip, kHoliday, scaled(for_holiday_, kHolidayRate, 1000));
      for_holiday_ = {};
    }
    if (slip.month.month() == 12 || goes) {
      add(slip, kYearEnd, scaled(for_year_end_, kYearEndRate, 1000));
      for_year_end_ = {};
    }
    if (random_.chance(kBackPayChance, 1000)) add(slip, kBackPay, {random_.between(2000, 18000)});
  }

  void deductions(Payslip& slip, const Work& work) {
    if (work.intern) return;
    const Money free = scaled(kPensionFree, work.minutes, kFullTimeMinutes);
    const Money pension = scaled(std::max(Money{}, slip.amount(kSalary) - free), kPensionRate, 1000);
    add(slip, kPension, -pension);
    const Money taxable = slip.amount(kSalary) + slip.amount(kIrregular) + slip.amount(kOvertime) - pension;
    add(slip, kTax, -table_tax(taxable, slip.month.year()));
    const Money once = slip.amount(kHoliday) + slip.amount(kYearEnd) + slip.amount(kBackPay);
    add(slip, kSpecialTax, -special_tax(once, taxable));
  }

  void after_tax(Payslip& slip, const Work& work) {
    int days = work.minutes * 13 / 3 / (8 * 60);
    if (random_.chance(kFewTravelDays, 1000)) days /= 2;
    add(slip, kTravel, {std::int64_t{days} * km_ * 2 * kTravelCentsPerKm}, number_text(days));
    if (bike_.contains(index_)) add(slip, kBike, {-2500});
    if (garnishment_.contains(index_)) add(slip, kGarnishment, {-15000});
  }

  static void totals(Payslip& slip) {
    Money gross;
    Money net;
    for (const auto& [component, line] : slip.lines) {
      if (component < kPension) gross += line.amount;
      net += line.amount;
    }
    slip.lines[kTotalGross] = {"", gross};
    slip.lines[kNet] = {"", net};
  }

  void compare(Payslip& slip, const Work& work) {
    const Payslip& before = slips_.back();
    const auto reason = [&](bool holds, const char* name) {
      if (holds) slip.reasons.insert(name);
    };
    const auto appears = [&](int component) {
      return slip.lines.contains(component) || before.lines.contains(component);
    };
    reason(slip.month.year() != before.month.year(), "new wage and tax tables");
    reason(work.scale != before_.scale, "other scale");
    reason(work.scale == before_.scale && work.step != before_.step, "step");
    reason(work.minutes != before_.minutes, "hours");
    reason(!work.whole || !before_.whole, "part of a month");
    reason(appears(kHoliday), "holiday allowance");
    reason(appears(kYearEnd), "year-end bonus");
    reason(appears(kBackPay), "back pay");
    reason(appears(kOvertime), "overtime");
    reason(slip.amount(kIrregular) != before.amount(kIrregular), "irregular hours");
    reason(slip.amount(kTravel) != before.amount(kTravel), "travel");
    reason(slip.amount(kBike) != before.amount(kBike), "bike");
    reason(slip.amount(kGarnishment) != before.amount(kGarnishment), "garnishment");
  }

  const Person& person_;
  Random& random_;
  std::vector<Payslip> slips_;
  Work before_;
  int index_ = 0;
  int km_ = 0;
  Months bike_;
  Months garnishment_;
  Money for_holiday_;
  Money for_year_end_;
};

}  // namespace

std::vector<Payslip> payslips_of(const Person& person, Date from, Date to, Random& random) {
  return Payroll{person, random}.run(from, to);
}

}  // namespace collega::organisation
