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

#define TOWN R"((?:['’]s-)?\p{Lu}[\p{L}'’-]+(?: (?:(?:aan|op|bij|den|de|der|het|du|the) )*\p{Lu}[\p{L}'’-]+){0,2})"

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

// What stands between contact data: a town or a street with its number, a country behind it; an age, a date of birth.
const char* const kPlacePiece = R"([\s(]*(?:(?:the|de|den|het) )?()" TOWN
                                R"((?: \d+ ?[a-zA-Z]?(?:-\d+)?)?(?: ?\((?:[A-Z]{2,3}|[^)\d]*\d{4})\)?)?)[\s().]*)";
const char* const kAgePiece =
    R"([\s(]*(\d{2} (?:jaar|years|ans|Jahre|lat)|\d{1,2}[ .-](?:\p{L}+|\d{1,2})[ .-]\d{4})[\s().]*)";
const char* const kOtherPiece = R"([\s(]*([A-Z]{2,3})[\s().]*)";  // "NL"

// Work is no town, though it may stand beside a telephone number as one does.
const char* const kWork =
    R"((?i)(?:kundige|zorgende|helpende|leider|leidster|meester|manager|medewerker|adviseur|advisor|beheerder|ontwikkelaar|programmeur|developer|engineer|designer|nurse|carer|assistente?|assistant|administrat(?:eu|o)r|co[oö]rdinator|consultant|recruiter|specialist|monteur|chauffeur|docente?|teacher|gegevens|contact|arts|therapeut|analyst|analist|accountant|controller|secretaresse|receptioniste?|kok|chef|marketer|schilder|bakker|\b(?:hr|it|ict|ig|big|bel|woont?|call|fax|gsm|tel|telefon|telefoon|mobiel|mobile|mob|mail|e-mail|phone|adres|address|linkedin))\b)";

struct Expressions {
  std::vector<std::unique_ptr<RE2>> told;
  RE2 date_line{kDateLine};
  RE2 from{kFrom};
  RE2 place{kPlacePiece};
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

bool is_no_place(std::string_view words) {
  const std::string folded = fold(words);
  return says_what_it_is(folded.substr(0, folded.find(' '))) ||
         RE2::PartialMatch(re2::StringPiece(words.data(), words.size()), expressions().work);
}

/// Those of the pieces that are nothing but where somebody lives, or how old they are.
void add_telling(const std::vector<Span>& pieces, std::string_view text, std::vector<Span>& all) {
  for (const Span& piece : pieces) {
    const re2::StringPiece words(text.data() + piece.begin, piece.size());
    re2::StringPiece found;
    const auto is = [&](const RE2& expression) { return RE2::FullMatch(words, expression, &found); };
    if ((is(expressions().place) && !is_no_place({found.data(), found.size()})) || is(expressions().age) ||
        (is(expressions().country) && !is_no_place({found.data(), found.size()})))
      all.push_back(place_of(found, text));
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
