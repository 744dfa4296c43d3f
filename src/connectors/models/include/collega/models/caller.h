#pragma once

// One request to a service that speaks OpenAI's interface, and its answer.

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "collega/base/result.h"

namespace collega::models {

/// How long each wait may take.
struct Patience {
  std::chrono::milliseconds connect{5'000};
  std::chrono::milliseconds first_byte{120'000};  ///< of the answer, from when the request began
  std::chrono::milliseconds between{60'000};      ///< two pieces of it
  std::chrono::milliseconds whole{900'000};
};

/// A file, and what goes with it (multipart/form-data).
struct Form {
  std::vector<std::pair<std::string, std::string>> fields;
  std::filesystem::path file;
  std::string file_name;  ///< as the service is told
};

struct Request {
  std::string url;   ///< "https://host/v1/chat/completions"
  std::string key = {};  ///< bearer; none where it is empty
  std::string body = {};  ///< JSON; of a form: nothing
  std::optional<Form> form = {};
  Patience patience = {};
};

/// Whether whoever asked has left; asked some ten times a second, and with each piece.
using Left = std::function<bool()>;
/// Takes the data of one event. False: no more of it.
using Take = std::function<bool(std::string_view data)>;

constexpr std::size_t kMostAnswer = 32 * 1024 * 1024;  ///< bytes of an answer, streamed ones too
constexpr std::size_t kMostEvent = 1024 * 1024;

/// May be used from several threads; each call waits in the thread that makes it.
/// Errors of both: model_unreachable when it was not reached, is too busy (429) or failed (5xx), or broke off;
/// model_slow; model_refuses for every other status; model_broken for an answer that is too large or of another kind;
/// job_stopped when the asker left. `where` is the status, where there is one; nothing that the service said.
class Caller {
 public:
  Caller();
  ~Caller();
  Caller(const Caller&) = delete;
  Caller& operator=(const Caller&) = delete;

  /// The body of the answer.
  [[nodiscard]] Result<std::string> ask(const Request& request, const Left& left = {});
  /// Each event of the answer. Done when it ended, or `take` wanted no more: whether what came was all is seen by who
  /// knows what it means.
  Result<Done> stream(const Request& request, const Take& take, const Left& left = {});

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace collega::models
