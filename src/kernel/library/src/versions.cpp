#include "checks.h"
#include "collega/library/stored_text.h"
#include "collega/store/blobs.h"
#include "library_rows.h"

namespace collega::library {
namespace {

Result<std::optional<std::string>> put_text(store::WriteTransaction& write, const documents::Document* text) {
  if (!text) return std::optional<std::string>{};
  return std::optional{TRY(store::put_blob(write, to_stored(*text)))};
}

std::optional<int> pages_of(const documents::Document* text) {
  if (!text || text->pages.empty()) return std::nullopt;
  return text->pages.back().number;
}

Result<Done> check_day_is_free(store::ReadTransaction& read, DocumentId document, Date begin) {
  const auto taken = TRY(read.first<VersionId>(
      "select id from library_version where document_id = ? and begins = ? and withdrawn = 0", document, begin));
  if (taken) return Error{ErrorCode::version_overlaps, to_string(begin)};
  return Done{};
}

}  // namespace

Result<VersionId> add_version(store::WriteTransaction& write, const NewVersion& version, Moment now) {
  TRY(check_version(version));
  TRY(document(write, version.document));
  TRY(check_day_is_free(write, version.document, version.begin));
  const int before = TRY(write.first<std::optional<int>>(
                             "select max(number) from library_version where document_id = ?", version.document))
                         .value_or(std::nullopt)
                         .value_or(0);
  const auto id = write.new_id<VersionId>();
  const std::string content = TRY(store::put_blob(write, version.content));
  const std::optional<std::string> text = TRY(put_text(write, version.text));
  const std::string file_name = sealed_file_name(write, id, version.file_name);
  TRY(write.execute(
      "insert into library_version (id, document_id, number, begins, ends, file_name, media_type, bytes,"
      " content_address, text_address, pages, added_by, added_at, withdrawn)"
      " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
      id, version.document, before + 1, version.begin, version.end.value_or(kNoEnd), store::Blob{file_name},
      version.media_type, version.content.size(), content, text, pages_of(version.text), version.added_by, now));
  return id;
}

Result<Done> end_version(store::WriteTransaction& write, VersionId version, std::optional<Date> end) {
  const StoredVersion stored = TRY(stored_version(write, version));
  if (end && *end <= stored.version.begin) return Error{ErrorCode::end_before_begin, "end"};
  TRY(write.execute("update library_version set ends = ? where id = ?", end.value_or(kNoEnd), version));
  return Done{};
}

Result<Done> withdraw_version(store::WriteTransaction& write, VersionId version) {
  if (TRY(write.execute("update library_version set withdrawn = 1 where id = ?", version)) == 0) {
    return Error{ErrorCode::unknown_version, to_string(version)};
  }
  return Done{};
}

Result<Version> version(store::ReadTransaction& read, VersionId version) {
  return TRY(stored_version(read, version)).version;
}

Result<std::optional<Version>> version_in_force(store::ReadTransaction& read, DocumentId document, Date day) {
  static const std::string sql =
      "select " + std::string{kVersionColumns} +
      " from library_document d join library_version v on v.id = " + std::string{kLastBegun} +
      " where d.id = ? and v.ends > ?";
  store::Rows rows = TRY(read.query(sql, day, document, day));
  if (!TRY(rows.next())) return std::optional<Version>{};
  return std::optional{TRY(version_in(read, rows, 0)).version};
}

Result<std::vector<Version>> versions_of(store::ReadTransaction& read, DocumentId document) {
  static const std::string sql =
      "select " + std::string{kVersionColumns} + " from library_version v where v.document_id = ? order by v.number";
  store::Rows rows = TRY(read.query(sql, document));
  std::vector<Version> versions;
  while (TRY(rows.next())) versions.push_back(TRY(version_in(read, rows, 0)).version);
  return versions;
}

Result<std::string> content_of(store::ReadTransaction& read, VersionId version) {
  return store::get_blob(read, TRY(stored_version(read, version)).content_address);
}

Result<std::optional<documents::Document>> text_of(store::ReadTransaction& read, VersionId version) {
  const StoredVersion stored = TRY(stored_version(read, version));
  if (!stored.text_address) return std::optional<documents::Document>{};
  return std::optional{TRY(from_stored(TRY(store::get_blob(read, *stored.text_address))))};
}

}  // namespace collega::library
