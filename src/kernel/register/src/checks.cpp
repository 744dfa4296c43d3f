#include "checks.h"

#include <algorithm>

#include "collega/base/utf8.h"
#include "collega/register/entry.h"

namespace collega::ai_register {
namespace {

struct Change;
using ChangeId = Id<Change>;

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < ' ' && c != '\n' && c != '\t') || byte == 0x7f;
}

}  // namespace

Result<Done> check_text(std::string_view text, std::string_view member, std::size_t longest) {
  if (text.size() > longest) return Error{ErrorCode::out_of_range, std::string{member}};
  if (!is_valid_utf8(text)) return Error{ErrorCode::bad_utf8, std::string{member}};
  if (std::any_of(text.begin(), text.end(), is_control)) return Error{ErrorCode::wrong_type, std::string{member}};
  return Done{};
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\n") == std::string_view::npos; }

Result<Done> check_reason(std::string_view reason) {
  if (is_blank(reason)) return Error{ErrorCode::reason_missing, "reason"};
  return check_text(reason, "reason", kLongestText);
}

Result<Done> check_own_account(const identity::Asker& asker) {
  const bool is_person = asker.kind == identity::AskerKind::session || asker.kind == identity::AskerKind::personal_key;
  if (!is_person || !asker.account.is_set()) return Error{ErrorCode::own_account_needed};
  return Done{};
}

std::optional<identity::AccountId> account_of(const identity::Asker& asker) {
  return asker.account.is_set() ? std::optional{asker.account} : std::nullopt;
}

Result<Done> mark_changed(store::WriteTransaction& write) {
  // Not the next number: a transaction that was given up would leave the number it had seen to another change.
  TRY(
      write.execute("insert into register_version (id, version) values (1, ?) on conflict (id) do update set version ="
                    " case when excluded.version > register_version.version then excluded.version"
                    " else register_version.version + 1 end",
                    write.new_id<ChangeId>()));
  return Done{};
}

}  // namespace collega::ai_register
