#pragma once

// The command line: operations, run, read, match, and the commands that follow from the table. It knows operations by their
// names and nothing of the desks behind them.

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>

#include "collega/base/date.h"
#include "collega/base/language.h"
#include "collega/operations/run.h"

namespace collega::cli {

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
  /// Opens the records in a folder; none named: where the environment says. They stay open. Errors: needs_data and those of
  /// opening a store.
  std::function<Result<operations::Records*>(const std::optional<std::string>&)> open_records =
      [](const std::optional<std::string>&) -> Result<operations::Records*> { return Error{ErrorCode::needs_data}; };
};

/// Does what the arguments ask and returns the exit status: 0 all done, 1 at least one input failed, 2 the call itself
/// is wrong. An operation that throws is an internal error of its one input; the others go on.
[[nodiscard]] int run(int argc, const char* const* argv, const operations::Table& table, Surroundings& around);

}  // namespace collega::cli
