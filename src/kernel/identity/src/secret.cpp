#include "collega/identity/secret.h"

#include <sodium.h>

#include <utility>

namespace collega::identity {

Secret::Secret(Secret&& other) noexcept : text_(std::move(other.text_)) { other.wipe(); }

Secret& Secret::operator=(Secret&& other) noexcept {
  if (this == &other) return *this;
  wipe();
  text_ = std::move(other.text_);
  other.wipe();
  return *this;
}

void Secret::wipe() noexcept {
  text_.resize(text_.capacity());  // a short text that moved away is still within the string itself
  sodium_memzero(text_.data(), text_.size());
  text_.clear();
}

bool same_secret(std::string_view a, std::string_view b) {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace collega::identity
