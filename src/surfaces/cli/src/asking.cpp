#include "asking.h"

#include <ostream>

#include "commands.h"
#include "server_asking.h"
#include "terminal.h"
#include "texts.h"

namespace collega::cli {
namespace {

class AskingHere : public Asking {
 public:
  AskingHere(const operations::Table& table, operations::Records* records, Surroundings& around)
      : table_(table), context_(context_of(around)) {
    context_.records = records;
  }

  Told<Json> ask(const operations::Operation& operation, const Json& input, const ShowProgress& progress) override {
    context_.progress = progress;
    return run_guarded(table_, operation.name, input, context_);
  }

 private:
  const operations::Table& table_;
  operations::Context context_;
};

void tell(const std::string& line, Surroundings& around) { around.err << "collega: " << printable(line) << '\n'; }

/// Asked once a day. That it cannot be asked now is told by what follows.
void check_version(Server& server, Logins& logins, Surroundings& around) {
  if (server.login().checked == around.today) return;
  const Told<std::string> version = server.version();
  if (!version) return;
  Login login = server.login();
  login.version = version.value();
  login.checked = around.today;
  logins.renew(login);
  static_cast<void>(logins.write());  // then it is asked again next time
}

}  // namespace

std::unique_ptr<Asking> ask_here(const operations::Table& table, operations::Records* records, Surroundings& around) {
  return std::make_unique<AskingHere>(table, records, around);
}

Result<std::optional<Login>> login_at(const std::optional<std::string>& server, const Logins& logins,
                                      Language language) {
  if (!server) return logins.current() ? std::optional{*logins.current()} : std::nullopt;
  // Whoever logged in over plain http said then that it may be.
  const Address address = TRY(parse_address(*server, true, texts(language)));
  const Login* login = logins.find(address.url);
  if (!login) return Error{ErrorCode::not_signed_in, "collega login " + address.url};
  return std::optional{*login};
}

Result<std::unique_ptr<Asking>> ask_server(const Whereabouts& where, const operations::Operation& operation,
                                           Surroundings& around) {
  const Messages& text = texts(around.language);
  if (where.data) {
    if (where.server) tell(text("remote.server_unused", *where.server, *where.data), around);
    return std::unique_ptr<Asking>{};
  }
  Logins logins = TRY(Logins::read(around.settings));
  const std::optional<Login> login = TRY(login_at(where.server, logins, around.language));
  if (!login) return std::unique_ptr<Asking>{};
  const Address address = TRY(parse_address(login->url, true, text));
  if (!around.records_of_environment.empty() && operation.stored != operations::Stored::nothing) {
    tell(text("remote.data_unused", address.url, around.records_of_environment), around);
  }
  auto server = std::make_unique<Server>(address, *login, remote_settings(around));
  check_version(*server, logins, around);
  const Login* kept = logins.find(login->url);
  if (kept && !kept->version.empty() && kept->version != around.version) {
    tell(text("remote.other_version", address.url, kept->version, around.version), around);
  }
  return std::unique_ptr<Asking>{std::make_unique<ServerAsking>(std::move(server), around)};
}

}  // namespace collega::cli
