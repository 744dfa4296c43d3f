#include "collega/register/law.h"

#include <algorithm>
#include <stdexcept>

namespace collega::ai_register {

std::string_view embedded_law_tsv();

namespace {

constexpr std::size_t kCells = 10;

std::vector<std::string_view> parts(std::string_view text, char mark) {
  std::vector<std::string_view> found;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(mark, begin), text.size());
    found.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return found;
}

Date day(std::string_view cell) {
  const Result<Date> read = parse_date(cell);
  if (!read) throw std::logic_error("law.tsv: " + std::string{cell});
  return read.value();
}

std::optional<Date> day_if_any(std::string_view cell) { return cell.empty() ? std::nullopt : std::optional{day(cell)}; }

std::vector<Condition> conditions(std::string_view cell) {
  std::vector<Condition> found;
  if (cell.empty()) return found;
  for (const std::string_view word : parts(cell, ',')) {
    const auto condition = described::enum_named<Condition>(word);
    if (!condition) throw std::logic_error("law.tsv: " + std::string{word});
    found.push_back(*condition);
  }
  return found;
}

Provision provision_in(std::string_view line) {
  const std::vector<std::string_view> cells = parts(line, '\t');
  if (cells.size() != kCells) throw std::logic_error("law.tsv: " + std::string{line});
  return {.key = std::string{cells[0]},
          .short_nl = std::string{cells[1]},
          .short_en = std::string{cells[2]},
          .text_nl = std::string{cells[6]},
          .text_en = std::string{cells[7]},
          .applies = day_if_any(cells[3]),
          .was = day_if_any(cells[4]),
          .asks = conditions(cells[5]),
          .source = std::string{cells[8]},
          .seen = day(cells[9])};
}

std::vector<Provision> read_provisions() {
  std::vector<Provision> all;
  for (const std::string_view line : parts(embedded_law_tsv(), '\n')) {
    if (!line.empty() && line.front() != '#') all.push_back(provision_in(line));
  }
  return all;
}

}  // namespace

const std::vector<Provision>& provisions() {
  static const std::vector<Provision> all = read_provisions();
  return all;
}

std::string grounds_of(Condition condition, Language language) {
  std::string grounds;
  for (const Provision& provision : provisions()) {
    if (std::find(provision.asks.begin(), provision.asks.end(), condition) == provision.asks.end()) continue;
    if (!grounds.empty()) grounds += ", ";
    grounds += language == Language::nl ? provision.short_nl : provision.short_en;
  }
  return grounds;
}

}  // namespace collega::ai_register
