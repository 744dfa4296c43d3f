#include "charset.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "collega/base/utf8.h"

namespace collega::documents {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kUtf16LittleMark = "\xFF\xFE";
constexpr std::string_view kUtf16BigMark = "\xFE\xFF";

// In UTF-16 of a western text nearly every second byte is zero; a third is well clear of any other text.
constexpr std::size_t kProbeBytes = 4096;

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

std::string_view utf16_without_mark(std::string_view bytes) {
  const std::string_view probe = bytes.substr(0, kProbeBytes);
  std::size_t zeros[2] = {0, 0};
  for (std::size_t i = 0; i < probe.size(); ++i) zeros[i % 2] += probe[i] == '\0' ? 1 : 0;
  const std::size_t third = probe.size() / 2 / 3;
  if (probe.size() < 4 || std::max(zeros[0], zeros[1]) <= third) return {};
  return zeros[1] > zeros[0] ? "utf-16le" : "utf-16be";
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

std::string decode_unknown(std::string_view bytes) {
  if (bytes.starts_with(kUtf8Mark)) return repair_utf8(bytes.substr(kUtf8Mark.size()));
  if (bytes.starts_with(kUtf16LittleMark)) return decode(bytes.substr(2), "utf-16le");
  if (bytes.starts_with(kUtf16BigMark)) return decode(bytes.substr(2), "utf-16be");
  if (const std::string_view utf16 = utf16_without_mark(bytes); !utf16.empty())
    return decode(bytes, std::string{utf16});
  if (is_valid_utf8(bytes)) return std::string{bytes};
  return decode(bytes, "windows-1252");
}

}  // namespace collega::documents
