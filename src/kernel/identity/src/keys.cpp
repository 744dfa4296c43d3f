#include "collega/identity/keys.h"

#include <algorithm>

#include "records.h"
#include "tokens.h"

namespace collega::identity {
namespace {

constexpr std::string_view kPersonPrefix = "collega_p_";
constexpr std::string_view kApplicationPrefix = "collega_a_";
constexpr std::chrono::hours kUsedEvery{1};  // when it was used matters to a person by the day, not by the second

constexpr std::string_view kColumns =
    "select k.id, k.account, a.kind, k.name, k.operations, k.made_at, k.ends_at, k.used_at"
    " from account_key k join account a on a.id = k.account where ";

std::string where(std::string_view condition) { return std::string{kColumns}.append(condition); }

bool is_word(std::string_view text) {
  const auto may_stand = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
  return !text.empty() && std::all_of(text.begin(), text.end(), may_stand);
}

/// "hiring.match" or "hiring.*"
bool is_operation_pattern(std::string_view text) {
  const std::size_t dot = text.find('.');
  if (dot == std::string_view::npos) return false;
  const std::string_view verb = text.substr(dot + 1);
  return is_word(text.substr(0, dot)) && (verb == "*" || is_word(verb));
}

std::string joined(const std::vector<std::string>& operations) {
  std::string text;
  for (const std::string& operation : operations) text += (text.empty() ? "" : " ") + operation;
  return text;
}

std::vector<std::string> parted(std::string_view text) {
  std::vector<std::string> operations;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    operations.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return operations;
}

AccessKey key_in(const store::Rows& rows) {
  return {.id = rows.get<AccessKeyId>(0),
          .account = rows.get<AccountId>(1),
          .kind = rows.get<AccountKind>(2),
          .name = rows.get<std::string>(3),
          .operations = parted(rows.view(4)),
          .made_at = rows.get<Moment>(5),
          .ends_at = rows.get<Moment>(6),
          .used_at = rows.get<std::optional<Moment>>(7)};
}

Result<Done> check(const std::vector<std::string>& operations, Moment ends_at, Moment now) {
  if (operations.empty()) return Error{ErrorCode::missing_member, "operations"};
  for (const std::string& operation : operations) {
    if (!is_operation_pattern(operation)) return Error{ErrorCode::unknown_value, operation};
  }
  if (ends_at <= now || ends_at - now > kLongestKey) return Error{ErrorCode::out_of_range, "ends_at"};
  return Done{};
}

}  // namespace

Result<NewAccessKey> make_key(store::WriteTransaction& write, AccountId account, std::string_view name,
                              const std::vector<std::string>& operations, Moment ends_at, Moment now) {
  TRY(check(operations, ends_at, now));
  const AccountRow row = TRY(account_row(write, account));
  if (row.state != AccountState::active) return Error{ErrorCode::unknown_account, to_string(account)};
  const bool is_person = row.kind == AccountKind::person;
  NewAccessKey made{.id = write.new_id<AccessKeyId>(),
                    .key = random_token(is_person ? kPersonPrefix : kApplicationPrefix)};
  TRY(write.execute(
      "insert into account_key (id, digest, account, name, operations, made_at, ends_at)"
      " values (?, ?, ?, ?, ?, ?, ?)",
      made.id, digest_of(write, Opens::key, made.key.view()), account, name, joined(operations), now, ends_at));
  return made;
}

Result<AccessKey> key_of(store::ReadTransaction& read, std::string_view key, Moment now) {
  store::Rows rows = TRY(read.query(where("k.digest = ? and a.state = 'active'"), digest_of(read, Opens::key, key)));
  if (!TRY(rows.next())) return Error{ErrorCode::key_refused};
  AccessKey found = key_in(rows);
  if (now >= found.ends_at) return Error{ErrorCode::key_refused};
  return found;
}

bool is_used_late(const AccessKey& key, Moment now) { return !key.used_at || now - *key.used_at >= kUsedEvery; }

Result<Done> mark_used(store::WriteTransaction& write, AccessKeyId key, Moment now) {
  TRY(write.execute("update account_key set used_at = ? where id = ?", now, key));
  return Done{};
}

bool covers(const std::vector<std::string>& operations, std::string_view operation) {
  return std::any_of(operations.begin(), operations.end(), [&](const std::string& pattern) {
    if (pattern == operation) return true;
    return pattern.ends_with(".*") && operation.starts_with(std::string_view{pattern}.substr(0, pattern.size() - 1));
  });
}

Result<std::vector<AccessKey>> list_keys(store::ReadTransaction& read, AccountId account) {
  store::Rows rows = TRY(read.query(where("k.account = ? order by k.id desc"), account));
  std::vector<AccessKey> list;
  while (TRY(rows.next())) list.push_back(key_in(rows));
  return list;
}

Result<bool> revoke_key(store::WriteTransaction& write, AccountId account, AccessKeyId key) {
  return TRY(write.execute("delete from account_key where id = ? and account = ?", key, account)) > 0;
}

}  // namespace collega::identity
