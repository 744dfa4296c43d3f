#include "own_table.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "collega/base/utf8.h"
#include "collega/documents/csv_line.h"
#include "own_words.h"
#include "texts.h"

namespace collega::skills_desk {

namespace {

enum class Column { kind, means, nl, en, also_nl, also_en, broader, essential, optional, shared };
constexpr std::array kColumnKeys = {"table.kind",     "table.concept", "table.nl",      "table.en",
                                    "table.also_nl",  "table.also_en", "table.broader", "table.essential",
                                    "table.optional", "table.shared"};
constexpr std::array kKindKeys = {"table.kind.skill", "table.kind.position", "table.kind.synonym"};

template <std::size_t N>
std::optional<std::size_t> word_of(std::string_view text, const std::array<const char*, N>& keys) {
  for (std::size_t i = 0; i < N; ++i) {
    for (const Language language : {Language::nl, Language::en}) {
      if (fold(text) == fold(texts(language)(keys[i]))) return i;
    }
  }
  return std::nullopt;
}

std::vector<std::string> items_in(std::string_view cell) {
  std::vector<std::string> items;
  std::size_t begin = 0;
  while (begin <= cell.size()) {
    const std::size_t end = std::min(cell.find('|', begin), cell.size());
    std::string item = trimmed(cell.substr(begin, end - begin));
    if (!item.empty() && std::ranges::find(items, item) == items.end()) items.push_back(std::move(item));
    begin = end + 1;
  }
  return items;
}

class Import {
 public:
  Import(const documents::Table& table, const std::vector<KeptName>& before, const skills::Taxonomy& taxonomy,
         const Catalogue& catalogue, Language language, const std::function<OwnNameId()>& new_id)
      : table_(table),
        before_(before),
        taxonomy_(taxonomy),
        catalogue_(catalogue),
        language_(language),
        new_id_(new_id) {
    plan_.after = before;
  }

  OwnPlan operator()() {
    if (!read_header()) return std::move(plan_);
    for (const documents::TableRow& row : table_.rows) read_own_concept(row);
    for (const documents::TableRow& row : table_.rows) read_row(row);
    check();
    std::ranges::stable_sort(plan_.bad, {}, &BadLine::line);
    return std::move(plan_);
  }

 private:
  bool read_header() {
    for (std::size_t i = 0; i < table_.header.size(); ++i) {
      if (const auto column = word_of(table_.header[i], kColumnKeys)) columns_[static_cast<Column>(*column)] = i;
    }
    for (const Column needed : {Column::kind, Column::nl, Column::also_nl}) {
      if (!columns_.contains(needed)) bad(table_.header_line, needed, "", "table.no_column");
    }
    return plan_.bad.empty();
  }

  void bad(std::size_t line, Column column, const std::string& value, const std::string& reason_key) {
    say(line, column, value, texts(language_)(reason_key));
  }
  void say(std::size_t line, Column column, const std::string& value, std::string reason) {
    plan_.bad.push_back(
        {line, texts(language_)(kColumnKeys[static_cast<std::size_t>(column)]), value, std::move(reason)});
  }

  [[nodiscard]] std::string cell(const documents::TableRow& row, Column column) const {
    const auto found = columns_.find(column);
    if (found == columns_.end() || found->second >= row.cells.size()) return {};
    return trimmed(row.cells[found->second]);
  }
  [[nodiscard]] std::vector<std::string> items(const documents::TableRow& row, Column column) const {
    return items_in(cell(row, column));
  }
  [[nodiscard]] std::optional<OwnKind> kind_of(const documents::TableRow& row) const {
    const auto kind = word_of(cell(row, Column::kind), kKindKeys);
    return kind ? std::optional{static_cast<OwnKind>(*kind)} : std::nullopt;
  }

  /// The own concept of this row gets its place first, so that rows may name each other in any order.
  void read_own_concept(const documents::TableRow& row) {
    const auto kind = kind_of(row);
    if (!kind || *kind == OwnKind::synonym) return;
    OwnEntry entry;
    entry.kind = *kind;
    entry.nl = cell(row, Column::nl);
    entry.en = cell(row, Column::en);
    const std::string asked = cell(row, Column::means);
    const auto is_it = [&](const KeptName& one) {
      if (one.content.kind != *kind) return false;
      if (!asked.empty()) return one.content.concept_name == asked;
      return fold(one.content.nl) == fold(entry.nl) && !entry.nl.empty();
    };
    const auto known = std::ranges::find_if(plan_.after, is_it);
    if (known == plan_.after.end()) {
      entry.concept_name = new_concept_name(entry, plan_.after);
      plan_.after.push_back({new_id_(), entry});
      place_of_[row.line] = plan_.after.back().id;
    } else if (line_of_.contains(known->id)) {
      say(row.line, Column::nl, entry.nl, texts(language_)("table.twice", std::to_string(line_of_[known->id])));
      return;
    } else {
      entry.concept_name = known->content.concept_name;
      known->content = entry;
      place_of_[row.line] = known->id;
    }
    line_of_[place_of_[row.line]] = row.line;
    for (const std::string& name : {entry.nl, entry.en}) {
      if (!name.empty()) by_own_name_[fold(name)] = entry.concept_name;
    }
  }

  std::optional<std::string> concept_in(const documents::TableRow& row, Column column, const std::string& text) {
    for (const KeptName& one : plan_.after) {
      if (one.content.kind != OwnKind::synonym && one.content.concept_name == text) return text;
    }
    if (const auto ref = taxonomy_.named(text)) return taxonomy_.name(*ref);
    if (const auto own = by_own_name_.find(fold(text)); own != by_own_name_.end()) return own->second;
    const std::vector<skills::ConceptRef> called = catalogue_.called(text);
    if (called.size() == 1) return catalogue_.taxonomy().name(called.front());
    if (called.empty()) {
      bad(row.line, column, text, "table.unknown_concept");
    } else {
      std::string names;
      for (const skills::ConceptRef ref : called)
        names += (names.empty() ? "" : ", ") + catalogue_.taxonomy().name(ref);
      say(row.line, column, text, texts(language_)("table.ambiguous", names));
    }
    return std::nullopt;
  }

  std::vector<std::string> concepts_in(const documents::TableRow& row, Column column) {
    std::vector<std::string> names;
    for (const std::string& item : items(row, column)) {
      if (auto name = concept_in(row, column, item)) names.push_back(std::move(*name));
    }
    return names;
  }

  void read_row(const documents::TableRow& row) {
    const auto kind = kind_of(row);
    if (!kind) return bad(row.line, Column::kind, cell(row, Column::kind), "table.bad_kind");
    if (*kind == OwnKind::synonym) return read_synonyms(row);
    const auto place = place_of_.find(row.line);
    if (place == place_of_.end()) return;
    OwnEntry& entry = std::ranges::find(plan_.after, place->second, &KeptName::id)->content;
    entry.also_nl = items(row, Column::also_nl);
    entry.also_en = items(row, Column::also_en);
    const std::vector<std::string> broader = concepts_in(row, Column::broader);
    OwnEntry filled = entry;
    filled.broader = broader;
    if (*kind == OwnKind::position) {
      filled.essential = concepts_in(row, Column::essential);
      filled.optional = concepts_in(row, Column::optional);
    }
    entry = std::move(filled);
  }

  void read_synonyms(const documents::TableRow& row) {
    const auto means = concept_in(row, Column::means, cell(row, Column::means));
    std::size_t found = 0;
    for (const auto& [column, language] : {std::pair{Column::also_nl, Language::nl}, {Column::also_en, Language::en}}) {
      for (const std::string& text : items(row, column)) {
        ++found;
        if (means) put_synonym(row, *means, text, language);
      }
    }
    if (found == 0) bad(row.line, Column::also_nl, "", "table.no_synonym");
  }

  void put_synonym(const documents::TableRow& row, const std::string& means, const std::string& text,
                   Language language) {
    OwnEntry entry;
    entry.concept_name = means;
    entry.text = text;
    entry.language = language;
    entry.shared = is_yes(cell(row, Column::shared));
    const auto known = std::ranges::find_if(plan_.after, [&](const KeptName& one) {
      return one.content.kind == OwnKind::synonym && one.content.concept_name == means &&
             one.content.language == language && fold(one.content.text) == fold(text);
    });
    if (known == plan_.after.end()) {
      plan_.after.push_back({new_id_(), entry});
      line_of_[plan_.after.back().id] = row.line;
      return;
    }
    if (line_of_.contains(known->id))
      return say(row.line, Column::also_nl, text, texts(language_)("table.twice", std::to_string(line_of_[known->id])));
    known->content = entry;
    line_of_[known->id] = row.line;
  }

  static bool is_yes(std::string_view text) {
    return fold(text) == texts(Language::nl)("table.yes") || fold(text) == texts(Language::en)("table.yes");
  }

  /// Counts, and lets the engine say what does not go together.
  void check() {
    std::map<OwnNameId, OwnEntry> earlier;
    for (const KeptName& one : before_) earlier.emplace(one.id, one.content);
    const auto troubles = troubles_of(taxonomy_, plan_.after);
    const OwnWords words{taxonomy_, plan_.after, language_};
    for (std::size_t i = 0; i < plan_.after.size(); ++i) {
      const KeptName& one = plan_.after[i];
      const auto line = line_of_.find(one.id);
      if (line == line_of_.end()) continue;
      const auto was = earlier.find(one.id);
      if (was != earlier.end() && was->second == one.content) {
        ++plan_.same;
      } else {
        ++(was == earlier.end() ? plan_.added : plan_.changed);
        plan_.touched.push_back(one.id);
      }
      for (const skills::ExtensionTrouble& trouble : troubles[i])
        say(line->second, one.content.kind == OwnKind::synonym ? Column::also_nl : Column::nl, trouble.what,
            words.trouble(trouble));
    }
  }

  const documents::Table& table_;
  const std::vector<KeptName>& before_;
  const skills::Taxonomy& taxonomy_;
  const Catalogue& catalogue_;
  Language language_;
  const std::function<OwnNameId()>& new_id_;
  OwnPlan plan_;
  std::map<Column, std::size_t> columns_;
  std::map<std::size_t, OwnNameId> place_of_;  // of an own concept, by its line
  std::map<OwnNameId, std::size_t> line_of_;
  std::map<std::string, std::string> by_own_name_;
};

std::string joined(const std::vector<std::string>& items) {
  std::string all;
  for (const std::string& item : items) all += (all.empty() ? "" : "|") + item;
  return all;
}

}  // namespace

OwnPlan plan_import(const documents::Table& table, const std::vector<KeptName>& before,
                    const skills::Taxonomy& taxonomy, const Catalogue& catalogue, Language language,
                    const std::function<OwnNameId()>& new_id) {
  return Import{table, before, taxonomy, catalogue, language, new_id}();
}

std::string own_names_csv(const std::vector<KeptName>& names, Language language, std::size_t& rows) {
  const Messages& words = texts(language);
  std::vector<std::string> header;
  for (const char* key : kColumnKeys) header.push_back(words(key));
  std::string csv = std::string{documents::kByteOrderMark} + documents::csv_line(header);
  std::map<std::pair<std::string, bool>, std::array<std::vector<std::string>, 2>> synonyms;
  for (const KeptName& name : names) {
    const OwnEntry& one = name.content;
    if (one.kind == OwnKind::synonym) {
      synonyms[{one.concept_name, one.shared}][static_cast<std::size_t>(one.language)].push_back(one.text);
      continue;
    }
    ++rows;
    csv += documents::csv_line({words(kKindKeys[static_cast<std::size_t>(one.kind)]), one.concept_name, one.nl, one.en,
                                joined(one.also_nl), joined(one.also_en), joined(one.broader), joined(one.essential),
                                joined(one.optional), ""});
  }
  for (const auto& [means, texts_of] : synonyms) {
    ++rows;
    csv += documents::csv_line({words("table.kind.synonym"), means.first, "", "", joined(texts_of[0]),
                                joined(texts_of[1]), "", "", "", means.second ? words("table.yes") : ""});
  }
  return csv;
}

}  // namespace collega::skills_desk
