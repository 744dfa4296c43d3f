#include "collega/store/seal.h"

#include <sodium.h>

#include <stdexcept>

namespace collega::store {
namespace {

constexpr char kVersion = 1;
constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(crypto_aead_xchacha20poly1305_ietf_KEYBYTES == sizeof(Key::bytes));

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

std::string context_of(const SealedPlace& place) { return std::string{place.column} + ':' + std::to_string(place.row); }

}  // namespace

Key::~Key() { sodium_memzero(bytes.data(), bytes.size()); }

Key Key::random() {
  Key key;
  randombytes_buf(key.bytes.data(), key.bytes.size());
  return key;
}

std::string random_bytes(std::size_t count) {
  std::string bytes(count, '\0');
  randombytes_buf(bytes.data(), bytes.size());
  return bytes;
}

std::string to_hex(std::string_view bytes) {
  std::string text(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), bytes_of(bytes), bytes.size());
  text.pop_back();
  return text;
}

std::array<unsigned char, 32> keyed_digest(const Key& key, std::string_view message) {
  std::array<unsigned char, 32> digest{};
  crypto_generichash(digest.data(), digest.size(), bytes_of(message), message.size(), key.bytes.data(),
                     key.bytes.size());
  return digest;
}

std::string wrap(std::string_view plain, const Key& key, std::string_view context) {
  std::string sealed = kVersion + random_bytes(kNonce);
  sealed.resize(1 + kNonce + plain.size() + kTag);
  unsigned char* start = bytes_of(sealed);
  crypto_aead_xchacha20poly1305_ietf_encrypt(start + 1 + kNonce, nullptr, bytes_of(plain), plain.size(),
                                             bytes_of(context), context.size(), nullptr, start + 1, key.bytes.data());
  return sealed;
}

Result<std::string> unwrap(std::string_view wrapped, const Key& key, std::string_view context) {
  if (wrapped.size() < 1 + kNonce + kTag || wrapped.front() != kVersion) return Error{ErrorCode::store_broken};
  const std::string_view nonce = wrapped.substr(1, kNonce);
  const std::string_view cipher = wrapped.substr(1 + kNonce);
  std::string plain(cipher.size() - kTag, '\0');
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(bytes_of(plain), nullptr, nullptr, bytes_of(cipher), cipher.size(),
                                                 bytes_of(context), context.size(), bytes_of(nonce),
                                                 key.bytes.data()) != 0) {
    return Error{ErrorCode::store_broken};
  }
  return plain;
}

std::string Seal::close(std::string_view plain, const SealedPlace& place) const {
  return wrap(plain, seal_, context_of(place));
}

Result<std::string> Seal::open(std::string_view sealed, const SealedPlace& place) const {
  Result<std::string> plain = unwrap(sealed, seal_, context_of(place));
  if (!plain) return Error{ErrorCode::store_broken, std::string{place.column}};
  return plain;
}

std::string Seal::digest(std::string_view purpose, std::string_view value) const {
  const std::string message = std::string{purpose} + '\0' + std::string{value};
  const auto digest = keyed_digest(index_, message);
  return to_hex({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

}  // namespace collega::store
