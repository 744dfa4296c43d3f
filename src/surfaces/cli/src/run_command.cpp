#include <istream>
#include <iterator>
#include <ostream>

#include "asking.h"
#include "commands.h"
#include "terminal.h"
#include "texts.h"

namespace collega::cli {
namespace {

class Runner {
 public:
  Runner(const operations::Operation& operation, Asking& asking, Surroundings& around)
      : operation_(operation), asking_(asking), around_(around) {}

  /// One input to one line of output; false when it failed.
  bool answer(std::string_view text) {
    const Result<Json> input = parse_json(text);
    const Told<Json> output =
        input ? asking_.ask(operation_, input.value(), [](const operations::Progress&) {}) : Told<Json>{input.error()};
    if (output) {
      around_.out << to_text(output.value()) << '\n' << std::flush;
    } else {
      const Json* given = input ? &input.value() : nullptr;
      around_.out << to_text(error_object(output.error(), around_.language, given)) << '\n' << std::flush;
    }
    return output.ok();
  }

  int answer_lines() {
    bool all_went_well = true;
    for (std::string line; !asking_.was_stopped() && std::getline(around_.in, line) && around_.out;) {
      all_went_well &= answer(line);
    }
    return all_went_well ? 0 : 1;
  }

  int answer_one() {
    const std::string text{std::istreambuf_iterator<char>{around_.in}, {}};
    return answer(text) ? 0 : 1;
  }

 private:
  const operations::Operation& operation_;
  Asking& asking_;
  Surroundings& around_;
};

/// The records that the operation needs, if it does. What makes the whole call wrong is seen before any input is read.
Result<operations::Records*> records_for(const RunArguments& asked, const operations::Operation& operation,
                                         Surroundings& around) {
  if (operation.stored == operations::Stored::nothing) {
    if (asked.data)
      around.err << "collega: " << printable(texts(around.language)("run.data_unused", *asked.data)) << '\n';
    return nullptr;
  }
  return around.open_records(asked.data);
}

Result<std::unique_ptr<Asking>> asking_for(const RunArguments& asked, const operations::Operation& operation,
                                           const operations::Table& table, Surroundings& around) {
  if (auto server = TRY(ask_server({asked.data, asked.server}, operation, around))) {
    if (asked.taxonomy) {
      around.err << "collega: " << printable(texts(around.language)("run.taxonomy_unused", *asked.taxonomy)) << '\n';
    }
    return server;
  }
  return ask_here(table, TRY(records_for(asked, operation, around)), around);
}

}  // namespace

int run_operation(const RunArguments& asked, const operations::Table& table, Surroundings& around) {
  const Result<const operations::Operation*> operation = table.find(asked.operation);
  if (!operation) return complain(operation.error(), around);
  const auto asking = asking_for(asked, *operation.value(), table, around);
  if (!asking) return complain(asking.error(), around);
  Runner runner{*operation.value(), *asking.value(), around};
  return asked.lines ? runner.answer_lines() : runner.answer_one();
}

}  // namespace collega::cli
