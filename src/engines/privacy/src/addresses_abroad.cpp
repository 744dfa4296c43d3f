// Addresses as they are written elsewhere, over several lines: "92 Calle Mayor 57, Suite 268, Teruel, Spain 44001".
// What is sure of them is a unit or a box with its number, or a street between two numbers; the rest is what stands
// around that.

#include <algorithm>
#include <array>
#include <string_view>

#include "collega/base/utf8.h"
#include "letters.h"
#include "recognisers.h"

namespace collega::privacy {
namespace {

constexpr std::array<std::string_view, 8> kUnits{"suite", "apt", "apartment", "unit", "flat", "box", "psc", "floor"};
constexpr double kBlock = 0.85;
/// Words of a street before the unit, and of place and country after it.
constexpr std::size_t kStreetWords = 8, kPlaceWords = 9, kPlaceLines = 4;

bool is_unit(std::string_view word) { return std::ranges::find(kUnits, word) != kUnits.end(); }

class Abroad {
 public:
  explicit Abroad(Sheet& sheet) : sheet_(sheet), words_(sheet.words()) {}

  void find() {
    for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
      if (words_[i].digits) {
        between_numbers(i);
      } else if (words_[i + 1].digits && words_[i + 1].lines == 0 &&
                 (words_[i + 1].before == 0 || words_[i + 1].before == '.') && words_[i].end - words_[i].begin <= 9 &&
                 is_unit(fold(sheet_.of(words_[i])))) {
        i = around_unit(i);
      }
    }
  }

 private:
  [[nodiscard]] bool is_number(std::size_t i, std::size_t most) const {
    const std::string_view text = sheet_.of(words_[i]);
    return words_[i].digits && text.size() <= most && std::ranges::all_of(text, is_digit);
  }

  /// The last word of place, state, country and postcode that follow word `at`; `at` when none do.
  [[nodiscard]] std::size_t place_end(std::size_t at) const {
    std::size_t lines = 0, best = at;
    for (std::size_t i = at + 1; i < words_.size() && i <= at + kPlaceWords; ++i) {
      const Word& word = words_[i];
      lines += word.lines;
      const bool parted = word.before == 0 || word.before == ',' || word.before == '.';
      if (word.lines > 2 || lines > kPlaceLines || !parted) break;
      if (word.before == '.' && word.starts && word.lines == 0) break;  // another sentence
      const bool postcode = is_number(i, 5) && word.end - word.begin == 5;
      if (postcode || (word.capital && (word.bits & (kCountry | kPlaceBig | kPlaceSmall | kPlaceNear)) != 0)) best = i;
      if (is_unit(fold(sheet_.of(word))) && i + 1 < words_.size() && words_[i + 1].digits) best = ++i;
      if (postcode) break;
    }
    return best;
  }

  /// The number with which the street before word `at` begins; `at` when there is none.
  [[nodiscard]] std::size_t street_start(std::size_t at) const {
    std::size_t lines = words_[at].lines, best = at;
    for (std::size_t i = at; i > 0 && at - i < kStreetWords && lines <= 1;) {
      const Word& word = words_[--i];
      if (word.digits && word.end - word.begin <= 5) best = i;
      if (!word.digits && (word.bits & (kFunction | kSaying)) != 0 && (word.bits & kParticle) == 0) break;
      if (word.before != 0 && word.before != '.' && word.before != ',') break;
      lines += word.lines;
    }
    return best;
  }

  std::size_t around_unit(std::size_t unit) {
    const std::size_t first = street_start(unit), last = place_end(unit + 1);
    sheet_.add(words_[first].begin, words_[last].end, Kind::ADDRESS, kBlock, "address_block");
    return std::max(last, unit);
  }

  /// "95 Lille Vibyvej 8, Måløv": two numbers around words with capitals, and a place or country behind them.
  void between_numbers(std::size_t number) {
    if (!is_number(number, 5)) return;
    std::size_t i = number + 1;
    std::size_t capitals = 0;
    while (i < words_.size() && i <= number + 6 && words_[i].lines == 0 &&
           (words_[i].before == 0 || words_[i].before == '.') && !words_[i].digits) {
      capitals += words_[i].capital;
      const bool inside = words_[i].capital || (words_[i].bits & kParticle) != 0;
      if (!inside || (words_[i].bits & (kMonth | kSaying | kLabel)) != 0 || (i == number + 1 && words_[i].before != 0))
        return;
      ++i;
    }
    if (capitals == 0 || i >= words_.size() || i == number + 1 || words_[i].lines > 0 || words_[i].before != 0 ||
        !is_number(i, 5))
      return;
    if (i + 1 < words_.size() && words_[i + 1].before == 0 && words_[i + 1].lines == 0) return;  // "3 Xbox 360 games"
    const std::size_t last = place_end(i);
    if (last > i) sheet_.add(words_[number].begin, words_[last].end, Kind::ADDRESS, kBlock, "address_block");
  }

  Sheet& sheet_;
  const std::vector<Word>& words_;
};

}  // namespace

void find_addresses_abroad(Sheet& sheet) { Abroad(sheet).find(); }

}  // namespace collega::privacy
