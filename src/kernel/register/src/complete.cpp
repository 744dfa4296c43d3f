// Recording conditions, and taking them back.

#include <algorithm>

#include "checks.h"
#include "collega/library/readers.h"
#include "kept.h"

namespace collega::ai_register {
namespace {

struct ConditionRow;
using ConditionRowId = Id<ConditionRow>;

Result<Done> check_dates(const Proof& proof, Date today) {
  if (proof.date > today) return Error{ErrorCode::out_of_range, "date"};
  if (proof.ends && (*proof.ends <= proof.date || *proof.ends <= today)) {
    return Error{ErrorCode::end_before_begin, "ends"};
  }
  return Done{};
}

Result<Done> check_account(store::ReadTransaction& read, const Proof& proof, Date today, Moment now) {
  if (!names_somebody(proof.condition)) {
    if (proof.account) return Error{ErrorCode::wrong_type, "account"};
    return Done{};
  }
  if (!proof.account) return Error{ErrorCode::missing_member, "account"};
  const Error unknown{ErrorCode::unknown_account, to_string(*proof.account)};
  const identity::Account account = TRY(identity::account_by_id(read, *proof.account, now));
  if (account.kind != identity::AccountKind::person) return unknown;
  if (!TRY(is_somebody_here(read, account.id, today))) return unknown;
  return Done{};
}

Result<Done> check_document(store::ReadTransaction& read, library::DocumentId document, const identity::Asker& asker) {
  // Whoever sits at the terminal holds the key of all documents.
  const bool may_read =
      asker.kind == identity::AskerKind::local_operator || TRY(library::may_read(read, asker, document, asker.today));
  if (!may_read || !TRY(library::version_in_force(read, document, asker.today))) {
    return Error{ErrorCode::unknown_document, to_string(document)};
  }
  return Done{};
}

Result<Done> check_evidence(store::ReadTransaction& read, const Proof& proof, const identity::Asker& asker) {
  if (!proof.document && is_blank(proof.reference)) return Error{ErrorCode::missing_member, "document"};
  TRY(check_text(proof.reference, "reference", kLongestReference));
  if (proof.document) TRY(check_document(read, *proof.document, asker));
  return Done{};
}

/// In place of the current record of the same kind.
Result<Done> add(store::WriteTransaction& write, const Use& use, const Recorded& recorded) {
  const Proof& proof = recorded.proof;
  TRY(write.execute("update register_condition set is_current = 0 where operation = ? and kind = ? and is_current = 1",
                    use.name, proof.condition));
  TRY(
      write.execute("insert into register_condition (id, operation, kind, is_current, day, ends, account, document,"
                    " reference, taken_back, reason, recorded_by, recorded_at)"
                    " values (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    write.new_id<ConditionRowId>(), use.name, proof.condition, proof.date, proof.ends, proof.account,
                    proof.document, proof.reference, recorded.taken_back, recorded.reason, recorded.by, recorded.at));
  return mark_changed(write);
}

}  // namespace

Result<Done> complete(store::WriteTransaction& write, const Use& use, const Proof& proof, const identity::Asker& asker,
                      Moment now) {
  TRY(check_dates(proof, asker.today));
  TRY(check_account(write, proof, asker.today, now));
  TRY(check_evidence(write, proof, asker));
  return add(write, use, {.proof = proof, .taken_back = false, .reason = {}, .by = account_of(asker), .at = now});
}

Result<Done> take_back(store::WriteTransaction& write, const Use& use, Condition condition, const std::string& reason,
                       const identity::Asker& asker, Moment now) {
  TRY(check_reason(reason));
  const Kept kept = TRY(kept_of(write, use.name));
  const auto found = std::find_if(kept.conditions.begin(), kept.conditions.end(), [&](const Recorded& one) {
    return one.proof.condition == condition && !one.taken_back;
  });
  if (found == kept.conditions.end()) return Error{ErrorCode::unknown_value, std::string{name_of(condition)}};
  return add(write, use,
             {.proof = found->proof, .taken_back = true, .reason = reason, .by = account_of(asker), .at = now});
}

}  // namespace collega::ai_register
