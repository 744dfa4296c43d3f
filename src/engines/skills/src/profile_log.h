#pragma once

// What was put and removed since the last segment was written: a frame a commit, each length, digest, changes. A crash
// can leave the last frame half written; then it never was.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "profile_segment.h"

namespace collega::skills {

/// None of the profile: it is removed.
struct Change {
  std::uint64_t id = 0;
  std::optional<PackedProfile> profile = {};
};

[[nodiscard]] std::string log_frame(const std::vector<Change>& changes);
/// A frame of this content, whatever it is.
[[nodiscard]] std::string framed(const std::string& content);

struct LogReading {
  std::vector<Change> changes;  ///< of all whole frames, in order
  std::size_t whole = 0;        ///< bytes of whole frames; what is behind them is to be cut off
};
/// None: a frame is damaged and not the last.
[[nodiscard]] std::optional<LogReading> read_log(std::string_view bytes);

}  // namespace collega::skills
