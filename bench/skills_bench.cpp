#include <benchmark/benchmark.h>

#include "collega/skills/match.h"
#include "paper.h"

namespace {

using namespace collega;

const skills::Taxonomy& taxonomy() {
  static const auto kTaxonomy = skills::seed_taxonomy();
  return kTaxonomy.value();
}

const skills::MentionFinder& finder() {
  static const skills::MentionFinder kFinder{taxonomy()};
  return kFinder;
}

void build_the_finder(benchmark::State& state) {
  for (auto _ : state) {
    const skills::MentionFinder built{taxonomy()};
    benchmark::DoNotOptimize(&built.taxonomy());
  }
}
BENCHMARK(build_the_finder)->Unit(benchmark::kMillisecond);

/// Of papers of one job up to many, to see that the cost is linear in the text.
void read_mentions(benchmark::State& state) {
  const auto paper = skills::paper_from_text(bench::cv_with_jobs(static_cast<int>(state.range(0))));
  for (auto _ : state) benchmark::DoNotOptimize(finder().read(paper));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(paper.text.size()));
  state.SetComplexityN(state.range(0));
}
BENCHMARK(read_mentions)->RangeMultiplier(2)->Range(1, 32)->Unit(benchmark::kMicrosecond)->Complexity();

void read_a_vacancy(benchmark::State& state) {
  const auto vacancy = skills::paper_from_text(std::string{bench::kVacancy});
  for (auto _ : state) benchmark::DoNotOptimize(skills::read_vacancy(vacancy, finder(), Language::nl));
}
BENCHMARK(read_a_vacancy)->Unit(benchmark::kMicrosecond);

void match_a_candidate(benchmark::State& state) {
  const auto vacancy =
      skills::read_vacancy(skills::paper_from_text(std::string{bench::kVacancy}), finder(), Language::nl);
  const skills::Candidate candidate{{skills::paper_from_text(bench::cv_with_jobs(bench::kTwoPages))}};
  const Date today{std::chrono::year{2026} / 11 / 1};
  for (auto _ : state) benchmark::DoNotOptimize(skills::match(candidate, vacancy.requirements, finder(), today));
}
BENCHMARK(match_a_candidate)->Unit(benchmark::kMicrosecond);

}  // namespace
