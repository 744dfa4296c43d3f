#pragma once

// A request on its way to its answer, and the table of all answers there are. What is answered by a worker may block.

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "collega/http/server.h"
#include "figures.h"
#include "reply.h"
#include "request.h"

namespace collega::http {

class Routes;
class OpenApi;

/// What answers are made with.
struct House {
  operations::Office& office;
  const Settings& settings;
  Figures& figures;
  Gauges& gauges;
  OpenApi& open_api;
};

struct Route;
struct Action;

struct Visit {
  const Request& request;
  const Route& route;
  const Action& action;
  House& house;
  identity::Asker asker = {};

  [[nodiscard]] operations::Office& office() const { return house.office; }
};

/// Which thread answers.
enum class Lane {
  here,  ///< that which serves: nothing may block
  desk,  ///< a worker
  away,  ///< one of many workers, for what mostly waits for a service elsewhere
  door,  ///< a worker for passwords, so that who comes in does not keep those who are in from working
  aside  ///< a worker of its own, so that a server that is full can still say so
};

enum class Takes { nothing, json, file, anything };

/// Whether the answer is for anybody, or needs to know who asks.
enum class Entry { anybody, somebody };

/// How an upload goes on: where its bytes go, and what is left to come.
struct Upload {
  operations::FileId id;
  std::shared_ptr<OpenFile> file;
  std::uint64_t offset = 0;            ///< where the first byte of this body goes
  std::uint64_t most = 0;              ///< bytes of this body
  std::optional<std::uint64_t> total;  ///< of the whole file; none: this body is all of it
};

struct Action {
  Method method = Method::get;
  Result<Reply> (*answer)(Visit&) = nullptr;
  Entry entry = Entry::somebody;
  Lane lane = Lane::desk;
  Takes takes = Takes::nothing;
  bool asks_csrf = true;                      ///< of a session that changes something
  bool may_compress = true;                   ///< its answer holds no secret beside what somebody else could choose
  Result<Upload> (*begin)(Visit&) = nullptr;  ///< of an upload, before its bytes
  Result<Reply> (*end)(Visit&, const Upload&, std::uint64_t bytes) = nullptr;  ///< after `bytes` of them
  void (*give_up)(Visit&, const Upload&) = nullptr;                            ///< when not all of them came
};

struct Route {
  std::string pattern;    ///< "/api/jobs/{id}", for the log
  std::string_view name;  ///< for the figures: an operation's, else the pattern
  const operations::Operation* operation = nullptr;
  Json input_schema = nullptr;  ///< of an operation
  std::vector<Action> actions = {};
  const Mount* mount = nullptr;  ///< of a mounted protocol

  [[nodiscard]] const Action* action(Method method) const;  ///< of HEAD: that of GET
  [[nodiscard]] std::string allowed() const;                ///< "GET, HEAD, POST"
};

/// What is wrong with a request before its body is read, by the thread that serves.
[[nodiscard]] std::optional<Error> fault_at_door(const Request& request, const Action& action);

/// Knows who asks, sees that a session's change came from our own page, and fills in `visit.asker`. Blocks.
[[nodiscard]] Result<Done> admit(Visit& visit);

/// The whole answer, a problem too. Blocks, as Lane says.
[[nodiscard]] Reply answer(Visit& visit);

/// The problem of an error of this visit, with what the register lacks.
[[nodiscard]] Reply refusal(Visit& visit, const Error& error);

/// With who asked; with its tag, or 304; compressed when whoever asked can read that.
[[nodiscard]] Reply finished(const Visit& visit, Reply reply);

}  // namespace collega::http
