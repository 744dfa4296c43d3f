#include "collega/people/retention.h"

#include <algorithm>

#include "collega/people/contract.h"
#include "days.h"
#include "person_rows.h"
#include "retention_rules.h"

namespace collega::people {
namespace {

/// How far a clock is on a day.
struct Clock {
  bool never = false;         ///< nothing can start it: the person never was in service
  std::optional<Date> until;  ///< when it runs out; absent while it has not begun
};

/// The first day after the last contract; kOpen while one has no end, nothing when there was none. Contracts that were
/// erased left their day in left_on.
Result<std::optional<Date>> end_of_service(store::ReadTransaction& read, PersonId person) {
  auto end = TRY(read.first<Date>("select ends from contract where person_id = ? order by ends desc limit 1", person));
  if (!end) end = TRY(read.first<Date>("select left_on from person where id = ? and left_on is not null", person));
  return end;
}

Clock begun(const RetentionRule& rule, Date event, Date day) {
  return event < day ? Clock{.never = false, .until = run_out(rule, event)} : Clock{};
}

Result<Clock> clock_of(store::ReadTransaction& read, const Holding& holding, const RetentionRule& rule, PersonId person,
                       Date day) {
  if (holding.started) {
    const auto event = TRY(holding.started(read, person));
    return event ? begun(rule, *event, day) : Clock{};
  }
  const auto end = TRY(end_of_service(read, person));
  if (!end) return Clock{.never = true, .until = {}};
  return *end == kOpen ? Clock{} : begun(rule, last_day_before(*end), day);
}

bool may_go(const RetentionRule& rule, const Clock& clock, Date day, Ground ground) {
  if (clock.never) return ground == Ground::request;
  if (!clock.until) return false;
  if (*clock.until <= day) return true;
  return ground == Ground::request && rule.bound != Bound::at_least;
}

/// As in `holdings`, but the person last.
std::vector<Holding> person_last(std::vector<Holding> holdings) {
  std::stable_partition(holdings.begin(), holdings.end(), [](const Holding& one) { return one.kind != kPersonKind; });
  return holdings;
}

/// The person stays as long as anything else does.
void wait_for_others(KeptKind& person, const std::vector<KeptKind>& others) {
  for (const KeptKind& other : others) {
    if (!other.until) person.until = std::nullopt;
    if (person.until && other.until) person.until = std::max(*person.until, *other.until);
  }
}

Result<Done> add_due(store::ReadTransaction& read, PersonId person, const std::vector<Holding>& holdings,
                     const std::vector<RetentionRule>& rules, Date day, std::vector<Due>& found) {
  for (const Holding& holding : holdings) {
    const auto until = TRY(clock_of(read, holding, rule_of(rules, holding.clock), person, day)).until;
    if (!until || *until > day || TRY(holding.show(read, person)).empty()) continue;
    found.push_back({person, std::string{holding.kind}, std::string{holding.clock}, *until});
  }
  return Done{};
}

}  // namespace

Result<DuePage> due(store::ReadTransaction& read, const std::vector<Holding>& holdings, Date day,
                    std::optional<PersonId> after, int people) {
  if (people < 1) return Error{ErrorCode::out_of_range, "people"};
  const std::vector<RetentionRule> rules = TRY(retention_rules(read));
  store::Rows rows =
      TRY(read.query("select id from person where id > ? order by id limit ?", after.value_or(PersonId{}), people));
  DuePage page;
  int seen = 0;
  for (; TRY(rows.next()); ++seen) {
    page.next = rows.get<PersonId>(0);
    TRY(add_due(read, *page.next, holdings, rules, day, page.rows));
  }
  if (seen < people) page.next = std::nullopt;
  return page;
}

Result<Erasure> erase_person(store::WriteTransaction& write, PersonId person, const std::vector<Holding>& holdings,
                             Date day, Ground ground) {
  TRY(sort_name_of(write, person, "person"));
  const std::vector<RetentionRule> rules = TRY(retention_rules(write));
  const std::vector<Holding> ordered = person_last(holdings);
  std::vector<Clock> clocks;  // all are read before anything goes
  for (const Holding& one : ordered)
    clocks.push_back(TRY(clock_of(write, one, rule_of(rules, one.clock), person, day)));
  Erasure erasure;
  for (std::size_t i = 0; i < ordered.size(); ++i) {
    const Holding& holding = ordered[i];
    if (TRY(holding.show(write, person)).empty()) continue;
    KeptKind kept{std::string{holding.kind}, std::string{holding.clock}, clocks[i].until};
    if (holding.kind == kPersonKind) wait_for_others(kept, erasure.kept);
    const bool waits = holding.kind == kPersonKind && !erasure.kept.empty();
    if (waits || !may_go(rule_of(rules, holding.clock), clocks[i], day, ground)) {
      erasure.kept.push_back(std::move(kept));
    } else {
      const std::int64_t rows = TRY(holding.erase(write, person));
      erasure.erased.push_back({std::string{holding.kind}, rows});
    }
  }
  return erasure;
}

Result<JsonObject> everything_of(store::ReadTransaction& read, PersonId person, const std::vector<Holding>& holdings) {
  JsonObject all;
  for (const Holding& holding : holdings) {
    JsonArray items = TRY(holding.show(read, person));
    if (items.empty()) continue;
    all[holding.kind] = JsonObject{{"title_nl", holding.title.nl},
                                   {"title_en", holding.title.en},
                                   {"clock", holding.clock},
                                   {"items", std::move(items)}};
  }
  return all;
}

}  // namespace collega::people
