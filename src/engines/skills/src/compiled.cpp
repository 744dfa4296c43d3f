#include "collega/skills/compiled.h"

#include <algorithm>
#include <cmath>
#include <concepts>

#include "archive.h"
#include "compiled_head.h"
#include "digest.h"
#include "link_index.h"

namespace collega::skills {
namespace {

// The number changes when the form of the file does.
constexpr std::string_view kMark = "Collega taxonomy 1\n";

}  // namespace

template <class T, class Of>
concept Either = std::same_as<std::remove_const_t<T>, Of>;

void fields(auto& archive, Either<Concept> auto& value) {
  archive(value.kind);
  for (auto* text : {&value.id, &value.uri, &value.code, &value.nl, &value.en, &value.description_nl,
                     &value.description_en, &value.domain})
    archive(*text);
  for (auto* names : {&value.also_nl, &value.also_en, &value.also_other}) archive(*names);
  for (auto* others : {&value.broader, &value.related, &value.essential, &value.optional}) archive(*others);
  archive(value.level);
  archive(value.field);
  archive(value.rank);
  for (auto* flag : {&value.exact_case, &value.needs_context, &value.usual, &value.attitude}) archive(*flag);
}

template <class T>
void fields(auto& archive, const Rows<T>& rows) {
  archive(rows.begins);
  archive(rows.items);
}
template <class T>
void fields(auto& archive, Rows<T>& rows) {
  archive(rows.begins);
  archive(rows.items);
}

void fields(auto& archive, Either<EndingPair> auto& pair) {
  archive(pair.one);
  archive(pair.other);
}

void fields(auto& archive, Either<KindIndex> auto& kind) {
  archive(kind.concepts);
  archive(kind.first_form);
  archive(kind.forms);
  archive(kind.bag_norm);
  archive(kind.form_words);
  archive(kind.word_forms);
  archive(kind.word_weight);
  archive(kind.gram_weight);
  archive(kind.gram_words);
  archive(kind.word_length);
  archive(kind.vectors);
}

void fields(auto& archive, Either<LinkIndex> auto& index) {
  archive(index.words);
  archive(index.grams);
  archive(index.parts);
  archive(index.kin);
  archive(index.endings);
  archive(index.dimensions);
  archive(index.word_vectors);
  archive(index.word_scales);
  archive(index.occupations);
  archive(index.skills);
}

namespace {

template <class T>
bool are_rows(const Rows<T>& rows, std::size_t count) {
  return rows.begins.size() == count + 1 && rows.begins.front() == 0 && rows.begins.back() == rows.items.size() &&
         std::ranges::is_sorted(rows.begins);
}

bool all_below(const std::vector<std::uint32_t>& numbers, std::size_t bound) {
  return std::ranges::all_of(numbers, [&](std::uint32_t number) { return number < bound; });
}

// Scores that are no numbers cannot be put in order.
bool are_sound(const std::vector<float>& values) {
  return std::ranges::all_of(values, [](float value) { return std::isfinite(value) && value >= 0; });
}

bool is_length(float value) { return std::isfinite(value) && value > 0; }

bool holds_together(const KindIndex& kind, const LinkIndex& index, const Taxonomy& taxonomy) {
  const std::size_t words = index.words.size();
  const auto names_one = [&](const Form& form) {
    if (form.place >= kind.concepts.size() || (form.language != Language::nl && form.language != Language::en))
      return false;
    const Concept& named = taxonomy.at(kind.concepts[form.place]);
    const std::size_t synonyms =
        form.language == Language::nl ? named.also_nl.size() : named.also_en.size() + named.also_other.size();
    return form.name <= synonyms && is_length(form.norm);
  };
  return all_below(kind.concepts, taxonomy.size()) && kind.first_form.size() == kind.concepts.size() + 1 &&
         kind.first_form.front() == 0 && kind.first_form.back() == kind.forms.size() &&
         std::ranges::is_sorted(kind.first_form) && std::ranges::all_of(kind.forms, names_one) &&
         kind.bag_norm.size() == kind.concepts.size() && std::ranges::all_of(kind.bag_norm, is_length) &&
         are_rows(kind.form_words, kind.forms.size()) && all_below(kind.form_words.items, words) &&
         are_rows(kind.word_forms, words) && all_below(kind.word_forms.items, kind.forms.size()) &&
         kind.word_weight.size() == words && are_sound(kind.word_weight) && are_sound(kind.gram_weight) &&
         are_sound(kind.word_length) && kind.gram_weight.size() == index.grams.size() &&
         are_rows(kind.gram_words, index.grams.size()) && all_below(kind.gram_words.items, words) &&
         kind.word_length.size() == words && kind.vectors.size() == kind.concepts.size() * index.dimensions;
}

bool holds_together(const LinkIndex& index, const Taxonomy& taxonomy) {
  const std::size_t words = index.words.size();
  const std::size_t dimensions = index.dimensions;
  return std::ranges::is_sorted(index.grams) && are_rows(index.parts, words) && all_below(index.parts.items, words) &&
         are_rows(index.kin, words) &&
         std::ranges::all_of(
             index.kin.items,
             [&](const Kin& kin) { return kin.word < words && kin.likeness > 0 && kin.likeness <= 1; }) &&
         are_sound(index.word_scales) && dimensions % kVectorBlock == 0 &&
         index.word_vectors.size() == words * dimensions && index.word_scales.size() == (dimensions == 0 ? 0 : words) &&
         holds_together(index.occupations, index, taxonomy) && holds_together(index.skills, index, taxonomy);
}

Error no_such_file(std::string why) {
  return Error{ErrorCode::taxonomy_broken, "the compiled taxonomy " + std::move(why)};
}

}  // namespace

std::string with_head(const std::string& content) {
  Writer head;
  head(digest(content));
  return std::string{kMark} + head.take() + content;
}

std::string compile(const Taxonomy& taxonomy) {
  Writer writer;
  writer(taxonomy.version());
  writer(taxonomy.concepts());
  writer(make_link_index(taxonomy, true));
  return with_head(writer.take());
}

Result<CompiledTaxonomy> read_compiled(std::string_view bytes) {
  if (!bytes.starts_with(kMark)) return no_such_file("is none of this version: import it again");
  Reader head{bytes.substr(kMark.size())};
  std::uint64_t written = 0;
  head(written);
  bytes.remove_prefix(std::min(bytes.size(), kMark.size() + sizeof written));
  if (head.failed() || digest(bytes) != written) return no_such_file("was cut off or changed: import it again");

  Reader reader{bytes};
  std::string version;
  std::vector<Concept> concepts;
  LinkIndex index;
  reader(version);
  reader(concepts);
  reader(index);
  if (reader.failed() || !reader.at_end()) return no_such_file("was cut off or changed: import it again");
  const auto is_kind = [](const Concept& one) { return one.kind <= ConceptKind::skill_group; };
  if (!std::ranges::all_of(concepts, is_kind)) return no_such_file("does not hold together: import it again");
  auto taxonomy =
      std::make_unique<const Taxonomy>(TRY(Taxonomy::from_concepts(std::move(concepts), std::move(version))));
  if (!holds_together(index, *taxonomy)) return no_such_file("does not hold together: import it again");
  index.number_words();
  Linker linker{*taxonomy, std::move(index)};
  return CompiledTaxonomy{std::move(taxonomy), std::move(linker)};
}

}  // namespace collega::skills
