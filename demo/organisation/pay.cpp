#include "pay.h"

#include <algorithm>
#include <cstdlib>

#include "csv.h"
#include "payslip.h"

namespace collega::organisation {
namespace {

// A net that moves by less than both of these nobody asks about.
constexpr Money kNotable{5000};
constexpr int kNotablePercent = 5;
constexpr std::size_t kMostPayslips = 400;
// Of a hundred payslips with an amount of their own behind the difference, and of a thousand others, so many are told.
constexpr int kWithCause = 30;
constexpr int kWithout = 8;

struct Description {
  int component;
  std::string_view text;
  std::string_view kind;
  std::string_view cause;  ///< for lines after tax
};
constexpr Description kDescriptions[] = {{kSalary, "Salaris", "gross", ""},
                                         {kIrregular, "Onregelmatigheidstoeslag", "gross", ""},
                                         {kOvertime, "Overwerk", "gross", ""},
                                         {kHoliday, "Vakantietoeslag", "gross", ""},
                                         {kYearEnd, "Eindejaarsuitkering", "gross", ""},
                                         {kBackPay, "Nabetaling", "gross", ""},
                                         {kPension, "Pensioenpremie", "deduction", ""},
                                         {kTax, "Loonheffing tabel", "deduction", ""},
                                         {kSpecialTax, "Loonheffing bijzonder tarief", "deduction", ""},
                                         {kTravel, "Reiskosten woon-werk", "net", "travel"},
                                         {kBike, "Fietsplan", "net", "bike"},
                                         {kGarnishment, "Loonbeslag", "net", "garnishment"},
                                         {kTotalGross, "Totaal bruto", "total", ""},
                                         {kNet, "Netto", "total", ""}};

const Description& description(int component) {
  return *std::find_if(std::begin(kDescriptions), std::end(kDescriptions),
                       [&](const Description& d) { return d.component == component; });
}

std::string month_text(Date month) { return to_string(month).substr(0, 7); }

JsonArray causes_of(const Payslip& before, const Payslip& slip) {
  JsonArray causes;
  for (const Description& d : kDescriptions) {
    const Money change = slip.amount(d.component) - before.amount(d.component);
    if (d.cause.empty() || change.cents == 0) continue;
    causes.push_back(JsonObject{{"label", d.text}, {"cause", d.cause}, {"net_cents", change.cents}});
  }
  return causes;
}

JsonObject truth_of(int number, const Payslip& before, const Payslip& slip) {
  const Money net = slip.amount(kNet) - before.amount(kNet);
  const Money gross = slip.amount(kTotalGross) - before.amount(kTotalGross);
  const Money size{std::abs(net.cents)};
  JsonArray reasons;
  for (const std::string& reason : slip.reasons) reasons.emplace_back(reason);
  return {{"employee", std::to_string(number)},
          {"month", month_text(slip.month)},
          {"notable", size >= kNotable || size >= scaled(before.amount(kNet), kNotablePercent, 100)},
          {"delta_net_cents", net.cents},
          {"delta_gross_cents", gross.cents},
          {"causes", causes_of(before, slip)},
          {"reasons", std::move(reasons)}};
}

bool is_told(const Payslip& before, const Payslip& slip, Random& random) {
  if (plus_months(before.month, 1) != slip.month) return false;
  const bool has_cause = slip.reasons.contains("bike") || slip.reasons.contains("garnishment");
  return has_cause ? random.chance(kWithCause, 100) : random.chance(kWithout, 1000);
}

}  // namespace

Result<JsonArray> write_pay(const World& world, const std::filesystem::path& folder) {
  CsvFile file{folder / "lines.csv", ',', "employee,month,component,description,units,amount_eur,kind"};
  Random random{world.request.seed, Stream::pay};
  JsonArray payslips;
  for (const int who : world.by_number) {
    const Person& person = person_of(world, who);
    const std::vector<Payslip> slips = payslips_of(person, world.request.from, world.request.to, random);
    for (std::size_t i = 0; i < slips.size(); ++i) {
      for (const auto& [component, line] : slips[i].lines) {
        const Description& d = description(component);
        file.row({std::to_string(person.number), month_text(slips[i].month), std::to_string(component),
                  std::string{d.text}, line.units, euros(line.amount), std::string{d.kind}});
      }
      if (i > 0 && payslips.size() < kMostPayslips && is_told(slips[i - 1], slips[i], random)) {
        payslips.push_back(truth_of(person.number, slips[i - 1], slips[i]));
      }
    }
  }
  TRY(file.close());
  return payslips;
}

}  // namespace collega::organisation
