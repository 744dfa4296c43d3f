#include "import_taxonomy.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "collega/documents/table.h"
#include "collega/skills/compiled.h"
#include "collega/skills/esco.h"

namespace collega::workbench {
namespace {

namespace fs = std::filesystem;

bool is_table(const fs::path& path) { return path.extension() == ".csv" || path.extension() == ".tsv"; }

Result<std::vector<fs::path>> files_of(const std::vector<std::string>& sources) {
  std::vector<fs::path> files;
  for (const std::string& source : sources) {
    std::error_code failed;
    const fs::path path{source};
    if (!fs::exists(path, failed)) return Error{ErrorCode::file_not_found, source};
    if (!fs::is_directory(path, failed)) {
      files.push_back(path);
      continue;
    }
    std::vector<fs::path> inside;
    for (const auto& entry : fs::directory_iterator{path, failed}) {
      if (is_table(entry.path())) inside.push_back(entry.path());
    }
    if (failed) return Error{ErrorCode::file_unreadable, source};
    std::ranges::sort(inside);  // so that the same folder gives the same taxonomy
    files.insert(files.end(), inside.begin(), inside.end());
  }
  return files;
}

Result<std::string> read_file(const fs::path& path) {
  std::ifstream file{path, std::ios::binary};
  if (!file) return Error{ErrorCode::file_unreadable, path.string()};
  return std::string{std::istreambuf_iterator<char>{file}, {}};
}

// The compact form knows no quotes: a tab ends a cell and a line break a row.
std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells;
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find('\t', begin), line.size());
    cells.emplace_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return cells;
}

skills::SourceTable read_tsv(std::string_view text) {
  skills::SourceTable table;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (number == 1) {
      table.header = cells_of(line);
    } else if (!line.empty()) {
      table.rows.push_back({number, cells_of(line)});
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return table;
}

Result<skills::SourceTable> read_table(const fs::path& path) {
  const std::string bytes = TRY(read_file(path));
  skills::SourceTable table;
  if (path.extension() == ".tsv") {
    table = read_tsv(bytes);
  } else {
    documents::Table read = TRY(documents::read_csv(bytes));
    table.header = std::move(read.header);
    for (documents::TableRow& row : read.rows) table.rows.push_back({row.line, std::move(row.cells)});
  }
  table.name = (path.parent_path().filename() / path.filename()).string();
  return table;
}

// Written beside its place and then moved there: a taxonomy in use is never half a file.
Result<Done> write_file(const fs::path& folder, const std::string& bytes) {
  std::error_code failed;
  fs::create_directories(folder, failed);
  const fs::path made = folder / (std::string{skills::kCompiledFile} + ".new");
  std::ofstream file{made, std::ios::binary};
  file << bytes;
  file.close();
  if (file) fs::rename(made, folder / skills::kCompiledFile, failed);
  if (!file || failed) return Error{ErrorCode::file_unwritable, made.string()};
  return Done{};
}

std::string version_of(const std::vector<std::string>& sources) {
  std::string version = "ESCO";
  for (const std::string& source : sources) {
    const fs::path path = fs::path{source}.lexically_normal();
    version += " " + (path.has_filename() ? path : path.parent_path()).stem().string();
  }
  return version;
}

void count(const skills::Taxonomy& taxonomy, TaxonomyImportAnswer& answer) {
  for (const skills::Concept& known : taxonomy.concepts()) {
    answer.occupations += known.kind == skills::ConceptKind::occupation;
    answer.skills += known.kind == skills::ConceptKind::skill;
    answer.names +=
        static_cast<std::int64_t>(2 + known.also_nl.size() + known.also_en.size() + known.also_other.size());
    answer.relations += static_cast<std::int64_t>(known.broader.size() + known.related.size() + known.essential.size() +
                                                  known.optional.size());
  }
}

}  // namespace

Result<TaxonomyImportAnswer> import_taxonomy(const TaxonomyImportRequest& request) {
  std::vector<skills::SourceTable> tables;
  for (const fs::path& file : TRY(files_of(request.sources))) tables.push_back(TRY(read_table(file)));
  TaxonomyImportAnswer answer;
  answer.out = request.out;
  answer.version = request.version.value_or(version_of(request.sources));
  const skills::Taxonomy seed = TRY(skills::seed_taxonomy());
  skills::EscoImport imported = TRY(skills::import_esco(tables, seed, answer.version));
  const std::string bytes = skills::compile(imported.taxonomy);
  TRY(write_file(request.out, bytes));
  count(imported.taxonomy, answer);
  answer.bytes = static_cast<std::int64_t>(bytes.size());
  answer.notices = std::move(imported.notices);
  return answer;
}

}  // namespace collega::workbench
