#include "link_names.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_set>

#include "link_words.h"

namespace collega::skills {
namespace {

bool is_linked(ConceptKind kind) { return kind == ConceptKind::occupation || kind == ConceptKind::skill; }

class Words {
 public:
  explicit Words(LinkIndex& index) : index_(index) {}

  WordId id(const std::string& word) {
    const auto [at, is_new] = ids_.emplace(word, static_cast<WordId>(index_.words.size()));
    if (is_new) index_.words.push_back(word);
    return at->second;
  }
  std::vector<WordId> ids(std::string_view text) {
    std::vector<WordId> found;
    for (const std::string& word : link_words(text)) found.push_back(id(word));
    return found;
  }

 private:
  LinkIndex& index_;
  std::unordered_map<std::string, WordId> ids_;
};

void add_forms(KindIndex& kind, const Concept& named, Words& words) {
  const auto place = static_cast<std::uint32_t>(kind.first_form.size() - 1);
  std::vector<std::vector<WordId>> seen;
  for (const Language language : {Language::nl, Language::en}) {
    std::uint32_t number = 0;
    for (const std::string_view name : names_of(named, language)) {
      auto ids = words.ids(name);
      const std::uint32_t its_number = number++;
      if (ids.empty() || std::ranges::find(seen, ids) != seen.end()) continue;
      kind.forms.push_back({place, its_number, 0, language});
      kind.form_words.add(ids);
      seen.push_back(std::move(ids));
    }
  }
  kind.first_form.push_back(static_cast<std::uint32_t>(kind.forms.size()));
}

// The grams of each word of a name, by their places in `index.grams`.
Rows<std::uint32_t> add_grams(LinkIndex& index, std::size_t name_words) {
  std::set<std::uint32_t> all;
  for (WordId word = 0; word < name_words; ++word) {
    const auto grams = grams_of(index.words[word]);
    all.insert(grams.begin(), grams.end());
  }
  index.grams.assign(all.begin(), all.end());
  Rows<std::uint32_t> word_grams;
  for (WordId word = 0; word < index.words.size(); ++word) {
    std::vector<std::uint32_t> places;
    if (word < name_words) {
      for (const std::uint32_t gram : grams_of(index.words[word]))
        places.push_back(static_cast<std::uint32_t>(std::ranges::lower_bound(index.grams, gram) - index.grams.begin()));
    }
    word_grams.add(places);
  }
  return word_grams;
}

// The rows the other way about.
Rows<std::uint32_t> turned(const Rows<WordId>& rows, std::size_t count) {
  std::vector<std::vector<std::uint32_t>> turned(count);
  for (std::uint32_t row = 0; row < rows.size(); ++row) {
    for (const WordId item : rows[row]) {
      if (turned[item].empty() || turned[item].back() != row) turned[item].push_back(row);
    }
  }
  Rows<std::uint32_t> result;
  for (const auto& row : turned) result.add(row);
  return result;
}

float weight(std::size_t concepts, std::size_t having) {
  return having == 0
             ? 0
             : static_cast<float>(std::log(static_cast<double>(concepts + 1) / static_cast<double>(having + 1)) + 1);
}

// How many concepts have each word, and each gram.
void weigh(KindIndex& kind, const LinkIndex& index, const Rows<std::uint32_t>& word_grams) {
  std::vector<std::size_t> words(index.words.size()), grams(index.grams.size());
  for (std::size_t place = 0; place < kind.concepts.size(); ++place) {
    std::unordered_set<WordId> its_words;
    std::unordered_set<std::uint32_t> its_grams;
    for (std::uint32_t form = kind.first_form[place]; form < kind.first_form[place + 1]; ++form) {
      for (const WordId word : kind.form_words[form]) {
        if (!its_words.insert(word).second) continue;
        const auto row = word_grams[word];
        its_grams.insert(row.begin(), row.end());
      }
    }
    for (const WordId word : its_words) ++words[word];
    for (const std::uint32_t gram : its_grams) ++grams[gram];
  }
  for (WordId word = 0; word < index.words.size(); ++word) {
    const float rarity = weight(kind.concepts.size(), words[word]);
    kind.word_weight.push_back(is_manner(index.words[word]) ? kMannerWeight * rarity : rarity);
  }
  for (const std::size_t having : grams) kind.gram_weight.push_back(weight(kind.concepts.size(), having));
  for (WordId word = 0; word < index.words.size(); ++word) {
    float square = 0;
    for (const std::uint32_t gram : word_grams[word]) square += kind.gram_weight[gram] * kind.gram_weight[gram];
    kind.word_length.push_back(std::sqrt(square));
  }
}

using Bag = std::unordered_map<std::uint64_t, double>;

void add_to(Bag& bag, std::span<const WordId> words, const KindIndex& kind, const Rows<std::uint32_t>& word_grams) {
  for (const WordId word : words) {
    bag[word] += kind.word_weight[word];
    for (const std::uint32_t gram : word_grams[word]) bag[1ull << 32 | gram] += kind.gram_weight[gram];
  }
}

float length(const Bag& bag) {
  if (bag.empty()) return 1;  // of a concept whose names have no words: nothing finds it
  double sum = 0;
  for (const auto& [feature, value] : bag) sum += value * value;
  return static_cast<float>(std::sqrt(sum));
}

void measure(KindIndex& kind, const Rows<std::uint32_t>& word_grams) {
  for (std::size_t place = 0; place < kind.concepts.size(); ++place) {
    Bag all;
    for (std::uint32_t form = kind.first_form[place]; form < kind.first_form[place + 1]; ++form) {
      Bag bag;
      add_to(bag, kind.form_words[form], kind, word_grams);
      kind.forms[form].norm = length(bag);
      for (const auto& [feature, value] : bag) all[feature] += value;
    }
    kind.bag_norm.push_back(length(all));
  }
}

}  // namespace

std::string_view name_of(const Concept& named, Language language, std::size_t number) {
  if (number == 0) return named.label(language);
  const auto& synonyms = language == Language::nl ? named.also_nl : named.also_en;
  return number <= synonyms.size() ? synonyms[number - 1] : named.also_other[number - 1 - synonyms.size()];
}

std::vector<std::string_view> names_of(const Concept& named, Language language) {
  std::vector<std::string_view> names{named.label(language)};
  const auto& synonyms = language == Language::nl ? named.also_nl : named.also_en;
  names.insert(names.end(), synonyms.begin(), synonyms.end());
  if (language == Language::en) names.insert(names.end(), named.also_other.begin(), named.also_other.end());
  return names;
}

void LinkIndex::number_words() {
  word_ids.clear();
  word_ids.reserve(words.size());
  for (WordId word = 0; word < words.size(); ++word) word_ids.emplace(words[word], word);
}

void add_names(LinkIndex& index, const Taxonomy& taxonomy) {
  Words words{index};
  for (KindIndex* kind : {&index.occupations, &index.skills}) kind->first_form.push_back(0);
  for (ConceptRef ref = 0; ref < taxonomy.size(); ++ref) {
    const Concept& named = taxonomy.at(ref);
    if (!is_linked(named.kind)) continue;
    KindIndex& kind = named.kind == ConceptKind::occupation ? index.occupations : index.skills;
    kind.concepts.push_back(ref);
    add_forms(kind, named, words);
  }
  const std::size_t name_words = index.words.size();
  for (const Concept& named : taxonomy.concepts()) {
    words.ids(named.description_nl);
    words.ids(named.description_en);
  }
  const Rows<std::uint32_t> word_grams = add_grams(index, name_words);
  for (KindIndex* kind : {&index.occupations, &index.skills}) {
    kind->word_forms = turned(kind->form_words, index.words.size());
    weigh(*kind, index, word_grams);
    Rows<std::uint32_t> of_names;
    for (WordId word = 0; word < index.words.size(); ++word)
      of_names.add(kind->word_weight[word] > 0 ? word_grams[word] : std::span<const std::uint32_t>{});
    kind->gram_words = turned(of_names, index.grams.size());
    measure(*kind, word_grams);
  }
  index.number_words();
}

void add_parts(LinkIndex& index, const Taxonomy& taxonomy) {
  std::unordered_set<std::string_view> dutch;
  const auto learn = [&](std::string_view text) {
    for (const std::string& word : link_words(text)) dutch.insert(index.words[index.word_ids.at(word)]);
  };
  for (const Concept& named : taxonomy.concepts()) {
    if (is_linked(named.kind) && (named.nl != named.en || !named.also_nl.empty())) {
      for (const std::string_view name : names_of(named, Language::nl)) learn(name);
    }
    learn(named.description_nl);
  }
  for (const std::string& word : index.words) {
    std::vector<WordId> ids;
    if (dutch.contains(word)) {
      for (const std::string_view part : two_parts(word, [&](std::string_view part) { return dutch.contains(part); }))
        ids.push_back(index.word_ids.at(part));
    }
    index.parts.add(ids);
  }
}

}  // namespace collega::skills
