#include <filesystem>

#include "collega/base/error.h"
#include "collega/language/identify.h"
#include "collega/ledger/ledger.h"
#include "collega/people/contract.h"
#include "collega/people/find.h"
#include "files.h"
#include "library_operations.h"
#include "library_readers.h"
#include "media_type.h"
#include "named.h"
#include "texts.h"

namespace collega::administration {
namespace {

using operations::Context;

constexpr std::string_view kClockOfPapers = "personnel_file";
// What says too little to tell its language is of whoever adds it.
constexpr std::string_view kUndetermined = "und";

struct FileIn {
  std::string name;
  std::string content;
  std::optional<documents::Document> text;
  std::optional<Error> unread;  ///< why there is no text
};

/// A file without a text is kept all the same (a form, a sheet). One that is not what its name says is not.
bool is_refused(ErrorCode code) {
  switch (code) {
    case ErrorCode::document_no_text:
    case ErrorCode::document_unknown_format:
    case ErrorCode::document_encrypted:
    case ErrorCode::document_took_too_long:
      return false;
    default:
      return true;
  }
}

Result<FileIn> file_in(const std::string& path, documents::Reader& reader) {
  FileIn file;
  file.name = std::filesystem::path{path}.filename().string();
  file.content = TRY(read_file(path, documents::Limits{}.file_bytes));
  Result<documents::Document> text = reader.read(path);
  if (text) {
    file.text = std::move(text).value();
  } else if (is_refused(text.error().code)) {
    return text.error();
  } else {
    file.unread = text.error();
  }
  return file;
}

/// A new version is of a document that has these already.
Result<Done> check_members(const AddDocumentRequest& asked) {
  if (!asked.document) return Done{};
  const std::pair<const char*, bool> given[] = {
      {"title", asked.title.has_value()}, {"kind", asked.kind.has_value()}, {"language", asked.language.has_value()},
      {"clock", asked.clock.has_value()}, {"unit", asked.unit.has_value()}, {"person", asked.person.has_value()}};
  for (const auto& [member, is_given] : given) {
    if (is_given) return Error{ErrorCode::bad_call, "document, " + std::string{member}};
  }
  return Done{};
}

std::string language_of(const FileIn& file, const Context& context) {
  std::string code{kUndetermined};
  if (file.text) code = language::identify(file.text->text).code;
  return code.size() == 2 ? code : std::string{name_of(context.language)};
}

Result<library::NewDocument> described(store::ReadTransaction& read, const AddDocumentRequest& asked,
                                       const FileIn& file, const Context& context) {
  library::NewDocument document;
  if (asked.person) document.person = TRY(people::find_person(read, *asked.person));
  if (asked.unit) document.unit = TRY(unit_named(read, *asked.unit));
  // The name of a file is often that of the person, and a title stands in the clear.
  if (document.person && !asked.title) return Error{ErrorCode::missing_member, "title"};
  document.title = asked.title.value_or(std::filesystem::path{file.name}.stem().string());
  document.kind = asked.kind.value_or(library::DocumentKind::other);
  document.language = asked.language.value_or(language_of(file, context));
  document.clock = asked.clock;
  if (document.person && !document.clock) document.clock = std::string{kClockOfPapers};
  return document;
}

/// Whom or what the asker does not see is not there for them.
Error refusal(const AddDocumentRequest& asked) {
  if (asked.person) return {ErrorCode::unknown_person, *asked.person};
  if (asked.unit) return {ErrorCode::unknown_unit, *asked.unit};
  return {ErrorCode::not_allowed, "library.add"};
}

Result<library::DocumentId> new_document(store::WriteTransaction& write, const AddDocumentRequest& asked,
                                         const FileIn& file, const Context& context) {
  const library::NewDocument document = TRY(described(write, asked, file, context));
  const bool may = TRY(library::may_add(write, context.asker, document, context.today));
  if (!may) return refusal(asked);
  return library::add_document(write, document, context.records->clock());
}

Result<library::VersionId> new_version(store::WriteTransaction& write, library::DocumentId document,
                                       const AddDocumentRequest& asked, const FileIn& file, const Context& context) {
  library::NewVersion version{.document = document,
                              .begin = asked.from.value_or(context.today),
                              .file_name = file.name,
                              .media_type = media_type_of(file.name),
                              .content = file.content,
                              .text = file.text ? &*file.text : nullptr};
  if (asked.last_day) version.end = people::end_after(*asked.last_day);
  if (context.asker.account.is_set()) version.added_by = context.asker.account;
  return library::add_version(write, version, context.records->clock());
}

/// In the transaction of what it tells, for the runner's own entry follows when that is committed.
Result<Done> remember(store::WriteTransaction& write, const Context& context, const library::Document& document,
                      library::VersionId version) {
  ledger::Entry entry{.kind = ledger::Kind::act,
                      .actor = context.actor(),
                      .operation = "library.add",
                      .about = {},
                      .details = {{"document", to_string(document.id)}, {"version", to_string(version)}}};
  if (document.entry.person) entry.about.push_back(document.entry.person->number);
  TRY(ledger::append(write, context.records->writer, entry, context.records->clock()));
  return Done{};
}

std::vector<std::string> reminders(const AddDocumentAnswer& answer, const library::Document& document,
                                   const FileIn& file, Language language) {
  std::vector<std::string> all;
  if (file.unread) all.push_back(describe(*file.unread, language));
  const bool own = document.entry.kind == library::DocumentKind::personnel;
  if (answer.readers.is_empty() && !own) all.push_back(texts(language)("library.nobody_reads_it"));
  return all;
}

}  // namespace

Result<AddDocumentAnswer> add_document(const AddDocumentRequest& asked, Context& context, const Tools& tools) {
  TRY(check_members(asked));
  const FileIn file = TRY(file_in(asked.file, tools.reader()));
  store::WriteTransaction write = TRY(context.records->store.write());
  library::DocumentId id;
  if (asked.document) {
    id = TRY(kept_document(write, context, *asked.document)).id;
  } else {
    id = TRY(new_document(write, asked, file, context));
  }
  const library::Document document = TRY(library::document(write, id));
  const library::VersionId version = TRY(new_version(write, id, asked, file, context));
  if (!asked.is_empty()) TRY(let_read(write, id, asked));
  TRY(remember(write, context, document, version));

  const library::Version added = TRY(library::version(write, version));
  AddDocumentAnswer answer;
  answer.title = document.entry.title;
  answer.number = added.number;
  answer.begin = added.begin;
  answer.pages = added.pages;
  answer.has_text = added.has_text;
  answer.readers = TRY(readers_named(write, id, context.today));
  answer.document = id;
  answer.reminders = reminders(answer, document, file, context.language);
  TRY(write.commit());
  return answer;
}

}  // namespace collega::administration
