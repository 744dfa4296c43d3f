#include "library_rows.h"

#include "collega/store/seal.h"

namespace collega::library {
namespace {

store::SealedPlace place_of(VersionId version) { return {"library_version.file_name", version.number}; }

// The sooner of its own end and the begin of the next; a version that was withdrawn has no next.
std::optional<Date> end_of(Date own_end, std::optional<Date> next, bool withdrawn) {
  if (!withdrawn && next && *next < own_end) return next;
  return own_end == kNoEnd ? std::nullopt : std::optional{own_end};
}

}  // namespace

Document document_in(const store::Rows& rows) {
  Document document;
  document.id = rows.get<DocumentId>(0);
  document.entry.title = rows.get<std::string>(1);
  document.entry.kind = rows.get<DocumentKind>(2);
  document.entry.language = rows.get<std::string>(3);
  document.entry.clock = rows.get<std::optional<std::string>>(4);
  document.entry.unit = rows.get<std::optional<people::UnitId>>(5);
  document.entry.person = rows.get<std::optional<people::PersonId>>(6);
  document.made_at = rows.get<Moment>(7);
  return document;
}

Result<StoredVersion> version_in(store::ReadTransaction& read, const store::Rows& rows, int first) {
  StoredVersion stored;
  Version& version = stored.version;
  version.id = rows.get<VersionId>(first);
  version.document = rows.get<DocumentId>(first + 1);
  version.number = rows.get<int>(first + 2);
  version.begin = rows.get<Date>(first + 3);
  version.file_name = TRY(read.seal().open(rows.view(first + 5), place_of(version.id)));
  version.media_type = rows.get<std::string>(first + 6);
  version.bytes = rows.get<std::int64_t>(first + 7);
  version.pages = rows.get<std::optional<int>>(first + 8);
  stored.content_address = rows.get<std::string>(first + 9);
  stored.text_address = rows.get<std::optional<std::string>>(first + 10);
  version.has_text = stored.text_address.has_value();
  version.added_by = rows.get<std::optional<identity::AccountId>>(first + 11);
  version.added_at = rows.get<Moment>(first + 12);
  version.withdrawn = rows.get<bool>(first + 13);
  version.end = end_of(rows.get<Date>(first + 4), rows.get<std::optional<Date>>(first + 14), version.withdrawn);
  return stored;
}

Result<StoredVersion> stored_version(store::ReadTransaction& read, VersionId version) {
  static const std::string sql = "select " + std::string{kVersionColumns} + " from library_version v where v.id = ?";
  store::Rows rows = TRY(read.query(sql, version));
  if (!TRY(rows.next())) return Error{ErrorCode::unknown_version, to_string(version)};
  return version_in(read, rows, 0);
}

std::string sealed_file_name(store::ReadTransaction& read, VersionId version, std::string_view file_name) {
  return read.seal().close(file_name, place_of(version));
}

}  // namespace collega::library
