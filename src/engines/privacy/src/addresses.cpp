// Streets with their numbers, postcodes, and the places after them.

#include <algorithm>
#include <array>
#include <string_view>

#include "collega/base/utf8.h"
#include "letters.h"
#include "recognisers.h"

namespace collega::privacy {
namespace {

/// Ends of Dutch street names. A strong one makes a street of any word with a capital; a weak one needs a number and
/// more.
constexpr std::array<std::string_view, 17> kStrong{"straat",   "straatje",  "weg",    "laan",  "plein", "gracht",
                                                   "kade",     "dijk",      "singel", "steeg", "dreef", "plantsoen",
                                                   "steenweg", "boulevard", "pad",    "allee", "lei"};
constexpr std::array<std::string_view, 36> kWeak{
    "hof",   "markt", "park",  "wal",  "haven", "baan",   "ring",  "kwartier", "erf",  "burg",   "veld",  "land",
    "horst", "akker", "brink", "donk", "berg",  "heuvel", "meent", "werf",     "oord", "gaarde", "vliet", "wetering",
    "zijde", "kant",  "poort", "hoek", "tuin",  "rak",    "dam",   "sluis",    "wijk", "kamp",   "hage",  "singels"};
/// First words of streets that have no such end: "Laan van Meerdervoort".
constexpr std::array<std::string_view, 14> kHeads{"laan",   "straat", "weg", "plein", "kade",   "plantsoen", "dreef",
                                                  "singel", "hof",    "pad", "rue",   "avenue", "via",       "calle"};
constexpr std::array<std::string_view, 34> kEnglish{
    "street", "st",        "road",  "rd",       "avenue",  "ave",     "lane",  "ln",    "drive",
    "dr",     "boulevard", "blvd",  "court",    "ct",      "square",  "sq",    "place", "pl",
    "way",    "terrace",   "close", "crescent", "parkway", "highway", "row",   "mews",  "gardens",
    "hill",   "walk",      "grove", "trail",    "circle",  "loop",    "parade"};
/// What stands after a house number: "12 bis", "14 hs", "3 III".
constexpr std::array<std::string_view, 14> kAdditions{"bis", "hs", "huis", "boven", "beneden", "zwart", "rood",
                                                      "i",   "ii", "iii",  "iv",    "rd",      "bus",   "bg"};

constexpr double kWithPostcode = 1.0, kStrongNumber = 0.95, kWeakNumber = 0.75, kNoNumber = 0.6;

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}
template <std::size_t N>
bool ends_as(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::ranges::any_of(list,
                             [&](std::string_view end) { return word.size() > end.size() + 1 && word.ends_with(end); });
}

class Addresses {
 public:
  explicit Addresses(Sheet& sheet) : sheet_(sheet), words_(sheet.words()) {}

  void find() {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (words_[i].digits) {
        postcode(i);
        if (is_house_number(i)) house(i);
      } else if (!words_[i].capital) {
        lower_place(i);
      } else {
        if (!words_[i].has_digit) street_alone(i);
        if (words_[i].has_digit || words_[i].end - words_[i].begin <= 4) british_postcode(i);
      }
    }
  }

 private:
  [[nodiscard]] std::string folded(std::size_t i) const { return fold(sheet_.of(words_[i])); }
  /// Word `i` follows the one before it on the same line with nothing but spaces between.
  [[nodiscard]] bool follows(std::size_t i) const {
    return i > 0 && i < words_.size() && words_[i].lines == 0 && words_[i].before == 0;
  }

  /// One to five digits and perhaps an addition: "12", "12a", "14hs", "1230-III", "12-A".
  [[nodiscard]] bool is_house_number(std::size_t i) const {
    const std::string_view text = sheet_.of(words_[i]);
    std::size_t digits = 0;
    while (digits < text.size() && is_digit(text[digits])) ++digits;
    const std::size_t rest = text.size() - digits;
    return digits >= 1 && digits <= 5 && rest <= 5 && text[0] != '0';
  }

  void house(std::size_t number) {
    if (words_[number].lines > 0 || number == 0) return english_house(number);
    const std::size_t tail = number - 1;
    if (words_[number].before != 0 && words_[number].before != ',' && words_[number].before != '.')
      return english_house(number);
    const std::string name = folded(tail);
    if (name == "postbus" || name == "antwoordnummer" || name == "pobox" ||
        (name == "box" && tail > 0 && folded(tail - 1) == "po"))
      return add(name == "box" ? tail - 1 : tail, number_end(number), kStrongNumber, "po_box");
    const bool labelled = sheet_.labelled(tail, Field::address);
    const bool near_postcode = postcode_within(number + 1, 4);
    const bool strong = ends_as(kStrong, name);
    if (words_[tail].capital || (strong && name.size() > 7) ||
        (strong && (labelled || near_postcode || !words_[tail].starts))) {
      if (strong && (words_[tail].capital || labelled || near_postcode))
        return add(first_of(tail), number_end(number), near_postcode ? kWithPostcode : kStrongNumber, "street");
      const bool said =
          name.ends_with("straat") || name.ends_with("laan") || name.ends_with("plein") || name.ends_with("gracht");
      if (strong && (said || (words_[tail].bits & (kWordNl | kWordEn)) == 0))
        return add(first_of(tail), number_end(number), kWeakNumber, "street");
      if (const std::size_t head = head_before(tail); head != tail + 1)
        return add(head, number_end(number), near_postcode ? kWithPostcode : kStrongNumber, "street");
      const bool weak = ends_as(kWeak, name);
      if (words_[tail].capital &&
          (near_postcode || labelled ||
           (weak && !words_[tail].starts && (words_[tail].bits & (kWordNl | kOrgHead | kAcronym)) == 0)))
        if ((words_[tail].bits & (kMonth | kFunction | kLabel)) == 0)
          return add(first_of(tail), number_end(number), near_postcode ? kWithPostcode : kWeakNumber, "street");
    }
    english_house(number);
  }

  /// "12 High Street", "1234 Elm St."
  void english_house(std::size_t number) {
    std::size_t i = number + 1;
    for (; i < words_.size() && i <= number + 5 && follows(i) && words_[i].capital && !words_[i].digits; ++i) {
      if (i == number + 1) continue;
      if (is_one_of(kEnglish, folded(i))) return add(number, words_[i].end, kStrongNumber, "street");
    }
  }

  /// "Markt 1, Hengelo"
  [[nodiscard]] bool place_follows(std::size_t number) const {
    const std::size_t next = number + 1;
    return next < words_.size() && words_[next].lines == 0 && words_[next].before == ',' && words_[next].capital &&
           (words_[next].bits & (kPlaceNear | kPlaceBig)) != 0 && (words_[next].bits & (kFirst | kWordNl)) == 0;
  }

  /// The first word of the street whose last is `tail`: "Nieuwe Binnenweg", "2e Helmersstraat", "Jan van Galenstraat".
  [[nodiscard]] std::size_t first_of(std::size_t tail) const {
    std::size_t first = tail;
    // "Het Haagje 7"
    if (tail > 0 && follows(tail) && words_[tail - 1].capital && !words_[tail - 1].starts &&
        (words_[tail - 1].bits & kArticle) != 0)
      return tail - 1;
    for (std::size_t i = tail; i > 0 && tail - i < 5; --i) {
      if (words_[i].lines > 0 ||
          (words_[i].before != 0 && !(words_[i].before == '.' && words_[i - 1].end - words_[i - 1].begin <= 4)))
        break;
      const Word& before = words_[i - 1];
      // "Jan van Galenstraat": a first name may be a month's abbreviation.
      const std::uint32_t month = (before.bits & kFirst) == 0 ? std::uint32_t{kMonth} : 0U;
      const std::uint32_t never = kFunction | kLabel | kTitle | kGreeting | kRole | kPlaceBefore | month;
      if (before.digits) {
        const std::string_view text = sheet_.of(before);
        if (text.ends_with("e") || text.ends_with("de") || text.ends_with("ste")) first = i - 1;
        break;
      }
      if (i > 1 && before.all_capitals && before.end - before.begin == 2 && words_[i - 2].digits) break;  // a postcode
      if (before.capital && (before.bits & never) == 0) {
        first = i - 1;
      } else if (before.capital && (before.bits & (kTitle | kRole)) != 0 && (!before.starts || leads_street(i - 1))) {
        first = i - 1;  // "Burgemeester Van Tuyllkade"
      } else if ((before.bits & kParticle) == 0 || !joins_street(i - 1)) {
        break;
      }
    }
    return first;
  }

  /// Titles that streets are named with: "Graaf Florisstraat", "Burgemeester Van Tuyllkade", "Sint Janskerkhof".
  [[nodiscard]] bool leads_street(std::size_t at) const {
    constexpr std::array<std::string_view, 14> kCalled{"mevrouw", "mevr", "mw",  "dhr", "heer", "meneer", "mr",
                                                       "mrs",     "ms",   "mej", "drs", "ir",   "de",     "hr"};
    return !is_one_of(kCalled, folded(at));
  }

  /// "van", "de", "der" and the like between two capitals: "Jan van Galenstraat". What else stands there leads to the
  /// street.
  [[nodiscard]] bool joins_street(std::size_t at) const {
    constexpr std::size_t kMost = 3;
    const auto joins = [&](std::size_t i) {
      const std::string word = folded(i);
      return word == "van" || word == "der" || word == "den" || word == "ter" || word == "ten" || word == "de" ||
             word == "la" || word == "du";
    };
    for (std::size_t i = at; i > 0 && at - i < kMost && joins(i) && follows(i); --i) {
      if ((words_[i - 1].bits & kFunction) != 0) return false;
      if (words_[i - 1].capital) return true;
    }
    return false;
  }

  /// A head such as "Laan" from which particles and capitals lead to `tail`; `tail` + 1 when there is none.
  [[nodiscard]] std::size_t head_before(std::size_t tail) const {
    for (std::size_t i = tail; i > 0 && tail - i < 5; --i) {
      if (!follows(i)) break;
      if (is_one_of(kHeads, folded(i - 1))) return i - 1;
      if (!words_[i - 1].capital && (words_[i - 1].bits & kParticle) == 0) break;
    }
    return tail + 1;
  }

  /// Where a house number ends with its addition.
  [[nodiscard]] std::size_t number_end(std::size_t number) const {
    std::size_t end = words_[number].end;
    const std::size_t next = number + 1;
    if (next >= words_.size() || words_[next].lines > 0) return end;
    const Word& word = words_[next];
    if (word.before == '/' && word.digits && word.begin == end + 1) return word.end;
    if (word.before != 0) return end;
    const bool closes = next + 1 >= words_.size() || words_[next + 1].lines > 0 || words_[next + 1].before != 0 ||
                        words_[next + 1].digits;
    const bool coded = word.capital && word.has_digit && word.end - word.begin <= 3;  // "260 A01"
    if (is_one_of(kAdditions, folded(next)) || (coded && closes) || (word.letter && word.capital && closes) ||
        (word.letter && closes))
      end = word.end;
    return end;
  }

  void add(std::size_t first, std::size_t end, double score, std::string_view why) {
    sheet_.add(words_[first].begin, end, Kind::ADDRESS, score, why);
  }

  /// "uit venray": a place in lower case that is no other word, behind a word that leads to a place.
  void lower_place(std::size_t i) {
    constexpr std::uint32_t kOther = kWordNl | kWordEn | kFirst | kFunction | kParticle | kAcronym;
    const Word& word = words_[i];
    if ((word.bits & (kPlaceNear | kPlaceBig | kPlaceSmall)) == 0 || (word.bits & kOther) != 0 || !follows(i)) return;
    if ((words_[i - 1].bits & kPlaceBefore) != 0)
      sheet_.add(word.begin, word.end, Kind::PLACE, kNoNumber, "place_known");
  }

  /// A street without number: a word of this kind that is no common noun, with a capital.
  void street_alone(std::size_t i) {
    if ((words_[i].bits & (kWordNl | kWordEn)) != 0 || !ends_as(kStrong, folded(i))) return;
    if (words_[i].bits == 0 || (words_[i].bits & (kProperNl | kPlaceNear)) == 0 || sheet_.labelled(i, Field::address)) {
      if (words_[i].starts && !sheet_.labelled(i, Field::address)) return;
      sheet_.add(words_[first_of(i)].begin, words_[i].end, Kind::ADDRESS, kNoNumber, "street_alone");
    }
  }

  [[nodiscard]] bool is_postcode_letters(std::string_view letters) const {
    // No Dutch postcode has these: they were an abbreviation of another kind.
    return letters.size() == 2 && is_alpha(letters[0]) && is_alpha(letters[1]) && letters != "SS" && letters != "SD" &&
           letters != "SA";
  }

  /// Whether word `i` begins a postcode; the word with which it ends.
  [[nodiscard]] std::size_t postcode_end(std::size_t i) const {
    const std::string_view text = sheet_.of(words_[i]);
    if (text.size() < 4 || text[0] == '0' || !std::all_of(text.begin(), text.begin() + 4, is_digit)) return 0;
    if (text.size() == 6 && is_postcode_letters(text.substr(4))) return i + 1;
    if (text.size() != 4 || !follows(i + 1) || words_[i + 1].begin > words_[i].end + 2) return 0;
    const Word& next = words_[i + 1];
    if (!is_postcode_letters(sheet_.of(next))) return 0;
    const bool upper = next.all_capitals;
    const bool known = (next.bits & (kFunction | kParticle | kArticle)) != 0;
    if (!upper || known) {
      // "1234 ab" and "2019 EN": only where an address goes before or a place follows.
      const bool after_house = i > 0 && (words_[i - 1].digits || words_[i].lines > 0 || words_[i].before == ',');
      const bool place = i + 2 < words_.size() && words_[i + 2].lines == 0 &&
                         (words_[i + 2].bits & (kPlaceNear | kPlaceBig)) != 0 && (words_[i + 2].bits & kWordNl) == 0;
      if (!place && !(after_house && (upper || !known)) && !sheet_.labelled(i, Field::address)) return 0;
    }
    return i + 2;
  }

  [[nodiscard]] bool postcode_within(std::size_t from, std::size_t reach) const {
    std::size_t lines = 0;
    for (std::size_t i = from; i < std::min(from + reach, words_.size()); ++i) {
      lines += words_[i].lines;
      if (lines > 1) return false;
      if (words_[i].digits && postcode_end(i) != 0) return true;
    }
    return false;
  }

  void postcode(std::size_t i) {
    const std::size_t end = postcode_end(i);
    if (end == 0) return foreign_postcode(i);
    sheet_.add(words_[i].begin, words_[end - 1].end, Kind::POSTCODE, 0.95, "postcode");
    place_after(end);
  }

  /// The place after a postcode: words with a capital on the same line.
  void place_after(std::size_t at) {
    std::size_t end = at;
    while (end < words_.size() && end < at + 4 && words_[end].lines == 0 &&
           (end == at ? words_[end].before == 0 || words_[end].before == ',' : words_[end].before == 0) &&
           !words_[end].digits) {
      const Word& word = words_[end];
      if (!word.capital && !((word.bits & kParticle) != 0 && end > at) && (word.bits & (kPlaceNear | kPlaceBig)) == 0)
        break;
      if ((word.bits & (kLabel | kTitle)) != 0 && (word.bits & (kPlaceNear | kPlaceBig)) == 0) break;
      ++end;
    }
    while (end > at && !words_[end - 1].capital && (words_[end - 1].bits & (kPlaceNear | kPlaceBig)) == 0) --end;
    if (end > at) sheet_.add(words_[at].begin, words_[end - 1].end, Kind::PLACE, 0.95, "place_postcode");
  }

  /// "9000 Gent", "LA 56139", "10115 Berlin": digits that only the place or state beside them makes a postcode.
  void foreign_postcode(std::size_t i) {
    const std::string_view text = sheet_.of(words_[i]);
    if (!std::ranges::all_of(text, is_digit)) return;
    const bool five = text.size() == 5, four = text.size() == 4;
    if (!five && !four) return;
    constexpr std::uint32_t kPlaces = kPlaceNear | kPlaceBig | kPlaceSmall;
    if (follows(i + 1) && words_[i + 1].capital && (words_[i + 1].bits & kPlaces) != 0 &&
        (words_[i + 1].bits & (kWordNl | kWordEn | kMonth | kFirst)) == 0 &&
        (five || words_[i].lines > 0 || (i > 0 && words_[i].before == ','))) {
      sheet_.add(words_[i].begin, words_[i].end, Kind::POSTCODE, 0.8, "postcode_place");
      return place_after(i + 1);
    }
    if (five && follows(i)) {
      const Word& before = words_[i - 1];
      const bool state = before.all_capitals && before.end - before.begin == 2;
      if (state ||
          (before.capital && (before.bits & (kPlaces | kCountry)) != 0 && (before.bits & (kMonth | kWordNl)) == 0))
        sheet_.add(words_[i].begin, words_[i].end, Kind::POSTCODE, 0.8, "postcode_place");
    }
  }

  /// SW1A 1AA
  void british_postcode(std::size_t i) {
    if (!follows(i + 1)) return;
    const std::string_view out = sheet_.of(words_[i]), in = sheet_.of(words_[i + 1]);
    if (in.size() != 3 || !is_digit(in[0]) || !is_upper(in[1]) || !is_upper(in[2]) || out.size() < 2 || out.size() > 4)
      return;
    std::size_t letters = 0;
    while (letters < out.size() && is_upper(out[letters])) ++letters;
    if (letters < 1 || letters > 2 || letters == out.size() || !is_digit(out[letters])) return;
    sheet_.add(words_[i].begin, words_[i + 1].end, Kind::POSTCODE, 0.9, "postcode");
  }

  Sheet& sheet_;
  const std::vector<Word>& words_;
};

}  // namespace

void find_addresses(Sheet& sheet) { Addresses(sheet).find(); }

}  // namespace collega::privacy
