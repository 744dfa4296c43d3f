#include "profile_segment.h"

#include <algorithm>
#include <cstring>

#include "profile_image.h"

namespace collega::skills {
namespace {

/// Hands out the parts of an image one behind the other, each begun on a whole word.
class Parts {
 public:
  explicit Parts(std::span<const std::uint64_t> rest) : rest_(rest) {}

  template <class T>
  void operator()(std::span<const T>& part, std::size_t count) {
    const std::size_t words = (count * sizeof(T) + 7) / 8;
    failed_ = failed_ || words > rest_.size();
    if (failed_) return;
    part = {reinterpret_cast<const T*>(rest_.data()), count};
    rest_ = rest_.subspan(words);
  }
  [[nodiscard]] bool used_up() const { return !failed_ && rest_.empty(); }

 private:
  std::span<const std::uint64_t> rest_;
  bool failed_ = false;
};

template <class T>
bool ascends(std::span<const T> values) {
  return std::ranges::adjacent_find(values, std::ranges::greater_equal{}) == values.end();
}

}  // namespace

std::optional<Held> Postings::of(std::size_t place) const {
  if (bits.empty()) {
    const auto found = std::ranges::lower_bound(places, place);
    if (found == places.end() || *found != place) return std::nullopt;
    return held[static_cast<std::size_t>(found - places.begin())];
  }
  if (!has(bits.data(), place)) return std::nullopt;
  const std::size_t word = place / 64;
  const std::size_t block = word / kRankWords;
  auto before = static_cast<std::size_t>(ranks[block]);
  for (std::size_t i = block * kRankWords; i < word; ++i) before += static_cast<std::size_t>(std::popcount(bits[i]));
  const std::uint64_t lower = (std::uint64_t{1} << (place % 64)) - 1;
  return held[before + static_cast<std::size_t>(std::popcount(bits[word] & lower))];
}

std::shared_ptr<const Segment> Segment::read(std::span<const std::uint64_t> image, std::shared_ptr<const void> keeper) {
  auto segment = std::make_shared<Segment>();
  segment->keeper_ = std::move(keeper);
  segment->image_ = image;
  return segment->take_parts() && segment->holds_together() ? segment : nullptr;
}

std::shared_ptr<const Segment> Segment::of(Image image) {
  const auto kept = std::make_shared<const Image>(std::move(image));
  return read(*kept, kept);
}

bool Segment::take_parts() {
  if (image_.size_bytes() < sizeof(ImageHead)) return false;
  ImageHead head;
  std::memcpy(&head, image_.data(), sizeof head);
  if (head.mark != kImageMark || head.digest != digest_of(image_)) return false;
  if (head.profiles == 0 || head.profiles > kMostInSegment || head.zero != 0) return false;
  Parts take{image_.subspan(sizeof head / 8)};
  take(ids_, head.profiles);
  take(available_from_, head.profiles);
  take(places_, head.profiles);
  take(keys_, head.keys);
  take(first_, std::size_t{head.keys} + 1);
  take(where_, head.keys);
  take(held_, head.facts);
  take(rows_, head.in_rows);
  take(hours_, head.profiles);
  take(bitmaps_, head.bitmaps * bitmap_size(words()));
  return take.used_up();
}

bool Segment::holds_together() const {
  if (!ascends(ids_) || !ascends(keys_) || first_.front() != 0 || !ascends(first_) || first_.back() != held_.size())
    return false;
  std::size_t in_rows = 0;
  std::size_t bitmaps = 0;
  for (std::size_t key = 0; key < keys_.size(); ++key) {
    const std::size_t size = first_[key + 1] - first_[key];
    if (size > ids_.size()) return false;
    const bool bits = as_bits(size, words());
    if (where_[key] != (bits ? bitmaps : in_rows)) return false;
    (bits ? bitmaps : in_rows) += bits ? 1 : size;
    if (in_rows > rows_.size() || bitmaps * bitmap_size(words()) > bitmaps_.size() || !is_sound(postings(key)))
      return false;
  }
  return in_rows == rows_.size() && bitmaps * bitmap_size(words()) == bitmaps_.size();
}

bool Segment::is_sound(const Postings& postings) const {
  if (postings.bits.empty()) return ascends(postings.places) && postings.places.back() < ids_.size();
  std::size_t before = 0;
  for (std::size_t word = 0; word < postings.bits.size(); ++word) {
    if (word % kRankWords == 0 && postings.ranks[word / kRankWords] != before) return false;
    before += static_cast<std::size_t>(std::popcount(postings.bits[word]));
    // Nobody stands behind the last.
    const std::size_t left = ids_.size() > word * 64 ? ids_.size() - word * 64 : 0;
    if (left < 64 && postings.bits[word] >> left != 0) return false;
  }
  return before == postings.held.size();
}

std::size_t Segment::words() const { return words_for(size()); }

std::optional<std::size_t> Segment::place_of(std::uint64_t id) const {
  if (id < ids_.front() || id > ids_.back()) return std::nullopt;
  const auto found = std::ranges::lower_bound(ids_, id);
  if (*found != id) return std::nullopt;
  return static_cast<std::size_t>(found - ids_.begin());
}

Postings Segment::postings(std::size_t key) const {
  const std::size_t count = first_[key + 1] - first_[key];
  Postings found;
  found.held = held_.subspan(first_[key], count);
  if (!as_bits(count, words())) {
    found.places = rows_.subspan(where_[key], count);
    return found;
  }
  const auto bitmap = bitmaps_.subspan(where_[key] * bitmap_size(words()), bitmap_size(words()));
  found.bits = bitmap.first(words());
  found.ranks = {reinterpret_cast<const std::uint16_t*>(bitmap.data() + words()), words() / kRankWords};
  return found;
}

std::optional<Postings> Segment::find(FactKey key) const {
  const auto found = std::ranges::lower_bound(keys_, key);
  if (found == keys_.end() || *found != key) return std::nullopt;
  return postings(static_cast<std::size_t>(found - keys_.begin()));
}

}  // namespace collega::skills
