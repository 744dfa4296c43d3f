#include "collega/operations/spool.h"

#include <fcntl.h>
#include <unistd.h>

#include <fstream>

#include "collega/base/utf8.h"
#include "collega/store/seal.h"

namespace collega::operations {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kName = "spooled_file.name";
// What every file system takes, with room for a folder before it.
constexpr std::size_t kLongestName = 200;

bool is_name(std::string_view name) {
  if (name.empty() || name.size() > kLongestName || name == "." || name == "..") return false;
  return name.find_first_of(std::string_view{"/\\\0", 3}) == std::string_view::npos && is_valid_utf8(name);
}

Error no_such(FileId file) { return {ErrorCode::unknown_file, to_string(file)}; }

Result<Done> make_empty(const fs::path& path) {
  std::error_code failure;
  fs::create_directories(path.parent_path(), failure);
  const int file = failure ? -1 : ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (file < 0) return Error{ErrorCode::file_unwritable, path.filename().string()};
  ::close(file);
  return Done{};
}

}  // namespace

fs::path Spool::folder() const { return records_.store.folder() / "spool"; }

Result<SpooledFile> Spool::begin(const identity::Asker& owner, std::string_view name) {
  if (owner.kind == identity::AskerKind::none) return Error{ErrorCode::not_signed_in};
  if (!is_name(name)) return Error{ErrorCode::unknown_value, "name"};
  store::WriteTransaction write = TRY(records_.store.write());
  SpooledFile file{.id = write.new_id<FileId>(), .name = std::string{name}, .path = {}, .bytes = 0, .whole = false};
  file.path = folder() / to_string(file.id) / file.name;
  const std::string sealed = write.seal().close(name, {kName, file.id.number});
  TRY(write.execute("insert into spooled_file (id, account, name, whole, made_at) values (?, ?, ?, 0, ?)", file.id,
                    owner.account, store::Blob{sealed}, records_.clock()));
  TRY(make_empty(file.path));
  TRY(write.commit());
  return file;
}

Result<SpooledFile> Spool::end(const identity::Asker& owner, FileId file) {
  {
    store::WriteTransaction write = TRY(records_.store.write());
    TRY(write.execute("update spooled_file set whole = 1 where id = ? and account = ?", file, owner.account));
    TRY(write.commit());
  }
  return find(owner, file);
}

Result<SpooledFile> Spool::find(const identity::Asker& owner, FileId file) {
  store::ReadTransaction read = TRY(records_.store.read());
  store::Rows rows =
      TRY(read.query("select name, whole from spooled_file where id = ? and account = ?", file, owner.account));
  if (!TRY(rows.next())) return no_such(file);
  SpooledFile found{.id = file,
                    .name = TRY(read.seal().open(rows.view(0), {kName, file.number})),
                    .path = {},
                    .bytes = 0,
                    .whole = rows.get<bool>(1)};
  found.path = folder() / to_string(file) / found.name;
  std::error_code failure;
  found.bytes = static_cast<std::int64_t>(fs::file_size(found.path, failure));
  if (failure) return no_such(file);
  return found;
}

Result<Done> Spool::remove(const identity::Asker& owner, FileId file) {
  store::WriteTransaction write = TRY(records_.store.write());
  if (TRY(write.execute("delete from spooled_file where id = ? and account = ?", file, owner.account)) == 0)
    return no_such(file);
  TRY(write.commit());
  std::error_code ignored;  // what stays behind goes with forget_old()
  fs::remove_all(folder() / to_string(file), ignored);
  return Done{};
}

Result<std::int64_t> Spool::forget_old() {
  store::WriteTransaction write = TRY(records_.store.write());
  const std::int64_t gone =
      TRY(write.execute("delete from spooled_file where made_at < ?", records_.clock() - kSpooledLasts));
  std::error_code failure;
  for (const fs::directory_entry& entry : fs::directory_iterator{folder(), failure}) {
    const Result<FileId> id = Word<FileId>::parse(entry.path().filename().string());
    const bool is_known = id && TRY(write.first<std::int64_t>("select id from spooled_file where id = ?", id.value()));
    std::error_code ignored;
    if (!is_known) fs::remove_all(entry.path(), ignored);
  }
  TRY(write.commit());
  return gone;
}

}  // namespace collega::operations
