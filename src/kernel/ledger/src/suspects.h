#pragma once

// Places where a chain does not hold. What became of each is judged when all are known, because an entry that fits
// nowhere may belong where another lacks.

#include <string>
#include <vector>

#include "chain.h"
#include "findings.h"

namespace collega::ledger {

/// An entry out of its row.
struct HeldEntry {
  explicit HeldEntry(const EntryView& view, std::string_view its_mac);
  [[nodiscard]] EntryView view() const;
  /// As if it stood there.
  [[nodiscard]] EntryView view_at(std::string_view other_writer, std::int64_t other_seq) const;

  std::string writer;
  std::int64_t seq;
  std::int64_t at;
  std::string kind;
  std::string actor;
  std::string operation;
  std::string about;
  std::string details;
  std::string mac;
};

/// Every text of the entry is what may stand there, so that the line which the mac covers reads in one way only; and
/// its mac follows from `previous`.
[[nodiscard]] bool holds(const Keys& keys, std::string_view previous, const EntryView& entry, std::string_view mac,
                         std::string& buffer);

class Suspects {
 public:
  Suspects(const Keys& keys, Findings& findings) : keys_(keys), findings_(findings) {}

  /// An entry whose mac does not follow from the mac of the entry before it.
  void add_broken(const EntryView& entry, std::string_view mac, std::string_view previous);
  /// Entries `first` to `last` are not there; `previous` is the mac before them.
  void add_gap(std::string_view writer, std::int64_t first, std::int64_t last, std::string_view previous);
  /// Judges all that were added.
  void report();
  [[nodiscard]] std::size_t broken() const { return broken_; }

 private:
  struct Place {
    std::string writer;
    std::int64_t seq = 0;
    std::int64_t last = 0;  // of a gap
    std::string previous;   // the mac before it, as its row has it
    int entry = -1;         // among entries_; -1 for a gap
    int belongs = -1;       // the entry that belongs here and stands elsewhere
    bool is_whole = false;  // only the mac of the row before it was changed, or that row is another's
    bool only_mac = false;  // the entry is as it was written, but for its mac
  };
  void judge(std::size_t index);
  [[nodiscard]] std::string true_previous(std::size_t index) const;
  [[nodiscard]] int find_entry_for(const Place& place, std::string_view previous);
  [[nodiscard]] bool next_fits_on(std::size_t index, std::string_view mac);
  void report_place(const Place& place);
  void report_broken(const Place& place);

  const Keys& keys_;
  Findings& findings_;
  std::vector<HeldEntry> entries_;
  std::vector<int> moved_to_;           // for each entry the place where it belongs
  std::vector<Place> places_;           // by writer and number
  std::vector<std::string> true_macs_;  // of each place's (last) entry, as far as it is known; else what its row has
  std::string buffer_;
  std::size_t broken_ = 0;
};

}  // namespace collega::ledger
