#pragma once

// What each command does once its arguments are read. Each returns the exit status.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "collega/cli/run.h"

namespace collega::cli {

struct RunArguments {
  std::string operation;
  bool lines = false;  ///< --jsonl
  std::optional<std::string> data;
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

/// Runs an operation; what it throws becomes an error of this one input.
[[nodiscard]] Result<Json> run_guarded(const operations::Table&, std::string_view name, const Json& input,
                                       operations::Context&);

[[nodiscard]] operations::Context context_of(const Surroundings&);

/// {"error": {"code", "message", "where"}}, with the id of the input when there is one.
[[nodiscard]] JsonObject error_object(const Error&, Language, const Json* input = nullptr);

/// Tells a person on the error stream; the exit status of the error.
int complain(const Error&, Surroundings&);

}  // namespace collega::cli
