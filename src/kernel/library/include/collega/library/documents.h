#pragma once

// The organisation's documents and papers about people, each with its versions and their days.
//
//   document   what it is called, of which unit, about whom, and how long it is kept
//   version    one file of it, in force on the days [begin, end): until the next version begins, or sooner
//
// On no day two versions are in force; one may wait for its day. File names, contents, texts and images of pages are
// sealed. A title stands in the clear, because it is searched: "Arbeidsovereenkomst", and no more about anybody than
// that.

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "collega/base/described.h"
#include "collega/base/id.h"
#include "collega/documents/read.h"
#include "collega/identity/accounts.h"
#include "collega/people/holdings.h"
#include "collega/people/units.h"
#include "collega/store/store.h"

namespace collega::library {

struct Document;
using DocumentId = Id<Document>;
struct Version;
using VersionId = Id<Version>;

/// The steps of this module's tables.
[[nodiscard]] std::vector<store::Migration> migrations();

/// personnel: of the file of a person, who may always read it (people's right to see their own file).
enum class DocumentKind { handbook, policy, template_text, personnel, application, other };
BOOST_DESCRIBE_ENUM(DocumentKind, handbook, policy, template_text, personnel, application, other)

struct NewDocument {
  std::string title;  ///< 1 to kLongestTitle bytes
  DocumentKind kind = DocumentKind::other;
  std::string language;                         ///< two letters, ISO 639-1: "nl"
  std::optional<std::string> clock = {};        ///< of the table of retention (people/retention.h)
  std::optional<people::UnitId> unit = {};      ///< whose document it is
  std::optional<people::PersonId> person = {};  ///< about whom it is

  bool operator==(const NewDocument&) const = default;
};

/// A sentence; what is longer is a text.
constexpr std::size_t kLongestTitle = 300;
/// As file systems have it.
constexpr std::size_t kLongestFileName = 255;

struct Document {
  DocumentId id;
  NewDocument entry;
  Moment made_at{};

  bool operator==(const Document&) const = default;
};

struct Version {
  VersionId id;
  DocumentId document;
  int number = 1;  ///< from 1, in the order they were added
  Date begin;
  std::optional<Date>
      end;  ///< first day it is no longer in force; where another version ends it, the begin of that one
  std::string file_name;
  std::string media_type;
  std::int64_t bytes = 0;
  std::optional<int> pages;  ///< nothing where the format has none, or nobody could read it
  bool has_text = false;
  std::optional<identity::AccountId> added_by;  ///< nobody's when the system added it
  Moment added_at{};
  bool withdrawn = false;  ///< in force on no day

  bool operator==(const Version&) const = default;
};
BOOST_DESCRIBE_STRUCT(Version, (),
                      (id, document, number, begin, end, file_name, media_type, bytes, pages, has_text, added_by,
                       added_at, withdrawn))

struct NewVersion {
  DocumentId document;
  Date begin;
  std::optional<Date> end = {};  ///< first day it is no longer in force
  std::string_view file_name;    ///< without a folder
  std::string_view media_type;   ///< "application/pdf"
  std::string_view content;
  /// As a Reader read it before the transaction began; null where there is no text.
  const documents::Document* text = nullptr;
  std::optional<identity::AccountId> added_by = {};
};

/// The clocks that a paper about a person may have: those that begin when the employment ends. Each has a holding, so
/// that nothing about a person is kept that erasure does not reach.
[[nodiscard]] std::vector<std::string_view> clocks_of_papers();

/// A document without versions, that nobody may read but whoever a personnel paper is about (readers.h). Errors, with
/// the member as place: missing_member (title; person of a personnel paper; clock of a paper about a person), bad_utf8,
/// wrong_type (a control character), out_of_range (title), unknown_value (language, clock), unknown_unit,
/// unknown_person.
Result<DocumentId> add_document(store::WriteTransaction& write, const NewDocument& document, Moment now);

/// Error: unknown_document.
[[nodiscard]] Result<Document> document(store::ReadTransaction& read, DocumentId document);

/// Whoever may read them, by number, from behind `after`. For whoever takes everything along.
[[nodiscard]] Result<std::vector<Document>> documents_after(store::ReadTransaction& read,
                                                            std::optional<DocumentId> after, int most);

/// The document with all its versions, readers and images: contents that nothing else uses are gone. Error:
/// unknown_document.
Result<Done> remove_document(store::WriteTransaction& write, DocumentId document);

/// The version that is in force gives way on the new one's begin; one that waits keeps its day. Errors, with the member
/// as place: unknown_document; version_overlaps (one begins on that day); end_before_begin; document_empty;
/// document_too_large; missing_member, bad_utf8, wrong_type and out_of_range (file_name, media_type, begin).
Result<VersionId> add_version(store::WriteTransaction& write, const NewVersion& version, Moment now);

/// `end` is the first day it is no longer in force; absent: until the next one. Errors: unknown_version,
/// end_before_begin.
Result<Done> end_version(store::WriteTransaction& write, VersionId version, std::optional<Date> end);

/// Takes a version back: it is in force on no day, past days too, and the one before it is again. Its file stays until
/// the document goes, so that it can be shown what stood there. Error: unknown_version.
Result<Done> withdraw_version(store::WriteTransaction& write, VersionId version);

/// Error: unknown_version.
[[nodiscard]] Result<Version> version(store::ReadTransaction& read, VersionId version);
/// Nothing when none is in force that day, or there is no such document.
[[nodiscard]] Result<std::optional<Version>> version_in_force(store::ReadTransaction& read, DocumentId document,
                                                              Date day);
/// All, withdrawn ones too, by number.
[[nodiscard]] Result<std::vector<Version>> versions_of(store::ReadTransaction& read, DocumentId document);

/// The file. Errors: unknown_version, store_broken.
[[nodiscard]] Result<std::string> content_of(store::ReadTransaction& read, VersionId version);
/// As it was read, with its pages and blocks; nothing where there is no text. Errors: unknown_version, store_broken.
[[nodiscard]] Result<std::optional<documents::Document>> text_of(store::ReadTransaction& read, VersionId version);

/// A page is drawn at the first of these widths that is wide enough, so that images are few: a thumbnail, a telephone,
/// a page on a screen, one read closely.
constexpr int kImageWidths[] = {160, 480, 960, 1600};

/// Page `page` (from 1) as a PNG, drawn once and then kept, sealed. Takes the store and not a transaction: nobody may
/// wait for the only writer while a page is drawn. Whoever asks must have asked may_read first. Errors:
/// unknown_version; out_of_range (wider than the widest); those of Reader::page_image().
[[nodiscard]] Result<std::string> page_image(store::Store& store, documents::Reader& reader, VersionId version,
                                             int page, int width);

/// Forgets at most `most` images, of whichever versions; gives how many went. For when room is needed.
Result<int> drop_page_images(store::WriteTransaction& write, int most);

/// Papers about a person, by their clock; and that a person may read a paper by name.
[[nodiscard]] std::vector<people::Holding> holdings();

}  // namespace collega::library

namespace collega {

template <>
struct FieldTable<library::Version> {
  static constexpr Field rows[] = {
      {.name = "id", .meaning = {"nummer binnen Collega", "number within Collega"}},
      {.name = "document", .meaning = {"van welk stuk", "of which document"}},
      {.name = "number", .meaning = {"versienummer", "number of the version"}, .min = 1},
      {.name = "begin", .meaning = {"eerste dag waarop het geldt", "first day it is in force"}},
      {.name = "end", .meaning = {"eerste dag waarop het niet meer geldt", "first day it is no longer in force"}},
      {.name = "file_name", .meaning = {"bestandsnaam", "name of the file"}, .personal = Personal::ordinary},
      {.name = "media_type", .meaning = {"mediatype", "media type"}},
      {.name = "bytes", .meaning = {"omvang van het bestand", "size of the file"}, .unit = "bytes", .min = 1},
      {.name = "pages", .meaning = {"aantal bladzijden", "number of pages"}, .min = 1},
      {.name = "has_text", .meaning = {"of er tekst in is gelezen", "whether text was read in it"}},
      {.name = "added_by",
       .meaning = {"account dat het toevoegde", "account that added it"},
       .personal = Personal::ordinary},
      {.name = "added_at", .meaning = {"toegevoegd op", "added at"}},
      {.name = "withdrawn", .meaning = {"of het is ingetrokken", "whether it was withdrawn"}},
  };
};

}  // namespace collega
