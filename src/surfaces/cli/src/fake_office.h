#pragma once

// For tests: a terminal of strings and a table of operations that answer what they are told.

#include <sstream>
#include <string>
#include <vector>

#include "collega/cli/run.h"

namespace collega::cli {

class FakeOffice {
 public:
  /// An operation that answers with what `run` makes of its input; its input knows `known`.
  void add(std::string_view name, std::function<Result<Json>(const Json&, operations::Context&)> run,
           std::vector<std::string> known = {}) {
    operations::Operation row;
    row.name = name;
    row.purpose = {"Doet iets.", "Does something."};
    row.may = {operations::Role::hr_adviser};
    row.handler.run = std::move(run);
    row.handler.input_schema = [known](Language) {
      JsonObject properties;
      for (const std::string& member : known) properties[member] = JsonObject{};
      return JsonObject{{"properties", properties}};
    };
    row.handler.output_schema = [](Language) { return JsonObject{{"properties", JsonObject{}}}; };
    rows_.push_back(row);
  }
  operations::Operation& last() { return rows_.back(); }

  /// The exit status.
  int call(std::vector<const char*> arguments, const std::string& input = {}) {
    arguments.insert(arguments.begin(), "collega");
    in_.clear();
    in_.str(input);
    using namespace std::chrono_literals;
    Surroundings around{.in = in_, .out = out_, .err = err_, .today = Date{2026y / 11 / 22}, .version = "0.1.0"};
    around.columns = columns;
    around.err_is_terminal = err_is_terminal;
    around.settings = settings;
    around.records_of_environment = records_of_environment;
    around.ask = [this](std::string_view question, bool is_secret) -> std::optional<std::string> {
      questions.push_back((is_secret ? "secret " : "") + std::string{question});
      if (typed.empty()) return std::nullopt;
      std::string first = typed.front();
      typed.erase(typed.begin());
      return first;
    };
    around.use_taxonomy = [this](const std::filesystem::path& folder) { taxonomy = folder; };
    return run(static_cast<int>(arguments.size()), arguments.data(), operations::Table{rows_}, around);
  }

  [[nodiscard]] std::string out() const { return out_.str(); }
  [[nodiscard]] std::string err() const { return err_.str(); }

  std::size_t columns = 100;
  bool err_is_terminal = false;
  std::filesystem::path taxonomy;
  std::filesystem::path settings;  ///< none: there are no logins
  std::string records_of_environment;
  std::vector<std::string> typed;      ///< what the person answers, in turn; then they are gone
  std::vector<std::string> questions;  ///< what they were asked

 private:
  std::vector<operations::Operation> rows_;
  std::istringstream in_;
  std::ostringstream out_;
  std::ostringstream err_;
};

}  // namespace collega::cli
