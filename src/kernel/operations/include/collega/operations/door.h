#pragma once

// Coming in and going out, with an entry in the ledger for each. What a person may do here, they may do before anybody
// knows who they are, so these are no operations.

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "collega/base/moment.h"
#include "collega/identity/sign_in.h"
#include "collega/operations/records.h"

namespace collega::operations {

/// May be used from several threads. Where an error of kernel/identity is named "as there", it is that of the function
/// of the same name.
class Door {
 public:
  /// `organisation` is what a password may not hold; `cost` that of hashing one.
  Door(Records& records, identity::Cost cost, std::string organisation)
      : records_(records), cost_(cost), organisation_(std::move(organisation)) {}

  /// Errors: as there.
  [[nodiscard]] Result<identity::SignedIn> sign_in(const identity::SignInRequest& request);
  /// Errors: as there.
  [[nodiscard]] Result<identity::NewSession> pass_second_factor(std::string_view token, std::string_view code);
  /// Errors: as there.
  Result<Done> step_up(std::string_view token, std::string_view password_or_code);
  /// A session that is over already is left so.
  Result<Done> sign_out(std::string_view token);
  /// Whoever was invited, or lost their password, chooses one. Errors: code_wrong, those of accept_password.
  Result<Done> choose_password(std::string_view code, std::string_view password);
  /// Errors: as create_first_administrator, and those of accept_password.
  Result<Done> create_first_administrator(std::string_view code, const identity::NewAccount& account,
                                          std::string_view password);
  /// Whether nobody was made yet, so that the first administrator is still to come.
  [[nodiscard]] Result<bool> is_first_start();

  /// Which session it is. Errors: session_over and those of the store.
  [[nodiscard]] Result<identity::SessionId> session_of(std::string_view token);
  /// What a page sends back with each change. Error: those of the store.
  [[nodiscard]] Result<std::string> csrf_token(std::string_view token);
  [[nodiscard]] Result<bool> is_csrf_token(std::string_view token, std::string_view csrf);

 private:
  [[nodiscard]] Result<identity::HashedPassword> hashed(std::string_view password, std::string_view login,
                                                        std::string_view display) const;
  Records& records_;
  identity::Cost cost_;
  std::string organisation_;
};

}  // namespace collega::operations
