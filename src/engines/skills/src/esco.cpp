#include "collega/skills/esco.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "collega/base/utf8.h"

namespace collega::skills {
namespace {

constexpr std::string_view kUris = "http://data.europa.eu/esco/";

Error broken(const SourceTable& table, std::size_t line, std::string_view why) {
  return Error{ErrorCode::taxonomy_broken, table.name + " line " + std::to_string(line) + ": " + std::string{why}};
}

/// A column that the portal and the compact form may name differently.
using Names = std::initializer_list<std::string_view>;

class Columns {
 public:
  explicit Columns(const SourceTable& table) : table_(table) {}

  [[nodiscard]] bool has(Names names) const { return index(names).has_value(); }
  [[nodiscard]] std::string_view cell(const SourceRow& row, Names names) const {
    const auto at = index(names);
    return at && *at < row.cells.size() ? std::string_view{row.cells[*at]} : std::string_view{};
  }

 private:
  [[nodiscard]] std::optional<std::size_t> index(Names names) const {
    for (const std::string_view name : names) {
      const auto found = std::ranges::find(table_.header, name);
      if (found != table_.header.end()) return static_cast<std::size_t>(found - table_.header.begin());
    }
    return std::nullopt;
  }

  const SourceTable& table_;
};

enum class Shape { concepts, broader, needed_skills, related_skills };

// The columns by which a table is known; those of a narrower shape first.
std::optional<Shape> shape_of(const SourceTable& table) {
  const Columns columns{table};
  if (columns.has({"broader_id", "broaderUri"})) return Shape::broader;
  if (columns.has({"occupation", "occupationUri"}) && columns.has({"skill", "skillUri"})) return Shape::needed_skills;
  if (columns.has({"related_id", "relatedSkillUri"})) return Shape::related_skills;
  if (columns.has({"id", "conceptUri"}) && columns.has({"label", "preferredLabel"})) return Shape::concepts;
  return std::nullopt;
}

// "occupations_nl.csv" and "esco_nl/occupations.tsv" are Dutch.
std::string language_of(std::string_view name) {
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  for (std::size_t at = name.size(); at-- > 0;) {
    const bool ends = at + 3 == name.size() || (at + 3 < name.size() && (name[at + 3] == '.' || name[at + 3] == '/'));
    if (name[at] == '_' && ends && is_letter(name[at + 1]) && is_letter(name[at + 2]))
      return std::string{name.substr(at + 1, 2)};
  }
  return "en";
}

// "occupation/0003..." of a URI; `prefix` for tables that leave it out.
std::string id_of(std::string_view cell, std::string_view prefix) {
  if (cell.starts_with(kUris)) cell.remove_prefix(kUris.size());
  return cell.find('/') == std::string_view::npos ? std::string{prefix} + std::string{cell} : std::string{cell};
}

// The portal's tables of schemes and models have ids of their own.
bool is_ours(std::string_view id) {
  constexpr std::array<std::string_view, 4> kOurs = {"occupation/", "skill/", "isco/", "isced-f/"};
  return std::ranges::any_of(kOurs, [&](std::string_view begin) { return id.starts_with(begin); });
}

ConceptKind kind_of(std::string_view id, bool group) {
  if (id.starts_with("occupation/")) return ConceptKind::occupation;
  if (id.starts_with("isco/")) return ConceptKind::occupation_group;
  return group || !id.starts_with("skill/") ? ConceptKind::skill_group : ConceptKind::skill;
}

std::vector<std::string> items_of(std::string_view cell) {
  std::vector<std::string> items;
  while (!cell.empty()) {
    const std::size_t end = std::min(cell.find_first_of("|\n\r"), cell.size());
    if (end > 0) items.emplace_back(cell.substr(0, end));
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
  return items;
}

class Import {
 public:
  explicit Import(const Taxonomy& seed) { take_over(seed); }

  Result<Done> add_concepts(const SourceTable& table, bool groups);
  Result<Done> add_relations(const SourceTable& table, Shape shape);
  void leave_out(const SourceTable& table) {
    notices_.push_back(table.name + ": left out, it is no table that is used");
  }
  void break_circles();
  Result<EscoImport> finish(std::string version);

 private:
  void take_over(const Taxonomy& seed);
  Result<Done> add_concept(const SourceTable& table, const SourceRow& row, bool group, const std::string& language,
                           std::unordered_set<std::string>& seen);
  void relate(const SourceTable& table, Shape shape, std::string_view from, std::string_view to,
              std::string_view relation);
  [[nodiscard]] std::optional<ConceptRef> known(const std::string& id) const {
    const auto found = refs_.find(id);
    return found == refs_.end() ? std::nullopt : std::optional{found->second};
  }

  std::vector<Concept> concepts_;
  std::unordered_map<std::string, ConceptRef> refs_;                               // "occupation/0003..."
  std::unordered_map<std::string, std::pair<std::size_t, std::string>> left_out_;  // table → how many, the first
  std::vector<std::string> notices_;
};

void Import::take_over(const Taxonomy& seed) {
  std::vector<std::optional<ConceptRef>> moved(seed.size());
  for (ConceptRef ref = 0; ref < seed.size(); ++ref) {
    const ConceptKind kind = seed.at(ref).kind;
    if (kind == ConceptKind::skill || kind == ConceptKind::occupation) continue;
    moved[ref] = static_cast<ConceptRef>(concepts_.size());
    concepts_.push_back(seed.at(ref));
  }
  const auto move_all = [&](std::vector<ConceptRef>& refs) {
    std::vector<ConceptRef> kept;
    for (const ConceptRef ref : refs) {
      if (moved[ref]) kept.push_back(*moved[ref]);
    }
    refs = std::move(kept);
  };
  for (Concept& taken : concepts_) {
    move_all(taken.broader);
    move_all(taken.related);
    if (taken.level) taken.level = moved[*taken.level];
    if (taken.field) taken.field = moved[*taken.field];
  }
}

void add_name(Concept& named, const std::string& language, std::string name) {
  if (name.empty()) return;
  const bool dutch = language == "nl";
  const bool english = language == "en";
  if (!dutch && !english) {
    named.also_other.push_back(std::move(name));
    return;
  }
  std::string& label = dutch ? named.nl : named.en;
  auto& synonyms = dutch ? named.also_nl : named.also_en;
  if (label.empty()) {
    label = std::move(name);
  } else if (label != name && std::ranges::find(synonyms, name) == synonyms.end()) {
    synonyms.push_back(std::move(name));
  }
}

Result<Done> Import::add_concept(const SourceTable& table, const SourceRow& row, bool group,
                                 const std::string& language, std::unordered_set<std::string>& seen) {
  const Columns columns{table};
  if (!std::ranges::all_of(row.cells, [](const std::string& cell) { return is_valid_utf8(cell); }))
    return broken(table, row.line, "it is not in UTF-8");
  const std::string_view written = columns.cell(row, {"id", "conceptUri"});
  if (written.empty()) return broken(table, row.line, "it has no id");
  const std::string id = id_of(written, "skill/");
  if (!seen.insert(id).second) return broken(table, row.line, id + " stands there twice");
  if (!is_ours(id) || columns.cell(row, {"status"}) == "obsolete") return Done{};

  const auto [at, is_new] = refs_.emplace(id, static_cast<ConceptRef>(concepts_.size()));
  if (is_new) {
    Concept made;
    made.kind = kind_of(id, group);
    made.id = id.substr(id.rfind('/') + 1);
    made.uri = std::string{kUris} + id;
    concepts_.push_back(std::move(made));
  }
  Concept& named = concepts_[at->second];
  if (named.code.empty()) named.code = columns.cell(row, {"isco", "iscoGroup", "code"});
  add_name(named, language, std::string{columns.cell(row, {"label", "preferredLabel"})});
  for (const Names& column : {Names{"synonyms", "altLabels"}, Names{"hiddenLabels"}}) {
    for (std::string& name : items_of(columns.cell(row, column))) add_name(named, language, std::move(name));
  }
  std::string& description = language == "nl" ? named.description_nl : named.description_en;
  if (description.empty() && (language == "nl" || language == "en"))
    description = columns.cell(row, {"description", "definition"});
  return Done{};
}

Result<Done> Import::add_concepts(const SourceTable& table, bool groups) {
  const std::string language = language_of(table.name);
  const Columns columns{table};
  const bool of_groups = table.name.find("group") != std::string::npos || table.name.find("Group") != std::string::npos;
  std::unordered_set<std::string> seen;
  for (const SourceRow& row : table.rows) {
    const std::string_view type = columns.cell(row, {"conceptType"});
    const bool group = type.empty() ? of_groups : type == "SkillGroup" || type == "ISCOGroup";
    if (group == groups) TRY(add_concept(table, row, group, language, seen));
  }
  return Done{};
}

void Import::relate(const SourceTable& table, Shape shape, std::string_view from, std::string_view to,
                    std::string_view relation) {
  const bool needs = shape == Shape::needed_skills;
  const std::string from_id = id_of(from, needs ? "occupation/" : "skill/");
  const std::string to_id = id_of(to, "skill/");
  const auto one = known(from_id);
  const auto other = known(to_id);
  if (!one || !other || one == other) {
    auto& [count, example] = left_out_[table.name];
    if (count++ == 0) example = one ? to_id : from_id;
    return;
  }
  const bool essential = relation == "e" || relation == "essential";
  auto& relations = shape == Shape::broader          ? concepts_[*one].broader
                    : shape == Shape::related_skills ? concepts_[*one].related
                    : essential                      ? concepts_[*one].essential
                                                     : concepts_[*one].optional;
  if (std::ranges::find(relations, *other) == relations.end()) relations.push_back(*other);
}

Result<Done> Import::add_relations(const SourceTable& table, Shape shape) {
  const Columns columns{table};
  for (const SourceRow& row : table.rows) {
    const auto from = columns.cell(row, {"id", "conceptUri", "occupation", "occupationUri", "originalSkillUri"});
    const auto to =
        columns.cell(row, {"broader_id", "broaderUri", "skill", "skillUri", "related_id", "relatedSkillUri"});
    if (from.empty() || to.empty()) return broken(table, row.line, "it has no id");
    relate(table, shape, from, to, columns.cell(row, {"relation", "relationType"}));
  }
  return Done{};
}

// Two versions together may each be right and yet go round: of such a circle the step that closes it is left out. Depth
// first; the path is what is being looked above of.
void Import::break_circles() {
  enum class State : std::uint8_t { unseen, on_path, done };
  std::vector<State> states(concepts_.size(), State::unseen);
  struct Step {
    ConceptRef ref;
    std::size_t next;
  };
  std::vector<Step> path;
  for (ConceptRef start = 0; start < concepts_.size(); ++start) {
    if (states[start] == State::unseen) path.push_back({start, 0});
    while (!path.empty()) {
      auto& [ref, next] = path.back();
      states[ref] = State::on_path;
      auto& broader = concepts_[ref].broader;
      if (next == broader.size()) {
        states[ref] = State::done;
        path.pop_back();
      } else if (states[broader[next]] == State::on_path) {
        notices_.push_back(concepts_[ref].uri + ": left out as narrower than " + concepts_[broader[next]].uri +
                           ", which is narrower than it");
        broader.erase(broader.begin() + static_cast<std::ptrdiff_t>(next));
      } else {
        const ConceptRef above = broader[next++];
        if (states[above] == State::unseen) path.push_back({above, 0});
      }
    }
  }
}

Result<EscoImport> Import::finish(std::string version) {
  break_circles();
  EscoImport import;
  import.notices = std::move(notices_);
  std::size_t without_label = 0, without_dutch = 0;
  for (Concept& named : concepts_) {
    if (named.nl.empty() && named.en.empty()) {
      ++without_label;
      named.en = named.also_other.empty() ? named.id : named.also_other.front();
    }
    without_dutch += named.nl.empty();
    if (named.nl.empty()) named.nl = named.en;
    if (named.en.empty()) named.en = named.nl;
  }
  if (without_label > 0)
    import.notices.push_back(std::to_string(without_label) + " concepts have no Dutch and no English label");
  if (without_dutch > 0) import.notices.push_back(std::to_string(without_dutch) + " concepts have no Dutch label");
  for (const auto& [table, left_out] : left_out_) {
    import.notices.push_back(
        table + ": " + std::to_string(left_out.first) +
        " relations left out, because a concept is not there or is its own; the first: " + left_out.second);
  }
  std::ranges::sort(import.notices);
  import.taxonomy = TRY(Taxonomy::from_concepts(std::move(concepts_), std::move(version)));
  return import;
}

}  // namespace

Result<EscoImport> import_esco(const std::vector<SourceTable>& tables, const Taxonomy& seed, std::string version) {
  Import import{seed};
  bool any_concepts = false;
  for (const SourceTable& table : tables) any_concepts = any_concepts || shape_of(table) == Shape::concepts;
  if (!any_concepts) return Error{ErrorCode::taxonomy_broken, "no table of occupations or skills"};
  // What is a skill in one table and a group in another is a skill.
  for (const bool groups : {false, true}) {
    for (const SourceTable& table : tables) {
      if (shape_of(table) == Shape::concepts) TRY(import.add_concepts(table, groups));
    }
  }
  for (const SourceTable& table : tables) {
    const auto shape = shape_of(table);
    if (!shape) import.leave_out(table);
    if (shape && *shape != Shape::concepts) TRY(import.add_relations(table, *shape));
  }
  return import.finish(std::move(version));
}

}  // namespace collega::skills
