#include "candidates.h"

#include <algorithm>
#include <tuple>

#include "in_list.h"
#include "names.h"
#include "person_rows.h"

namespace collega::people {
namespace {

/// So many rows are read and sorted in about a millisecond. Where more fit, at 50,000 people at least one in 25 does,
/// and a page of 50 is full after some 1,250 of them.
constexpr std::size_t kFew = 2'000;
/// A word costs more a row, because person and terms are looked up for each. More people with the word: they are
/// frequent enough to be met soon in their units or by name.
constexpr std::int64_t kFewWithWord = 1'000;
/// More units hold more than a few people.
constexpr std::size_t kFewUnits = 256;

struct Candidate {
  std::string sort_name;
  PersonId person;

  auto operator<=>(const Candidate&) const = default;
};

class Search {
 public:
  Search(store::ReadTransaction& read, const PeopleQuery& query, const Wanted& wanted, std::optional<Candidate> after)
      : read_(read), query_(query), wanted_(wanted), after_(std::move(after)) {}

  Result<std::vector<PersonId>> run() {
    if (wanted_.units && wanted_.units->empty()) return std::vector<PersonId>{};
    const bool few_units = wanted_.units && wanted_.units->size() <= kFewUnits;
    if (!(!wanted_.words.empty() && TRY(by_word())) && !(few_units && TRY(by_units()))) TRY(by_name());
    std::vector<PersonId> people;
    for (const Candidate& candidate : found_) people.push_back(candidate.person);
    return people;
  }

 private:
  [[nodiscard]] std::size_t most() const { return static_cast<std::size_t>(query_.limit) + 1; }
  [[nodiscard]] bool of_the_day() const { return query_.whom == Whom::in_service; }
  /// Whether units and days are asked for at all, so that people without any contract are not.
  [[nodiscard]] bool by_terms() const { return of_the_day() || wanted_.units.has_value(); }

  // Every statement gives sort_name, person, words ('' where none are asked for) and unit (0 where it does not matter).
  [[nodiscard]] std::string columns() const {
    return std::string{by_terms() ? "select t.sort_name, t.person_id, " : "select p.sort_name, p.id, "} +
           (wanted_.words.empty() ? "''" : "p.words") + (by_terms() ? ", t.unit_id" : ", 0");
  }
  [[nodiscard]] std::string with_person() const { return wanted_.words.empty() ? "" : " cross join person p"; }
  /// What every row must meet but for units and words, which are looked at here.
  std::string conditions() {
    std::string sql = " where 1 = 1";
    if (by_terms() && !wanted_.words.empty()) sql += " and p.id = t.person_id";
    if (of_the_day()) {
      sql += " and t.begins <= ? and t.ends > ?";
      arguments_.insert(arguments_.end(), {query_.as_of, query_.as_of});
    }
    return sql;
  }

  [[nodiscard]] bool fits(const store::Rows& rows) const {
    if (!has_all(rows.view(2), wanted_.words)) return false;
    return !wanted_.units || std::binary_search(wanted_.units->begin(), wanted_.units->end(), rows.get<UnitId>(3));
  }

  /// All rows of `sql`, sorted; false when there are more than a few.
  Result<bool> take_few(const std::string& sql) {
    arguments_.emplace_back(static_cast<std::int64_t>(kFew + 1));
    store::Rows rows = TRY(read_.query(sql + " limit ?", arguments_));
    arguments_.clear();
    std::size_t seen = 0;
    std::vector<Candidate> all;
    while (TRY(rows.next())) {
      if (++seen > kFew) return false;
      Candidate candidate{std::string{rows.view(0)}, rows.get<PersonId>(1)};
      if (fits(rows) && (!after_ || candidate > *after_)) all.push_back(std::move(candidate));
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    if (all.size() > most()) all.resize(most());
    found_ = std::move(all);
    return true;
  }

  Result<bool> by_word() {
    const std::string& word = wanted_.words.front();
    const std::string behind = word + "\xf4\x8f\xbf\xbf";  // the last code point there is
    const auto with_word = TRY(read_.first<std::int64_t>(
        "select count(*) from (select 1 from person_word where word >= ? and word < ? limit ?) as found", word, behind,
        kFewWithWord + 1));
    if (with_word.value_or(0) > kFewWithWord) return false;
    const std::string terms = by_terms() ? " cross join contract_terms t" : "";
    std::string sql = columns() + " from person_word w" + terms + " cross join person p" + conditions();
    sql += " and w.word >= ? and w.word < ?" +
           std::string{by_terms() ? " and t.person_id = w.person_id" : " and p.id = w.person_id"};
    arguments_.insert(arguments_.end(), {word, behind});
    return take_few(sql);
  }

  Result<bool> by_units() {
    std::string sql = columns() + " from contract_terms t" + with_person() + conditions();
    sql += " and t.unit_id in " + in_list(*wanted_.units, arguments_);
    return take_few(sql);
  }

  Result<Done> by_name() {
    const std::string key = by_terms() ? "t.sort_name, t.person_id" : "p.sort_name, p.id";
    std::string sql =
        columns() + " from " + (by_terms() ? "contract_terms t" + with_person() : "person p") + conditions();
    sql += " and (" + key + ") > (?, ?) order by " + key;
    const Candidate from = after_.value_or(Candidate{});  // no name sorts before the empty one
    arguments_.clear();
    store::Rows rows = of_the_day() ? TRY(read_.stream(sql, query_.as_of, query_.as_of, from.sort_name, from.person))
                                    : TRY(read_.stream(sql, from.sort_name, from.person));
    while (found_.size() < most() && TRY(rows.next())) {
      if (!fits(rows)) continue;
      const auto person = rows.get<PersonId>(1);
      if (found_.empty() || found_.back().person != person) found_.push_back({std::string{rows.view(0)}, person});
    }
    return Done{};
  }

  store::ReadTransaction& read_;
  const PeopleQuery& query_;
  const Wanted& wanted_;
  std::optional<Candidate> after_;
  std::vector<store::Argument> arguments_;
  std::vector<Candidate> found_;
};

}  // namespace

Result<std::vector<PersonId>> candidates(store::ReadTransaction& read, const PeopleQuery& query, const Wanted& wanted) {
  std::optional<Candidate> after;
  if (query.after) after = Candidate{TRY(sort_name_of(read, *query.after, "after")), *query.after};
  return Search{read, query, wanted, std::move(after)}.run();
}

}  // namespace collega::people
