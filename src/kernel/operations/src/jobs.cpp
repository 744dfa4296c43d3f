#include "collega/operations/jobs.h"

#include <algorithm>
#include <atomic>

#include "collega/base/error.h"
#include "collega/store/seal.h"

namespace collega::operations {
namespace {

constexpr std::string_view kInput = "job.input";
constexpr std::string_view kAnswer = "job.answer";
constexpr std::string_view kWhere = "job.error_where";
// A job that another process began is seen this late.
constexpr std::chrono::seconds kLookAgain{5};
// What is held of one job for who watches. The answer has all of it in the end.
constexpr std::size_t kMostParts = 10'000;
constexpr const char* kColumns = "select id, operation, state, made_at, ended_at, answer, error, error_where from job ";

Result<Job> job_at(store::ReadTransaction& read, const store::Rows& rows, bool with_answer) {
  Job job;
  job.id = rows.get<JobId>(0);
  job.operation = rows.get<std::string>(1);
  job.state = rows.get<JobState>(2);
  job.made_at = rows.get<Moment>(3);
  job.ended_at = rows.get<std::optional<Moment>>(4);
  if (with_answer && !rows.is_null(5)) {
    const std::string answer = TRY(read.seal().open(rows.view(5), {kAnswer, job.id.number}));
    job.answer = TRY(parse_json(answer));
  }
  if (!rows.is_null(6)) {
    Error error{error_code_named(rows.view(6)).value_or(ErrorCode::internal)};
    if (!rows.is_null(7)) error.where = TRY(read.seal().open(rows.view(7), {kWhere, job.id.number}));
    job.error = std::move(error);
  }
  return job;
}

}  // namespace

/// What is known of a job only while it runs.
struct Jobs::Running {
  std::mutex mutex;
  Progress progress;
  std::vector<Json> parts;
  std::atomic<bool> stop_asked = false;
};

Jobs::Jobs(Records& records, Run run, std::size_t threads) : records_(records), run_(std::move(run)) {
  for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

Jobs::~Jobs() {
  {
    const std::lock_guard lock{mutex_};
    ending_ = true;
    for (const auto& [id, running] : running_) running->stop_asked = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

Result<JobId> add_job(store::WriteTransaction& write, identity::AccountId owner, const JobRequest& request,
                      Moment now) {
  const auto id = write.new_id<JobId>();
  const std::string input = write.seal().close(to_text(request.input), {kInput, id.number});
  TRY(write.execute(
      "insert into job (id, account, operation, language, state, attempts, made_at, input, event) "
      "values (?, ?, ?, ?, ?, 0, ?, ?, ?)",
      id, owner, request.operation, request.language, JobState::waiting, now, store::Blob{input}, request.event));
  return id;
}

Result<JobId> Jobs::add(store::WriteTransaction& write, const identity::Asker& owner, const JobRequest& request) {
  return add_job(write, owner.account, request, records_.clock());
}

void Jobs::wake() {
  {
    const std::lock_guard lock{mutex_};
    there_may_be_more_ = true;
  }
  changed_.notify_one();
}

Result<Job> Jobs::find(const identity::Asker& owner, JobId job, std::size_t from) {
  store::ReadTransaction read = TRY(records_.store.read());
  store::Rows rows = TRY(read.query(std::string{kColumns} + "where id = ? and account = ?", job, owner.account));
  if (!TRY(rows.next())) return Error{ErrorCode::unknown_job, to_string(job)};
  Job found = TRY(job_at(read, rows, true));
  const std::lock_guard lock{mutex_};
  if (const auto running = running_.find(job); running != running_.end()) {
    const std::lock_guard inner{running->second->mutex};
    found.done = running->second->progress.done;
    found.total = running->second->progress.total;
    found.current = running->second->progress.current;
    const std::vector<Json>& parts = running->second->parts;
    if (from < parts.size()) found.parts.assign(parts.begin() + static_cast<std::ptrdiff_t>(from), parts.end());
  }
  return found;
}

Result<std::vector<Job>> Jobs::list(const identity::Asker& owner, int most) {
  store::ReadTransaction read = TRY(records_.store.read());
  store::Rows rows =
      TRY(read.query(std::string{kColumns} + "where account = ? order by id desc limit ?", owner.account, most));
  std::vector<Job> all;
  while (TRY(rows.next())) all.push_back(TRY(job_at(read, rows, false)));
  return all;
}

Result<Done> Jobs::stop(const identity::Asker& owner, JobId job) {
  TRY(find(owner, job));
  {
    const std::lock_guard lock{mutex_};  // what runs may hold the only write transaction: it is told without one
    if (const auto running = running_.find(job); running != running_.end()) {
      running->second->stop_asked = true;
      return Done{};
    }
  }
  store::WriteTransaction write = TRY(records_.store.write());
  TRY(write.execute("update job set state = ?, ended_at = ?, error = ? where id = ? and state = ?", JobState::stopped,
                    records_.clock(), name_of(ErrorCode::job_stopped), job, JobState::waiting));
  return write.commit();
}

Result<std::int64_t> forget_old_jobs(store::WriteTransaction& write, Moment now) {
  return write.execute("delete from job where ended_at < ?", now - kAnswerLasts);
}

Result<std::pair<std::size_t, std::size_t>> Jobs::count() {
  store::ReadTransaction read = TRY(records_.store.read());
  const auto waiting = TRY(read.first<std::int64_t>("select count(*) from job where state = ?", JobState::waiting));
  const std::lock_guard lock{mutex_};
  return std::pair{static_cast<std::size_t>(waiting.value_or(0)), running_.size()};
}

void Jobs::work() {
  while (true) {
    const Result<std::optional<JobId>> job = take();
    if (job && job.value()) {
      run_one(*job.value());
      continue;
    }
    std::unique_lock lock{mutex_};
    if (ending_) return;
    changed_.wait_for(lock, kLookAgain, [this] { return ending_ || there_may_be_more_; });
    if (ending_) return;
    there_may_be_more_ = false;
  }
}

/// The oldest that waits, or that says it runs while nobody runs it: a process that is no more began it. There is one
/// process that runs jobs on a store.
Result<std::optional<JobId>> Jobs::take() {
  const std::lock_guard one_at_a_time{taking_};
  {
    const std::lock_guard lock{mutex_};
    if (ending_) return std::optional<JobId>{};
  }
  std::optional<JobId> next;
  {
    store::ReadTransaction read = TRY(records_.store.read());
    store::Rows rows = TRY(read.query("select id from job where state = ? or state = ? order by id", JobState::waiting,
                                      JobState::running));
    const std::lock_guard lock{mutex_};
    while (!next && TRY(rows.next())) {
      if (!running_.contains(rows.get<JobId>(0))) next = rows.get<JobId>(0);
    }
    if (!next) return next;
    running_[*next] = std::make_shared<Running>();
  }
  store::WriteTransaction write = TRY(records_.store.write());
  const std::int64_t taken = TRY(write.execute(
      "update job set state = ?, attempts = attempts + 1 where id = ? and ended_at is null", JobState::running, *next));
  TRY(write.commit());
  if (taken > 0) return next;
  const std::lock_guard lock{mutex_};  // stopped meanwhile
  running_.erase(*next);
  return std::optional<JobId>{};
}

void Jobs::run_one(JobId job) {
  std::shared_ptr<Running> running;
  {
    const std::lock_guard lock{mutex_};
    running = running_[job];
  }
  const Result<Json> answer = attempt(job, *running);
  const bool is_cut_off = !answer && running->stop_asked && ending_;  // by our own end: it goes on at the next start
  if (!is_cut_off) {
    const bool is_stopped = !answer && running->stop_asked;
    const JobState state = answer ? JobState::done : is_stopped ? JobState::stopped : JobState::failed;
    const Result<Done> kept = finish(job, state, answer);
    static_cast<void>(kept);  // else it runs again: what it did was done once, or not at all
  }
  const std::lock_guard lock{mutex_};
  running_.erase(job);
}

Result<Json> Jobs::attempt(JobId job, Running& running) {
  JobRequest request;
  identity::AccountId account;
  {
    store::ReadTransaction read = TRY(records_.store.read());
    store::Rows rows =
        TRY(read.query("select account, operation, language, input, attempts, event from job where id = ?", job));
    if (!TRY(rows.next())) return Error{ErrorCode::unknown_job, to_string(job)};
    account = rows.get<identity::AccountId>(0);
    request.operation = rows.get<std::string>(1);
    request.language = rows.get<Language>(2);
    const std::string input = TRY(read.seal().open(rows.view(3), {kInput, job.number}));
    request.input = TRY(parse_json(input));
    if (rows.get<int>(4) > kMostAttempts) return Error{ErrorCode::job_failed_often};
    request.event = rows.get<std::string>(5);
  }
  const Line line{.progress =
                      [&running](const Progress& now) {
                        const std::lock_guard lock{running.mutex};
                        running.progress = now;
                      },
                  .part =
                      [&running](const Json& part) {
                        const std::lock_guard lock{running.mutex};
                        if (running.parts.size() < kMostParts) running.parts.push_back(part);
                      },
                  .stop_asked = [&running] { return running.stop_asked.load(); }};
  return run_(request, account, line);
}

Result<Done> Jobs::finish(JobId job, JobState state, const Result<Json>& answer) {
  store::WriteTransaction write = TRY(records_.store.write());
  if (answer) {
    const std::string sealed = write.seal().close(to_text(answer.value()), {kAnswer, job.number});
    TRY(write.execute("update job set state = ?, ended_at = ?, answer = ? where id = ?", state, records_.clock(),
                      store::Blob{sealed}, job));
  } else {
    const std::string where = write.seal().close(answer.error().where, {kWhere, job.number});
    TRY(write.execute("update job set state = ?, ended_at = ?, error = ?, error_where = ? where id = ?", state,
                      records_.clock(), name_of(answer.error().code), store::Blob{where}, job));
  }
  return write.commit();
}

}  // namespace collega::operations
