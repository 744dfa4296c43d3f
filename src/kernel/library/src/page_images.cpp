#include <algorithm>
#include <iterator>

#include "collega/store/blobs.h"
#include "library_rows.h"

namespace collega::library {
namespace {

struct Wanted {
  VersionId version;
  int page;
  int width;
};

Result<int> width_to_draw(int asked) {
  const auto* found = std::find_if(std::begin(kImageWidths), std::end(kImageWidths), [&](int w) { return w >= asked; });
  if (asked < 1 || found == std::end(kImageWidths)) return Error{ErrorCode::out_of_range, "width"};
  return *found;
}

Result<std::optional<std::string>> address_of(store::ReadTransaction& read, const Wanted& wanted) {
  return read.first<std::string>(
      "select address from library_page_image where version_id = ? and page = ? and width = ?", wanted.version,
      wanted.page, wanted.width);
}

struct Found {
  std::optional<std::string> png;
  std::string content = {};  // to draw it from when there is none
  std::string file_name = {};
};

Result<Found> look_up(store::ReadTransaction read, const Wanted& wanted) {
  if (const auto address = TRY(address_of(read, wanted))) return Found{TRY(store::get_blob(read, *address))};
  const StoredVersion stored = TRY(stored_version(read, wanted.version));
  std::string content = TRY(store::get_blob(read, stored.content_address));
  return Found{std::nullopt, std::move(content), stored.version.file_name};
}

Result<Done> keep(store::WriteTransaction write, const Wanted& wanted, std::string_view png) {
  TRY(stored_version(write, wanted.version));  // it may have gone while the page was drawn
  if (TRY(address_of(write, wanted))) return Done{};
  const std::string address = TRY(store::put_blob(write, png));
  TRY(write.execute("insert into library_page_image (version_id, page, width, address) values (?, ?, ?, ?)",
                    wanted.version, wanted.page, wanted.width, address));
  return write.commit();
}

}  // namespace

Result<std::string> page_image(store::Store& store, documents::Reader& reader, VersionId version, int page, int width) {
  const Wanted wanted{version, page, TRY(width_to_draw(width))};
  Found found = TRY(look_up(TRY(store.read()), wanted));
  if (found.png) return *std::move(found.png);
  std::string png = TRY(reader.page_image(found.content, found.file_name, page, wanted.width));
  TRY(keep(TRY(store.write()), wanted, png));
  return png;
}

Result<int> drop_page_images(store::WriteTransaction& write, int most) {
  store::Rows rows = TRY(write.query(
      "select version_id, page, width, address from library_page_image order by version_id, page, width limit ?",
      most));
  int gone = 0;
  for (; TRY(rows.next()); ++gone) {
    TRY(store::drop_blob(write, rows.get<std::string>(3)));
    TRY(write.execute("delete from library_page_image where version_id = ? and page = ? and width = ?",
                      rows.get<VersionId>(0), rows.get<int>(1), rows.get<int>(2)));
  }
  return gone;
}

}  // namespace collega::library
