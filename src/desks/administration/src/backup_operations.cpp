#include <filesystem>

#include "backup_types.h"
#include "collega/people/erasures.h"
#include "collega/store/backup.h"
#include "operation_rows.h"
#include "texts.h"

namespace collega::administration {
namespace {

using namespace operations;

Result<BackupAnswer> back_up(const BackupRequest& asked, Context& context) {
  const auto progress = [&](std::int64_t rows) { context.progress({static_cast<std::size_t>(rows), 0, ""}); };
  const store::BackupSummary summary = TRY(store::back_up(context.records->store, asked.file, progress));
  context.work.remember("rows", summary.rows);
  return BackupAnswer{asked.file, summary.rows, summary.bytes};
}

Result<std::int64_t> erase_again(store::Store& store, const std::string& file, const Tools& tools, Moment now) {
  store::WriteTransaction write = TRY(store.write());
  const people::Writing writing{"local", "local operator", "administration.restore", now};
  const std::int64_t count = TRY(people::repeat_erasures(write, file, tools.holdings, writing));
  TRY(write.commit());
  return count;
}

/// The key beside the data, as the next opening looks for it; mode 600 as it was.
Result<Done> bring_key(const std::string& key_file, const std::filesystem::path& into) {
  std::error_code failure;
  std::filesystem::create_directories(into, failure);
  if (!failure) std::filesystem::copy_file(key_file, into / "key", failure);
  if (failure)
    return Error{std::filesystem::exists(key_file) ? ErrorCode::file_unwritable : ErrorCode::key_missing, key_file};
  return Done{};
}

Result<std::unique_ptr<store::Store>> restored(const RestoreRequest& asked, const Tools& tools) {
  const store::Options options{
      .folder = asked.into, .postgres = asked.postgres.value_or(""), .key = asked.key_file ? "" : tools.key};
  if (asked.key_file) TRY(bring_key(*asked.key_file, asked.into));
  Result<std::unique_ptr<store::Store>> store = store::restore(asked.file, options, tools.migrations);
  std::error_code ignored;
  if (!store && asked.key_file) std::filesystem::remove(std::filesystem::path{asked.into} / "key", ignored);
  return store;
}

Result<RestoreAnswer> restore(const RestoreRequest& asked, Context& context, const Tools& tools) {
  const std::unique_ptr<store::Store> store = TRY(restored(asked, tools));
  RestoreAnswer answer{.into = asked.into, .erased_again = 0, .reminder = {}};
  if (!asked.erasures) {
    answer.reminder = texts(context.language)("restore.without_erasures");
    return answer;
  }
  answer.erased_again = TRY(erase_again(*store, *asked.erasures, tools, tools.clock()));
  if (answer.erased_again > 0) TRY(store->leave_no_trace());
  return answer;
}

Result<RotateKeyAnswer> rotate_key(const RotateKeyRequest&, Context& context) {
  if (const Result<Done> rotated = context.records->store.rotate_key(); !rotated) {
    const Error& why = rotated.error();  // where the key stands is not for whoever asks from elsewhere
    return Error{why.code, std::filesystem::path{why.where}.filename().string(), why.detail};
  }
  return RotateKeyAnswer{true, texts(context.language)("key.rotated")};
}

}  // namespace

void add_backup_rows(std::vector<Operation>& rows, const Tools& tools) {
  rows.push_back({
      .name = "administration.back_up",
      .title = {"Een back-up maken", "Make a backup"},
      .purpose = {"Schrijft alles wat bewaard wordt verzegeld naar één bestand, terwijl het werk doorgaat.",
                  "Writes everything that is kept, sealed, to one file while work goes on."},
      .effect = Effect::acts,
      .reads = {Data::everything},
      .may = {Role::administrator},
      .stored = Stored::whole,
      .command = "backup",
      .given = {"file"},
      .handler = handler<BackupRequest, BackupAnswer>(back_up),
  });
  rows.push_back({
      .name = "administration.restore",
      .title = {"Een back-up terugzetten", "Restore a backup"},
      .purpose = {"Vult een lege map uit een back-up, en wist opnieuw wie sindsdien gewist was.",
                  "Fills an empty folder from a backup, and erases again whoever was erased since."},
      .effect = Effect::acts,
      .reads = {Data::given_files},
      .may = {Role::administrator},
      .command = "restore",
      .given = {"file"},
      .handler = handler(restore, tools),
  });
  rows.push_back({
      .name = "administration.rotate_key",
      .title = {"De sleutel vervangen", "Change the key"},
      .purpose = {"Geeft de gegevens een nieuwe sleutel; de oude opent ze dan niet meer.",
                  "Gives the data a new key; the old one opens it no more."},
      .effect = Effect::acts,
      .may = {Role::administrator},
      .stored = Stored::whole,
      .command = "keys rotate",
      .handler = handler<RotateKeyRequest, RotateKeyAnswer>(rotate_key),
  });
}

}  // namespace collega::administration
