#pragma once

// Up to 65,536 profiles as one immutable image of bytes, so that a place among them fits 16 bits:
//
//   header | ids | available from | places | facts asked for: keys, first posting, where | levels and years | rows of
//   places | hours | bits
//
// Profiles stand in order of id. Of each fact (a key) the image lists who has it: a row of places, or where that is
// shorter a bit a profile with the count before each kRankWords words; and of each who has it level and year.

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "collega/skills/profiles.h"
#include "profile_bits.h"

namespace collega::skills {

inline constexpr std::size_t kMostInSegment = Profiles::kMostInCommit;

/// A kind of fact and what it is about: four bits and 28.
using FactKey = std::uint32_t;
[[nodiscard]] constexpr FactKey key_of(FactKind kind, ConceptRef about) {
  return static_cast<FactKey>(kind) << 28 | about;
}

/// Level and year in two bytes; the greater of two counts.
using Held = std::uint16_t;
[[nodiscard]] constexpr Held held_of(int level, int last_year) { return static_cast<Held>(level << 12 | last_year); }
[[nodiscard]] constexpr int level_of(Held held) { return held >> 12; }
[[nodiscard]] constexpr int last_year_of(Held held) { return held & 0xFFF; }

/// What a profile says besides its facts.
struct ProfileSides {
  std::int32_t available_from = kUnsaid;  ///< days since 1970
  std::uint32_t place = kNowhere;
  std::uint8_t hours = 0;  ///< 0: not said

  static constexpr std::int32_t kUnsaid = INT32_MIN;
  static constexpr std::uint32_t kNowhere = UINT32_MAX;
};

/// A profile as the index takes it: key and held of each fact as key << 16 | held, each key once, in order.
struct PackedProfile {
  std::uint64_t id = 0;
  ProfileSides sides = {};
  std::vector<std::uint64_t> facts = {};
};
/// Error: out_of_range with the member as place.
[[nodiscard]] Result<PackedProfile> packed(const Profile& profile);
/// What `packed` gives, and nothing else: for what comes back from disk.
[[nodiscard]] bool is_packed(const PackedProfile& profile);

/// Who in a segment has one fact.
struct Postings {
  std::span<const std::uint16_t> places;  ///< in order; empty where there are bits
  std::span<const std::uint64_t> bits;    ///< of all places; empty where there is a row
  std::span<const std::uint16_t> ranks;   ///< how many bits are set before each kRankWords words
  std::span<const Held> held;             ///< one each, in order of place

  [[nodiscard]] std::optional<Held> of(std::size_t place) const;
  /// use(place, held) for each.
  template <class Use>
  void each(Use use) const {
    for (std::size_t i = 0; i < places.size(); ++i) use(std::size_t{places[i]}, held[i]);
    const Held* next = held.data();
    for (std::size_t word = 0; word < bits.size(); ++word)
      each_bit(bits[word], [&](std::size_t bit) { use(word * 64 + bit, *next++); });
  }
};
inline constexpr std::size_t kRankWords = 8;

using Image = std::vector<std::uint64_t>;

class Segment {
 public:
  /// Looks at `image`, which `keeper` keeps; checks all of it. None: it is no such image, or damaged.
  [[nodiscard]] static std::shared_ptr<const Segment> read(std::span<const std::uint64_t> image,
                                                           std::shared_ptr<const void> keeper);
  [[nodiscard]] static std::shared_ptr<const Segment> of(Image image);

  [[nodiscard]] std::size_t size() const { return ids_.size(); }
  [[nodiscard]] std::size_t words() const;  ///< of the bits of its profiles
  [[nodiscard]] std::size_t bytes() const { return image_.size_bytes(); }
  [[nodiscard]] std::span<const std::uint64_t> image() const { return image_; }

  [[nodiscard]] std::span<const std::uint64_t> ids() const { return ids_; }
  [[nodiscard]] std::optional<std::size_t> place_of(std::uint64_t id) const;
  [[nodiscard]] ProfileSides sides(std::size_t place) const {
    return {available_from_[place], places_[place], hours_[place]};
  }

  [[nodiscard]] std::span<const FactKey> keys() const { return keys_; }
  [[nodiscard]] Postings postings(std::size_t key) const;  ///< of keys()[key]
  [[nodiscard]] std::optional<Postings> find(FactKey key) const;

 private:
  [[nodiscard]] bool take_parts();
  [[nodiscard]] bool holds_together() const;
  [[nodiscard]] bool is_sound(const Postings& postings) const;

  std::shared_ptr<const void> keeper_;
  std::span<const std::uint64_t> image_;
  std::span<const std::uint64_t> ids_;
  std::span<const std::int32_t> available_from_;
  std::span<const std::uint32_t> places_;
  std::span<const FactKey> keys_;
  std::span<const std::uint32_t> first_;  // of each key its first in held_, and behind the last how many there are
  std::span<const std::uint32_t> where_;  // of each key its first in rows_, or which of the bitmaps it is
  std::span<const Held> held_;
  std::span<const std::uint16_t> rows_;
  std::span<const std::uint8_t> hours_;
  std::span<const std::uint64_t> bitmaps_;  // of each the bits, then the ranks
};

/// Gathers profiles for a segment. Of several with one id the last counts, also when it says that the profile is gone.
class SegmentMaker {
 public:
  void put(const PackedProfile& profile);
  void remove(std::uint64_t id);
  /// All of a segment whose bit is set.
  void take(const Segment& segment, const Bits& live);

  [[nodiscard]] std::size_t entries() const { return entries_.size(); }
  [[nodiscard]] bool full() const { return entries_.size() == kMostInSegment; }
  /// Of all that was put, removed or taken; in order, perhaps twice.
  [[nodiscard]] std::vector<std::uint64_t> ids() const;
  /// None when nothing is left to hold.
  [[nodiscard]] std::optional<Image> image() const;

 private:
  struct Entry {
    std::uint64_t id;
    ProfileSides sides;
    bool gone;
  };
  // The entries that count, in order of id.
  [[nodiscard]] std::vector<std::uint32_t> kept() const;
  // Their facts in order: key << 32 | place among them << 16 | held.
  [[nodiscard]] std::vector<std::uint64_t> facts_of(const std::vector<std::uint32_t>& kept) const;

  std::vector<Entry> entries_;
  std::vector<std::uint64_t> facts_;  // key << 32 | entry << 16 | held
};

/// In order of their upper 48 bits.
void sort_facts(std::vector<std::uint64_t>& facts);

/// The image of this content, whose digest is then right: for the fuzz target.
void seal(std::span<std::uint64_t> image);

}  // namespace collega::skills
