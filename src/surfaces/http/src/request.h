#pragma once

// One request, read and understood, but for its body.

#include <span>
#include <string>
#include <string_view>

#include "collega/base/language.h"
#include "collega/base/result.h"
#include "collega/operations/office.h"
#include "query.h"
#include "request_parser.h"

namespace collega::http {

enum class Method { get, head, post, put, remove, other };

[[nodiscard]] Method method_named(std::string_view name);
[[nodiscard]] std::string_view text_of(Method method);
/// Whether it changes nothing.
[[nodiscard]] constexpr bool is_safe(Method method) { return method == Method::get || method == Method::head; }

/// Views are into the parser that it was read from.
struct Request {
  Method method = Method::other;
  std::string_view path;
  std::string_view query;  ///< behind the question mark
  std::string_view id;     ///< what stands for {id} in the route's path

  std::string_view host;  ///< as the browser knows it
  std::string_view origin, fetch_site, csrf, content_type, accept_encoding, idempotency_key, prefer, if_none_match,
      range, content_range, user_agent;

  std::uint64_t content_length = 0;  ///< 0 when it is chunked
  bool is_chunked = false;

  operations::Shown shown;
  std::string source;  ///< the address it comes from, behind proxies of ours
  bool is_local = false;
  bool is_secure = false;
  Language language = Language::nl;
  std::string body;  ///< of JSON
};

/// Of where the connection comes from, and what is believed of it.
struct Peer {
  std::string address;
  bool is_secure = false;
  std::span<const std::string> proxies = {};
};

/// Errors: request_malformed for a target that is no path of ours, two sessions, or a session and a key at once;
/// key_refused for another kind of authorization. `request` is filled as far as it goes.
[[nodiscard]] Result<Done> read_request(const RequestParser& parser, const Peer& peer, Request& request);

/// The cookie that holds the session. Over TLS its name forbids that anybody but this host sets it.
[[nodiscard]] std::string_view cookie_name(bool is_secure);

/// Whether the browser says that one of our own pages asks; true for a program that is no browser.
[[nodiscard]] bool is_from_own_page(const Request& request);

}  // namespace collega::http
