#include "collega/library/documents.h"

#include "checks.h"
#include "collega/base/utf8.h"
#include "collega/store/blobs.h"
#include "library_rows.h"

namespace collega::library {

std::string_view embedded_library_1_sql();

std::vector<store::Migration> migrations() { return {{"library", 1, embedded_library_1_sql()}}; }

Result<DocumentId> add_document(store::WriteTransaction& write, const NewDocument& document, Moment now) {
  TRY(check_document(write, document));
  const auto id = write.new_id<DocumentId>();
  TRY(write.execute(
      "insert into library_document (id, title, title_key, kind, language, clock, unit_id, person_id, made_at)"
      " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      id, document.title, fold(document.title), document.kind, document.language, document.clock, document.unit,
      document.person, now));
  return id;
}

Result<Document> document(store::ReadTransaction& read, DocumentId document) {
  static const std::string sql = "select " + std::string{kDocumentColumns} + " from library_document d where d.id = ?";
  store::Rows rows = TRY(read.query(sql, document));
  if (!TRY(rows.next())) return Error{ErrorCode::unknown_document, to_string(document)};
  return document_in(rows);
}

Result<std::vector<Document>> documents_after(store::ReadTransaction& read, std::optional<DocumentId> after, int most) {
  static const std::string sql =
      "select " + std::string{kDocumentColumns} + " from library_document d where d.id > ? order by d.id limit ?";
  store::Rows rows = TRY(read.query(sql, after.value_or(DocumentId{}), most));
  std::vector<Document> found;
  while (TRY(rows.next())) found.push_back(document_in(rows));
  return found;
}

Result<Done> remove_document(store::WriteTransaction& write, DocumentId document) {
  store::Rows blobs = TRY(write.query(
      "select content_address from library_version where document_id = ?"
      " union all select text_address from library_version where document_id = ? and text_address is not null"
      " union all select i.address from library_page_image i join library_version v on v.id = i.version_id"
      " where v.document_id = ?",
      document, document, document));
  while (TRY(blobs.next())) TRY(store::drop_blob(write, blobs.get<std::string>(0)));
  TRY(write.execute(
      "delete from library_page_image where version_id in (select id from library_version where document_id = ?)",
      document));
  TRY(write.execute("delete from library_version where document_id = ?", document));
  TRY(write.execute("delete from library_reader where document_id = ?", document));
  if (TRY(write.execute("delete from library_document where id = ?", document)) == 0) {
    return Error{ErrorCode::unknown_document, to_string(document)};
  }
  return Done{};
}

}  // namespace collega::library
