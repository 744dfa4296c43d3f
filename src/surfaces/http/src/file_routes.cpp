#include "file_routes.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "file_types.h"
#include "header_values.h"
#include "text.h"

namespace collega::http {
namespace {

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

JsonObject seen(const operations::SpooledFile& file) {
  return to_json(FileSeen{.file = file.id, .name = file.name, .bytes = file.bytes, .whole = file.whole}).as_object();
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
  Reply reply = json_reply(seen(file), visit.request.method == Method::post ? 201 : 200);
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

}  // namespace

std::vector<Route> file_routes() {
  std::vector<Route> routes(2);
  routes[0].pattern = "/api/files";
  routes[0].actions = {{.method = Method::post, .takes = Takes::file, .begin = begin, .end = end, .give_up = forget}};
  routes[1].pattern = "/api/files/{id}";
  routes[1].actions = {{.method = Method::get, .answer = fetch},
                       {.method = Method::put, .takes = Takes::file, .begin = go_on, .end = end, .give_up = keep},
                       {.method = Method::remove, .answer = remove}};
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
