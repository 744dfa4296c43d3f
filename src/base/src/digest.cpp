#include "collega/base/digest.h"

#include <sodium.h>

namespace collega {

struct Digest::State {
  crypto_hash_sha256_state sodium;
};

Digest::Digest() : state_(std::make_unique<State>()) { crypto_hash_sha256_init(&state_->sodium); }
Digest::~Digest() = default;

void Digest::add(std::string_view piece) {
  const std::string length = std::to_string(piece.size()) + ":";
  crypto_hash_sha256_update(&state_->sodium, reinterpret_cast<const unsigned char*>(length.data()), length.size());
  crypto_hash_sha256_update(&state_->sodium, reinterpret_cast<const unsigned char*>(piece.data()), piece.size());
}

std::string Digest::hex() {
  unsigned char bytes[crypto_hash_sha256_BYTES];
  crypto_hash_sha256_final(&state_->sodium, bytes);
  char text[sizeof bytes * 2 + 1];
  sodium_bin2hex(text, sizeof text, bytes, sizeof bytes);
  return text;
}

}  // namespace collega
