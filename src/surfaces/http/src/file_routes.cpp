#include "file_routes.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "file_types.h"
#include "header_values.h"
#include "text.h"

namespace collega::http {
namespace {

// As many small papers as a browser sends in one breath; each is two short transactions.
constexpr std::size_t kMostPacked = 500;
constexpr std::uint64_t kCopiedAtOnce = 256 * 1024;

Error system_error(const char* what) {
  const int why = errno;
  if (why == ENOSPC || why == EDQUOT || why == EFBIG) return {ErrorCode::store_full};
  return {ErrorCode::internal, {}, std::string{what} + ": " + std::strerror(why)};
}

Result<operations::FileId> file_named(const Visit& visit) {
  const Result<operations::FileId> id = Word<operations::FileId>::parse(visit.request.id);
  if (!id) return Error{ErrorCode::unknown_file, std::string{visit.request.id}};
  return id;
}

Result<std::shared_ptr<OpenFile>> open_file(const operations::SpooledFile& file, int how) {
  const int descriptor = ::open(file.path.c_str(), how | O_CLOEXEC | O_NOFOLLOW);
  if (descriptor < 0) return system_error("open");
  return std::make_shared<OpenFile>(descriptor);
}

FileSeen seen(const operations::SpooledFile& file) {
  return {.file = file.id, .name = file.name, .bytes = file.bytes, .whole = file.whole};
}

/// Names as in the resumable uploads that the IETF is writing down.
Reply& say_how_far(Reply& reply, const operations::SpooledFile& file) {
  return reply.add("Upload-Offset", std::to_string(file.bytes)).add("Upload-Complete", file.whole ? "?1" : "?0");
}

Error not_allowed_size(const Visit& visit) {
  return {ErrorCode::request_too_large, std::to_string(visit.house.settings.limits.file) + " bytes"};
}

/// A new file. With ?size= it may arrive in parts: this one, and those that are PUT after it.
Result<Upload> begin(Visit& visit) {
  const Query query = TRY(parse_query(visit.request.query));
  Upload upload{.id = {}, .file = {}, .most = visit.house.settings.limits.file, .total = {}};
  if (const std::string_view size = value_in(query, "size"); !size.empty()) {
    upload.total = whole_number(size);
    if (!upload.total) return Error{ErrorCode::wrong_type, "size: whole number"};
    if (*upload.total > upload.most) return not_allowed_size(visit);
    upload.most = *upload.total;
  }
  const std::string_view name = value_in(query, "name");
  if (name.empty()) return Error{ErrorCode::missing_member, "name"};
  const operations::SpooledFile file = TRY(visit.office().files().begin(visit.asker, name));
  upload.id = file.id;
  upload.file = TRY(open_file(file, O_WRONLY));
  return upload;
}

/// The next part of a file, which begins where the last one ended.
Result<Upload> go_on(Visit& visit) {
  const auto range = content_range_of(visit.request.content_range);
  if (!range) return Error{ErrorCode::request_malformed, "Content-Range"};
  if (range->total > visit.house.settings.limits.file) return not_allowed_size(visit);
  if (!visit.request.is_chunked && visit.request.content_length != range->length()) {
    return Error{ErrorCode::request_malformed, "Content-Length, Content-Range"};
  }
  const operations::SpooledFile file = TRY(visit.office().files().find(visit.asker, TRY(file_named(visit))));
  if (file.whole || static_cast<std::uint64_t>(file.bytes) != range->first) {
    return Error{ErrorCode::file_incomplete, std::to_string(file.bytes) + " bytes"};
  }
  Upload upload{.id = file.id, .file = {}, .offset = range->first, .most = range->length(), .total = range->total};
  upload.file = TRY(open_file(file, O_WRONLY));
  return upload;
}

Result<Reply> end(Visit& visit, const Upload& upload, std::uint64_t bytes) {
  operations::Spool& files = visit.office().files();
  const std::uint64_t there = upload.offset + bytes;
  const bool is_whole = !upload.total || there == *upload.total;
  const operations::SpooledFile file =
      is_whole ? TRY(files.end(visit.asker, upload.id)) : TRY(files.find(visit.asker, upload.id));
  Reply reply = json_reply(to_json(seen(file)), visit.request.method == Method::post ? 201 : 200);
  if (visit.request.method == Method::post) reply.add("Location", "/api/files/" + to_string(file.id));
  return say_how_far(reply, file);
}

/// Nobody was told of it yet, so nobody could go on with it.
void forget(Visit& visit, const Upload& upload) {
  static_cast<void>(visit.office().files().remove(visit.asker, upload.id));
}

/// What came of it stays, to be gone on with.
void keep(Visit&, const Upload&) {}

/// Of HEAD, how much of it there is, also when it is not whole.
Result<Reply> fetch(Visit& visit) {
  const operations::SpooledFile file = TRY(visit.office().files().find(visit.asker, TRY(file_named(visit))));
  Reply reply;
  if (!file.whole) {
    if (visit.request.method != Method::head) return Error{ErrorCode::file_incomplete, to_string(file.id)};
    return say_how_far(reply, file);
  }
  say_how_far(reply, file);
  reply.type = "application/octet-stream";
  reply.add("Content-Disposition", attachment_named(file.name)).add("Accept-Ranges", "bytes");
  const auto size = static_cast<std::uint64_t>(file.bytes);
  FilePart part{.file = TRY(open_file(file, O_RDONLY)), .first = 0, .length = size};
  if (const auto range = range_of(visit.request.range, size)) {
    part.first = range->first;
    part.length = range->length;
    reply.status = 206;
    reply.add("Content-Range", "bytes " + std::to_string(part.first) + '-' +
                                   std::to_string(part.first + part.length - 1) + '/' + std::to_string(size));
  }
  reply.body = std::move(part);
  return reply;
}

Result<Reply> remove(Visit& visit) {
  TRY(visit.office().files().remove(visit.asker, TRY(file_named(visit))));
  return json_reply(JsonObject{});
}

Result<Done> copy(const OpenFile& from, std::uint64_t first, std::uint64_t bytes, const OpenFile& to) {
  std::string part;
  for (std::uint64_t done = 0; done < bytes; done += part.size()) {
    part.clear();
    TRY(read_at(from, first + done, std::min(bytes - done, kCopiedAtOnce), part));
    TRY(write_at(to, done, part));
  }
  return Done{};
}

/// Those that were packed, until `keep`; else they go again, because nobody was told of them.
class Unpacking {
 public:
  explicit Unpacking(Visit& visit) : visit_(visit) {}
  ~Unpacking() {
    for (const FileSeen& file : made_.files) static_cast<void>(files().remove(visit_.asker, file.file));
  }
  Unpacking(const Unpacking&) = delete;
  Unpacking& operator=(const Unpacking&) = delete;

  Result<Done> add(const OpenFile& pack, std::uint64_t first, const PackedFile& packed) {
    const operations::SpooledFile begun = TRY(files().begin(visit_.asker, packed.name));
    made_.files.push_back(seen(begun));
    TRY(copy(pack, first, static_cast<std::uint64_t>(packed.bytes), *TRY(open_file(begun, O_WRONLY))));
    made_.files.back() = seen(TRY(files().end(visit_.asker, begun.id)));
    return Done{};
  }
  Unpacked keep() { return std::exchange(made_, {}); }

 private:
  [[nodiscard]] operations::Spool& files() const { return visit_.office().files(); }
  Visit& visit_;
  Unpacked made_;
};

bool fill_exactly(const std::vector<PackedFile>& files, std::int64_t bytes) {
  for (const PackedFile& file : files) {
    if (file.bytes > bytes) return false;
    bytes -= file.bytes;
  }
  return bytes == 0;
}

/// Several small files that came as one: for a browser each request costs more than the bytes of a paper.
Result<Reply> unpack(Visit& visit) {
  const Packed asked = TRY(from_json<Packed>(TRY(parse_json(visit.request.body))));
  if (asked.files.size() > kMostPacked)
    return Error{ErrorCode::request_too_large, std::to_string(kMostPacked) + " files"};
  const operations::SpooledFile pack = TRY(visit.office().files().find(visit.asker, TRY(file_named(visit))));
  if (!pack.whole) return Error{ErrorCode::file_incomplete, to_string(pack.id)};
  if (!fill_exactly(asked.files, pack.bytes)) return Error{ErrorCode::request_malformed, "files.bytes"};
  const std::shared_ptr<OpenFile> from = TRY(open_file(pack, O_RDONLY));
  Unpacking unpacking(visit);
  std::uint64_t first = 0;
  for (const PackedFile& packed : asked.files) {
    TRY(unpacking.add(*from, first, packed));
    first += static_cast<std::uint64_t>(packed.bytes);
  }
  TRY(visit.office().files().remove(visit.asker, pack.id));
  return json_reply(to_json(unpacking.keep()), 201);
}

}  // namespace

std::vector<Route> file_routes() {
  std::vector<Route> routes(3);
  routes[0].pattern = "/api/files";
  routes[0].actions = {{.method = Method::post, .takes = Takes::file, .begin = begin, .end = end, .give_up = forget}};
  routes[1].pattern = "/api/files/{id}";
  routes[1].actions = {{.method = Method::get, .answer = fetch},
                       {.method = Method::put, .takes = Takes::file, .begin = go_on, .end = end, .give_up = keep},
                       {.method = Method::remove, .answer = remove}};
  routes[2].pattern = "/api/files/{id}/unpack";
  routes[2].actions = {{.method = Method::post, .answer = unpack, .takes = Takes::json}};
  return routes;
}

Result<Done> write_at(const OpenFile& file, std::uint64_t offset, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::pwrite(file.descriptor(), bytes.data(), bytes.size(), static_cast<off_t>(offset));
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return system_error("write");
    bytes.remove_prefix(static_cast<std::size_t>(written));
    offset += static_cast<std::uint64_t>(written);
  }
  return Done{};
}

Result<Done> read_at(const OpenFile& file, std::uint64_t offset, std::size_t most, std::string& out) {
  const std::size_t before = out.size();
  out.resize(before + most);
  ssize_t got = 0;
  do {
    got = ::pread(file.descriptor(), out.data() + before, most, static_cast<off_t>(offset));
  } while (got < 0 && errno == EINTR);
  out.resize(before + (got > 0 ? static_cast<std::size_t>(got) : 0));
  if (got < 0) return system_error("read");
  if (got == 0) return Error{ErrorCode::internal, {}, "a file that became shorter while it was sent"};
  return Done{};
}

}  // namespace collega::http
