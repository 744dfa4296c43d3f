#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "collega/identity/roles.h"

namespace collega::administration {

struct ListAccountsRequest {
  std::string after;
  int limit = 100;
};
BOOST_DESCRIBE_STRUCT(ListAccountsRequest, (), (after, limit))

struct ListedAccount {
  std::string login;
  std::string display;
  identity::AccountState state = identity::AccountState::invited;
  bool second_factor = false;
  std::vector<std::string> roles;
  std::optional<Moment> signed_in_at;
  identity::AccountId account;
};
BOOST_DESCRIBE_STRUCT(ListedAccount, (), (login, display, state, second_factor, roles, signed_in_at, account))

struct AccountList {
  std::vector<ListedAccount> accounts;
};
BOOST_DESCRIBE_STRUCT(AccountList, (), (accounts))

struct InviteRequest {
  std::string login;
  std::string display;
  std::optional<std::string> person;
};
BOOST_DESCRIBE_STRUCT(InviteRequest, (), (login, display, person))

struct FindToInviteRequest {
  std::string text;
};
BOOST_DESCRIBE_STRUCT(FindToInviteRequest, (), (text))

/// Enough to know that it is them, and no more.
struct ToInvite {
  std::string personnel_number;
  std::string name;
  std::string unit;
  std::optional<std::string> login;
};
BOOST_DESCRIBE_STRUCT(ToInvite, (), (personnel_number, name, unit, login))

struct ToInviteList {
  std::vector<ToInvite> people;
  bool more = false;
};
BOOST_DESCRIBE_STRUCT(ToInviteList, (), (people, more))

struct CodeAnswer {
  std::string login;
  std::string code;
  Moment ends_at{};
};
BOOST_DESCRIBE_STRUCT(CodeAnswer, (), (login, code, ends_at))

struct FirstCodeRequest {};
BOOST_DESCRIBE_STRUCT(FirstCodeRequest, (), ())

struct LoginRequest {
  std::string login;
};
BOOST_DESCRIBE_STRUCT(LoginRequest, (), (login))

struct GiveRoleRequest {
  std::string login;
  identity::Role role = identity::Role::hr_adviser;
  std::optional<std::string> unit;
  std::optional<Date> from;
  std::optional<Date> last_day;
};
BOOST_DESCRIBE_STRUCT(GiveRoleRequest, (), (login, role, unit, from, last_day))

struct EndRoleRequest {
  std::string login;
  identity::Role role = identity::Role::hr_adviser;
  std::optional<Date> last_day;
};
BOOST_DESCRIBE_STRUCT(EndRoleRequest, (), (login, role, last_day))

struct DisableLeaversRequest {};
BOOST_DESCRIBE_STRUCT(DisableLeaversRequest, (), ())

struct DisableLeaversAnswer {
  std::int64_t disabled = 0;
  std::int64_t kept = 0;
};
BOOST_DESCRIBE_STRUCT(DisableLeaversAnswer, (), (disabled, kept))

}  // namespace collega::administration

namespace collega {

template <>
struct FieldTable<administration::ListAccountsRequest> {
  static constexpr Field rows[] = {
      {.name = "after",
       .meaning = {"login waar de vorige bladzijde ophield", "login where the page before stopped"},
       .has_default = true},
      {.name = "limit",
       .meaning = {"accounts op een bladzijde", "accounts on a page"},
       .min = 1,
       .max = 500,
       .has_default = true},
  };
};

template <>
struct FieldTable<administration::ListedAccount> {
  static constexpr Field rows[] = {
      {.name = "login", .meaning = {"login", "login"}, .personal = Personal::ordinary},
      {.name = "display", .meaning = {"naam", "name"}, .personal = Personal::ordinary},
      {.name = "state", .meaning = {"stand", "state"}},
      {.name = "second_factor", .meaning = {"tweede factor", "second factor"}},
      {.name = "roles", .meaning = {"rollen", "roles"}},
      {.name = "signed_in_at", .meaning = {"laatst binnen", "last signed in"}, .personal = Personal::ordinary},
      {.name = "account", .meaning = {"id", "id"}},
  };
};

template <>
struct FieldTable<administration::AccountList> {
  static constexpr Field rows[] = {
      {.name = "accounts", .meaning = {"accounts", "accounts"}},
  };
};

template <>
struct FieldTable<administration::InviteRequest> {
  static constexpr Field rows[] = {
      {.name = "login",
       .meaning = {"e-mailadres of naam om mee in te loggen", "e-mail address or name to sign in with"},
       .personal = Personal::ordinary},
      {.name = "display",
       .meaning = {"naam zoals anderen die zien", "name as others see it"},
       .personal = Personal::ordinary},
      {.name = "person",
       .meaning = {"personeelsnummer van wie het is", "personnel number of whose it is"},
       .personal = Personal::ordinary},
  };
};

template <>
struct FieldTable<administration::FindToInviteRequest> {
  static constexpr Field rows[] = {
      {.name = "text",
       .meaning = {"begin van een naam, of een personeelsnummer; ten minste twee tekens",
                   "begin of a name, or a personnel number; two characters at least"},
       .personal = Personal::ordinary},
  };
};

template <>
struct FieldTable<administration::ToInvite> {
  static constexpr Field rows[] = {
      {.name = "personnel_number", .meaning = {"personeelsnummer", "personnel number"}, .personal = Personal::ordinary},
      {.name = "name", .meaning = {"naam", "name"}, .personal = Personal::ordinary},
      {.name = "unit", .meaning = {"afdeling", "unit"}, .personal = Personal::ordinary},
      {.name = "login",
       .meaning = {"login van het account dat deze medewerker al heeft", "login of the account that they have already"},
       .personal = Personal::ordinary},
  };
};

template <>
struct FieldTable<administration::ToInviteList> {
  static constexpr Field rows[] = {
      {.name = "people", .meaning = {"wie er gevonden zijn, op naam", "who were found, by name"}},
      {.name = "more", .meaning = {"of er nog meer zijn", "whether there are more"}},
  };
};

template <>
struct FieldTable<administration::CodeAnswer> {
  static constexpr Field rows[] = {
      {.name = "login", .meaning = {"login", "login"}, .personal = Personal::ordinary},
      {.name = "code", .meaning = {"eenmalige code", "one-time code"}},
      {.name = "ends_at", .meaning = {"geldig tot", "valid until"}},
  };
};

template <>
struct FieldTable<administration::FirstCodeRequest> {
  static constexpr std::array<Field, 0> rows{};
};

template <>
struct FieldTable<administration::LoginRequest> {
  static constexpr Field rows[] = {
      {.name = "login", .meaning = {"login", "login"}, .personal = Personal::ordinary},
  };
};

template <>
struct FieldTable<administration::GiveRoleRequest> {
  static constexpr Field rows[] = {
      {.name = "login", .meaning = {"login", "login"}, .personal = Personal::ordinary},
      {.name = "role", .meaning = {"rol", "role"}},
      {.name = "unit",
       .meaning = {"code van de afdeling, met wat eronder valt; weggelaten: de hele organisatie",
                   "code of the unit, with what is under it; left out: the whole organisation"}},
      {.name = "from", .meaning = {"eerste dag; weggelaten: vandaag", "first day; left out: today"}},
      {.name = "last_day", .meaning = {"laatste dag; weggelaten: zonder einde", "last day; left out: without end"}},
  };
};

template <>
struct FieldTable<administration::EndRoleRequest> {
  static constexpr Field rows[] = {
      {.name = "login", .meaning = {"login", "login"}, .personal = Personal::ordinary},
      {.name = "role", .meaning = {"rol", "role"}},
      {.name = "last_day", .meaning = {"laatste dag; weggelaten: gisteren", "last day; left out: yesterday"}},
  };
};

template <>
struct FieldTable<administration::DisableLeaversRequest> {
  static constexpr std::array<Field, 0> rows{};
};

template <>
struct FieldTable<administration::DisableLeaversAnswer> {
  static constexpr Field rows[] = {
      {.name = "disabled", .meaning = {"uitgezet", "disabled"}},
      {.name = "kept",
       .meaning = {"opengebleven: anders zou er geen beheerder meer zijn",
                   "still open: there would be no administrator any more"}},
  };
};

}  // namespace collega
