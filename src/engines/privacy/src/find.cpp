#include "collega/privacy/find.h"

#include <algorithm>
#include <array>

#include "collega/base/messages.h"
#include "known_people.h"
#include "recognisers.h"
#include "sheet.h"
#include "special_phrases.h"

namespace collega::privacy {

std::string_view embedded_nl_txt();
std::string_view embedded_en_txt();

namespace {

/// What is made once for all texts.
struct Knowledge {
  Lexicon lexicon;
  Labels labels;
  SpecialPhrases special;
};
const Knowledge& knowledge() {
  static const Knowledge made;
  return made;
}

/// Kinds that overlap: what a number's check or a form of its own proves goes before what a list of names suggests.
int rank(const Finding& finding) {
  switch (finding.kind) {
    case Kind::EMAIL:
    case Kind::IBAN:
    case Kind::VAT:
      return 6;
    case Kind::URL:
      return 5;
    case Kind::DATE_OF_BIRTH:
    case Kind::BSN:
    case Kind::KVK:
    case Kind::PAYMENT_CARD:
    case Kind::PERSONNEL_NUMBER:
    case Kind::PASSPORT:
    case Kind::LICENCE_PLATE:
    case Kind::IP:
    case Kind::PHONE:
      return 4;
    case Kind::ADDRESS:
    case Kind::POSTCODE:
      return 3;
    case Kind::PERSON:
      return 2;
    case Kind::PLACE:
      return finding.why == "place_postcode" ? 3 : 0;
    case Kind::ORGANISATION:
      return 0;
    default:
      return 1;
  }
}

bool goes_before(const Finding& a, const Finding& b) {
  if (rank(a) != rank(b)) return rank(a) > rank(b);
  // Of two readings of one person the fuller name: "Anna de Wit" before the Anna of the organisation itself.
  if (a.kind == Kind::PERSON && b.kind == Kind::PERSON && a.span.size() != b.span.size())
    return a.span.size() > b.span.size();
  // A block of an address holds its street and postcode.
  if ((a.why == "address_block") != (b.why == "address_block")) return a.why == "address_block";
  if (a.score != b.score) return a.score > b.score;
  if (a.span.size() != b.span.size()) return a.span.size() > b.span.size();
  return a.span.begin < b.span.begin;
}

/// Leaves of findings that overlap the one that goes before the others.
std::vector<Finding> resolved(std::vector<Finding> found) {
  std::ranges::sort(found, [](const Finding& a, const Finding& b) {
    return a.span < b.span || (a.span == b.span && goes_before(a, b));
  });
  std::vector<Finding> kept;
  kept.reserve(found.size());
  for (const Finding& finding : found) {
    bool beaten = false;
    while (!kept.empty() && kept.back().span.overlaps(finding.span) && !beaten) {
      beaten = !goes_before(finding, kept.back());
      if (!beaten) kept.pop_back();
    }
    if (!beaten) kept.push_back(finding);
  }
  return kept;
}

}  // namespace

std::vector<Finding> find(std::string_view text, const Asked& asked) {
  const Knowledge& known = knowledge();
  Sheet sheet(text, known.lexicon, known.labels);
  find_contacts(sheet);
  find_accounts(sheet);
  find_numbers(sheet);
  find_births(sheet);
  find_columns(sheet);
  find_addresses(sheet);
  find_addresses_abroad(sheet);
  if (asked.people != nullptr) find_known(sheet, asked.people->index());
  find_names(sheet);
  find_special(sheet, known.special);
  return resolved(std::move(sheet.found()));
}

std::string reason_of(const Finding& finding, Language language) {
  static const std::array<Messages, 2> messages{Messages(embedded_nl_txt()), Messages(embedded_en_txt())};
  return messages[static_cast<std::size_t>(language)]("reason." + std::string(finding.why));
}

}  // namespace collega::privacy
