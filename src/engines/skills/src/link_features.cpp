#include "link_features.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

#include "link_room.h"
#include "link_words.h"

namespace collega::skills {
namespace {

// A text of more words than this says too many things to be one of them.
constexpr std::size_t kMostWords = 64;
// With more words than this only what a name has in common with the query is asked, not the other way about.
constexpr std::size_t kMostSoftWords = 16;
constexpr float kUnknownWeight = 5;     // of a word that no name has
constexpr float kOfPart = 0.9f;         // a compound's parts for the compound
constexpr float kLeastAlike = 0.3f;     // cosine of two words below which their letters are not compared
constexpr float kLeastSpelled = 0.25f;  // cosine below which two words have little in common but an ending
constexpr float kTypo = 0.6f;           // cosine from which an unknown word is taken for a misspelling
constexpr float kEnding = 0.68f;
constexpr float kSureKin = 0.5f;
constexpr float kPartMeaning = 0.6f;
constexpr std::size_t kMostByWords = 500;                                         // of which the meaning is looked at
constexpr float kFormForBag = 0.4f, kFormForMeaning = 0.3f, kFormForSoft = 0.5f;  // for the choice of candidates

class Search {
 public:
  Search(const Query& query, const LinkIndex& index, const KindIndex& kind, Room& room)
      : query_(query), index_(index), kind_(kind), room_(room), soft_(query.words.size() <= kMostSoftWords) {
    room_.fit(index, kind);
  }
  ~Search() { room_.clear(); }

  std::vector<Candidate> run() {
    for (std::size_t i = 0; i < query_.words.size(); ++i) spell(i);
    add_forms();
    find_meaning();
    std::vector<Candidate> chosen = choose();
    for (Candidate& candidate : chosen) compare(candidate);
    return chosen;
  }

 private:
  void spell(std::size_t i);
  void note_alike(std::size_t i, WordId word, float alike);
  void add_forms();
  void find_meaning();
  [[nodiscard]] float meaning_of(std::uint32_t place) const;
  [[nodiscard]] float bag_of(std::uint32_t place) const {
    return room_.concepts[place].bag / (kind_.bag_norm[place] * std::sqrt(std::max(square_, 1e-9f)));
  }
  std::vector<Candidate> choose();
  void compare(Candidate& candidate);
  [[nodiscard]] float said(WordId word) const;
  [[nodiscard]] float alike(std::size_t i, WordId word) const {
    const std::uint32_t slot = room_.slots[word];
    return slot == 0 ? 0 : room_.alike[(slot - 1) * query_.words.size() + i];
  }
  template <class Words>
  [[nodiscard]] float share_of_query(const Words& words) const;

  const Query& query_;
  const LinkIndex& index_;
  const KindIndex& kind_;
  Room& room_;
  bool soft_;
  float square_ = 0;  // of the query's length
  std::vector<std::int16_t> meaning_;
};

void Search::note_alike(std::size_t i, WordId word, float alike) {
  if (alike <= 0 || kind_.word_weight[word] == 0) return;
  room_.said.raise(word, query_.words[i].is_part ? kOfPart * alike : alike);
  if (!soft_) return;
  if (room_.slots[word] == 0) {
    room_.slotted.push_back(word);
    room_.slots[word] = static_cast<std::uint32_t>(room_.slotted.size());
    room_.alike.resize(room_.alike.size() + query_.words.size());
  }
  float& known = room_.alike[(room_.slots[word] - 1) * query_.words.size() + i];
  known = std::max(known, alike);
}

// All words of names that are spelled somewhat like this one, and its kin.
void Search::spell(std::size_t i) {
  const QueryWord& word = query_.words[i];
  float own_square = 0;
  for (const std::uint32_t gram : grams_of(word.text)) {
    const auto at = std::ranges::lower_bound(index_.grams, gram);
    if (at == index_.grams.end() || *at != gram) continue;
    const auto row = static_cast<std::size_t>(at - index_.grams.begin());
    const float square = kind_.gram_weight[row] * kind_.gram_weight[row];
    if (square == 0) continue;
    own_square += square;
    for (const WordId other : kind_.gram_words[row]) room_.one_word.add(other, square);
  }
  const float own_length = std::sqrt(own_square);
  const float exact = word.id ? kind_.word_weight[*word.id] * kind_.word_weight[*word.id] : 0;
  const bool unknown = !word.id || kind_.word_weight[*word.id] == 0;
  for (const WordId other : room_.one_word.touched()) {
    const float shared = room_.one_word[other];
    const bool same = word.id == other;
    const float cosine = shared / (own_length * kind_.word_length[other]);
    if (cosine < kLeastSpelled) continue;
    if (!word.is_part) room_.words.add(other, shared + (same ? exact : 0));
    if (shared < kLeastAlike * own_square) continue;
    float alike = static_cast<float>(likeness(word.text, index_.words[other]));
    if (unknown && cosine >= kTypo) alike = std::max(alike, cosine);
    note_alike(i, other, alike);
  }
  room_.one_word.clear();
  if (!word.is_part) square_ += own_square + exact;
  if (word.id) {
    for (const Kin& kin : index_.kin[*word.id]) note_alike(i, kin.word, kin.likeness);
  } else {
    for (const EndingPair& ending : index_.endings) {
      if (!word.text.ends_with(ending.one)) continue;
      const std::string other = word.text.substr(0, word.text.size() - ending.one.size()) + ending.other;
      const auto known = index_.word_ids.find(other);
      if (known != index_.word_ids.end()) note_alike(i, known->second, kEnding);
    }
  }
}

void Search::add_forms() {
  for (const WordId word : room_.words.touched())
    room_.forms.add(kind_.word_forms[word], {room_.words[word], room_.said[word] * kind_.word_weight[word]});
  for (const WordId word : room_.said.touched()) {
    // Of kin only the surest: the others are looked for in the names that are found.
    if (room_.words[word] == 0 && room_.said[word] >= kSureKin)
      room_.forms.add(kind_.word_forms[word], {0, room_.said[word] * kind_.word_weight[word]});
  }
  const float scale = 1 / std::sqrt(std::max(square_, 1e-9f));
  const auto& touched = room_.forms.touched();
  for (std::size_t i = 0; i < touched.size(); ++i) {
    __builtin_prefetch(&kind_.forms[touched[std::min(i + kAhead, touched.size() - 1)]]);
    const Form& known = kind_.forms[touched[i]];
    const FormSum& sum = room_.forms[touched[i]];
    ConceptSum& of = room_.concepts.touch(known.place);
    const float cosine = sum.spelled * scale / known.norm;
    of.soft = std::max(of.soft, sum.said);
    of.best = std::max(of.best, cosine);
    if (known.name == 0) of.label = std::max(of.label, cosine);
    of.bag += sum.spelled;
  }
}

// The vector of the whole query, of length 127.
void Search::find_meaning() {
  const std::size_t dimensions = index_.dimensions;
  if (dimensions == 0) return;
  std::vector<float> vector(dimensions);
  for (const QueryWord& word : query_.words) {
    if (!word.id) continue;
    const float scale = index_.word_scales[*word.id] * (word.is_part ? kPartMeaning : 1.0f);
    const std::int8_t* row = &index_.word_vectors[*word.id * dimensions];
    for (std::size_t d = 0; d < dimensions; ++d) vector[d] += scale * static_cast<float>(row[d]);
  }
  const float length = std::sqrt(std::inner_product(vector.begin(), vector.end(), vector.begin(), 0.0f));
  meaning_.assign(dimensions, 0);
  if (length == 0) return;
  for (std::size_t d = 0; d < dimensions; ++d)
    meaning_[d] = static_cast<std::int16_t>(std::lround(vector[d] * 127 / length));
}

float Search::meaning_of(std::uint32_t place) const {
  if (meaning_.empty()) return 0;
  const std::int8_t* row = &kind_.vectors[place * index_.dimensions];
  const std::int16_t* query = meaning_.data();
  std::int32_t sum = 0;
  for (std::size_t at = 0; at + kVectorBlock <= meaning_.size(); at += kVectorBlock) {
    for (std::size_t d = 0; d < kVectorBlock; ++d) sum += query[at + d] * row[at + d];  // unrolled by the compiler
  }
  return static_cast<float>(sum) / (127 * 127);
}

std::vector<Candidate> Search::choose() {
  float weight = 0;
  for (std::size_t i = 0; i < query_.whole; ++i) weight += query_.words[i].weight;
  using Scored = std::pair<float, std::uint32_t>;
  std::vector<Scored> all;
  const auto keep_best = [&](std::size_t most) {
    most = std::min(all.size(), most);
    std::ranges::nth_element(all, all.begin() + static_cast<std::ptrdiff_t>(most), std::greater{});
    all.resize(most);
  };
  for (const std::uint32_t place : room_.concepts.touched()) {
    const ConceptSum& sum = room_.concepts[place];
    const float soft = std::min(1.0f, sum.soft / weight);
    all.emplace_back(sum.best + kFormForBag * bag_of(place) + kFormForSoft * soft, place);
  }
  keep_best(kMostByWords);
  std::vector<Candidate> chosen;
  for (auto& [score, place] : all) {
    room_.meaning[place] = meaning_of(place);
    score += kFormForMeaning * room_.meaning[place];
  }
  keep_best(kMostCandidates);
  for (const auto& [score, place] : all) chosen.push_back({place, kind_.first_form[place], {}});
  return chosen;
}

// How far the query says a word of a name, whole or by its parts.
float Search::said(WordId word) const {
  float whole = room_.said[word];
  const auto parts = index_.parts[word];
  if (parts.empty()) return whole;
  float sum = 0;
  for (const WordId part : parts) sum += room_.said[part];
  return std::max(whole, kOfPart * sum / static_cast<float>(parts.size()));
}

template <class Words>
float Search::share_of_query(const Words& words) const {
  const auto best_of = [&](std::size_t i) {
    float best = 0;
    for (const WordId word : words) {
      best = std::max(best, alike(i, word));
      for (const WordId part : index_.parts[word]) best = std::max(best, kOfPart * alike(i, part));
    }
    return best;
  };
  float said = 0, all = 0;
  for (std::size_t i = 0; i < query_.whole; ++i) {
    const QueryWord& word = query_.words[i];
    float best = best_of(i);
    if (!word.parts.empty()) {
      float sum = 0;
      for (const std::uint32_t part : word.parts) sum += best_of(part);
      best = std::max(best, kOfPart * sum / static_cast<float>(word.parts.size()));
    }
    said += word.weight * best;
    all += word.weight;
  }
  return all == 0 ? 0 : said / all;
}

void Search::compare(Candidate& candidate) {
  Features& features = candidate.features;
  const std::uint32_t place = candidate.place;
  features[Feature::best_form] = room_.concepts[place].best;
  features[Feature::label] = room_.concepts[place].label;
  features[Feature::all_forms] = bag_of(place);
  features[Feature::meaning] = room_.meaning[place];

  std::vector<WordId> all_words;
  float nearest = -1;
  const float length = std::sqrt(std::max(square_, 1e-9f));
  for (std::uint32_t form = kind_.first_form[place]; form < kind_.first_form[place + 1]; ++form) {
    if (room_.forms[form].spelled == 0 && room_.forms[form].said == 0) continue;
    const auto words = kind_.form_words[form];
    float weight = 0, said_weight = 0;
    bool same = words.size() == query_.whole;
    for (std::size_t i = 0; i < words.size(); ++i) {
      weight += kind_.word_weight[words[i]];
      said_weight += kind_.word_weight[words[i]] * said(words[i]);
      same = same && query_.words[i].id == words[i];
    }
    if (said_weight == 0) continue;
    const float share = said_weight / weight;
    const float asked = soft_ ? share_of_query(words) : 0;
    const float soft = asked + share == 0 ? 0 : 2 * asked * share / (asked + share);
    features[Feature::soft_form] = std::max(features[Feature::soft_form], soft);
    const float telling = share * share * said_weight / 20;
    if (telling > features[Feature::said_weight]) {
      features[Feature::said_weight] = telling;
      features[Feature::name_said] = share;
    }
    if (same) features[Feature::exact] = 1;
    const float near =
        (soft_ ? soft : telling) + room_.forms[form].spelled / (kind_.forms[form].norm * length) + (same ? 1 : 0);
    if (near > nearest) {
      nearest = near;
      candidate.form = form;
    }
    all_words.insert(all_words.end(), words.begin(), words.end());
  }
  std::ranges::sort(all_words);
  all_words.erase(std::unique(all_words.begin(), all_words.end()), all_words.end());
  if (soft_) features[Feature::soft_all] = share_of_query(all_words);
}

}  // namespace

Query read_query(std::string_view text, const LinkIndex& index, const KindIndex& kind) {
  Query query;
  const auto make = [&](std::string word) {
    const auto known = index.word_ids.find(word);
    const auto id = known == index.word_ids.end() ? std::nullopt : std::optional{known->second};
    const float unknown = is_manner(word) ? kMannerWeight * kUnknownWeight : kUnknownWeight;
    const float weight = id && kind.word_weight[*id] > 0 ? kind.word_weight[*id] : unknown;
    return QueryWord{std::move(word), id, weight, {}, false};
  };
  for (std::string& word : link_words(text)) {
    if (query.words.size() < kMostWords) query.words.push_back(make(std::move(word)));
  }
  query.whole = query.words.size();
  const auto is_known = [&](std::string_view word) { return index.word_ids.contains(word); };
  for (std::size_t i = 0; i < query.whole; ++i) {
    std::vector<std::string> parts;
    if (query.words[i].id) {
      for (const WordId part : index.parts[*query.words[i].id]) parts.push_back(index.words[part]);
    } else {
      for (const std::string_view part : two_parts(query.words[i].text, is_known)) parts.emplace_back(part);
    }
    for (std::string& part : parts) {
      query.words[i].parts.push_back(static_cast<std::uint32_t>(query.words.size()));
      query.words.push_back(make(std::move(part)));
      query.words.back().is_part = true;
    }
  }
  return query;
}

std::vector<Candidate> candidates(const Query& query, const LinkIndex& index, const KindIndex& kind) {
  if (query.words.empty() || kind.concepts.empty()) return {};
  static thread_local Room room;
  return Search{query, index, kind, room}.run();
}

}  // namespace collega::skills
