#include <libstemmer.h>

#include <memory>
#include <unordered_map>

#include "collega/language/tokens.h"

namespace collega::language {
namespace {

/// The vocabulary of some thousand CVs fits; a hostile text only makes the cache start again.
constexpr std::size_t kMostCachedStems = 1U << 16;

/// No word of a dictionary is longer, so a longer one is stemmed without being kept.
constexpr std::size_t kLongestCachedWord = 48;

struct FreeStemmer {
  void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};

struct HashOfText {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

/// A Snowball stemmer is not safe for two threads at once, so that each thread has its own, with its own cache.
class CachedStemmer {
 public:
  explicit CachedStemmer(const char* algorithm) : stemmer_(sb_stemmer_new(algorithm, "UTF_8")) {}

  std::string stem(std::string_view word) {
    if (word.size() > kLongestCachedWord) return stem_now(word);
    if (const auto known = stems_.find(word); known != stems_.end()) return known->second;
    if (stems_.size() >= kMostCachedStems) stems_.clear();
    return stems_.emplace(word, stem_now(word)).first->second;
  }

 private:
  std::string stem_now(std::string_view word) {
    if (!stemmer_) return std::string{word};
    const auto* letters = reinterpret_cast<const sb_symbol*>(word.data());
    const sb_symbol* stem = sb_stemmer_stem(stemmer_.get(), letters, static_cast<int>(word.size()));
    if (stem == nullptr) return std::string{word};
    return {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))};
  }

  std::unique_ptr<sb_stemmer, FreeStemmer> stemmer_;
  std::unordered_map<std::string, std::string, HashOfText, std::equal_to<>> stems_;
};

}  // namespace

std::string stem(std::string_view folded_word, Language language) {
  thread_local CachedStemmer dutch{"dutch"};
  thread_local CachedStemmer english{"english"};
  return (language == Language::nl ? dutch : english).stem(folded_word);
}

}  // namespace collega::language
