#pragma once

// People, contracts and units to a table, under the names of the import's fields: an export imports back and changes
// nothing. And everything at once, for an organisation that leaves.

#include <boost/describe.hpp>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "collega/administration/import.h"
#include "collega/base/date.h"
#include "collega/base/language.h"
#include "collega/store/store.h"

namespace collega::administration {

/// people: a row a person and contract on the day, with its terms, unit and manager. contracts: the same without the
/// personal details. units: the tree on the day.
enum class ExportWhat { people, contracts, units };
BOOST_DESCRIBE_ENUM(ExportWhat, people, contracts, units)

enum class ExportFormat { csv, xlsx };
BOOST_DESCRIBE_ENUM(ExportFormat, csv, xlsx)

struct ExportRequest {
  ExportWhat what = ExportWhat::people;
  ExportFormat format = ExportFormat::csv;
  std::optional<Date> as_of = {};  ///< absent: today
  bool with_bsn = false;
  bool with_iban = false;

  bool operator==(const ExportRequest&) const = default;
};
BOOST_DESCRIBE_STRUCT(ExportRequest, (), (what, format, as_of, with_bsn, with_iban))

struct ExportedFile {
  std::string name;   ///< "people-2026-11-22.csv"
  std::string bytes;  ///< CSV: UTF-8 with its mark, ; between cells, so that a Dutch Excel opens it as it is
  std::int64_t rows = 0;
};

/// In a CSV a cell that a spreadsheet would take for a formula (it begins with = + - @, a tab or a return) has a '
/// before it, which an import takes off again; in an XLSX it is a text, and never a formula. Errors: those of the
/// store.
[[nodiscard]] Result<ExportedFile> export_table(store::ReadTransaction& read, const ExportRequest& request, Date today,
                                                const Progress& progress = {});

/// Takes rows of a table one at a time. The first is the header.
using RowSink = std::function<Result<Done>(const std::vector<std::string>&)>;

/// Takes files that rows of a table name, by their place in the folder: "documents/0ab1-1.pdf".
using FileSink = std::function<Result<Done>(const std::string& name, std::string_view bytes)>;

/// One table of everything, with the files that belong to it.
struct LeavingPart {
  std::string_view file;  ///< "people.csv"
  Bilingual title;
  std::function<Result<Done>(store::ReadTransaction&, Date today, const RowSink&)> write;
  std::function<Result<Done>(store::ReadTransaction&, const FileSink&)> write_files = {};
};

/// Those of people, contracts with their history, units with theirs, positions, roles, documents with every version's
/// file, who reads them, and imports. BSN and IBAN are in them only when asked for.
[[nodiscard]] std::vector<LeavingPart> leaving_parts(bool with_bsn, bool with_iban);

struct LeavingFile {
  std::string name;
  std::int64_t rows = 0;
  std::string sha256;

  bool operator==(const LeavingFile&) const = default;
};
BOOST_DESCRIBE_STRUCT(LeavingFile, (), (name, rows, sha256))

struct LeavingReport {
  std::vector<LeavingFile> files;  ///< the tables

  bool operator==(const LeavingReport&) const = default;
};
BOOST_DESCRIBE_STRUCT(LeavingReport, (), (files))

/// Writes each part as CSV to a new folder, with LEESMIJ.txt, README.txt and manifest.csv (of each file its name, its
/// rows where it is a table, and its SHA-256 as sha256sum gives it). The folder is there only when it is whole. Errors:
/// file_unwritable (it is there already, or cannot be made), store_full.
Result<LeavingReport> export_everything(store::ReadTransaction& read, const std::filesystem::path& folder,
                                        const std::vector<LeavingPart>& parts, Date today,
                                        const Progress& progress = {});

}  // namespace collega::administration

namespace collega {

template <>
struct FieldTable<administration::ExportRequest> {
  static constexpr Field rows[] = {
      {.name = "what", .meaning = {"wat", "what"}, .has_default = true},
      {.name = "format", .meaning = {"soort bestand", "kind of file"}, .has_default = true},
      {.name = "as_of", .meaning = {"peildatum; leeg is vandaag", "as of; absent is today"}},
      {.name = "with_bsn", .meaning = {"met BSN", "with the citizen service number"}, .has_default = true},
      {.name = "with_iban", .meaning = {"met rekeningnummer", "with the bank account"}, .has_default = true},
  };
};

template <>
struct FieldTable<administration::LeavingFile> {
  static constexpr Field rows[] = {
      {.name = "name", .meaning = {"naam van het bestand", "name of the file"}},
      {.name = "rows", .meaning = {"regels", "rows"}, .min = 0},
      {.name = "sha256", .meaning = {"kenmerk van de inhoud", "digest of the content"}},
  };
};

template <>
struct FieldTable<administration::LeavingReport> {
  static constexpr Field rows[] = {
      {.name = "files", .meaning = {"bestanden", "files"}},
  };
};

}  // namespace collega
