#pragma once

// Operations that take longer than somebody waits. A job runs as the account that began it, as that account is when it
// runs. Operations change what is kept in one transaction, so a job that was cut off left nothing and begins anew.

#include <atomic>
#include <boost/describe.hpp>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "collega/base/described.h"
#include "collega/base/id.h"
#include "collega/identity/asker.h"
#include "collega/operations/operation.h"

namespace collega::operations {

struct Job;
using JobId = Id<Job>;

enum class JobState { waiting, running, done, failed, stopped };
BOOST_DESCRIBE_ENUM(JobState, waiting, running, done, failed, stopped)

/// After which a cut-off job is given up: what ends the process thrice would end it again.
constexpr int kMostAttempts = 3;
/// How long an answer can be fetched.
constexpr std::chrono::hours kAnswerLasts{7 * 24};

struct Job {
  JobId id;
  std::string operation;
  JobState state = JobState::waiting;
  std::size_t done = 0;   ///< of `total` things
  std::size_t total = 0;  ///< 0: not known
  std::string current;    ///< which one now
  Moment made_at{};
  std::optional<Moment> ended_at;
  std::vector<Json> parts;     ///< while it runs: those that were asked for
  std::optional<Json> answer;  ///< when done
  std::optional<Error> error;  ///< when failed or stopped
};

/// What somebody asked, as a job keeps it.
struct JobRequest {
  std::string operation;
  Json input;
  Language language = Language::nl;
  std::string event = {};  ///< after which it runs; none: its owner asked for it
};

/// Durable with the transaction. `owner` is nobody's of a job that follows an event.
[[nodiscard]] Result<JobId> add_job(store::WriteTransaction& write, identity::AccountId owner,
                                    const JobRequest& request, Moment now);

/// May be used from several threads.
class Jobs {
 public:
  /// How whoever runs a job tells of it, and is told to stop.
  struct Line {
    std::function<void(const Progress&)> progress;
    std::function<void(const Json&)> part;
    std::function<bool()> stop_asked;
  };
  /// Runs one job: Office fills it in.
  using Run = std::function<Result<Json>(const JobRequest&, identity::AccountId owner, const Line& line)>;

  /// Takes up what was waiting or cut off when the process last ended.
  Jobs(Records& records, Run run, std::size_t threads);
  /// Asks what runs to stop, and waits; what did not end is taken up at the next start.
  ~Jobs();
  Jobs(const Jobs&) = delete;
  Jobs& operator=(const Jobs&) = delete;

  /// Durable, and begun after wake(), when the caller has committed.
  [[nodiscard]] Result<JobId> add(store::WriteTransaction& write, const identity::Asker& owner,
                                  const JobRequest& request);
  void wake();
  /// As it stands now, with the parts from `from` on. Error: unknown_job, also for another's.
  [[nodiscard]] Result<Job> find(const identity::Asker& owner, JobId job, std::size_t from = 0);
  /// The owner's, newest first, without their answers.
  [[nodiscard]] Result<std::vector<Job>> list(const identity::Asker& owner, int most);
  /// Error: unknown_job. A job that is over stays as it is.
  Result<Done> stop(const identity::Asker& owner, JobId job);
  /// How many wait and how many run.
  [[nodiscard]] Result<std::pair<std::size_t, std::size_t>> count();

 private:
  struct Running;
  void work();
  [[nodiscard]] Result<std::optional<JobId>> take();
  void run_one(JobId job);
  [[nodiscard]] Result<Json> attempt(JobId job, Running& running);
  Result<Done> finish(JobId job, JobState state, const Result<Json>& answer);

  Records& records_;
  Run run_;
  std::mutex taking_;  ///< before mutex_
  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<JobId, std::shared_ptr<Running>> running_;
  std::atomic<bool> ending_ = false;
  bool there_may_be_more_ = true;
  std::vector<std::thread> threads_;
};

/// Those that ended longer ago than kAnswerLasts. For a schedule; gives how many went.
Result<std::int64_t> forget_old_jobs(store::WriteTransaction& write, Moment now);

}  // namespace collega::operations
