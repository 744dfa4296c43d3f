// The shield on texts as HR writes them: the development set of tests/privacy without its labels, and a long one made
// of it.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <stdexcept>
#include <string>
#include <vector>

#include "collega/privacy/pseudonyms.h"

namespace {

using namespace collega;

constexpr std::size_t kLong = 1'000'000, kPrompt = 2'000;

/// All texts of the set, one after another: "[PERSON:Anna]" is "Anna", lines of "==" part them.
const std::string& letters() {
  static const std::string kLetters = [] {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator("tests/privacy/texts/nl"))
      files.push_back(entry.path());
    std::ranges::sort(files);
    const std::regex label(R"(\[[A-Z_]+:([^\]]*)\])");
    std::string all;
    for (const auto& path : files) {
      std::ifstream file(path);
      for (std::string line; std::getline(file, line);)
        if (!line.starts_with("==")) all += std::regex_replace(line, label, "$1") + "\n";
    }
    if (all.empty()) throw std::runtime_error("run this in the folder of the project: tests/privacy/texts is not here");
    return all;
  }();
  return kLetters;
}

const std::string& long_text() {
  static const std::string kText = [] {
    std::string all;
    while (all.size() < kLong) all += letters();
    return all;
  }();
  return kText;
}

const privacy::KnownPeople& staff() {
  static const privacy::KnownPeople kStaff = [] {
    std::vector<std::string> names;
    for (int i = 0; i < 5'000; ++i)
      names.push_back("Voor" + std::string(1, static_cast<char>('a' + i % 26)) + "naam van der Achternaam" +
                      std::to_string(i));
    return privacy::KnownPeople(names);
  }();
  return kStaff;
}

const Date kToday{std::chrono::year{2026} / 11 / 23};

void find_as_written(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(privacy::find(letters()));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(letters().size()));
}
BENCHMARK(find_as_written)->Unit(benchmark::kMillisecond);

void find_in_a_megabyte_with_5000_own_people(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(privacy::find(long_text(), {std::nullopt, &staff()}));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(long_text().size()));
}
BENCHMARK(find_in_a_megabyte_with_5000_own_people)->Unit(benchmark::kMillisecond);

void find_in_a_prompt(benchmark::State& state) {
  const std::string prompt = letters().substr(0, letters().find('\n', kPrompt));
  for (auto _ : state) benchmark::DoNotOptimize(privacy::find(prompt));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(prompt.size()));
}
BENCHMARK(find_in_a_prompt)->Unit(benchmark::kMicrosecond);

void pseudonymise(benchmark::State& state) {
  const auto findings = privacy::find(letters());
  for (auto _ : state) {
    privacy::Vault vault;
    benchmark::DoNotOptimize(privacy::pseudonymise(letters(), findings, privacy::Policy{}, vault, kToday));
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(letters().size()));
}
BENCHMARK(pseudonymise)->Unit(benchmark::kMillisecond);

/// A text that left, and the vault of it.
struct Left {
  privacy::Vault vault;
  std::string text =
      privacy::pseudonymise(letters(), privacy::find(letters()), privacy::Policy{}, vault, kToday).value().text;
};

void restore_whole(benchmark::State& state) {
  const Left left;
  for (auto _ : state) benchmark::DoNotOptimize(privacy::restore(left.text, left.vault));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(left.text.size()));
}
BENCHMARK(restore_whole)->Unit(benchmark::kMillisecond);

void restore_in_pieces_of_four(benchmark::State& state) {
  const Left left;
  for (auto _ : state) {
    privacy::StreamRestorer restorer(left.vault);
    for (std::size_t at = 0; at < left.text.size(); at += 4)
      benchmark::DoNotOptimize(restorer.take(std::string_view(left.text).substr(at, 4)));
    benchmark::DoNotOptimize(restorer.finish());
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(left.text.size()));
}
BENCHMARK(restore_in_pieces_of_four)->Unit(benchmark::kMillisecond);

}  // namespace
