#include "residence.h"

#include <re2/re2.h>

#include <algorithm>
#include <iterator>
#include <memory>

#include "blind.h"
#include "collega/base/utf8.h"

namespace collega::hiring {
namespace {

// The head of a paper: a title, a name, a line of work, an address.
constexpr std::size_t kHeadLines = 4;
// An address that only its shape tells, in a country's form, stands no deeper: a column of personal data beside a
// photo.
constexpr std::size_t kAddressLines = 14;
// A street, a postcode with its town, a country.
constexpr std::size_t kLinesOfAddress = 3;
constexpr std::size_t kLongestUnderLabel = 60;
constexpr std::size_t kLongestPiece = 120;

#define TOWN R"((?:['’]s-)?\p{Lu}[\p{L}'’-]+(?: (?:(?:aan|op|bij|den|de|der|het|du|the) )*\p{Lu}[\p{L}'’-]+){0,2})"

// "Brink 4a", "Oude Gracht 201 bis", "Laan van de Vrede 7-2", "1e Kruisweg 3", "ul. Dluga 5/7"; "14 Mill Lane".
#define STREET                                                                                                         \
  R"((?:\d{1,2}[eè] )?(?:(?:ul|al|os|pl)\. |['’][ts] |(?:op|aan|am|an|im|zum|zur|via|rue|calle|de|den|het|the) )*)" \
  R"(\p{Lu}[^\d\s]*(?: [^\d\s]+){0,4} \d{1,4}(?:[ -]?(?:[a-zA-Z]{1,2}|bis|ter|hs|huis|[IVX]{1,4}|\d{1,4})|/\d{1,4})?)"
#define STREET_BEHIND_NUMBER R"(\d{1,4}(?: ?(?:bis|ter|[a-z]))? [^\d\s]+(?: [^\d\s]+){0,5})"

// Of four digits no year: the papers are full of them.
#define POSTCODE \
  R"((?:[A-Z]{1,2}[- ])?(?:\d{4} ?[A-Z]{2}|\d{2}-\d{3}|\d{5}|\d{3} \d{2}|1[0-8]\d\d|2000|20[4-9]\d|2[1-9]\d\d|[3-9]\d{3}))"

#define MONTH \
  R"((?:jan|feb|mrt|maart|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec|mär|mai|dez|avr|aoû|déc|fév)\p{L}*\.?)"

// Sentences and labels that tell where somebody lives; the group is the town.
const char* const kTold[] = {
    R"((?i:\b(?:woont?|woonachtig|wonende?|wonen|gewoond|i live|lives|lived|living|settled|based|resid(?:e|es|ing|ent)|i moved|opgegroeid|wohnhaft|wohne|habite|installée?|zamieszkał[aey]?)\b)[^.;|\n]{0,40}?\s(?:in|te|to|near|bij|à|w) ()" TOWN
    ")",
    R"((?i:\b(?:ik kom uit|kom uit|afkomstig uit|verhuisde? naar|i come from)\b) ()" TOWN ")",
    R"((?i:\b(?:woonplaats|wohnort|place of residence|residence|home ?town)\b)[ \t]*[:\t]?[ \t]*()" TOWN ")",
};

// "Lindestad, 12 maart 2026" above a letter.
const char* const kDateLine = R"((?m)^[ \t]*(?:the )?()" TOWN R"(),? (?:\d{1,2}\.? (?i:)" MONTH R"()|(?i:)" MONTH
                              R"() \d{1,2},|\d{1,2}[-/.]\d{1,2}[-/.])[ \t]?(?:19|20)\d\d[ \t]*$)";

// "webbouwer uit Oosterlinde", in the head.
const char* const kFrom = R"(\b(?:uit|from|te) ()" TOWN R"()[ \t.]*$)";

// What follows a street: a postcode and a town.
const char* const kPostcodeAndTown = R"((?:^|[\s,;|·•(])()" POSTCODE R"()[ \t]+()" TOWN ")";
const char* const kBritishPostcode = R"(\b([A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2})\b)";

// Above an address; what follows on the same line is known as a labelled one (blind.cpp).
const char* const kLabel =
    R"((?i)\W*(?:(?:home |postal )?address|(?:woon|post)?adres|anschrift|adresse|woonplaats|wohnort|residence)[ \t]*(:[^\n]*)?\s*)";
const char* const kTownLine = R"(\s*)" POSTCODE R"([ \t]+)" TOWN R"([\s.,]*)";

// What stands between contact data: a town or a street with its number, a country behind it; an age, a date of birth.
const char* const kPlacePiece =
    R"([\s(]*(?:(?:the|de|den|het) )?()" TOWN R"((?: ?\((?:[A-Z]{2,3}|[^)\d]*\d{4})\)?)?)[\s().]*)";
const char* const kStreetPiece = R"([\s(]*()" STREET "|" STREET_BEHIND_NUMBER R"()[\s().]*)";
const char* const kAgePiece =
    R"([\s(]*(\d{2} (?:jaar|years|ans|Jahre|lat)|\d{1,2}[ .-](?:\p{L}+|\d{1,2})[ .-]\d{4})[\s().]*)";
const char* const kOtherPiece = R"([\s(]*([A-Z]{2,3})[\s().]*)";  // "NL"

// Work is no town, though it may stand beside a telephone number as one does.
const char* const kWork =
    R"((?i)(?:kundige|zorgende|helpende|leider|leidster|meester|manager|medewerker|adviseur|advisor|beheerder|ontwikkelaar|programmeur|developer|engineer|designer|nurse|carer|assistente?|assistant|administrat(?:eu|o)r|co[oö]rdinator|consultant|recruiter|specialist|monteur|chauffeur|docente?|teacher|gegevens|contact|arts|therapeut|analyst|analist|accountant|controller|secretaresse|receptioniste?|kok|chef|marketer|schilder|bakker|\b(?:niveau|level|mbo|hbo|hr|it|ict|ig|big|bel|woont?|call|fax|gsm|tel|telefon|telefoon|mobiel|mobile|mob|mail|e-mail|phone|adres|address|linkedin))\b)";

struct Expressions {
  std::vector<std::unique_ptr<RE2>> told;
  RE2 date_line{kDateLine};
  RE2 from{kFrom};
  RE2 postcode_and_town{kPostcodeAndTown};
  RE2 british_postcode{kBritishPostcode};
  RE2 label{kLabel};
  RE2 town_line{kTownLine};
  RE2 place{kPlacePiece};
  RE2 street{kStreetPiece};
  RE2 age{kAgePiece};
  RE2 country{kOtherPiece};
  RE2 work{kWork};
  RE2 postcode{R"(\b\d{4} ?[A-Z]{2}\b)"};
  RE2 year{R"((?:19|20)\d\d ?[A-Z]{2})"};
  RE2 divider{R"([|·•~/,;\t]|\. | [-–—] )"};

  Expressions() {
    for (const char* one : kTold) told.push_back(std::make_unique<RE2>(one));
  }
};

const Expressions& expressions() {
  static const Expressions all;
  return all;
}

Span place_of(re2::StringPiece found, std::string_view text) {
  const auto begin = static_cast<std::size_t>(found.data() - text.data());
  return {begin, begin + found.size()};
}

/// What the first group takes, each time that it is found.
void add_found(const RE2& expression, std::string_view text, std::vector<Span>& all) {
  re2::StringPiece rest(text.data(), text.size());
  re2::StringPiece found;
  while (RE2::FindAndConsume(&rest, expression, &found)) all.push_back(place_of(found, text));
}

bool is_no_place(std::string_view words) {
  const std::string folded = fold(words);
  return says_what_it_is(folded.substr(0, folded.find(' '))) ||
         RE2::PartialMatch(re2::StringPiece(words.data(), words.size()), expressions().work);
}

std::vector<Span> lines_of(std::string_view text) {
  std::vector<Span> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (text.substr(begin, end - begin).find_first_not_of(" \t\r") != std::string_view::npos)
      lines.push_back({begin, end});
    begin = end + 1;
  }
  return lines;
}

/// The parts of a line that its contact data and its dividing marks leave.
std::vector<Span> pieces_of(Span line, std::string_view text, const std::vector<Span>& contacts) {
  std::vector<Span> pieces;
  const auto divide = [&](Span gap) {
    re2::StringPiece rest(text.data() + gap.begin, gap.size());
    re2::StringPiece mark;
    std::size_t begin = gap.begin;
    while (expressions().divider.Match(rest, 0, rest.size(), RE2::UNANCHORED, &mark, 1)) {
      const Span divider = place_of(mark, text);
      pieces.push_back({begin, divider.begin});
      begin = divider.end;
      rest = re2::StringPiece(text.data() + begin, gap.end - begin);
    }
    pieces.push_back({begin, gap.end});
  };
  std::size_t begin = line.begin;
  for (const Span& contact : contacts) {
    if (contact.end <= line.begin || contact.begin >= line.end) continue;
    if (contact.begin > begin) divide({begin, contact.begin});
    begin = std::max(begin, contact.end);
  }
  if (begin < line.end) divide({begin, line.end});
  return pieces;
}

/// Those of the pieces that are nothing but where somebody lives, or how old they are.
void add_telling(const std::vector<Span>& pieces, std::string_view text, std::vector<Span>& all) {
  for (const Span& piece : pieces) {
    const re2::StringPiece words(text.data() + piece.begin, piece.size());
    re2::StringPiece found;
    const auto is = [&](const RE2& expression) { return RE2::FullMatch(words, expression, &found); };
    if (((is(expressions().place) || is(expressions().street)) && !is_no_place({found.data(), found.size()})) ||
        is(expressions().age) || (is(expressions().country) && !is_no_place({found.data(), found.size()})))
      all.push_back(place_of(found, text));
  }
}

bool is_street(std::string_view words) {
  re2::StringPiece found;
  return RE2::FullMatch(re2::StringPiece(words.data(), words.size()), expressions().street, &found) &&
         !is_no_place({found.data(), found.size()});
}

/// What stands before `end`, on its line or, at the begin of one, on the line above; up to the next dividing mark.
Span piece_before(std::string_view text, std::size_t end) {
  constexpr std::string_view kGap = " \t\r,;|/-(";
  const auto skip = [&] {
    while (end > 0 && kGap.find(text[end - 1]) != std::string_view::npos) --end;
  };
  skip();
  if (end > 0 && text[end - 1] == '\n') --end;
  skip();
  const std::string_view before = text.substr(0, end);
  std::size_t begin = end > kLongestPiece ? end - kLongestPiece : 0;
  for (const std::string_view mark : {"\n", ",", ";", "|", ":", "\t", "(", "·", "•", " - "}) {
    const std::size_t found = before.substr(begin).rfind(mark);
    if (found != std::string_view::npos) begin += found + mark.size();
  }
  return {std::min(before.find_first_not_of(' ', begin), end), end};
}

struct Address {
  Span street;
  Span postcode;
  Span town;
};

/// By their shape: a street with a number, a postcode, a town. Dutch ones anywhere, others in the head.
std::vector<Address> addresses_in(std::string_view text, const std::vector<Span>& lines) {
  std::vector<Address> all;
  if (lines.empty()) return all;
  const std::size_t head = lines[std::min(kAddressLines, lines.size()) - 1].end;
  re2::StringPiece rest(text.data(), text.size());
  re2::StringPiece code, town;
  while (RE2::FindAndConsume(&rest, expressions().postcode_and_town, &code, &town)) {
    const Span postcode = place_of(code, text);
    const bool is_dutch = RE2::PartialMatch(code, expressions().postcode);
    const Span street = piece_before(text, postcode.begin);
    if ((is_dutch || postcode.end <= head) && is_street(street.of(text)))
      all.push_back({street, postcode, place_of(town, text)});
  }
  rest = re2::StringPiece(text.data(), head);
  while (RE2::FindAndConsume(&rest, expressions().british_postcode, &code)) {
    const Span postcode = place_of(code, text);
    const Span town_piece = piece_before(text, postcode.begin);
    const Span street = piece_before(text, town_piece.begin);
    if (is_street(street.of(text))) all.push_back({street, postcode, town_piece});
  }
  return all;
}

/// The lines under "Adres", as far as they are one. The first is, whatever its shape, where the label stands alone.
void add_under_labels(std::string_view text, const std::vector<Span>& lines, std::vector<Span>& all) {
  const auto piece = [&](Span line) { return re2::StringPiece(text.data() + line.begin, line.size()); };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    re2::StringPiece beside;
    if (!RE2::FullMatch(piece(lines[i]), expressions().label, &beside)) continue;
    const std::size_t last = std::min(lines.size(), i + 1 + kLinesOfAddress);
    for (std::size_t under = i + 1; under < last; ++under) {
      const std::string_view words = lines[under].of(text);
      const bool stands_alone =
          std::string_view{beside.data(), beside.size()}.find_first_not_of(": \t\r") == std::string_view::npos;
      const bool is_first = under == i + 1 && stands_alone && words.size() <= kLongestUnderLabel &&
                            words.find(':') == std::string_view::npos;
      const bool is_address = RE2::FullMatch(piece(lines[under]), expressions().town_line) || is_street(words);
      if (!is_first && !is_address) break;
      all.push_back(lines[under]);
    }
  }
}

/// "2017 – 2019 HR Officer" holds no postcode, though it looks like one; beside a street it is one all the same.
std::vector<Span> without_years(std::string_view text, const std::vector<Span>& contacts) {
  std::vector<Span> sure;
  std::ranges::copy_if(contacts, std::back_inserter(sure), [&](const Span& contact) {
    const std::string_view words = contact.of(text);
    return !RE2::FullMatch(re2::StringPiece(words.data(), words.size()), expressions().year);
  });
  return sure;
}

/// Lines with contact data; and, in the head, the line above one: a town above a telephone number.
std::vector<Span> in_contact_lines(std::string_view text, const std::vector<Span>& contacts) {
  std::vector<Span> all;
  const std::vector<Span> lines = lines_of(text);
  auto next = contacts.begin();
  std::vector<bool> has(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    while (next != contacts.end() && next->end <= lines[i].begin) ++next;
    has[i] = next != contacts.end() && next->begin < lines[i].end;
  }
  auto from = contacts.begin();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    while (from != contacts.end() && from->end <= lines[i].begin) ++from;
    const bool above = i + 1 < lines.size() && has[i + 1] && i < kHeadLines;
    if (!has[i] && !above) continue;
    auto to = from;
    while (to != contacts.end() && to->begin < lines[i].end) ++to;
    add_telling(pieces_of(lines[i], text, {from, to}), text, all);
  }
  return all;
}

}  // namespace

void Residence::learn(std::string_view text, const std::vector<Span>& contacts) {
  std::vector<Span> found;
  for (const auto& expression : expressions().told) add_found(*expression, text, found);
  std::vector<Span> postcodes;
  std::ranges::copy_if(without_years(text, contacts), std::back_inserter(postcodes), [&](const Span& contact) {
    const std::string_view words = contact.of(text);
    return RE2::PartialMatch(re2::StringPiece(words.data(), words.size()), expressions().postcode);
  });
  for (const Span& town : in_contact_lines(text, postcodes)) found.push_back(town);
  for (const Address& address : addresses_in(text, lines_of(text))) found.push_back(address.town);
  for (const Span& town : found) {
    const std::string_view words = town.of(text);
    if (words.find_first_of("0123456789") == std::string_view::npos) towns_.insert(fold(words));
  }
}

std::vector<Span> Residence::spans(std::string_view text, const std::vector<Span>& contacts) const {
  std::vector<Span> all = in_contact_lines(text, without_years(text, contacts));
  for (const auto& expression : expressions().told) add_found(*expression, text, all);
  add_found(expressions().date_line, text, all);
  const std::vector<Span> lines = lines_of(text);
  for (const Address& address : addresses_in(text, lines)) {
    all.push_back(address.street);
    all.push_back(address.postcode);
    all.push_back(address.town);
  }
  add_under_labels(text, lines, all);
  for (std::size_t i = 0; i < std::min(kHeadLines, lines.size()); ++i) {
    re2::StringPiece found;
    for (const Span& piece : pieces_of(lines[i], text, contacts)) {
      const re2::StringPiece words(text.data() + piece.begin, piece.size());
      const bool is_known = RE2::FullMatch(words, expressions().place, &found) &&
                            towns_.contains(fold(std::string_view{found.data(), found.size()}));
      if (is_known || RE2::PartialMatch(words, expressions().from, &found)) all.push_back(place_of(found, text));
    }
  }
  return all;
}

}  // namespace collega::hiring
