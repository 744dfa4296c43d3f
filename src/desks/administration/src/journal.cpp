#include "journal.h"

#include "collega/store/seal.h"

namespace collega::administration {
namespace {

constexpr std::string_view kColumn = "import_change.before";

/// A sealed value belongs to one row; of a table with two keys both count.
std::string place_of(std::int64_t run) { return std::string{kColumn} + "/" + id_text(run); }

/// Its key in the first line, then the image.
template <class Image>
std::string text_of(const std::string& key, const Image& image) {
  return key + '\n' + (image.exists() ? to_text(to_json(image)) : std::string{});
}

template <class Image>
std::string digest(store::ReadTransaction& read, const Image& image) {
  return image.exists() ? read.seal().digest("import_change.after", to_text(to_json(image))) : std::string{};
}

Result<JournalEntry> opened(store::ReadTransaction& read, const store::Rows& rows, ImportRunId run) {
  JournalEntry entry{.seq = rows.get<std::int64_t>(0),
                     .kind = rows.get<ChangeKind>(1),
                     .entity = rows.get<std::int64_t>(2),
                     .key = {},
                     .person = {},
                     .unit = {},
                     .after = rows.get<std::string>(4)};
  const std::string before = TRY(read.seal().open(rows.view(3), {place_of(run.number), entry.seq}));
  const std::size_t line = before.find('\n');
  if (line == std::string::npos) return Error{ErrorCode::store_broken, std::string{kColumn}};
  entry.key = before.substr(0, line);
  if (line + 1 == before.size()) return entry;
  const Json image = TRY(parse_json(std::string_view{before}.substr(line + 1)));
  if (entry.kind == ChangeKind::person) {
    entry.person = TRY(from_json<PersonImage>(image));
  } else {
    entry.unit = TRY(from_json<UnitImage>(image));
  }
  return entry;
}

}  // namespace

std::string digest_of(store::ReadTransaction& read, const PersonImage& image) { return digest(read, image); }
std::string digest_of(store::ReadTransaction& read, const UnitImage& image) { return digest(read, image); }

Result<Done> Journal::put(ChangeKind kind, std::int64_t entity, const std::string& before, const std::string& after) {
  const std::int64_t seq = ++seq_;
  const std::string sealed = write_.seal().close(before, {place_of(run_.number), seq});
  TRY(write_.execute("insert into import_change (run, seq, kind, entity, before, after) values (?, ?, ?, ?, ?, ?)",
                     run_, seq, kind, entity, store::Blob{sealed}, after));
  return Done{};
}

Result<Done> Journal::add(people::PersonId person, const std::string& key, const PersonImage& before,
                          const PersonImage& after) {
  return put(ChangeKind::person, person.number, text_of(key, before), digest(write_, after));
}

Result<Done> Journal::add(people::UnitId unit, const std::string& key, const UnitImage& before,
                          const UnitImage& after) {
  return put(ChangeKind::unit, unit.number, text_of(key, before), digest(write_, after));
}

Result<std::vector<JournalEntry>> journal_of(store::ReadTransaction& read, ImportRunId run) {
  store::Rows rows = TRY(
      read.stream("select seq, kind, entity, before, after from import_change where run = ? order by seq desc", run));
  std::vector<JournalEntry> entries;
  while (TRY(rows.next())) entries.push_back(TRY(opened(read, rows, run)));
  return entries;
}

}  // namespace collega::administration
