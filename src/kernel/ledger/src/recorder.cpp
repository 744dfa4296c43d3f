#include "collega/ledger/recorder.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include "append.h"

namespace collega::ledger {
namespace {

// How soon a group that could not be written is tried again: a restart of the database takes seconds.
constexpr std::chrono::milliseconds kAgain{500};

}  // namespace

struct ReadRecorder::State {
  State(store::Store& into, std::string name, RecorderSettings how)
      : store(into), writer(std::move(name)), settings(std::move(how)) {}

  void run();
  Result<Done> write_group();
  void wait_for_a_group(std::unique_lock<std::mutex>& lock);
  void fill_group();
  [[nodiscard]] bool hurries() const { return stopping || written < wanted; }

  store::Store& store;
  const std::string writer;
  const RecorderSettings settings;

  std::mutex mutex;
  std::condition_variable wake;   // the thread
  std::condition_variable moved;  // those who wait for room, or for what they recorded
  std::deque<Prepared> queue;
  std::vector<Prepared> group;  // the thread's own; kept until it is written
  std::uint64_t taken = 0;
  std::uint64_t written = 0;
  std::uint64_t wanted = 0;  // somebody waits until so many are written
  std::uint64_t failures = 0;
  std::optional<Error> failure;       // of the group that waits to be tried again
  std::optional<Error> last_failure;  // of any
  bool stopping = false;
  std::thread thread;
};

Result<Done> ReadRecorder::State::write_group() {
  try {
    store::WriteTransaction write = TRY(store.write());
    TRY(append_all(write, writer, group));
    return write.commit();
  } catch (const std::exception& bug) {  // who records is told; the process goes on
    return Error{ErrorCode::internal, {}, bug.what()};
  }
}

void ReadRecorder::State::wait_for_a_group(std::unique_lock<std::mutex>& lock) {
  wake.wait(lock, [this] { return stopping || !queue.empty() || !group.empty(); });
  if (group.empty()) {
    wake.wait_for(lock, settings.every, [this] { return hurries() || queue.size() >= settings.group; });
  } else {
    wake.wait_for(lock, kAgain, [this] { return hurries(); });
  }
}

void ReadRecorder::State::fill_group() {
  const std::size_t room = settings.group - std::min(group.size(), settings.group);
  const auto end = queue.begin() + static_cast<std::ptrdiff_t>(std::min(room, queue.size()));
  group.insert(group.end(), std::make_move_iterator(queue.begin()), std::make_move_iterator(end));
  queue.erase(queue.begin(), end);
}

void ReadRecorder::State::run() {
  std::unique_lock lock{mutex};
  while (true) {
    wait_for_a_group(lock);
    fill_group();
    if (group.empty()) return;  // stopping, and all is written
    lock.unlock();
    const Result<Done> done = write_group();
    lock.lock();
    if (done) {
      written += group.size();
      group.clear();
      failure.reset();
    } else {
      failure = last_failure = done.error();
      ++failures;
      wanted = 0;  // whoever flushes is told, and does not hurry us on
    }
    moved.notify_all();
    if (stopping && failure) return;
  }
}

ReadRecorder::ReadRecorder(store::Store& store, std::string writer, RecorderSettings settings)
    : state_(std::make_unique<State>(store, std::move(writer), std::move(settings))) {
  state_->thread = std::thread{[state = state_.get()] { state->run(); }};
}

ReadRecorder::~ReadRecorder() {
  {
    const std::lock_guard lock{state_->mutex};
    state_->stopping = true;
  }
  state_->wake.notify_one();
  state_->thread.join();
  const std::uint64_t left = state_->taken - state_->written;
  if (left > 0 && state_->settings.lost) state_->settings.lost(*state_->failure, left);
}

Result<Done> ReadRecorder::record(const Entry& entry, Moment now) {
  Prepared prepared = TRY(prepare(entry, now));
  std::unique_lock lock{state_->mutex};
  state_->moved.wait(
      lock, [this] { return state_->failure || state_->taken - state_->written < state_->settings.most_waiting; });
  if (state_->failure) return *state_->failure;
  state_->queue.push_back(std::move(prepared));
  ++state_->taken;
  if (state_->queue.size() == 1 || state_->queue.size() >= state_->settings.group) state_->wake.notify_one();
  return Done{};
}

Result<Done> ReadRecorder::flush() {
  std::unique_lock lock{state_->mutex};
  const std::uint64_t all = state_->taken;
  const std::uint64_t failures = state_->failures;
  state_->wanted = std::max(state_->wanted, all);
  state_->wake.notify_one();
  state_->moved.wait(lock, [&] { return state_->written >= all || state_->failures > failures; });
  if (state_->written < all) return *state_->last_failure;
  return Done{};
}

}  // namespace collega::ledger
