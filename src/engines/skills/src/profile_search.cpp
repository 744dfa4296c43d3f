#include "profile_search.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "profile_answer.h"

namespace collega::skills {
namespace {

struct Standing {
  unsigned met = 0;     // musts
  unsigned denied = 0;  // musts
  double score = 0;
  std::uint64_t id = 0;

  [[nodiscard]] bool before(const Standing& other) const {
    if (met != other.met) return met > other.met;
    if (denied != other.denied) return denied < other.denied;
    if (score != other.score) return score > other.score;
    return id < other.id;
  }
};

struct Hit {
  Standing standing;
  std::size_t part;
  std::size_t place;

  [[nodiscard]] bool before(const Hit& other) const { return standing.before(other.standing); }
};

/// The best so many of what was offered.
class Best {
 public:
  explicit Best(std::size_t top) : top_(top) {}

  void offer(const Hit& hit) {
    if (full() && !hit.before(hits_.front())) return;
    if (full()) {
      std::ranges::pop_heap(hits_, kBefore);
      hits_.pop_back();
    }
    hits_.push_back(hit);
    std::ranges::push_heap(hits_, kBefore);
  }
  [[nodiscard]] bool full() const { return hits_.size() == top_; }
  [[nodiscard]] const Standing& worst() const { return hits_.front().standing; }
  /// Best first.
  [[nodiscard]] std::vector<Hit> take() {
    std::ranges::sort_heap(hits_, kBefore);
    return std::move(hits_);
  }

 private:
  static constexpr auto kBefore = [](const Hit& a, const Hit& b) { return a.before(b); };
  std::size_t top_;
  std::vector<Hit> hits_;  // a heap: the worst in front
};

/// Who in a segment meets a requirement, and how. `partly` and `no` hold something of this segment only when they are
/// used.
struct Marks {
  Bits yes, partly, no;
  bool any_partly = false;
  bool any_no = false;

  void reset(std::size_t words);
  void mark(const Alternative& alternative, const Postings& postings);
  void settle();

 private:
  void mark_by_level(const Alternative& alternative, const Postings& postings);
  void mark_words(const Postings& postings, const std::array<Met, 16>& met, bool denies);
  void use(Bits& bits, bool& used) const;
};

void set_all(Bits& bits, const Postings& postings) {
  for (std::size_t i = 0; i < postings.bits.size(); ++i) bits[i] |= postings.bits[i];
  for (const std::uint16_t place : postings.places) set(bits, place);
}

void Marks::reset(std::size_t words) {
  yes.assign(words, 0);
  any_partly = any_no = false;
}

void Marks::use(Bits& bits, bool& used) const {
  if (!used) bits.assign(yes.size(), 0);
  used = true;
}

void Marks::mark(const Alternative& alternative, const Postings& postings) {
  if (alternative.least > 0) return mark_by_level(alternative, postings);
  if (alternative.gives == Met::yes) return set_all(yes, postings);
  use(partly, any_partly);
  set_all(partly, postings);
}

void Marks::mark_by_level(const Alternative& alternative, const Postings& postings) {
  std::array<Met, 16> met{};
  for (std::size_t level = 0; level < met.size(); ++level) met[level] = met_by(alternative, static_cast<int>(level));
  const bool denies = alternative.gives == Met::yes;
  use(partly, any_partly);
  if (denies) use(no, any_no);
  if (!postings.bits.empty()) return mark_words(postings, met, denies);
  for (std::size_t i = 0; i < postings.places.size(); ++i) {
    const Met one = met[static_cast<std::size_t>(level_of(postings.held[i]))];
    if (one != Met::unknown) set(one == Met::yes ? yes : one == Met::partly ? partly : no, postings.places[i]);
  }
}

// As masks rather than by a branch for each: a level is hard to foretell.
void Marks::mark_words(const Postings& postings, const std::array<Met, 16>& met, bool denies) {
  std::array<std::uint64_t, 16> gives_yes{};
  std::array<std::uint64_t, 16> gives_partly{};
  for (std::size_t level = 0; level < met.size(); ++level) {
    gives_yes[level] = met[level] == Met::yes ? ~std::uint64_t{0} : 0;
    gives_partly[level] = met[level] == Met::partly ? ~std::uint64_t{0} : 0;
  }
  const Held* held = postings.held.data();
  for (std::size_t word = 0; word < postings.bits.size(); ++word) {
    std::uint64_t full = 0;
    std::uint64_t part = 0;
    for (std::uint64_t left = postings.bits[word]; left != 0; left &= left - 1) {
      const std::uint64_t bit = left & -left;
      const auto level = static_cast<std::size_t>(level_of(*held++));
      full |= bit & gives_yes[level];
      part |= bit & gives_partly[level];
    }
    yes[word] |= full;
    partly[word] |= part;
    if (denies) no[word] |= postings.bits[word] & ~(full | part);
  }
}

// What gives most counts.
void Marks::settle() {
  for (std::size_t i = 0; any_partly && i < yes.size(); ++i) partly[i] &= ~yes[i];
  for (std::size_t i = 0; any_no && i < yes.size(); ++i) no[i] &= ~(yes[i] | (any_partly ? partly[i] : 0));
}

// The bound of a score is counted in so many parts of the sum of all weights.
constexpr double kBoundParts = 255;
// With fewer profiles in a class scoring them all costs less than the bounds of a segment.
constexpr std::size_t kFew = 1500;

class Search {
 public:
  Search(const ProfileQuery& query, std::size_t top);

  void look_in(const Part& part, std::size_t number);
  [[nodiscard]] std::vector<Hit> best() { return best_.take(); }

 private:
  void mark_all(const Segment& segment);
  void count_musts();
  void allow(const Part& part);
  [[nodiscard]] bool refuses(unsigned met, unsigned denied) const;
  void offer_class(unsigned met, unsigned denied, std::size_t part);
  [[nodiscard]] bool of_class(unsigned met, unsigned denied);
  [[nodiscard]] unsigned least_bound() const;
  void make_bounds();
  [[nodiscard]] double score_of(std::size_t place) const;

  const ProfileQuery& query_;
  Best best_;
  double unit_ = 1;  // of the bounds

  // Of the segment looked in:
  const Segment* segment_ = nullptr;
  std::size_t words_ = 0;
  std::vector<Marks> marks_;  // one a requirement
  BitSlices met_, denied_, bound_;
  Bits allowed_, class_;
  bool bounds_made_ = false;
};

Search::Search(const ProfileQuery& query, std::size_t top)
    : query_(query), best_(top), marks_(query.requirements.size()) {
  double sum = 0;
  for (const Asked& asked : query.requirements) sum += asked.weight;
  if (sum > 0) unit_ = sum / kBoundParts;
}

void Search::look_in(const Part& part, std::size_t number) {
  segment_ = part.segment.get();
  words_ = segment_->words();
  bounds_made_ = false;
  allow(part);
  mark_all(*segment_);
  count_musts();
  for (unsigned met = met_.greatest(allowed_) + 1; met-- > 0;) {
    for (unsigned denied = 0; denied <= denied_.most(); ++denied) {
      if (refuses(met, denied)) break;
      offer_class(met, denied, number);
    }
  }
}

void Search::mark_all(const Segment& segment) {
  for (std::size_t i = 0; i < marks_.size(); ++i) {
    Marks& marks = marks_[i];
    marks.reset(words_);
    for (const Alternative& alternative : query_.requirements[i].any_of) {
      if (const auto postings = segment.find(key_of(alternative.kind, alternative.about)))
        marks.mark(alternative, *postings);
    }
    marks.settle();
  }
}

void Search::count_musts() {
  met_.reset(words_);
  denied_.reset(words_);
  for (std::size_t i = 0; i < marks_.size(); ++i) {
    if (query_.requirements[i].kind != RequirementKind::must) continue;
    met_.add(marks_[i].yes, 1);
    if (marks_[i].any_no && any(marks_[i].no)) denied_.add(marks_[i].no, 1);
  }
}

bool passes(const ProfileFilter& filter, const std::vector<std::uint32_t>& places, const ProfileSides& sides) {
  const auto holds = [&](bool asked, bool said, bool right) { return !asked || (said ? right : !filter.only_said); };
  return holds(!places.empty(), sides.place != ProfileSides::kNowhere,
               std::ranges::binary_search(places, sides.place)) &&
         holds(filter.least_hours > 0, sides.hours != 0, sides.hours >= filter.least_hours) &&
         holds(filter.available_by.has_value(), sides.available_from != ProfileSides::kUnsaid,
               filter.available_by && sides.available_from <= filter.available_by->days().time_since_epoch().count());
}

void Search::allow(const Part& part) {
  allowed_ = *part.live;
  const ProfileFilter& filter = query_.filter;
  if (filter.places.empty() && filter.least_hours <= 0 && !filter.available_by) return;
  std::vector<std::uint32_t> places = filter.places;
  std::ranges::sort(places);
  for (std::size_t place = 0; place < segment_->size(); ++place) {
    if (!passes(filter, places, segment_->sides(place))) clear(allowed_, place);
  }
}

bool Search::refuses(unsigned met, unsigned denied) const {
  if (!best_.full()) return false;
  const Standing& worst = best_.worst();
  return met < worst.met || (met == worst.met && denied > worst.denied);
}

// Puts the profiles of the class into class_; false when there are none.
bool Search::of_class(unsigned met, unsigned denied) {
  class_.resize(words_);
  std::uint64_t all = 0;
  for (std::size_t word = 0; word < words_; ++word) {
    class_[word] = allowed_[word] & met_.equal(word, met) & denied_.equal(word, denied);
    all |= class_[word];
  }
  return all != 0;
}

void Search::offer_class(unsigned met, unsigned denied, std::size_t part) {
  if (!of_class(met, denied)) return;
  const bool few = count(class_) <= kFew;
  for (std::size_t word = 0; word < words_; ++word) {
    std::uint64_t some = class_[word];
    if (some == 0) continue;
    if (!few && best_.full() && best_.worst().met == met && best_.worst().denied == denied) {
      make_bounds();
      some &= bound_.at_least(word, least_bound());
    }
    each_bit(some, [&](std::size_t bit) {
      const std::size_t place = word * 64 + bit;
      best_.offer({{met, denied, score_of(place), segment_->ids()[place]}, part, place});
    });
  }
}

// Sums of rounded numbers may be off by far less than this.
constexpr double kRounding = 1e-6;

unsigned Search::least_bound() const {
  return static_cast<unsigned>(std::ceil(std::max(0.0, best_.worst().score / unit_ - kRounding)));
}

void Search::make_bounds() {
  if (bounds_made_) return;
  bounds_made_ = true;
  bound_.reset(words_);
  const auto rounded_up = [&](double weight) { return static_cast<unsigned>(std::ceil(weight / unit_)); };
  for (std::size_t i = 0; i < marks_.size(); ++i) {
    const double weight = query_.requirements[i].weight;
    bound_.add(marks_[i].yes, rounded_up(weight));
    if (marks_[i].any_partly) bound_.add(marks_[i].partly, rounded_up(weight * kPartly));
  }
}

double Search::score_of(std::size_t place) const {
  double score = 0;
  for (std::size_t i = 0; i < marks_.size(); ++i) {
    const Marks& marks = marks_[i];
    const double weight = query_.requirements[i].weight;
    if (has(marks.yes.data(), place)) {
      score += weight;
    } else if (marks.any_partly && has(marks.partly.data(), place)) {
      score += weight * kPartly;
    }
  }
  return score;
}

Answer answer_of(const Asked& asked, const Segment& segment, std::size_t place) {
  Answer best;
  for (const Alternative& alternative : asked.any_of) {
    const auto postings = segment.find(key_of(alternative.kind, alternative.about));
    const auto held = postings ? postings->of(place) : std::nullopt;
    if (!held) continue;
    const int level = level_of(*held);
    const Met met = met_by(alternative, level);
    if (strength_of(met) <= strength_of(best.met)) continue;
    best = {met, ground_of(alternative, level), asked.weight * share_of(met),
            Fact{alternative.kind, alternative.about, level, last_year_of(*held)}};
  }
  return best;
}

FoundProfile found(const Hit& hit, const Segment& segment, const ProfileQuery& query) {
  FoundProfile profile;
  profile.id = hit.standing.id;
  profile.score = hit.standing.score;
  unsigned musts = 0;
  for (const Asked& asked : query.requirements) {
    musts += asked.kind == RequirementKind::must;
    profile.answers.push_back(answer_of(asked, segment, hit.place));
  }
  profile.group = hit.standing.denied > 0     ? Group::contradicted
                  : hit.standing.met == musts ? Group::all_musts_shown
                                              : Group::something_unknown;
  return profile;
}

}  // namespace

std::vector<FoundProfile> search(std::span<const Part> parts, const ProfileQuery& query, std::size_t top) {
  std::vector<FoundProfile> all;
  if (top == 0) return all;
  Search search{query, top};
  for (std::size_t i = 0; i < parts.size(); ++i) search.look_in(parts[i], i);
  for (const Hit& hit : search.best()) all.push_back(found(hit, *parts[hit.part].segment, query));
  return all;
}

}  // namespace collega::skills
