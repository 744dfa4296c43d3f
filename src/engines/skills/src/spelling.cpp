#include "spelling.h"

#include <algorithm>
#include <iterator>

#include "digest.h"

namespace collega::skills {
namespace {

// Shorter words are too often another word that sounds alike.
constexpr std::size_t kShortestSound = 6;
constexpr std::size_t kShortestWithSlip = 10;   // a letter left out, added, or changed with its neighbour
constexpr std::size_t kShortestWithOther = 11;  // one letter for another
constexpr std::uint32_t kNone = ~std::uint32_t{0};

bool is_front(char c) { return c == 'e' || c == 'i' || c == 'y'; }

// As it is heard, roughly: c as k or s, ch as g, a doubled letter as one. Empty when it is not all letters.
std::string sound_of(std::string_view word) {
  std::string sound;
  const auto add = [&](char c) {
    if (sound.empty() || sound.back() != c) sound += c;
  };
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    const char next = i + 1 < word.size() ? word[i + 1] : '\0';
    if (c < 'a' || c > 'z') return {};
    const bool with_h = next == 'h' && (c == 'c' || c == 'p' || c == 't');
    if (with_h) ++i;
    switch (c) {
      case 'c':
        add(with_h ? 'g' : is_front(next) ? 's' : 'k');
        break;
      case 'p':
        add(with_h ? 'f' : 'p');
        break;
      case 'q':
        add('k');
        break;
      case 'x':
        add('k');
        add('s');
        break;
      case 'y':
        add('i');
        break;
      default:
        add(c);
    }
  }
  return sound;
}

std::string consonants_of(std::string_view sound) {
  std::string consonants;
  std::copy_if(sound.begin(), sound.end(), std::back_inserter(consonants),
               [](char c) { return std::string_view{"aeiou"}.find(c) == std::string_view::npos; });
  return consonants;
}

std::string without(std::string_view word, std::size_t at) {
  return std::string{word.substr(0, at)}.append(word.substr(at + 1));
}

// One slip, and not in the first or the last letter: there it is more often another form, or another word.
bool is_one_off(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1 || b.size() < kShortestWithSlip || a.front() != b.front() || a.back() != b.back())
    return false;
  const auto differ = std::mismatch(a.begin(), a.end(), b.begin());
  const auto at = static_cast<std::size_t>(differ.first - a.begin());
  if (a.size() < b.size()) return a.substr(at) == b.substr(at + 1);
  if (at + 1 >= a.size()) return false;
  if (a[at] == b[at + 1] && a[at + 1] == b[at]) return a.substr(at + 2) == b.substr(at + 2);
  return b.size() >= kShortestWithOther && a.substr(at + 1) == b.substr(at + 1);
}

}  // namespace

void Spelling::learn(const std::string& stem) {
  std::string sound = sound_of(stem);
  if (sound.size() >= kShortestSound) words_.push_back({stem, std::move(sound)});
}

void Spelling::finish() {
  const auto add = [&](std::string_view key, std::uint32_t word) {
    const auto [first, is_new] = firsts_.emplace(digest(key), kNone);
    chain_.emplace_back(word, first->second);
    first->second = static_cast<std::uint32_t>(chain_.size() - 1);
  };
  for (std::uint32_t word = 0; word < words_.size(); ++word) {
    const std::string& sound = words_[word].sound;
    add(sound, word);
    for (std::size_t at = 1; sound.size() >= kShortestWithSlip && at + 1 < sound.size(); ++at)
      add(without(sound, at), word);
  }
}

// Two words that it may be are none.
void Spelling::look(std::string_view key, std::string_view sound, Guess& guess) const {
  const auto first = firsts_.find(digest(key));
  if (first == firsts_.end()) return;
  for (std::uint32_t at = first->second; at != kNone; at = chain_[at].second) {
    const Word& word = words_[chain_[at].first];
    if (word.sound == sound) {
      guess.same = guess.same ? guess.same : &word;
    } else if (is_one_off(word.sound, sound)) {
      Candidate& of = consonants_of(word.sound) == consonants_of(sound) ? guess.by_vowel : guess.near;
      of.several = of.several || (of.word && of.word != &word);
      of.word = &word;
    }
  }
}

std::string_view Spelling::meant(std::string_view stem) const {
  const std::string sound = sound_of(stem);
  if (sound.size() < kShortestSound) return {};
  Guess guess;
  look(sound, sound, guess);
  for (std::size_t at = 1; !guess.same && at + 1 < sound.size(); ++at) look(without(sound, at), sound, guess);
  if (guess.same) return guess.same->stem;
  const Candidate& best = guess.by_vowel.word ? guess.by_vowel : guess.near;
  return best.word && !best.several ? std::string_view{best.word->stem} : std::string_view{};
}

}  // namespace collega::skills
