#pragma once

#include <algorithm>
#include <array>
#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "collega/administration/import.h"
#include "collega/administration/nightly.h"
#include "collega/administration/undo.h"

namespace collega::administration {

/// How a file is imported, from the command line and by JSON alike.
struct ImportFileRequest : ImportChoices {
  std::string file;
  std::optional<std::string> sheet;
  std::optional<Mapping> mapping;
  std::optional<std::string> findings;
};
BOOST_DESCRIBE_STRUCT(ImportFileRequest, (),
                      (file, sheet, mapping, source, on_bad_rows, empty_cells, effective_from, absent_left_after,
                       most_left_percent, many_left_confirmed, findings))

struct ShownFinding {
  std::size_t line = 0;
  std::string column;
  std::string value;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ShownFinding, (), (line, column, value, reason))

/// A report with its reasons in one language, and no more findings than a person reads; all are in the CSV.
struct ImportAnswer : ImportSummary {
  std::vector<ShownFinding> bad;
  std::vector<ShownFinding> notices;
  std::int64_t not_shown = 0;
};
BOOST_DESCRIBE_STRUCT(ImportAnswer, (),
                      (imported, run, rows, good_rows, bad_rows, people, contracts, units, managers, bad, notices, left,
                       too_many_left, not_shown))

struct MappingRequest {
  std::string file;
  std::optional<std::string> sheet;
};
BOOST_DESCRIBE_STRUCT(MappingRequest, (), (file, sheet))

struct RememberMappingRequest {
  std::string file;
  std::optional<std::string> sheet;
  Mapping mapping;
};
BOOST_DESCRIBE_STRUCT(RememberMappingRequest, (), (file, sheet, mapping))

struct ImportsRequest {
  std::optional<ImportRunId> after;
  int limit = 50;
};
BOOST_DESCRIBE_STRUCT(ImportsRequest, (), (after, limit))

struct UndoRequest {
  ImportRunId run;
};
BOOST_DESCRIBE_STRUCT(UndoRequest, (), (run))

struct ImportFolderRequest {
  std::string folder;
  std::string source = "payroll";
  OnBadRows on_bad_rows = OnBadRows::all_or_nothing;
};
BOOST_DESCRIBE_STRUCT(ImportFolderRequest, (), (folder, source, on_bad_rows))

struct ClearJournalsRequest {};
BOOST_DESCRIBE_STRUCT(ClearJournalsRequest, (), ())

struct ClearJournalsAnswer {
  std::int64_t imports = 0;
};
BOOST_DESCRIBE_STRUCT(ClearJournalsAnswer, (), (imports))

}  // namespace collega::administration

namespace collega {

template <>
struct FieldTable<administration::ImportFileRequest> {
  static constexpr Field rows[] = {
      {.name = "file", .meaning = {"CSV of XLSX", "CSV or XLSX"}, .paper = Paper::given},
      {.name = "sheet", .meaning = {"werkblad", "sheet"}},
      {.name = "mapping",
       .meaning = {"welke kolom welk veld is; weggelaten: het voorstel",
                   "which column is which field; left out: what is proposed"}},
      {.name = "source", .meaning = {"bron, zoals payroll", "source, such as payroll"}, .has_default = true},
      {.name = "on_bad_rows",
       .meaning = {"bij foute regels: alles of niets, of ze overslaan", "with bad rows: all or nothing, or skip them"},
       .has_default = true},
      {.name = "empty_cells",
       .meaning = {"bij lege cellen: houden wat er is, of leegmaken",
                   "with empty cells: keep what is there, or clear it"},
       .has_default = true},
      {.name = "effective_from", .meaning = {"geldt vanaf; weggelaten: vandaag", "true from; left out: today"}},
      {.name = "absent_left_after",
       .meaning = {"laatste dag in dienst van wie niet in het bestand staat", "last day in service of who is absent"}},
      {.name = "most_left_percent",
       .meaning = {"hoogste deel dat tegelijk weg mag zijn", "largest share that may be gone at once"},
       .unit = "%",
       .min = 0,
       .max = 100,
       .has_default = true},
      {.name = "many_left_confirmed", .meaning = {"ja, zo velen zijn weg", "yes, so many left"}, .has_default = true},
      {.name = "findings",
       .meaning = {"schrijf alles wat fout is naar deze CSV", "write everything that is wrong to this CSV"},
       .paper = Paper::made},
  };
};

template <>
struct FieldTable<administration::ShownFinding> {
  static constexpr Field rows[] = {
      {.name = "line", .meaning = {"regel", "line"}},
      {.name = "column", .meaning = {"kolom", "column"}},
      {.name = "value", .meaning = {"wat er staat", "what it says"}, .personal = Personal::ordinary},
      {.name = "reason", .meaning = {"reden", "reason"}, .personal = Personal::ordinary},
  };
};

template <>
struct FieldTable<administration::ImportAnswer> {
  static constexpr auto rows = [] {
    constexpr const auto& kOfReport = FieldTable<administration::ImportReport>::rows;
    std::array<Field, std::size(kOfReport) + 1> rows;
    std::copy(std::begin(kOfReport), std::end(kOfReport), rows.begin());
    rows.back() = {.name = "not_shown",
                   .meaning = {"niet getoond; alles staat in --findings", "not shown; all are in --findings"}};
    return rows;
  }();
};

template <>
struct FieldTable<administration::MappingRequest> {
  static constexpr Field rows[] = {
      {.name = "file", .meaning = {"CSV of XLSX", "CSV or XLSX"}, .paper = Paper::given},
      {.name = "sheet", .meaning = {"werkblad", "sheet"}},
  };
};

template <>
struct FieldTable<administration::RememberMappingRequest> {
  static constexpr Field rows[] = {
      {.name = "file",
       .meaning = {"een bestand met deze kolommen", "a file with these columns"},
       .paper = Paper::given},
      {.name = "sheet", .meaning = {"werkblad", "sheet"}},
      {.name = "mapping", .meaning = {"welke kolom welk veld is", "which column is which field"}},
  };
};

template <>
struct FieldTable<administration::ImportsRequest> {
  static constexpr Field rows[] = {
      {.name = "after", .meaning = {"waar de vorige bladzijde ophield", "where the page before stopped"}},
      {.name = "limit",
       .meaning = {"imports op een bladzijde", "imports on a page"},
       .min = 1,
       .max = 500,
       .has_default = true},
  };
};

template <>
struct FieldTable<administration::UndoRequest> {
  static constexpr Field rows[] = {
      {.name = "run", .meaning = {"nummer van de import", "number of the import"}},
  };
};

template <>
struct FieldTable<administration::ImportFolderRequest> {
  static constexpr Field rows[] = {
      {.name = "folder",
       .meaning = {"map waar de bestanden in staan", "folder that holds the files"},
       .paper = Paper::folder},
      {.name = "source", .meaning = {"bron, zoals payroll", "source, such as payroll"}, .has_default = true},
      {.name = "on_bad_rows", .meaning = {"bij foute regels", "with bad rows"}, .has_default = true},
  };
};

template <>
struct FieldTable<administration::ClearJournalsRequest> {
  static constexpr std::array<Field, 0> rows{};
};

template <>
struct FieldTable<administration::ClearJournalsAnswer> {
  static constexpr Field rows[] = {
      {.name = "imports",
       .meaning = {"imports die niet meer ongedaan te maken zijn", "imports that cannot be undone any more"}},
  };
};

}  // namespace collega
