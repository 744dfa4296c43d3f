#include "collega/library/readers.h"

#include <algorithm>

#include "checks.h"
#include "rights.h"

namespace collega::library {
namespace {

Result<Done> check_reader(store::ReadTransaction& read, const Reader& reader, const Document& document) {
  const bool wide = reader.kind == ReaderKind::everybody || reader.kind == ReaderKind::unit;
  if (wide && document.entry.person) return Error{ErrorCode::readers_too_wide, std::string{name_of(reader.kind)}};
  const bool named = reader.role.has_value() == (reader.kind == ReaderKind::role) &&
                     reader.unit.has_value() == (reader.kind == ReaderKind::unit) &&
                     reader.person.has_value() == (reader.kind == ReaderKind::person);
  if (!named) return Error{ErrorCode::missing_member, std::string{name_of(reader.kind)}};
  if (reader.unit) TRY(check_unit(read, *reader.unit));
  if (reader.person) TRY(check_person(read, *reader.person));
  return Done{};
}

}  // namespace

Result<Done> set_readers(store::WriteTransaction& write, DocumentId document, std::span<const Reader> readers) {
  const Document found = TRY(library::document(write, document));
  for (const Reader& reader : readers) TRY(check_reader(write, reader, found));
  TRY(write.execute("delete from library_reader where document_id = ?", document));
  for (std::size_t i = 0; i < readers.size(); ++i) {
    const Reader& reader = readers[i];
    const auto before = readers.first(i);
    if (std::find(before.begin(), before.end(), reader) != before.end()) continue;
    TRY(write.execute("insert into library_reader (document_id, kind, role, unit_id, person_id) values (?, ?, ?, ?, ?)",
                      document, reader.kind, reader.role, reader.unit, reader.person));
  }
  return Done{};
}

Result<std::vector<Reader>> readers_of(store::ReadTransaction& read, DocumentId document) {
  store::Rows rows =
      TRY(read.query("select kind, role, unit_id, person_id from library_reader where document_id = ?"
                     " order by kind, role, unit_id, person_id",
                     document));
  std::vector<Reader> readers;
  while (TRY(rows.next())) {
    readers.push_back({rows.get<ReaderKind>(0), rows.get<std::optional<identity::Role>>(1),
                       rows.get<std::optional<people::UnitId>>(2), rows.get<std::optional<people::PersonId>>(3)});
  }
  return readers;
}

Result<bool> may_read(store::ReadTransaction& read, const identity::Asker& asker, DocumentId document, Date date) {
  const Result<Document> found = library::document(read, document);
  if (!found.ok() && found.error().code == ErrorCode::unknown_document) return false;
  Condition condition = TRY(readable(read, asker, TRY(found).entry.person, date));
  condition.arguments.emplace_back(document);
  store::Rows rows =
      TRY(read.query("select 1 from library_document d where " + condition.sql + " and d.id = ?", condition.arguments));
  return rows.next();
}

}  // namespace collega::library
