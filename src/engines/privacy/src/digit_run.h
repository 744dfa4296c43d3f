#pragma once

// Digits with marks between them, as people write numbers: "06 - 1234 56 78", "(020) 123 45 67", "1234.56.789".

#include <array>
#include <cstdint>
#include <string_view>

namespace collega::privacy {

/// The groups of digits from `begin` on. A run ends at anything but a digit and a few marks, and at a line break.
struct DigitRun {
  struct Group {
    std::uint32_t begin = 0, end = 0;  ///< bytes of the text
    char mark = 0;                     ///< before it: ' ', '-', '.', '/', ')' ..., the strongest when there are several
    std::uint8_t digits = 0;
  };
  static constexpr std::size_t kMost = 12;
  std::array<Group, kMost> groups{};
  std::size_t count = 0;

  /// Digits of groups [from, from + n), at most 32.
  struct Digits {
    std::array<char, 32> bytes{};
    std::size_t size = 0;
    [[nodiscard]] std::string_view view() const { return {bytes.data(), size}; }
  };
  [[nodiscard]] Digits digits(std::string_view text, std::size_t from, std::size_t n) const;
};

[[nodiscard]] DigitRun digit_run(std::string_view text, std::size_t begin);

}  // namespace collega::privacy
