#include <algorithm>

#include "plan.h"

namespace collega::administration {
namespace {

/// What makes two rows speak of the same: the person, the employment, its begin and the day from which the row is true.
std::string key_of(const ImportRow& row, bool is_of_units) {
  const auto day = [](const std::optional<Date>& date) { return date ? to_string(*date) : std::string{"-"}; };
  if (is_of_units) return row.unit_code + '\n' + day(row.from);
  return row.person.personnel_number + '\n' + row.employment_number + '\n' + day(row.begin) + '\n' + day(row.from);
}

template <class T>
bool differ(const ImportRow& a, const ImportRow& b, ImportField field, const T& x, const T& y) {
  return a.has(field) && b.has(field) && !(x == y);
}

bool have_other_surname(const ImportRow& a, const ImportRow& b) {
  return differ(a, b, ImportField::surname, a.person.name.surname, b.person.name.surname);
}

bool have_other_given_name(const ImportRow& a, const ImportRow& b) {
  return differ(a, b, ImportField::given_name, a.person.name.given_name, b.person.name.given_name);
}

/// What nobody changes in a life.
std::optional<ImportField> lasting_difference(const ImportRow& a, const ImportRow& b) {
  if (differ(a, b, ImportField::birth_date, a.person.birth_date, b.person.birth_date)) return ImportField::birth_date;
  if (differ(a, b, ImportField::bsn, a.person.bsn, b.person.bsn)) return ImportField::bsn;
  return std::nullopt;
}

/// A field of the person that two rows of one day say differently.
std::optional<ImportField> difference(const ImportRow& a, const ImportRow& b) {
  if (have_other_surname(a, b)) return ImportField::surname;
  if (have_other_given_name(a, b)) return ImportField::given_name;
  return lasting_difference(a, b);
}

/// The same of two rows of different days: a name may have changed between them, but not the whole of it unless birth
/// date or BSN tells that it is still the same person.
std::optional<ImportField> difference_over_time(const ImportRow& a, const ImportRow& b) {
  if (const auto lasting = lasting_difference(a, b)) return lasting;
  const bool is_vouched_for = (a.person.birth_date && a.person.birth_date == b.person.birth_date) ||
                              (a.person.bsn && a.person.bsn == b.person.bsn);
  if (!is_vouched_for && have_other_surname(a, b) && have_other_given_name(a, b)) return ImportField::surname;
  return std::nullopt;
}

std::string text_of(const ImportRow& row, ImportField field) {
  if (field == ImportField::surname) return row.person.name.surname;
  if (field == ImportField::given_name) return row.person.name.given_name;
  if (field == ImportField::birth_date) return row.person.birth_date ? to_string(*row.person.birth_date) : "";
  return row.person.bsn.value_or("");
}

class Together {
 public:
  explicit Together(PlanInput& input) : input_(input) {}

  void check() {
    for (std::size_t i = 0; i < input_.rows.size(); ++i) {
      if (input_.rows[i].bad) continue;
      check_twice(i);
      if (input_.columns.is_of_units || input_.rows[i].repeated) continue;
      check_person(i);
      check_bsn(i);
    }
  }

 private:
  [[nodiscard]] std::string line(std::size_t index) const { return std::to_string(input_.rows[index].line); }

  /// Nobody can tell which of the two is right, so both are bad.
  void both(std::size_t earlier, std::size_t later, Problem problem, ImportField field) {
    ImportRow& a = input_.rows[earlier];
    ImportRow& b = input_.rows[later];
    if (!a.bad) input_.findings.bad(a, problem, field, text_of(a, field), line(later));
    input_.findings.bad(b, problem, field, text_of(b, field), line(earlier));
  }

  void check_twice(std::size_t index) {
    ImportRow& row = input_.rows[index];
    const auto [first, is_new] = by_key_.try_emplace(key_of(row, input_.columns.is_of_units), index);
    if (is_new) return;
    if (input_.table.rows[first->second].cells == input_.table.rows[index].cells) {
      row.repeated = true;
      return input_.findings.notice(row.line, Problem::same_row_again, {}, {}, line(first->second));
    }
    if (input_.columns.is_of_units) return;                   // what differs is told by the plan of the units
    if (difference(input_.rows[first->second], row)) return;  // told as two people under one number
    if (!input_.rows[first->second].bad) {
      input_.findings.bad(input_.rows[first->second], Problem::row_twice, ImportField::personnel_number,
                          row.person.personnel_number, line(index));
    }
    input_.findings.bad(row, Problem::row_twice, ImportField::personnel_number, row.person.personnel_number,
                        line(first->second));
  }

  void check_person(std::size_t index) {
    const ImportRow& row = input_.rows[index];
    const std::string& number = row.person.personnel_number;
    const auto [first, is_new] = by_person_.try_emplace(number, index);
    const auto [same_day, is_new_day] =
        by_person_and_day_.try_emplace(number + '\n' + to_string(input_.day_of(row)), index);
    if (is_new) return;
    if (!is_new_day) {
      const auto field = difference(input_.rows[same_day->second], row);
      if (field) return both(same_day->second, index, Problem::other_person, *field);
    }
    const auto field = difference_over_time(input_.rows[first->second], row);
    if (field) both(first->second, index, Problem::other_person, *field);
  }

  void check_bsn(std::size_t index) {
    const ImportRow& row = input_.rows[index];
    if (!row.person.bsn) return;
    const auto [first, is_new] = by_bsn_.try_emplace(*row.person.bsn, index);
    if (is_new || input_.rows[first->second].person.personnel_number == row.person.personnel_number) return;
    both(first->second, index, Problem::bsn_twice, ImportField::bsn);
  }

  PlanInput& input_;
  std::unordered_map<std::string, std::size_t> by_key_;
  std::unordered_map<std::string, std::size_t> by_person_;
  std::unordered_map<std::string, std::size_t> by_person_and_day_;
  std::unordered_map<std::string, std::size_t> by_bsn_;
};

}  // namespace

Result<Done> check_rows_together(PlanInput& input) {
  Together{input}.check();
  return Done{};
}

}  // namespace collega::administration
