#include <algorithm>
#include <istream>
#include <ostream>

#include "asking.h"
#include "collega/base/error.h"
#include "commands.h"
#include "server.h"
#include "server_asking.h"
#include "terminal.h"
#include "texts.h"

namespace collega::cli {
namespace {

constexpr std::string_view kBlank = " \t\r\n";

void say(std::ostream& stream, const std::string& line) { stream << printable(line) << '\n'; }

std::string trimmed(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(kBlank);
  if (begin == std::string::npos) return "";
  return text.substr(begin, text.find_last_not_of(kBlank) + 1 - begin);
}

Result<std::string> asked_of_person(std::string_view key, bool is_secret, const Surroundings& around) {
  const Messages& text = texts(around.language);
  const std::optional<std::string> typed = around.ask(text(key) + ' ', is_secret);
  if (!typed) return Error{ErrorCode::bad_call, text("login.nobody_there")};
  return *typed;
}

Result<std::string> key_given(const Surroundings& around) {
  std::string line;
  std::getline(around.in, line);
  std::string key = trimmed(line);
  if (!is_plain_word(key)) return Error{ErrorCode::bad_call, texts(around.language)("login.no_key")};
  return key;
}

/// As a person: the name, the password, and the code of who has a second factor.
Told<Done> sign_in(Server& server, const LoginArguments& asked, const Surroundings& around) {
  const std::string login =
      asked.login ? *asked.login : trimmed(TRY(asked_of_person("login.ask_login", false, around)));
  const std::string password = TRY(asked_of_person("login.ask_password", true, around));
  if (!TRY(server.sign_in(login, password))) return Done{};
  const std::string code = TRY(asked_of_person("login.ask_code", false, around));
  return server.give_code(trimmed(code));
}

/// Logged in, and kept.
Told<Login> log_in_at(const LoginArguments& asked, Surroundings& around) {
  const Address address = TRY(parse_address(asked.address, asked.insecure, texts(around.language)));
  Logins logins = TRY(Logins::read(around.settings));
  Login login;
  login.url = address.url;
  if (asked.key_stdin) {
    login.key = TRY(key_given(around));
  } else if (const Login* before = logins.find(address.url)) {
    login.session = before->session;  // which ends when the new one begins
  }
  Server server{address, login, remote_settings(around)};
  if (!asked.key_stdin) TRY(sign_in(server, asked, around));
  TRY(server.who());
  login = server.login();
  if (const Told<std::string> version = server.version()) {
    login.version = version.value();
    login.checked = around.today;
  }
  logins.put(login);
  TRY(logins.write());
  return login;
}

std::string roles_in(const Json& who) {
  const Json* roles = who.as_object().if_contains("roles");
  std::string list;
  if (const JsonArray* names = roles ? roles->if_array() : nullptr) {
    for (const Json& name : *names) {
      if (name.is_string()) list.append(list.empty() ? "" : ", ").append(name.as_string());
    }
  }
  return list;
}

/// The login that is meant, as there must be one. Error: not_signed_in.
Result<Login> login_meant(const std::optional<std::string>& server, const Logins& logins, const Surroundings& around) {
  const std::optional<Login> login = TRY(login_at(server, logins, around.language));
  if (!login) return Error{ErrorCode::not_signed_in, "collega login"};
  return *login;
}

Told<Json> who_at(const WhoamiArguments& asked, const Logins& logins, const Surroundings& around) {
  const Login login = TRY(login_meant(asked.server, logins, around));
  const Address address = TRY(parse_address(login.url, true, texts(around.language)));
  Server server{address, login, remote_settings(around)};
  Json who = TRY(server.who());
  JsonObject shown{{"server", login.url}};
  for (const auto& [name, value] : who.as_object()) {
    if (name != "csrf") shown[name] = value;
  }
  return Json(std::move(shown));
}

}  // namespace

int log_in(const LoginArguments& asked, Surroundings& around) {
  const Messages& text = texts(around.language);
  const Told<Login> login = log_in_at(asked, around);
  if (!login) return complain(login.error(), around);
  say(around.out, text("login.done", login.value().url, login.value().display));
  if (!around.records_of_environment.empty()) {
    say(around.out, text("remote.data_unused", login.value().url, around.records_of_environment));
  }
  const std::string& version = login.value().version;
  if (!version.empty() && version != around.version) {
    around.err << "collega: ";
    say(around.err, text("remote.other_version", login.value().url, version, around.version));
  }
  return 0;
}

int log_out(const LogoutArguments& asked, Surroundings& around) {
  const Messages& text = texts(around.language);
  Result<Logins> logins = Logins::read(around.settings);
  if (!logins) return complain(logins.error(), around);
  const Result<Login> login = login_meant(asked.server, logins.value(), around);
  if (!login) return complain(login.error(), around);
  const Result<Address> address = parse_address(login->url, true, text);
  if (address && !login->session.empty()) {
    const Told<Done> out = Server{address.value(), login.value(), remote_settings(around)}.sign_out();
    if (!out) {  // it is forgotten here all the same
      around.err << "collega: ";
      say(around.err, text("login.session_left", login->url));
    }
  }
  logins->remove(login->url);
  const Result<Done> written = logins->write();
  if (!written) return complain(written.error(), around);
  say(around.out, text(login->key.empty() ? "login.out" : "login.key_forgotten", login->url));
  return 0;
}

int who_am_i(const WhoamiArguments& asked, Surroundings& around) {
  const Messages& text = texts(around.language);
  Result<Logins> logins = Logins::read(around.settings);
  if (!logins) return complain(logins.error(), around);
  const Told<Json> who = who_at(asked, logins.value(), around);
  if (!who) return complain(who.error(), around);
  if (asked.json) {
    around.out << to_pretty_text(who.value()) << '\n';
    return 0;
  }
  const std::string url{who.value().at("server").as_string()};
  const Login* login = logins->find(url);
  const Json* display = who.value().as_object().if_contains("display");
  const std::string name{display && display->is_string() ? std::string{display->as_string()} : login->display};
  say(around.out, text(login->key.empty() ? "login.who" : "login.who_by_key", name, url));
  if (const std::string roles = roles_in(who.value()); !roles.empty()) say(around.out, text("login.roles", roles));
  for (const Login& other : logins->all()) {
    if (other.url != url) say(around.out, text("login.also", other.url, other.display));
  }
  return 0;
}

}  // namespace collega::cli
