#include "session_routes.h"

#include <algorithm>

#include "header_values.h"
#include "session_types.h"

namespace collega::http {
namespace {

template <class T>
Result<T> body_of(const Visit& visit) {
  return from_json<T>(TRY(parse_json(visit.request.body)));
}

Reply nothing() { return json_reply(JsonObject{}); }

/// Nothing else on the machine reads it, no script does, and no other site makes the browser send it.
void set_cookie(Reply& reply, const Request& request, std::string_view token) {
  std::string cookie{cookie_name(request.is_secure)};
  cookie.append("=").append(token).append("; Path=/; HttpOnly; SameSite=Strict");
  if (request.is_secure) cookie += "; Secure";
  if (token.empty()) cookie += "; Max-Age=0";
  reply.add("Set-Cookie", cookie);
}

/// A session that a new one takes the place of. That it was over already is no matter.
void end_old_session(Visit& visit) {
  if (!visit.request.shown.session.empty())
    static_cast<void>(visit.office().door().sign_out(visit.request.shown.session));
}

Result<Reply> sign_in(Visit& visit) {
  const SignIn asked = TRY(body_of<SignIn>(visit));
  const std::string device = device_of(visit.request.user_agent);
  const identity::SignedIn in = TRY(visit.office().door().sign_in(
      {.login = asked.login, .password = asked.password, .source = visit.request.source, .device = device}));
  end_old_session(visit);
  Reply reply = json_reply(to_json(SignedIn{in.second_factor_needed}));
  set_cookie(reply, visit.request, in.session.token.view());
  reply.noted.account = in.session.account.number;
  return reply;
}

Result<Reply> give_code(Visit& visit) {
  const Code asked = TRY(body_of<Code>(visit));
  const identity::NewSession session =
      TRY(visit.office().door().pass_second_factor(visit.request.shown.session, asked.code));
  Reply reply = nothing();
  set_cookie(reply, visit.request, session.token.view());
  reply.noted.account = session.account.number;
  return reply;
}

Result<Reply> confirm(Visit& visit) {
  const Confirmation asked = TRY(body_of<Confirmation>(visit));
  if (visit.request.shown.session.empty()) return Error{ErrorCode::not_signed_in};
  TRY(visit.office().door().step_up(visit.request.shown.session, asked.password_or_code));
  return nothing();
}

Result<Reply> who(Visit& visit) {
  const identity::Asker& asker = visit.asker;
  Who who{.kind = asker.kind,
          .account = asker.account,
          .person = asker.person,
          .display = asker.display,
          .roles = {asker.roles.begin(), asker.roles.end()},
          .stepped_up = asker.stepped_up,
          .session = {},
          .csrf = {},
          .operations = operations_of(asker, visit.office().table())};
  if (const std::string_view token = visit.request.shown.session; !token.empty()) {
    who.session = TRY(visit.office().door().session_of(token));
    who.csrf = TRY(visit.office().door().csrf_token(token));
  }
  return json_reply(to_json(who));
}

/// Also of a session that still waits for its code, or is over: a browser must be able to let go of it.
Result<Reply> sign_out(Visit& visit) {
  const Request& request = visit.request;
  const bool is_whole = visit.office().recognise(request.shown).ok();
  if (is_whole && !request.shown.session.empty() &&
      !TRY(visit.office().door().is_csrf_token(request.shown.session, request.csrf))) {
    return Error{ErrorCode::csrf_wrong, "X-CSRF-Token"};
  }
  if (!request.shown.session.empty()) TRY(visit.office().door().sign_out(request.shown.session));
  Reply reply = nothing();
  set_cookie(reply, visit.request, "");
  reply.add("Clear-Site-Data", "\"cache\"");  // lists are kept by the browser, to be asked for anew by their tag
  return reply;
}

Result<Reply> choose_password(Visit& visit) {
  const ChosenPassword asked = TRY(body_of<ChosenPassword>(visit));
  TRY(visit.office().door().choose_password(asked.code, asked.password));
  return nothing();
}

Result<Reply> create_first(Visit& visit) {
  const FirstAdministrator asked = TRY(body_of<FirstAdministrator>(visit));
  if (!TRY(visit.office().door().is_first_start()))
    return Error{ErrorCode::first_start_over};  // before a password is hashed
  const identity::NewAccount account{.login = asked.login, .display = asked.display, .person = {}};
  TRY(visit.office().door().create_first_administrator(asked.code, account, asked.password));
  return nothing();
}

Result<Reply> is_first_start(Visit& visit) {
  return json_reply(to_json(FirstStart{TRY(visit.office().door().is_first_start())}));
}

Route route(std::string pattern, std::vector<Action> actions) {
  Route route;
  route.pattern = std::move(pattern);
  route.actions = std::move(actions);
  return route;
}

/// Whoever has no session yet cannot show its token; what they show instead is a password or a code, which no other
/// site knows, and fault_at_door() sees that the browser is on our own page.
Action entrance(Result<Reply> (*answer)(Visit&)) {
  return {.method = Method::post,
          .answer = answer,
          .entry = Entry::anybody,
          .lane = Lane::door,
          .takes = Takes::json,
          .asks_csrf = false};
}

}  // namespace

std::vector<Route> session_routes() {
  std::vector<Route> routes;
  // Its token must not be guessed from the size of the answer.
  const Action show{.method = Method::get, .answer = who, .may_compress = false};
  const Action leave{.method = Method::remove, .answer = sign_out, .entry = Entry::anybody, .asks_csrf = false};
  routes.push_back(route("/api/session", {entrance(sign_in), show, leave}));
  routes.push_back(route("/api/session/code", {entrance(give_code)}));
  routes.push_back(route("/api/session/confirm",
                         {{.method = Method::post, .answer = confirm, .lane = Lane::door, .takes = Takes::json}}));
  routes.push_back(route("/api/session/password", {entrance(choose_password)}));
  routes.push_back(
      route("/api/session/first",
            {entrance(create_first), {.method = Method::get, .answer = is_first_start, .entry = Entry::anybody}}));
  return routes;
}

std::vector<std::string> operations_of(const identity::Asker& asker, const operations::Table& table) {
  std::vector<std::string> names;
  for (const operations::Operation& row : table.rows()) {
    const bool has_role = std::ranges::any_of(row.may, [&](identity::Role role) { return asker.roles.contains(role); });
    if (has_role && identity::may_ask_for(asker, row.name)) names.emplace_back(row.name);
  }
  return names;
}

}  // namespace collega::http
