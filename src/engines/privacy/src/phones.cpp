#include "phones.h"

#include <algorithm>

#include "letters.h"

namespace collega::privacy {
namespace {

/// ITU-T E.164: at most 15 digits with the country's code; fewer than 8 is no number of another country.
constexpr std::size_t kLongest = 15, kShortestAbroad = 8;
constexpr std::size_t kShortestLabelled = 6;

/// The most groups from `at` on whose digits make `wanted`; 0 when no number of them does.
std::size_t groups_of(const DigitRun& run, std::size_t at, std::size_t wanted) {
  std::size_t total = 0;
  for (std::size_t n = 1; at + n <= run.count; ++n) {
    total += run.groups[at + n - 1].digits;
    if (total == wanted) return n;
    if (total > wanted) return 0;
  }
  return 0;
}

PhoneNumber dutch_abroad(std::string_view text, const DigitRun& run, std::size_t at, std::size_t code) {
  // +31 (0)6 ...: the zero is written and not dialled.
  const auto digits = run.digits(text, at, run.count - at);
  const bool zero = digits.size > code && digits.view()[code] == '0';
  if (const std::size_t n = groups_of(run, at, code + 9 + (zero ? 1 : 0))) return {n, 1.0, "phone_abroad"};
  return {};
}

PhoneNumber abroad(std::string_view text, const DigitRun& run, std::size_t at, std::size_t skip) {
  const auto digits = run.digits(text, at, run.count - at);
  if (digits.view().substr(skip).starts_with("31"))
    if (const PhoneNumber dutch = dutch_abroad(text, run, at, skip + 2); dutch.groups > 0) return dutch;
  std::size_t total = 0, best = 0;
  for (std::size_t n = 1; at + n <= run.count; ++n) {
    total += run.groups[at + n - 1].digits;
    if (total > kLongest + skip) break;
    if (total >= kShortestAbroad + skip) best = n;
  }
  return {best, best > 0 ? 0.95 : 0, "phone_abroad"};
}

bool is_service(std::string_view digits) {
  return digits.starts_with("0800") || digits.starts_with("0900") || digits.starts_with("0906") ||
         digits.starts_with("0909") || digits.starts_with("088") || digits.starts_with("085") ||
         digits.starts_with("087") || digits.starts_with("084");
}

/// A number that begins with one zero: ten digits in the Netherlands, nine or ten in Belgium, up to eleven elsewhere.
PhoneNumber national(std::string_view text, const DigitRun& run, std::size_t at, bool labelled) {
  const auto digits = run.digits(text, at, run.count - at);
  const std::string_view view = digits.view();
  if (view.size() < 2 || view[1] == '0') return {};
  if (const std::size_t n = groups_of(run, at, 10)) {
    const bool mobile = view[1] == '6' || is_service(view);
    return {n, labelled ? 1.0 : mobile ? 0.95 : n > 1 ? 0.9 : 0.7, "phone"};
  }
  if (is_service(view))
    for (const std::size_t wanted : {11U, 8U})
      if (const std::size_t n = groups_of(run, at, wanted)) return {n, 0.9, "phone"};
  for (const std::size_t wanted : {11U, 9U}) {
    const std::size_t n = groups_of(run, at, wanted);
    const bool british = wanted == 11 && n >= 2 && (view[1] == '7' || view[1] == '2' || view[1] == '1');
    if (n > 0 && (labelled || n >= 3 || british)) return {n, labelled ? 0.9 : 0.6, "phone"};
  }
  return {};
}

/// (555) 123-4567 and 555-123-4567, with or without a 1 in front.
std::size_t american(const DigitRun& run, std::size_t at) {
  const auto is = [&](std::size_t i, std::size_t digits) { return i < run.count && run.groups[i].digits == digits; };
  const std::size_t first = is(at, 1) ? at + 1 : at;
  if (!is(first, 3) || !is(first + 1, 3) || !is(first + 2, 4)) return 0;
  if (run.groups[first + 2].mark == ' ' && run.groups[first + 1].mark == ' ') return 0;
  if (first + 3 < run.count && run.groups[first + 3].mark == '-') return 0;
  return first + 3 - at;
}

/// "office", "fax" or "mobile" right behind a number.
bool named_behind(std::string_view text, std::size_t end) {
  while (end < text.size() && (text[end] == ' ' || text[end] == '-' || text[end] == '(')) ++end;
  for (const std::string_view word :
       {"office", "fax", "mobile", "mob", "home", "work", "cell", "thuis", "werk", "mobiel", "prive"})
    if (text.size() >= end + word.size() &&
        std::equal(word.begin(), word.end(), text.begin() + static_cast<std::ptrdiff_t>(end),
                   [](char a, char b) { return a == lower_of(b); }) &&
        (text.size() == end + word.size() || !is_alpha(text[end + word.size()])))
      return true;
  return false;
}

/// "(88) 684-334": an area code between parentheses and six to eight digits.
std::size_t area_and_local(std::string_view text, const DigitRun& run, std::size_t at) {
  const std::size_t begin = run.groups[at].begin, end = run.groups[at].end;
  if (begin == 0 || text[begin - 1] != '(' || end >= text.size() || text[end] != ')' || run.groups[at].digits > 4)
    return 0;
  std::size_t total = 0;
  for (std::size_t n = 2; at + n <= run.count; ++n) {
    total += run.groups[at + n - 1].digits;
    if (total >= 6 && total <= 8 && (at + n == run.count || total >= 7)) return n;
  }
  return 0;
}

PhoneNumber by_label(std::string_view text, const DigitRun& run, std::size_t at) {
  std::size_t total = 0, best = 0;
  for (std::size_t n = 1; at + n <= run.count; ++n) {
    total += run.groups[at + n - 1].digits;
    if (total > kLongest) break;
    if (total >= kShortestLabelled) best = n;
  }
  // A year or a sum of money is no number to call.
  const std::size_t begin = run.groups[at].begin;
  const bool money =
      begin >= 2 && (text[begin - 1] == ',' ||
                     text.substr(begin >= 4 ? begin - 4 : 0, 4).find("\xE2\x82\xAC") != std::string_view::npos);
  return money ? PhoneNumber{} : PhoneNumber{best, best > 0 ? 0.8 : 0, "phone_label"};
}

}  // namespace

std::size_t phone_begin(std::string_view text, std::size_t digit) {
  std::size_t begin = digit;
  if (begin > 0 && text[begin - 1] == '+') --begin;
  // A parenthesis belongs to it when it is closed right behind the first digits: "(020) 123 45 67".
  std::size_t end = digit;
  while (end < text.size() && is_digit(text[end])) ++end;
  if (begin > 0 && text[begin - 1] == '(' && end < text.size() && text[end] == ')') --begin;
  return begin;
}

PhoneNumber phone_at(std::string_view text, const DigitRun& run, std::size_t at, Field field) {
  const std::size_t begin = phone_begin(text, run.groups[at].begin);
  const bool plus = text.substr(begin, 2).find('+') != std::string_view::npos;
  const bool labelled = field == Field::phone;
  const auto digits = run.digits(text, at, run.count - at);
  const std::string_view view = digits.view();
  if (plus) return abroad(text, run, at, 0);
  if (view.starts_with("00") && view.size() > 2 && view[2] != '0')
    if (const PhoneNumber found = abroad(text, run, at, 2);
        found.groups > 0 && run.groups[at].digits >= 2 && view.size() >= 11)
      return found;
  // Ten digits and a hyphen are a phone number even after "reference"; without a mark they are the other thing's.
  const bool other = field == Field::other || field == Field::iban || field == Field::kvk || field == Field::vat ||
                     field == Field::bsn || field == Field::personnel;
  const bool marked = at + 1 < run.count && run.groups[at].digits >= 2 && run.groups[at + 1].mark != ' ' &&
                      run.groups[at + 1].mark != '.';
  if (other && !marked) return {};
  if (view.starts_with("0"))
    if (const PhoneNumber found = national(text, run, at, labelled); found.groups > 0) return found;
  if (const std::size_t n = american(run, at)) return {n, labelled ? 0.95 : 0.8, "phone"};
  if (const std::size_t n = area_and_local(text, run, at)) return {n, 0.75, "phone"};
  if (!labelled && !named_behind(text, run.groups[run.count - 1].end)) return {};
  return by_label(text, run, at);
}

}  // namespace collega::privacy
