#include "table_command.h"

#include <ostream>

#include "collega/base/error.h"
#include "commands.h"
#include "progress_line.h"
#include "show_json.h"
#include "terminal.h"
#include "texts.h"

namespace collega::cli {
namespace {

Result<std::unique_ptr<Asking>> asking_for(const TableArguments& asked, const operations::Table& table,
                                           Surroundings& around) {
  if (auto server = TRY(ask_server(asked.where, *asked.operation, around))) return server;
  const bool needs_records = asked.operation->stored != operations::Stored::nothing || asked.where.data;
  operations::Records* records = needs_records ? TRY(around.open_records(asked.where.data)) : nullptr;
  return ask_here(table, records, around);
}

int perform(const TableArguments& asked, const operations::Table& table, Surroundings& around) {
  const auto asking = asking_for(asked, table, around);
  if (!asking) return complain(asking.error(), around);
  const Told<Json> answer = [&] {
    ProgressLine line{around};
    return asking.value()->ask(*asked.operation, asked.input,
                               [&](const operations::Progress& progress) { line.show(progress); });
  }();
  if (!answer) return complain(answer.error(), around);
  around.out << (asked.json
                     ? to_pretty_text(answer.value()) + '\n'
                     : show_json(answer.value(), asked.operation->handler.output_schema(around.language), around));
  return 0;
}

/// The words without --lang and its value, which count anywhere.
std::vector<std::string> without_language(int argc, const char* const* argv) {
  std::vector<std::string> words;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--lang") {
      ++i;
    } else if (!word.starts_with("--lang=")) {
      words.emplace_back(word == "-h" ? "--help" : word);
    }
  }
  return words;
}

}  // namespace

std::optional<int> run_table_command(int argc, const char* const* argv, const operations::Table& table,
                                     Surroundings& around) {
  const std::vector<std::string> words = without_language(argc, argv);
  if (words.empty() || words.front().starts_with('-')) return std::nullopt;
  const operations::Operation* operation = command_in(table, words);
  if (!operation) {  // "collega people": which commands begin so
    const std::string list = command_list(table, words.front(), around.language, around.columns);
    if (list.empty()) return std::nullopt;
    (words.size() == 1 || words[1] == "--help" ? around.out : around.err) << list;
    return words.size() == 1 || words[1] == "--help" ? 0 : exit_status_of(ErrorCode::bad_call);
  }
  const Result<TableArguments> asked = parse_table_arguments(*operation, words, around.language);
  if (!asked) return complain(asked.error(), around);
  if (asked->help) {
    around.out << help_of(*operation, around.language, around.columns);
    return 0;
  }
  return perform(asked.value(), table, around);
}

}  // namespace collega::cli
