#include <charconv>

#include "collega/ledger/ledger.h"
#include "persons.h"
#include "words.h"

namespace collega::ledger {
namespace {

/// The place behind which the next page begins: "<at>/<seq>/<writer>".
struct Place {
  std::int64_t at = 0;
  std::int64_t seq = 0;
  std::string writer;
};

std::string text_of(const Recorded& entry) {
  return std::to_string(entry.at.time_since_epoch().count()) + '/' + std::to_string(entry.seq) + '/' + entry.writer;
}

bool take_number(std::string_view& text, std::int64_t& number) {
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  const auto taken = static_cast<std::size_t>(end - text.data());
  if (failure != std::errc{} || taken == text.size() || text[taken] != '/') return false;
  text.remove_prefix(taken + 1);
  return true;
}

Result<Place> parse_cursor(std::string_view cursor) {
  Place place;
  std::string_view rest = cursor;
  if (!take_number(rest, place.at) || !take_number(rest, place.seq) || !is_word(rest)) {
    return Error{ErrorCode::unknown_value, "cursor"};
  }
  place.writer = rest;
  return place;
}

/// The statement, with its conditions and their arguments; these refer to the filter.
struct Question {
  std::string sql;
  std::vector<store::Argument> arguments;

  void also(std::string_view condition, store::Argument argument) {
    sql += condition;
    arguments.push_back(argument);
  }
};

Question question(const Filter& filter, const std::optional<std::string>& digest, const std::optional<Place>& behind) {
  Question asked{"select e.writer, e.seq, e.at, e.kind, e.actor, e.operation, e.about, e.details from ", {}};
  if (digest) {
    asked.also("ledger_about k join ledger_entry e on e.writer = k.writer and e.seq = k.seq where k.digest = ?",
               *digest);
  } else {
    asked.sql += "ledger_entry e where 1 = 1";
  }
  const std::string key = digest ? "k" : "e";
  if (filter.kind) asked.also(" and e.kind = ?", *filter.kind);
  if (!filter.operation.empty()) asked.also(" and e.operation = ?", filter.operation);
  if (!filter.actor.empty()) asked.also(" and e.actor = ?", filter.actor);
  if (filter.from) asked.also(" and " + key + ".at >= ?", *filter.from);
  if (filter.before) asked.also(" and " + key + ".at < ?", *filter.before);
  const std::string order = key + ".at, " + key + ".writer, " + key + ".seq";
  if (behind) {
    asked.sql += " and (" + order + ") < (?, ?, ?)";
    asked.arguments.insert(asked.arguments.end(), {behind->at, behind->writer, behind->seq});
  }
  asked.sql += " order by " + key + ".at desc, " + key + ".writer desc, " + key + ".seq desc limit ?";
  return asked;
}

Result<Recorded> recorded(const store::Rows& rows) {
  const auto kind = described::enum_named<Kind>(rows.view(3));
  const auto details = parse_json(rows.view(7));
  if (!kind || !details) {
    return Error{ErrorCode::store_broken,
                 "ledger_entry " + rows.get<std::string>(0) + " " + std::to_string(rows.get<std::int64_t>(1))};
  }
  const std::vector<std::string_view> about = words_of(rows.view(6));
  return Recorded{rows.get<std::string>(0), rows.get<std::int64_t>(1), rows.get<Moment>(2),          *kind,
                  rows.get<std::string>(4), rows.get<std::string>(5),  {about.begin(), about.end()}, details.value()};
}

}  // namespace

Result<Page> page(store::ReadTransaction& read, const Filter& filter, std::string_view cursor, int most) {
  std::optional<Place> behind;
  if (!cursor.empty()) behind = TRY(parse_cursor(cursor));
  std::optional<std::string> digest;
  if (filter.person) {
    digest = TRY(known_digest(read, *filter.person));
    if (!digest) return Page{};
  }
  Question asked = question(filter, digest, behind);
  asked.arguments.emplace_back(most + 1);  // one more tells whether there is a next page
  store::Rows rows = TRY(read.query(asked.sql, asked.arguments));
  Page page;
  while (TRY(rows.next())) {
    if (page.entries.size() == static_cast<std::size_t>(most)) {
      page.next = text_of(page.entries.back());
      break;
    }
    page.entries.push_back(TRY(recorded(rows)));
  }
  return page;
}

}  // namespace collega::ledger
