#pragma once

// A server of Collega as one login sees it: what its addresses and answers mean (docs/http.md).

#include <filesystem>
#include <iosfwd>
#include <string>
#include <string_view>

#include "logins.h"
#include "remote.h"
#include "trouble.h"

namespace collega::cli {

/// One asking of an operation.
struct AskedOfServer {
  std::string_view operation;
  const Json& input;
  std::string key = {};    ///< Idempotency-Key; none for what only reads
  bool can_repeat = true;  ///< see Outgoing
};

struct Begun {
  Json output;           ///< the answer, unless it is a job
  std::string job = {};  ///< its id
};

/// Every function gives the server's own problem, server_unreachable, and that with its address when what answers there
/// is not Collega.
class Server {
 public:
  /// `login` may be bare, with an address alone, to sign in with.
  Server(Address address, Login login, const RemoteSettings& settings);

  /// Whether a code must follow before the session can do anything.
  [[nodiscard]] Told<bool> sign_in(std::string_view login, std::string_view password);
  [[nodiscard]] Told<Done> give_code(std::string_view code);
  /// Proves once more that the owner of the session sits here.
  [[nodiscard]] Told<Done> confirm(std::string_view password_or_code);
  /// Who asks, with "display", "roles" and "kind"; their name and their csrf token are taken over into login().
  [[nodiscard]] Told<Json> who();
  [[nodiscard]] Told<Done> sign_out();
  [[nodiscard]] Told<std::string> version();
  /// As the session and what came with it now are.
  [[nodiscard]] const Login& login() const { return login_; }

  [[nodiscard]] Told<Begun> ask(const AskedOfServer& asked);
  /// {"state", "done", "total", "current", "answer" or "problem"}
  [[nodiscard]] Told<Json> job(std::string_view id);
  [[nodiscard]] Told<Json> stop_job(std::string_view id);

  /// The id by which an operation takes it. Errors also: file_not_found, file_unreadable.
  [[nodiscard]] Told<std::string> upload(const std::filesystem::path& file);
  [[nodiscard]] Told<Done> download(std::string_view id, std::ostream& into);
  [[nodiscard]] Told<Done> remove_file(std::string_view id);

  [[nodiscard]] Remote& remote() { return remote_; }

 private:
  [[nodiscard]] Told<Incoming> send(Outgoing request);
  [[nodiscard]] Told<Json> ask_json(Outgoing request);
  [[nodiscard]] Trouble trouble_in(const Incoming& incoming) const;
  [[nodiscard]] Error not_collega(long status) const;
  void take_session(const Incoming& incoming);

  Remote remote_;
  Login login_;
  Language language_;
};

/// Whether it may stand in a field of a request as it is: visible ASCII, and something.
[[nodiscard]] bool is_plain_word(std::string_view text);

}  // namespace collega::cli
