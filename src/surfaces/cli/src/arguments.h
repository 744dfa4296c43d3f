#pragma once

// From argv to what is asked.

#include <string>
#include <variant>

#include "collega/base/result.h"
#include "commands.h"

namespace collega::cli {

struct HelpAsked {
  std::string command;  ///< empty: of the whole program
};
struct VersionAsked {};
struct ListAsked {
  std::optional<std::string> operation;
  bool open_api = false;  ///< instead: the description of the interface over HTTP
};

struct Arguments {
  Language language = Language::nl;
  std::optional<std::string> taxonomy;
  std::variant<HelpAsked, VersionAsked, ListAsked, RunArguments, ReadArguments, MatchArguments, ServeArguments,
               LoginArguments, LogoutArguments, WhoamiArguments>
      command;
};

/// `otherwise`: the language when --lang does not say one. Error: bad_call, with what is wrong as its place.
[[nodiscard]] Result<Arguments> parse_arguments(int argc, const char* const* argv, Language otherwise);

/// The language that --lang asks for, whatever else is wrong with the arguments.
[[nodiscard]] Language language_asked(int argc, const char* const* argv, Language otherwise);

}  // namespace collega::cli
