#include "serve.h"

#include <pthread.h>

#include <csignal>
#include <filesystem>
#include <mutex>
#include <ostream>
#include <thread>

#include "collega/http/server.h"
#include "collega/identity/accounts.h"
#include "collega/openai/openai.h"
#include "collega/operations/office.h"

namespace collega {
namespace {

// The chain of the ledger that servers write. Several on one database share it.
constexpr const char* kWriter = "server";

using identity::Role;

std::vector<operations::Schedule> schedules(const cli::ServeArguments& asked) {
  using namespace std::chrono_literals;
  const identity::Roles roles{Role::administrator};
  std::vector<operations::Schedule> all{
      {.name = "housekeeping", .operation = "office.tidy", .roles = roles, .every = 1h},
      {.name = "conversations-over-their-date", .operation = "gateway.tidy", .roles = roles, .every = 1h},
      {.name = "accounts-of-leavers", .operation = "administration.disable_leavers", .roles = roles, .at = 1h},
      {.name = "old-imports", .operation = "administration.clear_journals", .roles = roles, .at = 3h},
      {.name = "applicants-over-their-period",
       .operation = "hiring.erase_due",
       .roles = {Role::privacy_coordinator},
       .at = 4h},
  };
  if (!asked.heads.empty()) {
    all.push_back({.name = "ledger-heads",
                   .operation = "oversight.export_ledger_head",
                   .input = JsonObject{{"file", asked.heads}},
                   .roles = roles,
                   .every = 1h});
  }
  if (!asked.inbox.empty()) {
    all.push_back({.name = "nightly-import",
                   .operation = "administration.import_folder",
                   .input = JsonObject{{"folder", asked.inbox}},
                   .roles = roles,
                   .at = 2h});
  }
  return all;
}

/// Blocked in this thread, and so in those it starts, the signals to stop wait for whoever asks for them.
sigset_t hold_back_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return signals;
}

/// Waits for a signal to stop, in a thread of its own.
class UntilSignalled {
 public:
  UntilSignalled(const sigset_t& signals, std::function<void()> stop)
      : thread_{[signals, stop = std::move(stop)] {
          int signal = 0;
          sigwait(&signals, &signal);
          stop();
        }} {}
  ~UntilSignalled() {
    pthread_kill(thread_.native_handle(), SIGTERM);  // when it ended otherwise; a second signal changes nothing
    thread_.join();
  }
  UntilSignalled(const UntilSignalled&) = delete;
  UntilSignalled& operator=(const UntilSignalled&) = delete;

 private:
  std::thread thread_;
};

/// Of an empty organisation: how its first administrator comes in.
Result<Done> show_first_code(operations::Records& records, Language language, std::ostream& out) {
  store::WriteTransaction write = TRY(records.store.write());
  if (!TRY(identity::list_accounts(write, "", 1, records.clock())).empty()) return Done{};
  const identity::OneTimeCode code = TRY(identity::first_code(write, records.clock()));
  TRY(write.commit());
  out << Bilingual{"Er is nog niemand. Maak de eerste beheerder met deze eenmalige code: ",
                   "There is nobody yet. Make the first administrator with this one-time code: "}
             .in(language)
      << code.code.view() << '\n';
  return Done{};
}

/// In build/ beside the program, or where its package puts them.
std::filesystem::path pages_of_program() {
  std::error_code failure;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", failure);
  for (const std::filesystem::path& folder :
       {program.parent_path() / "pages", program.parent_path().parent_path() / "share" / "collega" / "pages"}) {
    if (std::filesystem::exists(folder / "index.html", failure)) return folder;
  }
  return {};
}

// A recording that a service of speech takes is at most 25 MB.
constexpr std::size_t kMostOfModels = 32 * 1024 * 1024;

/// What the server hands over and takes back, as OpenAI's protocol knows it.
class Passed final : public openai::Answering {
 public:
  explicit Passed(http::MountedAnswer& answer) : answer_(answer) {}
  void recognised(std::int64_t account) override { answer_.recognised(account); }
  void begin(unsigned status, std::string_view type, int retry_after) override {
    answer_.begin(status, type, retry_after);
  }
  bool send(std::string_view piece) override { return answer_.send(piece); }
  [[nodiscard]] bool has_left() const override { return answer_.has_left(); }

 private:
  http::MountedAnswer& answer_;
};

http::Mount mount(openai::Protocol& protocol) {
  return {.prefix = "/v1/",
          .most_body = kMostOfModels,
          .serve =
              [&protocol](const http::MountedRequest& asked, http::MountedAnswer& answer) {
                Passed passed{answer};
                protocol.serve({.method = asked.method,
                                .path = asked.path,
                                .content_type = asked.content_type,
                                .key = asked.key,
                                .purpose = asked.purpose,
                                .body = asked.body,
                                .language = asked.language},
                               passed);
              },
          .problem = [](ErrorCode code, Language language) { return openai::problem({code}, language); }};
}

http::Settings settings_of(const cli::ServeArguments& asked, std::string_view version) {
  http::Settings settings;
  settings.address = asked.address;
  settings.port = static_cast<std::uint16_t>(asked.port);
  settings.certificate = asked.certificate;
  settings.certificate_key = asked.certificate_key;
  settings.pages = asked.pages.empty() ? pages_of_program() : std::filesystem::path{asked.pages};
  settings.proxies = asked.proxies;
  settings.open_metrics = asked.open_metrics;
  settings.version = version;
  return settings;
}

}  // namespace

Result<Done> serve(const cli::ServeArguments& asked, const operations::Table& table, Office& office,
                   operations::WallClock wall_clock, Language language, std::string_view version, std::ostream& out,
                   std::ostream& log) {
  const sigset_t signals = hold_back_signals();
  operations::Records* records = TRY(office.open(asked.data));
  operations::OfficeSettings office_settings;
  office_settings.organisation = asked.organisation;
  office_settings.wall_clock = std::move(wall_clock);
  office_settings.schedules = schedules(asked);
  operations::Office open_office{
      table,
      {.store = records->store, .writer = kWriter, .clock = records->clock, .blind_one_in = asked.blind_one_in},
      std::move(office_settings)};
  http::Settings settings = settings_of(asked, version);
  std::mutex writing;
  settings.log = [&](std::string_view line) {
    const std::string whole = std::string{line} + '\n';  // in one piece, also for who is killed
    const std::lock_guard lock{writing};
    log << whole << std::flush;
  };
  openai::Protocol protocol{open_office};
  settings.mounts.push_back(mount(protocol));
  http::Server server{open_office, settings};
  TRY(server.start());
  TRY(show_first_code(*records, language, out));
  out << (asked.certificate.empty() ? "http://" : "https://") << asked.address << ':' << server.port() << '\n'
      << std::flush;
  const UntilSignalled until{signals, [&server] { server.stop(); }};
  server.run();
  return Done{};
}

}  // namespace collega
