#include "checks.h"
#include "collega/base/utf8.h"
#include "collega/register/entry.h"

namespace collega::ai_register {
namespace {

struct OrganisationRow;
using OrganisationRowId = Id<OrganisationRow>;

// What the algorithm register takes ("organization", "contact_email"), in code points.
constexpr std::size_t kLongestName = 100;
constexpr std::size_t kLongestContact = 500;
constexpr std::size_t kBytesOfCodePoint = 4;

Result<Done> check_member(const std::string& text, std::string_view member, std::size_t longest) {
  TRY(check_text(text, member, longest * kBytesOfCodePoint));
  if (count_code_points(text) > longest) return Error{ErrorCode::out_of_range, std::string{member}};
  return Done{};
}

}  // namespace

Result<Organisation> organisation(store::ReadTransaction& read) {
  store::Rows rows = TRY(read.query("select name, contact, is_public from register_organisation where is_current = 1"));
  if (!TRY(rows.next())) return Organisation{};
  return Organisation{rows.get<std::string>(0), rows.get<std::string>(1), rows.get<bool>(2)};
}

Result<Done> set_organisation(store::WriteTransaction& write, const Organisation& organisation,
                              const std::string& reason, const identity::Asker& asker, Moment now) {
  const bool was_public = TRY(ai_register::organisation(write)).is_public;
  if (organisation.is_public != was_public) TRY(check_reason(reason));
  TRY(check_text(reason, "reason", kLongestText));
  TRY(check_member(organisation.name, "name", kLongestName));
  TRY(check_member(organisation.contact, "contact", kLongestContact));
  TRY(write.execute("update register_organisation set is_current = 0 where is_current = 1"));
  TRY(
      write.execute("insert into register_organisation (id, is_current, name, contact, is_public, reason, recorded_by,"
                    " recorded_at) values (?, 1, ?, ?, ?, ?, ?, ?)",
                    write.new_id<OrganisationRowId>(), organisation.name, organisation.contact, organisation.is_public,
                    reason, account_of(asker), now));
  return mark_changed(write);
}

}  // namespace collega::ai_register
