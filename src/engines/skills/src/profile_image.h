#pragma once

// How the image of a segment is laid out, for those who write and read it.

#include <array>
#include <cstdint>
#include <span>

#include "digest.h"
#include "profile_segment.h"

namespace collega::skills {

struct ImageHead {
  std::array<char, 16> mark;
  std::uint64_t digest;  ///< of all that follows
  std::uint32_t profiles, keys, facts;
  std::uint32_t in_rows;  ///< places in rows
  std::uint32_t bitmaps;
  std::uint32_t zero;
};
static_assert(sizeof(ImageHead) == 48);

// The number changes when the form does.
inline constexpr std::array<char, 16> kImageMark = {"Collega prof. 1"};

[[nodiscard]] constexpr std::size_t words_for(std::size_t profiles) { return (profiles + 2047) / 2048 * 32; }
/// In words: the bits and the ranks.
[[nodiscard]] constexpr std::size_t bitmap_size(std::size_t words) { return words + words / kRankWords / 4; }
/// Whether bits are shorter than a row.
[[nodiscard]] constexpr bool as_bits(std::size_t postings, std::size_t words) {
  return postings * 2 > bitmap_size(words) * 8;
}

[[nodiscard]] inline std::uint64_t digest_of(std::span<const std::uint64_t> image) {
  constexpr std::size_t kBehind = offsetof(ImageHead, profiles);
  return digest({reinterpret_cast<const char*>(image.data()) + kBehind, image.size_bytes() - kBehind});
}

}  // namespace collega::skills
