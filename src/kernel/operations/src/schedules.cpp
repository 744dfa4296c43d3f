#include "schedules.h"

#include "collega/base/error.h"

namespace collega::operations {
namespace {

// The shortest rhythm is a minute.
constexpr std::chrono::seconds kLookEvery{20};

}  // namespace

Schedules::Schedules(Records& records, std::vector<Schedule> schedules, WallClock wall_clock, Run run)
    : records_(records), schedules_(std::move(schedules)), wall_clock_(std::move(wall_clock)), run_(std::move(run)) {
  if (!schedules_.empty()) thread_ = std::thread{[this] { work(); }};
}

Schedules::~Schedules() {
  {
    const std::lock_guard lock{mutex_};
    ending_ = true;
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void Schedules::work() {
  std::unique_lock lock{mutex_};
  while (!ending_) {
    lock.unlock();
    for (const Schedule& schedule : schedules_) {
      const Result<bool> due = begin_if_due(schedule);
      if (!due || !due.value()) continue;  // a store that does not answer is asked again
      const Result<Done> ended = end(schedule, run_(schedule));
      static_cast<void>(ended);  // what happened stands in the ledger
    }
    lock.lock();
    changed_.wait_for(lock, kLookEvery, [this] { return ending_; });
  }
}

bool Schedules::is_due(const Schedule& schedule, Moment begun, Moment now) const {
  if (begun > now + schedule.every) return true;  // a clock set back waits for nothing
  if (!schedule.at) return now >= begun + schedule.every;
  const Moment wall = wall_clock_(now);
  Moment last = std::chrono::floor<std::chrono::days>(wall) + *schedule.at;
  if (last > wall) last -= std::chrono::days{1};
  return wall_clock_(begun) < last;
}

/// Of two processes on one store the first to write it down has it.
Result<bool> Schedules::begin_if_due(const Schedule& schedule) {
  const Moment now = records_.clock();
  const auto due = [&](store::ReadTransaction& read) -> Result<bool> {
    const auto begun = TRY(read.first<Moment>("select begun_at from schedule_run where name = ?", schedule.name));
    return !begun || is_due(schedule, *begun, now);
  };
  {
    store::ReadTransaction read = TRY(records_.store.read());
    if (!TRY(due(read))) return false;
  }
  store::WriteTransaction write = TRY(records_.store.write());
  if (!TRY(due(write))) return false;
  TRY(
      write.execute("insert into schedule_run (name, begun_at) values (?, ?) on conflict (name) do update set "
                    "begun_at = excluded.begun_at, ended_at = null, error = null",
                    schedule.name, now));
  TRY(write.commit());
  return true;
}

Result<Done> Schedules::end(const Schedule& schedule, const Result<Json>& outcome) {
  store::WriteTransaction write = TRY(records_.store.write());
  const std::optional<std::string_view> error = outcome ? std::nullopt : std::optional{name_of(outcome.error().code)};
  TRY(write.execute("update schedule_run set ended_at = ?, error = ? where name = ?", records_.clock(), error,
                    schedule.name));
  return write.commit();
}

}  // namespace collega::operations
