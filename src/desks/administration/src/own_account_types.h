#pragma once

// What concerns one's own account (own_account_operations.cpp).

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "collega/identity/keys.h"
#include "collega/identity/sessions.h"

namespace collega::administration {

struct NothingAsked {};
BOOST_DESCRIBE_STRUCT(NothingAsked, (), ())

struct OneDone {
  bool done = true;
};
BOOST_DESCRIBE_STRUCT(OneDone, (), (done))

struct OwnSession {
  identity::SessionId session;
  std::string device;
  Moment made_at{};
  Moment seen_at{};
};
BOOST_DESCRIBE_STRUCT(OwnSession, (), (session, device, made_at, seen_at))

struct OwnSessions {
  std::vector<OwnSession> sessions;
};
BOOST_DESCRIBE_STRUCT(OwnSessions, (), (sessions))

struct EndSession {
  identity::SessionId session;
};
BOOST_DESCRIBE_STRUCT(EndSession, (), (session))

struct OwnKey {
  identity::AccessKeyId number;
  std::string name;
  std::vector<std::string> operations;
  Moment made_at{};
  Moment ends_at{};
  std::optional<Moment> used_at;
};
BOOST_DESCRIBE_STRUCT(OwnKey, (), (number, name, operations, made_at, ends_at, used_at))

struct OwnKeys {
  std::vector<OwnKey> keys;
};
BOOST_DESCRIBE_STRUCT(OwnKeys, (), (keys))

struct MakeKey {
  std::string name;
  std::vector<std::string> operations;
  int days = 90;
};
BOOST_DESCRIBE_STRUCT(MakeKey, (), (name, operations, days))

struct MakeApplication {
  std::string login;
  std::string name;
  std::vector<std::string> operations;
  int days = 90;
};
BOOST_DESCRIBE_STRUCT(MakeApplication, (), (login, name, operations, days))

struct MadeKey {
  identity::AccessKeyId number;
  std::string key;
  Moment ends_at{};
};
BOOST_DESCRIBE_STRUCT(MadeKey, (), (number, key, ends_at))

struct RevokeKey {
  identity::AccessKeyId number;
};
BOOST_DESCRIBE_STRUCT(RevokeKey, (), (number))

struct HasSecondFactor {
  bool is_set_up = false;
};
BOOST_DESCRIBE_STRUCT(HasSecondFactor, (), (is_set_up))

struct SecondFactor {
  std::string key;
  std::string uri;
};
BOOST_DESCRIBE_STRUCT(SecondFactor, (), (key, uri))

struct ConfirmSecondFactor {
  std::string code;
};
BOOST_DESCRIBE_STRUCT(ConfirmSecondFactor, (), (code))

struct RecoveryCodes {
  std::vector<std::string> codes;
};
BOOST_DESCRIBE_STRUCT(RecoveryCodes, (), (codes))

}  // namespace collega::administration

namespace collega {

template <>
struct FieldTable<administration::NothingAsked> {
  static constexpr std::array<Field, 0> rows{};
};
template <>
struct FieldTable<administration::OneDone> {
  static constexpr Field rows[] = {{.name = "done", .meaning = {"gedaan", "done"}}};
};
template <>
struct FieldTable<administration::OwnSession> {
  static constexpr Field rows[] = {
      {.name = "session", .meaning = {"nummer van de sessie", "number of the session"}},
      {.name = "device", .meaning = {"apparaat", "device"}, .personal = Personal::ordinary},
      {.name = "made_at", .meaning = {"ingelogd", "signed in"}},
      {.name = "seen_at", .meaning = {"laatst gebruikt", "last used"}},
  };
};
template <>
struct FieldTable<administration::OwnSessions> {
  static constexpr Field rows[] = {
      {.name = "sessions", .meaning = {"waar u bent ingelogd", "where you are signed in"}}};
};
template <>
struct FieldTable<administration::EndSession> {
  static constexpr Field rows[] = {{.name = "session", .meaning = {"nummer van de sessie", "number of the session"}}};
};
template <>
struct FieldTable<administration::OwnKey> {
  static constexpr Field rows[] = {
      {.name = "number", .meaning = {"nummer van de sleutel", "number of the key"}},
      {.name = "name", .meaning = {"waarvoor", "what for"}},
      {.name = "operations", .meaning = {"wat ermee mag", "what it may be used for"}},
      {.name = "made_at", .meaning = {"gemaakt", "made"}},
      {.name = "ends_at", .meaning = {"geldig tot", "valid until"}},
      {.name = "used_at", .meaning = {"laatst gebruikt", "last used"}},
  };
};
template <>
struct FieldTable<administration::OwnKeys> {
  static constexpr Field rows[] = {{.name = "keys", .meaning = {"sleutels, nieuwste eerst", "keys, newest first"}}};
};
template <>
struct FieldTable<administration::MakeKey> {
  static constexpr Field rows[] = {
      {.name = "name", .meaning = {"waarvoor, in uw eigen woorden", "what for, in your own words"}},
      {.name = "operations",
       .meaning = {"bewerkingen die ermee mogen, of een heel bureau: hiring.*",
                   "operations it may be used for, or a whole desk: hiring.*"}},
      {.name = "days",
       .meaning = {"hoe lang hij geldt", "how long it is valid"},
       .unit = "days",
       .min = 1,
       .max = 366,
       .has_default = true},
  };
};
template <>
struct FieldTable<administration::MakeApplication> {
  static constexpr Field rows[] = {
      {.name = "login", .meaning = {"naam van het programma, zonder spaties", "name of the program, without spaces"}},
      {.name = "name", .meaning = {"waarvoor", "what for"}},
      {.name = "operations",
       .meaning = {"bewerkingen die ermee mogen, of een heel bureau: hiring.*",
                   "operations it may be used for, or a whole desk: hiring.*"}},
      {.name = "days",
       .meaning = {"hoe lang de sleutel geldt", "how long the key is valid"},
       .unit = "days",
       .min = 1,
       .max = 366,
       .has_default = true},
  };
};
template <>
struct FieldTable<administration::MadeKey> {
  static constexpr Field rows[] = {
      {.name = "number", .meaning = {"nummer van de sleutel", "number of the key"}},
      {.name = "key",
       .meaning = {"de sleutel zelf; hij wordt nooit meer getoond", "the key itself; it is never shown again"}},
      {.name = "ends_at", .meaning = {"geldig tot", "valid until"}},
  };
};
template <>
struct FieldTable<administration::RevokeKey> {
  static constexpr Field rows[] = {{.name = "number", .meaning = {"nummer van de sleutel", "number of the key"}}};
};
template <>
struct FieldTable<administration::HasSecondFactor> {
  static constexpr Field rows[] = {
      {.name = "is_set_up",
       .meaning = {"of bij het inloggen om een code wordt gevraagd", "whether a code is asked for at signing in"}}};
};
template <>
struct FieldTable<administration::SecondFactor> {
  static constexpr Field rows[] = {
      {.name = "key", .meaning = {"over te typen in de app", "to type over into the app"}},
      {.name = "uri", .meaning = {"hetzelfde als adres, voor een QR-code", "the same as an address, for a QR code"}},
  };
};
template <>
struct FieldTable<administration::ConfirmSecondFactor> {
  static constexpr Field rows[] = {{.name = "code", .meaning = {"code die de app toont", "code that the app shows"}}};
};
template <>
struct FieldTable<administration::RecoveryCodes> {
  static constexpr Field rows[] = {{.name = "codes",
                                    .meaning = {"voor als de app weg is, elk één keer; zij worden nooit meer getoond",
                                                "for when the app is gone, each once; they are never shown again"}}};
};

}  // namespace collega
