// What anybody can send before they are known. The first byte chooses: 'h' is followed by the head of a request, 'b' by
// a body in chunks, 'q' by a query, anything else by the value of a field. Whatever comes, what is understood of it
// keeps to what it says it is.

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "collega/base/utf8.h"
#include "head_check.h"
#include "header_values.h"
#include "query.h"
#include "request.h"
#include "text.h"

namespace {

using namespace collega;
using namespace collega::http;

void demand(bool holds) {
  if (!holds) std::abort();
}

bool is_within(std::string_view part, std::string_view whole) {
  return part.empty() || (part.data() >= whole.data() && part.data() + part.size() <= whole.data() + whole.size());
}

/// Found in one piece or in two, it ends at the same place; and where we find no fault, Beast reads it too.
void read_head(std::string_view bytes) {
  const HeadEnd whole = find_head_end(bytes, 0);
  const std::string_view half = bytes.substr(0, bytes.size() / 2);
  const HeadEnd first = find_head_end(half, 0);
  if (!first.is_broken && first.end == 0) {
    const HeadEnd second = find_head_end(bytes, half.size());
    demand(second.end == whole.end && second.is_broken == whole.is_broken);
  }
  demand(whole.end <= bytes.size());
  if (whole.end == 0 || fault_in_head(bytes.substr(0, whole.end))) return;
  RequestParser parser;
  demand(parser.read_head(bytes.substr(0, whole.end)));
  demand(!parser.is_chunked() || parser.content_length() == 0);
  const std::vector<std::string> proxies{"127.0.0.1"};
  Request request;
  if (!read_request(parser, {.address = "127.0.0.1", .is_secure = false, .proxies = proxies}, request)) return;
  demand(request.path.starts_with('/') || request.path == "*");
  demand(request.shown.session.empty() || request.shown.key.empty());
  (void)is_from_own_page(request);
}

/// In pieces of two sizes, a body is the same.
void read_body(std::string_view bytes) {
  const auto body_of = [&](std::size_t piece) {
    RequestParser parser;
    demand(parser.read_head("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"));
    std::string in, out(61, '\0'), body;
    for (std::string_view rest = bytes; !parser.is_done();) {
      const auto progress = parser.read_body(in, out);
      demand(progress.consumed <= in.size() && progress.produced <= out.size());
      body += out.substr(0, progress.produced);
      in.erase(0, progress.consumed);
      if (progress.is_broken) break;
      if (progress.consumed > 0) continue;
      if (rest.empty()) break;
      in += rest.substr(0, piece);
      rest.remove_prefix(std::min(piece, rest.size()));
    }
    return parser.is_done() ? body : std::string{};
  };
  demand(body_of(1) == body_of(4096));
}

void read_query(std::string_view text) {
  const auto query = parse_query(text);
  if (!query) return;
  static const JsonObject kProperties{{"a", {{"type", "integer"}}},
                                      {"b", {{"type", "boolean"}}},
                                      {"n", {{"type", "number"}}},
                                      {"o", {{"type", "object"}}},
                                      {"l", {{"type", "array"}, {"items", {{"type", "integer"}}}}}};
  for (const auto& [name, value] : query.value()) {
    demand(is_valid_utf8(name) && is_valid_utf8(value));
    demand(percent_decoded(percent_encoded(value)) == value);
  }
  const auto input = input_of(query.value(), kProperties);
  if (input) demand(parse_json(to_text(input.value())).ok());
}

void read_value(std::string_view value) {
  (void)language_liked(value);
  (void)encodings_liked(value);
  (void)is_json(value);
  (void)prefers_async(value);
  (void)device_of(value);
  (void)names_tag(value, "\"abc\"");
  demand(is_within(cookie_named(value, "collega").value, value));
  demand(is_within(bearer_of(value), value));
  if (const auto key = idempotency_key_of(value)) demand(!key->empty() && key->size() <= 200);
  if (const auto range = content_range_of(value)) demand(range->first <= range->last && range->last < range->total);
  for (const std::uint64_t size : {0u, 1u, 1000u}) {
    if (const auto part = range_of(value, size)) demand(part->length > 0 && part->first + part->length <= size);
  }
  const std::vector<std::string> proxies{"10.0.0.1", "10.0.0.2"};
  const std::string_view source = source_behind("10.0.0.1", value, proxies);
  demand(source == "10.0.0.1" || is_within(source, value));
  for (const char c : attachment_named(value)) demand(c >= ' ' && c < '\x7f');
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view rest{reinterpret_cast<const char*>(data) + 1, size - 1};
  switch (data[0]) {
    case 'h':
      read_head(rest);
      break;
    case 'b':
      read_body(rest);
      break;
    case 'q':
      read_query(rest);
      break;
    default:
      read_value({reinterpret_cast<const char*>(data), size});
  }
  return 0;
}
