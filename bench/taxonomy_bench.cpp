// A large taxonomy at work: ESCO, compiled into build/esco by bench/figures.py, or by
//   build/collega taxonomy import FOLDER... --out build/esco

#include <benchmark/benchmark.h>

#include <array>
#include <fstream>
#include <iterator>
#include <optional>

#include "collega/skills/compiled.h"
#include "collega/skills/mentions.h"
#include "paper.h"

namespace {

using namespace collega;

const std::string& bytes() {
  static const std::string kBytes = [] {
    std::ifstream file{"build/esco/" + std::string{skills::kCompiledFile}, std::ios::binary};
    return std::string{std::istreambuf_iterator<char>{file}, {}};
  }();
  return kBytes;
}

const skills::CompiledTaxonomy* esco() {
  static const auto kRead = skills::read_compiled(bytes());
  return kRead ? &kRead.value() : nullptr;
}

/// False, said so, where no ESCO was compiled.
bool has_esco(benchmark::State& state) {
  if (!esco()) state.SkipWithError("no build/esco/taxonomy.bin");
  return esco() != nullptr;
}

void read_compiled_esco(benchmark::State& state) {
  if (!has_esco(state)) return;
  for (auto _ : state) benchmark::DoNotOptimize(skills::read_compiled(bytes()));
}
BENCHMARK(read_compiled_esco)->Unit(benchmark::kMillisecond);

void build_the_finder_of_esco(benchmark::State& state) {
  if (!has_esco(state)) return;
  for (auto _ : state) {
    const skills::MentionFinder built{*esco()->taxonomy};
    benchmark::DoNotOptimize(&built.taxonomy());
  }
}
BENCHMARK(build_the_finder_of_esco)->Unit(benchmark::kMillisecond);

void read_mentions_with_esco(benchmark::State& state) {
  if (!has_esco(state)) return;
  static const skills::MentionFinder kFinder{*esco()->taxonomy};
  const auto paper = skills::paper_from_text(bench::cv_with_jobs(16));
  for (auto _ : state) benchmark::DoNotOptimize(kFinder.read(paper));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(paper.text.size()));
}
BENCHMARK(read_mentions_with_esco)->Unit(benchmark::kMicrosecond);

template <std::size_t N>
void link_all(benchmark::State& state, const std::array<std::string_view, N>& texts, skills::ConceptKind kind) {
  if (!has_esco(state)) return;
  std::size_t next = 0;
  for (auto _ : state) benchmark::DoNotOptimize(esco()->linker.link({texts[next++ % N], kind, 100}));
  state.SetItemsProcessed(state.iterations());
}

void link_titles(benchmark::State& state) {
  constexpr auto kTitles = std::to_array<std::string_view>(
      {"Verpleegkundige niveau 5 (m/v)", "senior softwareontwikkelaar", "Medewerker klantenservice", "HR adviseur",
       "vrachtwagenchauffeur CE", "Teamleider logistiek", "warehouse operative", "Financial controller",
       "Docent wiskunde 2e graads", "onderhoudsmonteur werktuigbouw", "Beleidsmedewerker sociaal domein",
       "customer support executive", "projectleider infra", "Kok", "tandartsassistente", "data engineer"});
  link_all(state, kTitles, skills::ConceptKind::occupation);
}
BENCHMARK(link_titles)->Unit(benchmark::kMicrosecond);

void link_skills(benchmark::State& state) {
  constexpr auto kPhrases = std::to_array<std::string_view>(
      {"klanten adviseren", "Excel", "wonden verzorgen", "project management", "heftruck rijden", "SQL",
       "begeleiden van jongeren", "maintain electrical equipment", "roosters maken", "stakeholder management"});
  link_all(state, kPhrases, skills::ConceptKind::skill);
}
BENCHMARK(link_skills)->Unit(benchmark::kMicrosecond);

void link_sentences(benchmark::State& state) {
  constexpr auto kSentences = std::to_array<std::string_view>(
      {"You design and build web services in Java, and you know how to keep a database of millions of rows fast.",
       "Je stelt samen met de bewoner het zorgplan op en bespreekt het ieder half jaar met de familie en de arts.",
       "We are looking for somebody who plans the routes of forty drivers and solves what goes wrong on the road."});
  link_all(state, kSentences, skills::ConceptKind::skill);
}
BENCHMARK(link_sentences)->Unit(benchmark::kMicrosecond);

}  // namespace
