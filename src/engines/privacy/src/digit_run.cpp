#include "digit_run.h"

#include <algorithm>

#include "letters.h"

namespace collega::privacy {
namespace {

constexpr std::string_view kMarks = " -.()/";
/// "06 - 12", ") 12": more marks than this between two groups make two numbers of them.
constexpr std::size_t kMarksBetween = 3;

/// The marks from `at` on that lead to another digit: how many bytes, and the strongest of them; 0 bytes when none
/// does.
std::pair<std::size_t, char> marks_at(std::string_view text, std::size_t at) {
  char strongest = ' ';
  std::size_t size = 0, marks = 0;
  while (at + size < text.size() && marks <= kMarksBetween) {
    const char byte = text[at + size];
    if (is_digit(byte)) return {size, strongest};
    if (byte == '\'' && size > 0) {
      size += 1;  // "3-11-'95"
    } else if (kMarks.find(byte) != std::string_view::npos) {
      if (byte != ' ') strongest = byte;
      size += 1;
    } else if (text.substr(at + size, 2) == "\xC2\xA0") {
      size += 2;
    } else if (text.substr(at + size, 3) == "\xE2\x80\x91" || text.substr(at + size, 3) == "\xE2\x80\x93" ||
               text.substr(at + size, 3) == "\xE2\x80\x90") {
      strongest = '-';  // a hyphen or dash of print
      size += 3;
    } else {
      break;
    }
    ++marks;
  }
  return {0, 0};
}

}  // namespace

DigitRun digit_run(std::string_view text, std::size_t begin) {
  DigitRun run;
  std::size_t at = begin;
  char mark = 0;
  while (run.count < DigitRun::kMost) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end]) && end - at < 255) ++end;
    if (end < text.size() && is_digit(text[end])) return run;
    run.groups[run.count++] = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end), mark,
                               static_cast<std::uint8_t>(end - at)};
    const auto [size, strongest] = marks_at(text, end);
    if (size == 0) break;
    mark = strongest;
    at = end + size;
  }
  // Letters that follow at once make a code of the last group, not a number.
  if (run.count > 0) {
    const std::size_t end = run.groups[run.count - 1].end;
    const bool extension = end + 1 < text.size() && text[end] == 'x' && is_digit(text[end + 1]);  // 555-123-4567x12
    if (end < text.size() && letter_at(text, end).word && !extension) --run.count;
  }
  return run;
}

DigitRun::Digits DigitRun::digits(std::string_view text, std::size_t from, std::size_t n) const {
  Digits out;
  for (std::size_t i = from; i < std::min(from + n, count); ++i)
    for (std::size_t at = groups[i].begin; at < groups[i].end && out.size < out.bytes.size(); ++at)
      out.bytes[out.size++] = text[at];
  return out;
}

}  // namespace collega::privacy
