#pragma once

// What is answered, before it is bytes.

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "collega/base/json.h"
#include "collega/operations/jobs.h"

namespace collega::http {

inline constexpr std::string_view kJson = "application/json";
inline constexpr std::string_view kProblemJson = "application/problem+json";

/// An open file, closed when the last who holds it goes.
class OpenFile {
 public:
  explicit OpenFile(int descriptor) : descriptor_(descriptor) {}
  ~OpenFile();
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

/// A part of a file, to be sent piece by piece.
struct FilePart {
  std::shared_ptr<OpenFile> file;
  std::uint64_t first = 0;
  std::uint64_t length = 0;
};

/// How a job goes, to be told until it is over.
struct JobWatch {
  identity::Asker asker;
  operations::JobId job;
};

class Piped;

using Shared = std::shared_ptr<const std::string>;

/// What the log and the figures say of it; none of it reaches whoever asked.
struct Noted {
  std::int64_t account = 0;
  std::string_view code = {};  ///< of an error
  std::string detail = {};
  bool is_recognised = false;  ///< what was shown at the door is that of somebody
};

struct Reply {
  unsigned status = 200;
  std::string_view type = kJson;
  std::string_view cache = "no-store";
  std::string fields = {};  ///< further ones, each with its line end
  std::variant<std::string, Shared, FilePart, JobWatch, std::shared_ptr<Piped>> body = std::string{};
  std::string first = {};    ///< of what comes piece by piece, what is there
  bool has_policy = false;   ///< `fields` hold its own Content-Security-Policy
  bool is_finished = false;  ///< with a tag of its own, and compressed or not
  Noted noted = {};

  Reply& add(std::string_view name, std::string_view value);
  [[nodiscard]] const std::string* text() const;  ///< the body, when it is in memory
};

[[nodiscard]] Reply json_reply(const Json& value, unsigned status = 200);

/// How the answer goes over this connection.
struct Carriage {
  bool keeps_alive = true;
  bool is_chunked = false;
  bool is_secure = false;
  std::uint64_t length = 0;  ///< of the body, unless it is chunked or ends with the connection
  bool has_length = true;
  std::string_view date = {};  ///< as HTTP writes it
};

/// The first line and the fields, with those that keep a browser from doing what it should not.
[[nodiscard]] std::string head_of(const Reply& reply, const Carriage& carriage);

/// "Sun, 22 Nov 2026 06:53:01 GMT"
[[nodiscard]] std::string http_date(std::chrono::sys_seconds at);

/// What stands behind a status in the first line: "Not Found".
[[nodiscard]] std::string_view reason_of(unsigned status);

}  // namespace collega::http
