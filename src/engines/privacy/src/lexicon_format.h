#pragma once

// The lexicon as it lies in the binary: what each word may be, by the hash of its folded text.
//
//   "CLEX0001"  slots: uint64   slot[slots] = { print: uint32, bits: uint32 }
//
// `slots` is a power of two. A word stands in the first slot from hash % slots on that holds the upper half of its
// hash; bits 0 is an empty slot. A text of several words ("den haag") stands with single spaces.

#include <cstdint>
#include <string_view>

namespace collega::privacy {

/// What a word may be. A word is often several things: "Roos" is a first name and a flower.
enum WordBit : std::uint32_t {
  kWordNl = 1U << 0,  ///< in a Dutch dictionary, in lower case
  kWordEn = 1U << 1,
  kProperNl = 1U << 2,  ///< in a Dutch dictionary with a capital: names, places, peoples
  kProperEn = 1U << 3,
  kFirst = 1U << 4,      ///< a first name somewhere
  kFirstNear = 1U << 5,  ///< a first name common here
  kLast = 1U << 6,
  kLastNear = 1U << 7,
  kPlaceNear = 1U << 8,  ///< in the Netherlands or Belgium
  kPlaceBig = 1U << 9,   ///< 100,000 people or more
  kPlaceSmall = 1U << 10,
  kCountry = 1U << 11,
  kPlaceHead = 1U << 12,  ///< the first word of a place of several words
  kTitle = 1U << 13,
  kRole = 1U << 14,
  kGreeting = 1U << 15,
  kSaying = 1U << 16,
  kKin = 1U << 17,
  kPlaceBefore = 1U << 18,
  kPersonBefore = 1U << 19,
  kArticle = 1U << 20,
  kParticle = 1U << 21,
  kOrgHead = 1U << 22,
  kOrgTail = 1U << 23,
  kMonth = 1U << 24,
  kWeekday = 1U << 25,
  kFunction = 1U << 26,
  kAcronym = 1U << 27,
  kLabel = 1U << 28,        ///< of a field: "bsn", "geboren"; which one the labels table says
  kSpecialHead = 1U << 29,  ///< the first word of a phrase of the special categories
  kPeople = 1U << 30,       ///< a language or a people: "Vlaams", "Fransen"
};

inline constexpr std::string_view kLexiconMark = "CLEX0001";

/// FNV-1a over folded bytes, so that a scanner can add one letter at a time; `finished` spreads it over all bits.
inline constexpr std::uint64_t kHashStart = 0xcbf29ce484222325ULL;
[[nodiscard]] constexpr std::uint64_t hash_with(std::uint64_t hash, char byte) {
  return (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3ULL;
}
[[nodiscard]] constexpr std::uint64_t hash_finished(std::uint64_t hash) {
  hash ^= hash >> 32;
  hash *= 0x9fb21c651e98df25ULL;
  return hash ^ (hash >> 29);
}
[[nodiscard]] constexpr std::uint64_t hash_of(std::string_view folded) {
  std::uint64_t hash = kHashStart;
  for (const char byte : folded) hash = hash_with(hash, byte);
  return hash_finished(hash);
}

}  // namespace collega::privacy
