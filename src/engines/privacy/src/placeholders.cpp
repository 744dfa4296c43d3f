#include "placeholders.h"

#include <algorithm>
#include <array>
#include <vector>

#include "letters.h"

namespace collega::privacy {
namespace {

constexpr std::array<Bilingual, kKinds> kWords{{{"Persoon", "Person"},
                                                {"Adres", "Address"},
                                                {"Postcode", "Postcode"},
                                                {"Plaats", "Place"},
                                                {"Organisatie", "Organisation"},
                                                {"Mail", "Mail"},
                                                {"Telefoon", "Phone"},
                                                {"Website", "Website"},
                                                {"Apparaat", "Device"},
                                                {"BSN", "BSN"},
                                                {"IBAN", "IBAN"},
                                                {"Kaart", "Card"},
                                                {"KvK", "KvK"},
                                                {"Btw", "VAT"},
                                                {"Personeelsnummer", "Staffnumber"},
                                                {"Kenteken", "Plate"},
                                                {"Document", "Document"},
                                                {"Geboortedag", "Birthday"},
                                                {"Gezondheid", "Health"},
                                                {"Vakbond", "Union"},
                                                {"Geloof", "Religion"},
                                                {"Geaardheid", "Orientation"},
                                                {"Afkomst", "Ethnicity"},
                                                {"Politiek", "Politics"},
                                                {"Strafrecht", "Criminal"}}};

/// More letters than a text can need: 26 and 26 times 26.
constexpr std::size_t kMostLetters = 3;

/// Hyphens as models write them. The bytes of the one at `at`, 0 when there is none.
std::size_t hyphen_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (text[at] == '-' || text[at] == '_') return 1;
  for (const std::string_view other : {"\xE2\x80\x90", "\xE2\x80\x91", "\xE2\x80\x92", "\xE2\x80\x93", "\xE2\x80\x94"})
    if (text.substr(at).starts_with(other)) return other.size();
  return 0;
}
std::size_t space_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (text[at] == ' ') return 1;
  return text.substr(at).starts_with("\xC2\xA0") ? 2 : 0;
}

bool goes_on(std::string_view text, std::size_t at) { return at < text.size() && letter_at(text, at).word; }

/// How many letters of `word` stand at `at`, in any case.
std::size_t shared(std::string_view text, std::size_t at, std::string_view word) {
  std::size_t size = 0;
  while (size < word.size() && at + size < text.size() && lower_of(text[at + size]) == lower_of(word[size])) ++size;
  return size;
}

struct Candidate {
  Kind kind = Kind::PERSON;
  Language language = Language::nl;
};

/// The words that a text can go on with, by its first two letters: every word of every text is asked.
class Beginnings {
 public:
  Beginnings() {
    for (std::size_t kind = 0; kind < kKinds; ++kind)
      for (const Language language : {Language::nl, Language::en}) {
        const std::string_view word = kWords[kind].in(language);
        all_.push_back({static_cast<Kind>(kind), language});
        by_two_[place_of(word[0], word[1])].push_back(all_.back());
      }
  }
  /// All of them where the text ends before its second letter.
  [[nodiscard]] const std::vector<Candidate>& at(std::string_view text, std::size_t at) const {
    if (at + 1 >= text.size()) return all_;
    return is_alpha(text[at]) && is_alpha(text[at + 1]) ? by_two_[place_of(text[at], text[at + 1])] : none_;
  }

 private:
  static std::size_t place_of(char first, char second) {
    return static_cast<std::size_t>(lower_of(first) - 'a') * 26 + static_cast<std::size_t>(lower_of(second) - 'a');
  }
  std::array<std::vector<Candidate>, std::size_t{26} * 26> by_two_;
  std::vector<Candidate> all_, none_;
};

/// Reads what stands after the word of a kind.
Reading read_rest(std::string_view text, std::size_t begin, std::size_t after, Kind kind, bool whole) {
  Reading reading{Reading::Is::nothing, 0, kind, {}, {}};
  if (after >= text.size()) {
    reading.is = whole ? (is_upper(text[begin]) ? Reading::Is::bare : Reading::Is::nothing) : Reading::Is::unfinished;
    reading.size = after - begin;
    return reading;
  }
  const std::size_t hyphen = hyphen_at(text, after);
  const std::size_t space = hyphen > 0 ? 0 : space_at(text, after);
  std::size_t at = after + hyphen + space;
  std::size_t letters = 0;
  bool capitals = true;
  while (at + letters < text.size() && letters <= kMostLetters + 1 && is_alpha(text[at + letters])) {
    capitals &= is_upper(text[at + letters]) || letters > 0;
    ++letters;
  }
  const bool open = at + letters >= text.size() && !whole;
  const std::string_view run = text.substr(at, letters);
  // "Persoon a" is a word and an article; after a space or nothing the letter must be a capital.
  const bool fits =
      letters > 0 && letters <= kMostLetters + 1 && !goes_on(text, at + letters) &&
      (hyphen > 0 || (capitals && (space > 0 || is_upper(run[0])))) &&
      std::ranges::all_of(run.substr(1), [&](char byte) { return hyphen > 0 || is_upper(byte) || byte == 's'; });
  if (open && letters <= kMostLetters + 1) {
    reading.is = Reading::Is::unfinished;
    return reading;
  }
  if (fits) {
    for (const char byte : run) reading.letters += upper_of(byte);
    if (reading.letters.size() > 1 && reading.letters.back() == 'S')
      reading.shorter = reading.letters.substr(0, reading.letters.size() - 1);
    reading.is = Reading::Is::placeholder;
    reading.size = at + letters - begin;
    return reading;
  }
  if (hyphen == 0 && !goes_on(text, after) && is_upper(text[begin])) {
    reading.is = Reading::Is::bare;
    reading.size = after - begin;
  }
  return reading;
}

}  // namespace

std::string_view word_of(Kind kind, Language language) { return kWords[static_cast<std::size_t>(kind)].in(language); }

std::string letters_of(std::size_t number) {
  std::string letters;
  for (++number; number > 0; number = (number - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (number - 1) % 26));
  return letters;
}

Reading read_placeholder(std::string_view text, std::size_t at, bool whole) {
  static const Beginnings beginnings;
  Reading unfinished;
  for (const Candidate& one : beginnings.at(text, at)) {
    const std::string_view word = kWords[static_cast<std::size_t>(one.kind)].in(one.language);
    const std::size_t same = shared(text, at, word);
    if (same == word.size()) {
      const Reading reading = read_rest(text, at, at + same, one.kind, whole);
      if (reading.is != Reading::Is::nothing) return reading;
    } else if (!whole && at + same == text.size() && same > 0) {
      unfinished.is = Reading::Is::unfinished;
    }
  }
  return unfinished;
}

}  // namespace collega::privacy
