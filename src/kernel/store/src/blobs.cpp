#include "collega/store/blobs.h"

#include "collega/store/seal.h"

namespace collega::store {
namespace {

// A blob has no row number: its address is part of its context.
std::string context_of(std::string_view address) { return "blob:" + std::string{address}; }

}  // namespace

Result<std::string> put_blob(WriteTransaction& write, std::string_view content) {
  std::string address = write.seal().digest("blob", content);
  if (TRY(write.execute("update blob set uses = uses + 1 where address = ?", address)) > 0) return address;
  const std::string sealed = write.seal().close(content, {context_of(address)});
  TRY(write.execute("insert into blob (address, sealed, bytes, uses) values (?, ?, ?, 1)", address, Blob{sealed},
                    content.size()));
  return address;
}

Result<std::string> get_blob(ReadTransaction& read, std::string_view address) {
  Rows rows = TRY(read.query("select sealed from blob where address = ?", address));
  if (!TRY(rows.next())) return Error{ErrorCode::file_not_found, std::string{address}};
  return read.seal().open(rows.view(0), {context_of(address)});
}

Result<Done> drop_blob(WriteTransaction& write, std::string_view address) {
  TRY(write.execute("update blob set uses = uses - 1 where address = ?", address));
  TRY(write.execute("delete from blob where address = ? and uses <= 0", address));
  return Done{};
}

}  // namespace collega::store
