#include "checks.h"
#include "collega/register/entry.h"

namespace collega::ai_register {

Result<AdviceId> advise(store::WriteTransaction& write, const Use& use, const std::string& text,
                        const identity::Asker& asker, Moment now) {
  TRY(check_own_account(asker));
  if (!asker.roles.contains(identity::Role::data_protection_officer)) return Error{ErrorCode::not_allowed};
  if (is_blank(text)) return Error{ErrorCode::missing_member, "text"};
  TRY(check_text(text, "text", kLongestText));
  const auto id = write.new_id<AdviceId>();
  TRY(write.execute(
      "insert into register_advice (id, operation, day, advice, given_by, given_at) values (?, ?, ?, ?, ?, ?)", id,
      use.name, asker.today, text, asker.account, now));
  TRY(mark_changed(write));
  return id;
}

Result<std::vector<Advice>> advice_on(store::ReadTransaction& read, const Use& use) {
  store::Rows rows = TRY(read.query(
      "select id, operation, day, advice, given_by from register_advice where operation = ? order by id desc",
      use.name));
  std::vector<Advice> all;
  while (TRY(rows.next())) {
    all.push_back({rows.get<AdviceId>(0), rows.get<std::string>(1), rows.get<Date>(2), rows.get<std::string>(3),
                   rows.get<std::optional<identity::AccountId>>(4)});
  }
  return all;
}

}  // namespace collega::ai_register
