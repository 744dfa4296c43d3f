#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace collega::skills {

/// FNV-1a by words of eight bytes: tells bytes that were cut off or changed by accident from those that were not.
[[nodiscard]] inline std::uint64_t digest(std::string_view bytes) {
  std::uint64_t sum = 14695981039346656037ull;
  const auto add = [&](std::uint64_t word) { sum = (sum ^ word) * 1099511628211ull; };
  for (; bytes.size() >= 8; bytes.remove_prefix(8)) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data(), 8);
    add(word);
  }
  for (const char byte : bytes) add(static_cast<unsigned char>(byte));
  return sum;
}

}  // namespace collega::skills
