#pragma once

// Who is logged in where: the file server.json in the person's own settings.
//
//   {"current": "https://hr.example.nl",
//    "logins": [{"url": ..., "display": ..., "session": "collega=...", "csrf": ..., "key": ..., "version": ...,
//    "checked": ...}]}
//
// A login has a session with its csrf token, or a key. Whoever reads them is that person, so nobody else may.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "collega/base/described.h"

namespace collega::cli {

struct Login {
  std::string url;
  std::string display;
  std::string session;
  std::string csrf;
  std::string key;
  std::string version;
  Date checked;
};
BOOST_DESCRIBE_STRUCT(Login, (), (url, display, session, csrf, key, version, checked))

struct LoginsFile {
  std::string current;
  std::vector<Login> logins;
};
BOOST_DESCRIBE_STRUCT(LoginsFile, (), (current, logins))

class Logins {
 public:
  /// `settings`: the folder; empty or without the file: there are none. Errors: key_exposed when others can read or
  /// write the file, file_unreadable, those of its JSON, each with the file.
  [[nodiscard]] static Result<Logins> read(const std::filesystem::path& settings);

  /// Nothing when there is none.
  [[nodiscard]] const Login* current() const { return find(file_.current); }
  [[nodiscard]] const Login* find(std::string_view url) const;
  [[nodiscard]] const std::vector<Login>& all() const { return file_.logins; }

  /// In place of one at the same address; the current one from now on.
  void put(Login login);
  /// The same, and what is current stays so.
  void renew(Login login);
  /// When it was the current one, there is none.
  void remove(std::string_view url);

  /// At once: whoever reads meanwhile reads all of the old or all of the new. Error: file_unwritable.
  [[nodiscard]] Result<Done> write() const;

 private:
  explicit Logins(std::filesystem::path settings) : settings_(std::move(settings)) {}

  std::filesystem::path settings_;
  LoginsFile file_;
};

}  // namespace collega::cli

namespace collega {

template <>
struct FieldTable<cli::Login> {
  static constexpr Field rows[] = {
      {.name = "url", .meaning = {"het adres van de server", "the server's address"}},
      {.name = "display",
       .meaning = {"wie, zoals de server die noemt", "who, as the server calls them"},
       .has_default = true,
       .personal = Personal::ordinary},
      {.name = "session", .meaning = {"de sessie, als cookie", "the session, as a cookie"}, .has_default = true},
      {.name = "csrf",
       .meaning = {"wat bij elke wijziging meegaat", "what goes with each change"},
       .has_default = true},
      {.name = "key", .meaning = {"de toegangssleutel", "the access key"}, .has_default = true},
      {.name = "version", .meaning = {"de versie van de server", "the server's version"}, .has_default = true},
      {.name = "checked", .meaning = {"wanneer die is gevraagd", "when that was asked"}, .has_default = true},
  };
};

template <>
struct FieldTable<cli::LoginsFile> {
  static constexpr Field rows[] = {
      {.name = "current", .meaning = {"waar opdrachten heen gaan", "where commands go"}, .has_default = true},
      {.name = "logins", .meaning = {"waar is ingelogd", "where somebody is logged in"}, .has_default = true},
  };
};

}  // namespace collega
