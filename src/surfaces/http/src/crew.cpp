#include "crew.h"

#include <algorithm>
#include <utility>

namespace collega::http {
namespace {

// Without work a thread goes after this.
constexpr std::chrono::seconds kPatience{30};

}  // namespace

bool Crew::start(std::function<void()> work) {
  std::unique_lock lock{mutex_};
  if (is_stopping_) return false;
  if (!idle_.empty()) {
    Member& member = *idle_.back();  // stays, now that it has work
    idle_.pop_back();
    member.work = std::move(work);
    lock.unlock();  // or it would wake only to wait for us
    member.woken.notify_one();
    return true;
  }
  join_gone();
  if (members_.size() >= most_) return false;
  Member& member = members_.emplace_back();
  member.work = std::move(work);
  member.thread = std::thread{[this, &member] { serve(member); }};
  return true;
}

void Crew::serve(Member& member) {
  std::unique_lock lock{mutex_};
  while (true) {
    const std::function<void()> work = std::exchange(member.work, nullptr);
    if (work) {
      lock.unlock();
      work();
      lock.lock();
    }
    if (member.work) continue;
    if (is_stopping_) break;
    idle_.push_back(&member);
    const bool has_work =
        member.woken.wait_for(lock, kPatience, [&] { return member.work != nullptr || is_stopping_; });
    std::erase(idle_, &member);  // whoever gives work has done so
    if (!has_work) break;
  }
  member.is_gone = true;
}

/// Under the lock; those that are gone no longer need it.
void Crew::join_gone() {
  for (auto member = members_.begin(); member != members_.end();) {
    if (!member->is_gone) {
      ++member;
      continue;
    }
    member->thread.join();
    member = members_.erase(member);
  }
}

void Crew::stop() {
  {
    const std::lock_guard lock{mutex_};
    is_stopping_ = true;
    for (Member& member : members_) member.woken.notify_one();
  }
  for (Member& member : members_) {
    if (member.thread.joinable()) member.thread.join();
  }
}

}  // namespace collega::http
