#include <algorithm>

#include "collega/administration/mapping.h"
#include "files.h"
#include "import_types.h"
#include "operation_rows.h"

namespace collega::administration {
namespace {

using namespace operations;

// What a person reads of a long list before they open the CSV.
constexpr std::size_t kShownFindings = 100;

std::vector<ShownFinding> shown(const std::vector<RowFinding>& findings, Language language, std::int64_t& not_shown) {
  std::vector<ShownFinding> all;
  for (const RowFinding& finding : findings) {
    if (all.size() == kShownFindings) break;
    all.push_back({finding.line, finding.column, finding.value,
                   language == Language::nl ? finding.reason_nl : finding.reason_en});
  }
  not_shown += static_cast<std::int64_t>(findings.size() - all.size());
  return all;
}

ImportAnswer answer_of(const ImportReport& report, Language language) {
  ImportAnswer answer;
  static_cast<ImportSummary&>(answer) = report;
  answer.bad = shown(report.bad, language, answer.not_shown);
  answer.notices = shown(report.notices, language, answer.not_shown);
  return answer;
}

Result<ImportRequest> request_of(const ImportFileRequest& asked, const documents::Table& table,
                                 store::ReadTransaction& read) {
  ImportRequest request;
  static_cast<ImportChoices&>(request) = asked;
  request.mapping = asked.mapping ? *asked.mapping : TRY(propose_mapping(read, table)).mapping;
  request.file_name = std::filesystem::path{asked.file}.filename().string();
  return request;
}

Progress progress_of(Context& context) {
  return [&context](std::size_t done, std::size_t total) { context.progress({done, total, ""}); };
}

Result<ImportAnswer> finish(const ImportFileRequest& asked, Context& context, const ImportReport& report) {
  if (asked.findings) TRY(write_file(*asked.findings, findings_csv(report, context.language)));
  return answer_of(report, context.language);
}

/// A file of people is held against everybody: who is not in it any more is told. An administrator, who sees nobody in
/// Collega, has the file from the payroll system all the same.
Result<Done> check_reach(Context& context) {
  const bool administers = context.asker.roles.contains(Role::administrator);
  if (!administers && !TRY(context.scope()).everybody) return Error{ErrorCode::not_about_them};
  return Done{};
}

Result<ImportAnswer> check(const ImportFileRequest& asked, Context& context, const Tools& tools) {
  TRY(check_reach(context));
  const documents::Table table = TRY(tools.reader().read_table(asked.file, asked.sheet.value_or("")));
  store::ReadTransaction& read = context.work.read();
  const ImportRequest request = TRY(request_of(asked, table, read));
  return finish(asked, context, TRY(dry_run_import(read, table, request, context.today, progress_of(context))));
}

Result<ImportAnswer> import(const ImportFileRequest& asked, Context& context, const Tools& tools) {
  TRY(check_reach(context));
  const documents::Table table = TRY(tools.reader().read_table(asked.file, asked.sheet.value_or("")));
  store::WriteTransaction& write = context.work.write();
  const ImportRequest request = TRY(request_of(asked, table, write));
  const ImportReport report = TRY(run_import(write, table, request, context.actor(), context.records->clock(),
                                             context.today, progress_of(context)));
  context.work.remember("imported", report.imported);
  context.work.remember("rows", report.rows);
  if (report.run) {
    context.work.remember("run", Json(to_string(*report.run)));
    TRY(context.tell(kImported, JsonObject{}));
  }
  return finish(asked, context, report);
}

Result<MappingProposal> propose(const MappingRequest& asked, Context& context, const Tools& tools) {
  const documents::Table table = TRY(tools.reader().read_table(asked.file, asked.sheet.value_or("")));
  return propose_mapping(context.work.read(), table);
}

Result<MappingProposal> remember(const RememberMappingRequest& asked, Context& context, const Tools& tools) {
  const documents::Table table = TRY(tools.reader().read_table(asked.file, asked.sheet.value_or("")));
  TRY(remember_mapping(context.work.write(), table.header, asked.mapping, context.records->clock()));
  return propose_mapping(context.work.write(), table);
}

Result<ImportRunPage> imports(const ImportsRequest& asked, Context& context) {
  store::ReadTransaction& read = context.work.read();
  ImportRunPage page = TRY(import_runs(read, asked.after, asked.limit));
  for (ImportRun& run : page.runs) {
    const Result<std::int64_t> number = parse_id(run.account);
    if (!number) continue;  // of the local operator, or of a schedule
    const Result<identity::Account> account =
        identity::account_by_id(read, identity::AccountId{number.value()}, context.records->clock());
    if (account) run.by = account->display;
  }
  return page;
}

Result<UndoReport> undo(const UndoRequest& asked, Context& context, const Tools& tools) {
  context.work.remember("run", Json(to_string(asked.run)));
  return undo_import(context.work.write(), asked.run, context.actor(), context.records->clock(), tools.holdings,
                     progress_of(context));
}

Result<FolderReport> import_folder(const ImportFolderRequest& asked, Context& context, const Tools& tools) {
  ImportRequest like;
  like.source = asked.source;
  like.on_bad_rows = asked.on_bad_rows;
  FolderReport report = TRY(process_folder(context.records->store, tools.reader(), asked.folder, like, context.actor(),
                                           context.records->clock(), context.today, progress_of(context)));
  if (std::ranges::any_of(report.files, [](const FolderFile& file) { return file.run.has_value(); })) {
    TRY(context.tell(kImported, JsonObject{}));
  }
  return report;
}

Result<ClearJournalsAnswer> clear_old_journals(const ClearJournalsRequest&, Context& context) {
  return ClearJournalsAnswer{TRY(clear_journals(context.work.write(), context.records->clock()))};
}

}  // namespace

void add_import_rows(std::vector<Operation>& rows, const Tools& tools) {
  const std::vector<Role> may{Role::administrator, Role::payroll};
  rows.push_back({
      .name = "administration.propose_mapping",
      .title = {"Welke kolom welk veld is", "Which column is which field"},
      .purpose = {"Stelt voor welke kolom van een bestand welk veld is, met de reden.",
                  "Proposes which column of a file is which field, with the reason."},
      .reads = {Data::given_files},
      .may = may,
      .stored = Stored::reads,
      .command = "import mapping",
      .given = {"file"},
      .handler = handler(propose, tools),
  });
  rows.push_back({
      .name = "administration.remember_mapping",
      .title = {"Een indeling van kolommen onthouden", "Remember a layout of columns"},
      .purpose = {"Onthoudt welke kolom welk veld is, voor elk bestand met dezelfde kolommen.",
                  "Remembers which column is which field, for each file with the same columns."},
      .effect = Effect::acts,
      .reads = {Data::given_files},
      .may = may,
      .stored = Stored::writes,
      .command = "import remember",
      .given = {"file"},
      .handler = handler(remember, tools),
  });
  rows.push_back({
      .name = "administration.check_import",
      .title = {"Een import proefdraaien", "Try an import"},
      .purpose = {"Toont wat een import zou doen en wat er fout is, per regel en kolom, en verandert niets.",
                  "Shows what an import would do and what is wrong, by line and column, and changes nothing."},
      .reads = {Data::given_files, Data::people, Data::contracts},
      .may = may,
      .stored = Stored::reads,
      .command = "import check",
      .given = {"file"},
      .handler = handler(check, tools),
  });
  rows.push_back({
      .name = "administration.import",
      .title = {"Mensen, contracten en afdelingen inlezen", "Import people, contracts and units"},
      .purpose = {"Leest een bestand in: nieuw en gewijzigd naar sleutel, in één keer en weer ongedaan te maken.",
                  "Imports a file: new and changed by key, at once and to be undone again."},
      .effect = Effect::acts,
      .reads = {Data::given_files, Data::people, Data::contracts},
      .may = may,
      .stored = Stored::writes,
      .command = "import run",
      .given = {"file"},
      .handler = handler(import, tools),
  });
  rows.push_back({
      .name = "administration.imports",
      .title = {"Imports", "Imports"},
      .purpose = {"Toont welke bestanden zijn ingelezen, nieuwste eerst.",
                  "Shows which files were imported, newest first."},
      .reads = {Data::accounts},
      .may = may,
      .stored = Stored::reads,
      .command = "import list",
      .handler = handler<ImportsRequest, ImportRunPage>(imports),
  });
  rows.push_back({
      .name = "administration.undo_import",
      .title = {"Een import ongedaan maken", "Undo an import"},
      .purpose = {"Zet alles terug zoals het voor een import was, of zegt waarom dat niet kan.",
                  "Puts everything back as it was before an import, or says why it cannot."},
      .effect = Effect::acts,
      .reads = {Data::everything},
      .may = may,
      .stored = Stored::writes,
      .command = "import undo",
      .given = {"run"},
      .handler = handler(undo, tools),
  });
  rows.push_back({
      .name = "administration.clear_journals",
      .title = {"Oude imports vergeten", "Forget old imports"},
      .purpose = {"Wist wat nodig was om imports van meer dan dertig dagen oud ongedaan te maken. Gaat vanzelf.",
                  "Erases what was needed to undo imports of more than thirty days ago. Goes by itself."},
      .effect = Effect::acts,
      .reads = {Data::people},
      .may = {Role::administrator},
      .stored = Stored::writes,
      .command = "import forget",
      .handler = handler<ClearJournalsRequest, ClearJournalsAnswer>(clear_old_journals),
  });
  rows.push_back({
      .name = "administration.import_folder",
      .title = {"De bestanden in een map inlezen", "Import the files in a folder"},
      .purpose = {"Leest elk bestand in een map één keer in, voor een import elke nacht.",
                  "Imports each file in a folder once, for an import every night."},
      .effect = Effect::acts,
      .reads = {Data::given_files, Data::people, Data::contracts},
      .may = may,
      .stored = Stored::whole,
      .command = "import folder",
      .given = {"folder"},
      .handler = handler(import_folder, tools),
  });
}

}  // namespace collega::administration
