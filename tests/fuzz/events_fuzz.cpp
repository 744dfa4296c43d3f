// Server-sent events from any bytes: what is taken is the same wherever the bytes were cut, and bounded. The first byte
// says where.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "collega/models/events.h"

namespace {

constexpr std::size_t kMost = 256;

struct Taken {
  std::vector<std::string> events;
  bool is_whole = true;

  explicit Taken(std::string_view bytes, std::size_t size) {
    collega::models::Events reader{kMost};
    for (std::size_t at = 0; at < bytes.size() && is_whole; at += size) {
      is_whole = reader.feed(bytes.substr(at, size), [this](std::string_view data) {
        if (data.size() > kMost) std::abort();
        events.emplace_back(data);
        return true;
      }) == collega::models::Events::Fed::more;
    }
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes{reinterpret_cast<const char*>(data) + 1, size - 1};
  const Taken at_once{bytes, bytes.size() + 1};
  const Taken in_pieces{bytes, data[0] % 7U + 1U};
  if (at_once.is_whole && in_pieces.is_whole && at_once.events != in_pieces.events) std::abort();
  return 0;
}
