#pragma once

// taxonomy.import: compiles a taxonomy from ESCO's files, for `--taxonomy`.

#include <optional>
#include <string>
#include <vector>

#include "collega/base/described.h"
#include "collega/base/result.h"

namespace collega::workbench {

struct TaxonomyImportRequest {
  std::vector<std::string> sources;
  std::string out;
  std::optional<std::string> version;
};
BOOST_DESCRIBE_STRUCT(TaxonomyImportRequest, (), (sources, out, version))

struct TaxonomyImportAnswer {
  std::string out;
  std::string version;
  std::int64_t occupations = 0;
  std::int64_t skills = 0;
  std::int64_t names = 0;
  std::int64_t relations = 0;
  std::int64_t bytes = 0;
  std::vector<std::string> notices;
};
BOOST_DESCRIBE_STRUCT(TaxonomyImportAnswer, (), (out, version, occupations, skills, names, relations, bytes, notices))

/// Reads every CSV and TSV among the sources and in the folders among them. Errors: file_not_found, file_unreadable,
/// those of documents::read_csv and skills::import_esco, file_unwritable.
[[nodiscard]] Result<TaxonomyImportAnswer> import_taxonomy(const TaxonomyImportRequest& request);

}  // namespace collega::workbench

namespace collega {

template <>
struct FieldTable<workbench::TaxonomyImportRequest> {
  static constexpr Field rows[] = {
      {.name = "sources",
       .meaning = {"bestanden van ESCO (CSV of TSV), of mappen ervan",
                   "files of ESCO (CSV or TSV), or folders of them"},
       .paper = Paper::folder},
      {.name = "out", .meaning = {"map waar de taxonomie komt", "folder for the taxonomy"}, .paper = Paper::folder},
      {.name = "version",
       .meaning = {"hoe deze versie heet; anders ESCO en de namen van de bronnen",
                   "what this version is called; else ESCO and the names of the sources"}},
  };
};

template <>
struct FieldTable<workbench::TaxonomyImportAnswer> {
  static constexpr Field rows[] = {
      {.name = "out", .meaning = {"map van de taxonomie", "folder of the taxonomy"}},
      {.name = "version", .meaning = {"versie", "version"}},
      {.name = "occupations", .meaning = {"beroepen", "occupations"}},
      {.name = "skills", .meaning = {"vaardigheden", "skills"}},
      {.name = "names", .meaning = {"namen en synoniemen", "labels and synonyms"}},
      {.name = "relations", .meaning = {"relaties", "relations"}},
      {.name = "bytes", .meaning = {"grootte", "size"}, .unit = "bytes"},
      {.name = "notices", .meaning = {"wat ontbreekt of is weggelaten", "what is missing or was left out"}},
  };
};

}  // namespace collega
