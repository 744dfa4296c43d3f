#include <algorithm>
#include <array>

#include "collega/language/tokens.h"

namespace collega::language {
namespace {

constexpr std::size_t kShortestPart = 3;

/// The longest Dutch words in use have some fifty letters; anything longer is no word, and would cost its square.
constexpr std::size_t kLongestWord = 80;

/// What Dutch puts between two parts, nothing first; the hyphen stands where vowels would clash.
constexpr std::array<std::string_view, 7> kLinks = {"", "-", "s", "e", "n", "en", "er"};

/// The best way to take apart what is left of the word from one position on.
struct Rest {
  std::size_t parts = 0;  // 0: it cannot be done
  std::size_t part_end = 0;
  std::size_t next = 0;  // where the part after that begins
};

bool better(const Rest& candidate, const Rest& known) {
  if (known.parts == 0 || candidate.parts != known.parts) return known.parts == 0 || candidate.parts < known.parts;
  return candidate.part_end > known.part_end;
}

/// Tries to put a part that ends at `end` before the rests that are already known.
void extend(std::string_view word, std::size_t begin, std::size_t end, std::vector<Rest>& rests) {
  if (end == word.size()) {
    rests[begin] = {1, end, end};
    return;
  }
  for (const std::string_view link : kLinks) {
    const std::size_t next = end + link.size();
    if (next >= word.size() || rests[next].parts == 0 || word.substr(end, link.size()) != link) continue;
    const Rest candidate{rests[next].parts + 1, end, next};
    if (better(candidate, rests[begin])) rests[begin] = candidate;
  }
}

}  // namespace

CompoundSplitter::CompoundSplitter(const std::vector<std::string>& parts) {
  std::copy_if(parts.begin(), parts.end(), std::back_inserter(parts_),
               [](const std::string& part) { return part.size() >= kShortestPart; });
  std::sort(parts_.begin(), parts_.end());
  parts_.erase(std::unique(parts_.begin(), parts_.end()), parts_.end());
}

std::vector<std::string> CompoundSplitter::split(std::string_view folded_word) const {
  std::vector<std::string> found{std::string{folded_word}};
  if (folded_word.size() > kLongestWord || folded_word.size() < 2 * kShortestPart) return found;

  std::vector<Rest> rests(folded_word.size() + 1);
  for (std::size_t begin = folded_word.size(); begin-- > 0;) {
    // The parts that share the letters read so far stand side by side: narrow them letter by letter.
    auto low = parts_.begin();
    auto high = parts_.end();
    for (std::size_t end = begin; end < folded_word.size() && low != high; ++end) {
      const std::size_t depth = end - begin;
      const auto unsigned_of = [](char c) { return static_cast<unsigned char>(c); };
      const unsigned char letter = unsigned_of(folded_word[end]);
      low = std::partition_point(low, high, [&](const std::string& part) {
        return part.size() <= depth || unsigned_of(part[depth]) < letter;
      });
      high =
          std::partition_point(low, high, [&](const std::string& part) { return unsigned_of(part[depth]) == letter; });
      if (low != high && low->size() == depth + 1) extend(folded_word, begin, end + 1, rests);
    }
  }

  if (rests[0].parts < 2) return found;
  found.clear();
  for (std::size_t at = 0; at < folded_word.size(); at = rests[at].next) {
    found.emplace_back(folded_word.substr(at, rests[at].part_end - at));
  }
  return found;
}

}  // namespace collega::language
