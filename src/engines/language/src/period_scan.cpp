#include "period_scan.h"

#include <array>
#include <optional>

#include "period_days.h"
#include "time_points.h"

// period  = [ from ] point joint point | [ from ] point joint now | now dash point
//         | between point and point | since point [ joint (point | now) ] | vanaf point | tot point
// joint   = dash | slash | tot | t/m | "tot en met" | "t.m." ...

namespace collega::language {
namespace {

/// Farther ahead than this no year is the end of a job, a contract or a course.
constexpr int kMostYearsAhead = 15;

/// A bare year before this one is a number of something else.
constexpr int kFirstBareYear = 1930;

constexpr std::array<std::string_view, 4> kCurrencies = {"€", "$", "£", "¥"};
constexpr std::array<std::string_view, 4> kCurrencyWords = {"eur", "euro", "usd", "gbp"};

/// After two bare years these say that they were amounts.
constexpr std::array<std::string_view, 38> kUnits = {
    "euro",      "eur",     "bruto",     "netto",      "gross",     "net",       "per",         "uur",
    "uren",      "hours",   "km",        "kg",         "kcal",      "watt",      "volt",        "stuks",
    "leden",     "mensen",  "personen",  "people",     "users",     "fte",       "medewerkers", "werknemers",
    "employees", "klanten", "customers", "leerlingen", "studenten", "students",  "gebruikers",  "bezoekers",
    "woorden",   "words",   "pk",        "rpm",        "patienten", "deelnemers"};

/// Names that take a year-like number: "Office 2013/2016", "Postbus 2015".
constexpr std::array<std::string_view, 23> kNumberedNames = {
    "office", "server",  "windows", "exchange", "sharepoint",  "sql",        "excel",    "outlook",
    "visio",  "studio",  "autocad", "revit",    "inventor",    "solidworks", "dynamics", "version",
    "versie", "postbus", "iso",     "nen",      "verordening", "richtlijn",  "nr"};

constexpr std::array<std::string_view, 3> kOnwards = {"onwards", "onward", "forward"};
constexpr std::array<std::string_view, 7> kBeforeNow = {"op", "the", "aan", "at", "met", "zum", "this"};

enum class JointKind { dash, slash, until, through };

struct Joint {
  JointKind kind;
  std::size_t next;
  bool glued;  // on both sides
};

class PeriodScanner {
 public:
  PeriodScanner(const Pieces& pieces, Date today) : pieces_(pieces), today_(today) {}

  std::vector<ScannedPeriod> run() {
    std::vector<ScannedPeriod> found;
    for (std::size_t i = 0; i < pieces_.size();) {
      if (const auto period = period_at(i)) {
        found.push_back(period->scanned);
        i = period->next;
      } else {
        ++i;
      }
    }
    return found;
  }

 private:
  struct Found {
    ScannedPeriod scanned;
    std::size_t next;
  };
  using Maybe = std::optional<Found>;

  Maybe period_at(std::size_t i) const {
    const Piece& first = pieces_.at(i);
    switch (first.word.role) {
      case TimeRole::since:
      case TimeRole::from_open:
        return since(i);
      case TimeRole::from:
        return from(i);
      case TimeRole::between:
        return between(i);
      case TimeRole::now:
        return backwards(i);
      case TimeRole::until:
      case TimeRole::through:
        return until(i);
      default:
        break;
    }
    if (pieces_.is_word(i, "t")) return until(i);
    if (first.kind == PieceKind::word && first.word.role == TimeRole::none && !pieces_.is_word(i, "q")) return {};
    return starts_cleanly(pieces_, i) ? two_ended(i, i) : std::nullopt;
  }

  Maybe since(std::size_t i) const {
    const std::size_t at = after_colon(i + 1);
    if (const auto closed = two_ended(i, at)) return closed;
    auto begin = read_point(pieces_, at);
    if (!begin || !complete_alone(*begin) || !is_believable(*begin) || begin->short_year) return {};
    if (!ends_cleanly(pieces_, begin->next)) return {};
    const bool vanaf = pieces_.has_role(i, TimeRole::from_open);
    if (begin->is_bare_year() && is_amount(i, begin->next)) return {};
    return ongoing(i, *begin, begin->next, vanaf);
  }

  Maybe from(std::size_t i) const {
    const std::size_t at = after_colon(i + 1);
    if (const auto closed = two_ended(i, at)) return closed;
    auto begin = read_point(pieces_, at);
    if (!begin || !complete_alone(*begin) || !pieces_.is_one_of(begin->next, kOnwards)) return {};
    return ongoing(i, *begin, begin->next + 1, false);
  }

  Maybe between(std::size_t i) const {
    const auto begin = read_point(pieces_, i + 1);
    if (!begin || !pieces_.has_role(begin->next, TimeRole::link_and)) return {};
    const auto end = read_point(pieces_, begin->next + 1);
    if (!end) return {};
    return closed(i, *begin, *end, {JointKind::until, begin->next + 1, false});
  }

  /// "heden – 2019", as some write it who begin with the last job.
  Maybe backwards(std::size_t i) const {
    if (!pieces_.is(i + 1, PieceKind::dash) || pieces_.at(i + 1).breaks > 0 || pieces_.at(i + 2).breaks > 0) return {};
    auto begin = read_point(pieces_, i + 2);
    if (!begin || !complete_alone(*begin) || !is_believable(*begin) || !ends_cleanly(pieces_, begin->next)) return {};
    if (joint_at(begin->next) && read_point(pieces_, joint_at(begin->next)->next)) return {};
    return ongoing(i, *begin, begin->next, false);
  }

  /// "tot 2014": an end without a begin.
  Maybe until(std::size_t i) const {
    if (pieces_.is_word(i, "to") || pieces_.is_word(i, "through") || pieces_.is_word(i, "thru")) return {};
    const auto joint = joint_at(i);
    if (!joint) return {};
    auto end = read_point(pieces_, joint->next);
    if (!end || !complete_alone(*end) || !is_believable(*end) || end->short_year || !ends_cleanly(pieces_, end->next))
      return {};
    if (end->is_bare_year() && (is_amount(i, end->next) || end->year > today_.year() || is_postcode(end->next)))
      return {};
    const Date last = end_day(*end, joint->kind == JointKind::through);
    const PeriodMention mention{span(i, end->next), {last, last}, false, is_coarse(*end)};
    return Found{{mention, true}, end->next};
  }

  /// `first` is where its span begins, `i` where its first point does.
  Maybe two_ended(std::size_t first, std::size_t i) const {
    auto begin = read_point(pieces_, i);
    if (!begin || (begin->month == 0 && begin->year == 0 && begin->day == 0)) return {};
    const auto joint = joint_at(begin->next);
    if (!joint) return {};
    if (const auto after = after_now(*joint)) {
      if (!complete_alone(*begin) || !is_believable(*begin) || joint->kind == JointKind::slash) return {};
      return ongoing(first, *begin, *after, false);
    }
    if (const auto end = read_point(pieces_, joint->next)) {
      if (const auto found = closed(first, *begin, *end, *joint)) return found;
    }
    if (const auto end = shortened_year(*begin, *joint)) return closed(first, *begin, *end, *joint);
    return {};
  }

  Maybe ongoing(std::size_t first, const Point& begin, std::size_t next, bool single_date) const {
    const auto days = days_until(begin, today_);
    if (!days) return {};
    return Found{{{span(first, next), *days, true, is_coarse(begin)}, single_date}, next};
  }

  Maybe closed(std::size_t first, Point begin, Point end, const Joint& joint) const {
    if (!ends_cleanly(pieces_, end.next)) return {};
    if (begin.month == 0 && begin.year == 0 && joint.kind == JointKind::dash && !joint.glued && first_is_point(first))
      return {};
    if (!complete_each_other(begin, end) || !is_believable(begin) || !is_believable(end)) return {};
    if (!joint_fits(begin, end, joint)) return {};
    if (begin.is_bare_year() && end.is_bare_year() && (is_amount(first, end.next) || is_numbered_name(first, joint)))
      return {};
    const auto days = days_between(begin, end, joint.kind != JointKind::until);
    if (!days) return {};
    return Found{{{span(first, end.next), *days, false, is_coarse(begin) || is_coarse(end)}, false}, end.next};
  }

  /// A slash stands between two months with their years, or within "2015/2018"; anywhere else it says "or".
  static bool joint_fits(const Point& begin, const Point& end, const Joint& joint) {
    if (joint.kind != JointKind::slash) return true;
    return begin.is_bare_year() == end.is_bare_year() && (joint.glued || !begin.is_bare_year());
  }

  /// The "18" of "2015-18" and of "'15-18".
  std::optional<Point> shortened_year(const Point& begin, const Joint& joint) const {
    const Piece& digits = pieces_.at(joint.next);
    if (!begin.is_bare_year() || !joint.glued || digits.kind != PieceKind::number || digits.digits != 2)
      return std::nullopt;
    const int year = begin.year - begin.year % 100 + static_cast<int>(digits.value);
    if (year <= begin.year) return std::nullopt;
    Point end;
    end.year = year;
    end.next = joint.next + 1;
    return end;
  }

  std::optional<Joint> joint_at(std::size_t i) const {
    const Piece& piece = pieces_.at(i);
    std::optional<Joint> joint;
    if (piece.kind == PieceKind::dash) {
      joint = Joint{JointKind::dash, after_arrow(i + 1), false};
    } else if (piece.kind == PieceKind::slash) {
      joint = Joint{JointKind::slash, i + 1, false};
    } else if (piece.word.role == TimeRole::until) {
      joint = Joint{JointKind::until, i + 1, false};
      if ((pieces_.has_role(i + 1, TimeRole::link_and) || pieces_.text_of(i + 1) == "&") &&
          pieces_.is_word(i + 2, "met")) {
        joint = Joint{JointKind::through, i + 3, false};
      }
    } else if (piece.word.role == TimeRole::through) {
      joint = Joint{JointKind::through, i + 1, false};
    } else if (pieces_.is_word(i, "t") && pieces_.is_word(i + 2, "m") &&
               (pieces_.is(i + 1, PieceKind::slash) || pieces_.is(i + 1, PieceKind::dot))) {
      joint = Joint{JointKind::through, i + 3, false};
      if (pieces_.is(i + 3, PieceKind::dot) && pieces_.at(i + 3).glued) ++joint->next;
    }
    if (!joint) return joint;
    const bool is_sign = joint->kind == JointKind::dash || joint->kind == JointKind::slash;
    if (!is_sign) joint->next = after_colon(joint->next);
    const Piece& later = pieces_.at(joint->next);
    const bool is_bullet = is_sign && piece.breaks > 0 && later.breaks == 0;
    if (is_bullet || piece.breaks > 1 || later.breaks > 1) return std::nullopt;
    joint->glued = piece.glued && later.glued;
    return joint;
  }

  /// The second sign of "--" and of "->".
  std::size_t after_arrow(std::size_t i) const {
    const bool more = pieces_.at(i).glued && (pieces_.is(i, PieceKind::dash) || pieces_.text_of(i) == ">");
    return more ? i + 1 : i;
  }

  std::size_t after_colon(std::size_t i) const { return pieces_.is(i, PieceKind::colon) ? i + 1 : i; }

  std::optional<std::size_t> after_now(const Joint& joint) const {
    std::size_t i = joint.next;
    if (pieces_.is_word(i, "date") && joint.kind == JointKind::until) return i + 1;
    if (pieces_.is_one_of(i, kBeforeNow)) ++i;
    if (!pieces_.has_role(i, TimeRole::now)) return std::nullopt;
    if (pieces_.is_word(i + 1, "toe") || pieces_.is_word(i + 1, "day")) ++i;
    return i + 1;
  }

  bool is_believable(const Point& point) const {
    if (point.year > today_.year() + kMostYearsAhead) return false;
    return !point.is_bare_year() || point.year >= kFirstBareYear;
  }

  bool first_is_point(std::size_t first) const { return !pieces_.has_role(first, TimeRole::from); }

  template <class Words>
  bool text_is_one_of(std::size_t i, const Words& texts) const {
    for (const std::string_view text : texts) {
      if (pieces_.text_of(i) == text) return true;
    }
    return false;
  }

  /// Years that are money, hours or part of a telephone number.
  bool is_amount(std::size_t first, std::size_t next) const {
    if (pieces_.is_one_of(next, kUnits) || text_is_one_of(next, kCurrencies)) return true;
    if (first == 0) return false;
    std::size_t earlier = first - 1;
    if (text_is_one_of(earlier, kCurrencies) || pieces_.is_one_of(earlier, kCurrencyWords)) return true;
    if (pieces_.text_of(earlier) == ")" && earlier > 0) --earlier;
    const Piece& number = pieces_.at(earlier);
    const bool area_code =
        number.kind == PieceKind::number && number.leading_zero && number.digits >= 2 && number.digits <= 4;
    return area_code && pieces_.at(earlier + 1).breaks == 0 && !pieces_.at(earlier).glued;
  }

  bool is_numbered_name(std::size_t first, const Joint& joint) const {
    return first > 0 && joint.glued && pieces_.is_one_of(first - 1, kNumberedNames);
  }

  /// "2014 AB": two capitals behind four digits.
  bool is_postcode(std::size_t next) const {
    const std::string_view word = pieces_.text_of(next);
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    return word.size() == 2 && capital(word[0]) && capital(word[1]);
  }

  Span span(std::size_t first, std::size_t next) const {
    return {pieces_.at(first).span.begin, pieces_.at(next - 1).span.end};
  }

  const Pieces& pieces_;
  Date today_;
};

}  // namespace

std::vector<ScannedPeriod> scan_periods(const Pieces& pieces, Date today) { return PeriodScanner{pieces, today}.run(); }

}  // namespace collega::language
