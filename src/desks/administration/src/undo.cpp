#include "collega/administration/undo.h"

#include <map>
#include <set>

#include "import_counts.h"
#include "journal.h"
#include "texts.h"
#include "ticker.h"

namespace collega::administration {
namespace {

constexpr int kMostRuns = 500;

Result<ImportRun> run_at(const store::Rows& rows) {
  const RunCounts counts = TRY(from_json<RunCounts>(TRY(parse_json(rows.view(6)))));
  std::string mapping = TRY(from_json<Mapping>(TRY(parse_json(rows.view(5))))).name;
  return ImportRun{.id = rows.get<ImportRunId>(0),
                   .at = rows.get<Moment>(1),
                   .account = rows.get<std::string>(2),
                   .file_name = rows.get<std::string>(3),
                   .source = rows.get<std::string>(4),
                   .mapping = std::move(mapping),
                   .rows = counts.rows,
                   .people = counts.people,
                   .contracts = counts.contracts,
                   .units = counts.units,
                   .managers = counts.managers,
                   .left = counts.left,
                   .undone_at = rows.get<std::optional<Moment>>(7),
                   .can_be_undone = rows.is_null(7) && rows.is_null(8)};
}

class Undoer {
 public:
  Undoer(store::WriteTransaction& write, const std::vector<people::Holding>& holdings, const Progress& progress)
      : write_(write), holdings_(holdings), progress_(progress) {}

  Result<UndoReport> undo(ImportRunId run) {
    const std::vector<JournalEntry> entries = TRY(journal_of(write_, run));
    for (const JournalEntry& one : entries) {
      if (one.kind == ChangeKind::person) people_.insert(one.entity);
      if (one.kind == ChangeKind::unit) units_.insert(one.entity);
    }
    Ticker ticker{progress_, 2 * entries.size()};
    for (const JournalEntry& one : entries) {
      TRY(check(one));
      ticker.step();
    }
    if (!report_.refusals.empty()) return report_;
    TRY(loosen_units(entries));
    // People who were there before come first: they may work in units, and under people, that then go.
    for (const auto wanted : {&Undoer::is_known_person, &Undoer::is_new_person, &Undoer::is_unit}) {
      for (const JournalEntry& one : entries) {
        if (!(this->*wanted)(one)) continue;
        TRY(take_back(one));
        ticker.step();
      }
    }
    report_.undone = true;
    return report_;
  }

 private:
  [[nodiscard]] bool is_known_person(const JournalEntry& one) const {
    return one.kind == ChangeKind::person && one.person.exists();
  }
  [[nodiscard]] bool is_new_person(const JournalEntry& one) const {
    return one.kind == ChangeKind::person && !one.person.exists();
  }
  [[nodiscard]] bool is_unit(const JournalEntry& one) const { return one.kind == ChangeKind::unit; }

  void refuse(const JournalEntry& entry, UndoObstacle obstacle, const std::string& what = {}) {
    const std::string text = "undo." + std::string{name_of(obstacle)};
    report_.refusals.push_back({.kind = entry.kind,
                                .key = entry.key,
                                .obstacle = obstacle,
                                .reason_nl = texts(Language::nl)(text, what),
                                .reason_en = texts(Language::en)(text, what)});
  }

  Result<Done> check(const JournalEntry& entry) {
    if (entry.kind == ChangeKind::person) return check_person(entry);
    const people::UnitId unit{entry.entity};
    const UnitImage now = TRY(image_of(write_, unit, entry.key));
    if (!now.exists()) return refuse(entry, UndoObstacle::gone), Done{};
    if (digest_of(write_, now) != entry.after) return refuse(entry, UndoObstacle::changed_since), Done{};
    return Done{};
  }

  Result<Done> check_person(const JournalEntry& entry) {
    const people::PersonId person{entry.entity};
    const PersonImage now = TRY(image_of(write_, person));
    if (!now.exists()) return refuse(entry, UndoObstacle::gone), Done{};
    if (digest_of(write_, now) != entry.after) return refuse(entry, UndoObstacle::changed_since), Done{};
    if (entry.person.exists()) return Done{};
    for (const people::Assignment& role : TRY(people::roles_of(write_, person))) {
      const bool is_of_import = (role.of_person && people_.contains(role.of_person->number)) ||
                                (role.of_unit && units_.contains(role.of_unit->number));
      if (!is_of_import) return refuse(entry, UndoObstacle::in_use, name_of_role(role)), Done{};
    }
    for (const people::Holding& holding : holdings_) {
      if (holding.kind.starts_with("people.") || holding.kind.starts_with("administration.")) continue;
      if (TRY(holding.show(write_, person)).empty()) continue;
      return refuse(entry, UndoObstacle::in_use, std::string{holding.kind}), Done{};
    }
    return Done{};
  }

  /// Each unit that moved in the import to the top first: so none is in the way of another, whatever the order in which
  /// they moved.
  Result<Done> loosen_units(const std::vector<JournalEntry>& entries) {
    for (const JournalEntry& one : entries) {
      if (one.kind == ChangeKind::unit) TRY(loosen(write_, people::UnitId{one.entity}, one.key, one.unit));
    }
    return Done{};
  }

  static std::string name_of_role(const people::Assignment& role) { return std::string{name_of(role.role)}; }

  Result<Done> take_back(const JournalEntry& entry) {
    ++(entry.person.exists() || entry.unit.exists() ? report_.restored : report_.taken_back);
    if (entry.kind == ChangeKind::unit) return restore(write_, people::UnitId{entry.entity}, entry.unit);
    return restore(write_, people::PersonId{entry.entity}, entry.person);
  }

  store::WriteTransaction& write_;
  const std::vector<people::Holding>& holdings_;
  const Progress& progress_;
  std::set<std::int64_t> people_;
  std::set<std::int64_t> units_;
  UndoReport report_;
};

Result<Done> check_run(store::ReadTransaction& read, ImportRunId run) {
  store::Rows rows = TRY(read.query("select undone_at, cleared_at from import_run where id = ?", run));
  if (!TRY(rows.next())) return Error{ErrorCode::import_unknown_run, to_string(run)};
  if (!rows.is_null(0)) return Error{ErrorCode::import_undone_before, to_string(run)};
  if (!rows.is_null(1)) return Error{ErrorCode::import_journal_gone, to_string(run)};
  return Done{};
}

}  // namespace

Result<ImportRunPage> import_runs(store::ReadTransaction& read, std::optional<ImportRunId> after, int limit) {
  if (limit < 1 || limit > kMostRuns) return Error{ErrorCode::out_of_range, "limit"};
  store::Rows rows =
      TRY(read.query("select id, at, account, file_name, source, mapping, counts, undone_at, cleared_at"
                     " from import_run where id < ? order by id desc limit ?",
                     after ? after->number : std::numeric_limits<std::int64_t>::max(), limit + 1));
  ImportRunPage page;
  while (TRY(rows.next())) {
    if (static_cast<int>(page.runs.size()) == limit) {
      page.next = page.runs.back().id;
      break;
    }
    page.runs.push_back(TRY(run_at(rows)));
  }
  return page;
}

Result<UndoReport> undo_import(store::WriteTransaction& write, ImportRunId run, const std::string& account, Moment now,
                               const std::vector<people::Holding>& holdings, const Progress& progress) {
  TRY(check_run(write, run));
  UndoReport report = TRY(Undoer(write, holdings, progress).undo(run));
  if (!report.undone) return report;
  TRY(write.execute("delete from import_change where run = ?", run));
  TRY(write.execute("delete from import_origin where run = ?", run));
  TRY(write.execute("update import_run set undone_at = ?, undone_by = ? where id = ?", now, account, run));
  return report;
}

Result<std::int64_t> clear_journals(store::WriteTransaction& write, Moment now, int days) {
  const Moment before = now - std::chrono::days{days};
  TRY(write.execute("delete from import_change where run in (select id from import_run where at < ?)", before));
  return write.execute("update import_run set cleared_at = ? where at < ? and cleared_at is null and undone_at is null",
                       now, before);
}

}  // namespace collega::administration
