#include "suspects.h"

#include <algorithm>

#include "words.h"

namespace collega::ledger {
namespace {

// Each is compared with each other: 200 cost 40,000 macs, 20 ms. Nobody moves more entries than that by hand, and
// beyond it they are reported as rewritten.
constexpr std::size_t kMostSuspects = 200;

std::string place_text(std::string_view writer, std::int64_t seq) {
  return std::string{writer} + ' ' + std::to_string(seq);
}

/// What follows directly has nothing left to be held against.
std::string gone_up_to(std::int64_t last) {
  return "gone, up to and including " + std::to_string(last) + "; of the entry behind it only the place is sure";
}

bool is_list_of_digests(std::string_view about) {
  return std::ranges::all_of(about, [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || c == '"' || c == ',' || c == '[' || c == ']';
  });
}

}  // namespace

HeldEntry::HeldEntry(const EntryView& view, std::string_view its_mac)
    : writer(view.writer),
      seq(view.seq),
      at(view.at),
      kind(view.kind),
      actor(view.actor),
      operation(view.operation),
      about(view.about),
      details(view.details),
      mac(its_mac) {}

EntryView HeldEntry::view() const { return view_at(writer, seq); }

EntryView HeldEntry::view_at(std::string_view other_writer, std::int64_t other_seq) const {
  return {.writer = other_writer,
          .seq = other_seq,
          .at = at,
          .kind = kind,
          .actor = actor,
          .operation = operation,
          .about = about,
          .details = details};
}

bool holds(const Keys& keys, std::string_view previous, const EntryView& entry, std::string_view mac,
           std::string& buffer) {
  return is_word(entry.writer) && is_word(entry.kind) && is_actor(entry.actor) && is_word(entry.operation) &&
         is_list_of_digests(entry.about) && mac == bytes_of(mac_of(keys, previous, entry, buffer));
}

void Suspects::add_broken(const EntryView& entry, std::string_view mac, std::string_view previous) {
  ++broken_;
  if (places_.size() >= kMostSuspects) {
    findings_.add(
        {Fault::rewritten, std::string{entry.writer}, entry.seq, "the entry or its mac is not what was written"});
    return;
  }
  entries_.emplace_back(entry, mac);
  moved_to_.push_back(-1);
  places_.push_back({.writer = std::string{entry.writer},
                     .seq = entry.seq,
                     .last = entry.seq,
                     .previous = std::string{previous},
                     .entry = static_cast<int>(entries_.size()) - 1});
}

void Suspects::add_gap(std::string_view writer, std::int64_t first, std::int64_t last, std::string_view previous) {
  if (places_.size() >= kMostSuspects) {
    findings_.add({Fault::missing, std::string{writer}, first, gone_up_to(last)});
    return;
  }
  places_.push_back({.writer = std::string{writer}, .seq = first, .last = last, .previous = std::string{previous}});
}

void Suspects::report() {
  true_macs_.assign(places_.size(), {});
  for (std::size_t i = 0; i < places_.size(); ++i) judge(i);
  for (const Place& place : places_) report_place(place);
  places_.clear();
  entries_.clear();
  moved_to_.clear();
}

std::string Suspects::true_previous(std::size_t index) const {
  const Place& place = places_[index];
  if (index == 0) return place.previous;
  const Place& before = places_[index - 1];
  const bool follows = before.writer == place.writer && before.last + 1 == place.seq;
  return follows && !true_macs_[index - 1].empty() ? true_macs_[index - 1] : place.previous;
}

int Suspects::find_entry_for(const Place& place, std::string_view previous) {
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (moved_to_[i] < 0 && static_cast<int>(i) != place.entry &&
        holds(keys_, previous, entries_[i].view_at(place.writer, place.seq), entries_[i].mac, buffer_)) {
      return static_cast<int>(i);
    }
  }
  return -1;
}

bool Suspects::next_fits_on(std::size_t index, std::string_view mac) {
  if (index + 1 >= places_.size()) return false;
  const Place& place = places_[index];
  const Place& next = places_[index + 1];
  if (next.entry < 0 || next.writer != place.writer || next.seq != place.last + 1) return false;
  const HeldEntry& entry = entries_[static_cast<std::size_t>(next.entry)];
  return holds(keys_, mac, entry.view(), entry.mac, buffer_);
}

void Suspects::judge(std::size_t index) {
  Place& place = places_[index];
  const std::string previous = true_previous(index);
  const HeldEntry* own = place.entry < 0 ? nullptr : &entries_[static_cast<std::size_t>(place.entry)];
  if (own && holds(keys_, previous, own->view(), own->mac, buffer_)) {
    place.is_whole = true;
    return;
  }
  place.belongs = find_entry_for(place, previous);
  if (place.belongs >= 0) {
    const auto found = static_cast<std::size_t>(place.belongs);
    moved_to_[found] = static_cast<int>(index);
    if (place.seq == place.last) true_macs_[index] = entries_[found].mac;
    return;
  }
  if (!own) return;
  const Mac should_be = mac_of(keys_, previous, own->view(), buffer_);
  if (next_fits_on(index, bytes_of(should_be))) {
    place.only_mac = true;
    true_macs_[index] = bytes_of(should_be);
  }
}

void Suspects::report_place(const Place& place) {
  if (place.is_whole) return;
  if (place.belongs >= 0) {
    const HeldEntry& stands = entries_[static_cast<std::size_t>(place.belongs)];
    findings_.add(
        {Fault::reordered, place.writer, place.seq, "its entry stands at " + place_text(stands.writer, stands.seq)});
  } else if (place.entry < 0) {
    findings_.add({Fault::missing, place.writer, place.seq, gone_up_to(place.last)});
  } else {
    report_broken(place);
  }
  if (place.belongs >= 0 && place.last > place.seq) {
    findings_.add({Fault::missing, place.writer, place.seq + 1, gone_up_to(place.last)});
  }
}

void Suspects::report_broken(const Place& place) {
  const int target = moved_to_[static_cast<std::size_t>(place.entry)];
  if (target >= 0) {
    const Place& home = places_[static_cast<std::size_t>(target)];
    findings_.add({Fault::reordered, place.writer, place.seq,
                   "what stands here belongs at " + place_text(home.writer, home.seq)});
  } else {
    findings_.add({Fault::rewritten, place.writer, place.seq,
                   place.only_mac ? "its mac is not what was written" : "the entry is not what was written"});
  }
}

}  // namespace collega::ledger
