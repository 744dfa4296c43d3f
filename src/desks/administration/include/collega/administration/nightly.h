#pragma once

// Files that another system puts in a folder, each imported once.
//
//   folder/payroll.csv              what waits
//   folder/done/<time>-payroll.csv  what came in; folder/refused/ what did not
//   beside each in those folders    <the same name>.report.csv and .report.json

#include <boost/describe.hpp>
#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "collega/administration/import.h"
#include "collega/documents/read.h"

namespace collega::administration {

/// A file that was written to less than this ago may still be arriving.
constexpr std::chrono::seconds kSettled{60};

/// imported; refused: bad rows, too many left, or a file that cannot be read; unknown_layout: nobody has confirmed a
/// mapping for this header; done_before: a file with these very bytes came in already.
enum class FileOutcome { imported, refused, unknown_layout, done_before };
BOOST_DESCRIBE_ENUM(FileOutcome, imported, refused, unknown_layout, done_before)

struct FolderFile {
  std::string name;
  FileOutcome outcome = FileOutcome::refused;
  std::string error;  ///< code of the error, when it could not be read or imported at all
  std::int64_t rows = 0;
  std::int64_t bad_rows = 0;
  std::optional<ImportRunId> run = {};

  bool operator==(const FolderFile&) const = default;
};
BOOST_DESCRIBE_STRUCT(FolderFile, (), (name, outcome, error, rows, bad_rows, run))

struct FolderReport {
  std::vector<FolderFile> files;  ///< in the order they were done: by name

  bool operator==(const FolderReport&) const = default;
};
BOOST_DESCRIBE_STRUCT(FolderReport, (), (files))

/// Each file in a transaction of its own: what one does wrong is not held against the next. `like` says how: its
/// mapping, file name and digest are filled in for each file. Errors: file_not_found (folder), file_unwritable, and
/// those of the store; a file's own failure is in its outcome.
Result<FolderReport> process_folder(store::Store& store, documents::Reader& reader, const std::filesystem::path& folder,
                                    const ImportRequest& like, const std::string& account, Moment now, Date today,
                                    const Progress& progress = {});

}  // namespace collega::administration

namespace collega {

template <>
struct FieldTable<administration::FolderFile> {
  static constexpr Field rows[] = {
      {.name = "name", .meaning = {"naam van het bestand", "name of the file"}},
      {.name = "outcome", .meaning = {"hoe het afliep", "how it ended"}},
      {.name = "error", .meaning = {"code van de fout", "code of the error"}},
      {.name = "rows", .meaning = {"regels", "rows"}, .min = 0},
      {.name = "bad_rows", .meaning = {"foute regels", "bad rows"}, .min = 0},
      {.name = "run", .meaning = {"nummer van de import", "number of the import"}},
  };
};

template <>
struct FieldTable<administration::FolderReport> {
  static constexpr Field rows[] = {
      {.name = "files", .meaning = {"bestanden", "files"}},
  };
};

}  // namespace collega
