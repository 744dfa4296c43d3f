#pragma once

// One person's payslips through the months.

#include <map>
#include <set>
#include <string>

#include "world.h"

namespace collega::organisation {

enum Component : int {
  kSalary = 1000,
  kIrregular = 1100,
  kOvertime = 1200,
  kHoliday = 1400,
  kYearEnd = 1500,
  kBackPay = 1600,
  kPension = 2000,
  kTax = 2100,
  kSpecialTax = 2110,
  kTravel = 3000,
  kBike = 3100,
  kGarnishment = 3200,
  kTotalGross = 9000,
  kNet = 9100
};

struct PayLine {
  std::string units;
  Money amount;
};

struct Payslip {
  Date month;
  std::map<int, PayLine> lines;
  std::set<std::string> reasons;  ///< behind a difference with the month before

  [[nodiscard]] Money amount(int component) const {
    const auto line = lines.find(component);
    return line == lines.end() ? Money{} : line->second.amount;
  }
};

/// From the month of `from` to that of `to`; none for months without a contract, nor for people whom another employer
/// hires out.
[[nodiscard]] std::vector<Payslip> payslips_of(const Person& person, Date from, Date to, Random& random);

}  // namespace collega::organisation
