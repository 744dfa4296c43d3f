#include "zip_archive.h"

#include <zip.h>

#include <algorithm>

namespace collega::documents {
namespace {

// A long contract in DOCX has some fifty members, a report full of pictures some hundreds.
constexpr zip_int64_t kMostMembers = 10'000;

// XML of real documents packs to a tenth or a fortieth; deflate can reach a thousandth, which only zeros do.
constexpr zip_uint64_t kMostTimesLarger = 200;
// Below this size even a thousandfold does no harm.
constexpr zip_uint64_t kHarmlessBytes = 2u << 20;

constexpr std::string_view kOleMagic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

// An encrypted Office file is an OLE container with a stream of this name, in UTF-16.
bool is_encrypted_office_file(std::string_view bytes) {
  static constexpr std::string_view kStream = "EncryptedPackage";
  std::string wide;
  for (const char c : kStream) {
    wide += c;
    wide += '\0';
  }
  return bytes.find(wide) != std::string_view::npos;
}

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

Result<Done> check_members(zip_t* archive, const Limits& limits) {
  const zip_int64_t members = zip_get_num_entries(archive, 0);
  if (members <= 0) return Error{ErrorCode::document_broken};
  if (members > kMostMembers) return Error{ErrorCode::document_bomb};
  zip_uint64_t total = 0;
  for (zip_int64_t i = 0; i < members; ++i) {
    zip_stat_t stat;
    if (zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &stat) != 0) return Error{ErrorCode::document_broken};
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE) {
      return Error{ErrorCode::document_encrypted};
    }
    if (stat.size > limits.unpacked_bytes) return Error{ErrorCode::document_bomb};
    total += stat.size;
    if (total > limits.unpacked_bytes) return Error{ErrorCode::document_bomb};
  }
  return Done{};
}

}  // namespace

void ZipArchive::Discard::operator()(zip* archive) const { zip_discard(archive); }

Result<ZipArchive> ZipArchive::open(std::string_view bytes, const Limits& limits) {
  if (bytes.starts_with(kOleMagic)) {
    return Error{is_encrypted_office_file(bytes) ? ErrorCode::document_encrypted : ErrorCode::document_broken};
  }
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* opened = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
  if (opened == nullptr) {
    if (source != nullptr) zip_source_free(source);
    Error broken{ErrorCode::document_broken, {}, zip_error_strerror(&error)};
    zip_error_fini(&error);
    return broken;
  }
  zip_error_fini(&error);
  std::unique_ptr<zip, Discard> archive{opened};
  TRY(check_members(archive.get(), limits));
  return ZipArchive{std::move(archive), limits.unpacked_bytes};
}

bool ZipArchive::has(const std::string& member) const {
  return zip_name_locate(archive_.get(), member.c_str(), ZIP_FL_NOCASE) >= 0;
}

Result<std::string> ZipArchive::read(const std::string& member) {
  const zip_int64_t index = zip_name_locate(archive_.get(), member.c_str(), ZIP_FL_NOCASE);
  zip_stat_t stat;
  if (index < 0 || zip_stat_index(archive_.get(), static_cast<zip_uint64_t>(index), 0, &stat) != 0) {
    return Error{ErrorCode::document_broken, {}, "no member " + member};
  }
  const bool too_dense = stat.size > kHarmlessBytes && stat.size / kMostTimesLarger > stat.comp_size;
  if (stat.size > budget_ || too_dense) return Error{ErrorCode::document_bomb, {}, member};
  const std::unique_ptr<zip_file_t, CloseFile> file{
      zip_fopen_index(archive_.get(), static_cast<zip_uint64_t>(index), 0)};
  if (!file) return Error{ErrorCode::document_broken, {}, member};

  // What the directory says of the size may be a lie, so no more than it says is read.
  std::string content(stat.size, '\0');
  std::size_t filled = 0;
  while (filled < content.size()) {
    const zip_int64_t got = zip_fread(file.get(), content.data() + filled, content.size() - filled);
    if (got < 0) return Error{ErrorCode::document_broken, {}, member};
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  content.resize(filled);
  budget_ -= filled;
  return content;
}

}  // namespace collega::documents
