#pragma once

// Can a person see these letters? Shared by the formats that know of colour and size.

#include <optional>
#include <string>
#include <string_view>

namespace collega::documents {

class DocumentBuilder;

struct Colour {
  int red = 0;
  int green = 0;
  int blue = 0;

  bool operator==(const Colour&) const = default;
};

inline constexpr Colour kWhite{255, 255, 255};
inline constexpr Colour kBlack{0, 0, 0};

/// Letters below this size cannot be read on paper: footnotes and small print stand at 6 points and more.
inline constexpr double kSmallestReadablePoints = 4.0;

/// "FFFFFF", "#ffffff" or "#fff"; nothing for anything else ("auto").
[[nodiscard]] std::optional<Colour> colour_of_hex(std::string_view hex);

/// Whether letters of this colour vanish on this background.
///
/// By the contrast ratio of WCAG 2.1 (relative luminance), which runs from 1 to 21. Readable light grey on white starts
/// at about 1.5; white on F2F2F2, the palest grey that office programs offer, has 1.12.
[[nodiscard]] bool vanishes(Colour letters, Colour background);

/// What the letters of a document were left out for.
enum class Sight { visible, hidden, tiny };

/// Keeps the letters that are left out, and tells of them once at the end.
class LeftOut {
 public:
  void keep(Sight why, std::string_view text);
  /// Between two pieces that do not follow each other.
  void gap();
  void tell(DocumentBuilder& builder) const;

 private:
  std::string hidden_;
  std::string tiny_;
};

}  // namespace collega::documents
