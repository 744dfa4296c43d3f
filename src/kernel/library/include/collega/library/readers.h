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

/// The roles that keep documents: add them, and say who reads them.
constexpr identity::Role kKeepers[] = {identity::Role::hr_adviser, identity::Role::payroll,
                                       identity::Role::administrator};

/// Whether the asker may add such a document. The local operator any; an administrator one about nobody; the other
/// keepers one of a unit, or about a person, within what that role was given for, and one of the whole organisation
/// when it was given for the whole.
[[nodiscard]] Result<bool> may_add(store::ReadTransaction& read, const identity::Asker& asker,
                                   const NewDocument& document, Date date);

/// Whether the asker may give this document another version or other readers, or take it away: one that they might have
/// added and, but for the local operator and an administrator, may read. False too when there is no such document.
[[nodiscard]] Result<bool> may_keep(store::ReadTransaction& read, const identity::Asker& asker, DocumentId document,
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
  bool kept = false;                     ///< also what the asker may keep and not read
  std::optional<DocumentId> after = {};  ///< `next` of the page before
  int limit = 50;                        ///< 1 to kLargestPage
};

struct DocumentRow {
  Document document;
  bool readable = true;            ///< else the asker may only keep it
  std::optional<Version> version;  ///< in force that day, where it is readable

  bool operator==(const DocumentRow&) const = default;
};

struct DocumentPage {
  std::vector<DocumentRow> rows;
  std::optional<DocumentId> next;  ///< absent on the last page
};

/// By title, what the asker may read today: who was in a unit last year reads nothing of it by asking for last year.
/// Errors: out_of_range (limit, text), unknown_document (after).
[[nodiscard]] Result<DocumentPage> list(store::ReadTransaction& read, const identity::Asker& asker,
                                        const DocumentQuery& query);

}  // namespace collega::library
