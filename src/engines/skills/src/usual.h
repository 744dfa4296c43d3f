#pragma once

// What is usual in a job, and the jobs somebody held.

#include <map>

#include "judge.h"

namespace collega::skills {

/// Jobs that speak for a skill no paper names. Whoever held one for a short while alone shows nothing by it.
class UsualInJobs {
 public:
  UsualInJobs(const std::vector<ReadPaper>& papers, const MentionFinder& finder) : papers_(papers), finder_(finder) {}

  void add(std::size_t paper, const Mention& job);
  void add_to(Weighing& weighing) const;

 private:
  const std::vector<ReadPaper>& papers_;
  const MentionFinder& finder_;
  std::vector<std::pair<std::size_t, const Mention*>> jobs_;
  std::vector<Period> periods_;
  bool undated_ = false;
};

}  // namespace collega::skills
