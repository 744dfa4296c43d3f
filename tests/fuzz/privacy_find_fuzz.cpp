// Whatever the bytes, the shield ends, and what it finds lies inside the text, on borders of code points, is not empty,
// comes after what was found before it, and has a reason. The first byte says which own people are known.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "collega/base/utf8.h"
#include "collega/privacy/find.h"

namespace {

using namespace collega;

void require(bool holds) {
  if (!holds) std::abort();
}

bool starts_character(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  static const privacy::KnownPeople staff{
      std::vector<std::string>{"Anna de Wit", "Floor van der Kwast", "X. Okkema-Breur", "Jan"}};
  const std::string text = repair_utf8({reinterpret_cast<const char*>(data) + 1, size - 1});
  std::size_t passed = 0;
  for (const privacy::Finding& finding : privacy::find(text, {std::nullopt, data[0] % 2 == 0 ? nullptr : &staff})) {
    const Span span = finding.span;
    require(passed <= span.begin && span.begin < span.end && span.end <= text.size());
    require(starts_character(text, span.begin) && starts_character(text, span.end));
    require(finding.score > 0 && finding.score <= 1);
    require(!privacy::reason_of(finding, Language::nl).empty() && !privacy::reason_of(finding, Language::en).empty());
    passed = span.end;
  }
  return 0;
}
