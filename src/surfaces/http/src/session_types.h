#pragma once

// What comes in and goes out at the door.

#include <optional>
#include <string>
#include <vector>

#include "collega/base/described.h"
#include "collega/identity/asker.h"
#include "collega/identity/sessions.h"

namespace collega::http {

struct SignIn {
  std::string login;
  std::string password;
};
BOOST_DESCRIBE_STRUCT(SignIn, (), (login, password))

struct SignedIn {
  bool second_factor_needed = false;
};
BOOST_DESCRIBE_STRUCT(SignedIn, (), (second_factor_needed))

struct Code {
  std::string code;
};
BOOST_DESCRIBE_STRUCT(Code, (), (code))

struct Confirmation {
  std::string password_or_code;
};
BOOST_DESCRIBE_STRUCT(Confirmation, (), (password_or_code))

struct ChosenPassword {
  std::string code;
  std::string password;
};
BOOST_DESCRIBE_STRUCT(ChosenPassword, (), (code, password))

struct FirstAdministrator {
  std::string code;
  std::string login;
  std::string display;
  std::string password;
};
BOOST_DESCRIBE_STRUCT(FirstAdministrator, (), (code, login, display, password))

struct FirstStart {
  bool first_start = false;
};
BOOST_DESCRIBE_STRUCT(FirstStart, (), (first_start))

struct Who {
  identity::AskerKind kind = identity::AskerKind::none;
  identity::AccountId account;
  std::optional<people::PersonId> person;
  std::string display;
  std::vector<identity::Role> roles;
  bool stepped_up = false;
  std::optional<identity::SessionId> session;
  std::optional<std::string> csrf;
  std::vector<std::string> operations;
};
BOOST_DESCRIBE_STRUCT(Who, (), (kind, account, person, display, roles, stepped_up, session, csrf, operations))

/// The answer of what has nothing to say.
struct Nothing {};
BOOST_DESCRIBE_STRUCT(Nothing, (), ())

}  // namespace collega::http

namespace collega {

template <>
struct FieldTable<http::SignIn> {
  static constexpr Field rows[] = {
      {.name = "login", .meaning = {"de inlognaam", "the login"}, .personal = Personal::ordinary},
      {.name = "password", .meaning = {"het wachtwoord", "the password"}},
  };
};

template <>
struct FieldTable<http::SignedIn> {
  static constexpr Field rows[] = {
      {.name = "second_factor_needed",
       .meaning = {"of er nog een code moet volgen voordat de sessie iets kan",
                   "whether a code must follow before the session can do anything"}},
  };
};

template <>
struct FieldTable<http::Code> {
  static constexpr Field rows[] = {
      {.name = "code",
       .meaning = {"de code van de app, of een herstelcode", "the code of the app, or a recovery code"}},
  };
};

template <>
struct FieldTable<http::Confirmation> {
  static constexpr Field rows[] = {
      {.name = "password_or_code",
       .meaning = {"het wachtwoord, of een code voor wie een tweede stap heeft",
                   "the password, or a code for who has a second factor"}},
  };
};

template <>
struct FieldTable<http::ChosenPassword> {
  static constexpr Field rows[] = {
      {.name = "code",
       .meaning = {"de code van de uitnodiging of het herstel", "the code of the invitation or the reset"}},
      {.name = "password", .meaning = {"het nieuwe wachtwoord", "the new password"}},
  };
};

template <>
struct FieldTable<http::FirstAdministrator> {
  static constexpr Field rows[] = {
      {.name = "code", .meaning = {"de eenmalige code van de eerste start", "the one-time code of the first start"}},
      {.name = "login", .meaning = {"de inlognaam", "the login"}, .personal = Personal::ordinary},
      {.name = "display",
       .meaning = {"de naam die anderen zien", "the name that others see"},
       .personal = Personal::ordinary},
      {.name = "password", .meaning = {"het wachtwoord", "the password"}},
  };
};

template <>
struct FieldTable<http::FirstStart> {
  static constexpr Field rows[] = {
      {.name = "first_start",
       .meaning = {"of er nog geen account is, zodat de eerste beheerder nog komt",
                   "whether there is no account yet, so that the first administrator is still to come"}},
  };
};

template <>
struct FieldTable<http::Who> {
  static constexpr Field rows[] = {
      {.name = "kind", .meaning = {"waarmee er wordt gevraagd", "what it is asked with"}},
      {.name = "account", .meaning = {"het account", "the account"}, .personal = Personal::ordinary},
      {.name = "person",
       .meaning = {"de persoon van het account", "the person of the account"},
       .personal = Personal::ordinary},
      {.name = "display",
       .meaning = {"de naam die anderen zien", "the name that others see"},
       .personal = Personal::ordinary},
      {.name = "roles", .meaning = {"de rollen vandaag", "the roles today"}},
      {.name = "stepped_up",
       .meaning = {"of net is bevestigd dat de eigenaar er zit", "whether the owner has just proved to sit there"}},
      {.name = "session", .meaning = {"de sessie waarin u vraagt", "the session in which you ask"}},
      {.name = "csrf",
       .meaning = {"wat bij elke wijziging meegaat in X-CSRF-Token; alleen bij een sessie",
                   "what goes with each change in X-CSRF-Token; of a session only"}},
      {.name = "operations",
       .meaning = {"de bewerkingen die mogen worden gevraagd", "the operations that may be asked for"}},
  };
};

template <>
struct FieldTable<http::Nothing> {
  static constexpr std::array<Field, 0> rows{};
};

}  // namespace collega
