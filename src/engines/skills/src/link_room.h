#pragma once

// What a query adds up to, by word, name and concept; flat, and kept by each thread.

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "link_index.h"

namespace collega::skills {

// So many entries ahead what will be read is asked of memory: the order of names is none of the order of words.
inline constexpr std::size_t kAhead = 12;

/// Numbers by word that are zero between queries.
class Tally {
 public:
  void fit(std::size_t size) {
    if (values_.size() < size) values_.resize(size);
  }
  void add(std::uint32_t at, float value) {
    if (values_[at] == 0) touched_.push_back(at);
    values_[at] += value;
  }
  void raise(std::uint32_t at, float value) {
    if (value <= values_[at]) return;
    if (values_[at] == 0) touched_.push_back(at);
    values_[at] = value;
  }
  [[nodiscard]] float operator[](std::uint32_t at) const { return values_[at]; }
  [[nodiscard]] const std::vector<std::uint32_t>& touched() const { return touched_; }
  void clear() {
    for (const std::uint32_t at : touched_) values_[at] = 0;
    touched_.clear();
  }

 private:
  std::vector<float> values_;
  std::vector<std::uint32_t> touched_;
};

/// What the words of a form add up to.
struct FormSum {
  float spelled = 0;  // shared grams and words
  float said = 0;     // weight of the words that the query says
};

/// Forms that any word of the query is like, with their sums.
class FormSums {
 public:
  void fit(std::size_t size) {
    if (sums_.size() < size) sums_.resize(size);
  }
  void add(std::span<const std::uint32_t> forms, FormSum more) {
    for (std::size_t i = 0; i < forms.size(); ++i) {
      __builtin_prefetch(&sums_[forms[std::min(i + kAhead, forms.size() - 1)]], 1);
      FormSum& sum = sums_[forms[i]];
      if (sum.spelled == 0 && sum.said == 0) touched_.push_back(forms[i]);
      sum.spelled += more.spelled;
      sum.said += more.said;
    }
  }
  [[nodiscard]] const FormSum& operator[](std::uint32_t form) const { return sums_[form]; }
  [[nodiscard]] const std::vector<std::uint32_t>& touched() const { return touched_; }
  void clear() {
    for (const std::uint32_t form : touched_) sums_[form] = {};
    touched_.clear();
  }

 private:
  std::vector<FormSum> sums_;
  std::vector<std::uint32_t> touched_;
};

/// What the names of a concept add up to; beside each other, for they are read together.
struct ConceptSum {
  float best = 0, label = 0;  // cosine with the nearest name, and with a label
  float bag = 0;              // what all names share with the query
  float soft = 0;             // weight of the words that the query says, of the name that says most
};

class ConceptSums {
 public:
  void fit(std::size_t size) {
    if (sums_.size() < size) sums_.resize(size);
  }
  ConceptSum& touch(std::uint32_t place) {
    ConceptSum& sum = sums_[place];
    if (sum.bag == 0 && sum.soft == 0) touched_.push_back(place);
    return sum;
  }
  [[nodiscard]] const ConceptSum& operator[](std::uint32_t place) const { return sums_[place]; }
  [[nodiscard]] const std::vector<std::uint32_t>& touched() const { return touched_; }
  void clear() {
    for (const std::uint32_t place : touched_) sums_[place] = {};
    touched_.clear();
  }

 private:
  std::vector<ConceptSum> sums_;
  std::vector<std::uint32_t> touched_;
};

/// Room to work in, kept by each thread: made for each query it would cost more than the query.
struct Room {
  Tally one_word, words, said;
  FormSums forms;
  ConceptSums concepts;
  std::vector<std::uint32_t> slots;  // of a word in `alike`, plus one
  std::vector<WordId> slotted;
  std::vector<float> alike;    // by slot and word of the query
  std::vector<float> meaning;  // of the concepts last looked at

  void fit(const LinkIndex& index, const KindIndex& kind) {
    for (Tally* tally : {&one_word, &words, &said}) tally->fit(index.words.size());
    if (slots.size() < index.words.size()) slots.resize(index.words.size());
    forms.fit(kind.forms.size());
    if (meaning.size() < kind.concepts.size()) meaning.resize(kind.concepts.size());
    concepts.fit(kind.concepts.size());
  }
  void clear() {
    for (Tally* tally : {&one_word, &words, &said}) tally->clear();
    for (const WordId word : slotted) slots[word] = 0;
    slotted.clear();
    alike.clear();
    forms.clear();
    concepts.clear();
  }
};

}  // namespace collega::skills
