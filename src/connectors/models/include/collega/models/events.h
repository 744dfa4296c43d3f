#pragma once

// Server-sent events (WHATWG HTML, 9.2.6): lines of fields, an empty line ends an event. Only the data counts here.

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace collega::models {

/// Takes bytes in any pieces; holds at most one event of `most` bytes.
class Events {
 public:
  explicit Events(std::size_t most) : most_(most) {}

  enum class Fed { more, enough, too_large };
  /// Hands the data of each whole event to `take`, in order, until that returns false.
  [[nodiscard]] Fed feed(std::string_view bytes, const std::function<bool(std::string_view data)>& take);

 private:
  [[nodiscard]] bool end_line(const std::function<bool(std::string_view)>& take);
  std::size_t most_;
  std::string line_;
  std::string data_;
  bool has_data_ = false;
  bool is_after_return_ = false;  ///< a line feed now belongs to the line end before it
  bool is_begun_ = false;         ///< a byte order mark would no longer be one
};

}  // namespace collega::models
