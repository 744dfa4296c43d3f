#include "library_operations.h"

#include "collega/people/find.h"
#include "export_rows.h"
#include "files.h"
#include "library_readers.h"
#include "named.h"
#include "operation_rows.h"
#include "texts.h"

namespace collega::administration {
namespace {

using namespace operations;

/// Whoever may read a paper because they are named does not see the person it is about: the ledger has the document
/// then.
Result<Done> concerns(Context& context, const std::optional<people::PersonId>& person) {
  if (!person) return Done{};
  const bool sees = TRY(context.sees(*person));
  if (sees) context.work.concerns(*person);
  return Done{};
}

Result<ListedDocument> listed(const library::DocumentRow& row, Names& names, Date day) {
  ListedDocument document;
  document.title = row.document.entry.title;
  document.kind = row.document.entry.kind;
  if (row.document.entry.unit) document.unit = TRY(names.code_of(*row.document.entry.unit, day));
  document.readable = row.readable;
  document.document = row.document.id;
  if (!row.version) return document;
  document.number = row.version->number;
  document.begin = row.version->begin;
  if (row.version->end) document.last_day = people::last_day_before(*row.version->end);
  document.file_name = row.version->file_name;
  return document;
}

Result<DocumentList> list_documents(const ListDocumentsRequest& asked, Context& context) {
  store::ReadTransaction& read = context.work.read();
  library::DocumentQuery query;
  query.text = asked.text;
  query.kind = asked.kind;
  if (asked.unit) query.unit = TRY(unit_named(read, *asked.unit));
  if (asked.person) query.person = TRY(people::find_person(read, *asked.person));
  query.as_of = asked.as_of;
  query.kept = true;
  query.after = asked.after;
  query.limit = asked.limit;
  const library::DocumentPage page = TRY(library::list(read, context.asker, query));
  if (query.person) {
    const bool sees = TRY(context.sees(*query.person));
    if (!sees && page.rows.empty()) return Error{ErrorCode::unknown_person, *asked.person};
  }
  TRY(concerns(context, query.person));
  DocumentList list;
  Names names{read};
  for (const library::DocumentRow& row : page.rows) {
    list.documents.push_back(TRY(listed(row, names, asked.as_of.value_or(context.today))));
  }
  list.next = page.next;
  return list;
}

Result<library::Version> version_asked(store::ReadTransaction& read, const ReadDocumentRequest& asked, Date today) {
  if (asked.number) {
    for (library::Version& version : TRY(library::versions_of(read, asked.document))) {
      if (version.number == *asked.number) return std::move(version);
    }
    return Error{ErrorCode::unknown_version, std::to_string(*asked.number)};
  }
  const Date day = asked.as_of.value_or(today);
  std::optional<library::Version> version = TRY(library::version_in_force(read, asked.document, day));
  if (!version) return Error{ErrorCode::unknown_version, to_string(day)};
  return *std::move(version);
}

Result<ReadDocumentAnswer> read_document(const ReadDocumentRequest& asked, Context& context) {
  store::ReadTransaction& read = context.work.read();
  const library::Document document = TRY(readable_document(read, context, asked.document));
  const library::Version version = TRY(version_asked(read, asked, context.today));
  TRY(concerns(context, document.entry.person));
  context.work.remember("document", Json(to_string(document.id)));
  context.work.remember("version", Json(to_string(version.id)));
  ReadDocumentAnswer answer;
  answer.title = document.entry.title;
  answer.number = version.number;
  answer.begin = version.begin;
  if (version.end) answer.last_day = people::last_day_before(*version.end);
  answer.file_name = version.file_name;
  answer.media_type = version.media_type;
  if (asked.file) {
    TRY(write_file(*asked.file, TRY(library::content_of(read, version.id))));
    answer.file = asked.file;
    return answer;
  }
  std::optional<documents::Document> text = TRY(library::text_of(read, version.id));
  if (text) {
    answer.text = std::move(text->text);
  } else {
    answer.reminder = texts(context.language)("library.no_text");
  }
  return answer;
}

Result<VersionsAnswer> versions(const DocumentRequest& asked, Context& context) {
  store::ReadTransaction& read = context.work.read();
  const library::Document document = TRY(readable_document(read, context, asked.document));
  TRY(concerns(context, document.entry.person));
  context.work.remember("document", Json(to_string(document.id)));
  VersionsAnswer answer;
  answer.title = document.entry.title;
  answer.versions = TRY(library::versions_of(read, document.id));
  return answer;
}

Result<ReadersAnswer> readers(const ReadersRequest& asked, Context& context) {
  store::WriteTransaction& write = context.work.write();
  const library::Document document = TRY(kept_document(write, context, asked.document));
  if (asked.nobody && !asked.is_empty()) return Error{ErrorCode::bad_call, "nobody"};
  TRY(concerns(context, document.entry.person));
  context.work.remember("document", Json(to_string(document.id)));
  if (asked.nobody || !asked.is_empty()) {
    TRY(let_read(write, document.id, asked));
  } else {
    context.work.is_a(ledger::Kind::read);
  }
  ReadersAnswer answer;
  answer.title = document.entry.title;
  answer.readers = TRY(readers_named(write, document.id, context.today));
  return answer;
}

Result<RemoveDocumentAnswer> remove(const DocumentRequest& asked, Context& context) {
  store::WriteTransaction& write = context.work.write();
  const library::Document document = TRY(kept_document(write, context, asked.document));
  TRY(concerns(context, document.entry.person));
  context.work.remember("document", Json(to_string(document.id)));
  TRY(library::remove_document(write, document.id));
  return RemoveDocumentAnswer{document.entry.title, true};
}

}  // namespace

void add_library_rows(std::vector<Operation>& rows, const Tools& tools) {
  // Who may read follows from where the asker works, and from the roles that their account was given.
  const std::vector<Data> reads{Data::documents, Data::people, Data::contracts, Data::accounts};
  const std::vector<Role> keepers{std::begin(library::kKeepers), std::end(library::kKeepers)};
  rows.push_back({
      .name = "library.add",
      .title = {"Een stuk toevoegen", "Add a document"},
      .purpose = {"Zet een bestand in de bibliotheek, of als nieuwe versie bij een stuk, en zegt wie het leest.",
                  "Puts a file into the library, or to a document as its new version, and says who reads it."},
      .effect = Effect::acts,
      .reads = {Data::given_files, Data::documents, Data::people, Data::contracts, Data::accounts},
      .may = keepers,
      .stored = Stored::whole,
      .command = "library add",
      .given = {"file"},
      .handler = handler(add_document, tools),
  });
  rows.push_back({
      .name = "library.list",
      .title = {"Stukken in de bibliotheek", "Documents in the library"},
      .purpose = {"Toont de stukken die u mag lezen, op titel, en wie ze beheert ook de andere.",
                  "Shows the documents that you may read, by title, and to who keeps them the others too."},
      .reads = reads,
      .may = every_role(),
      .stored = Stored::reads,
      .command = "library list",
      .handler = handler<ListDocumentsRequest, DocumentList>(list_documents),
  });
  rows.push_back({
      .name = "library.read",
      .title = {"Een stuk lezen", "Read a document"},
      .purpose = {"Geeft de tekst van een stuk zoals het op een dag geldt, of bewaart het bestand.",
                  "Gives the text of a document as it is in force on a day, or saves the file."},
      .reads = reads,
      .may = every_role(),
      .stored = Stored::reads,
      .command = "library read",
      .given = {"document"},
      .handler = handler<ReadDocumentRequest, ReadDocumentAnswer>(read_document),
  });
  rows.push_back({
      .name = "library.versions",
      .title = {"Versies van een stuk", "Versions of a document"},
      .purpose = {"Toont alle versies van een stuk met hun dagen.",
                  "Shows all versions of a document with their days."},
      .reads = reads,
      .may = every_role(),
      .stored = Stored::reads,
      .command = "library versions",
      .given = {"document"},
      .handler = handler<DocumentRequest, VersionsAnswer>(versions),
  });
  rows.push_back({
      .name = "library.readers",
      .title = {"Wie een stuk leest", "Who reads a document"},
      .purpose = {"Zegt wie een stuk leest, en niemand anders; zonder namen: toont wie het leest.",
                  "Says who reads a document, and nobody else; without names: shows who reads it."},
      .effect = Effect::acts,
      .reads = reads,
      .may = keepers,
      .stored = Stored::writes,
      .command = "library readers",
      .given = {"document"},
      .handler = handler<ReadersRequest, ReadersAnswer>(readers),
  });
  rows.push_back({
      .name = "library.remove",
      .title = {"Een stuk verwijderen", "Remove a document"},
      .purpose = {"Haalt een stuk met al zijn versies uit de bibliotheek.",
                  "Takes a document with all its versions out of the library."},
      .effect = Effect::acts,
      .reads = reads,
      .may = keepers,
      .stored = Stored::writes,
      .command = "library remove",
      .given = {"document"},
      .handler = handler<DocumentRequest, RemoveDocumentAnswer>(remove),
  });
}

}  // namespace collega::administration
