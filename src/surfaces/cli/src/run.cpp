#include "collega/cli/run.h"

#include <ostream>

#include "arguments.h"
#include "table_command.h"
#include "texts.h"

namespace collega::cli {
namespace {

class Command {
 public:
  Command(const operations::Table& table, Surroundings& around) : table_(table), around_(around) {}

  int operator()(const HelpAsked& asked) const {
    const Messages& text = texts(around_.language);
    around_.out << text(asked.command.empty() ? "help" : "help." + asked.command) << '\n';
    if (asked.command.empty())
      around_.out << '\n'
                  << text("help.records") << '\n'
                  << command_list(table_, "", around_.language, around_.columns);
    return 0;
  }
  int operator()(const VersionAsked&) const {
    around_.out << "collega " << around_.version << '\n';
    return 0;
  }
  int operator()(const ListAsked& asked) const {
    if (!asked.open_api) return list_operations(asked.operation, table_, around_);
    around_.out << to_pretty_text(around_.open_api(around_.language)) << '\n';
    return 0;
  }
  int operator()(const RunArguments& asked) const { return run_operation(asked, table_, around_); }
  int operator()(const ReadArguments& asked) const { return read_files(asked, table_, around_); }
  int operator()(const MatchArguments& asked) const { return match_files(asked, table_, around_); }
  int operator()(const ServeArguments& asked) const {
    const Result<Done> served = around_.serve(asked);
    return served ? 0 : complain(served.error(), around_);
  }
  int operator()(const LoginArguments& asked) const { return log_in(asked, around_); }
  int operator()(const LogoutArguments& asked) const { return log_out(asked, around_); }
  int operator()(const WhoamiArguments& asked) const { return who_am_i(asked, around_); }

 private:
  const operations::Table& table_;
  Surroundings& around_;
};

}  // namespace

int run(int argc, const char* const* argv, const operations::Table& table, Surroundings& around) {
  around.language = language_asked(argc, argv, around.language);
  if (const std::optional<int> status = run_table_command(argc, argv, table, around)) return *status;
  const Result<Arguments> asked = parse_arguments(argc, argv, around.language);
  if (!asked) return complain(asked.error(), around);
  if (asked->taxonomy) around.use_taxonomy(*asked->taxonomy);
  return std::visit(Command{table, around}, asked->command);
}

}  // namespace collega::cli
