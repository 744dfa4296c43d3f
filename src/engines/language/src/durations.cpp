#include <array>
#include <cmath>
#include <optional>

#include "collega/language/time.h"
#include "time_pieces.h"
#include "time_points.h"

// duration  = [ qualifier ] amount [ plus ] [ joint amount [ plus ] ] unit [ [ en ] amount month_unit ] [ plus | of
// meer ] amount    = number | word | amount "en een half" | "half" [ "a" ] | "a" | number "(" amount ")"

namespace collega::language {
namespace {

constexpr double kMonthsPerYear = 12;
constexpr double kMonthsPerWeek = 7 / (365.25 / 12);

/// Nobody has worked longer; "67 jaar" is an age and "100 jaar" an anniversary.
constexpr double kMostYears = 55;

/// From this age on people apply for jobs, so that as many years may be an age.
constexpr double kYoungestAge = 15;

constexpr std::array<std::string_view, 9> kAtLeast = {"minimaal", "minstens", "tenminste", "minimum",   "min",
                                                      "ruim",     "vanaf",    "minst",     "mindestens"};
constexpr std::array<std::string_view, 5> kOrMore = {"meer", "more", "langer", "longer", "hoger"};
constexpr std::array<std::string_view, 2> kOr = {"of", "or"};
constexpr std::array<std::string_view, 5> kBetweenAmounts = {"tot", "to", "of", "or", "a"};
constexpr std::array<std::string_view, 10> kFull = {"volle",    "full",           "hele",        "relevante",
                                                    "relevant", "aaneengesloten", "consecutive", "volledige",
                                                    "lange",    "werkzame"};
constexpr std::array<std::string_view, 5> kAgo = {"geleden", "ago", "terug", "earlier", "later"};
constexpr std::array<std::string_view, 5> kOfAge = {"oud", "old", "jong", "young", "ouder"};
constexpr std::array<std::string_view, 18> kAge = {
    "leeftijd", "age",  "aged",     "ages",    "ouder",    "older",    "jonger", "younger",         "alter",
    "kinderen", "kind", "jongeren", "peuters", "kleuters", "children", "teens",  "jongvolwassenen", "tieners"};
constexpr std::array<std::string_view, 8> kEach = {"elke", "iedere", "elk", "ieder", "every", "each", "per", "om"};
constexpr std::array<std::string_view, 6> kAmI = {"ben", "bent", "am", "m", "bin", "vanaf"};
constexpr std::array<std::string_view, 15> kWork = {"ervaring",         "werkervaring", "experience",     "werkzaam",
                                                    "actief",           "active",       "gewerkt",        "worked",
                                                    "working",          "relevante",    "relevant",       "aantoonbare",
                                                    "praktijkervaring", "erfahrung",    "berufserfahrung"};

struct Amount {
  double value;
  std::size_t next;
  bool at_least = false;
  bool is_article = false;  // "a year": said of a frequency as well
};

class DurationScanner {
 public:
  explicit DurationScanner(const Pieces& pieces) : pieces_(pieces) {}

  std::vector<DurationMention> run() {
    std::vector<DurationMention> found;
    for (std::size_t i = 0; i < pieces_.size();) {
      const std::size_t after = read(i, found);
      i = after == 0 ? i + 1 : after;
    }
    return found;
  }

 private:
  /// The piece after the duration that begins at `i`, 0 when there is none.
  std::size_t read(std::size_t i, std::vector<DurationMention>& found) {
    const auto first = amount_at(i);
    if (!first) return 0;
    Amount amount = *first;
    if (const auto high = upper_end(i, amount)) {
      amount.next = high->next;
      amount.at_least = true;
    }
    const std::size_t unit = unit_at(amount.next);
    if (unit == 0) return 0;

    const TimeRole role = pieces_.at(unit).word.role;
    double months = amount.value * months_in(role);
    std::size_t next = unit + 1;
    if (role == TimeRole::year_unit) {
      if (amount.value == 1) {
        if (const auto about = about_years(next)) months = about->value * kMonthsPerYear, next = about->next;
      }
      if (const auto more = months_after(next)) months += more->value, next = more->next;
    }
    next = after_or_more(next, amount.at_least);

    const std::size_t begin = qualifier_begin(i, unit, amount.at_least);
    if (months <= 0 || months > kMostYears * kMonthsPerYear) return 0;
    if (amount.is_article && !is_no_frequency(begin != i, next)) return 0;
    if (is_something_else(begin, i, next, unit) || is_age(begin, i, next, amount.value, role)) return next;
    found.push_back({{pieces_.at(begin).span.begin, pieces_.at(next - 1).span.end}, months, amount.at_least});
    taken_ = next;
    return next;
  }

  static double months_in(TimeRole role) {
    if (role == TimeRole::year_unit) return kMonthsPerYear;
    return role == TimeRole::month_unit ? 1 : kMonthsPerWeek;
  }

  std::optional<Amount> amount_at(std::size_t i) const {
    auto amount = pieces_.is(i, PieceKind::number) ? digits_at(i) : word_at(i);
    if (!amount) return amount;
    if ((pieces_.has_role(amount->next, TimeRole::link_and)) &&
        (pieces_.is_word(amount->next + 1, "een") || pieces_.is_word(amount->next + 1, "a")) &&
        (pieces_.is_word(amount->next + 2, "half") || pieces_.is_word(amount->next + 2, "halve"))) {
      amount->value += 0.5;
      amount->next += 3;
    }
    if (pieces_.text_of(amount->next) == "½") amount->value += 0.5, ++amount->next;
    if (pieces_.text_of(amount->next) == "(" && pieces_.text_of(amount->next + 2) == ")" &&
        bare_value(amount->next + 1) == amount->value) {
      amount->next += 3;
    }
    if (pieces_.is(amount->next, PieceKind::plus) || pieces_.is_word(amount->next, "plus")) {
      amount->at_least = true;
      ++amount->next;
    } else if (pieces_.is_one_of(amount->next, kOr) && pieces_.is_one_of(amount->next + 1, kOrMore)) {
      amount->at_least = true;
      amount->next += 2;
    }
    return amount;
  }

  std::optional<double> bare_value(std::size_t i) const {
    if (pieces_.is(i, PieceKind::number)) return pieces_.at(i).value;
    return word_value(i);
  }

  std::optional<Amount> digits_at(std::size_t i) const {
    const Piece& piece = pieces_.at(i);
    if (piece.digits > 3 || !starts_cleanly(pieces_, i)) return std::nullopt;
    Amount amount{static_cast<double>(piece.value), i + 1};
    const Piece& point = pieces_.at(i + 1);
    const Piece& fraction = pieces_.at(i + 2);
    const bool decimal = (point.kind == PieceKind::comma || point.kind == PieceKind::dot) && point.glued &&
                         fraction.glued && fraction.kind == PieceKind::number && fraction.digits <= 2;
    if (decimal) {
      amount.value += fraction.value / std::pow(10.0, fraction.digits);
      amount.next = i + 3;
    } else if (piece.leading_zero) {
      return std::nullopt;
    }
    return amount;
  }

  std::optional<double> word_value(std::size_t i) const {
    if (!pieces_.has_role(i, TimeRole::amount)) return std::nullopt;
    return pieces_.at(i).word.value / 2.0;
  }

  std::optional<Amount> word_at(std::size_t i) const {
    constexpr std::size_t kLongestWithoutRole = 5;  // "a", "½", "half", "halve"
    if (pieces_.at(i).word.role == TimeRole::none && pieces_.at(i).span.size() > kLongestWithoutRole)
      return std::nullopt;
    const bool a_half = pieces_.is_word(i, "een") || pieces_.is_word(i, "a");
    if (a_half && (pieces_.is_word(i + 1, "half") || pieces_.is_word(i + 1, "halve"))) return Amount{0.5, i + 2};
    if (pieces_.is_word(i, "half") || pieces_.is_word(i, "halve")) {
      const bool article = pieces_.is_word(i + 1, "a") || pieces_.is_word(i + 1, "an");
      return Amount{0.5, article ? i + 2 : i + 1};
    }
    if (pieces_.text_of(i) == "½") return Amount{0.5, i + 1};
    if (pieces_.is_word(i, "a")) return Amount{1, i + 1, false, true};
    const auto value = word_value(i);
    if (!value) return std::nullopt;
    Amount amount{*value, i + 1};
    if (const bool tens = *value >= 20 && pieces_.is(i + 1, PieceKind::dash) && pieces_.at(i + 1).glued; tens) {
      const auto units = word_value(i + 2);
      if (units && *units < 10) amount.value += *units, amount.next = i + 3;
    }
    return amount;
  }

  /// The "2" of "1-2 jaar", "1 tot 2 jaar", "tussen 1 en 2 jaar".
  std::optional<Amount> upper_end(std::size_t begin, const Amount& low) const {
    std::size_t i = low.next;
    const Piece& joint = pieces_.at(i);
    const bool sign = joint.kind == PieceKind::dash || joint.kind == PieceKind::slash;
    const bool is_t_m = pieces_.is_word(i, "t") && pieces_.is(i + 1, PieceKind::slash) && pieces_.is_word(i + 2, "m");
    if (is_t_m || (pieces_.is_word(i, "tot") && pieces_.is_word(i + 1, "en") && pieces_.is_word(i + 2, "met"))) {
      i += 2;
    } else if (joint.word.role == TimeRole::link_and) {
      if (!stands_after_between(begin)) return std::nullopt;
    } else if (!sign && joint.word.role != TimeRole::through && !pieces_.is_one_of(i, kBetweenAmounts)) {
      return std::nullopt;
    }
    ++i;
    const auto high = pieces_.is(i, PieceKind::number) && sign ? signed_digits_at(i) : amount_at(i);
    return high && high->value > low.value && unit_at(high->next) != 0 ? high : std::nullopt;
  }

  bool stands_after_between(std::size_t i) const {
    if (i > 0 && pieces_.is_word(i - 1, "de")) --i;
    return i > 0 && pieces_.has_role(i - 1, TimeRole::between);
  }

  std::optional<Amount> signed_digits_at(std::size_t i) const {
    const Piece& piece = pieces_.at(i);
    if (piece.digits > 3 || piece.leading_zero) return std::nullopt;
    std::size_t next = i + 1;
    if (pieces_.is(next, PieceKind::plus)) ++next;
    return Amount{static_cast<double>(piece.value), next};
  }

  /// The unit at `i` or behind one word like "volle", or joined to the amount by a hyphen; 0 when there is none.
  std::size_t unit_at(std::size_t i) const {
    if (pieces_.is(i, PieceKind::dash) && pieces_.at(i).glued && pieces_.at(i + 1).glued) ++i;
    if (pieces_.is_one_of(i, kFull)) ++i;
    const TimeRole role = pieces_.at(i).word.role;
    const bool unit = role == TimeRole::year_unit || role == TimeRole::month_unit || role == TimeRole::week_unit;
    return unit && pieces_.at(i).breaks <= 1 ? i : 0;
  }

  /// The "of vijf" of "een jaar of vijf".
  std::optional<Amount> about_years(std::size_t i) const {
    if (!pieces_.is_word(i, "of")) return std::nullopt;
    const auto years = amount_at(i + 1);
    return years && !years->is_article && unit_at(years->next) == 0 ? years : std::nullopt;
  }

  /// The "en 6 maanden" behind "3 jaar".
  std::optional<Amount> months_after(std::size_t i) const {
    if (pieces_.is(i, PieceKind::dot) && pieces_.at(i).glued) ++i;
    if (pieces_.is(i, PieceKind::comma) || pieces_.has_role(i, TimeRole::link_and) || pieces_.text_of(i) == "&") ++i;
    const auto months = amount_at(i);
    if (!months || months->is_article || months->value >= kMonthsPerYear) return std::nullopt;
    const std::size_t unit = unit_at(months->next);
    if (unit == 0 || !pieces_.has_role(unit, TimeRole::month_unit)) return std::nullopt;
    return Amount{months->value, unit + 1};
  }

  std::size_t after_or_more(std::size_t i, bool& at_least) const {
    if (pieces_.is(i, PieceKind::plus) && pieces_.at(i).glued) {
      at_least = true;
      return i + 1;
    }
    const bool more =
        (pieces_.is_one_of(i, kOr) || pieces_.has_role(i, TimeRole::link_and)) && pieces_.is_one_of(i + 1, kOrMore);
    if (!more) return i;
    at_least = true;
    return i + 2;
  }

  /// Where the words before the amount that say "at least" begin; `i` when there are none.
  std::size_t qualifier_begin(std::size_t i, std::size_t unit, bool& at_least) const {
    const auto free = [&](std::size_t count) { return i >= taken_ + count; };
    std::size_t begin = i;
    if (free(1) && (pieces_.is_word(i - 1, "of") || pieces_.is_word(i - 1, "de") || pieces_.is(i - 1, PieceKind::dot) ||
                    pieces_.is(i - 1, PieceKind::colon) || pieces_.text_of(i - 1) == "=")) {
      --i;
    }
    if (!free(1)) return begin;
    const bool dutch_unit =
        pieces_.is_word(unit, "jaar") || pieces_.is_word(unit, "maanden") || pieces_.is_word(unit, "jaren");
    if (free(2) &&
        ((pieces_.is_word(i - 2, "at") && pieces_.is_word(i - 1, "least")) ||
         ((pieces_.is_word(i - 2, "meer") || pieces_.is_word(i - 2, "langer")) && pieces_.is_word(i - 1, "dan")) ||
         ((pieces_.is_word(i - 2, "more") || pieces_.is_word(i - 2, "longer")) && pieces_.is_word(i - 1, "than")) ||
         (pieces_.is_word(i - 2, "ten") && pieces_.is_word(i - 1, "minste")))) {
      begin = i - 2;
    } else if (pieces_.is_one_of(i - 1, kAtLeast) || pieces_.text_of(i - 1) == ">" || pieces_.text_of(i - 1) == "≥" ||
               (pieces_.is_word(i - 1, "over") && !dutch_unit)) {
      begin = i - 1;
    } else {
      return begin;
    }
    at_least = true;
    return begin;
  }

  bool is_no_frequency(bool qualified, std::size_t next) const {
    return qualified || pieces_.is_word(next, "of") || pieces_.is_one_of(next, kWork) ||
           pieces_.is(next, PieceKind::apostrophe);
  }

  /// "3 jaar geleden", "elke 2 jaar", "over vijf jaar": a moment or a frequency.
  bool is_something_else(std::size_t begin, std::size_t i, std::size_t next, std::size_t unit) const {
    if (pieces_.is_one_of(next, kAgo)) return true;
    if (begin == 0 || begin != i) return false;
    const bool dutch_unit =
        pieces_.is_word(unit, "jaar") || pieces_.is_word(unit, "maanden") || pieces_.is_word(unit, "weken");
    if (pieces_.is_one_of(begin - 1, kEach) || (pieces_.is_word(begin - 1, "over") && dutch_unit)) return true;
    return begin > 1 && pieces_.is_word(begin - 1, "de") && pieces_.is_word(begin - 2, "om");
  }

  bool is_age(std::size_t begin, std::size_t i, std::size_t next, double value, TimeRole role) const {
    if (role != TimeRole::year_unit) return false;
    if (pieces_.is_one_of(next, kOfAge) || (pieces_.is_word(next, "of") && pieces_.is_word(next + 1, "age")))
      return true;
    const bool more_follows = pieces_.is_one_of(next, kOr) || pieces_.has_role(next, TimeRole::link_and);
    if (more_follows && (pieces_.is_one_of(next + 1, kAge) || pieces_.is_one_of(next + 1, kOfAge))) return true;
    if (is_about_work(next)) return false;
    constexpr std::size_t kNear = 3;
    for (std::size_t back = 1; back <= kNear && back <= begin; ++back) {
      if (pieces_.is_one_of(begin - back, kAge)) return true;
    }
    if (value < kYoungestAge) return false;
    const bool legal_age = begin != i && (value == 15 || value == 16 || value == 17 || value == 18 || value == 21);
    return legal_age || (begin > 0 && pieces_.is_one_of(begin - 1, kAmI));
  }

  bool is_about_work(std::size_t next) const {
    constexpr std::size_t kNear = 4;
    for (std::size_t i = next; i < next + kNear; ++i) {
      if (pieces_.is_one_of(i, kWork)) return true;
    }
    return false;
  }

  const Pieces& pieces_;
  std::size_t taken_ = 0;  // the piece after the last duration found
};

}  // namespace

std::vector<DurationMention> find_durations(std::string_view text) {
  const Pieces pieces{text};
  return DurationScanner{pieces}.run();
}

}  // namespace collega::language
