#include "collega/administration/import.h"

#include "apply.h"
#include "collega/base/error.h"
#include "embedded.h"
#include "import_counts.h"
#include "plan.h"

namespace collega::administration {
namespace {

using people::Change;

/// So many may be gone whatever their share: in a small organisation each who leaves is a large one.
constexpr std::int64_t kFewLeft = 2;
/// Rows that the records refuse although the plan foresaw nothing: past this many something else is wrong.
constexpr int kMostRefusals = 25;

void count(ImportCounts& counts, Change change) {
  ++(change == Change::created ? counts.created : change == Change::changed ? counts.changed : counts.same);
}

/// Everything that one import needs, from the table to the plan.
class Work {
 public:
  Work(store::ReadTransaction& read, const documents::Table& table, const ImportRequest& request, Date today,
       Columns columns, Ticker& ticker)
      : read_(read),
        columns_(std::move(columns)),
        findings_(columns_),
        records_(read),
        input_{table, columns_, request, today, rows_, findings_, records_},
        ticker_(ticker) {}

  Result<Done> begin() {
    rows_ = TRY(read_rows(input_.table, columns_, input_.request, input_.today, findings_));
    TRY(check_rows_together(input_));
    return plan_again();
  }

  /// Until no row turns out bad any more.
  Result<Done> plan_again() {
    for (std::size_t before = 0;;) {
      before = findings_.count();
      plan_ = TRY(make_plan(input_, ticker_));
      if (findings_.count() == before) break;
      ticker_.go_to(0);
    }
    if (!columns_.is_of_units) TRY(find_who_left(read_, input_, plan_));
    return Done{};
  }

  void refuse(const Refusal& refusal) {
    std::string about{name_of(refusal.error.code)};
    if (!refusal.error.where.empty()) about += " (" + refusal.error.where + ")";
    findings_.bad(rows_[refusal.row], Problem::refused_by_records, {}, {}, about);
  }

  [[nodiscard]] bool has_bad_rows() const { return findings_.count() > 0; }
  [[nodiscard]] const Plan& plan() const { return plan_; }
  [[nodiscard]] bool too_many_left() const {
    const auto left = static_cast<std::int64_t>(plan_.left.size());
    const double most = input_.request.most_left_percent / 100 * static_cast<double>(plan_.in_service);
    return left > kFewLeft && static_cast<double>(left) > most;
  }

  [[nodiscard]] ImportReport report() {
    ImportReport report;
    report.rows = static_cast<std::int64_t>(rows_.size());
    for (const ImportRow& row : rows_) ++(row.bad ? report.bad_rows : report.good_rows);
    for (const UnitStep& one : plan_.units) count(report.units, one.change);
    for (const PersonStep& one : plan_.people) {
      count(report.people, one.change);
      for (const ContractStep& contract : one.contracts) count(report.contracts, contract.change);
      if (one.manager) count(report.managers, one.manager->change);
    }
    for (const UnitManagerStep& one : plan_.unit_managers) count(report.managers, one.step.change);
    report.left = plan_.left;
    report.too_many_left = too_many_left();
    for (const PlanNotice& one : plan_.notices) {
      findings_.notice(rows_[one.row].line, one.problem, one.field, one.value, std::to_string(rows_[one.about].line));
    }
    findings_.hand_over(report);
    return report;
  }

 private:
  store::ReadTransaction& read_;
  Columns columns_;
  Findings findings_;
  Records records_;
  std::vector<ImportRow> rows_;
  PlanInput input_;
  Ticker& ticker_;
  Plan plan_;
};

Result<Done> write_run(store::WriteTransaction& write, ImportRunId run, const ImportRequest& request,
                       const std::string& account, Moment now) {
  TRY(write.execute(
      "insert into import_run (id, at, account, file_name, file_digest, source, mapping, counts)"
      " values (?, ?, ?, ?, ?, ?, ?, '{}')",
      run, now, account, request.file_name, request.file_digest, request.source, to_text(to_json(request.mapping))));
  return Done{};
}

Result<Done> write_counts(store::WriteTransaction& write, ImportRunId run, const ImportReport& report,
                          bool left_ended) {
  const RunCounts counts{report.rows,  report.people,   report.contracts,
                         report.units, report.managers, left_ended ? static_cast<std::int64_t>(report.left.size()) : 0};
  TRY(write.execute("update import_run set counts = ? where id = ?", to_text(to_json(counts)), run));
  return Done{};
}

}  // namespace

std::vector<store::Migration> migrations() { return {{"administration", 1, embedded_administration_1_sql()}}; }

Result<ImportReport> dry_run_import(store::ReadTransaction& read, const documents::Table& table,
                                    const ImportRequest& request, Date today, const Progress& progress) {
  Ticker ticker{progress, table.rows.size()};
  Work work{read, table, request, today, TRY(resolved(request.mapping, table.header)), ticker};
  TRY(work.begin());
  return work.report();
}

Result<ImportReport> run_import(store::WriteTransaction& write, const documents::Table& table,
                                const ImportRequest& request, const std::string& account, Moment now, Date today,
                                const Progress& progress) {
  Ticker ticker{progress, 2 * table.rows.size()};  // the plan, and then the records
  Work work{write, table, request, today, TRY(resolved(request.mapping, table.header)), ticker};
  TRY(work.begin());
  const auto run = write.new_id<ImportRunId>();
  for (int refusals = 0;; ++refusals) {
    const bool refused = work.has_bad_rows() && request.on_bad_rows == OnBadRows::all_or_nothing;
    const bool too_many = request.absent_left_after && work.too_many_left() && !request.many_left_confirmed;
    if (refused || too_many || refusals > kMostRefusals) return work.report();
    ticker.go_to(table.rows.size());
    TRY(write.execute("savepoint import_begin"));
    TRY(write_run(write, run, request, account, now));
    const auto refusal = TRY(apply(write, work.plan(), run, request.source, request.absent_left_after, ticker));
    if (!refusal) break;
    TRY(write.execute("rollback to savepoint import_begin"));
    TRY(write.execute("release savepoint import_begin"));
    work.refuse(*refusal);
    TRY(work.plan_again());
  }
  TRY(write.execute("release savepoint import_begin"));
  ImportReport report = work.report();
  report.imported = true;
  report.run = run;
  TRY(write_counts(write, run, report, request.absent_left_after.has_value()));
  return report;
}

}  // namespace collega::administration
