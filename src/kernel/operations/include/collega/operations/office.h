#pragma once

// The one way in for whoever asks from elsewhere: a browser, a program with a key, a schedule. It knows who asks, keeps
// their files and jobs, and runs operations through run.h and nothing else.

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "collega/ledger/recorder.h"
#include "collega/operations/door.h"
#include "collega/operations/jobs.h"
#include "collega/operations/run.h"
#include "collega/operations/spool.h"

namespace collega::operations {

/// What somebody shows at the door; at most one of the two.
struct Shown {
  std::string_view session = {};  ///< the token of a session
  std::string_view key = {};      ///< an access key
};

struct Asked {
  std::string_view operation;
  Json input;
  Language language = Language::nl;
  std::string_view idempotency_key = {};       ///< the same key twice: the first answer again, and nothing done twice
  bool as_job = false;                         ///< do not wait, also where the row does not ask for a job
  std::function<void(const Json&)> part = {};  ///< told each part of the answer that is ready (Operation::parts)
  std::function<bool()> stop_asked = {};       ///< whoever asked has left
};

struct Answer {
  Json output;  ///< of the operation; of a job: {"job": id}
  bool is_job = false;
  bool is_repeated = false;  ///< of an earlier time that this was asked
};

/// Work that begins by itself, as a system actor with these roles and no others.
struct Schedule {
  std::string_view name;  ///< what the ledger shows as actor: "nightly-import"
  std::string_view operation;
  Json input = JsonObject{};
  identity::Roles roles;
  std::chrono::minutes every{24 * 60};
  /// Once a day, at this time by the clock on the wall; `every` then does not count. A night that was missed is made up
  /// for at the next start.
  std::optional<std::chrono::minutes> at = {};
};

/// What the clock on the wall shows at a moment, as if it were that of UTC.
using WallClock = std::function<Moment(Moment)>;

struct OfficeSettings {
  std::string organisation;  ///< its name: no part of a password
  identity::Cost cost = identity::kServerCost;
  WallClock wall_clock = [](Moment moment) { return moment; };  ///< of UTC, unless told otherwise
  std::size_t job_threads = 1;
  std::vector<Schedule> schedules;
};

/// How it goes, for /readyz and /metrics.
struct Health {
  bool store_answers = false;
  std::size_t jobs_waiting = 0;
  std::size_t jobs_running = 0;
};

/// May be used from several threads. Its functions block: call them from a pool of workers.
class Office {
 public:
  Office(const Table& table, Records records, OfficeSettings settings);
  ~Office();
  Office(const Office&) = delete;
  Office& operator=(const Office&) = delete;

  [[nodiscard]] const Table& table() const;
  [[nodiscard]] Door& door();
  [[nodiscard]] Jobs& jobs();
  [[nodiscard]] Spool& files();

  /// Nobody when nothing is shown. Errors: session_over, key_refused.
  [[nodiscard]] Result<identity::Asker> recognise(const Shown& shown);

  /// Runs it, or begins it as a job. Members of the input that name a paper hold the id of a file that the asker handed
  /// over; those of the answer, the id of one to be fetched. Errors: those of run() in run.h, not_signed_in,
  /// at_terminal_only for what works in a folder, unknown_file, file_incomplete, idempotency_mismatch.
  [[nodiscard]] Result<Answer> ask(const identity::Asker& asker, const Asked& asked);

  /// What the register still asks before this operation may be used, in plain words; empty when it may be.
  [[nodiscard]] Result<std::vector<std::string>> lacks(std::string_view operation, Language language);

  [[nodiscard]] Health health();
  [[nodiscard]] Moment now() const;
  [[nodiscard]] Date today() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace collega::operations
