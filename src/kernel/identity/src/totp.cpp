#include "collega/identity/totp.h"

#include "collega/store/seal.h"
#include "records.h"
#include "tokens.h"

namespace collega::identity {
namespace {

constexpr std::size_t kKeyBytes = 20;  // RFC 4226, section 4: 160 bits
constexpr int kRecoveryCodes = 10;
constexpr int kRecoveryGroups = 3;         // 75 bits
constexpr std::int64_t kStepsKept = 2880;  // a day of used steps: a clock set back by hours takes no code twice

store::SealedPlace place_of(AccountId account) { return {.column = "account_factor.sealed", .row = account.number}; }

/// The secret, when there is one; `confirmed` or not.
Result<std::optional<Secret>> key_of_factor(store::ReadTransaction& read, AccountId account, bool confirmed) {
  const std::string sql = std::string{"select sealed from account_factor where account = ? and confirmed_at is "} +
                          (confirmed ? "not null" : "null");
  const std::optional<std::string> sealed = TRY(read.first<std::string>(sql, account));
  if (!sealed) return std::optional<Secret>{};
  return std::optional<Secret>{Secret{TRY(read.seal().open(*sealed, place_of(account)))}};
}

/// As a part of a URI (RFC 3986, section 2).
std::string escaped(std::string_view text) {
  constexpr std::string_view kPlain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~@";
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    if (kPlain.find(c) != std::string_view::npos) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += {'%', kHex[byte >> 4], kHex[byte & 15]};
  }
  return out;
}

/// A code counts once, also when the clock is set back.
Result<bool> use_step(store::WriteTransaction& write, AccountId account, std::int64_t step, Moment now) {
  const std::int64_t present = totp_step(now);
  TRY(write.execute("delete from account_factor_use where account = ? and step < ?", account, present - kStepsKept));
  return TRY(write.execute(
             "insert into account_factor_use (account, step) values (?, ?) on conflict (account, step) do nothing",
             account, step)) > 0;
}

Result<bool> use_app_code(store::WriteTransaction& write, AccountId account, const Secret& key, std::string_view code,
                          Moment now) {
  const std::optional<std::int64_t> step = totp_match(key.view(), code, now);
  if (!step) return false;
  return use_step(write, account, *step, now);
}

Result<std::vector<Secret>> make_recovery_codes(store::WriteTransaction& write, AccountId account) {
  std::vector<Secret> codes;
  for (int i = 0; i < kRecoveryCodes; ++i) {
    codes.push_back(random_code(kRecoveryGroups));
    TRY(write.execute("insert into account_recovery (digest, account) values (?, ?)",
                      digest_of(write, Opens::recovery, codes.back().view()), account));
  }
  return codes;
}

}  // namespace

Result<Enrolment> enrol_second_factor(store::WriteTransaction& write, AccountId account, std::string_view issuer) {
  const AccountRow row = TRY(account_row(write, account));
  if (TRY(has_second_factor(write, account))) return Error{ErrorCode::second_factor_there};
  const Secret key{store::random_bytes(kKeyBytes)};
  TRY(remove_second_factor(write, account));
  const std::string sealed = write.seal().close(key.view(), place_of(account));
  TRY(write.execute("insert into account_factor (account, sealed) values (?, ?)", account, store::Blob{sealed}));
  Enrolment enrolment{.key_base32 = Secret{base32(key.view())}, .uri = {}};
  const std::string name = escaped(issuer);
  enrolment.uri = Secret{"otpauth://totp/" + name + ":" + escaped(row.login) +
                         "?secret=" + std::string{enrolment.key_base32.view()} + "&issuer=" + name +
                         "&algorithm=SHA1&digits=6&period=30"};
  return enrolment;
}

Result<std::vector<Secret>> confirm_second_factor(store::WriteTransaction& write, AccountId account,
                                                  std::string_view code, Moment now) {
  const std::optional<Secret> key = TRY(key_of_factor(write, account, false));
  if (!key || !TRY(use_app_code(write, account, *key, code, now))) return Error{ErrorCode::code_wrong};
  TRY(write.execute("update account_factor set confirmed_at = ? where account = ?", now, account));
  return make_recovery_codes(write, account);
}

Result<bool> has_second_factor(store::ReadTransaction& read, AccountId account) {
  return TRY(read.first<int>("select 1 from account_factor where account = ? and confirmed_at is not null", account))
      .has_value();
}

Result<bool> use_second_factor(store::WriteTransaction& write, AccountId account, std::string_view code, Moment now) {
  const std::optional<Secret> key = TRY(key_of_factor(write, account, true));
  if (!key) return false;
  if (TRY(use_app_code(write, account, *key, code, now))) return true;
  const Secret recovery = read_code(code);
  return TRY(write.execute("delete from account_recovery where digest = ? and account = ?",
                           digest_of(write, Opens::recovery, recovery.view()), account)) > 0;
}

Result<int> recovery_codes_left(store::ReadTransaction& read, AccountId account) {
  return TRY(read.first<int>("select count(*) from account_recovery where account = ?", account)).value_or(0);
}

Result<Done> remove_second_factor(store::WriteTransaction& write, AccountId account) {
  TRY(write.execute("delete from account_factor where account = ?", account));
  TRY(write.execute("delete from account_factor_use where account = ?", account));
  TRY(write.execute("delete from account_recovery where account = ?", account));
  return Done{};
}

}  // namespace collega::identity
