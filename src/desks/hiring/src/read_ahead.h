#pragma once

// Files read ahead of whoever takes them, two groups at a time.

#include <array>
#include <atomic>
#include <future>
#include <semaphore>
#include <string>
#include <thread>
#include <vector>

#include "candidates.h"

namespace collega::hiring {

struct ReadFile {
  std::string path;
  Result<NewPaper> paper;
};

/// Each reader has a thread for as long as it lasts: the process that parses for it ends with the thread that began it.
class ReadAhead {
 public:
  explicit ReadAhead(const std::vector<std::vector<std::string>>& groups);
  ~ReadAhead();
  ReadAhead(const ReadAhead&) = delete;
  ReadAhead& operator=(const ReadAhead&) = delete;

  /// The next group, in their order; waits until it was read. Not after the last.
  [[nodiscard]] std::vector<ReadFile> next();

 private:
  static constexpr std::size_t kReaders = 2;
  void read_every_other(std::size_t first);

  const std::vector<std::vector<std::string>>& groups_;
  std::vector<std::promise<std::vector<ReadFile>>> read_;
  std::size_t taken_ = 0;
  std::atomic<bool> ending_ = false;
  std::array<std::counting_semaphore<>, kReaders> room_{std::counting_semaphore<>{2}, std::counting_semaphore<>{2}};
  std::array<std::thread, kReaders> threads_;
};

}  // namespace collega::hiring
