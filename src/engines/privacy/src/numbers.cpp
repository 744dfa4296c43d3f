// Numbers that are somebody's: citizen service number, payment card, phone, chamber of commerce; and by their label the
// number of an employee or a passport.

#include <algorithm>
#include <string_view>

#include "collega/base/checksums.h"
#include "days.h"
#include "digit_run.h"
#include "letters.h"
#include "phones.h"
#include "recognisers.h"

namespace collega::privacy {
namespace {

bool passes_luhn(std::string_view digits) {
  int sum = 0;
  bool doubled = false;
  for (std::size_t i = digits.size(); i-- > 0; doubled = !doubled) {
    int digit = digits[i] - '0';
    if (doubled) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return sum % 10 == 0;
}

/// Issuers' ranges (ISO/IEC 7812): Visa 4, Mastercard 51-55 and 2221-2720, American Express 34 37, Maestro 50 56-69,
/// Diners 30 36 38, JCB 35, Discover 6011 64 65.
bool is_card(std::string_view digits) {
  if (digits.size() < 12 || digits.size() > 19 || digits[0] < '2' || digits[0] > '6') return false;
  const bool same = digits.find_first_not_of(digits[0]) == std::string_view::npos;
  return !same && passes_luhn(digits);
}

/// One number at groups [from, from + groups) of a run.
struct Number {
  std::size_t groups = 0;  ///< 0: none
  Kind kind = Kind::PHONE;
  double score = 0;
  std::string_view why;
};

class Run {
 public:
  Run(Sheet& sheet, std::size_t word)
      : sheet_(sheet), word_(word), run_(digit_run(sheet.text(), sheet.words()[word].begin)) {}

  /// Adds what it holds; returns the byte where it ends.
  std::size_t read() {
    std::size_t at = 0;
    while (at < run_.count) {
      if (const std::size_t day = skip_day(at)) {
        at += day;
        continue;
      }
      const Number number = best(at);
      if (number.groups == 0) {
        ++at;
        continue;
      }
      const std::size_t begin =
          number.kind == Kind::PHONE ? phone_begin(sheet_.text(), run_.groups[at].begin) : run_.groups[at].begin;
      sheet_.add(begin, run_.groups[at + number.groups - 1].end, number.kind, number.score, number.why);
      at += number.groups;
    }
    return run_.count > 0 ? run_.groups[run_.count - 1].end : 0;
  }

 private:
  [[nodiscard]] Field field() const { return sheet_.field_before(word_, 4); }
  [[nodiscard]] Field near_field() const { return sheet_.field_before(word_, 7); }

  [[nodiscard]] std::size_t skip_day(std::size_t at) const {
    if (at + 2 >= run_.count || !is_day(sheet_.text(), run_, at)) return 0;
    // "06.12.34.56.78" goes on as it began.
    const bool goes_on = at + 3 < run_.count && run_.groups[at + 2].digits == 2 && run_.groups[at + 3].digits == 2 &&
                         run_.groups[at + 3].mark == run_.groups[at + 1].mark;
    return goes_on ? 0 : 3;
  }

  [[nodiscard]] Number best(std::size_t at) const {
    if (const Number ip = machine(at); ip.groups > 0) return ip;
    if (const Number card = payment_card(at); card.groups > 0) return card;
    if (const Number bsn = citizen(at); bsn.groups > 0) return bsn;
    if (const Number firm = chamber(at); firm.groups > 0) return firm;
    return phone(at);
  }

  [[nodiscard]] Number machine(std::size_t at) const {
    if (at + 4 > run_.count) return {};
    for (std::size_t i = at; i < at + 4; ++i) {
      const auto& group = run_.groups[i];
      if (group.digits > 3 || (i > at && (group.mark != '.' || group.begin != run_.groups[i - 1].end + 1))) return {};
      int value = 0;
      for (std::size_t byte = group.begin; byte < group.end; ++byte) value = value * 10 + (sheet_.text()[byte] - '0');
      if (value > 255) return {};
    }
    if (at + 4 < run_.count && run_.groups[at + 4].mark == '.' &&
        run_.groups[at + 4].begin == run_.groups[at + 3].end + 1)
      return {};
    if (field() == Field::other) return {};
    return {4, Kind::IP, 0.95, "ip"};
  }

  [[nodiscard]] Number payment_card(std::size_t at) const {
    std::size_t total = 0;
    for (std::size_t n = 1; at + n <= run_.count && total < 19; ++n) {
      const auto& group = run_.groups[at + n - 1];
      if (n > 1 &&
          (group.mark == '.' || group.mark == '/' || group.mark == '(' || group.mark == ')' || group.digits < 3))
        break;
      total += group.digits;
      const bool last = at + n == run_.count || run_.groups[at + n].digits < 2 || (total == 16 && n == 4) || n == 1;
      if (total >= 12 && last && is_card(run_.digits(sheet_.text(), at, n).view()) && (n == 1 || n >= 3)) {
        if (total == 12 && field() != Field::card) continue;
        return {n, Kind::PAYMENT_CARD, field() == Field::other ? 0.6 : 0.95, "card"};
      }
    }
    return {};
  }

  /// Groups whose digits make nine: "123456782", "1234.56.782", "123 456 782"; with its label eight, the zero in front
  /// left out.
  [[nodiscard]] Number citizen(std::size_t at) const {
    const bool labelled = near_field() == Field::bsn;
    std::size_t total = 0;
    for (std::size_t n = 1; at + n <= run_.count && total < 9; ++n) {
      const auto& group = run_.groups[at + n - 1];
      if (n > 1 && (group.mark == '/' || group.mark == '(' || group.mark == ')' || group.digits < 2)) break;
      if (n > 1 && group.mark == '-' && !labelled) {
        if (is_social_security(at)) return {3, Kind::BSN, labelled ? 0.95 : 0.75, "ssn"};
        break;
      }
      total += group.digits;
      const bool ends = at + n == run_.count || run_.groups[at + n].mark == ' ' || run_.groups[at + n].mark == '/' ||
                        run_.groups[at + n].mark == '-';
      if (!ends) continue;
      const auto digits = run_.digits(sheet_.text(), at, n);
      if (total == 9 && is_bsn(digits.view())) {
        if (labelled) return {n, Kind::BSN, 1.0, "bsn"};
        if (near_field() == Field::vat) return {n, Kind::VAT, 0.8, "vat_label"};
        if (near_field() == Field::other || near_field() == Field::phone || near_field() == Field::iban ||
            near_field() == Field::personnel || near_field() == Field::kvk)
          return {};
        if (n == 1 || n == 3) return {n, Kind::BSN, 0.7, "bsn_test"};
      }
      if (labelled && (total == 9 || total == 8) && (at + n == run_.count || n == 1 || n == 3)) {
        const bool short_one = total == 8 && is_bsn(std::string("0").append(digits.view()));
        if (short_one) return {n, Kind::BSN, 0.9, "bsn"};
        if (total == 9) return {n, Kind::BSN, 0.6, "bsn_label"};
      }
    }
    return {};
  }

  /// 123-45-6789, as in the United States.
  [[nodiscard]] bool is_social_security(std::size_t at) const {
    return at + 3 <= run_.count && run_.groups[at].digits == 3 && run_.groups[at + 1].digits == 2 &&
           run_.groups[at + 2].digits == 4 && run_.groups[at + 1].mark == '-' && run_.groups[at + 2].mark == '-' &&
           field() != Field::other;
  }

  [[nodiscard]] Number chamber(std::size_t at) const {
    if (near_field() != Field::kvk) return {};
    std::size_t total = 0;
    for (std::size_t n = 1; at + n <= run_.count && total < 8; ++n) {
      total += run_.groups[at + n - 1].digits;
      if (total == 8 || (total == 12 && n == 1)) return {n, Kind::KVK, 0.95, "kvk"};
    }
    return {};
  }

  [[nodiscard]] Number phone(std::size_t at) const {
    const PhoneNumber found = phone_at(sheet_.text(), run_, at, near_field());
    return {found.groups, Kind::PHONE, found.score, found.why};
  }

  Sheet& sheet_;
  std::size_t word_;
  DigitRun run_;
};

/// A word with digits after a label of a number that has no form of its own.
struct Numbered {
  Field field;
  Kind kind;
  std::size_t shortest, longest;  ///< letters and digits
  std::size_t digits;             ///< at least so many
  std::string_view why;
};
constexpr Numbered kNumbered[] = {
    {Field::personnel, Kind::PERSONNEL_NUMBER, 3, 14, 3, "personnel"},
    {Field::passport, Kind::PASSPORT, 8, 10, 2, "passport"},
};
constexpr std::size_t kValueWithin = 4;

void find_labelled(Sheet& sheet) {
  const auto& words = sheet.words();
  for (std::size_t i = 1; i < words.size(); ++i) {
    const Word& word = words[i];
    if (!word.has_digit) continue;
    const Field field = sheet.field_before(i, kValueWithin);
    for (const Numbered& numbered : kNumbered) {
      if (field != numbered.field) continue;
      std::size_t digits = 0, size = 0;
      for (const char byte : sheet.of(word)) {
        digits += is_digit(byte);
        size += is_alnum(byte);
      }
      // A second number after the first is another thing's.
      bool first = true;
      for (std::size_t back = i; back-- > 0 && (words[back].bits & kLabel) == 0;) first &= !words[back].has_digit;
      if (!first || digits < numbered.digits || size < numbered.shortest || size > numbered.longest) continue;
      std::size_t begin = word.begin;
      // "P-12345" and "MW 12345": letters in capitals before it belong to it.
      if (word.digits && i > 0 && words[i - 1].all_capitals && words[i - 1].end + 1 == word.begin &&
          (words[i - 1].bits & kLabel) == 0 && words[i - 1].end - words[i - 1].begin <= 3)
        begin = words[i - 1].begin;
      const bool date = word.digits && is_day(sheet.text(), digit_run(sheet.text(), word.begin), 0);
      if (!date) sheet.add(begin, word.end, numbered.kind, 0.9, numbered.why);
    }
  }
}

/// The series of Dutch licence plates (RDW, sidecodes 1 to 14), X a letter and 9 a digit.
constexpr std::string_view kPlates[] = {"XX-99-99", "99-99-XX", "99-XX-99", "XX-99-XX", "XX-XX-99",
                                        "99-XX-XX", "99-XXX-9", "9-XXX-99", "XX-999-X", "X-999-XX",
                                        "XXX-99-X", "X-99-XXX", "9-XX-999", "999-XX-9"};

void find_plates(Sheet& sheet) {
  const auto& words = sheet.words();
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    const std::string_view text = sheet.of(word);
    if (!word.has_digit || (text.size() != 8 && text.size() != 6)) continue;
    std::string form;
    bool upper = true, lower = true;
    for (const char byte : text) {
      form += is_digit(byte) ? '9' : is_alpha(byte) ? 'X' : byte;
      upper &= !is_lower(byte);
      lower &= !is_upper(byte);
    }
    const bool labelled = sheet.labelled(i, Field::plate);
    if (sheet.field_before(i, 3) == Field::other) continue;  // the number of a model or an order
    if (text.size() == 8) {
      if (std::ranges::find(kPlates, form) != std::end(kPlates) && (upper || (lower && labelled)))
        sheet.add(word.begin, word.end, Kind::LICENCE_PLATE, labelled ? 1.0 : 0.85, "plate");
    } else if (labelled && form.find('X') != std::string::npos) {
      const bool fits = std::ranges::any_of(kPlates, [&](std::string_view plate) {
        std::string bare(plate);
        std::erase(bare, '-');
        return bare == form;
      });
      if (fits) sheet.add(word.begin, word.end, Kind::LICENCE_PLATE, 0.9, "plate");
    }
  }
}

}  // namespace

void find_numbers(Sheet& sheet) {
  const auto& words = sheet.words();
  std::size_t done = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    if (!word.digits || word.begin < done) continue;
    done = Run(sheet, i).read();
  }
  find_labelled(sheet);
  find_plates(sheet);
}

}  // namespace collega::privacy
