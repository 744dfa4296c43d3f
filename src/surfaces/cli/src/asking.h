#pragma once

// Where an operation is asked: of the records on this computer, or of a server that this person is logged in to.
//
//   --data DIR                       the records there
//   --server URL, else a login       that server
//   COLLEGA_DATA                     the records there

#include <functional>
#include <memory>
#include <optional>

#include "collega/cli/run.h"
#include "logins.h"
#include "trouble.h"

namespace collega::cli {

/// As the words of a command say it.
struct Whereabouts {
  std::optional<std::string> data;    ///< --data
  std::optional<std::string> server;  ///< --server
};

using ShowProgress = std::function<void(const operations::Progress&)>;

class Asking {
 public:
  virtual ~Asking() = default;
  /// The answer with the input's "id", and as "ignored" what of the input nobody reads.
  [[nodiscard]] virtual Told<Json> ask(const operations::Operation& operation, const Json& input,
                                       const ShowProgress& progress) = 0;
  /// Whether somebody pressed Ctrl-C while it asked, and wants no more.
  [[nodiscard]] virtual bool was_stopped() const { return false; }
};

/// Here, on `records`; without them, on what is given alone.
[[nodiscard]] std::unique_ptr<Asking> ask_here(const operations::Table& table, operations::Records* records,
                                               Surroundings& around);

/// The server to ask; nothing: it is to be asked here. Tells when the version of the server is another, or something
/// that was named does not count. Errors: bad_call, not_signed_in with the address, those of Logins::read.
[[nodiscard]] Result<std::unique_ptr<Asking>> ask_server(const Whereabouts& where,
                                                         const operations::Operation& operation, Surroundings& around);

/// The login that `server` names, or the current one; nothing when none is named and there is none. Error:
/// not_signed_in.
[[nodiscard]] Result<std::optional<Login>> login_at(const std::optional<std::string>& server, const Logins& logins,
                                                    Language language);

}  // namespace collega::cli
