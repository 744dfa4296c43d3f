#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "collega/library/readers.h"

namespace collega::administration {

/// Who reads a document, as people call them.
struct ReaderNames {
  bool everybody = false;
  std::vector<identity::Role> roles;
  std::vector<std::string> units;   ///< codes
  std::vector<std::string> people;  ///< personnel numbers

  [[nodiscard]] bool is_empty() const { return !everybody && roles.empty() && units.empty() && people.empty(); }
};
BOOST_DESCRIBE_STRUCT(ReaderNames, (), (everybody, roles, units, people))

struct AddDocumentRequest : ReaderNames {
  std::string file;
  std::optional<std::string> title;
  std::optional<library::DocumentKind> kind;
  std::optional<std::string> language;
  std::optional<std::string> clock;
  std::optional<std::string> unit;
  std::optional<std::string> person;
  std::optional<Date> from;
  std::optional<Date> last_day;
  std::optional<library::DocumentId> document;
};
BOOST_DESCRIBE_STRUCT(AddDocumentRequest, (),
                      (file, title, kind, language, clock, unit, person, from, last_day, everybody, roles, units,
                       people, document))

struct AddDocumentAnswer {
  std::string title;
  int number = 1;
  Date begin;
  std::optional<int> pages;
  bool has_text = false;
  ReaderNames readers;
  library::DocumentId document;
  std::vector<std::string> reminders;
};
BOOST_DESCRIBE_STRUCT(AddDocumentAnswer, (), (title, number, begin, pages, has_text, readers, document, reminders))

struct ListDocumentsRequest {
  std::string text;
  std::optional<library::DocumentKind> kind;
  std::optional<std::string> unit;
  std::optional<std::string> person;
  std::optional<Date> as_of;
  std::optional<library::DocumentId> after;
  int limit = 50;
};
BOOST_DESCRIBE_STRUCT(ListDocumentsRequest, (), (text, kind, unit, person, as_of, after, limit))

struct ListedDocument {
  std::string title;
  library::DocumentKind kind = library::DocumentKind::other;
  std::string unit;
  std::optional<int> number;
  std::optional<Date> begin;
  std::optional<Date> last_day;
  std::string file_name;
  bool readable = true;
  library::DocumentId document;
};
BOOST_DESCRIBE_STRUCT(ListedDocument, (), (title, kind, unit, number, begin, last_day, file_name, readable, document))

struct DocumentList {
  std::vector<ListedDocument> documents;
  std::optional<library::DocumentId> next;
};
BOOST_DESCRIBE_STRUCT(DocumentList, (), (documents, next))

struct ReadDocumentRequest {
  library::DocumentId document;
  std::optional<Date> as_of;
  std::optional<int> number;
  std::optional<std::string> file;
};
BOOST_DESCRIBE_STRUCT(ReadDocumentRequest, (), (document, as_of, number, file))

struct ReadDocumentAnswer {
  std::string title;
  int number = 1;
  Date begin;
  std::optional<Date> last_day;
  std::string file_name;
  std::string media_type;
  std::optional<std::string> file;
  std::optional<std::string> text;
  std::optional<std::string> reminder;
};
BOOST_DESCRIBE_STRUCT(ReadDocumentAnswer, (),
                      (title, number, begin, last_day, file_name, media_type, file, text, reminder))

struct DocumentRequest {
  library::DocumentId document;
};
BOOST_DESCRIBE_STRUCT(DocumentRequest, (), (document))

struct VersionsAnswer {
  std::string title;
  std::vector<library::Version> versions;
};
BOOST_DESCRIBE_STRUCT(VersionsAnswer, (), (title, versions))

struct ReadersRequest : ReaderNames {
  library::DocumentId document;
  bool nobody = false;
};
BOOST_DESCRIBE_STRUCT(ReadersRequest, (), (document, everybody, roles, units, people, nobody))

struct ReadersAnswer {
  std::string title;
  ReaderNames readers;
};
BOOST_DESCRIBE_STRUCT(ReadersAnswer, (), (title, readers))

struct RemoveDocumentAnswer {
  std::string title;
  bool removed = false;
};
BOOST_DESCRIBE_STRUCT(RemoveDocumentAnswer, (), (title, removed))

/// The members that several of these have.
namespace field {

constexpr Field kTitle{.name = "title", .meaning = {"titel", "title"}};
constexpr Field kNumber{.name = "number", .meaning = {"versie", "version"}, .min = 1};
constexpr Field kBegin{.name = "begin", .meaning = {"geldt vanaf", "in force from"}};
constexpr Field kLastDay{.name = "last_day", .meaning = {"tot en met", "up to and including"}};
constexpr Field kFileName{.name = "file_name", .meaning = {"bestand", "file"}, .personal = Personal::ordinary};
constexpr Field kDocument{.name = "document", .meaning = {"nummer van het stuk", "number of the document"}};
constexpr Field kReaders{.name = "readers", .meaning = {"wie het leest", "who reads it"}};
constexpr Field kEverybody{
    .name = "everybody", .meaning = {"iedereen die hier werkt", "everybody who works here"}, .has_default = true};
constexpr Field kRoles{.name = "roles", .meaning = {"wie deze rol heeft", "who has this role"}, .has_default = true};
constexpr Field kUnits{.name = "units",
                       .meaning = {"wie in deze afdeling of eronder werkt, of er leiding geeft (code)",
                                   "who works in this unit or under it, or leads there (code)"},
                       .has_default = true};
constexpr Field kPeople{.name = "people",
                        .meaning = {"wie dit personeelsnummer heeft", "who has this personnel number"},
                        .has_default = true,
                        .personal = Personal::ordinary};

}  // namespace field

}  // namespace collega::administration

namespace collega {

template <>
struct FieldTable<administration::ReaderNames> {
  static constexpr Field rows[] = {administration::field::kEverybody, administration::field::kRoles,
                                   administration::field::kUnits, administration::field::kPeople};
};

template <>
struct FieldTable<administration::AddDocumentRequest> {
  static constexpr Field rows[] = {
      {.name = "file", .meaning = {"het bestand", "the file"}, .paper = Paper::given},
      {.name = "title",
       .meaning = {"titel; weggelaten: de naam van het bestand. Een stuk over een persoon noemt die niet",
                   "title; left out: the name of the file. A paper about a person does not name them"}},
      {.name = "kind", .meaning = {"soort stuk; weggelaten: overig", "kind of document; left out: other"}},
      {.name = "language",
       .meaning = {"taal, twee letters; weggelaten: die van de tekst", "language, two letters; left out: the text's"}},
      {.name = "clock",
       .meaning = {"bewaartermijn, zoals `rights periods` ze noemt; over een persoon: personnel_file",
                   "period of retention, as `rights periods` names them; about a person: personnel_file"}},
      {.name = "unit",
       .meaning = {"code van de afdeling die het beheert; weggelaten: de hele organisatie",
                   "code of the unit whose document it is; left out: the whole organisation"}},
      {.name = "person",
       .meaning = {"over wie het gaat, personeelsnummer", "about whom it is, personnel number"},
       .personal = Personal::ordinary},
      {.name = "from",
       .meaning = {"eerste dag waarop het geldt; weggelaten: vandaag", "first day it is in force; left out: today"}},
      {.name = "last_day",
       .meaning = {"laatste dag waarop het geldt; weggelaten: tot de volgende versie",
                   "last day it is in force; left out: until the next version"}},
      administration::field::kEverybody,
      administration::field::kRoles,
      administration::field::kUnits,
      administration::field::kPeople,
      {.name = "document", .meaning = {"een nieuwe versie van dit stuk", "a new version of this document"}},
  };
};

template <>
struct FieldTable<administration::AddDocumentAnswer> {
  static constexpr Field rows[] = {
      administration::field::kTitle,
      administration::field::kNumber,
      administration::field::kBegin,
      {.name = "pages", .meaning = {"bladzijden", "pages"}, .min = 1},
      {.name = "has_text", .meaning = {"tekst gelezen", "text was read"}},
      administration::field::kReaders,
      administration::field::kDocument,
      {.name = "reminders", .meaning = {"let op", "mind"}},
  };
};

template <>
struct FieldTable<administration::ListDocumentsRequest> {
  static constexpr Field rows[] = {
      {.name = "text", .meaning = {"woorden uit de titel", "words of the title"}, .has_default = true},
      {.name = "kind", .meaning = {"soort stuk", "kind of document"}},
      {.name = "unit",
       .meaning = {"code van een afdeling, met wat eronder valt", "code of a unit, with what is under it"}},
      {.name = "person",
       .meaning = {"stukken over deze persoon; weggelaten: over niemand",
                   "papers about this person; left out: about nobody"},
       .personal = Personal::ordinary},
      {.name = "as_of", .meaning = {"alleen wat op die dag geldt", "only what is in force that day"}},
      {.name = "after", .meaning = {"waar de vorige bladzijde ophield", "where the page before stopped"}},
      {.name = "limit",
       .meaning = {"stukken op een bladzijde", "documents on a page"},
       .min = 1,
       .max = library::kLargestPage,
       .has_default = true},
  };
};

template <>
struct FieldTable<administration::ListedDocument> {
  static constexpr Field rows[] = {
      administration::field::kTitle,
      {.name = "kind", .meaning = {"soort", "kind"}},
      {.name = "unit", .meaning = {"afdeling", "unit"}},
      administration::field::kNumber,
      administration::field::kBegin,
      administration::field::kLastDay,
      administration::field::kFileName,
      {.name = "readable", .meaning = {"te lezen", "readable"}},
      administration::field::kDocument,
  };
};

template <>
struct FieldTable<administration::DocumentList> {
  static constexpr Field rows[] = {
      {.name = "documents", .meaning = {"stukken", "documents"}, .personal = Personal::ordinary},
      {.name = "next", .meaning = {"volgende bladzijde: --after", "next page: --after"}},
  };
};

template <>
struct FieldTable<administration::ReadDocumentRequest> {
  static constexpr Field rows[] = {
      administration::field::kDocument,
      {.name = "as_of",
       .meaning = {"de versie van die dag; weggelaten: vandaag", "the version of that day; left out: today"}},
      {.name = "number",
       .meaning = {"deze versie, ook als die niet geldt", "this version, also when it is not in force"},
       .min = 1},
      {.name = "file", .meaning = {"bewaar het bestand hier", "save the file here"}, .paper = Paper::made},
  };
};

template <>
struct FieldTable<administration::ReadDocumentAnswer> {
  static constexpr Field rows[] = {
      administration::field::kTitle,
      administration::field::kNumber,
      administration::field::kBegin,
      administration::field::kLastDay,
      administration::field::kFileName,
      {.name = "media_type", .meaning = {"mediatype", "media type"}},
      {.name = "file", .meaning = {"bewaard als", "saved as"}},
      {.name = "text", .meaning = {"tekst", "text"}, .personal = Personal::ordinary},
      {.name = "reminder", .meaning = {"let op", "mind"}},
  };
};

template <>
struct FieldTable<administration::DocumentRequest> {
  static constexpr Field rows[] = {administration::field::kDocument};
};

template <>
struct FieldTable<administration::VersionsAnswer> {
  static constexpr Field rows[] = {
      administration::field::kTitle,
      {.name = "versions", .meaning = {"versies", "versions"}, .personal = Personal::ordinary},
  };
};

template <>
struct FieldTable<administration::ReadersRequest> {
  static constexpr Field rows[] = {
      administration::field::kDocument,
      administration::field::kEverybody,
      administration::field::kRoles,
      administration::field::kUnits,
      administration::field::kPeople,
      {.name = "nobody", .meaning = {"niemand meer", "nobody any more"}, .has_default = true},
  };
};

template <>
struct FieldTable<administration::ReadersAnswer> {
  static constexpr Field rows[] = {administration::field::kTitle, administration::field::kReaders};
};

template <>
struct FieldTable<administration::RemoveDocumentAnswer> {
  static constexpr Field rows[] = {
      administration::field::kTitle,
      {.name = "removed", .meaning = {"verwijderd", "removed"}},
  };
};

}  // namespace collega
