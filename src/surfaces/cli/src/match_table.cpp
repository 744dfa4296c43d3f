#include "match_table.h"

#include <algorithm>

#include "terminal.h"
#include "texts.h"

namespace collega::cli {
namespace {

constexpr std::size_t kGap = 2;
// A label shorter than this cannot be told from its neighbours; a longer column leaves no room for candidates.
constexpr std::size_t kNarrowestLabel = 16;
constexpr std::size_t kLargestLabelShare = 45;  // per cent of the width
// Names longer than this above a column of one sign waste more than they tell.
constexpr std::size_t kWidestName = 16;

using Candidates = std::vector<const Candidate*>;

class TableWriter {
 public:
  TableWriter(const MatchReport& report, const Look& look)
      : report_(report), look_(look), texts_(texts(look.language)), ellipsis_(signs(look.utf8).ellipsis) {
    std::size_t widest = 0;
    for (const AskedFor& criterion : report.criteria) {
      widest = std::max(widest, width_of(criterion.label));
      kind_width_ = std::max(kind_width_, width_of(kind_of(criterion)));
    }
    label_width_ = std::min(widest, std::max(kNarrowestLabel, look.columns * kLargestLabelShare / 100));
  }

  std::string write(const Candidates& candidates) {
    const std::size_t room = look_.columns > left_width() ? look_.columns - left_width() : 0;
    const bool by_name = choose_column_width(candidates, room);
    const std::size_t columns = std::max<std::size_t>(1, room / column_width_);
    std::string out;
    for (std::size_t begin = 0; begin < candidates.size(); begin += columns) {
      const auto first = candidates.begin() + static_cast<std::ptrdiff_t>(begin);
      const auto last = candidates.begin() + static_cast<std::ptrdiff_t>(std::min(begin + columns, candidates.size()));
      out += '\n' + page({first, last}, by_name);
    }
    return out;
  }

 private:
  [[nodiscard]] std::string kind_of(const AskedFor& criterion) const {
    return texts_(criterion.must ? "kind.must" : "kind.wish");
  }
  [[nodiscard]] std::size_t left_width() const { return kGap + kind_width_ + kGap + label_width_; }

  /// Whether all names fit above one row of columns.
  bool choose_column_width(const Candidates& candidates, std::size_t room) {
    std::size_t name = 1;
    std::size_t number = 1;
    for (const Candidate* candidate : candidates) {
      name = std::max(name, width_of(candidate->name));
      number = std::max(number, std::to_string(candidate->place).size());
    }
    const bool by_name = name <= kWidestName && candidates.size() * (name + kGap) <= room;
    column_width_ = (by_name ? name : number) + kGap;
    return by_name;
  }

  std::string page(const Candidates& candidates, bool by_name) {
    std::string head(left_width(), ' ');
    for (const Candidate* candidate : candidates) {
      head += cell(by_name ? candidate->name : std::to_string(candidate->place));
    }
    std::string out = painted(without_end_spaces(head), Colour::bold, look_.colours) + '\n';
    for (std::size_t i = 0; i < report_.criteria.size(); ++i) out += row(i, candidates);
    if (!by_name) out += key(candidates);
    return out;
  }

  std::string row(std::size_t i, const Candidates& candidates) {
    const AskedFor& criterion = report_.criteria[i];
    std::string line(kGap, ' ');
    line += padded(kind_of(criterion), kind_width_) + std::string(kGap, ' ');
    line += padded(shortened(criterion.label, label_width_, ellipsis_), label_width_);
    for (const Candidate* candidate : candidates) line += cell(sign_of(candidate->judged[i].met, look_));
    return without_end_spaces(std::move(line)) + '\n';
  }

  static std::string without_end_spaces(std::string line) {
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
  }

  /// In the middle of its column.
  [[nodiscard]] std::string cell(std::string_view text) const {
    const std::size_t room = column_width_ - std::min(column_width_, kGap + width_of(text));
    return std::string(kGap + room / 2, ' ') + std::string{text} + std::string(room - room / 2, ' ');
  }

  /// "1 = jansen, 2 = bakker", broken between entries only.
  [[nodiscard]] std::string key(const Candidates& candidates) const {
    std::string text;
    std::string line;
    for (const Candidate* candidate : candidates) {
      std::string entry = std::to_string(candidate->place) + " = " + candidate->name;
      if (candidate != candidates.back()) entry += ',';
      if (!line.empty() && kGap + width_of(line) + 1 + width_of(entry) > look_.columns) {
        text += std::string(kGap, ' ') + line + '\n';
        line.clear();
      }
      line += (line.empty() ? "" : " ") + entry;
    }
    text += hanging(std::string(kGap, ' '), line, look_.columns);
    return painted(text, Colour::dim, look_.colours);
  }

  const MatchReport& report_;
  const Look& look_;
  const Messages& texts_;
  std::string_view ellipsis_;
  std::size_t kind_width_ = 0;
  std::size_t label_width_ = 0;
  std::size_t column_width_ = 1;
};

}  // namespace

std::string sign_of(Met met, const Look& look) {
  const Signs& sign = signs(look.utf8);
  switch (met) {
    case Met::yes:
      return painted(sign.yes, Colour::green, look.colours);
    case Met::partly:
      return painted(sign.partly, Colour::yellow, look.colours);
    case Met::no:
      return painted(sign.no, Colour::red, look.colours);
    case Met::unknown:
      return painted(sign.unknown, Colour::dim, look.colours);
  }
  return {};
}

std::string match_table(const MatchReport& report, const Candidates& candidates, const Look& look) {
  return TableWriter{report, look}.write(candidates);
}

}  // namespace collega::cli
