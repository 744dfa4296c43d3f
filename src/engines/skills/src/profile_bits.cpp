#include "profile_bits.h"

namespace collega::skills {
namespace {

// One plane of an addition; whether something is carried to the next.
bool add_plane(std::uint64_t* __restrict plane, std::uint64_t* __restrict carry, std::size_t words) {
  std::uint64_t carried = 0;
  for (std::size_t i = 0; i < words; ++i) {
    const std::uint64_t both = plane[i] & carry[i];
    plane[i] ^= carry[i];
    carry[i] = both;
    carried |= both;
  }
  return carried != 0;
}

}  // namespace

void BitSlices::reset(std::size_t words) {
  words_ = words;
  most_ = 0;
  used_ = 0;
}

void BitSlices::add(const Bits& bits, unsigned amount) {
  most_ += amount;
  const auto needed = static_cast<unsigned>(std::bit_width(most_));
  for (; used_ < needed; ++used_) {
    if (planes_.size() == used_) planes_.emplace_back();
    planes_[used_].assign(words_, 0);
  }
  for (unsigned plane = 0; amount >> plane != 0; ++plane) {
    if ((amount >> plane & 1) != 0) add_at(bits, plane);
  }
}

void BitSlices::add_at(const Bits& bits, unsigned plane) {
  carry_ = bits;
  while (plane < used_ && add_plane(planes_[plane].data(), carry_.data(), words_)) ++plane;
}

unsigned BitSlices::greatest(const Bits& among) const {
  Bits left = among;
  Bits higher(words_);
  unsigned number = 0;
  for (unsigned plane = used_; plane-- > 0;) {
    for (std::size_t i = 0; i < words_; ++i) higher[i] = left[i] & planes_[plane][i];
    if (!any(higher)) continue;
    number |= 1u << plane;
    left.swap(higher);
  }
  return number;
}

std::uint64_t BitSlices::equal(std::size_t word, unsigned number) const {
  if (number > most_) return 0;
  std::uint64_t same = ~std::uint64_t{0};
  for (unsigned plane = 0; plane < used_; ++plane)
    same &= (number >> plane & 1) != 0 ? planes_[plane][word] : ~planes_[plane][word];
  return same;
}

std::uint64_t BitSlices::at_least(std::size_t word, unsigned number) const {
  if (number > most_) return 0;
  std::uint64_t enough = ~std::uint64_t{0};
  for (unsigned plane = 0; plane < used_; ++plane)
    enough = (number >> plane & 1) != 0 ? planes_[plane][word] & enough : planes_[plane][word] | enough;
  return enough;
}

}  // namespace collega::skills
