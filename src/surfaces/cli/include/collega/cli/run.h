#pragma once

// The command line: operations, run, read, match, login, and the commands that follow from the table. It knows
// operations by their names and nothing of the desks behind them.

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "collega/base/date.h"
#include "collega/base/language.h"
#include "collega/operations/run.h"

namespace collega::cli {

/// `collega serve`: where to listen, on whose data.
struct ServeArguments {
  std::optional<std::string> data;
  std::string address = "127.0.0.1";
  int port = 8080;
  std::string certificate, certificate_key;  ///< files; none: no TLS
  std::string pages;                         ///< folder; none: those beside the program
  std::vector<std::string> proxies;
  std::string organisation;
  bool open_metrics = false;
  std::string inbox;      ///< folder whose files are imported every night; none: no such import
  std::string heads;      ///< file that gets the heads of the ledger every hour; none: they are kept nowhere else
  int blind_one_in = 20;  ///< proposals of which one is decided on blind first; 0: none
};

/// What the command line finds around it. Main reads it off the process; a test makes it up.
struct Surroundings {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  Date today;
  std::string version;
  Language language = Language::nl;  ///< unless --lang says otherwise
  std::size_t columns = 100;         ///< width of the terminal
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  bool colours = false;
  bool utf8 = true;  ///< signs such as ✔ can be shown
  /// Names the folder of a taxonomy other than the built-in one, before anything is run.
  std::function<void(const std::filesystem::path&)> use_taxonomy = [](const std::filesystem::path&) {};
  /// Opens the records in a folder; none named: where the environment says. They stay open. Errors: needs_data and
  /// those of opening a store.
  std::function<Result<operations::Records*>(const std::optional<std::string>&)> open_records =
      [](const std::optional<std::string>&) -> Result<operations::Records*> { return Error{ErrorCode::needs_data}; };
  /// Serves until it is told to stop. Errors: needs_data, port_taken, those of opening a store.
  std::function<Result<Done>(const ServeArguments&)> serve = [](const ServeArguments&) -> Result<Done> {
    return Error{ErrorCode::bad_call, "serve"};
  };
  /// The description of the interface over HTTP (OpenAPI).
  std::function<Json(Language)> open_api = [](Language) { return Json{}; };
  /// Where the environment says that the records are; empty: it does not.
  std::string records_of_environment = {};
  /// The folder of what is kept for this person, such as their logins to servers (person.h); empty: nothing is kept.
  std::filesystem::path settings = {};
  /// Asks the person at the terminal, who does not see what they type when it is a secret (person.h). Nothing: nobody
  /// is there.
  std::function<std::optional<std::string>(std::string_view question, bool is_secret)> ask =
      [](std::string_view, bool) -> std::optional<std::string> { return std::nullopt; };
};

/// Does what the arguments ask and returns the exit status: 0 all done, 1 at least one input failed, 2 the call itself
/// is wrong. An operation that throws is an internal error of its one input; the others go on.
[[nodiscard]] int run(int argc, const char* const* argv, const operations::Table& table, Surroundings& around);

}  // namespace collega::cli
