#include "collega/skills/profiles.h"

#include <algorithm>
#include <mutex>

#include "profile_folder.h"

namespace collega::skills {
namespace {

using Parts = std::vector<Part>;

Bits all_of(const Segment& segment) {
  Bits bits(segment.words());
  for (std::size_t place = 0; place < segment.size(); ++place) set(bits, place);
  return bits;
}

Part part_of(Image image) {
  Part part;
  part.segment = Segment::of(std::move(image));
  part.live = std::make_shared<const Bits>(all_of(*part.segment));
  part.size = part.segment->size();
  return part;
}

/// The part without those with these ids, which are in order.
Part without(Part part, const std::vector<std::uint64_t>& ids) {
  const auto from = std::ranges::lower_bound(ids, part.segment->ids().front());
  const auto to = std::ranges::upper_bound(ids, part.segment->ids().back());
  std::shared_ptr<Bits> live;
  for (auto id = from; id < to; ++id) {
    const auto place = part.segment->place_of(*id);
    if (!place || !has(part.live->data(), *place)) continue;
    if (!live) part.live = live = std::make_shared<Bits>(*part.live);
    clear(*live, *place);
    --part.size;
  }
  return part;
}

bool wastes(const Part& part) { return part.size * 2 < part.segment->size(); }
bool holds_gone_or_little(const Part& part) {
  return part.size < part.segment->size() || part.size < kMostInSegment / 2;
}
bool in_memory(const Part& part) { return part.file == 0; }

/// What lives in these, each group together in one image.
std::vector<Image> rewritten(const Parts& parts) {
  std::vector<Image> images;
  SegmentMaker maker;
  const auto finish = [&] {
    if (auto image = std::exchange(maker, {}).image()) images.push_back(std::move(*image));
  };
  for (const Part& part : parts) {
    if (maker.entries() + part.size > kMostInSegment) finish();
    maker.take(*part.segment, *part.live);
  }
  finish();
  return images;
}

}  // namespace

struct Profiles::State {
  std::optional<Folder> folder;
  std::size_t cut_off = 0;
  SegmentMaker pending;
  std::vector<Change> unlogged;  // what is pending, for the log
  std::shared_ptr<const Parts> parts = std::make_shared<const Parts>();
  mutable std::mutex parts_held;

  [[nodiscard]] std::shared_ptr<const Parts> now() const {
    const std::lock_guard hold{parts_held};
    return parts;
  }
  void show(Parts changed) {
    std::erase_if(changed, [](const Part& part) { return part.size == 0 && in_memory(part); });
    auto shown = std::make_shared<const Parts>(std::move(changed));
    const std::lock_guard hold{parts_held};
    parts = std::move(shown);
  }

  [[nodiscard]] Result<Done> add(Change change);
  [[nodiscard]] Parts with_pending() const;
  [[nodiscard]] Result<Done> commit();
  [[nodiscard]] bool should_rewrite(const Parts& changed) const;
  [[nodiscard]] Result<Done> rewrite(const Parts& all, bool (*also)(const Part&));
};

Result<Done> Profiles::State::add(Change change) {
  // It stays full when the commit that was due then failed.
  if (pending.full()) TRY(commit());
  if (change.profile) {
    pending.put(*change.profile);
  } else {
    pending.remove(change.id);
  }
  if (folder) unlogged.push_back(std::move(change));
  return pending.full() ? commit() : Done{};
}

Parts Profiles::State::with_pending() const {
  const std::vector<std::uint64_t> ids = pending.ids();
  Parts changed;
  for (const Part& part : *now()) changed.push_back(without(part, ids));
  if (auto image = pending.image()) changed.push_back(part_of(std::move(*image)));
  return changed;
}

namespace {

// Small parts in memory join so that each is about twice the next: a profile is moved some 16 times at most.
void join_small(Parts& parts) {
  const auto joins = [&] {
    if (parts.size() < 2) return false;
    const Part& last = parts.back();
    const Part& before = parts[parts.size() - 2];
    return in_memory(last) && in_memory(before) && last.size * 2 > before.size &&
           last.size + before.size <= kMostInSegment;
  };
  while (joins()) {
    const Parts two(parts.end() - 2, parts.end());
    parts.resize(parts.size() - 2);
    for (Image& image : rewritten(two)) parts.push_back(part_of(std::move(image)));
  }
}

std::size_t held_in_memory(const Parts& parts) {
  std::size_t sum = 0;
  for (const Part& part : parts) sum += in_memory(part) ? part.size : 0;
  return sum;
}

}  // namespace

bool Profiles::State::should_rewrite(const Parts& changed) const {
  if (folder) return pending.full() || held_in_memory(changed) > kMostInSegment / 2;
  return std::ranges::any_of(changed, wastes);
}

Result<Done> Profiles::State::commit() {
  if (pending.entries() == 0) return Done{};
  Parts changed = with_pending();
  if (should_rewrite(changed)) {
    TRY(rewrite(changed, wastes));
  } else {
    if (folder) TRY(folder->append(unlogged));
    join_small(changed);
    show(std::move(changed));
  }
  pending = {};
  unlogged.clear();
  return Done{};
}

// Everything is in files then, those of which `also` holds written anew; the log is empty.
Result<Done> Profiles::State::rewrite(const Parts& all, bool (*also)(const Part&)) {
  Parts kept;
  Parts old;
  for (const Part& part : all) ((folder && in_memory(part)) || also(part) ? old : kept).push_back(part);
  for (Image& image : rewritten(old)) kept.push_back(folder ? TRY(folder->write(image)) : part_of(std::move(image)));
  if (folder) TRY(folder->replace(kept));
  join_small(kept);
  show(std::move(kept));
  return Done{};
}

Profiles::Profiles() : Profiles(std::make_unique<State>()) {}
Profiles::Profiles(std::unique_ptr<State> state) : state_(std::move(state)) {}
Profiles::Profiles(Profiles&&) noexcept = default;
Profiles& Profiles::operator=(Profiles&&) noexcept = default;
Profiles::~Profiles() = default;

Result<Profiles> Profiles::open(const std::filesystem::path& folder, const std::string& made_with) {
  auto state = std::make_unique<State>();
  Folder files = TRY(Folder::of(folder, made_with));
  auto opened = TRY(files.open());
  state->cut_off = opened.cut_off;
  state->show(std::move(opened.parts));
  // What the log says is applied as if it were put now, but is in the log already.
  for (Change& change : opened.changes) TRY(state->add(std::move(change)));
  TRY(state->commit());
  state->folder = std::move(files);
  return Profiles{std::move(state)};
}

Result<Profiles> Profiles::anew(const std::filesystem::path& folder, const std::string& made_with) {
  TRY(Folder::of(folder, made_with)).clear();
  return open(folder, made_with);
}

Result<Done> Profiles::put(const Profile& profile) {
  PackedProfile made = TRY(packed(profile));
  return state_->add({profile.id, std::move(made)});
}

Result<Done> Profiles::remove(std::uint64_t id) { return state_->add({id, std::nullopt}); }

Result<Done> Profiles::commit() { return state_->commit(); }

Result<Done> Profiles::compact() {
  TRY(state_->commit());
  return state_->rewrite(*state_->now(), holds_gone_or_little);
}

std::vector<FoundProfile> Profiles::search(const ProfileQuery& query, std::size_t top) const {
  const auto parts = state_->now();
  return skills::search(*parts, query, top);
}

std::size_t Profiles::size() const {
  std::size_t sum = 0;
  for (const Part& part : *state_->now()) sum += part.size;
  return sum;
}

std::size_t Profiles::bytes() const {
  std::size_t sum = 0;
  for (const Part& part : *state_->now()) sum += part.segment->bytes() + part.live->size() * sizeof(std::uint64_t);
  return sum;
}

std::size_t Profiles::cut_off() const { return state_->cut_off; }

}  // namespace collega::skills
