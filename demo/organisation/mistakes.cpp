#include "mistakes.h"

#include <algorithm>

#include "collega/base/date.h"
#include "files.h"

namespace collega::organisation {
namespace {

using Text = std::string;

struct DayParts {
  Text year, month, day;
};

DayParts parts_of(const Text& iso) { return {iso.substr(0, 4), iso.substr(5, 2), iso.substr(8, 2)}; }

Text without_zero(const Text& number) { return number.front() == '0' ? number.substr(1) : number; }

constexpr const char* kMonths[] = {"januari", "februari", "maart",     "april",   "mei",      "juni",
                                   "juli",    "augustus", "september", "oktober", "november", "december"};

constexpr std::size_t kDateColumns[] = {kBirth, kBegin, kFrom};

template <class Write>
bool write_date(const Occasion& o, Fields& wrong, Write write) {
  Text& field = wrong[o.random.pick(kDateColumns)];
  field = write(parts_of(field));
  return true;
}

bool date_dutch(const Occasion& o, Fields& wrong, Text&) {
  return write_date(o, wrong, [](const DayParts& d) { return d.day + "-" + d.month + "-" + d.year; });
}
bool date_slashes(const Occasion& o, Fields& wrong, Text&) {
  return write_date(o, wrong,
                    [](const DayParts& d) { return without_zero(d.day) + "/" + without_zero(d.month) + "/" + d.year; });
}
bool date_in_words(const Occasion& o, Fields& wrong, Text&) {
  return write_date(o, wrong, [](const DayParts& d) {
    return without_zero(d.day) + " " + kMonths[static_cast<std::size_t>(std::stoi(d.month)) - 1] + " " + d.year;
  });
}
bool date_compact(const Occasion& o, Fields& wrong, Text&) {
  return write_date(o, wrong, [](const DayParts& d) { return d.year + d.month + d.day; });
}
bool date_with_time(const Occasion& o, Fields& wrong, Text&) {
  return write_date(o, wrong, [](const DayParts& d) { return d.year + "-" + d.month + "-" + d.day + " 00:00:00"; });
}
bool date_impossible(const Occasion& o, Fields& wrong, Text&) {
  return write_date(o, wrong, [](const DayParts& d) { return d.year + "-02-31"; });
}
bool date_unreadable(const Occasion&, Fields& wrong, Text&) {
  wrong[kFrom] = "z.s.m.";
  return true;
}
bool birth_in_future(const Occasion&, Fields& wrong, Text&) {
  wrong[kBirth] = "2071" + wrong[kBirth].substr(4);
  return true;
}
bool begins_as_child(const Occasion&, Fields& wrong, Text&) {
  const int year = std::stoi(wrong[kBegin].substr(0, 4)) - 5;
  wrong[kBirth] = std::to_string(year) + "-06-15";
  return true;
}
bool end_before_begin(const Occasion&, Fields& wrong, Text&) {
  wrong[kLast] = std::to_string(std::stoi(wrong[kBegin].substr(0, 4)) - 1) + "-12-31";
  return true;
}

Text dutch_amount(const Text& amount, bool thousands) {
  const std::size_t point = amount.find('.');
  Text text = amount;
  text[point] = ',';
  if (thousands && point > 3) text.insert(point - 3, ".");
  return text;
}

bool wage_comma(const Occasion&, Fields& wrong, Text&) {
  wrong[kWage] = dutch_amount(wrong[kWage], false);
  return true;
}
bool wage_thousands(const Occasion&, Fields& wrong, Text&) {
  wrong[kWage] = dutch_amount(wrong[kWage], true);
  return true;
}
bool wage_euro(const Occasion&, Fields& wrong, Text&) {
  wrong[kWage] = "€ " + dutch_amount(wrong[kWage], true);
  return true;
}
bool wage_not_a_number(const Occasion&, Fields& wrong, Text&) {
  wrong[kWage] = "n.n.b.";
  return true;
}
bool wage_negative(const Occasion&, Fields& wrong, Text&) {
  wrong[kWage] = "-" + wrong[kWage];
  return true;
}
bool hours_comma(const Occasion&, Fields& wrong, Text&) {
  const std::size_t point = wrong[kHours].find('.');
  if (point == Text::npos) {
    wrong[kHours] += ",00";
  } else {
    wrong[kHours][point] = ',';
  }
  return true;
}
bool hours_too_many(const Occasion&, Fields& wrong, Text&) {
  if (wrong[kHours].size() != 2) return false;
  wrong[kHours] += "0";
  return true;
}

bool bsn_check(const Occasion& o, Fields& wrong, Text&) {
  // One wrong digit never passes: no weight is a multiple of eleven.
  char& digit = wrong[kBsn][static_cast<std::size_t>(o.random.between(4, 7))];
  digit = digit == '9' ? '0' : static_cast<char>(digit + 1);
  return true;
}
bool bsn_length(const Occasion&, Fields& wrong, Text&) {
  wrong[kBsn].pop_back();
  return true;
}
bool bsn_points(const Occasion&, Fields& wrong, Text&) {
  wrong[kBsn] = wrong[kBsn].insert(7, ".").insert(4, ".");
  return true;
}
bool bsn_of_another(const Occasion& o, Fields& wrong, Text&) {
  if (o.before.empty() || o.before[kBsn] == wrong[kBsn]) return false;
  wrong[kBsn] = o.before[kBsn];
  return true;
}
bool iban_check(const Occasion&, Fields& wrong, Text&) {
  std::swap(wrong[kIban][9], wrong[kIban][13]);
  return wrong[kIban][9] != wrong[kIban][13];
}
bool iban_spaced(const Occasion&, Fields& wrong, Text&) {
  for (const std::size_t at : {16, 12, 8, 4}) wrong[kIban].insert(at, " ");
  return true;
}

bool number_missing(const Occasion&, Fields& wrong, Text&) {
  wrong[kNumber].clear();
  return true;
}
bool surname_missing(const Occasion&, Fields& wrong, Text&) {
  wrong[kSurname].clear();
  return true;
}
bool infix_in_surname(const Occasion&, Fields& wrong, Text&) {
  if (wrong[kInfix].empty()) return false;
  wrong[kSurname] = wrong[kInfix] + " " + wrong[kSurname];
  wrong[kInfix].clear();
  return true;
}
bool name_in_capitals(const Occasion&, Fields& wrong, Text&) {
  for (char& c : wrong[kSurname]) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return true;
}
bool spaces_around(const Occasion&, Fields& wrong, Text&) {
  wrong[kSurname] = "  " + wrong[kSurname] + " ";
  return true;
}
bool sex_in_words(const Occasion&, Fields& wrong, Text&) {
  wrong[kSex] = wrong[kSex] == "V" ? "Vrouw" : "Man";
  return true;
}
bool postcode_lower_case(const Occasion&, Fields& wrong, Text&) {
  Text& code = wrong[kPostcode];
  code.erase(4, 1);
  for (std::size_t i = 4; i < 6; ++i) code[i] = static_cast<char>(code[i] - 'A' + 'a');
  return true;
}
bool postcode_malformed(const Occasion&, Fields& wrong, Text&) {
  wrong[kPostcode].erase(0, 1);
  return true;
}
bool email_malformed(const Occasion&, Fields& wrong, Text&) {
  wrong[kEmail].replace(wrong[kEmail].find('@'), 1, "(at)");
  return true;
}
bool kind_unknown(const Occasion&, Fields& wrong, Text&) {
  wrong[kKind] = "Contractsoort 7";
  return true;
}
bool unit_unknown(const Occasion&, Fields& wrong, Text&) {
  wrong[kUnitCode] = "X999";
  wrong[kUnitName].clear();
  return true;
}
bool manager_unknown(const Occasion&, Fields& wrong, Text&) {
  if (wrong[kManager].empty()) return false;
  wrong[kManager] = "999999";
  return true;
}
bool quoted_line_break(const Occasion&, Fields& wrong, Text&) {
  wrong[kStreet] += "\n(achterom)";
  return true;
}

bool fields_too_few(const Occasion& o, Fields&, Text& line) {
  line = csv_line(Fields(o.row.begin(), o.row.begin() + kHours), ';');
  return true;
}
bool fields_too_many(const Occasion& o, Fields& wrong, Text& line) {
  wrong.insert(wrong.begin() + kHouseNumber, "achterhuis");
  line = csv_line(wrong, ';');
  wrong = o.row;
  return true;
}
bool bad_utf8(const Occasion& o, Fields& wrong, Text& line) {
  wrong[kSurname] += "\xEB";  // ë as Windows-1252 has it
  line = csv_line(wrong, ';');
  wrong = o.row;
  return true;
}
bool duplicate_exact(const Occasion&, Fields&, Text&) { return true; }
bool duplicate_conflict(const Occasion&, Fields& wrong, Text&) {
  if (wrong[kHours] == "20") return false;
  wrong[kHours] = "20";
  return true;
}
bool empty_line(const Occasion&, Fields&, Text&) { return true; }
bool separators_only(const Occasion&, Fields&, Text& line) {
  line = Text(kColumns - 1, ';');
  return true;
}

constexpr Mistake kMistakes[] = {
    {"date_dutch", Expect::read, date_dutch},
    {"date_slashes", Expect::read, date_slashes},
    {"date_in_words", Expect::read, date_in_words},
    {"date_compact", Expect::read, date_compact},
    {"date_with_time", Expect::read, date_with_time},
    {"date_impossible", Expect::refuse, date_impossible},
    {"date_unreadable", Expect::refuse, date_unreadable},
    {"birth_in_future", Expect::refuse, birth_in_future},
    {"begins_as_child", Expect::notice, begins_as_child},
    {"end_before_begin", Expect::refuse, end_before_begin},
    {"wage_comma", Expect::read, wage_comma},
    {"wage_thousands", Expect::read, wage_thousands},
    {"wage_euro", Expect::read, wage_euro},
    {"wage_not_a_number", Expect::refuse, wage_not_a_number},
    {"wage_negative", Expect::refuse, wage_negative},
    {"hours_comma", Expect::read, hours_comma},
    {"hours_too_many", Expect::refuse, hours_too_many},
    {"bsn_check", Expect::refuse, bsn_check},
    {"bsn_length", Expect::refuse, bsn_length},
    {"bsn_points", Expect::read, bsn_points},
    {"bsn_of_another", Expect::notice, bsn_of_another},
    {"iban_check", Expect::refuse, iban_check},
    {"iban_spaced", Expect::read, iban_spaced},
    {"number_missing", Expect::refuse, number_missing},
    {"surname_missing", Expect::refuse, surname_missing},
    {"infix_in_surname", Expect::read, infix_in_surname},
    {"name_in_capitals", Expect::read, name_in_capitals},
    {"spaces_around", Expect::read, spaces_around},
    {"sex_in_words", Expect::read, sex_in_words},
    {"postcode_lower_case", Expect::read, postcode_lower_case},
    {"postcode_malformed", Expect::notice, postcode_malformed},
    {"email_malformed", Expect::notice, email_malformed},
    {"kind_unknown", Expect::refuse, kind_unknown},
    {"unit_unknown", Expect::refuse, unit_unknown},
    {"manager_unknown", Expect::notice, manager_unknown},
    {"quoted_line_break", Expect::notice, quoted_line_break},
    {"fields_too_few", Expect::refuse, fields_too_few, false, true},
    {"fields_too_many", Expect::refuse, fields_too_many, false, true},
    {"bad_utf8", Expect::refuse, bad_utf8, false, true},
    {"duplicate_exact", Expect::notice, duplicate_exact, true},
    {"duplicate_conflict", Expect::refuse, duplicate_conflict, true},
    {"empty_line", Expect::read, empty_line, true, true},
    {"separators_only", Expect::read, separators_only, true, true},
};

}  // namespace

std::span<const Mistake> mistakes() { return kMistakes; }

}  // namespace collega::organisation
