// Making segments: of profiles, and of other segments.

#include <algorithm>
#include <array>
#include <cstring>
#include <numeric>

#include "profile_image.h"
#include "profile_segment.h"

namespace collega::skills {
namespace {

// As many entries as a segment has at most, and none of it.
constexpr std::uint32_t kGone = UINT32_MAX;

FactKey key_in(std::uint64_t fact) { return static_cast<FactKey>(fact >> 32); }
std::uint16_t place_in(std::uint64_t fact) { return static_cast<std::uint16_t>(fact >> 16); }

/// The postings of a segment, key by key.
struct Lists {
  std::vector<FactKey> keys;
  std::vector<std::uint32_t> first = {0};
  std::vector<std::uint32_t> where;
  std::vector<Held> held;
  std::vector<std::uint16_t> rows;
  std::vector<std::uint64_t> bitmaps;

  void add(std::span<const std::uint64_t> facts, std::size_t words);

 private:
  void add_bits(std::span<const std::uint64_t> facts, std::size_t words);
};

void Lists::add_bits(std::span<const std::uint64_t> facts, std::size_t words) {
  Bits bits(bitmap_size(words));
  for (const std::uint64_t fact : facts) set(bits, place_in(fact));
  std::vector<std::uint16_t> ranks;
  std::size_t before = 0;
  for (std::size_t word = 0; word < words; ++word) {
    if (word % kRankWords == 0) ranks.push_back(static_cast<std::uint16_t>(before));
    before += static_cast<std::size_t>(std::popcount(bits[word]));
  }
  std::memcpy(bits.data() + words, ranks.data(), ranks.size() * sizeof ranks.front());
  bitmaps.insert(bitmaps.end(), bits.begin(), bits.end());
}

void Lists::add(std::span<const std::uint64_t> facts, std::size_t words) {
  const bool bits = as_bits(facts.size(), words);
  keys.push_back(key_in(facts.front()));
  where.push_back(static_cast<std::uint32_t>(bits ? bitmaps.size() / bitmap_size(words) : rows.size()));
  for (const std::uint64_t fact : facts) held.push_back(static_cast<Held>(fact));
  first.push_back(static_cast<std::uint32_t>(held.size()));
  if (bits) return add_bits(facts, words);
  for (const std::uint64_t fact : facts) rows.push_back(place_in(fact));
}

Lists lists_of(const std::vector<std::uint64_t>& facts, std::size_t words) {
  Lists lists;
  lists.held.reserve(facts.size());
  for (auto begin = facts.begin(); begin != facts.end();) {
    const auto end =
        std::find_if(begin, facts.end(), [&](std::uint64_t fact) { return key_in(fact) != key_in(*begin); });
    lists.add({begin, end}, words);
    begin = end;
  }
  return lists;
}

ImageHead head_of(std::size_t profiles, const Lists& lists, std::size_t words) {
  const auto number = [](std::size_t size) { return static_cast<std::uint32_t>(size); };
  ImageHead head{};
  head.mark = kImageMark;
  head.profiles = number(profiles);
  head.keys = number(lists.keys.size());
  head.facts = number(lists.held.size());
  head.in_rows = number(lists.rows.size());
  head.bitmaps = number(lists.bitmaps.size() / bitmap_size(words));
  return head;
}

template <class T>
void append(Image& image, const std::vector<T>& part) {
  const std::size_t at = image.size();
  image.resize(at + (part.size() * sizeof(T) + 7) / 8);
  if (!part.empty()) std::memcpy(image.data() + at, part.data(), part.size() * sizeof(T));
}

}  // namespace

void SegmentMaker::put(const PackedProfile& profile) {
  const auto entry = static_cast<std::uint64_t>(entries_.size());
  entries_.push_back({profile.id, profile.sides, false});
  for (const std::uint64_t fact : profile.facts) facts_.push_back(fact >> 16 << 32 | entry << 16 | (fact & 0xFFFF));
}

void SegmentMaker::remove(std::uint64_t id) { entries_.push_back({id, {}, true}); }

void SegmentMaker::take(const Segment& segment, const Bits& live) {
  std::vector<std::uint64_t> entry(segment.size());
  for (std::size_t place = 0; place < segment.size(); ++place) {
    if (!has(live.data(), place)) continue;
    entry[place] = entries_.size();
    entries_.push_back({segment.ids()[place], segment.sides(place), false});
  }
  for (std::size_t key = 0; key < segment.keys().size(); ++key) {
    segment.postings(key).each([&](std::size_t place, Held held) {
      if (has(live.data(), place))
        facts_.push_back(std::uint64_t{segment.keys()[key]} << 32 | entry[place] << 16 | held);
    });
  }
}

std::vector<std::uint64_t> SegmentMaker::ids() const {
  std::vector<std::uint64_t> all;
  all.reserve(entries_.size());
  for (const Entry& entry : entries_) all.push_back(entry.id);
  std::ranges::sort(all);
  return all;
}

std::vector<std::uint32_t> SegmentMaker::kept() const {
  std::vector<std::uint32_t> order(entries_.size());
  std::iota(order.begin(), order.end(), 0u);
  std::ranges::stable_sort(order, {}, [&](std::uint32_t entry) { return entries_[entry].id; });
  std::vector<std::uint32_t> kept;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Entry& entry = entries_[order[i]];
    const bool last = i + 1 == order.size() || entries_[order[i + 1]].id != entry.id;
    if (last && !entry.gone) kept.push_back(order[i]);
  }
  return kept;
}

std::vector<std::uint64_t> SegmentMaker::facts_of(const std::vector<std::uint32_t>& kept) const {
  std::vector<std::uint32_t> place(entries_.size(), kGone);
  for (std::size_t i = 0; i < kept.size(); ++i) place[kept[i]] = static_cast<std::uint32_t>(i);
  std::vector<std::uint64_t> facts;
  facts.reserve(facts_.size());
  for (const std::uint64_t fact : facts_) {
    const std::uint32_t to = place[place_in(fact)];
    if (to != kGone) facts.push_back(std::uint64_t{key_in(fact)} << 32 | std::uint64_t{to} << 16 | (fact & 0xFFFF));
  }
  sort_facts(facts);
  return facts;
}

std::optional<Image> SegmentMaker::image() const {
  const std::vector<std::uint32_t> kept = this->kept();
  if (kept.empty()) return std::nullopt;
  const std::size_t words = words_for(kept.size());
  const Lists lists = lists_of(facts_of(kept), words);
  const auto column = [&]<class T>(T part) {
    std::vector<std::decay_t<decltype(part(entries_[0]))>> values;
    for (const std::uint32_t entry : kept) values.push_back(part(entries_[entry]));
    return values;
  };

  Image image(sizeof(ImageHead) / 8);
  const ImageHead head = head_of(kept.size(), lists, words);
  std::memcpy(image.data(), &head, sizeof head);
  append(image, column([](const Entry& entry) { return entry.id; }));
  append(image, column([](const Entry& entry) { return entry.sides.available_from; }));
  append(image, column([](const Entry& entry) { return entry.sides.place; }));
  append(image, lists.keys);
  append(image, lists.first);
  append(image, lists.where);
  append(image, lists.held);
  append(image, lists.rows);
  append(image, column([](const Entry& entry) { return entry.sides.hours; }));
  append(image, lists.bitmaps);
  seal(image);
  image.shrink_to_fit();
  return image;
}

void seal(std::span<std::uint64_t> image) {
  if (image.size_bytes() < sizeof(ImageHead)) return;
  const std::uint64_t sum = digest_of(image);
  std::memcpy(reinterpret_cast<char*>(image.data()) + offsetof(ImageHead, digest), &sum, sizeof sum);
}

// By a byte at a time, the lowest first, each pass keeping the order of the one before it.
void sort_facts(std::vector<std::uint64_t>& facts) {
  std::vector<std::uint64_t> other(facts.size());
  for (unsigned shift = 16; shift < 64; shift += 8) {
    const auto digit = [&](std::uint64_t fact) { return static_cast<std::size_t>(fact >> shift & 0xFF); };
    std::array<std::size_t, 257> begins{};
    for (const std::uint64_t fact : facts) ++begins[digit(fact) + 1];
    if (std::ranges::find(begins, facts.size()) != begins.end()) continue;  // all have the same digit
    std::partial_sum(begins.begin(), begins.end(), begins.begin());
    for (const std::uint64_t fact : facts) other[begins[digit(fact)]++] = fact;
    facts.swap(other);
  }
}

Result<PackedProfile> packed(const Profile& profile) {
  const auto outside = [](std::int64_t value, std::int64_t least, std::int64_t most) {
    return value < least || value > most;
  };
  PackedProfile made{profile.id};
  for (const Fact& fact : profile.facts) {
    if (fact.about > kOfAnything) return Error{ErrorCode::out_of_range, "about"};
    if (outside(fact.level, 0, 15)) return Error{ErrorCode::out_of_range, "level"};
    if (outside(fact.last_year, 0, 4095)) return Error{ErrorCode::out_of_range, "last_year"};
    const Held held = held_of(fact.level, fact.last_year);
    made.facts.push_back(std::uint64_t{key_of(fact.kind, fact.about)} << 16 | held);
    // A degree in a field is a degree too.
    if (fact.kind == FactKind::degree) made.facts.push_back(std::uint64_t{key_of(fact.kind, kOfAnything)} << 16 | held);
  }
  std::ranges::sort(made.facts, std::greater{});
  const auto same_key = [](std::uint64_t a, std::uint64_t b) { return a >> 16 == b >> 16; };
  made.facts.erase(std::unique(made.facts.begin(), made.facts.end(), same_key), made.facts.end());
  std::ranges::reverse(made.facts);

  if (profile.place == ProfileSides::kNowhere) return Error{ErrorCode::out_of_range, "place"};
  if (profile.hours && outside(*profile.hours, 1, 255)) return Error{ErrorCode::out_of_range, "hours"};
  made.sides.place = profile.place.value_or(ProfileSides::kNowhere);
  made.sides.hours = static_cast<std::uint8_t>(profile.hours.value_or(0));
  if (profile.available_from)
    made.sides.available_from = static_cast<std::int32_t>(profile.available_from->days().time_since_epoch().count());
  return made;
}

bool is_packed(const PackedProfile& profile) {
  const auto same_or_less = [](std::uint64_t a, std::uint64_t b) { return a >> 16 >= b >> 16; };
  return std::ranges::adjacent_find(profile.facts, same_or_less) == profile.facts.end() &&
         (profile.facts.empty() || profile.facts.back() >> 48 == 0);
}

}  // namespace collega::skills
