#include "collega/skills/taxonomy.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <ranges>

#include "table.h"

namespace collega::skills {

std::string_view embedded_skills_tsv();
std::string_view embedded_licences_tsv();
std::string_view embedded_degree_levels_tsv();
std::string_view embedded_degree_fields_tsv();
std::string_view embedded_programmes_tsv();
std::string_view embedded_languages_tsv();
std::string_view embedded_language_levels_tsv();
std::string_view embedded_occupations_tsv();
std::string_view embedded_foreign_tsv();

namespace {

constexpr std::array<std::string_view, 10> kKindNames = {
    "skill",    "licence",        "degree_level", "degree_field",     "programme",
    "language", "language_level", "occupation",   "occupation_group", "skill_group"};
constexpr std::string_view kSeedVersion = "seed 1";

std::string name_of(ConceptKind kind, std::string_view id) {
  return std::string{kKindNames[static_cast<std::size_t>(kind)]} + "/" + std::string{id};
}

struct Source {
  ConceptKind kind;
  Table table;
  std::size_t first = 0;  // concept of its first row
};

bool holds(const std::vector<ConceptRef>& refs, ConceptRef ref) {
  return std::find(refs.begin(), refs.end(), ref) != refs.end();
}

bool has(const std::vector<std::string>& items, std::string_view item) {
  return std::find(items.begin(), items.end(), item) != items.end();
}

Concept concept_from(const Table& table, std::size_t row, ConceptKind kind) {
  Concept read;
  read.kind = kind;
  read.id = table.cell(row, "id");
  read.nl = table.cell(row, "nl");
  read.en = table.cell(row, "en");
  read.also_nl = table.list(row, "also_nl");
  read.also_en = table.list(row, "also_en");
  read.domain = table.cell(row, "domain");
  const std::string_view rank = table.cell(row, "rank");
  std::from_chars(rank.data(), rank.data() + rank.size(), read.rank);
  const auto flags = table.list(row, "flags");
  read.exact_case = has(flags, "case");
  read.needs_context = has(flags, "context");
  read.usual = has(flags, "usual");
  read.attitude = has(flags, "attitude");
  return read;
}

std::vector<ConceptRef> references_of(const Concept& known) {
  std::vector<ConceptRef> all = known.broader;
  for (const auto* more : {&known.related, &known.essential, &known.optional})
    all.insert(all.end(), more->begin(), more->end());
  for (const auto& one : {known.level, known.field}) {
    if (one) all.push_back(*one);
  }
  return all;
}

// Who knows one payroll system knows a part of another.
void relate_family(std::vector<Concept>& concepts, ConceptRef family) {
  std::vector<ConceptRef> members;
  for (ConceptRef ref = 0; ref < concepts.size(); ++ref) {
    if (holds(concepts[ref].broader, family) || holds(concepts[ref].related, family)) members.push_back(ref);
  }
  for (const ConceptRef one : members) {
    for (const ConceptRef other : members) {
      if (one != other && !holds(concepts[one].related, other)) concepts[one].related.push_back(other);
    }
  }
}

// A concept that has itself among its broader ones at some height. Concepts are laid aside once all above them are;
// those that never are stand in or below a circle.
std::optional<ConceptRef> one_in_circle(const std::vector<Concept>& concepts) {
  std::vector<std::uint32_t> open(concepts.size());
  std::vector<std::vector<ConceptRef>> narrower(concepts.size());
  std::vector<ConceptRef> ready;
  for (ConceptRef ref = 0; ref < concepts.size(); ++ref) {
    open[ref] = static_cast<std::uint32_t>(concepts[ref].broader.size());
    for (const ConceptRef above : concepts[ref].broader) narrower[above].push_back(ref);
    if (open[ref] == 0) ready.push_back(ref);
  }
  while (!ready.empty()) {
    const ConceptRef ref = ready.back();
    ready.pop_back();
    for (const ConceptRef below : narrower[ref]) {
      if (--open[below] == 0) ready.push_back(below);
    }
  }
  const auto found = std::ranges::find_if(open, [](std::uint32_t n) { return n > 0; });
  if (found == open.end()) return std::nullopt;
  return static_cast<ConceptRef>(found - open.begin());
}

}  // namespace

Result<Taxonomy> Taxonomy::from_tables(const TaxonomyTables& tables) {
  const std::array<std::string_view, 8> texts = {tables.skills,          tables.licences,   tables.degree_levels,
                                                 tables.degree_fields,   tables.programmes, tables.languages,
                                                 tables.language_levels, tables.occupations};
  Taxonomy taxonomy;
  std::vector<Source> sources;
  for (std::size_t k = 0; k < texts.size(); ++k) {
    const auto kind = static_cast<ConceptKind>(k);
    Source source{kind, TRY(Table::parse(kKindNames[k], texts[k])), taxonomy.concepts_.size()};
    for (std::size_t row = 0; row < source.table.rows(); ++row) {
      Concept read = concept_from(source.table, row, kind);
      const auto ref = static_cast<ConceptRef>(taxonomy.concepts_.size());
      if (read.id.empty() || read.nl.empty() || read.en.empty()) {
        return Error{ErrorCode::taxonomy_broken, source.table.place(row) + ": id, nl and en may not be empty"};
      }
      if (!taxonomy.by_name_.emplace(name_of(kind, read.id), ref).second) {
        return Error{ErrorCode::taxonomy_broken, source.table.place(row) + ": " + read.id + " stands there twice"};
      }
      taxonomy.concepts_.push_back(std::move(read));
    }
    sources.push_back(std::move(source));
  }

  std::optional<Error> failure;
  const auto resolve = [&](const Source& source, std::size_t row, std::string_view column, ConceptKind kind) {
    std::vector<ConceptRef> refs;
    for (const std::string& id : source.table.list(row, column)) {
      const auto ref = taxonomy.find(kind, id);
      if (ref) {
        refs.push_back(*ref);
      } else if (!failure) {
        failure = Error{ErrorCode::taxonomy_broken,
                        source.table.place(row) + ": " + std::string{column} + " names " + id + ", which is not there"};
      }
    }
    return refs;
  };
  const auto first = [](const std::vector<ConceptRef>& refs) {
    return refs.empty() ? std::nullopt : std::optional{refs.front()};
  };
  for (const Source& source : sources) {
    for (std::size_t row = 0; row < source.table.rows(); ++row) {
      Concept& read = taxonomy.concepts_[source.first + row];
      read.broader = resolve(source, row, "broader", source.kind);
      read.related = resolve(source, row, "related", source.kind);
      read.essential = resolve(source, row, "essential", ConceptKind::skill);
      read.optional = resolve(source, row, "optional", ConceptKind::skill);
      read.level = first(resolve(source, row, "level", ConceptKind::degree_level));
      read.field = first(resolve(source, row, "field", ConceptKind::degree_field));
    }
  }
  if (failure) return *failure;
  for (const Source& source : sources) {
    for (std::size_t row = 0; row < source.table.rows(); ++row) {
      if (has(source.table.list(row, "flags"), "family"))
        relate_family(taxonomy.concepts_, static_cast<ConceptRef>(source.first + row));
    }
  }
  TRY(taxonomy.add_foreign_names(tables.foreign));
  taxonomy.version_ = kSeedVersion;
  return taxonomy;
}

Result<Taxonomy> Taxonomy::from_concepts(std::vector<Concept> concepts, std::string version) {
  Taxonomy taxonomy;
  taxonomy.concepts_ = std::move(concepts);
  taxonomy.version_ = std::move(version);
  for (ConceptRef ref = 0; ref < taxonomy.size(); ++ref) {
    const Concept& known = taxonomy.at(ref);
    const std::string name = name_of(known.kind, known.id);
    if (known.nl.empty() || known.en.empty()) return Error{ErrorCode::taxonomy_broken, name + ": it has no label"};
    if (!taxonomy.by_name_.emplace(name, ref).second)
      return Error{ErrorCode::taxonomy_broken, name + ": it stands there twice"};
    if (!std::ranges::all_of(references_of(known), [&](ConceptRef other) { return other < taxonomy.size(); }))
      return Error{ErrorCode::taxonomy_broken, name + ": it names a concept that is not there"};
  }
  if (const auto ref = one_in_circle(taxonomy.concepts_)) {
    return Error{ErrorCode::taxonomy_broken,
                 name_of(taxonomy.at(*ref).kind, taxonomy.at(*ref).id) + ": it is broader than itself"};
  }
  return taxonomy;
}

Result<Done> Taxonomy::add_foreign_names(std::string_view text) {
  const Table table = TRY(Table::parse("foreign", text));
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const auto found = by_name_.find(std::string{table.cell(row, "id")});
    if (found == by_name_.end()) {
      return Error{ErrorCode::taxonomy_broken,
                   table.place(row) + ": " + std::string{table.cell(row, "id")} + " is not there"};
    }
    auto& names = concepts_[found->second].also_other;
    for (const std::string_view language : {"de", "fr", "pl"}) {
      const auto more = table.list(row, language);
      names.insert(names.end(), more.begin(), more.end());
    }
  }
  return Done{};
}

std::optional<ConceptRef> Taxonomy::find(ConceptKind kind, std::string_view id) const {
  const auto found = by_name_.find(name_of(kind, id));
  return found == by_name_.end() ? std::nullopt : std::optional{found->second};
}

bool Taxonomy::implies(ConceptRef has, ConceptRef wanted) const {
  std::vector<ConceptRef> open{has};
  std::vector<ConceptRef> seen;  // a taxonomy may hold a circle by mistake
  while (!open.empty()) {
    const ConceptRef ref = open.back();
    open.pop_back();
    if (ref == wanted) return true;
    if (std::find(seen.begin(), seen.end(), ref) != seen.end()) continue;
    seen.push_back(ref);
    open.insert(open.end(), at(ref).broader.begin(), at(ref).broader.end());
  }
  return false;
}

std::optional<ConceptRef> Taxonomy::named(std::string_view name) const {
  const auto by_wire_name = by_name_.find(std::string{name});
  if (by_wire_name != by_name_.end()) return by_wire_name->second;
  const std::string_view last = name.substr(name.rfind('/') + 1);
  for (std::size_t kind = 0; kind < kKindNames.size(); ++kind) {
    if (const auto ref = find(static_cast<ConceptKind>(kind), last)) return ref;
  }
  return std::nullopt;
}

std::string Taxonomy::name(ConceptRef ref) const {
  return at(ref).uri.empty() ? name_of(at(ref).kind, at(ref).id) : at(ref).uri;
}

Result<Taxonomy> seed_taxonomy() {
  return Taxonomy::from_tables({embedded_skills_tsv(), embedded_licences_tsv(), embedded_degree_levels_tsv(),
                                embedded_degree_fields_tsv(), embedded_programmes_tsv(), embedded_languages_tsv(),
                                embedded_language_levels_tsv(), embedded_occupations_tsv(), embedded_foreign_tsv()});
}

}  // namespace collega::skills
