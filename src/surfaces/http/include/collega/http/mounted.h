#pragma once

// Another protocol on the same port, under a path of its own. Whoever starts the server mounts it; it is handed whole
// requests, and answers at once or piece by piece.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "collega/base/error.h"
#include "collega/base/language.h"

namespace collega::http {

struct MountedRequest {
  std::string method;  ///< "GET" or "POST"
  std::string path;    ///< "/v1/models"
  std::string content_type;
  std::string key;      ///< shown as bearer; empty: none
  std::string purpose;  ///< the field Collega-Purpose
  std::string body;
  Language language = Language::nl;
};

/// Where the answer goes. Each function may wait, for whoever takes the answer slowly.
class MountedAnswer {
 public:
  MountedAnswer() = default;
  MountedAnswer(const MountedAnswer&) = delete;
  MountedAnswer& operator=(const MountedAnswer&) = delete;
  virtual ~MountedAnswer() = default;

  /// What was shown at the door is that of this account: once it is known, for the log and for how often it may ask.
  virtual void recognised(std::int64_t account) = 0;
  /// Before the body, once. `retry_after` in seconds; 0: not told.
  virtual void begin(unsigned status, std::string_view type, int retry_after) = 0;
  /// A piece of the body. False: whoever asked has left.
  virtual bool send(std::string_view piece) = 0;
  [[nodiscard]] virtual bool has_left() const = 0;
};

struct Mount {
  std::string prefix;         ///< "/v1/"
  std::size_t most_body = 0;  ///< bytes
  /// Answers; in a thread of its own, so it may wait for as long as the answer takes.
  std::function<void(const MountedRequest&, MountedAnswer&)> serve;
  /// The body of an answer, as JSON, to what went wrong before a request was whole.
  std::function<std::string(ErrorCode, Language)> problem;
};

}  // namespace collega::http
