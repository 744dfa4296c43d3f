#include <benchmark/benchmark.h>

#include "collega/documents/read.h"
#include "collega/documents/write.h"
#include "paper.h"

namespace {

using namespace collega;

void parse(benchmark::State& state, const std::string& bytes, const char* name) {
  for (auto _ : state) {
    const auto document = documents::parse(bytes, name);
    if (!document) {
      state.SkipWithError("the paper could not be read");
      return;
    }
    benchmark::DoNotOptimize(document.value().text.data());
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes.size()));
}

documents::Draft two_pages() { return documents::draft_from_markdown(bench::cv_with_jobs(bench::kTwoPages)); }

void parse_pdf(benchmark::State& state) { parse(state, documents::write_pdf(two_pages()).value(), "cv.pdf"); }
BENCHMARK(parse_pdf)->Unit(benchmark::kMillisecond);

void parse_docx(benchmark::State& state) { parse(state, documents::write_docx(two_pages()).value(), "cv.docx"); }
BENCHMARK(parse_docx)->Unit(benchmark::kMillisecond);

void parse_odt(benchmark::State& state) { parse(state, documents::write_odt(two_pages()).value(), "cv.odt"); }
BENCHMARK(parse_odt)->Unit(benchmark::kMillisecond);

void parse_markdown(benchmark::State& state) { parse(state, bench::cv_with_jobs(bench::kTwoPages), "cv.md"); }
BENCHMARK(parse_markdown)->Unit(benchmark::kMicrosecond);

void parse_text(benchmark::State& state) { parse(state, bench::cv_with_jobs(bench::kTwoPages), "cv.txt"); }
BENCHMARK(parse_text)->Unit(benchmark::kMicrosecond);

}  // namespace
