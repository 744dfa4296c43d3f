#include "collega/privacy/pseudonyms.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "collega/base/utf8.h"
#include "letters.h"
#include "person_name.h"
#include "placeholders.h"

namespace collega::privacy {
namespace {

/// Years of age in one band.
constexpr int kBand = 5;

/// The year in a birth date, however it is written; 0 when there is none.
int year_in(std::string_view date) {
  int best = 0;
  for (std::size_t at = 0; at < date.size();) {
    if (!is_digit(date[at])) {
      ++at;
      continue;
    }
    int value = 0;
    std::size_t digits = 0;
    for (; at < date.size() && is_digit(date[at]); ++at, ++digits)
      value = digits < 5 ? value * 10 + (date[at] - '0') : value;
    if (digits == 4 && value >= 1900 && value < 2100) best = value;
  }
  return best;
}

/// What a generalised value says: an age band, the region of a postcode; of others the word of their kind alone.
std::string generalised(std::string_view original, Kind kind, Language language, Date today) {
  if (kind == Kind::DATE_OF_BIRTH) {
    const int year = year_in(original);
    const int age = today.year() - year;
    if (year > 0 && age >= 0 && age < 130) {
      const int low = age / kBand * kBand;
      const std::string band = std::to_string(low) + "-" + std::to_string(low + kBand - 1);
      return language == Language::nl ? "leeftijd " + band + " jaar" : "aged " + band;
    }
  }
  if (kind == Kind::POSTCODE && original.size() >= 4) return std::string(original.substr(0, 2)) + "..";
  return fold(word_of(kind, language));
}

bool shares(const std::vector<std::string>& one, const std::vector<std::string>& other) {
  return std::ranges::any_of(one,
                             [&](const std::string& word) { return std::ranges::find(other, word) != other.end(); });
}

/// Whether two spellings can be one person's. A first name alone, or a family name alone, fits whoever bears it.
bool may_be_one(const PersonName& one, const PersonName& other) {
  if (one.single || other.single) {
    const PersonName& single = one.single ? one : other;
    const PersonName& whole = one.single ? other : one;
    return shares(single.last, whole.last) || shares(single.last, whole.first);
  }
  if (!shares(one.last, other.last)) return false;
  if (one.initials.empty() || other.initials.empty()) return true;
  if (one.initials[0] != other.initials[0]) return false;
  return one.first.empty() || other.first.empty() || shares(one.first, other.first) || one.first[0].size() == 1 ||
         other.first[0].size() == 1;
}

}  // namespace

/// Hands out placeholders from a vault.
class Pseudonymiser {
 public:
  explicit Pseudonymiser(Vault& vault) : vault_(vault) {
    for (std::size_t i = 0; i < vault.entries_.size(); ++i) know(i);
  }

  /// Placeholders of the vault that the text holds by itself become values to hide; others are not handed out. So does
  /// "Persoon" alone where it would come back as the one person there is.
  [[nodiscard]] std::vector<Finding> literal(std::string_view text) {
    std::vector<Finding> out;
    each_reading(text, [&](const Reading& reading, std::size_t at) {
      const bool given = reading.is == Reading::Is::placeholder &&
                         (given_.contains({reading.kind, reading.letters}) ||
                          (!reading.shorter.empty() && given_.contains({reading.kind, reading.shorter})));
      const bool only = reading.is == Reading::Is::bare && reading.kind == Kind::PERSON && people_.size() == 1;
      if (given || only) out.push_back({{at, at + reading.size}, reading.kind, 1.0, "literal"});
    });
    return out;
  }

  template <class Each>
  static void each_reading(std::string_view text, Each each) {
    bool in_word = false;
    for (std::size_t at = 0; at < text.size();) {
      const Letter letter = letter_at(text, at);
      if (letter.word && !in_word && letter.value < 0x80) {
        const Reading reading = read_placeholder(text, at, true);
        if (reading.is != Reading::Is::nothing) each(reading, at);
      }
      in_word = letter.word;
      at += letter.size;
    }
  }

  static void keep_clear(Vault& vault, std::string_view text) {
    each_reading(text, [&](const Reading& reading, std::size_t) {
      for (const std::string& letters : {reading.letters, reading.shorter})
        if (!letters.empty()) vault.taken_.push_back(key(reading.kind, letters));
    });
    std::ranges::sort(vault.taken_);
    vault.taken_.erase(std::unique(vault.taken_.begin(), vault.taken_.end()), vault.taken_.end());
  }

  /// The placeholder of a value, a new one when it has none.
  [[nodiscard]] std::string placeholder(std::string_view original, Kind kind, bool literal) {
    const auto same = spellings_.find({kind, std::string(original)});
    if (same != spellings_.end()) {
      touch(kind, vault_.entries_[same->second].placeholder);
      return vault_.entries_[same->second].placeholder;
    }
    std::string found = literal ? std::string() : kind == Kind::PERSON ? of_person(original) : of_value(original, kind);
    if (found.empty()) found = fresh(kind);
    vault_.entries_.push_back({found, std::string(original), kind});
    know(vault_.entries_.size() - 1);
    return found;
  }

 private:
  static std::string key(Kind kind, const std::string& letters) {
    return std::to_string(static_cast<int>(kind)) + letters;
  }
  static std::string letters_in(const std::string& placeholder) {
    return placeholder.substr(placeholder.rfind('-') + 1);
  }

  void know(std::size_t at) {
    const Vault::Entry& entry = vault_.entries_[at];
    spellings_.try_emplace({entry.kind, entry.original}, at);
    given_.insert({entry.kind, letters_in(entry.placeholder)});
    values_.try_emplace({entry.kind, plain(entry.original)}, entry.placeholder);
    if (entry.kind != Kind::PERSON) return;
    const auto [place, added] = person_of_.try_emplace(entry.placeholder, people_.size());
    if (added) people_.push_back({entry.placeholder, {}, 0});
    Person& person = people_[place->second];
    person.names.push_back(person_name(entry.original));
    person.last_seen = ++clock_;
    for (const std::string& word : words_in(person.names.back())) {
      std::vector<std::size_t>& bearers = bearers_[word];
      if (bearers.empty() || bearers.back() != place->second) bearers.push_back(place->second);
    }
  }

  void touch(Kind kind, const std::string& placeholder) {
    if (kind == Kind::PERSON) people_[person_of_.at(placeholder)].last_seen = ++clock_;
  }

  /// Words by which one spelling of a name can fit another.
  static std::vector<std::string> words_in(const PersonName& name) {
    std::vector<std::string> words = name.last;
    words.insert(words.end(), name.first.begin(), name.first.end());
    return words;
  }

  /// The people who bear a word of this name; the others cannot be meant.
  [[nodiscard]] std::vector<std::size_t> bearers_of(const PersonName& name) const {
    std::vector<std::size_t> out;
    for (const std::string& word : words_in(name))
      if (const auto found = bearers_.find(word); found != bearers_.end())
        out.insert(out.end(), found->second.begin(), found->second.end());
    return out;
  }

  /// Of other kinds two spellings are one value when their letters and digits are the same: "NL91 ABNA ..." and
  /// "nl91abna...".
  static std::string plain(std::string_view original) {
    std::string out;
    for (const char byte : fold(original))
      if (is_alnum(byte) || static_cast<unsigned char>(byte) >= 0x80 || byte == '@') out += byte;
    return out;
  }
  [[nodiscard]] std::string of_value(std::string_view original, Kind kind) const {
    const auto found = values_.find({kind, plain(original)});
    return found == values_.end() ? std::string() : found->second;
  }

  /// The person who is meant: of those whom the spelling fits, the one named last. Whoever bears a fuller name that
  /// differs is another.
  [[nodiscard]] std::string of_person(std::string_view original) const {
    PersonName name = person_name(original);
    for (const bool genitive : {false, true}) {
      if (genitive) {
        // "Jans" is of Jan, when there is a Jan and no Jans.
        if (!name.single || name.last[0].size() < 4 || !name.last[0].ends_with('s')) break;
        name.last[0].pop_back();
        if (!name.first.empty()) name.first[0] = name.last[0];
      }
      const Person* best = nullptr;
      for (const std::size_t at : bearers_of(name)) {
        const Person& person = people_[at];
        const bool one =
            std::ranges::all_of(
                person.names,
                [&](const PersonName& known) { return may_be_one(name, known) || (known.single && !name.single); }) &&
            std::ranges::any_of(person.names, [&](const PersonName& known) { return may_be_one(name, known); });
        const bool single = name.single && std::ranges::any_of(person.names, [&](const PersonName& known) {
                              return may_be_one(name, known);
                            });
        if ((one || single) && (best == nullptr || person.last_seen > best->last_seen)) best = &person;
      }
      if (best != nullptr) return best->placeholder;
    }
    return {};
  }

  [[nodiscard]] std::string fresh(Kind kind) {
    for (std::size_t number = next_[kind];; ++number) {
      const std::string letters = letters_of(number);
      if (given_.contains({kind, letters}) || std::ranges::binary_search(vault_.taken_, key(kind, letters))) continue;
      next_[kind] = number + 1;
      return std::string(word_of(kind, vault_.language_)) + "-" + letters;
    }
  }

  struct Person {
    std::string placeholder;
    std::vector<PersonName> names;
    std::size_t last_seen = 0;
  };

  Vault& vault_;
  std::map<std::pair<Kind, std::string>, std::size_t> spellings_;
  std::map<std::pair<Kind, std::string>, std::string> values_;
  std::set<std::pair<Kind, std::string>> given_;
  std::map<Kind, std::size_t> next_;
  std::vector<Person> people_;
  std::unordered_map<std::string, std::size_t> person_of_;             // by placeholder
  std::unordered_map<std::string, std::vector<std::size_t>> bearers_;  // by a word of a name
  std::size_t clock_ = 0;
};

Vault::Vault(Language language) : language_(language) {}

Result<Vault> Vault::of(std::vector<Entry> entries, Language language) {
  Vault vault(language);
  std::set<std::pair<std::string, std::string>> seen;
  for (const Entry& entry : entries) {
    if (entry.placeholder.empty() || entry.original.empty()) return Error{ErrorCode::unknown_value, "vault"};
    if (!seen.insert({entry.placeholder, entry.original}).second) return Error{ErrorCode::unknown_value, "vault"};
  }
  vault.entries_ = std::move(entries);
  return vault;
}

void Vault::keep_clear_of(std::string_view text) { Pseudonymiser::keep_clear(*this, text); }

Result<Pseudonymised> pseudonymise(std::string_view text, const std::vector<Finding>& findings, const Policy& policy,
                                   Vault& vault, Date today) {
  Pseudonymised out;
  for (const Finding& finding : findings)
    if (policy.of(finding.kind) == Treatment::refuse)
      return Error{ErrorCode::shield_refuses, std::string(word_of(finding.kind, vault.language()))};
  Pseudonymiser hands(vault);
  std::vector<Finding> pieces = hands.literal(text);
  const std::size_t literals = pieces.size();
  if (literals == 0 && findings.empty()) {
    out.text = text;
    return out;
  }
  vault.keep_clear_of(text);
  std::size_t next = 0;  // of the literals, which stand in order as the findings do
  for (const Finding& finding : findings) {
    while (next < literals && pieces[next].span.end <= finding.span.begin) ++next;
    const bool within = next < literals && pieces[next].span.overlaps(finding.span);
    if (!within && policy.of(finding.kind) != Treatment::keep) pieces.push_back(finding);
  }
  std::ranges::sort(pieces, {}, &Finding::span);
  std::size_t at = 0;
  for (const Finding& piece : pieces) {
    if (piece.span.begin < at) continue;
    const std::string_view original = piece.span.of(text);
    const bool literal = piece.why == "literal";
    const bool general = !literal && policy.of(piece.kind) == Treatment::generalise;
    const std::string now = general ? generalised(original, piece.kind, vault.language(), today)
                                    : hands.placeholder(original, piece.kind, literal);
    out.text.append(text, at, piece.span.begin - at);
    const std::size_t begin = out.text.size();
    out.text += now;
    out.places.push_back({{begin, out.text.size()}, std::string(original), piece.kind});
    ++out.replaced[static_cast<std::size_t>(piece.kind)];
    at = piece.span.end;
  }
  out.text.append(text, at);
  return out;
}

}  // namespace collega::privacy
