#include "catalogue.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

#include "collega/base/utf8.h"

namespace collega::skills_desk {
namespace {

using skills::Concept;
using skills::ConceptRef;

std::vector<std::string> words_of(std::string_view folded) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : folded) {
    if (c != ' ') {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::exchange(word, {}));
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

bool begins_a_word(std::string_view name, std::string_view word) {
  for (std::size_t at = name.find(word); at != std::string_view::npos; at = name.find(word, at + 1)) {
    if (at == 0 || name[at - 1] == ' ' || name[at - 1] == '-' || name[at - 1] == '(') return true;
  }
  return false;
}

// 0 the same, 1 begins so, 2 each word begins one of it, 3 holds it somewhere.
std::optional<int> nearness(std::string_view name, std::string_view asked, const std::vector<std::string>& words) {
  if (name == asked) return 0;
  if (name.starts_with(asked)) return 1;
  if (std::ranges::all_of(words, [&](const std::string& word) { return begins_a_word(name, word); })) return 2;
  if (asked.size() >= 4 && name.find(asked) != std::string_view::npos) return 3;
  return std::nullopt;
}

template <class Use>
void each_name(const Concept& known, Use use) {
  use(known.nl);
  if (known.en != known.nl) use(known.en);
  for (const auto* more : {&known.also_nl, &known.also_en, &known.also_other}) std::ranges::for_each(*more, use);
}

}  // namespace

Catalogue::Catalogue(std::shared_ptr<const skills::MentionFinder> finder) : finder_(std::move(finder)) {
  const skills::Taxonomy& all = taxonomy();
  narrower_.resize(all.size());
  essential_in_.resize(all.size());
  optional_in_.resize(all.size());
  for (ConceptRef ref = 0; ref < all.size(); ++ref) {
    const Concept& known = all.at(ref);
    each_name(known, [&](const std::string& name) { names_.push_back({fold(name), &name, ref}); });
    for (const ConceptRef above : known.broader) narrower_[above].push_back(ref);
    for (const ConceptRef skill : known.essential) essential_in_[skill].push_back(ref);
    for (const ConceptRef skill : known.optional) optional_in_[skill].push_back(ref);
  }
  for (const Language language : {Language::nl, Language::en}) {
    std::vector<std::pair<std::string, ConceptRef>> labels;
    for (ConceptRef ref = 0; ref < all.size(); ++ref) labels.emplace_back(fold(all.at(ref).label(language)), ref);
    std::ranges::sort(labels);
    for (const auto& [label, ref] : labels) by_name_[static_cast<std::size_t>(language)].push_back(ref);
  }
}

std::vector<NameHit> Catalogue::search(std::string_view text) const {
  const std::vector<std::string> words = words_of(fold(text));
  if (words.empty()) return {};
  const std::string asked =
      std::accumulate(std::next(words.begin()), words.end(), words.front(),
                      [](std::string all, const std::string& word) { return std::move(all) + ' ' + word; });
  struct Near {
    int nearness;
    std::size_t length;
    const FoldedName* name;
    auto order() const { return std::tie(nearness, length, name->folded, name->concept_ref); }
  };
  std::vector<Near> near;
  for (const FoldedName& name : names_) {
    if (const auto how = nearness(name.folded, asked, words)) near.push_back({*how, name.folded.size(), &name});
  }
  std::ranges::sort(near, [](const Near& a, const Near& b) { return a.order() < b.order(); });
  std::vector<NameHit> hits;
  std::vector<bool> seen(taxonomy().size());
  for (const Near& one : near) {
    if (seen[one.name->concept_ref]) continue;
    seen[one.name->concept_ref] = true;
    hits.push_back({one.name->concept_ref, one.name->name});
  }
  return hits;
}

std::vector<ConceptRef> Catalogue::called(std::string_view text) const {
  const std::string asked = fold(text);
  std::set<ConceptRef> refs;
  for (const FoldedName& name : names_) {
    if (name.folded == asked) refs.insert(name.concept_ref);
  }
  return {refs.begin(), refs.end()};
}

const skills::Gaps& Catalogue::gaps() const {
  std::call_once(gaps_made_, [this] { gaps_.emplace(taxonomy()); });
  return *gaps_;
}

std::vector<ConceptRef> Catalogue::linked(ConceptRef from, Relation relation, Language language) const {
  const Concept& known = taxonomy().at(from);
  std::vector<ConceptRef> refs;
  switch (relation) {
    case Relation::broader:
      refs = known.broader;
      break;
    case Relation::narrower:
      refs = narrower_[from];
      break;
    case Relation::related:
      refs = known.related;
      break;
    case Relation::essential:
      refs = known.essential;
      break;
    case Relation::optional:
      refs = known.optional;
      break;
    case Relation::essential_in:
      refs = essential_in_[from];
      break;
    case Relation::optional_in:
      refs = optional_in_[from];
      break;
  }
  std::ranges::sort(refs, {}, [&](ConceptRef ref) { return fold(taxonomy().at(ref).label(language)); });
  return refs;
}

std::shared_ptr<const Catalogue> Catalogues::of(const std::shared_ptr<const skills::MentionFinder>& finder) {
  const std::lock_guard one_makes_it{mutex_};
  if (finder != finder_) {
    catalogue_ = std::make_shared<const Catalogue>(finder);
    finder_ = finder;
  }
  return catalogue_;
}

}  // namespace collega::skills_desk
