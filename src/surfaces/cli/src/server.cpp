#include "server.h"

#include <algorithm>

#include "collega/base/utf8.h"
#include "texts.h"

namespace collega::cli {
namespace {

constexpr std::string_view kSession = "/api/session";
// With TLS its name forbids that another host sets it.
constexpr std::string_view kCookies[] = {"collega=", "__Host-collega="};

const Json* member(const Json& json, std::string_view name) {
  const JsonObject* object = json.if_object();
  return object ? object->if_contains(name) : nullptr;
}

std::string text_in(const Json& json, std::string_view name) {
  const Json* found = member(json, name);
  const auto* text = found ? found->if_string() : nullptr;
  return text ? std::string{*text} : std::string{};
}

/// "hiring.match_files" → "/api/hiring/match_files"
std::string path_of(std::string_view operation) {
  std::string path{"/api/"};
  std::ranges::replace_copy(operation, std::back_inserter(path), '.', '/');
  return path;
}

std::string path_of_job(std::string_view id) { return "/api/jobs/" + url_escaped(id); }
std::string path_of_file(std::string_view id) { return "/api/files/" + url_escaped(id); }

bool asks_to_log_in(ErrorCode code) {
  return code == ErrorCode::not_signed_in || code == ErrorCode::session_over || code == ErrorCode::key_refused;
}

}  // namespace

bool is_plain_word(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c > ' ' && c < '\x7f'; });
}

Server::Server(Address address, Login login, const RemoteSettings& settings)
    : remote_(std::move(address), settings), login_(std::move(login)), language_(settings.language) {}

Told<bool> Server::sign_in(std::string_view login, std::string_view password) {
  const Json asked = JsonObject{{"login", repair_utf8(login)}, {"password", repair_utf8(password)}};
  const Incoming incoming =
      TRY(send({.method = "POST", .path = std::string{kSession}, .body = to_text(asked), .can_repeat = false}));
  const Result<Json> answer = parse_json(incoming.body);
  const Json* needed = answer ? member(answer.value(), "second_factor_needed") : nullptr;
  take_session(incoming);
  if (!needed || !needed->is_bool() || login_.session.empty()) return not_collega(incoming.status);
  return needed->as_bool();
}

Told<Done> Server::give_code(std::string_view code) {
  const Json asked = JsonObject{{"code", repair_utf8(code)}};
  const Incoming incoming = TRY(
      send({.method = "POST", .path = std::string{kSession} + "/code", .body = to_text(asked), .can_repeat = false}));
  take_session(incoming);
  return Done{};
}

Told<Done> Server::confirm(std::string_view password_or_code) {
  const Json asked = JsonObject{{"password_or_code", repair_utf8(password_or_code)}};
  TRY(send(
      {.method = "POST", .path = std::string{kSession} + "/confirm", .body = to_text(asked), .can_repeat = false}));
  return Done{};
}

Told<Json> Server::who() {
  Json who = TRY(ask_json({.path = std::string{kSession}}));
  login_.display = text_in(who, "display");
  if (const std::string csrf = text_in(who, "csrf"); is_plain_word(csrf)) login_.csrf = csrf;
  return who;
}

Told<Done> Server::sign_out() {
  TRY(send({.method = "DELETE", .path = std::string{kSession}}));
  return Done{};
}

Told<std::string> Server::version() {
  const Json about = TRY(ask_json({.path = "/openapi.json"}));
  const Json* info = member(about, "info");
  return info ? text_in(*info, "version") : std::string{};
}

Told<Begun> Server::ask(const AskedOfServer& asked) {
  Outgoing request{.method = "POST", .path = path_of(asked.operation), .body = to_text(asked.input)};
  if (!asked.key.empty()) request.fields.push_back("Idempotency-Key: " + asked.key);
  request.can_repeat = asked.can_repeat;
  const Incoming incoming = TRY(send(std::move(request)));
  Begun begun{.output = nullptr};
  const Result<Json> output = parse_json(incoming.body);
  if (!output) return not_collega(incoming.status);
  begun.output = output.value();
  if (incoming.status == 202) {
    begun.job = text_in(begun.output, "job");
    if (begun.job.empty()) return not_collega(incoming.status);
  }
  return begun;
}

Told<Json> Server::job(std::string_view id) { return ask_json({.path = path_of_job(id)}); }

Told<Json> Server::stop_job(std::string_view id) { return ask_json({.method = "DELETE", .path = path_of_job(id)}); }

Told<std::string> Server::upload(const std::filesystem::path& file) {
  const std::string name = repair_utf8(file.filename().string());
  const Json there = TRY(ask_json({.method = "POST", .path = "/api/files?name=" + url_escaped(name), .file = file}));
  std::string id = text_in(there, "file");
  if (id.empty()) return not_collega(201);
  return id;
}

Told<Done> Server::download(std::string_view id, std::ostream& into) {
  TRY(send({.path = path_of_file(id), .into = &into}));
  return Done{};
}

Told<Done> Server::remove_file(std::string_view id) {
  TRY(send({.method = "DELETE", .path = path_of_file(id)}));
  return Done{};
}

/// With what shows who asks; whatever is no success is a trouble.
Told<Incoming> Server::send(Outgoing request) {
  if (is_plain_word(login_.key)) {
    request.fields.push_back("Authorization: Bearer " + login_.key);
  } else if (is_plain_word(login_.session)) {
    request.fields.push_back("Cookie: " + login_.session);
    if (request.method != "GET" && is_plain_word(login_.csrf)) {
      request.fields.push_back("X-CSRF-Token: " + login_.csrf);
    }
  }
  Incoming incoming = TRY(remote_.send(request));
  if (incoming.status < 200 || incoming.status > 299) return trouble_in(incoming);
  return incoming;
}

Told<Json> Server::ask_json(Outgoing request) {
  const Incoming incoming = TRY(send(std::move(request)));
  Result<Json> answer = parse_json(incoming.body);
  if (!answer || !answer->is_object()) return not_collega(incoming.status);
  return std::move(answer).value();
}

Trouble Server::trouble_in(const Incoming& incoming) const {
  const Result<Json> problem = parse_json(incoming.body);
  if (!problem || text_in(problem.value(), "code").empty()) return not_collega(incoming.status);
  Trouble trouble = trouble_of(problem->as_object());
  if (asks_to_log_in(trouble.error.code) && trouble.error.where.empty()) {
    trouble.error.where = "collega login " + login_.url;
  }
  return trouble;
}

Error Server::not_collega(long status) const {
  return {ErrorCode::server_unreachable, texts(language_)("remote.not_collega", remote_.address().url, status)};
}

void Server::take_session(const Incoming& incoming) {
  for (const std::string& cookie : incoming.cookies) {
    const std::string word = cookie.substr(0, cookie.find(';'));
    const bool is_session = std::ranges::any_of(
        kCookies, [&](std::string_view name) { return word.starts_with(name) && word.size() > name.size(); });
    if (is_session && is_plain_word(word)) login_.session = word;
  }
}

}  // namespace collega::cli
