#include <deque>

#include "collega/base/utf8.h"
#include "collega/library/readers.h"
#include "collega/people/people.h"
#include "library_rows.h"
#include "rights.h"

namespace collega::library {
namespace {

// Longer than any title that could be found by it.
constexpr std::size_t kLongestQuery = kLongestTitle;

// A statement that grows; it keeps the texts that its arguments refer to.
class Search {
 public:
  explicit Search(std::string sql) : sql_(std::move(sql)) {}

  void fill(const store::Argument& argument) { arguments_.push_back(argument); }
  void fill(const std::vector<store::Argument>& arguments) {
    arguments_.insert(arguments_.end(), arguments.begin(), arguments.end());
  }
  void where(std::string_view condition) {
    sql_ += (std::exchange(first_, false) ? " where " : " and ") + std::string{condition};
  }
  void where(std::string_view condition, const store::Argument& argument) {
    where(condition);
    fill(argument);
  }
  void where(const Condition& condition) {
    where(condition.sql);
    fill(condition.arguments);
  }
  const std::string& text(std::string text) { return texts_.emplace_back(std::move(text)); }
  [[nodiscard]] Result<store::Rows> run(store::ReadTransaction& read, std::string_view end, int limit) {
    fill(limit);
    return read.query(sql_ + std::string{end}, arguments_);
  }

 private:
  std::string sql_;
  bool first_ = true;
  std::vector<store::Argument> arguments_;
  std::deque<std::string> texts_;
};

// "%reis%": the word anywhere, its own % and _ being nothing but letters.
std::string anywhere(std::string_view word) {
  std::string pattern = "%";
  for (const char c : word) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return pattern + '%';
}

void add_words(std::string_view folded, Search& search) {
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    if (end > at) {
      search.where("d.title_key like ? escape '\\'", search.text(anywhere(folded.substr(at, end - at))));
    }
    at = end + 1;
  }
}

Result<Done> add_unit(store::ReadTransaction& read, people::UnitId unit, Date day, Search& search) {
  const std::vector<people::UnitId> units = TRY(people::units_under(read, {unit}, day));
  if (units.empty()) {
    search.where("1 = 0");
    return Done{};
  }
  search.where("d.unit_id in (" + places(units.size()) + ")");
  for (const people::UnitId under : units) search.fill(under);
  return Done{};
}

Result<Done> add_cursor(store::ReadTransaction& read, DocumentId after, Search& search) {
  const auto key = TRY(read.first<std::string>("select title_key from library_document where id = ?", after));
  if (!key) return Error{ErrorCode::unknown_document, to_string(after)};
  search.where("(d.title_key, d.id) > (?, ?)", search.text(*key));
  search.fill(after);
  return Done{};
}

// The last column tells whether the row is readable.
Search search_on(Date day, bool in_force_only, const Condition& readable) {
  Search search{"select " + std::string{kDocumentColumns} + ", " + std::string{kVersionColumns} + ", case when " +
                readable.sql + " then 1 else 0 end from library_document d " + (in_force_only ? "join" : "left join") +
                " library_version v on v.id = " + std::string{kLastBegun} + " and v.ends > ?"};
  search.fill(readable.arguments);
  search.fill(day);
  search.fill(day);
  return search;
}

Result<DocumentRow> row_in(store::ReadTransaction& read, const store::Rows& rows) {
  DocumentRow row{document_in(rows), rows.get<bool>(rows.columns() - 1), std::nullopt};
  const bool in_force = !rows.is_null(kDocumentColumnCount);
  if (row.readable && in_force) row.version = TRY(version_in(read, rows, kDocumentColumnCount)).version;
  return row;
}

}  // namespace

Result<DocumentPage> list(store::ReadTransaction& read, const identity::Asker& asker, const DocumentQuery& query) {
  if (query.limit < 1 || query.limit > kLargestPage) return Error{ErrorCode::out_of_range, "limit"};
  if (query.text.size() > kLongestQuery) return Error{ErrorCode::out_of_range, "text"};
  if (!is_valid_utf8(query.text)) return Error{ErrorCode::bad_utf8, "text"};
  const Date day = query.as_of.value_or(asker.today);

  const Condition allowed = TRY(readable(read, asker, query.person, asker.today));
  const bool unread_too = query.kept && keeps_unread(asker, query.person.has_value());
  Search search = search_on(day, query.as_of.has_value(), unread_too ? allowed : Condition{"1 = 1", {}});
  if (query.person) {
    search.where("d.person_id = ?", *query.person);
  } else {
    search.where("d.person_id is null");
  }
  if (query.kind) search.where("d.kind = ?", *query.kind);
  if (query.unit) TRY(add_unit(read, *query.unit, day, search));
  add_words(fold(query.text), search);
  if (query.after) TRY(add_cursor(read, *query.after, search));
  if (!unread_too) search.where(allowed);

  store::Rows rows = TRY(search.run(read, " order by d.title_key, d.id limit ?", query.limit + 1));
  DocumentPage page;
  while (TRY(rows.next())) {
    if (page.rows.size() == static_cast<std::size_t>(query.limit)) {
      page.next = page.rows.back().document.id;
      break;
    }
    page.rows.push_back(TRY(row_in(read, rows)));
  }
  return page;
}

}  // namespace collega::library
