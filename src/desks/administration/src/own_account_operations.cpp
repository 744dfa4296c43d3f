// One's own account: sessions, keys, the second factor. Whoever asks is the account that is meant; nobody else's is
// named.

#include "collega/identity/totp.h"
#include "operation_rows.h"
#include "own_account_types.h"

namespace collega::administration {
namespace {

using namespace operations;

// The name that an app for codes shows.
constexpr std::string_view kIssuer = "Collega";

/// The local operator and a schedule have no account.
Result<identity::AccountId> own(const Context& context) {
  if (!context.asker.account.is_set()) return Error{ErrorCode::own_account_needed};
  return context.asker.account;
}

/// What the ledger keeps: it is about coming in.
void is_about_access(Context& context) { context.work.is_a(ledger::Kind::access); }

Result<OwnSessions> sessions(const NothingAsked&, Context& context) {
  OwnSessions answer;
  const identity::AccountId account = TRY(own(context));
  for (const identity::Session& one :
       TRY(identity::list_sessions(context.work.read(), account, context.records->clock()))) {
    answer.sessions.push_back({one.id, one.device, one.made_at, one.seen_at});
  }
  return answer;
}

Result<OneDone> end_session(const EndSession& asked, Context& context) {
  is_about_access(context);
  if (!TRY(identity::end_session(context.work.write(), TRY(own(context)), asked.session))) {
    return Error{ErrorCode::unknown_value, "session"};  // not session_over: that is about the asker's own
  }
  return OneDone{};
}

Result<OwnKeys> keys(const NothingAsked&, Context& context) {
  OwnKeys answer;
  const identity::AccountId account = TRY(own(context));
  for (const identity::AccessKey& one : TRY(identity::list_keys(context.work.read(), account))) {
    answer.keys.push_back({one.id, one.name, one.operations, one.made_at, one.ends_at, one.used_at});
  }
  return answer;
}

Result<MadeKey> key_for(Context& context, identity::AccountId account, const std::string& name,
                        const std::vector<std::string>& operations, int days) {
  is_about_access(context);
  const Moment now = context.records->clock();
  const Moment ends = now + std::chrono::days{days};
  const identity::NewAccessKey made =
      TRY(identity::make_key(context.work.write(), account, name, operations, ends, now));
  context.work.remember("key", Json(to_string(made.id)));
  return MadeKey{made.id, std::string{made.key.view()}, ends};
}

Result<MadeKey> make_key(const MakeKey& asked, Context& context) {
  return key_for(context, TRY(own(context)), asked.name, asked.operations, asked.days);
}

Result<MadeKey> make_application(const MakeApplication& asked, Context& context) {
  const identity::AccountId account =
      TRY(identity::create_application(context.work.write(), asked.login, asked.name, context.records->clock()));
  context.work.remember("account", Json(to_string(account)));
  return key_for(context, account, asked.name, asked.operations, asked.days);
}

Result<OneDone> revoke_key(const RevokeKey& asked, Context& context) {
  is_about_access(context);
  context.work.remember("key", Json(to_string(asked.number)));
  if (!TRY(identity::revoke_key(context.work.write(), TRY(own(context)), asked.number))) {
    return Error{ErrorCode::unknown_value, "number"};
  }
  return OneDone{};
}

Result<HasSecondFactor> second_factor(const NothingAsked&, Context& context) {
  return HasSecondFactor{TRY(identity::has_second_factor(context.work.read(), TRY(own(context))))};
}

Result<SecondFactor> begin_second_factor(const NothingAsked&, Context& context) {
  is_about_access(context);
  const identity::Enrolment enrolment =
      TRY(identity::enrol_second_factor(context.work.write(), TRY(own(context)), kIssuer));
  return SecondFactor{std::string{enrolment.key_base32.view()}, std::string{enrolment.uri.view()}};
}

Result<RecoveryCodes> confirm_second_factor(const ConfirmSecondFactor& asked, Context& context) {
  is_about_access(context);
  RecoveryCodes answer;
  const identity::AccountId account = TRY(own(context));
  for (const identity::Secret& code :
       TRY(identity::confirm_second_factor(context.work.write(), account, asked.code, context.records->clock()))) {
    answer.codes.emplace_back(code.view());
  }
  return answer;
}

Result<OneDone> remove_second_factor(const NothingAsked&, Context& context) {
  is_about_access(context);
  TRY(identity::remove_second_factor(context.work.write(), TRY(own(context))));
  return OneDone{};
}

Operation reading(std::string_view name, Bilingual title, Bilingual purpose, Handler handler) {
  return {.name = name,
          .title = title,
          .purpose = purpose,
          .reads = {Data::accounts},
          .may = every_role(),
          .stored = Stored::reads,
          .handler = std::move(handler)};
}

Operation changing(std::string_view name, Bilingual title, Bilingual purpose, Handler handler) {
  Operation row = reading(name, title, purpose, std::move(handler));
  row.effect = Effect::acts;
  row.stored = Stored::writes;
  return row;
}

/// Who finds an open screen must not be able to stay.
Operation proved(Operation row) {
  row.step_up = true;
  return row;
}

}  // namespace

void add_own_account_rows(std::vector<Operation>& rows) {
  rows.push_back(reading("account.sessions", {"Waar u bent ingelogd", "Where you are signed in"},
                         {"Toont de sessies van het eigen account.", "Shows the sessions of one's own account."},
                         handler<NothingAsked, OwnSessions>(sessions)));
  rows.push_back(changing("account.end_session", {"Een sessie beëindigen", "End a session"},
                          {"Logt een ander apparaat uit.", "Signs another device out."},
                          handler<EndSession, OneDone>(end_session)));
  rows.push_back(reading(
      "account.keys", {"Toegangssleutels", "Access keys"},
      {"Toont de sleutels waarmee programma's namens u vragen.", "Shows the keys by which programs ask in your name."},
      handler<NothingAsked, OwnKeys>(keys)));
  rows.push_back(proved(changing("account.make_key", {"Een toegangssleutel maken", "Make an access key"},
                                 {"Maakt een sleutel waarmee een programma namens u vraagt wat u noemt, en niet meer.",
                                  "Makes a key by which a program asks in your name what you say, and no more."},
                                 handler<MakeKey, MadeKey>(make_key))));
  rows.push_back(changing("account.revoke_key", {"Een toegangssleutel intrekken", "Revoke an access key"},
                          {"Trekt een eigen sleutel in.", "Revokes a key of one's own."},
                          handler<RevokeKey, OneDone>(revoke_key)));
  rows.push_back(reading(
      "account.second_factor", {"Of er een tweede stap is", "Whether there is a second factor"},
      {"Zegt of bij het inloggen om een code wordt gevraagd.", "Says whether a code is asked for at signing in."},
      handler<NothingAsked, HasSecondFactor>(second_factor)));
  rows.push_back(proved(changing("account.begin_second_factor", {"Een tweede stap instellen", "Set up a second factor"},
                                 {"Geeft het geheim voor een app die codes toont; het telt na een eerste goede code.",
                                  "Gives the secret for an app that shows codes; it counts after a first right code."},
                                 handler<NothingAsked, SecondFactor>(begin_second_factor))));
  rows.push_back(changing("account.confirm_second_factor", {"De tweede stap bevestigen", "Confirm the second factor"},
                          {"Zet de tweede stap aan en geeft tien herstelcodes.",
                           "Turns the second factor on and gives ten recovery codes."},
                          handler<ConfirmSecondFactor, RecoveryCodes>(confirm_second_factor)));
  rows.push_back(proved(
      changing("account.remove_second_factor", {"De tweede stap weghalen", "Remove the second factor"},
               {"Haalt de tweede stap en de herstelcodes weg.", "Removes the second factor and the recovery codes."},
               handler<NothingAsked, OneDone>(remove_second_factor))));
  Operation application =
      proved(changing("administration.make_application", {"Een programma toelaten", "Let a program in"},
                      {"Maakt een account voor een programma, met een sleutel; rollen geeft u het apart.",
                       "Makes an account for a program, with a key; roles are given apart."},
                      handler<MakeApplication, MadeKey>(make_application)));
  application.may = {Role::administrator};
  rows.push_back(std::move(application));
}

}  // namespace collega::administration
