#include "collega/identity/passwords.h"

#include <sodium.h>

#include <new>

#include "collega/base/utf8.h"

namespace collega::identity {

class PasswordHasher {
 public:
  static HashedPassword hash(std::string_view password, Cost cost) {
    std::string text(crypto_pwhash_STRBYTES, '\0');
    if (crypto_pwhash_str(text.data(), password.data(), password.size(), cost.passes, cost.memory) != 0) {
      throw std::bad_alloc{};  // its only way to fail
    }
    text.resize(text.find('\0'));
    return HashedPassword{std::move(text)};
  }
};

namespace {

/// More than any password of kLongestPassword characters can take, so that nobody makes us normalise a megabyte.
constexpr std::size_t kMostBytes = kLongestPassword * 4 * 4;

/// What both choosing and checking hash: the same keys give the same bytes on every keyboard and system.
Secret normalised(std::string_view password) { return Secret{normalise(password)}; }

bool is_readable(std::string_view password) { return password.size() <= kMostBytes && is_valid_utf8(password); }

bool is_of_cost(const std::string& hash, Cost cost) {
  return crypto_pwhash_str_needs_rehash(hash.c_str(), cost.passes, cost.memory) == 0;
}

}  // namespace

Result<HashedPassword> accept_password(std::string_view password, const PasswordContext& context, Cost cost) {
  if (password.size() > kMostBytes) return Error{ErrorCode::password_too_long};
  if (!is_valid_utf8(password)) return Error{ErrorCode::bad_utf8};
  const Secret plain = normalised(password);
  const std::size_t length = count_code_points(plain.view());
  if (length < kShortestPassword) return Error{ErrorCode::password_too_short};
  if (length > kLongestPassword) return Error{ErrorCode::password_too_long};
  if (is_guessable(plain.view(), context)) return Error{ErrorCode::password_guessable};
  return PasswordHasher::hash(plain.view(), cost);
}

PasswordCheck check_password(std::string_view password, const std::optional<std::string>& hash, Cost cost) {
  const Secret plain = is_readable(password) ? normalised(password) : Secret{};
  if (!hash || plain.empty()) {
    (void)PasswordHasher::hash(plain.view(), cost);  // takes the time that a check takes
    return {};
  }
  if (crypto_pwhash_str_verify(hash->c_str(), plain.view().data(), plain.view().size()) != 0) return {};
  if (is_of_cost(*hash, cost)) return {.fits = true, .renewed = {}};
  return {.fits = true, .renewed = PasswordHasher::hash(plain.view(), cost)};
}

}  // namespace collega::identity
