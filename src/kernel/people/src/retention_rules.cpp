#include "retention_rules.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "check_text.h"

namespace collega::people {

std::string_view embedded_retention_tsv();

namespace {

constexpr int kLongest = 100;  // years, months or weeks: what is kept longer is kept for ever

std::vector<std::string_view> parts(std::string_view text, char mark) {
  std::vector<std::string_view> found;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(mark, begin), text.size());
    found.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return found;
}

template <class E>
E word(std::string_view text) {
  const std::optional<E> value = described::enum_named<E>(text);
  if (!value) throw std::logic_error("retention.tsv: " + std::string{text});
  return *value;
}

int number(std::string_view text) {
  int value = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failure != std::errc{} || end != text.data() + text.size())
    throw std::logic_error("retention.tsv: " + std::string{text});
  return value;
}

RetentionRule rule_in(std::string_view line) {
  const std::vector<std::string_view> cells = parts(line, '\t');
  if (cells.size() != 10) throw std::logic_error("retention.tsv: " + std::string{line});
  return {.clock = std::string{cells[0]},
          .count = number(cells[1]),
          .length = word<Length>(cells[2]),
          .counted_from = word<CountedFrom>(cells[3]),
          .bound = word<Bound>(cells[4]),
          .title_nl = std::string{cells[5]},
          .title_en = std::string{cells[6]},
          .event_nl = std::string{cells[7]},
          .event_en = std::string{cells[8]},
          .source = std::string{cells[9]},
          .changed = false,
          .reason = {}};
}

std::optional<RetentionRule> shipped_rule(std::string_view clock) {
  for (RetentionRule& rule : shipped_rules()) {
    if (rule.clock == clock) return std::move(rule);
  }
  return std::nullopt;
}

Date later(Date day, int count, Length length) {
  using namespace std::chrono;
  if (length == Length::weeks) return day.days() + weeks{count};
  const year_month_day calendar = day.calendar();
  const year_month_day moved = length == Length::months ? calendar + months{count} : calendar + years{count};
  if (moved.ok()) return moved;
  return sys_days{(moved.year() / moved.month() + months{1}) / 1};
}

}  // namespace

std::vector<RetentionRule> shipped_rules() {
  std::vector<RetentionRule> rules;
  for (const std::string_view line : parts(embedded_retention_tsv(), '\n')) {
    if (!line.empty() && line.front() != '#') rules.push_back(rule_in(line));
  }
  return rules;
}

const RetentionRule& rule_of(const std::vector<RetentionRule>& rules, std::string_view clock) {
  const auto found =
      std::find_if(rules.begin(), rules.end(), [&](const RetentionRule& rule) { return rule.clock == clock; });
  if (found == rules.end()) throw std::logic_error("no row of retention for " + std::string{clock});
  return *found;
}

Result<std::vector<RetentionRule>> retention_rules(store::ReadTransaction& read) {
  std::vector<RetentionRule> rules = shipped_rules();
  store::Rows rows = TRY(read.query("select clock, amount, length, reason from retention_rule"));
  while (TRY(rows.next())) {
    for (RetentionRule& rule : rules) {
      if (rule.clock != rows.view(0)) continue;
      rule.count = rows.get<int>(1);
      rule.length = rows.get<Length>(2);
      rule.reason = rows.get<std::string>(3);
      rule.changed = true;
    }
  }
  return rules;
}

Result<Done> set_retention(store::WriteTransaction& write, std::string_view clock, int count, Length length,
                           const std::string& reason) {
  const auto shipped = shipped_rule(clock);
  if (!shipped) return Error{ErrorCode::unknown_value, "clock: " + std::string{clock}};
  TRY(check_needed(reason, "reason"));
  const Error refused{ErrorCode::out_of_range, "count: " + std::to_string(count)};
  if (count < 0 || count > kLongest) return refused;
  // Compared on a leap day, the day on which two periods can differ least.
  const Date day{std::chrono::sys_days{std::chrono::year{2024} / 2 / 29}};
  const Date asked = later(day, count, length);
  const Date law = later(day, shipped->count, shipped->length);
  if (shipped->bound == Bound::at_least && asked < law) return refused;
  if (shipped->bound == Bound::at_most && asked > law) return refused;
  TRY(
      write.execute("insert into retention_rule (clock, amount, length, reason) values (?, ?, ?, ?) on conflict (clock)"
                    " do update set amount = excluded.amount, length = excluded.length, reason = excluded.reason",
                    clock, count, length, reason));
  return Done{};
}

Result<Done> reset_retention(store::WriteTransaction& write, std::string_view clock) {
  if (!shipped_rule(clock)) return Error{ErrorCode::unknown_value, "clock: " + std::string{clock}};
  TRY(write.execute("delete from retention_rule where clock = ?", clock));
  return Done{};
}

Date run_out(const RetentionRule& rule, Date event) {
  using namespace std::chrono;
  const Date from = rule.counted_from == CountedFrom::event
                        ? Date{event.days() + days{1}}
                        : Date{sys_days{(event.calendar().year() + years{1}) / 1 / 1}};
  return later(from, rule.count, rule.length);
}

}  // namespace collega::people
