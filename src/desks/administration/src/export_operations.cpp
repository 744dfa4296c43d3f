#include "export_types.h"
#include "files.h"
#include "operation_rows.h"

namespace collega::administration {
namespace {

using namespace operations;

Result<ExportFileAnswer> export_file(const ExportFileRequest& asked, Context& context) {
  if (!TRY(context.scope()).everybody) return Error{ErrorCode::not_about_them};  // a file holds the whole organisation
  const ExportFormat format =
      std::filesystem::path{asked.file}.extension() == ".xlsx" ? ExportFormat::xlsx : ExportFormat::csv;
  const ExportRequest request{asked.what, format, asked.as_of, asked.with_bsn, asked.with_iban};
  const ExportedFile exported = TRY(export_table(context.work.read(), request, context.today));
  TRY(write_file(asked.file, exported.bytes));
  context.work.remember("rows", exported.rows);
  context.work.remember("bsn", asked.with_bsn);
  return ExportFileAnswer{asked.file, exported.rows};
}

Result<LeavingReport> leave(const LeaveRequest& asked, Context& context) {
  context.work.remember("bsn", asked.with_bsn);
  return export_everything(context.work.read(), asked.folder, leaving_parts(asked.with_bsn, asked.with_iban),
                           context.today);
}

}  // namespace

void add_export_rows(std::vector<Operation>& rows) {
  rows.push_back({
      .name = "administration.export",
      .title = {"Naar een bestand", "Export to a file"},
      .purpose = {"Schrijft mensen, contracten of afdelingen naar CSV of XLSX, zo dat het weer ingelezen kan worden.",
                  "Writes people, contracts or units to CSV or XLSX, so that it can be imported again."},
      .reads = {Data::people, Data::contracts},
      .may = {Role::hr_adviser, Role::payroll},
      .stored = Stored::reads,
      .command = "export table",
      .given = {"what", "file"},
      .handler = handler<ExportFileRequest, ExportFileAnswer>(export_file),
  });
  rows.push_back({
      .name = "administration.export_everything",
      .title = {"Alles meenemen", "Take everything along"},
      .purpose = {"Schrijft alles wat bewaard wordt als CSV naar een nieuwe map, voor een organisatie die vertrekt.",
                  "Writes everything that is kept as CSV to a new folder, for an organisation that leaves."},
      .reads = {Data::everything},
      .may = {Role::administrator},
      .stored = Stored::reads,
      .command = "export everything",
      .given = {"folder"},
      .handler = handler<LeaveRequest, LeavingReport>(leave),
  });
}

}  // namespace collega::administration
