#include "library_readers.h"

#include "collega/people/find.h"
#include "export_rows.h"
#include "named.h"

namespace collega::administration {

using operations::Context;

Result<library::Document> readable_document(store::ReadTransaction& read, const Context& context,
                                            library::DocumentId document) {
  const bool may = TRY(library::may_read(read, context.asker, document, context.today));
  if (!may) return Error{ErrorCode::unknown_document, to_string(document)};
  return library::document(read, document);
}

Result<library::Document> kept_document(store::ReadTransaction& read, const Context& context,
                                        library::DocumentId document) {
  const bool may = TRY(library::may_keep(read, context.asker, document, context.today));
  if (!may) return Error{ErrorCode::unknown_document, to_string(document)};
  return library::document(read, document);
}

Result<Done> let_read(store::WriteTransaction& write, library::DocumentId document, const ReaderNames& readers) {
  std::vector<library::Reader> all;
  if (readers.everybody) all.push_back(library::everybody());
  for (const identity::Role role : readers.roles) all.push_back(library::who_has(role));
  for (const std::string& code : readers.units) all.push_back(library::who_is_in(TRY(unit_named(write, code))));
  for (const std::string& number : readers.people)
    all.push_back(library::only(TRY(people::find_person(write, number))));
  return library::set_readers(write, document, all);
}

Result<ReaderNames> readers_named(store::ReadTransaction& read, library::DocumentId document, Date today) {
  ReaderNames readers;
  Names names{read};
  for (const library::Reader& reader : TRY(library::readers_of(read, document))) {
    switch (reader.kind) {
      case library::ReaderKind::everybody:
        readers.everybody = true;
        break;
      case library::ReaderKind::role:
        readers.roles.push_back(*reader.role);
        break;
      case library::ReaderKind::unit: {
        const std::string code = TRY(names.code_of(*reader.unit, today));
        readers.units.push_back(code.empty() ? to_string(*reader.unit) : code);  // a unit that is no more
        break;
      }
      case library::ReaderKind::person:
        readers.people.push_back(TRY(names.number_of(*reader.person)));
        break;
    }
  }
  return readers;
}

}  // namespace collega::administration
