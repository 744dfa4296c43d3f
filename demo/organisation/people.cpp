#include "people.h"

#include <algorithm>
#include <cstdio>

#include "collega/base/checksums.h"

namespace collega::organisation {
namespace {

constexpr Date kEver{std::chrono::sys_days{std::chrono::year{1900} / 1 / 1}};

// One in so many is born on 29 February, more than nature has it, so that a small organisation has one too.
constexpr int kLeapBirth = 150;

std::string surname_of(const Surname& surname, bool woman, std::string_view origin) {
  std::string name{surname.name};
  if (woman && origin == "pl" && name.ends_with("ski")) name.back() = 'a';
  return name;
}

struct Folded {
  std::string_view letter;
  std::string_view ascii;
};
constexpr Folded kFolded[] = {{"é", "e"}, {"ë", "e"}, {"ö", "o"}, {"ü", "u"}, {"ş", "s"}, {"Ş", "s"}, {"ı", "i"},
                              {"Ö", "o"}, {"Ç", "c"}, {"ç", "c"}, {"ğ", "g"}, {"ń", "n"}, {"ś", "s"}, {"ą", "a"},
                              {"ł", "l"}, {"Ł", "l"}, {"ó", "o"}, {"ã", "a"}, {"ä", "a"}};

// What a mail address can hold: lower case, no accents, no spaces.
std::string mail_part(std::string_view text) {
  std::string part;
  for (std::size_t i = 0; i < text.size();) {
    const auto fold = std::find_if(std::begin(kFolded), std::end(kFolded),
                                   [&](const Folded& f) { return text.substr(i).starts_with(f.letter); });
    if (fold != std::end(kFolded)) {
      part += fold->ascii;
      i += fold->letter.size();
      continue;
    }
    const char c = text[i++];
    if (c >= 'A' && c <= 'Z') part += static_cast<char>(c - 'A' + 'a');
    if ((c >= 'a' && c <= 'z') || c == '-') part += c;
  }
  return part;
}

std::string first_letter(std::string_view name) {
  std::size_t size = 1;
  while (size < name.size() && (static_cast<unsigned char>(name[size]) & 0xC0) == 0x80) ++size;
  return std::string{name.substr(0, size)};
}

Date leap_birth(Date birth) {
  int year = birth.year();
  while (!std::chrono::year{year}.is_leap()) --year;
  return std::chrono::year{year} / 2 / 29;
}

}  // namespace

Person PeopleMaker::make(int women_of_hundred, int youngest, int oldest, Date day) {
  Person person;
  person.woman = random_.chance(women_of_hundred, 100);
  const Date born_after = plus_days(plus_months(day, -12 * (oldest + 1)), 1);
  const Date born_until = plus_months(day, -12 * youngest);
  person.birth = day_in(random_, born_after, born_until);
  if (++made_ % kLeapBirth == 40) {
    const Date leap = leap_birth(person.birth);
    if (leap >= born_after) person.birth = leap;
  }
  name(person);
  person.email = unique_email(person);
  char phone[16];
  std::snprintf(phone, sizeof phone, "06-000%05d", random_.between(0, 99999));
  person.phone = phone;
  person.bsn = next_bsn();
  person.iban = next_iban();
  person.addresses.push_back(address(kEver));
  return person;
}

void PeopleMaker::name(Person& person) {
  std::vector<int> shares;
  for (const Origin& origin : words_.origins) shares.push_back(origin.share);
  person.origin = random_.weighted(shares);
  const Origin& origin = words_.origins[person.origin];
  constexpr int kSecondGeneration = 1970;
  constexpr int kThirdGeneration = 1989;
  const int generation = (person.birth.year() >= kSecondGeneration) + (person.birth.year() >= kThirdGeneration);
  const Words& given = (person.woman ? origin.women : origin.men)[generation];
  person.given_name = random_.pick(given);
  person.initials = first_letter(person.given_name) + ".";
  for (int more = random_.between(0, 3); more > 1; --more) person.initials += first_letter(random_.pick(given)) + ".";
  const Surname& surname = random_.pick(origin.surnames);
  person.names.push_back({kEver, std::string{surname.infix}, surname_of(surname, person.woman, origin.code)});
}

NameFrom PeopleMaker::married_name(const Person& person, Date from) {
  const NameFrom& own = person.names.back();
  const Origin& origin = words_.origins[random_.chance(8, 10) ? person.origin : 0];
  const Surname& partner = random_.pick(origin.surnames);
  const std::string own_whole = own.infix.empty() ? own.surname : own.infix + " " + own.surname;
  return {from, std::string{partner.infix}, std::string{partner.name} + "-" + own_whole};
}

// 9999 A. to 9999 W.: the one real village with 9999 has letters from X on, as far as we know.
AddressFrom PeopleMaker::address(Date from) {
  const std::size_t town = random_.below(words_.towns.size());
  const std::size_t street = random_.below(words_.streets.size());
  const std::size_t end = random_.below(words_.street_ends.size());
  std::string postcode = "9999 ";
  postcode += static_cast<char>('A' + town);
  postcode += static_cast<char>('A' + (street * words_.street_ends.size() + end) % 26);
  if (postcode.ends_with("SA") || postcode.ends_with("SD") || postcode.ends_with("SS"))
    postcode.back() = 'T';  // never issued
  std::string number = std::to_string(random_.between(1, random_.chance(1, 5) ? 280 : 60));
  if (random_.chance(1, 9)) number += random_.pick(std::vector<std::string>{"a", "b", "c", "-1", "-2", " bis", "-III"});
  return {from, std::string{words_.streets[street]} + std::string{words_.street_ends[end]}, number, postcode,
          std::string{words_.towns[town]}};
}

// Numbers that pass the eleven-test, from 9999 downward: there test numbers live, far above those given to people, as
// far as is known. A block of ten thousand bodies holds some nine thousand that have a ninth digit.
std::string PeopleMaker::next_bsn() {
  if (bsns_.empty()) {
    for (int body = 0; body < 10000; ++body) {
      char digits[12];
      std::snprintf(digits, sizeof digits, "%04d%04d", bsn_block_, body);
      int sum = 0;
      for (int i = 0; i < 8; ++i) sum += (9 - i) * (digits[i] - '0');
      if (sum % 11 == 10) continue;
      bsns_.push_back(digits + std::to_string(sum % 11));
    }
    --bsn_block_;
    random_.shuffle(bsns_);
  }
  std::string bsn = bsns_.back();
  bsns_.pop_back();
  return bsn;
}

// There is no bank LIND.
std::string PeopleMaker::next_iban() {
  char account[24];
  std::snprintf(account, sizeof account, "LIND0%09d", random_.between(100000000, 999999999));
  // L I N D are 21 18 23 13, N L 23 21, and 00 for the check digits that are asked.
  std::string digits = "21182313";
  digits += account + 4;
  digits += "232100";
  int rest = 0;
  for (const char c : digits) rest = (rest * 10 + (c - '0')) % 97;
  char iban[32];
  std::snprintf(iban, sizeof iban, "NL%02d%s", 98 - rest, account);
  return iban;
}

std::string PeopleMaker::unique_email(const Person& person) {
  const std::string base = mail_part(person.given_name) + "." + mail_part(person.names.back().infix) +
                           mail_part(person.names.back().surname);
  std::string whole = base;
  for (int i = 2; !emails_.insert(whole).second; ++i) whole = base + std::to_string(i);
  return whole + "@lindehof.example";
}

}  // namespace collega::organisation
