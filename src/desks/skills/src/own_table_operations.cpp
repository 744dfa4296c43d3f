// Own names from a file and to one.

#include <algorithm>
#include <fstream>

#include "own_table.h"
#include "rows.h"

namespace collega::skills_desk {
namespace {

using namespace operations;

// What a person reads of a long list before they mend the file.
constexpr std::size_t kShownBad = 200;

Result<OwnPlan> planned(const OwnTableRequest& asked, Context& context, const Desk& desk,
                        const std::vector<KeptName>& before, const std::function<OwnNameId()>& new_id,
                        std::size_t& rows) {
  const documents::Table table = TRY(desk.reader().read_table(asked.file));
  rows = table.rows.size();
  return plan_import(table, before, *TRY(desk.taxonomy()), *TRY(desk.catalogue()), context.language, new_id);
}

OwnImportAnswer answer_of(OwnPlan& plan, std::size_t rows) {
  OwnImportAnswer answer{rows, plan.added, plan.changed, plan.same, std::move(plan.bad), false};
  if (answer.bad.size() > kShownBad) answer.bad.resize(kShownBad);
  return answer;
}

Result<OwnImportAnswer> check_table(const OwnTableRequest& asked, Context& context, const Desk& desk) {
  const std::vector<KeptName> before = TRY(kept_names(context.work.read()));
  std::int64_t number = 0;  // below every number of the store
  for (const KeptName& one : before) number = std::max(number, one.id.number);
  std::size_t rows = 0;
  OwnPlan plan = TRY(planned(
      asked, context, desk, before, [&] { return OwnNameId{++number}; }, rows));
  return answer_of(plan, rows);
}

Result<OwnImportAnswer> import_table(const OwnTableRequest& asked, Context& context, const Desk& desk) {
  store::WriteTransaction& write = context.work.write();
  const std::vector<KeptName> before = TRY(kept_names(write));
  std::size_t rows = 0;
  OwnPlan plan = TRY(planned(
      asked, context, desk, before, [&] { return write.new_id<OwnNameId>(); }, rows));
  if (!plan.bad.empty()) {
    context.work.is_a(ledger::Kind::read);
    return answer_of(plan, rows);
  }
  Changing how{context.asker.account, context.records->clock()};
  how.run = write.new_id<ChangeId>().number;
  for (const OwnNameId id : plan.touched) {
    const auto one = std::ranges::find(plan.after, id, &KeptName::id);
    TRY(change_name(write, id, one->content, how));
  }
  context.work.remember("names", static_cast<std::int64_t>(plan.touched.size()));
  OwnImportAnswer answer = answer_of(plan, rows);
  answer.imported = true;
  return answer;
}

Result<OwnExportAnswer> export_table(const OwnExportRequest& asked, Context& context) {
  OwnExportAnswer answer{asked.file, 0};
  const std::string csv = own_names_csv(TRY(kept_names(context.work.read())), context.language, answer.rows);
  std::ofstream out{asked.file, std::ios::binary};
  out << csv;
  out.close();
  if (!out) return Error{ErrorCode::file_unwritable, asked.file};
  return answer;
}

}  // namespace

void add_own_table_rows(std::vector<Operation>& rows, const Desk& desk) {
  rows.push_back({
      .name = "skills.check_own_table",
      .title = {"Een bestand met eigen namen nakijken", "Check a file with own names"},
      .purpose = {"Zegt wat een bestand zou toevoegen en wijzigen, en elke regel die niet klopt.",
                  "Says what a file would add and change, and every line that is not right."},
      .reads = {Data::given_files},
      .may = kEditors,
      .stored = Stored::reads,
      .command = "skills check",
      .given = {"file"},
      .handler = handler(check_table, desk),
  });
  rows.push_back({
      .name = "skills.import_own_table",
      .title = {"Eigen namen inlezen", "Import own names"},
      .purpose = {"Leest eigen vaardigheden, functies en synoniemen uit een bestand, als elke regel klopt.",
                  "Reads own skills, positions and synonyms from a file, when every line is right."},
      .effect = Effect::acts,
      .reads = {Data::given_files},
      .may = kEditors,
      .stored = Stored::writes,
      .command = "skills import",
      .given = {"file"},
      .handler = handler(import_table, desk),
  });
  rows.push_back({
      .name = "skills.export_own_table",
      .title = {"Eigen namen naar een bestand", "Own names to a file"},
      .purpose = {"Schrijft de eigen namen als CSV, zo dat het weer ingelezen kan worden.",
                  "Writes the own names as CSV, so that it can be imported again."},
      .may = kEditors,
      .stored = Stored::reads,
      .command = "skills export",
      .given = {"file"},
      .handler = handler<OwnExportRequest, OwnExportAnswer>(export_table),
  });
}

}  // namespace collega::skills_desk
