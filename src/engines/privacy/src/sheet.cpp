#include "sheet.h"

#include <algorithm>

#include "collega/base/utf8.h"
#include "letters.h"

namespace collega::privacy {
namespace {

/// How far back a label may stand, in words.
constexpr std::size_t kLabelReach = 7;

/// Bytes of the longest word that may be a name: a run of letters beyond it is a code or a blob, and is not read as
/// one.
constexpr std::size_t kLongestName = 64;

/// Marks after which a capital says little: a sentence, a quotation, an item of a list begins.
bool begins_after(char mark) {
  return mark == '.' || mark == '!' || mark == '?' || mark == ':' || mark == '"' || mark == '\'' || mark == '*' ||
         mark == '-' || mark == '|';
}

/// What both parts of a joined name must be to make the whole so: "Anne-Marie" is a first name, "Jansen-Bakker" a last
/// one.
constexpr std::uint32_t kShared = kFirst | kFirstNear | kPlaceNear | kPlaceBig | kPlaceSmall | kCountry;

}  // namespace

Sheet::Sheet(std::string_view text, const Lexicon& lexicon, const Labels& labels)
    : text_(text), lexicon_(&lexicon), labels_(&labels) {
  words_.reserve(text.size() / 6 + 4);
  scan();
  know_all();
}

std::size_t Sheet::word_at(std::size_t byte) const {
  return static_cast<std::size_t>(
      std::ranges::partition_point(words_, [&](const Word& word) { return word.end <= byte; }) - words_.begin());
}

void Sheet::add(std::size_t begin, std::size_t end, Kind kind, double score, std::string_view why) {
  found_.push_back({{begin, end}, kind, score, why});
}

/// Whether "'t", "'s" or "'n" begins here, as in "van 't Hoff".
bool Sheet::clips(std::size_t at) const {
  const Letter mark = letter_at(text_, at);
  if (!is_apostrophe(mark.value) || at + mark.size >= text_.size() ||
      (at > 0 && text_[at - 1] != ' ' && text_[at - 1] != '\n'))
    return false;
  const std::size_t letter = at + mark.size;
  const char which = text_[letter];
  const bool ends = letter + 1 >= text_.size() || !letter_at(text_, letter + 1).word;  // also "'s-Hertogenbosch"
  return ends && (which == 't' || which == 'T' || which == 's' || which == 'n');
}

void Sheet::scan() {
  std::size_t at = 0, previous_end = 0;
  char before = '.';  // a text begins a sentence
  std::uint8_t lines = 0;
  while (at < text_.size()) {
    const Letter first = letter_at(text_, at);
    if (!first.word && !clips(at)) {
      if (first.value == '\n') {
        if (lines < 255) ++lines;
      } else if (first.value != ' ' && first.value != '\r' && first.value != '\t' && first.value != 0xA0) {
        before = first.value < 0x80 ? static_cast<char>(first.value) : mark_like(first.value);
      }
      at += first.size;
      continue;
    }
    Word word;
    word.begin = static_cast<std::uint32_t>(at);
    word.capital = first.capital;
    word.digits = first.digit;
    word.before = before;
    word.lines = lines;
    word.glued = at == previous_end && at != 0;
    std::size_t letters = 0, capitals = 0, marks = 0;
    bool plain = true;
    std::uint64_t hash = kHashStart;
    if (!first.word) {  // "'t": the apostrophe belongs to it
      hash = hash_with(hash, '\'');
      at += first.size;
      marks = 1;
    }
    while (at < text_.size()) {
      const Letter letter = letter_at(text_, at);
      if (letter.word) {
        letters += 1;
        capitals += letter.capital;
        word.has_digit |= letter.digit;
        plain &= letter.value < 0x80;
        hash = hash_with(hash, static_cast<char>(letter.value | (letter.capital && letter.value < 0x80 ? 0x20 : 0)));
        at += letter.size;
        continue;
      }
      // A hyphen or an apostrophe between letters joins them.
      if (!joins(letter.value) || at + letter.size >= text_.size() || !letter_at(text_, at + letter.size).word) break;
      ++marks;
      word.hyphen |= !is_apostrophe(letter.value);
      plain &= letter.value < 0x80;
      hash = hash_with(hash, static_cast<char>(letter.value));
      at += letter.size;
    }
    word.end = word.name_end = static_cast<std::uint32_t>(at);
    if (!first.word) word.capital = capitals > 0;
    if (word.end - word.begin > kLongestName) word.capital = false, capitals = 0;
    word.letter = letters == 1 && marks == 0 && !word.digits;
    word.all_capitals = letters >= 2 && capitals == letters && !word.has_digit;
    word.hash = plain ? hash_finished(hash) : hash_of(fold(of(word)));
    words_.push_back(word);
    previous_end = at;
    before = 0;
    lines = 0;
  }
}

void Sheet::know_all() {
  // The lexicon is larger than the caches: what a word will be is asked for some words ahead.
  constexpr std::size_t kAhead = 8;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    if (i + kAhead < words_.size()) lexicon_->fetch(words_[i + kAhead].hash);
    Word& word = words_[i];
    know(word);
    // The full stop of "Y. Oosting" and "mevr. Kwint" ends no sentence.
    const bool abbreviated = i > 0 && word.before == '.' && word.lines == 0 && text_[words_[i - 1].end] == '.' &&
                             (words_[i - 1].letter || (words_[i - 1].bits & kTitle) != 0);
    word.starts = i == 0 || word.lines > 0 || (begins_after(word.before) && !abbreviated);
  }
}

void Sheet::know(Word& word) {
  word.bits = lexicon_->bits_of_hash(word.hash);
  if (word.digits || (word.bits != 0 && !word.hyphen)) return;
  const std::string_view text = of(word);
  if (word.hyphen) know_parts(word, text);
  if (word.bits == 0 && word.capital) know_genitive(word, text);
}

void Sheet::know_parts(Word& word, std::string_view text) {
  std::uint32_t all = ~0U, first = 0, last = 0;
  std::size_t begin = 0;
  bool lower = false;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find('-', begin), text.size());
    const std::string_view part = text.substr(begin, end - begin);
    if (!part.empty()) {
      last = lexicon_->bits(fold(part));
      if (begin == 0) first = last;
      lower |= !letter_at(part, 0).capital;
      all &= last;
    }
    begin = end + 1;
  }
  // "Hoekstra-van der Ploeg"
  if (lower && (last & kParticle) != 0 && (word.bits & kWordNl) == 0) {
    word.bits |= kLast;
    return;
  }
  if (lower) {
    word.bits |= last & (kWordNl | kWordEn | kOrgHead | kOrgTail);
    return;
  }
  word.bits |= all & kShared;
  // "Noord-Holland", "Zuid-Afrika"
  const std::string_view head = text.substr(0, text.find('-'));
  const bool quarter = head == "Noord" || head == "Zuid" || head == "Oost" || head == "West" || head == "Midden";
  if (quarter && (last & (kPlaceNear | kPlaceBig | kPlaceSmall | kCountry | kProperNl)) != 0) {
    word.bits |= kPlaceNear;
    return;
  }
  if ((all & kFirst) != 0) word.bits &= ~(kPlaceNear | kPlaceBig | kPlaceSmall);  // "Jan-Willem" is no place
  if ((last & kLast) != 0 && (first & (kPlaceNear | kPlaceBig | kCountry | kPeople)) == 0 && (word.bits & kFirst) == 0)
    word.bits |= kLast;
}

void Sheet::know_genitive(Word& word, std::string_view text) {
  std::string folded = fold(text);
  if (folded.size() < 4 || folded.back() != 's') return;
  std::size_t cut = 1, bytes = 1;
  if (folded.size() > 4 && folded[folded.size() - 2] == '\'') {
    cut = bytes = 2;
    if (!text.ends_with("'s") && !text.ends_with("'S")) bytes = 4;  // a curly apostrophe is three bytes
  }
  const std::uint32_t bits = lexicon_->bits(std::string_view(folded).substr(0, folded.size() - cut));
  // "Jans" is of Jan; "Brussels" is no genitive that would tell of a person.
  const std::uint32_t wanted =
      cut == 1 ? kFirstNear : kFirst | kLast | kProperNl | kProperEn | kPlaceNear | kPlaceBig | kCountry;
  if ((bits & wanted) == 0 && cut == 1) return;
  word.bits = bits;
  word.genitive = true;
  if (cut == 2) word.name_end = word.end - static_cast<std::uint32_t>(bytes);
}

Field Sheet::field_before(std::size_t at, std::size_t reach) const {
  std::size_t lines = 0;
  for (std::size_t back = 0; back < reach && at > 0; ++back) {
    lines += words_[at].lines;
    if (lines > 1) break;
    --at;
    if ((words_[at].bits & kLabel) == 0) continue;
    const Field field = labels_->of(words_[at].hash);
    if (field != Field::none) return field;
  }
  return Field::none;
}

bool Sheet::labelled(std::size_t at, Field field) const { return field_before(at, kLabelReach) == field; }

}  // namespace collega::privacy
