#include "link_words.h"

#include <algorithm>
#include <array>

#include "collega/base/utf8.h"

namespace collega::skills {
namespace {

constexpr auto kSmall = std::to_array<std::string_view>(
    {"a",   "aan", "als", "an",   "and", "as", "at",  "bij",  "by",  "de",  "den",  "der", "des",  "die", "door",
     "een", "en",  "for", "from", "het", "in", "met", "naar", "of",  "om",  "on",   "op",  "or",   "our", "over",
     "te",  "ten", "ter", "that", "the", "to", "tot", "uit",  "van", "via", "voor", "we",  "with", "you", "your"});

constexpr auto kManner = std::to_array<std::string_view>({"algemeen", "algemene", "allround", "ervaren", "experienced",
                                                          "freelance", "fulltime", "general", "jr", "junior", "medior",
                                                          "parttime", "senior", "sr", "tijdelijk", "urgent"});

// The letters of "(m/v/x)", "(h/f)" and "(w/m/d)".
constexpr std::string_view kSexes = "mvxfhwd";

bool is_letter(unsigned char c) { return c >= 0x80 || (c >= 'a' && c <= 'z'); }
bool is_digit(unsigned char c) { return c >= '0' && c <= '9'; }

// "c++" and "c#" keep their signs; a sign by itself is none.
bool belongs(std::string_view text, std::size_t at, std::size_t begin) {
  const auto c = static_cast<unsigned char>(text[at]);
  return is_letter(c) || is_digit(c) || ((c == '+' || c == '#') && at > begin);
}

bool marks_sex(std::string_view text, std::size_t begin, std::size_t end) {
  if (end - begin != 1 || kSexes.find(text[begin]) == std::string_view::npos) return false;
  return (end < text.size() && text[end] == '/') || (begin > 0 && text[begin - 1] == '/');
}

bool carries_meaning(std::string_view word) {
  return std::ranges::any_of(word, [](char c) { return is_letter(static_cast<unsigned char>(c)); }) &&
         !std::ranges::binary_search(kSmall, word);
}

}  // namespace

std::vector<std::string> link_words(std::string_view text) {
  const std::string folded = fold(text);
  std::vector<std::string> words;
  for (std::size_t at = 0; at < folded.size();) {
    std::size_t end = at;
    while (end < folded.size() && belongs(folded, end, at)) ++end;
    const std::string_view word = std::string_view{folded}.substr(at, end - at);
    if (carries_meaning(word) && !marks_sex(folded, at, end)) words.emplace_back(word);
    at = std::max(end, at + 1);
  }
  return words;
}

bool is_manner(std::string_view word) { return std::ranges::binary_search(kManner, word); }

std::vector<std::uint32_t> grams_of(std::string_view word) {
  const std::string padded = " " + std::string{word} + " ";
  std::vector<std::uint32_t> grams;
  grams.reserve(2 * padded.size());
  for (const std::size_t length : {3u, 4u}) {
    for (std::size_t at = 0; at + length <= padded.size(); ++at) {
      std::uint32_t gram = 0;
      for (std::size_t i = 0; i < length; ++i) gram = gram << 8 | static_cast<unsigned char>(padded[at + i]);
      grams.push_back(gram);
    }
  }
  std::ranges::sort(grams);
  grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
  return grams;
}

std::vector<std::string_view> two_parts(std::string_view word, const std::function<bool(std::string_view)>& is_known) {
  constexpr std::size_t kShortestPart = 4;
  std::vector<std::string_view> best;
  std::size_t most = 0;
  for (std::size_t at = kShortestPart; at + kShortestPart <= word.size(); ++at) {
    const std::string_view end = word.substr(at);
    if (!is_known(end)) continue;
    for (const std::string_view link : {"", "s", "e", "n", "en", "er"}) {
      const std::string_view before = word.substr(0, at);
      if (!before.ends_with(link) || before.size() - link.size() < kShortestPart) continue;
      const std::string_view begin = before.substr(0, before.size() - link.size());
      if (begin.size() + end.size() <= most || !is_known(begin)) continue;
      most = begin.size() + end.size();
      best = {begin, end};
    }
  }
  return best;
}

double likeness(std::string_view one, std::string_view other) {
  constexpr std::size_t kLeastShared = 4;
  constexpr double kLeastShare = 0.45;
  constexpr double kNotTheSame = 0.9;
  if (one == other) return 1;
  const std::size_t shorter = std::min(one.size(), other.size());
  const auto longer = static_cast<double>(std::max(one.size(), other.size()));
  std::size_t begin = 0;
  while (begin < shorter && one[begin] == other[begin]) ++begin;
  std::size_t end = 0;
  while (end < shorter - begin && one[one.size() - 1 - end] == other[other.size() - 1 - end]) ++end;
  const std::size_t shared = std::max(begin, end);
  double share = static_cast<double>(shared) / longer;
  if (shorter >= kLeastShared &&
      (one.find(other) != std::string_view::npos || other.find(one) != std::string_view::npos))
    share = std::max(share, 0.2 + 0.6 * static_cast<double>(shorter) / longer);
  return shared >= kLeastShared && share > kLeastShare ? share * kNotTheSame : 0;
}

}  // namespace collega::skills
