#pragma once

// Reads, recorded many to a commit: a page of names does not wait for the disk. What is lost when the process is killed
// is what was recorded less than one interval ago; decisions and acts do not go this way.

#include <chrono>
#include <functional>
#include <memory>

#include "collega/ledger/ledger.h"

namespace collega::ledger {

struct RecorderSettings {
  std::chrono::milliseconds every{50};  ///< a group is written this long after its first entry
  std::size_t group = 1'000;            ///< entries to a commit, so that other writers get their turn
  std::size_t most_waiting = 20'000;    ///< some 10 MB; then record() waits
  /// Told at the end, when entries could not be written and go with the process.
  std::function<void(const Error& why, std::size_t entries)> lost = {};
};

/// May be used from several threads. The store must outlive it.
class ReadRecorder {
 public:
  ReadRecorder(store::Store& store, std::string writer, RecorderSettings settings = {});
  /// Writes the rest, as flush() does.
  ~ReadRecorder();
  ReadRecorder(const ReadRecorder&) = delete;
  ReadRecorder& operator=(const ReadRecorder&) = delete;

  /// Takes the entry to be written soon. Waits while the queue is full: who reads may be slowed down, never unrecorded.
  /// On an error the entry was not taken, and what was asked must not be shown. Errors: wrong_type as append() does;
  /// otherwise why the last group could not be written. That group is kept and tried again, and once it is written all
  /// goes on. (When PostgreSQL goes away during a commit, nobody knows whether it was: then a group may stand there
  /// twice.)
  Result<Done> record(const Entry& entry, Moment now);

  /// Returns when all that was taken before is on disk, or with why it is not.
  Result<Done> flush();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace collega::ledger
