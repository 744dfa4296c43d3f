#include "blind.h"

#include <re2/re2.h>

#include <algorithm>
#include <memory>

#include "collega/base/utf8.h"
#include "collega/language/tokens.h"

namespace collega::hiring {
namespace {

constexpr std::string_view kBar = "▇▇▇";
constexpr std::size_t kShortestName = 2;  // "Bo", "Li"; one letter is an initial
constexpr std::size_t kMostWordsInName = 6;
constexpr std::size_t kHeadBlocks = 4;  // a name stands at the very top

// What stands in names and in every other sentence too.
const std::set<std::string, std::less<>> kParticles = {
    "aan", "al",  "am",  "bij", "bin", "da", "das", "de", "del", "den", "der", "di",  "dos", "du", "een", "el",
    "en",  "het", "ibn", "in",  "la",  "le", "op",  "te", "ten", "ter", "the", "uit", "van", "vd", "von", "voor"};

// What stands above papers and in the names of their files, and is no one's name.
const std::set<std::string, std::less<>> kTitles = {
    "application", "beste",      "brief",    "certificaat",  "certificate",       "certificaten",
    "cover",       "curriculum", "cv",       "dear",         "definitief",        "diploma",
    "document",    "final",      "geachte",  "gegevens",     "getuigschrift",     "heer",
    "letter",      "mevrouw",    "mijn",     "motivatie",    "motivatiebrief",    "motivation",
    "my",          "paper",      "personal", "personalia",   "persoonlijke",      "profiel",
    "profile",     "resume",     "scan",     "sollicitatie", "sollicitatiebrief", "vitae"};

// How to reach somebody and where they live, by its form.
const char* const kContacts[] = {
    R"([\p{L}\p{N}._+-]+@[\w-]+(?:\.[\w-]+)+)",
    R"((?:\+\d{1,3}|\b00[1-9]\d{0,2})[ .-]?(?:\(0\) ?)?\d(?:[ .-]?\d){7,10}\b)",
    R"(\(0\d{1,3}\)[ -]{0,3}\d(?:[ .-]?\d){5,7}\b)",
    R"(\b0\d{1,3} - \d(?: ?\d){5,7}\b)",
    R"(\b0[1-9](?:\.\d\d){4}\b)",
    R"(\b0[1-9](?:[ -]?\d){8}\b)",
    R"(\b\d{4} ?[A-Z]{2}\b)",
    R"((?i)(?:\p{L}+(?:straat|laan|weg|plein|gracht|kade|dreef|singel|hof|steeg|pad)|\p{L}* ?\b(?:straat|laan|plein|street|road|avenue|lane)) \d+ ?[a-z]?\b)",
    R"(\b\d+[a-z]? (?:\p{Lu}\p{L}+ ){1,3}(?:Street|Road|Avenue|Lane)\b)",
};

// Pages of their own; birth, age, origin, family and sex by the words that introduce them, to the end of the phrase.
const char* const kPatterns[] = {
    R"((?i)\b(?:https?://|www\.)\S+)",
    R"((?i)\b(?:linkedin|github|facebook|instagram)\.com\S*)",
    R"((?i)\b(?:geboren\b|geb\.|born(?: on\b| in\b|:|\t| \d)|(?:geboorte(?:datum|plaats|land)|date of birth|place of birth|dob|burgerlijke staat|marital status|gehuwd|ongehuwd|married|unmarried)\b)(?:[^.;|\n·•]|\. ?\d)*)",
    R"((?i)(?:\p{L}+ )?\b(?:nationaliteit|nationality)\b(?:[^.;|\n·•]|\. ?\d)*)",
    R"((?i)(?:\b(?:permanente?|onbeperkte?|geldige?|valid) )?\b(?:verblijfsvergunning|verblijfsstatus|verblijfsdocument|statushouder|tewerkstellingsvergunning|residence permit|work permit|aufenthaltstitel)\b[^.;|\n·•]*)",
    R"((?i)\b(?:leeftijd|age|geslacht|gender|sex)[ \t]*[:\t][^.;|\n·•]*)",
    R"((?im)^\W*(?:leeftijd|age|geslacht|gender|sex)\b[ \t]*(?:\d{2}|man|vrouw|male|female|[mvfx])\b)",
    R"((?i)\b\d{2}[ -](?:jaar oud|years old|years of age|year-old|jarige?)\b)",
    R"((?i)\b(?:naam|name|voornamen?|voornaam|achternaam|surname|first name|last name|adres|address|woonplaats|telefoon|telefoonnummer|phone|tel|mobiel|mobile|e-?mail)\.?[ \t]*[:\t][^;|\n·•]*)",
    R"((?m)^[1-6]\d jaar[ \t]*(?:,|$))",
    R"((?i)\b(?:she/her|he/him|they/them|zij/haar|hij/hem|die/hen|hen/hun)(?:/\p{L}+)?\b)",
};

// Where papers themselves say a name.
const char* const kNamed[] = {
    R"((?im)(?:^|[|·•;])[^\p{L}\n]*(?:naam|name|volledige naam|full name|voornaam|voornamen|achternaam|surname|first name|last name)[ \t]*[:\t]\s*([^\n|·•;,]{2,60}))",
    R"((?:[Mm]ijn naam is|[Mm]y name is|[Ii]k heet) ((?:\p{Lu}[\p{L}'’-]+ ?|(?:van|de|der|den|ter|ten|el|al|von) ){1,6}))",
    R"((?i)(?:vriendelijke groet(?:en)?|hoogachtend|kind regards|best regards|yours sincerely|yours faithfully)[,.]?\s*\n\s*([^\n]{2,60}))",
};

using Expressions = std::vector<std::unique_ptr<RE2>>;

template <std::size_t N>
Expressions compiled(const char* const (&patterns)[N]) {
  Expressions expressions;
  for (const char* pattern : patterns) expressions.push_back(std::make_unique<RE2>(pattern));
  return expressions;
}

// The runs of letters of a text: "Castelijn-Okoro" is two, so that either alone is known again.
const RE2& letters() {
  static const RE2 expression(R"((\pL[\pL\pM]*))");
  return expression;
}

bool starts_with_capital(std::string_view word) {
  std::string first;
  append_code_point(first, code_point_at(word, 0).value);
  return to_lower(first) != first;
}

bool is_title(std::string_view line) {
  const auto tokens = language::tokenize(line);
  return std::all_of(tokens.begin(), tokens.end(), [](const auto& token) {
    return token.kind != language::TokenKind::word || kTitles.contains(token.folded);
  });
}

// "Beste Ruud" above a letter names whoever reads it.
bool greets(std::string_view line) {
  static const std::set<std::string, std::less<>> kGreetings = {"beste", "dear", "geachte", "goedendag", "hallo",
                                                                "hello", "hi",   "hoi",     "l.s",       "ls"};
  const auto tokens = language::tokenize(line);
  return !tokens.empty() && kGreetings.contains(tokens.front().folded);
}

bool looks_like_name(std::string_view line) {
  const auto tokens = language::tokenize(line);
  return !tokens.empty() && tokens.size() <= kMostWordsInName &&
         std::none_of(tokens.begin(), tokens.end(),
                      [](const auto& token) { return token.kind == language::TokenKind::number; });
}

// A first line up to what follows the name: "Anna de Wit – verpleegkundige", "Anna de Wit, hbo-v".
std::string_view before_job(std::string_view line) {
  for (const std::string_view mark : {"\n", "\t", ",", "|", " - ", "–", "—", "•", "·"})
    line = line.substr(0, line.find(mark));
  // "G.A. (Gerda) Hoekzema" goes on behind the bracket; "Anna de Wit (hbo-v)" does not.
  const std::size_t bracket = line.find('(');
  const std::size_t closed = line.find(')', bracket);
  const bool goes_on =
      closed != std::string_view::npos && line.find_first_not_of(" \r", closed + 1) != std::string_view::npos;
  return bracket == std::string_view::npos || goes_on ? line : line.substr(0, bracket);
}

// The line of a paper's head that is its owner's name, as far as its form tells.
std::string_view name_in_head(const documents::Document& paper) {
  bool only_titles = true;
  for (std::size_t i = 0; i < std::min(kHeadBlocks, paper.blocks.size()); ++i) {
    const std::string_view line = before_job(paper.blocks[i].span.of(paper.text));
    if (is_title(line)) continue;
    const bool may_be = (only_titles || paper.blocks[i].kind == documents::BlockKind::heading) && !greets(line);
    if (may_be && looks_like_name(line)) return line;
    only_titles = false;
  }
  return {};
}

std::string capitalised_words(std::string_view line) {
  std::string words;
  re2::StringPiece rest(line.data(), line.size());
  re2::StringPiece word;
  while (RE2::FindAndConsume(&rest, letters(), &word)) {
    const bool abbreviation =
        word.size() == kShortestName && to_lower(word.substr(1).as_string()) != word.substr(1);  // "HR"
    if (starts_with_capital({word.data(), word.size()}) && !abbreviation) words.append(word.data(), word.size()) += ' ';
  }
  return words;
}

/// In order, and none over another.
std::vector<Span> merged(std::vector<Span> spans) {
  std::ranges::sort(spans);
  std::vector<Span> all;
  for (const Span& span : spans) {
    if (span.empty()) continue;
    if (!all.empty() && span.begin < all.back().end) {
      all.back().end = std::max(all.back().end, span.end);
    } else {
      all.push_back(span);
    }
  }
  return all;
}

void add_matches(const Expressions& expressions, std::string_view text, std::vector<Span>& found) {
  const re2::StringPiece whole(text.data(), text.size());
  re2::StringPiece seen;
  for (const auto& expression : expressions) {
    for (std::size_t at = 0; expression->Match(whole, at, whole.size(), RE2::UNANCHORED, &seen, 1);) {
      const auto begin = static_cast<std::size_t>(seen.data() - whole.data());
      at = begin + std::max<std::size_t>(seen.size(), 1);
      found.push_back({begin, begin + seen.size()});
      if (at >= whole.size()) break;
    }
  }
}

std::vector<Span> contacts_in(std::string_view text) {
  static const Expressions contacts = compiled(kContacts);
  std::vector<Span> found;
  add_matches(contacts, text, found);
  return merged(std::move(found));
}

/// Without what a plain text sets around a name: "# Anna de Wit |".
std::string trimmed(std::string_view words) {
  constexpr std::string_view kAround = " \t\r\n#*-|:;,.";
  const std::size_t begin = words.find_first_not_of(kAround);
  if (begin == std::string_view::npos) return {};
  return std::string{words.substr(begin, words.find_last_not_of(kAround) - begin + 1)};
}

/// "Curriculum vitae van Anneloes Soeters" without what the paper is.
std::string without_titles(std::string_view line) {
  const auto tokens = language::tokenize(line);
  std::size_t begin = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool is_of = i > 0 && (tokens[i].folded == "van" || tokens[i].folded == "of");
    if (!kTitles.contains(tokens[i].folded) && !is_of && tokens[i].kind != language::TokenKind::punctuation) break;
    begin = i + 1 < tokens.size() ? tokens[i + 1].span.begin : line.size();
  }
  return trimmed(line.substr(std::min(begin, line.size())));
}

/// Whether every word but "van" and its like begins with a capital: "Mij kun je inzetten" is no name.
bool is_written_as_name(std::string_view line) {
  re2::StringPiece rest(line.data(), line.size());
  std::string word;
  bool any = false;
  while (RE2::FindAndConsume(&rest, letters(), &word)) {
    const bool is_small = !starts_with_capital(word);
    if (is_small && !kParticles.contains(fold(word)) && word != "ing" && word != "mr" && word != "dr") return false;
    any = any || !is_small;
  }
  return any;
}

}  // namespace

void Blinder::learn(std::string_view words) {
  re2::StringPiece rest(words.data(), words.size());
  std::string word;
  while (RE2::FindAndConsume(&rest, letters(), &word)) {
    std::string name = fold(word);
    if (count_code_points(name) < kShortestName || kParticles.contains(name) || kTitles.contains(name)) continue;
    names_.insert(std::move(name));
  }
}

Blinder::Blinder(const std::vector<documents::Document>& papers, const std::vector<std::string>& file_names) {
  static const Expressions named = compiled(kNamed);
  for (const documents::Document& paper : papers) {
    learn(capitalised_words(name_in_head(paper)));
    residence_.learn(paper.text, contacts_in(paper.text));
    for (const auto& expression : named) {
      re2::StringPiece rest(paper.text);
      std::string name;
      while (RE2::FindAndConsume(&rest, *expression, &name)) {
        if (looks_like_name(name)) learn(name);
      }
    }
  }
  for (const std::string& file_name : file_names)
    learn(std::string_view{file_name}.substr(0, file_name.find_last_of('.')));
}

std::vector<Span> Blinder::spans(std::string_view text) const {
  static const Expressions patterns = compiled(kPatterns);
  const std::vector<Span> contacts = contacts_in(text);
  std::vector<Span> found = residence_.spans(text, contacts);
  found.insert(found.end(), contacts.begin(), contacts.end());
  add_matches(patterns, text, found);
  re2::StringPiece rest(text.data(), text.size());
  re2::StringPiece seen;
  while (RE2::FindAndConsume(&rest, letters(), &seen)) {
    const std::string_view word{seen.data(), seen.size()};
    if (!starts_with_capital(word) || !names_.contains(fold(word))) continue;
    const auto begin = static_cast<std::size_t>(seen.data() - text.data());
    found.push_back({begin, begin + seen.size()});
  }
  return merged(std::move(found));
}

std::string Blinder::blind(std::string_view text) const { return CoveredText(text, spans(text)).text(); }

CoveredText::CoveredText(std::string_view text, std::vector<Span> covered) {
  std::size_t copied = 0;
  for (const Span& span : covered) {
    text_.append(text.substr(copied, span.begin - copied));
    pieces_.push_back({span, text_.size()});
    text_.append(kBar);
    copied = span.end;
  }
  text_.append(text.substr(copied));
}

std::size_t CoveredText::at(std::size_t byte, Edge edge) const {
  const auto behind =
      std::ranges::upper_bound(pieces_, byte, {}, [](const Piece& piece) { return piece.covers.begin; });
  if (behind == pieces_.begin()) return byte;
  const Piece& piece = *std::prev(behind);
  if (byte < piece.covers.end)
    return edge == Edge::begin || byte == piece.covers.begin ? piece.bar : piece.bar + kBar.size();
  return piece.bar + kBar.size() + (byte - piece.covers.end);
}

Span CoveredText::to_covered(Span span) const { return {at(span.begin, Edge::begin), at(span.end, Edge::end)}; }

bool says_what_it_is(std::string_view word) { return kTitles.contains(word); }

std::string name_of_candidate(const std::vector<documents::Document>& papers) {
  static const Expressions named = compiled(kNamed);
  for (const documents::Document& paper : papers) {
    std::string name;
    for (const auto& expression : named) {
      if (RE2::PartialMatch(paper.text, *expression, &name) && looks_like_name(name)) return trimmed(name);
    }
    const std::string head = without_titles(name_in_head(paper));
    if (is_written_as_name(head)) return head;
  }
  return {};
}

}  // namespace collega::hiring
