#include <sodium.h>

#include <fstream>

#include "collega/administration/export.h"
#include "collega/documents/csv_line.h"
#include "collega/store/seal.h"
#include "texts.h"
#include "ticker.h"

namespace collega::administration {
namespace {

namespace fs = std::filesystem;

/// A file that is digested while it is written.
class DigestedFile {
 public:
  DigestedFile(const fs::path& folder, std::string name)
      : name_(std::move(name)), out_(folder / name_, std::ios::binary) {
    crypto_hash_sha256_init(&state_);
  }

  Result<Done> write(std::string_view bytes) {
    out_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    crypto_hash_sha256_update(&state_, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    if (!out_) return Error{ErrorCode::file_unwritable, name_};
    return Done{};
  }

  /// Its SHA-256.
  [[nodiscard]] Result<std::string> close() {
    out_.close();
    if (!out_) return Error{ErrorCode::file_unwritable, name_};
    std::string digest(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256_final(&state_, reinterpret_cast<unsigned char*>(digest.data()));
    return store::to_hex(digest);
  }

 private:
  std::string name_;
  std::ofstream out_;
  crypto_hash_sha256_state state_;
};

Result<LeavingFile> write_part(store::ReadTransaction& read, const fs::path& folder, const LeavingPart& part,
                               Date today) {
  DigestedFile file{folder, std::string{part.file}};
  LeavingFile written{.name = std::string{part.file}, .rows = -1, .sha256 = {}};  // the header is no row
  TRY(file.write(documents::kByteOrderMark));
  TRY(part.write(read, today, [&](const std::vector<std::string>& cells) {
    ++written.rows;
    return file.write(documents::csv_line(cells));
  }));
  written.sha256 = TRY(file.close());
  return written;
}

/// The files that the rows of a part name; each is a line of the manifest.
Result<Done> write_files(store::ReadTransaction& read, const fs::path& folder, const LeavingPart& part,
                         std::string& manifest) {
  if (!part.write_files) return Done{};
  return part.write_files(read, [&](const std::string& name, std::string_view bytes) -> Result<Done> {
    std::error_code ignored;  // the file says it when there is no folder for it
    fs::create_directories((folder / name).parent_path(), ignored);
    DigestedFile file{folder, name};
    TRY(file.write(bytes));
    const std::string sha256 = TRY(file.close());
    manifest += documents::csv_line({name, "", sha256});
    return Done{};
  });
}

Result<Done> write_text(const fs::path& folder, const std::string& name, const std::string& text) {
  DigestedFile file{folder, name};
  TRY(file.write(text));
  TRY(file.close());
  return Done{};
}

std::string readme(const std::vector<LeavingPart>& parts, Date today, Language language) {
  const Messages& messages = texts(language);
  std::string text = messages("left.readme.title", to_string(today)) + "\n\n" + messages("left.readme") + "\n\n";
  for (const LeavingPart& part : parts)
    text += std::string{part.file} + ": " + std::string{part.title.in(language)} + "\n";
  return text;
}

Result<LeavingReport> write_all(store::ReadTransaction& read, const fs::path& folder,
                                const std::vector<LeavingPart>& parts, Date today, const Progress& progress) {
  LeavingReport report;
  std::string manifest = documents::csv_line({"file", "rows", "sha256"});
  for (const LeavingPart& part : parts) {
    report.files.push_back(TRY(write_part(read, folder, part, today)));
    const LeavingFile& file = report.files.back();
    manifest += documents::csv_line({file.name, std::to_string(file.rows), file.sha256});
    TRY(write_files(read, folder, part, manifest));
    if (progress) progress(report.files.size(), parts.size());
  }
  TRY(write_text(folder, "manifest.csv", manifest));
  TRY(write_text(folder, "LEESMIJ.txt", readme(parts, today, Language::nl)));
  TRY(write_text(folder, "README.txt", readme(parts, today, Language::en)));
  return report;
}

}  // namespace

Result<LeavingReport> export_everything(store::ReadTransaction& read, const fs::path& folder,
                                        const std::vector<LeavingPart>& parts, Date today, const Progress& progress) {
  const fs::path unfinished = folder.string() + ".unfinished";
  std::error_code failure;
  if (fs::exists(folder, failure)) return Error{ErrorCode::file_unwritable, folder.filename().string()};
  fs::remove_all(unfinished, failure);
  if (!fs::create_directories(unfinished, failure))
    return Error{ErrorCode::file_unwritable, unfinished.filename().string()};
  fs::permissions(unfinished, fs::perms::owner_all, failure);  // it is everybody's file; nobody else reads it meanwhile
  Result<LeavingReport> report = write_all(read, unfinished, parts, today, progress);
  if (report) fs::rename(unfinished, folder, failure);
  if (report && !failure) return report;
  std::error_code ignored;
  fs::remove_all(unfinished, ignored);
  return report ? Error{ErrorCode::file_unwritable, folder.filename().string()} : report.error();
}

}  // namespace collega::administration
