#include "append.h"

#include <algorithm>

#include "chain.h"
#include "persons.h"
#include "rows.h"
#include "words.h"

namespace collega::ledger {

std::string_view embedded_ledger_1_sql();

namespace {

// A writer waits up to half a minute for its turn (store::Options::patience), and another may have gone before it with
// a later time. Only what lies further back is a clock that was set back.
constexpr std::int64_t kWaitingMs = 60'000;
constexpr std::string_view kSetBack = "clock_set_back_ms";

/// What goes into the row of an entry and is not in Prepared.
struct Row {
  std::int64_t at = 0;
  std::string about;
  std::vector<std::string> digests;
  std::string details;
  Mac mac{};
};

Result<Done> know_the_key(store::WriteTransaction& write, const Keys& keys) {
  const auto proof = TRY(write.first<std::string>("select proof from ledger_check where id = 1"));
  if (!proof) {
    TRY(write.execute("insert into ledger_check (id, proof) values (1, ?)", store::Blob{bytes_of(keys.check)}));
  } else if (*proof != bytes_of(keys.check)) {
    return Error{ErrorCode::key_wrong, "ledger"};
  }
  return Done{};
}

/// Where the chain goes on.
Result<Head> current_head(store::WriteTransaction& write, const Keys& keys, std::string_view writer) {
  std::optional<Head> head = TRY(head_of(write, writer));
  if (head) {
    if (is_proved(keys, *head)) return *std::move(head);
    TRY(know_the_key(write, keys));
    return Error{ErrorCode::store_broken, "ledger_head " + std::string{writer}};
  }
  TRY(know_the_key(write, keys));
  const auto last =
      TRY(write.first<std::int64_t>("select seq from ledger_entry where writer = ? order by seq desc limit 1", writer));
  if (last) return Error{ErrorCode::store_broken, "ledger_head " + std::string{writer}};
  return Head{.writer = std::string{writer}, .seq = 0, .mac = no_mac(), .at = 0, .set_back = false, .proof = {}};
}

Result<Done> put_head(store::WriteTransaction& write, const Keys& keys, const Head& head) {
  const Mac proof = proof_of(keys, head);
  TRY(write.execute(
      "insert into ledger_head (writer, seq, mac, at, set_back, proof) values (?, ?, ?, ?, ?, ?)"
      " on conflict (writer) do update set seq = excluded.seq, mac = excluded.mac, at = excluded.at,"
      " set_back = excluded.set_back, proof = excluded.proof",
      head.writer, head.seq, store::Blob{head.mac}, head.at, head.set_back, store::Blob{bytes_of(proof)}));
  return Done{};
}

std::vector<std::string> digests_in(const PersonDigests& known, const std::vector<std::int64_t>& persons) {
  std::vector<std::string> digests;
  for (const std::int64_t person : persons) digests.push_back(known.at(person));
  std::ranges::sort(digests);
  digests.erase(std::unique(digests.begin(), digests.end()), digests.end());
  return digests;
}

Result<std::string> with_set_back(const std::string& details, std::int64_t milliseconds) {
  Json read = TRY(parse_json(details));
  read.as_object()[kSetBack] = milliseconds;
  return canonical(read.as_object(), "details");
}

/// Adds the entry to the chain that `head` tells of.
Result<Row> link(const Keys& keys, Head& head, const Prepared& entry, const PersonDigests& persons,
                 std::string& buffer) {
  const std::int64_t now = entry.now.time_since_epoch().count();
  const bool set_back = head.at - now > kWaitingMs;
  Row row{.at = std::max(now, head.at),
          .about = {},
          .digests = digests_in(persons, entry.about),
          .details = entry.details,
          .mac = {}};
  if (set_back && !head.set_back) row.details = TRY(with_set_back(entry.details, head.at - now));
  row.about = canonical_list(row.digests);
  row.mac = mac_of(keys, head.mac,
                   {.writer = head.writer,
                    .seq = head.seq + 1,
                    .at = row.at,
                    .kind = name_of(entry.kind),
                    .actor = entry.actor,
                    .operation = entry.operation,
                    .about = row.about,
                    .details = row.details},
                   buffer);
  head.seq += 1;
  head.at = row.at;
  head.set_back = set_back;
  head.mac = bytes_of(row.mac);
  return row;
}

Result<Done> insert_all(store::WriteTransaction& write, std::string_view writer, std::int64_t first_seq,
                        std::span<const Prepared> entries, const std::vector<Row>& rows) {
  std::vector<store::Argument> columns;
  std::vector<store::Argument> abouts;
  columns.reserve(entries.size() * 9);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Prepared& entry = entries[i];
    const Row& row = rows[i];
    const std::int64_t seq = first_seq + static_cast<std::int64_t>(i);
    columns.insert(columns.end(), {writer, seq, row.at, entry.kind, entry.actor, entry.operation, row.about,
                                   row.details, store::Blob{bytes_of(row.mac)}});
    for (const std::string& digest : row.digests) abouts.insert(abouts.end(), {digest, row.at, writer, seq});
  }
  TRY(insert_rows(write,
                  "insert into ledger_entry (writer, seq, at, kind, actor, operation, about, details, mac) values ", 9,
                  columns));
  return insert_rows(write, "insert into ledger_about (digest, at, writer, seq) values ", 4, abouts);
}

}  // namespace

std::vector<store::Migration> migrations() { return {{"ledger", 1, embedded_ledger_1_sql()}}; }

Result<Prepared> prepare(const Entry& entry, Moment now) {
  if (!is_actor(entry.actor)) return Error{ErrorCode::wrong_type, "actor"};
  if (!is_word(entry.operation)) return Error{ErrorCode::wrong_type, "operation"};
  std::string details = TRY(canonical(entry.details, "details"));
  return Prepared{entry.kind, entry.actor, entry.operation, entry.about, std::move(details), now};
}

Result<std::int64_t> append_all(store::WriteTransaction& write, std::string_view writer,
                                std::span<const Prepared> entries) {
  if (!is_word(writer)) return Error{ErrorCode::wrong_type, "writer"};
  const Keys keys{write.ledger_key()};
  Head head = TRY(current_head(write, keys, writer));
  const std::int64_t first_seq = head.seq + 1;
  std::vector<std::int64_t> people;
  for (const Prepared& entry : entries) people.insert(people.end(), entry.about.begin(), entry.about.end());
  const PersonDigests persons = TRY(digests_of(write, people));
  std::vector<Row> rows;
  rows.reserve(entries.size());
  std::string buffer;
  for (const Prepared& entry : entries) rows.push_back(TRY(link(keys, head, entry, persons, buffer)));
  TRY(insert_all(write, writer, first_seq, entries, rows));
  TRY(put_head(write, keys, head));
  return head.seq;
}

Result<std::int64_t> append(store::WriteTransaction& write, std::string_view writer, const Entry& entry, Moment now) {
  const Prepared prepared = TRY(prepare(entry, now));
  return append_all(write, writer, {&prepared, 1});
}

Result<std::int64_t> anchor(store::WriteTransaction& write, std::string_view writer, Moment now) {
  JsonArray heads = named(Keys{write.ledger_key()}, TRY(all_heads(write)), writer);
  if (heads.empty()) return std::int64_t{0};
  return append(write, writer,
                {.kind = Kind::anchor,
                 .actor = "ledger",
                 .operation = "ledger.anchor",
                 .about = {},
                 .details = {{"heads", std::move(heads)}}},
                now);
}

Result<std::int64_t> forget(store::WriteTransaction& write, std::int64_t person, std::string_view writer,
                            const Entry& erasure, Moment now) {
  TRY(write.execute("delete from ledger_person where person = ?", person));
  Entry about_nobody = erasure;
  about_nobody.kind = Kind::erasure;
  about_nobody.about.clear();
  return append(write, writer, about_nobody, now);
}

}  // namespace collega::ledger
