#pragma once

// Sealing: XChaCha20-Poly1305 under a key that is not in the database (libsodium). What is sealed belongs to its place,
// so that it cannot be moved to another row.
//
//   sealed  =  version (1 byte)  nonce (24)  ciphertext  tag (16)

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "collega/base/result.h"

namespace collega::store {

/// 32 secret bytes, wiped when they go.
struct Key {
  std::array<unsigned char, 32> bytes{};

  Key() = default;
  Key(const Key&) = default;
  Key& operator=(const Key&) = default;
  ~Key();
  static Key random();
  bool operator==(const Key&) const = default;
};

/// Where a sealed value stands: table and column, and the row's number.
struct SealedPlace {
  std::string_view column;  ///< "person.bsn"
  std::int64_t row = 0;
};

class Seal {
 public:
  Seal(const Key& seal, const Key& index) : seal_(seal), index_(index) {}

  [[nodiscard]] std::string close(std::string_view plain, const SealedPlace& place) const;
  /// Errors: store_broken with the column as place, when it was changed or stood elsewhere.
  [[nodiscard]] Result<std::string> open(std::string_view sealed, const SealedPlace& place) const;
  /// The same for the same value, and nothing else to be learnt from it: to find what is sealed. 64 hexadecimal digits.
  [[nodiscard]] std::string digest(std::string_view purpose, std::string_view value) const;

 private:
  Key seal_;
  Key index_;
};

/// Keyed BLAKE2b-256 of `message`, as 32 bytes.
[[nodiscard]] std::array<unsigned char, 32> keyed_digest(const Key& key, std::string_view message);

/// `plain` under `key`, belonging to `context`; and back (nothing when it does not fit).
[[nodiscard]] std::string wrap(std::string_view plain, const Key& key, std::string_view context);
[[nodiscard]] Result<std::string> unwrap(std::string_view wrapped, const Key& key, std::string_view context);

[[nodiscard]] std::string to_hex(std::string_view bytes);
[[nodiscard]] std::string random_bytes(std::size_t count);

}  // namespace collega::store
