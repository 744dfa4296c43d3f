#pragma once

// The person at the terminal: what is kept for them, and what they are asked. Main hands both to the command line.

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace collega::cli {

/// Where a program keeps a person's settings (XDG Base Directory Specification): "collega" in `config_home`, else in
/// ".config" of `home`. A path that is not absolute does not count; empty without either.
[[nodiscard]] std::filesystem::path settings_folder(std::string_view config_home, std::string_view home);

/// Asks on the terminal itself, wherever the input and output of the program go; a secret is not shown while it is
/// typed. Nothing when there is no terminal, or its end came first.
[[nodiscard]] std::optional<std::string> ask_at_terminal(std::string_view question, bool is_secret);

}  // namespace collega::cli
