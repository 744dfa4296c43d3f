#pragma once

// Threads for what waits for somebody else for long: as many as there is such work, up to a bound. The one that was
// free last works next, so that a few do most of it and the others go.

#include <chrono>
#include <condition_variable>
#include <functional>
#include <list>
#include <mutex>
#include <thread>
#include <vector>

namespace collega::http {

class Crew {
 public:
  explicit Crew(std::size_t most) : most_(most) {}
  ~Crew() { stop(); }
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

  /// False: all are at work.
  [[nodiscard]] bool start(std::function<void()> work);
  /// Waits for what is at work, which somebody has to have asked to end. Nothing starts after it.
  void stop();

 private:
  struct Member {
    std::thread thread;
    std::condition_variable woken;
    std::function<void()> work;
    bool is_gone = false;
  };
  void serve(Member& member);
  void join_gone();

  std::size_t most_;
  std::mutex mutex_;
  std::list<Member> members_;
  std::vector<Member*> idle_;
  bool is_stopping_ = false;
};

}  // namespace collega::http
