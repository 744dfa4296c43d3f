#include "link_kin.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "link_names.h"
#include "link_words.h"

namespace collega::skills {
namespace {

// Never as sure as the word itself.
constexpr double kSynonym = 0.85;
constexpr double kTranslation = 0.85;
// Seen once may be chance.
constexpr double kLeastSeen = 2;
constexpr double kLeastLikely = 0.1;
constexpr std::size_t kMostKin = 24;

using Pair = std::pair<WordId, WordId>;
using Likely = std::map<Pair, double>;

// The one place where two names differ, when it is one word in each.
std::optional<Pair> only_difference(std::span<const WordId> one, std::span<const WordId> other) {
  if (one.size() != other.size()) return std::nullopt;
  std::optional<Pair> found;
  for (std::size_t i = 0; i < one.size(); ++i) {
    if (one[i] == other[i]) continue;
    if (found) return std::nullopt;
    found = Pair{one[i], other[i]};
  }
  return found;
}

// "bediener" and "bedienster" are "er" and "ster" behind a stem that both have.
std::optional<std::pair<std::string, std::string>> endings_of(const std::string& one, const std::string& other) {
  constexpr std::size_t kStem = 4;
  constexpr std::size_t kEnding = 2;
  const auto [a, b] = std::ranges::mismatch(one, other);
  const auto shared = static_cast<std::size_t>(a - one.begin());
  if (shared < kStem || one.size() < shared + kEnding || other.size() < shared + kEnding) return std::nullopt;
  return std::pair{one.substr(shared), other.substr(shared)};
}

struct Seen {
  std::map<Pair, double> words;  // in how many concepts
  std::map<std::pair<std::string, std::string>, double> endings;
  std::map<WordId, double> in_concepts;
};

void look_at(const KindIndex& kind, std::size_t place, const LinkIndex& index, Seen& seen) {
  std::set<Pair> pairs;
  std::set<std::pair<std::string, std::string>> endings;
  std::set<WordId> words;
  for (std::uint32_t i = kind.first_form[place]; i < kind.first_form[place + 1]; ++i) {
    words.insert(kind.form_words[i].begin(), kind.form_words[i].end());
    for (std::uint32_t j = kind.first_form[place]; j < kind.first_form[place + 1]; ++j) {
      if (i == j || kind.forms[i].language != kind.forms[j].language) continue;
      const auto different = only_difference(kind.form_words[i], kind.form_words[j]);
      if (!different) continue;
      if (kind.form_words[i].size() > 1) pairs.insert(*different);
      if (const auto ends = endings_of(index.words[different->first], index.words[different->second]))
        endings.insert(*ends);
    }
  }
  for (const Pair& pair : pairs) ++seen.words[pair];
  for (const auto& pair : endings) ++seen.endings[pair];
  for (const WordId word : words) ++seen.in_concepts[word];
}

Likely synonyms(const LinkIndex& index, std::vector<EndingPair>& endings) {
  Seen seen;
  for (const KindIndex* kind : {&index.occupations, &index.skills}) {
    for (std::size_t place = 0; place < kind->concepts.size(); ++place) look_at(*kind, place, index, seen);
  }
  Likely likely;
  for (const auto& [pair, times] : seen.words) {
    if (times < kLeastSeen) continue;
    const double rarer = std::min(seen.in_concepts[pair.first], seen.in_concepts[pair.second]);
    likely[pair] = kSynonym * std::min(1.0, 2 * times / (3 + rarer));
  }
  for (const auto& [pair, times] : seen.endings) {
    if (times >= kLeastSeen) endings.push_back({pair.first, pair.second});
  }
  return likely;
}

struct Sentences {
  std::vector<WordId> dutch, english;
};

std::vector<WordId> with_parts(const LinkIndex& index, std::string_view text) {
  std::vector<WordId> ids;
  for (const std::string& word : link_words(text)) {
    const WordId id = index.word_ids.at(word);
    const auto parts = index.parts[id];
    if (parts.empty()) ids.push_back(id);
    ids.insert(ids.end(), parts.begin(), parts.end());
  }
  return ids;
}

// How likely each word of `to` translates a word of `from`, by expectation and maximisation over labels that say the
// same (IBM model 1; Brown et al., The Mathematics of Statistical Machine Translation, 1993).
Likely translate(const std::vector<Sentences>& pairs, std::vector<WordId> Sentences::*from,
                 std::vector<WordId> Sentences::*to) {
  constexpr int kRounds = 6;
  Likely chance;
  for (const Sentences& pair : pairs) {
    for (const WordId f : pair.*from) {
      for (const WordId t : pair.*to) chance[{f, t}] = 1;
    }
  }
  for (int round = 0; round < kRounds; ++round) {
    Likely counted;
    std::map<WordId, double> total;
    for (const Sentences& pair : pairs) {
      for (const WordId t : pair.*to) {
        double sum = 0;
        for (const WordId f : pair.*from) sum += chance[{f, t}];
        for (const WordId f : pair.*from) {
          const double share = chance[{f, t}] / sum;
          counted[{f, t}] += share;
          total[f] += share;
        }
      }
    }
    for (auto& [words, times] : counted) times /= total[words.first];
    chance = std::move(counted);
  }
  return chance;
}

Likely translations(const LinkIndex& index, const Taxonomy& taxonomy) {
  std::vector<Sentences> pairs;
  for (const KindIndex* kind : {&index.occupations, &index.skills}) {
    for (const ConceptRef ref : kind->concepts) {
      const Concept& named = taxonomy.at(ref);
      if (named.nl == named.en) continue;
      Sentences pair{with_parts(index, named.nl), with_parts(index, named.en)};
      if (!pair.dutch.empty() && !pair.english.empty()) pairs.push_back(std::move(pair));
    }
  }
  const Likely there = translate(pairs, &Sentences::dutch, &Sentences::english);
  const Likely back = translate(pairs, &Sentences::english, &Sentences::dutch);
  Likely likely;
  for (const auto& [words, chance] : there) {
    if (words.first == words.second) continue;
    const auto other = back.find({words.second, words.first});
    const double both = other == back.end() ? 0 : std::sqrt(chance * other->second);
    if (both < kLeastLikely) continue;
    const double sure = kTranslation * std::sqrt(both);
    likely[{words.first, words.second}] = sure;
    likely[{words.second, words.first}] = sure;
  }
  return likely;
}

}  // namespace

void add_kin(LinkIndex& index, const Taxonomy& taxonomy) {
  Likely all = synonyms(index, index.endings);
  for (const auto& [pair, likely] : translations(index, taxonomy)) {
    double& known = all[pair];
    known = std::max(known, likely);
  }
  std::vector<std::vector<Kin>> rows(index.words.size());
  for (const auto& [pair, likely] : all) {
    if (likely >= kLeastLikely) rows[pair.first].push_back({pair.second, static_cast<float>(likely)});
  }
  for (auto& row : rows) {
    std::ranges::sort(row, [](const Kin& a, const Kin& b) { return a.likeness > b.likeness; });
    if (row.size() > kMostKin) row.resize(kMostKin);
    index.kin.add(row);
  }
}

}  // namespace collega::skills
