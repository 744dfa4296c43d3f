// The first byte chooses: 'c' is followed by the content of a compiled taxonomy, anything else by source tables with a
// form feed between them: a name, a header and rows, a line each, cells set apart by tabs. Whatever is taken for a
// taxonomy can be linked to.

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "collega/skills/compiled.h"
#include "collega/skills/esco.h"
#include "compiled_head.h"

namespace {

using namespace collega::skills;

void demand(bool holds) {
  if (!holds) std::abort();
}

void link_to(const Linker& linker) {
  for (const ConceptKind kind : {ConceptKind::occupation, ConceptKind::skill}) {
    for (const char* text : {"verpleegkundige", "treating wounds and caring for the people of the ward every night"}) {
      for (const Linked& linked : linker.link({text, kind, 10}))
        demand(linked.concept_ref < linker.taxonomy().size() && linked.score >= 0);
    }
  }
}

std::vector<std::string> split(std::string_view text, char by) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(by, begin), text.size());
    parts.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

SourceTable table_of(std::string_view text) {
  SourceTable table;
  std::size_t line = 0;
  for (const std::string& row : split(text, '\n')) {
    if (++line == 1) {
      table.name = row;
    } else if (line == 2) {
      table.header = split(row, '\t');
    } else {
      table.rows.push_back({line, split(row, '\t')});
    }
  }
  return table;
}

void import(std::string_view text) {
  static const Taxonomy kSeed = seed_taxonomy().value();
  std::vector<SourceTable> tables;
  for (const std::string& part : split(text, '\f')) tables.push_back(table_of(part));
  const auto imported = import_esco(tables, kSeed, "fuzz");
  if (!imported) return;
  for (ConceptRef ref = 0; ref < imported->taxonomy.size(); ++ref)
    demand(imported->taxonomy.named(imported->taxonomy.name(ref)).has_value());
  link_to(Linker{imported->taxonomy, false});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view rest{reinterpret_cast<const char*>(data) + 1, size - 1};
  if (data[0] != 'c') {
    import(rest);
  } else if (const auto read = read_compiled(with_head(std::string{rest}))) {
    link_to(read->linker);
  }
  return 0;
}
