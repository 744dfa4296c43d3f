#include "request.h"

#include <algorithm>
#include <array>
#include <utility>

#include "header_values.h"
#include "text.h"

namespace collega::http {
namespace {

constexpr std::array<std::pair<std::string_view, Method>, 5> kMethods = {{{"GET", Method::get},
                                                                          {"HEAD", Method::head},
                                                                          {"POST", Method::post},
                                                                          {"PUT", Method::put},
                                                                          {"DELETE", Method::remove}}};

/// "http://host/path" is "/path" (RFC 9112, 3.2.2).
std::string_view without_host(std::string_view target) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (target.size() < scheme.size() || !is_same_word(target.substr(0, scheme.size()), scheme)) continue;
    const std::size_t path = target.find('/', scheme.size());
    return path == std::string_view::npos ? "/" : target.substr(path);
  }
  return target;
}

bool is_of_this_machine(std::string_view address) {
  return address.starts_with("127.") || address == "::1" || address.starts_with("::ffff:127.");
}

Language language_of(const RequestParser& parser, const Request& request) {
  if (request.query.find("lang=") != std::string_view::npos) {
    if (const auto query = parse_query(request.query)) {
      if (const auto asked = language_named(value_in(query.value(), "lang"))) return *asked;
    }
  }
  if (const auto kept = language_named(cookie_named(parser.field("Cookie"), "lang").value)) return *kept;
  return language_liked(parser.field("Accept-Language")).value_or(Language::nl);
}

void read_peer(const RequestParser& parser, const Peer& peer, Request& request) {
  const std::string_view forwarded = parser.field("X-Forwarded-For");
  const bool is_behind_proxy = std::ranges::find(peer.proxies, peer.address) != peer.proxies.end();
  request.source = source_behind(peer.address, forwarded, peer.proxies);
  request.is_secure = peer.is_secure || (is_behind_proxy && is_same_word(parser.field("X-Forwarded-Proto"), "https"));
  const std::string_view outer_host = is_behind_proxy ? parser.field("X-Forwarded-Host") : std::string_view{};
  request.host = outer_host.empty() ? parser.field("Host") : outer_host;
  // A proxy on this machine that we were not told of would make everybody local.
  const bool is_passed_on = !forwarded.empty() || !parser.field("Forwarded").empty();
  request.is_local = is_of_this_machine(request.source) && (is_behind_proxy || !is_passed_on);
}

Result<Done> read_shown(const RequestParser& parser, Request& request) {
  const Cookie session = cookie_named(parser.field("Cookie"), cookie_name(request.is_secure));
  if (session.is_doubtful) return Error{ErrorCode::request_malformed, "Cookie"};
  request.shown.session = session.value;
  const std::string_view authorization = parser.field("Authorization");
  if (authorization.empty()) return Done{};
  // Whichever of the two we chose, somebody would count on the other.
  if (!session.value.empty()) return Error{ErrorCode::request_malformed, "Cookie, Authorization"};
  request.shown.key = bearer_of(authorization);
  if (request.shown.key.empty()) return Error{ErrorCode::key_refused, "Authorization"};
  return Done{};
}

}  // namespace

Method method_named(std::string_view name) {
  const auto found = std::ranges::find(kMethods, name, &std::pair<std::string_view, Method>::first);
  return found == kMethods.end() ? Method::other : found->second;
}

std::string_view text_of(Method method) {
  const auto found = std::ranges::find(kMethods, method, &std::pair<std::string_view, Method>::second);
  return found == kMethods.end() ? "OTHER" : found->first;
}

Result<Done> read_request(const RequestParser& parser, const Peer& peer, Request& request) {
  request.method = method_named(parser.method());
  const std::string_view target = without_host(parser.target());
  const std::size_t mark = std::min(target.find('?'), target.size());
  request.path = target.substr(0, mark);
  request.query = target.substr(std::min(mark + 1, target.size()));
  read_peer(parser, peer, request);
  request.language = language_of(parser, request);
  request.content_length = parser.content_length();
  request.is_chunked = parser.is_chunked();
  request.origin = parser.field("Origin");
  request.fetch_site = parser.field("Sec-Fetch-Site");
  request.csrf = parser.field("X-CSRF-Token");
  request.content_type = parser.field("Content-Type");
  request.accept_encoding = parser.field("Accept-Encoding");
  request.idempotency_key = parser.field("Idempotency-Key");
  request.prefer = parser.field("Prefer");
  request.if_none_match = parser.field("If-None-Match");
  request.range = parser.field("Range");
  request.content_range = parser.field("Content-Range");
  request.user_agent = parser.field("User-Agent");
  const bool is_of_server = request.path == "*" && request.method == Method::other;  // OPTIONS *
  if (!request.path.starts_with('/') && !is_of_server) return Error{ErrorCode::request_malformed, "target"};
  return read_shown(parser, request);
}

std::string_view cookie_name(bool is_secure) { return is_secure ? "__Host-collega" : "collega"; }

bool is_from_own_page(const Request& request) {
  if (!request.fetch_site.empty() && request.fetch_site != "same-origin" && request.fetch_site != "none") return false;
  if (request.origin.empty()) return true;
  const std::size_t host = request.origin.find("://");
  return host != std::string_view::npos && is_same_word(request.origin.substr(host + 3), request.host);
}

}  // namespace collega::http
