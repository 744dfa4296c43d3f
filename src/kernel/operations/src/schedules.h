#pragma once

// What begins by itself. One thread looks which is due; a run is an operation like any other, by a system actor.

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "collega/operations/office.h"

namespace collega::operations {

class Schedules {
 public:
  using Run = std::function<Result<Json>(const Schedule&)>;

  Schedules(Records& records, std::vector<Schedule> schedules, WallClock wall_clock, Run run);
  ~Schedules();
  Schedules(const Schedules&) = delete;
  Schedules& operator=(const Schedules&) = delete;

 private:
  void work();
  [[nodiscard]] bool is_due(const Schedule& schedule, Moment begun, Moment now) const;
  [[nodiscard]] Result<bool> begin_if_due(const Schedule& schedule);
  Result<Done> end(const Schedule& schedule, const Result<Json>& outcome);

  Records& records_;
  std::vector<Schedule> schedules_;
  WallClock wall_clock_;
  Run run_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool ending_ = false;
  std::thread thread_;
};

}  // namespace collega::operations
