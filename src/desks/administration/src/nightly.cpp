#include "collega/administration/nightly.h"

#include <sodium.h>

#include <algorithm>

#include "collega/base/error.h"
#include "collega/store/seal.h"
#include "files.h"
#include "mapping_store.h"

namespace collega::administration {
namespace {

namespace fs = std::filesystem;

/// What waits in the folder: no hidden files, no files of an editor or a transfer that is not done.
bool is_waiting(const fs::directory_entry& entry) {
  std::error_code failure;
  if (!entry.is_regular_file(failure)) return false;
  const std::string name = entry.path().filename().string();
  const std::string extension = entry.path().extension().string();
  return !name.starts_with('.') && !name.starts_with('~') && extension != ".part" && extension != ".tmp" &&
         extension != ".filepart";
}

bool is_settled(const fs::path& file, Moment now) {
  std::error_code failure;
  const auto written = fs::last_write_time(file, failure);
  if (failure) return false;
  return now - std::chrono::file_clock::to_sys(written) >= kSettled;
}

std::string sha256(std::string_view bytes) {
  std::string digest(crypto_hash_sha256_BYTES, '\0');
  crypto_hash_sha256(reinterpret_cast<unsigned char*>(digest.data()),
                     reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  return store::to_hex(digest);
}

/// "20261122T020000"
std::string stamp(Moment now) {
  std::string text = to_string(now).substr(0, 19);
  std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
  return text;
}

/// One file of the folder.
class Visit {
 public:
  Visit(store::Store& store, documents::Reader& reader, const fs::path& file, const ImportRequest& like)
      : store_(store), reader_(reader), file_(file), request_(like) {
    request_.file_name = file.filename().string();
    outcome_.name = request_.file_name;
  }

  Result<FolderFile> import(const std::string& account, Moment now, Date today, const Progress& progress) {
    const std::string bytes = TRY(read_file(file_, documents::TableLimits{}.file_bytes));
    request_.file_digest = sha256(bytes);
    const documents::Table table = TRY(reader_.parse_table(bytes, request_.file_name));
    store::WriteTransaction write = TRY(store_.write());
    const auto before = TRY(write.first<ImportRunId>(
        "select id from import_run where file_digest = ? and undone_at is null", request_.file_digest));
    if (before) {
      outcome_.outcome = FileOutcome::done_before;
      outcome_.run = *before;
      return outcome_;
    }
    const auto mapping = TRY(remembered_mapping(write, digest_of_header(table.header)));
    if (!mapping) {
      outcome_.outcome = FileOutcome::unknown_layout;
      return outcome_;
    }
    request_.mapping = *mapping;
    report_ = TRY(run_import(write, table, request_, account, now, today, progress));
    outcome_.outcome = report_.imported ? FileOutcome::imported : FileOutcome::refused;
    outcome_.rows = report_.rows;
    outcome_.bad_rows = report_.bad_rows;
    outcome_.run = report_.run;
    if (report_.imported) TRY(write.commit());
    return outcome_;
  }

  [[nodiscard]] const ImportReport& report() const { return report_; }
  [[nodiscard]] const FolderFile& outcome() const { return outcome_; }

 private:
  store::Store& store_;
  documents::Reader& reader_;
  const fs::path& file_;
  ImportRequest request_;
  ImportReport report_;
  FolderFile outcome_;
};

/// What says something of the file, not of the store.
bool is_of_file(ErrorCode code) {
  const std::string_view name = name_of(code);
  return !name.starts_with("store_") && !name.starts_with("key_");
}

/// Out of the way, with its report beside it: the report first, so that no file lies there without one.
Result<Done> put_away(const fs::path& folder, const FolderFile& file, const ImportReport& report, Moment now) {
  const bool is_done = file.outcome == FileOutcome::imported || file.outcome == FileOutcome::done_before;
  const fs::path to = folder / (is_done ? "done" : "refused");
  std::error_code failure;
  fs::create_directories(to, failure);
  const fs::path place = to / (stamp(now) + "-" + file.name);
  TRY(write_file(place.string() + ".report.json",
                 to_pretty_text(JsonObject{{"file", to_json(file)}, {"report", to_json(report)}})));
  TRY(write_file(place.string() + ".report.csv", findings_csv(report, Language::nl)));
  fs::rename(folder / file.name, place, failure);
  if (failure) return Error{ErrorCode::file_unwritable, file.name};
  return Done{};
}

}  // namespace

Result<FolderReport> process_folder(store::Store& store, documents::Reader& reader, const fs::path& folder,
                                    const ImportRequest& like, const std::string& account, Moment now, Date today,
                                    const Progress& progress) {
  std::error_code failure;
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::directory_iterator{folder, failure}) {
    if (is_waiting(entry) && is_settled(entry.path(), now)) files.push_back(entry.path());
  }
  if (failure) return Error{ErrorCode::file_not_found, folder.string()};
  std::sort(files.begin(), files.end());
  FolderReport all;
  for (const fs::path& file : files) {
    Visit visit{store, reader, file, like};
    const Result<FolderFile> result = visit.import(account, now, today, progress);
    FolderFile outcome = visit.outcome();
    if (!result) {
      if (!is_of_file(result.error().code)) return result.error();
      outcome.outcome = FileOutcome::refused;
      outcome.error = name_of(result.error().code);
    }
    TRY(put_away(folder, outcome, visit.report(), now));
    all.files.push_back(outcome);
  }
  return all;
}

}  // namespace collega::administration
