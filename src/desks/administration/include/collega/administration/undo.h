#pragma once

// The imports that were done, and taking one back as a whole. Of everything an import changed, its journal keeps how it
// was before, sealed, and a digest of how it was after: what somebody changed since is not overwritten by an undo.

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "collega/administration/import.h"
#include "collega/people/holdings.h"

namespace collega::administration {

struct ImportRun {
  ImportRunId id;
  Moment at;
  std::string account;
  std::string file_name;
  std::string source;
  std::string mapping;  ///< its name
  std::int64_t rows = 0;
  ImportCounts people;
  ImportCounts contracts;
  ImportCounts units;
  ImportCounts managers;
  std::int64_t left = 0;  ///< whose contracts were ended
  std::optional<Moment> undone_at = {};
  bool can_be_undone = false;  ///< its journal is there and it was not undone
  std::string by = {};         ///< what the account is called, for who is shown it

  bool operator==(const ImportRun&) const = default;
};
BOOST_DESCRIBE_STRUCT(ImportRun, (),
                      (id, at, account, file_name, source, mapping, rows, people, contracts, units, managers, left,
                       undone_at, can_be_undone, by))

struct ImportRunPage {
  std::vector<ImportRun> runs;  ///< newest first
  std::optional<ImportRunId> next = {};
};
BOOST_DESCRIBE_STRUCT(ImportRunPage, (), (runs, next))

/// At most `limit` (1 to 500), older than `after`.
[[nodiscard]] Result<ImportRunPage> import_runs(store::ReadTransaction& read, std::optional<ImportRunId> after,
                                                int limit);

/// What an import changed: a unit with who leads it, or a person with their contracts and manager.
enum class ChangeKind { unit, person };
BOOST_DESCRIBE_ENUM(ChangeKind, unit, person)

/// changed_since: it is not as the import left it. gone: somebody removed it. in_use: the import made it, and others
/// have built on it since.
enum class UndoObstacle { changed_since, gone, in_use };
BOOST_DESCRIBE_ENUM(UndoObstacle, changed_since, gone, in_use)

struct UndoRefusal {
  ChangeKind kind = ChangeKind::person;
  std::string key;  ///< personnel number, or code of a unit
  UndoObstacle obstacle = UndoObstacle::changed_since;
  std::string reason_nl;
  std::string reason_en;

  bool operator==(const UndoRefusal&) const = default;
};
BOOST_DESCRIBE_STRUCT(UndoRefusal, (), (kind, key, obstacle, reason_nl, reason_en))

struct UndoReport {
  bool undone = false;
  std::int64_t taken_back = 0;        ///< of what the import made
  std::int64_t restored = 0;          ///< of what it changed
  std::vector<UndoRefusal> refusals;  ///< with one or more nothing was undone

  bool operator==(const UndoReport&) const = default;
};
BOOST_DESCRIBE_STRUCT(UndoReport, (), (undone, taken_back, restored, refusals))

/// Everything as it was before the import, or, when something was changed since, nothing and the reasons. `holdings`
/// are those of all modules: a person whom the import made and of whom another module keeps something stays. Errors:
/// import_unknown_run, import_undone_before, import_journal_gone.
Result<UndoReport> undo_import(store::WriteTransaction& write, ImportRunId run, const std::string& account, Moment now,
                               const std::vector<people::Holding>& holdings, const Progress& progress = {});

/// How long an import can be undone. It holds personal data twice, so not longer than it takes to see that a month's
/// payroll came in wrongly.
constexpr int kJournalDays = 30;

/// Clears the journals of imports from before `now` less `days`; gives the number of imports.
Result<std::int64_t> clear_journals(store::WriteTransaction& write, Moment now, int days = kJournalDays);

/// What imports keep of people: for erasure and the right to see.
[[nodiscard]] std::vector<people::Holding> holdings();

}  // namespace collega::administration

namespace collega {

template <>
struct FieldTable<administration::ImportRun> {
  static constexpr Field rows[] = {
      {.name = "id", .meaning = {"nummer van de import", "number of the import"}},
      {.name = "at", .meaning = {"wanneer", "when"}},
      {.name = "account",
       .meaning = {"nummer van het account", "number of the account"},
       .personal = Personal::ordinary},
      {.name = "file_name", .meaning = {"naam van het bestand", "name of the file"}},
      {.name = "source", .meaning = {"bron", "source"}},
      {.name = "mapping", .meaning = {"naam van de koppeling", "name of the mapping"}},
      {.name = "rows", .meaning = {"regels", "rows"}, .min = 0},
      {.name = "people", .meaning = {"mensen", "people"}},
      {.name = "contracts", .meaning = {"dienstverbanden", "contracts"}},
      {.name = "units", .meaning = {"afdelingen", "units"}},
      {.name = "managers", .meaning = {"leidinggevenden", "managers"}},
      {.name = "left", .meaning = {"uit dienst", "left"}, .min = 0},
      {.name = "undone_at", .meaning = {"ongedaan gemaakt op", "undone at"}},
      {.name = "can_be_undone", .meaning = {"kan ongedaan worden gemaakt", "can be undone"}},
      {.name = "by",
       .meaning = {"door wie; leeg: aan de server zelf", "by whom; empty: at the server itself"},
       .personal = Personal::ordinary},
  };
};

template <>
struct FieldTable<administration::ImportRunPage> {
  static constexpr Field rows[] = {
      {.name = "runs", .meaning = {"imports, de nieuwste eerst", "imports, newest first"}},
      {.name = "next", .meaning = {"waar de volgende bladzijde begint", "where the next page begins"}},
  };
};

template <>
struct FieldTable<administration::UndoRefusal> {
  static constexpr Field rows[] = {
      {.name = "kind", .meaning = {"soort", "kind"}},
      {.name = "key", .meaning = {"van wie of wat", "of whom or what"}, .personal = Personal::ordinary},
      {.name = "obstacle", .meaning = {"wat in de weg staat", "what is in the way"}},
      {.name = "reason_nl",
       .meaning = {"reden, in het Nederlands", "reason, in Dutch"},
       .personal = Personal::ordinary},
      {.name = "reason_en", .meaning = {"reden, in het Engels", "reason, in English"}, .personal = Personal::ordinary},
  };
};

template <>
struct FieldTable<administration::UndoReport> {
  static constexpr Field rows[] = {
      {.name = "undone", .meaning = {"ongedaan gemaakt", "undone"}},
      {.name = "taken_back", .meaning = {"teruggenomen", "taken back"}, .min = 0},
      {.name = "restored", .meaning = {"hersteld", "restored"}, .min = 0},
      {.name = "refusals", .meaning = {"waarom niet", "why not"}, .personal = Personal::ordinary},
  };
};

}  // namespace collega
