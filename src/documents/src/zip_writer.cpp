#include "zip_writer.h"

#include <zip.h>

#include <memory>
#include <pugixml.hpp>
#include <sstream>

namespace collega::documents {
namespace {

// 1 January 1980, the first day that zip knows: a file with it says nothing of when it was written.
constexpr zip_uint16_t kDosDate = (1u << 5) | 1u;
constexpr zip_uint16_t kDosTime = 0;

struct SourceFree {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
struct ArchiveDiscard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Source = std::unique_ptr<zip_source_t, SourceFree>;
using Archive = std::unique_ptr<zip_t, ArchiveDiscard>;

Error failed(const char* step) { return {ErrorCode::internal, "", std::string{"zip: "} + step}; }

bool add_member(zip_t* archive, const ZipMember& member) {
  zip_source_t* bytes = zip_source_buffer(archive, member.bytes.data(), member.bytes.size(), 0);
  if (!bytes) return false;
  const zip_int64_t index = zip_file_add(archive, member.name.c_str(), bytes, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(bytes);
    return false;
  }
  const auto i = static_cast<zip_uint64_t>(index);
  return zip_set_file_compression(archive, i, member.stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0) == 0 &&
         zip_file_set_dostime(archive, i, kDosTime, kDosDate, 0) == 0;
}

Result<std::string> read_all(zip_source_t* source) {
  zip_stat_t stat;
  if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0) return failed("open");
  std::string bytes(stat.size, '\0');
  const zip_int64_t read = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  if (read != static_cast<zip_int64_t>(bytes.size())) return failed("read");
  return bytes;
}

}  // namespace

ZipMember xml_member(std::string name, const pugi::xml_document& xml) {
  std::ostringstream out;
  xml.save(out, "", pugi::format_raw, pugi::encoding_utf8);
  return {std::move(name), std::move(out).str()};
}

Result<std::string> write_zip(const std::vector<ZipMember>& members) {
  const Source target{zip_source_buffer_create(nullptr, 0, 0, nullptr)};
  if (!target) return failed("create");
  zip_source_keep(target.get());  // closing the archive lets go of it once, and it is still to be read
  Archive archive{zip_open_from_source(target.get(), ZIP_TRUNCATE, nullptr)};
  if (!archive) {
    zip_source_free(target.get());
    return failed("begin");
  }
  for (const ZipMember& member : members) {
    if (!add_member(archive.get(), member)) return failed("add");
  }
  if (zip_close(archive.get()) != 0) return failed("close");
  static_cast<void>(archive.release());
  return read_all(target.get());
}

}  // namespace collega::documents
