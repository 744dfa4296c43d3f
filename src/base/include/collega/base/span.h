#pragma once

// A piece of a text. Inside the program offsets are bytes of UTF-8; on the wire they are code points (utf8.h converts).

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace collega {

/// Bytes [begin, end) of a text.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] constexpr std::size_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return end <= begin; }
  [[nodiscard]] constexpr bool contains(std::size_t offset) const { return begin <= offset && offset < end; }
  [[nodiscard]] constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  [[nodiscard]] constexpr std::string_view of(std::string_view text) const { return text.substr(begin, size()); }

  auto operator<=>(const Span&) const = default;
};

}  // namespace collega
