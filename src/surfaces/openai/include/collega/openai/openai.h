#pragma once

// OpenAI's interface: /v1/chat/completions, /v1/responses, /v1/embeddings, /v1/models and /v1/audio/transcriptions.

#include <cstdint>
#include <string>
#include <string_view>

#include "collega/base/error.h"
#include "collega/operations/office.h"

namespace collega::openai {

struct Request {
  std::string_view method;
  std::string_view path;
  std::string_view content_type;
  std::string_view key;      ///< shown as bearer; empty: none
  std::string_view purpose;  ///< what it is for; empty: general
  std::string_view body;
  Language language = Language::nl;
};

/// Where the answer goes.
class Answering {
 public:
  Answering() = default;
  Answering(const Answering&) = delete;
  Answering& operator=(const Answering&) = delete;
  virtual ~Answering() = default;

  virtual void recognised(std::int64_t account) = 0;
  /// Before the body, once. `retry_after` in seconds; 0: not told.
  virtual void begin(unsigned status, std::string_view type, int retry_after) = 0;
  /// False: whoever asked has left.
  virtual bool send(std::string_view piece) = 0;
  [[nodiscard]] virtual bool has_left() const = 0;
};

/// May be used from several threads. The office must outlive it.
class Protocol {
 public:
  explicit Protocol(operations::Office& office) : office_(office) {}

  /// Answers every request, whatever is wrong with it; waits for as long as that takes.
  void serve(const Request& request, Answering& answering);

 private:
  operations::Office& office_;
};

/// The body of an answer to what went wrong: {"error":{"message","type","code","param"}}. Of what was sent it says at
/// most which member.
[[nodiscard]] std::string problem(const Error& error, Language language);

}  // namespace collega::openai
