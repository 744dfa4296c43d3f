#include "charset.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "collega/base/utf8.h"

namespace collega::documents {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kReplacement = "\uFFFD";
constexpr std::string_view kUtf16LittleMark = "\xFF\xFE";
constexpr std::string_view kUtf16BigMark = "\xFE\xFF";

// In UTF-16 of a western text nearly every second byte is zero; a third is well clear of any other text.
constexpr std::size_t kProbeBytes = 4096;

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

// Its name, or nothing when it is none.
const char* utf16_without_mark(std::string_view bytes) {
  const std::string_view probe = bytes.substr(0, kProbeBytes);
  std::size_t zeros[2] = {0, 0};
  for (std::size_t i = 0; i < probe.size(); ++i) zeros[i % 2] += probe[i] == '\0' ? 1 : 0;
  const std::size_t third = probe.size() / 2 / 3;
  if (probe.size() < 4 || std::max(zeros[0], zeros[1]) <= third) return nullptr;
  return zeros[1] > zeros[0] ? "utf-16le" : "utf-16be";
}

/// UTF-8 with a broken letter here and there: in any other set letters outside ASCII hardly ever stand as UTF-8 would
/// write them, so that whichever is more is what it was meant to be.
bool is_meant_as_utf8(std::string_view bytes) {
  const std::string repaired = repair_utf8(bytes);
  std::size_t broken = 0;
  for (std::size_t at = repaired.find(kReplacement); at != std::string::npos; at = repaired.find(kReplacement, at + 1))
    ++broken;
  const auto starts_letter = [](char c) { return static_cast<unsigned char>(c) >= 0xC0; };
  const auto letters = static_cast<std::size_t>(std::ranges::count_if(repaired, starts_letter));
  return letters - broken > broken;
}

}  // namespace

std::string decode(std::string_view bytes, const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UConverter, CloseConverter> converter{ucnv_open(name.c_str(), &status)};
  if (U_FAILURE(status)) {
    status = U_ZERO_ERROR;
    converter.reset(ucnv_open("windows-1252", &status));
  }
  if (U_FAILURE(status)) return repair_utf8(bytes);
  const icu::UnicodeString text{bytes.data(), static_cast<int32_t>(bytes.size()), converter.get(), status};
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

Encoding encoding_of(std::string_view bytes) {
  if (bytes.starts_with(kUtf8Mark)) return {"utf-8", kUtf8Mark.size()};
  if (bytes.starts_with(kUtf16LittleMark)) return {"utf-16le", kUtf16LittleMark.size()};
  if (bytes.starts_with(kUtf16BigMark)) return {"utf-16be", kUtf16BigMark.size()};
  if (const char* utf16 = utf16_without_mark(bytes)) return {utf16, 0};
  return {is_valid_utf8(bytes) || is_meant_as_utf8(bytes) ? "utf-8" : "windows-1252", 0};
}

std::string decode_unknown(std::string_view bytes) {
  const Encoding encoding = encoding_of(bytes);
  bytes.remove_prefix(encoding.mark_bytes);
  if (std::string_view{encoding.name} != "utf-8") return decode(bytes, encoding.name);
  return is_valid_utf8(bytes) ? std::string{bytes} : repair_utf8(bytes);
}

}  // namespace collega::documents
