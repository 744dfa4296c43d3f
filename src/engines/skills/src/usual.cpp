#include "usual.h"

namespace collega::skills {
namespace {

// In two years one meets what is usual in a job.
constexpr double kLongEnough = 24;

}  // namespace

void UsualInJobs::add(std::size_t paper, const Mention& job) {
  const ReadPaper& read = papers_[paper];
  const Section section = read.section_at(job.span.begin);
  if ((section != Section::work && section != Section::none) || read.is_in_keyword_row(job.span.begin)) return;
  bool dated = false;
  for (const Stretch& stretch : read.stretches) {
    if (!stretch.span.contains(job.span.begin) || !is_work(stretch, read, finder_)) continue;
    periods_.push_back(stretch.period.days);
    dated = true;
  }
  undated_ = undated_ || !dated;
  jobs_.emplace_back(paper, &job);
}

void UsualInJobs::add_to(Weighing& weighing) const {
  if (!undated_ && language::months_covered(periods_) < kLongEnough) return;
  for (const auto& [paper, job] : jobs_) weighing.add(Met::partly, Ground::usual_in_job, paper, job->span, job->score);
}

}  // namespace collega::skills
