// Two turns of a conversation from any bytes: what was hidden comes back to the letter, and an answer that comes in
// pieces gives what the whole gives, wherever it is cut. The first two bytes say where; a byte 0 parts the turns.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "collega/base/utf8.h"
#include "collega/privacy/pseudonyms.h"

namespace {

using namespace collega;

void require(bool holds) {
  if (!holds) std::abort();
}

/// Pieces of `first` to `first` + `step` bytes, cut between code points.
std::string streamed(std::string_view answer, const privacy::Vault& vault, std::size_t first, std::size_t step) {
  privacy::StreamRestorer restorer(vault);
  std::string out;
  std::size_t size = first;
  for (std::size_t at = 0; at < answer.size();) {
    std::size_t end = std::min(at + size, answer.size());
    while (end < answer.size() && (static_cast<unsigned char>(answer[end]) & 0xC0) == 0x80) ++end;
    out += restorer.take(answer.substr(at, end - at));
    at = end;
    size = size >= first + step ? first : size + 1;
  }
  return out + restorer.finish();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace std::chrono_literals;
  if (size < 2) return 0;
  const std::string_view bytes{reinterpret_cast<const char*>(data) + 2, size - 2};
  const std::size_t parted = bytes.find('\0');
  const std::string turns[] = {repair_utf8(bytes.substr(0, parted)),
                               parted == std::string_view::npos ? "" : repair_utf8(bytes.substr(parted + 1))};
  privacy::Vault vault;
  for (const std::string& text : turns) vault.keep_clear_of(text);
  for (const std::string& text : turns) {
    const auto hidden =
        privacy::pseudonymise(text, privacy::find(text), privacy::Policy{}, vault, Date{2026y / 11 / 23});
    require(hidden.ok() && privacy::restore(hidden.value()) == text);
    for (const std::string& answer : {hidden.value().text, text})
      require(streamed(answer, vault, data[0] % 9U + 1U, data[1] % 5U) == privacy::restore(answer, vault));
  }
  return 0;
}
