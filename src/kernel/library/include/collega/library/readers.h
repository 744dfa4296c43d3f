#pragma once

// Who may read what. A document is read by whom its rules name, and by nobody else: without rules, by nobody. One
// exception stands above the rules: whoever a personnel paper is about reads it.
//
//   everybody   whoever works here: any role but candidate, and the local operator
//   role        whoever has it; of a paper about a person, only as far as that role shows them that person
//               (identity::may_see): an adviser of Zorg reads no papers of Techniek
//   unit        who works in the unit or one under it, or leads it, one above or one under it
//   person      this person
//
// Being a manager, an administrator or the data protection officer gives nothing by itself.

#include <span>

#include "collega/identity/asker.h"
#include "collega/library/documents.h"

namespace collega::library {

enum class ReaderKind { everybody, role, unit, person };
BOOST_DESCRIBE_ENUM(ReaderKind, everybody, role, unit, person)

/// Of the last three, the one that `kind` names is there.
struct Reader {
  ReaderKind kind = ReaderKind::person;
  std::optional<identity::Role> role = {};
  std::optional<people::UnitId> unit = {};
  std::optional<people::PersonId> person = {};

  bool operator==(const Reader&) const = default;
};
BOOST_DESCRIBE_STRUCT(Reader, (), (kind, role, unit, person))

[[nodiscard]] inline Reader everybody() { return {ReaderKind::everybody}; }
[[nodiscard]] inline Reader who_has(identity::Role role) { return {ReaderKind::role, role}; }
[[nodiscard]] inline Reader who_is_in(people::UnitId unit) { return {ReaderKind::unit, {}, unit}; }
[[nodiscard]] inline Reader only(people::PersonId person) { return {ReaderKind::person, {}, {}, person}; }

/// These and no others. Errors: unknown_document; readers_too_wide (everybody or a unit, of a paper about a person);
/// missing_member (what the kind names), unknown_unit, unknown_person.
Result<Done> set_readers(store::WriteTransaction& write, DocumentId document, std::span<const Reader> readers);
[[nodiscard]] Result<std::vector<Reader>> readers_of(store::ReadTransaction& read, DocumentId document);

/// Whether the asker may read this document on `date`: units and whom a role shows are those of that day, the roles
/// those that the asker has. False too when there is no such document: who may not read it need not know that it is
/// there.
[[nodiscard]] Result<bool> may_read(store::ReadTransaction& read, const identity::Asker& asker, DocumentId document,
                                    Date date);

constexpr int kLargestPage = 200;

struct DocumentQuery {
  std::optional<DocumentKind> kind = {};
  std::string text = {};                    ///< each word stands in the title; case and accents do not matter
  std::optional<people::UnitId> unit = {};  ///< whose document it is, with the units under it
  /// About whom; absent: about nobody. Papers about people are found by the person, and not by leafing through
  /// everybody's.
  std::optional<people::PersonId> person = {};
  /// Only what is in force that day, in that version; absent: all, in the version of today if there is one.
  std::optional<Date> as_of = {};
  std::optional<DocumentId> after = {};  ///< `next` of the page before
  int limit = 50;                        ///< 1 to kLargestPage
};
BOOST_DESCRIBE_STRUCT(DocumentQuery, (), (kind, text, unit, person, as_of, after, limit))

struct DocumentRow {
  Document document;
  std::optional<Version> version;  ///< in force that day

  bool operator==(const DocumentRow&) const = default;
};
BOOST_DESCRIBE_STRUCT(DocumentRow, (), (document, version))

struct DocumentPage {
  std::vector<DocumentRow> rows;
  std::optional<DocumentId> next;  ///< absent on the last page
};
BOOST_DESCRIBE_STRUCT(DocumentPage, (), (rows, next))

/// By title, what the asker may read today: who was in a unit last year reads nothing of it by asking for last year.
/// Errors: out_of_range (limit, text), unknown_document (after).
[[nodiscard]] Result<DocumentPage> list(store::ReadTransaction& read, const identity::Asker& asker,
                                        const DocumentQuery& query);

}  // namespace collega::library

namespace collega {

template <>
struct FieldTable<library::Reader> {
  static constexpr Field rows[] = {
      {.name = "kind", .meaning = {"wie mag lezen", "who may read"}},
      {.name = "role", .meaning = {"wie deze rol heeft", "who has this role"}},
      {.name = "unit", .meaning = {"wie in deze afdeling werkt", "who works in this unit"}},
      {.name = "person", .meaning = {"deze persoon", "this person"}, .personal = Personal::ordinary},
  };
};

template <>
struct FieldTable<library::DocumentQuery> {
  static constexpr Field rows[] = {
      {.name = "kind", .meaning = {"soort stuk", "kind of document"}},
      {.name = "text", .meaning = {"woorden uit de titel", "words of the title"}, .has_default = true},
      {.name = "unit", .meaning = {"van deze afdeling en die eronder", "of this unit and those under it"}},
      {.name = "person",
       .meaning = {"over wie; weggelaten: over niemand", "about whom; left out: about nobody"},
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
struct FieldTable<library::DocumentRow> {
  static constexpr Field rows[] = {
      {.name = "document", .meaning = {"het stuk", "the document"}, .personal = Personal::ordinary},
      {.name = "version", .meaning = {"de versie die geldt", "the version in force"}},
  };
};

template <>
struct FieldTable<library::DocumentPage> {
  static constexpr Field rows[] = {
      {.name = "rows", .meaning = {"stukken, op titel", "documents, by title"}, .personal = Personal::ordinary},
      {.name = "next", .meaning = {"waar de volgende bladzijde begint", "where the next page begins"}},
  };
};

}  // namespace collega
