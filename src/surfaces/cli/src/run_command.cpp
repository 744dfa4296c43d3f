#include <istream>
#include <iterator>
#include <ostream>

#include "commands.h"
#include "terminal.h"
#include "texts.h"

namespace collega::cli {
namespace {

class Runner {
 public:
  Runner(const RunArguments& asked, const operations::Table& table, Surroundings& around, operations::Records* records)
      : asked_(asked), table_(table), around_(around), context_(context_of(around)) {
    context_.records = records;
  }

  /// One input to one line of output; false when it failed.
  bool answer(std::string_view text) {
    const Result<Json> input = parse_json(text);
    const Result<Json> output =
        input ? run_guarded(table_, asked_.operation, input.value(), context_) : Result<Json>{input.error()};
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
    for (std::string line; std::getline(around_.in, line) && around_.out;) all_went_well &= answer(line);
    return all_went_well ? 0 : 1;
  }

  int answer_one() {
    const std::string text{std::istreambuf_iterator<char>{around_.in}, {}};
    return answer(text) ? 0 : 1;
  }

 private:
  const RunArguments& asked_;
  const operations::Table& table_;
  Surroundings& around_;
  operations::Context context_;
};

/// The records that the operation needs, if it does. What makes the whole call wrong is seen before any input is read.
Result<operations::Records*> records_for(const RunArguments& asked, const operations::Table& table, Surroundings& around) {
  const operations::Operation* operation = TRY(table.find(asked.operation));
  if (operation->stored == operations::Stored::nothing) {
    if (asked.data) around.err << "collega: " << printable(texts(around.language)("run.data_unused", *asked.data)) << '\n';
    return nullptr;
  }
  return around.open_records(asked.data);
}

}  // namespace

int run_operation(const RunArguments& asked, const operations::Table& table, Surroundings& around) {
  const Result<operations::Records*> records = records_for(asked, table, around);
  if (!records) return complain(records.error(), around);
  Runner runner{asked, table, around, records.value()};
  return asked.lines ? runner.answer_lines() : runner.answer_one();
}

}  // namespace collega::cli
