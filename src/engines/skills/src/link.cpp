#include "collega/skills/link.h"

#include <algorithm>
#include <array>

#include "link_features.h"
#include "link_index.h"
#include "link_names.h"
#include "link_words.h"

namespace collega::skills {
namespace {

/// What each feature gives to the score; they add up to 1. Found by coordinate ascent on public sets of titles and
/// sentences, rounded; docs/measurements.md has what each part brings.
struct Weight {
  Feature feature;
  LinkGround ground;
  float title;     ///< of a text that names one thing
  float sentence;  ///< of a text in which the concept is one thing among others
};
constexpr std::array<Weight, kFeatures> kWeights = {{
    {Feature::best_form, LinkGround::spelling, 0.17f, 0.27f},
    {Feature::label, LinkGround::spelling, 0.06f, 0.12f},
    {Feature::all_forms, LinkGround::spelling, 0.10f, 0.05f},
    {Feature::meaning, LinkGround::meaning, 0.14f, 0},
    {Feature::soft_form, LinkGround::words, 0.21f, 0.12f},
    {Feature::soft_all, LinkGround::words, 0.14f, 0.03f},
    {Feature::name_said, LinkGround::words, 0.12f, 0.23f},
    {Feature::said_weight, LinkGround::words, 0.03f, 0.18f},
    {Feature::exact, LinkGround::exact, 0.03f, 0},
}};

// A text of so many words is taken wholly for a title, or wholly for a sentence; one in between for both in part.
constexpr float kTitleWords = 5;
constexpr float kSentenceWords = 9;

// Words that stand for each other less than this are no reason.
constexpr double kLeastTold = 0.4;

float share_of_sentence(const Query& query) {
  const auto words = static_cast<float>(query.whole);
  return std::clamp((words - kTitleWords) / (kSentenceWords - kTitleWords), 0.0f, 1.0f);
}

float weight_of(const Weight& weight, float sentence) {
  return weight.title * (1 - sentence) + weight.sentence * sentence;
}

std::vector<LinkReason> reasons_of(const Features& features, float sentence) {
  std::array<double, 4> by_ground{};
  for (const Weight& weight : kWeights)
    by_ground[static_cast<std::size_t>(weight.ground)] += weight_of(weight, sentence) * features[weight.feature];
  std::vector<LinkReason> reasons;
  for (std::size_t ground = 0; ground < by_ground.size(); ++ground) {
    if (by_ground[ground] > 0) reasons.push_back({static_cast<LinkGround>(ground), by_ground[ground]});
  }
  std::ranges::sort(reasons, std::greater{}, &LinkReason::contribution);
  return reasons;
}

double likeness_of(const QueryWord& asked, WordId found, const LinkIndex& index) {
  double best = likeness(asked.text, index.words[found]);
  if (asked.id) {
    for (const Kin& kin : index.kin[*asked.id]) {
      if (kin.word == found) best = std::max(best, static_cast<double>(kin.likeness));
    }
  }
  return best;
}

std::vector<WordPair> pairs_of(const Query& query, std::span<const WordId> name, const LinkIndex& index) {
  std::vector<WordPair> pairs;
  for (const WordId word : name) {
    WordPair best;
    for (const QueryWord& asked : query.words) {
      const double alike = likeness_of(asked, word, index);
      if (alike > best.likeness) best = {asked.text, index.words[word], alike};
    }
    if (best.likeness >= kLeastTold) pairs.push_back(std::move(best));
  }
  return pairs;
}

}  // namespace

struct Linker::Inside {
  Inside(const Taxonomy& known, LinkIndex made) : taxonomy(known), index(std::move(made)) {}

  const Taxonomy& taxonomy;
  LinkIndex index;

  void explain(Linked& linked, const Query& query, const KindIndex& kind, const Candidate& candidate) const;
};

void Linker::Inside::explain(Linked& linked, const Query& query, const KindIndex& kind,
                             const Candidate& candidate) const {
  linked.reasons = reasons_of(candidate.features, share_of_sentence(query));
  linked.words = pairs_of(query, kind.form_words[candidate.form], index);
}

Linker::Linker(const Taxonomy& taxonomy, bool with_vectors)
    : Linker(taxonomy, make_link_index(taxonomy, with_vectors)) {}

Linker::Linker(const Taxonomy& taxonomy, LinkIndex index)
    : inside_(std::make_unique<const Inside>(taxonomy, std::move(index))) {}

Linker::~Linker() = default;
Linker::Linker(Linker&&) noexcept = default;

const Taxonomy& Linker::taxonomy() const { return inside_->taxonomy; }

std::vector<Linked> Linker::link(const LinkQuery& asked) const {
  const KindIndex& kind = inside_->index.of(asked.kind);
  const Query query = read_query(asked.text, inside_->index, kind);
  const float sentence = share_of_sentence(query);
  std::vector<std::pair<float, Candidate>> scored;
  for (Candidate& candidate : candidates(query, inside_->index, kind)) {
    float score = 0;
    for (const Weight& weight : kWeights) score += weight_of(weight, sentence) * candidate.features[weight.feature];
    scored.emplace_back(score, std::move(candidate));
  }
  std::ranges::sort(scored, [](const auto& a, const auto& b) {
    return std::pair{-a.first, a.second.place} < std::pair{-b.first, b.second.place};
  });
  if (scored.size() > asked.top) scored.resize(asked.top);
  std::vector<Linked> found;
  for (const auto& [score, candidate] : scored) {
    const ConceptRef ref = kind.concepts[candidate.place];
    const Form& form = kind.forms[candidate.form];
    found.push_back({ref, score, std::string{name_of(inside_->taxonomy.at(ref), form.language, form.name)}, {}, {}});
    if (found.size() <= asked.told) inside_->explain(found.back(), query, kind, candidate);
  }
  return found;
}

}  // namespace collega::skills
