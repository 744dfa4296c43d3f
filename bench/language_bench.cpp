#include <benchmark/benchmark.h>

#include "collega/language/identify.h"
#include "collega/language/time.h"
#include "collega/language/tokens.h"
#include "paper.h"

namespace {

using namespace collega;

const std::string& paper() {
  static const std::string kPaper = bench::cv_with_jobs(bench::kTwoPages);
  return kPaper;
}

void count_bytes(benchmark::State& state) {
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(paper().size()));
}

void tokenize(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(language::tokenize(paper()));
  count_bytes(state);
}
BENCHMARK(tokenize);

void sentences(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(language::sentences(paper()));
  count_bytes(state);
}
BENCHMARK(sentences);

void stem_every_word(benchmark::State& state) {
  const auto tokens = language::tokenize(paper());
  for (auto _ : state) {
    for (const auto& token : tokens) benchmark::DoNotOptimize(language::stem(token.folded, Language::nl));
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(tokens.size()));
}
BENCHMARK(stem_every_word);

void find_periods(benchmark::State& state) {
  const Date today{std::chrono::year{2026} / 11 / 1};
  for (auto _ : state) benchmark::DoNotOptimize(language::find_periods(paper(), today));
  count_bytes(state);
}
BENCHMARK(find_periods);

void identify(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(language::identify(paper()));
  count_bytes(state);
}
BENCHMARK(identify);

}  // namespace
