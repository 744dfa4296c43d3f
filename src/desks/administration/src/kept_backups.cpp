// Backups as an administrator makes them from a browser: one is made, restored beside the data to see that it can be,
// and handed over. The key is not in it and never leaves the server.

#include <filesystem>

#include "backup_types.h"
#include "collega/store/backup.h"
#include "operation_rows.h"

namespace collega::administration {
namespace {

using namespace operations;
namespace fs = std::filesystem;

constexpr std::string_view kMake = "administration.make_backup";
constexpr std::string_view kAtTerminal = "administration.back_up";
constexpr std::string_view kRotate = "administration.rotate_key";

/// A folder that is gone again, with all that was put in it.
class TemporaryFolder {
 public:
  explicit TemporaryFolder(fs::path place) : place_(std::move(place)) { clear(); }
  ~TemporaryFolder() { clear(); }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] const fs::path& place() const { return place_; }

 private:
  void clear() {
    std::error_code ignored;
    fs::remove_all(place_, ignored);
  }
  fs::path place_;
};

/// Restored whole under the key of the data; only that shows that it can be.
Result<Done> verify(const std::string& file, const store::Store& store, const Tools& tools) {
  const TemporaryFolder into{store.folder() / "backup-tried"};
  const store::Options options{
      .folder = into.place(),
      .postgres = {},
      .key_file = tools.key.empty() ? store.folder() / "key" : fs::path{},
      .key = tools.key,
  };
  TRY(store::restore(file, options, tools.migrations));
  return Done{};
}

Result<MadeBackup> make_backup(const MakeBackupRequest& asked, Context& context, const Tools& tools) {
  const store::Store& store = context.records->store;
  const auto progress = [&](std::int64_t rows) { context.progress({static_cast<std::size_t>(rows), 0, ""}); };
  const store::BackupSummary made = TRY(store::back_up(context.records->store, asked.file, progress));
  if (const Result<Done> whole = verify(asked.file, store, tools); !whole) {
    std::error_code ignored;
    fs::remove(asked.file, ignored);  // what cannot be restored is no backup
    return whole.error();
  }
  context.work.remember("rows", made.rows);
  context.work.remember("bytes", made.bytes);
  context.work.remember("verified", Json(true));
  return MadeBackup{asked.file, made.rows, made.bytes};
}

std::optional<std::int64_t> number_in(const Json& details, std::string_view member) {
  const JsonObject* object = details.if_object();
  const Json* value = object ? object->if_contains(member) : nullptr;
  if (!value || !value->is_number()) return std::nullopt;
  return value->to_number<std::int64_t>();
}

Result<std::optional<LastTime>> last_time(store::ReadTransaction& read, std::string_view operation) {
  const ledger::Page page =
      TRY(ledger::page(read, {.kind = ledger::Kind::act, .operation = std::string{operation}}, "", 1));
  if (page.entries.empty()) return std::optional<LastTime>{};
  const ledger::Recorded& last = page.entries.front();
  LastTime time;
  time.at = last.at;
  time.rows = number_in(last.details, "rows");
  time.bytes = number_in(last.details, "bytes");
  return std::optional{time};
}

Result<BackupState> backups(const BackupStateRequest&, Context& context, const Tools& tools) {
  store::ReadTransaction& read = context.work.read();
  BackupState state;
  state.verified = TRY(last_time(read, kMake));
  state.at_terminal = TRY(last_time(read, kAtTerminal));
  state.key_changed = TRY(last_time(read, kRotate));
  state.key_beside_data = tools.key.empty();
  return state;
}

}  // namespace

void add_kept_backup_rows(std::vector<Operation>& rows, const Tools& tools) {
  rows.push_back({
      .name = kMake,
      .title = {"Een back-up maken en nagaan", "Make a backup and verify it"},
      .purpose = {"Maakt een verzegelde back-up, zet die ter controle terug naast de gegevens, en geeft hem mee.",
                  "Makes a sealed backup, restores it beside the data to verify it, and hands it over."},
      .effect = Effect::acts,
      .reads = {Data::everything},
      .may = {Role::administrator},
      .stored = Stored::whole,
      .pace = Pace::job,
      .given = {"file"},
      .handler = handler(make_backup, tools),
  });
  rows.push_back({
      .name = "administration.backups",
      .title = {"Hoe het met back-ups en de sleutel staat", "How backups and the key stand"},
      .purpose = {"Toont wanneer er voor het laatst een back-up is gemaakt en nagegaan, en de sleutel vervangen.",
                  "Shows when a backup was last made and verified, and the key changed."},
      .reads = {Data::ledger},
      .may = {Role::administrator},
      .stored = Stored::reads,
      .handler = handler(backups, tools),
  });
}

}  // namespace collega::administration
