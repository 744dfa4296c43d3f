#pragma once

// A taxonomy from ESCO's own files: the CSV form of its portal (https://esco.ec.europa.eu, Download) or a compact form
// with the same contents.

#include <string>
#include <vector>

#include "collega/base/result.h"
#include "collega/skills/taxonomy.h"

namespace collega::skills {

struct SourceRow {
  std::size_t line = 0;  ///< in its file, from 1
  std::vector<std::string> cells;
};

/// One file. What it holds is told by its header, its language by its name: "occupations_nl.csv",
/// "esco_nl/occupations.tsv". Several synonyms in one cell stand apart by line breaks or '|'.
struct SourceTable {
  std::string name;
  std::vector<std::string> header;
  std::vector<SourceRow> rows;
};

struct EscoImport {
  Taxonomy taxonomy;
  std::vector<std::string> notices;  ///< what was left out, in English, with an example
};

/// Concepts, names, groups and relations of all tables together; of a concept named twice in a language the first label
/// stays its label and the others become synonyms. Licences, degrees, languages and their levels, which ESCO has not,
/// come from `seed`. `version` is what matches will say they were made with. A concept without a label in Dutch or
/// English gets the other one; a table that is none of ESCO's is left out with a notice. Errors: taxonomy_broken with
/// table and line as place: no table of concepts at all, a concept without id, twice in one table or not in UTF-8. Of
/// broader concepts that go round in a circle the step that closes it is left out, with a notice.
[[nodiscard]] Result<EscoImport> import_esco(const std::vector<SourceTable>& tables, const Taxonomy& seed,
                                             std::string version);

}  // namespace collega::skills
