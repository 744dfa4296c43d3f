#include <ostream>

#include "commands.h"
#include "criteria_file.h"
#include "match_text.h"
#include "progress_line.h"
#include "terminal.h"
#include "texts.h"

namespace collega::cli {
namespace {

constexpr std::string_view kOperation = "hiring.match_files";

Result<Json> input_of(const MatchArguments& asked, Language language) {
  JsonObject input{{"vacancy", asked.vacancy},
                   {"candidates", JsonArray(asked.candidates.begin(), asked.candidates.end())}};
  if (asked.criteria) input["criteria"] = TRY(read_criteria(*asked.criteria));
  if (asked.blind || asked.blind_key) input["blind"] = true;
  if (asked.blind_key) input["blind_key"] = *asked.blind_key;
  if (asked.xlsx) input["xlsx"] = *asked.xlsx;
  if (asked.on) input["on"] = *asked.on;
  input["language"] = code_of(language);
  return Json(std::move(input));
}

Result<Json> match(const MatchArguments& asked, const operations::Table& table, Surroundings& around) {
  const Json input = TRY(input_of(asked, around.language));
  ProgressLine line{around};
  operations::Context context = context_of(around);
  context.progress = [&](const operations::Progress& progress) { line.show(progress); };
  return run_guarded(table, kOperation, input, context);
}

}  // namespace

int match_files(const MatchArguments& asked, const operations::Table& table, Surroundings& around) {
  const Result<Json> answer = match(asked, table, around);
  if (!answer) {
    if (asked.json) around.out << to_text(error_object(answer.error(), around.language)) << '\n';
    return complain(answer.error(), around);
  }
  const MatchReport report = read_match_report(answer.value());
  if (asked.json) {
    around.out << to_pretty_text(answer.value()) << '\n';
  } else {
    around.out << match_text(report, {around.language, around.columns, around.colours, around.utf8});
    const auto tell = [&](std::string_view key, const std::optional<std::string>& file) {
      if (file) around.out << texts(around.language)(key, printable(*file)) << '\n';
    };
    tell("match.xlsx_written", asked.xlsx);
    tell("match.key_written", asked.blind_key);
  }
  return report.refused.empty() ? 0 : 1;
}

}  // namespace collega::cli
