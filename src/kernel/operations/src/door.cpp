#include "collega/operations/door.h"

#include "collega/ledger/ledger.h"

namespace collega::operations {
namespace {

using identity::AccountId;

/// Who came in, went out or chose a password: an entry of its own, on disk before it is answered.
Result<Done> remember(store::WriteTransaction& write, const Records& records, AccountId account,
                      std::string_view what) {
  const ledger::Entry entry{.kind = ledger::Kind::access, .actor = to_string(account), .operation = std::string{what}};
  TRY(ledger::append(write, records.writer, entry, records.clock()));
  return Done{};
}

Result<Done> remember(Records& records, AccountId account, std::string_view what) {
  store::WriteTransaction write = TRY(records.store.write());
  TRY(remember(write, records, account, what));
  return write.commit();
}

}  // namespace

Result<identity::SignedIn> Door::sign_in(const identity::SignInRequest& request) {
  identity::SignedIn signed_in = TRY(identity::sign_in(records_.store, request, cost_, records_.clock()));
  if (!signed_in.second_factor_needed) TRY(remember(records_, signed_in.session.account, "door.sign_in"));
  return signed_in;
}

Result<identity::NewSession> Door::pass_second_factor(std::string_view token, std::string_view code) {
  identity::NewSession session = TRY(identity::pass_second_factor(records_.store, token, code, records_.clock()));
  TRY(remember(records_, session.account, "door.sign_in"));
  return session;
}

Result<Done> Door::step_up(std::string_view token, std::string_view password_or_code) {
  return identity::step_up(records_.store, token, password_or_code, cost_, records_.clock());
}

Result<Done> Door::sign_out(std::string_view token) {
  store::WriteTransaction write = TRY(records_.store.write());
  const Result<identity::Session> session = identity::session_of(write, token, records_.clock());
  if (!session) return Done{};
  TRY(identity::end_session(write, session->account, session->id));
  TRY(remember(write, records_, session->account, "door.sign_out"));
  return write.commit();
}

Result<identity::HashedPassword> Door::hashed(std::string_view password, std::string_view login,
                                              std::string_view display) const {
  return identity::accept_password(password, {std::string{login}, std::string{display}, organisation_}, cost_);
}

Result<Done> Door::choose_password(std::string_view code, std::string_view password) {
  identity::Account account;
  {
    store::ReadTransaction read = TRY(records_.store.read());
    const AccountId id = TRY(identity::account_of_code(read, code, records_.clock()));
    account = TRY(identity::account_by_id(read, id, records_.clock()));
  }
  const identity::HashedPassword hash = TRY(hashed(password, account.login, account.display));
  store::WriteTransaction write = TRY(records_.store.write());
  const AccountId id = TRY(identity::use_code(write, code, hash, records_.clock()));
  TRY(remember(write, records_, id, "door.choose_password"));
  return write.commit();
}

Result<Done> Door::create_first_administrator(std::string_view code, const identity::NewAccount& account,
                                              std::string_view password) {
  const identity::HashedPassword hash = TRY(hashed(password, account.login, account.display));
  store::WriteTransaction write = TRY(records_.store.write());
  const AccountId id = TRY(identity::create_first_administrator(write, code, account, hash, records_.clock()));
  TRY(remember(write, records_, id, "door.first_administrator"));
  return write.commit();
}

Result<bool> Door::is_first_start() {
  store::ReadTransaction read = TRY(records_.store.read());
  return TRY(identity::list_accounts(read, "", 1, records_.clock())).empty();
}

Result<identity::SessionId> Door::session_of(std::string_view token) {
  store::ReadTransaction read = TRY(records_.store.read());
  return TRY(identity::session_of(read, token, records_.clock())).id;
}

Result<std::string> Door::csrf_token(std::string_view token) {
  store::ReadTransaction read = TRY(records_.store.read());
  return std::string{identity::csrf_token(read, token).view()};
}

Result<bool> Door::is_csrf_token(std::string_view token, std::string_view csrf) {
  store::ReadTransaction read = TRY(records_.store.read());
  return identity::is_csrf_token(read, token, csrf);
}

}  // namespace collega::operations
