#include "tag.h"

#include "collega/base/digest.h"

namespace collega::http {

std::string tag_of(std::string_view bytes) {
  constexpr std::size_t kDigits = 32;  // 128 bits: no two are the same by chance
  Digest digest;
  digest.add(bytes);
  return digest.hex().substr(0, kDigits);
}

}  // namespace collega::http
