#pragma once

// What /metrics tells, in the text format of Prometheus. No label holds anything of a person.

#include <array>
#include <atomic>
#include <chrono>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "collega/operations/office.h"

namespace collega::http {

/// What there is now. Counted by the thread that serves, read by any.
struct Gauges {
  std::atomic<std::size_t> connections = 0;
  std::atomic<std::size_t> waiting = 0;          ///< for a worker
  std::atomic<std::size_t> bytes_of_bodies = 0;  ///< held while they arrive
  std::atomic<std::uint64_t> connections_ever = 0;
  std::atomic<std::uint64_t> connections_refused = 0;
};

/// May be used from several threads.
class Figures {
 public:
  /// `what`: an operation's name, or the pattern of a route; it must outlive the figures.
  void count(std::string_view what, unsigned status, std::chrono::nanoseconds took, std::uint64_t bytes);
  [[nodiscard]] std::string text(const Gauges& gauges, const operations::Health& health) const;

 private:
  /// Seconds: from what nobody notices to what somebody gives up on.
  static constexpr std::array<double, 12> kBounds = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                                     0.1,   0.25,   0.5,   1,    2.5,   10};

  struct Row {
    std::map<unsigned, std::uint64_t> by_status;
    std::array<std::uint64_t, kBounds.size() + 1> by_time{};
    double seconds = 0;
    std::uint64_t bytes = 0;
  };
  static void write_times(std::string& out, std::string_view what, const Row& row);

  mutable std::mutex mutex_;
  std::unordered_map<std::string_view, Row> rows_;
};

}  // namespace collega::http
