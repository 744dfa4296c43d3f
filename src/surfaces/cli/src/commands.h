#pragma once

// What each command does once its arguments are read. Each returns the exit status.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "collega/cli/run.h"
#include "trouble.h"

namespace collega::cli {

struct RunArguments {
  std::string operation;
  bool lines = false;  ///< --jsonl
  std::optional<std::string> data, server, taxonomy;
};

struct LoginArguments {
  std::string address;
  std::optional<std::string> login;
  bool key_stdin = false;
  bool insecure = false;  ///< --insecure-http
};

struct LogoutArguments {
  std::optional<std::string> server;
};

struct WhoamiArguments {
  std::optional<std::string> server;
  bool json = false;
};

struct ReadArguments {
  std::vector<std::string> files;
  bool json = false;
};

struct MatchArguments {
  std::string vacancy;
  std::vector<std::string> candidates;
  bool json = false;
  bool blind = false;
  std::optional<std::string> blind_key, xlsx, criteria, on;
};

int list_operations(const std::optional<std::string>& operation, const operations::Table&, Surroundings&);
int run_operation(const RunArguments&, const operations::Table&, Surroundings&);
int read_files(const ReadArguments&, const operations::Table&, Surroundings&);
int match_files(const MatchArguments&, const operations::Table&, Surroundings&);
int log_in(const LoginArguments&, Surroundings&);
int log_out(const LogoutArguments&, Surroundings&);
int who_am_i(const WhoamiArguments&, Surroundings&);

/// Runs an operation; what it throws becomes an error of this one input.
[[nodiscard]] Result<Json> run_guarded(const operations::Table&, std::string_view name, const Json& input,
                                       operations::Context&);

[[nodiscard]] operations::Context context_of(const Surroundings&);

/// {"error": {"code", "message", "where"}}, with "missing" of a use that the register does not allow yet, and the id of
/// the input when there is one.
[[nodiscard]] JsonObject error_object(const Trouble&, Language, const Json* input = nullptr);

/// Tells a person on the error stream; the exit status of the error.
int complain(const Trouble&, Surroundings&);

}  // namespace collega::cli
