// Search among many profiles, and Xapian beside it in the same run where it is installed (libxapian-dev): the same
// profiles and the same vacancies, whose answers must be the same. COLLEGA_BENCH_PROFILES: how many, 1,000,000 when it
// is not set.
//
// A profile has 25 skills, a vacancy 40 requirements of its own weights, ten of them musts; skills are drawn by Zipf's
// law from 13,500. The best 100 are asked for: of us with their reasons, of Xapian without.

#include <benchmark/benchmark.h>
#include <malloc.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <set>
#include <stdexcept>

#include "collega/skills/profiles.h"

#ifdef COLLEGA_BENCH_XAPIAN
#include <xapian.h>
#endif

namespace {

using namespace collega::skills;
using Clock = std::chrono::steady_clock;

constexpr int kSkills = 13'500;
constexpr int kSkillsEach = 25;
constexpr int kRequirements = 40;
constexpr int kMusts = 10;
constexpr std::size_t kTop = 100;
constexpr std::size_t kVacancies = 40;

std::uint64_t how_many() {
  const char* asked = std::getenv("COLLEGA_BENCH_PROFILES");
  return asked ? std::strtoull(asked, nullptr, 10) : 1'000'000;
}

double seconds_since(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

double resident_bytes() {
  malloc_trim(0);
  std::ifstream file{"/proc/self/statm"};
  double pages = 0;
  file >> pages >> pages;
  return pages * static_cast<double>(sysconf(_SC_PAGESIZE));
}

double median(std::vector<double> values) {
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), values.end());
  return values[values.size() / 2];
}

template <class T>
T must(collega::Result<T> result) {
  if (!result) throw std::runtime_error(result.error().where + ' ' + result.error().detail);
  return std::move(result).value();
}

/// Draws skills, the k-th with a chance of 1/k of the first.
class Drawing {
 public:
  explicit Drawing(unsigned seed) : random_(seed) {}

  std::vector<ConceptRef> skills(int many) {
    std::set<ConceptRef> drawn;
    while (static_cast<int>(drawn.size()) < many) drawn.insert(skill());
    return {drawn.begin(), drawn.end()};
  }
  int below(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }

 private:
  ConceptRef skill() {
    const auto& sums = sums_of_chances();
    const double at = std::uniform_real_distribution{0.0, sums.back()}(random_);
    return static_cast<ConceptRef>(std::lower_bound(sums.begin(), sums.end(), at) - sums.begin());
  }
  static const std::vector<double>& sums_of_chances() {
    static const std::vector<double> kSums = [] {
      std::vector<double> sums;
      double sum = 0;
      for (int k = 1; k <= kSkills; ++k) sums.push_back(sum += 1.0 / k);
      return sums;
    }();
    return kSums;
  }
  std::mt19937 random_;
};

Profile next_profile(Drawing& drawing, std::uint64_t id) {
  Profile profile;
  profile.id = id;
  for (const ConceptRef skill : drawing.skills(kSkillsEach))
    profile.facts.push_back({FactKind::skill, skill, 1 + drawing.below(5), 2016 + drawing.below(11)});
  profile.place = static_cast<std::uint32_t>(drawing.below(400));
  profile.hours = 16 + 4 * drawing.below(7);
  return profile;
}

/// In the order of Drawing::skills musts would be the common ones.
void mix(std::vector<ConceptRef>& skills, Drawing& drawing) {
  for (std::size_t i = skills.size(); i > 1; --i)
    std::swap(skills[i - 1], skills[static_cast<std::size_t>(drawing.below(static_cast<int>(i)))]);
}

// Weights are whole parts of a power of two, so that both add them up without rounding.
double next_weight(Drawing& drawing) { return (1 + drawing.below(64)) / 64.0; }

std::vector<ProfileQuery> vacancies() {
  Drawing drawing{2};
  std::vector<ProfileQuery> all(kVacancies);
  for (ProfileQuery& query : all) {
    auto skills = drawing.skills(kRequirements);
    mix(skills, drawing);
    for (const ConceptRef skill : skills) {
      const bool must = query.requirements.size() < kMusts;
      query.requirements.push_back(
          {must ? RequirementKind::must : RequirementKind::wish, next_weight(drawing), {{FactKind::skill, skill}}});
    }
  }
  return all;
}

/// The same with all that a vacancy can ask: a least level, a narrower skill that counts too, a related one that counts
/// in part.
std::vector<ProfileQuery> rich_vacancies() {
  Drawing drawing{3};
  auto all = vacancies();
  for (ProfileQuery& query : all) {
    for (Asked& asked : query.requirements) {
      asked.any_of[0].least = drawing.below(4);
      const auto others = drawing.skills(2);
      asked.any_of.push_back({FactKind::skill, others[0], asked.any_of[0].least, Met::yes, Ground::narrower});
      asked.any_of.push_back({FactKind::skill, others[1], 0, Met::partly, Ground::related});
    }
  }
  return all;
}

std::vector<ProfileQuery> only_wishes() {
  auto all = vacancies();
  for (ProfileQuery& query : all) {
    for (Asked& asked : query.requirements) asked.kind = RequirementKind::wish;
  }
  return all;
}

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "collega-bench-XXXXXX").string();
    if (!mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder");
    path_ = pattern;
  }
  ~TemporaryFolder() { std::filesystem::remove_all(path_); }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// Profiles are drawn in portions, so that drawing them is not timed and they need no memory.
template <class Put>
double seconds_to_put(Put put) {
  Drawing drawing{1};
  double seconds = 0;
  std::vector<Profile> portion;
  for (std::uint64_t id = 1; id <= how_many();) {
    portion.clear();
    for (; portion.size() < 10'000 && id <= how_many(); ++id) portion.push_back(next_profile(drawing, id));
    const auto begin = Clock::now();
    for (const Profile& profile : portion) put(profile);
    seconds += seconds_since(begin);
  }
  return seconds;
}

struct Ours {
  TemporaryFolder folder;
  Profiles profiles = must(Profiles::open(folder.path(), "bench"));
  double resident = resident_bytes();
  double seconds = 0;

  Ours() {
    seconds = seconds_to_put([&](const Profile& profile) { must(profiles.put(profile)); });
    const auto begin = Clock::now();
    must(profiles.commit());
    seconds += seconds_since(begin);
    resident = resident_bytes() - resident;
  }
};

Ours& ours() {
  static Ours built;
  return built;
}

// Of search_for_a_vacancy, in ms: what Xapian is beside.
double p50_plain = 0;

void build(benchmark::State& state) {
  for (auto _ : state) ours();
  state.counters["profiles/s"] = static_cast<double>(how_many()) / ours().seconds;
  state.counters["index_bytes_each"] = static_cast<double>(ours().profiles.bytes()) / static_cast<double>(how_many());
}
BENCHMARK(build)->Iterations(1)->Unit(benchmark::kSecond);

double search_all(benchmark::State& state, const std::vector<ProfileQuery>& queries) {
  std::vector<double> milliseconds;
  for (auto _ : state) {
    for (const ProfileQuery& query : queries) {
      const auto begin = Clock::now();
      benchmark::DoNotOptimize(ours().profiles.search(query, kTop));
      milliseconds.push_back(seconds_since(begin) * 1e3);
    }
  }
  state.counters["p50_ms"] = median(milliseconds);
  state.counters["worst_ms"] = *std::max_element(milliseconds.begin(), milliseconds.end());
  return median(milliseconds);
}

void search_for_a_vacancy(benchmark::State& state) { p50_plain = search_all(state, vacancies()); }
void search_with_levels_and_kin(benchmark::State& state) { search_all(state, rich_vacancies()); }
void search_for_wishes_alone(benchmark::State& state) { search_all(state, only_wishes()); }
BENCHMARK(search_for_a_vacancy)->Unit(benchmark::kMillisecond);
BENCHMARK(search_with_levels_and_kin)->Unit(benchmark::kMillisecond);
BENCHMARK(search_for_wishes_alone)->Unit(benchmark::kMillisecond);

/// All of the index and all that searching it holds on to.
void memory(benchmark::State& state) {
  ours();
  for (auto _ : state) benchmark::DoNotOptimize(resident_bytes());
  state.counters["resident_bytes_each"] = ours().resident / static_cast<double>(how_many());
}
BENCHMARK(memory)->Iterations(1);

#ifdef COLLEGA_BENCH_XAPIAN

std::string term_of(ConceptRef skill) { return "K" + std::to_string(skill); }

struct Theirs {
  TemporaryFolder folder;
  Xapian::WritableDatabase database{folder.path().string(), Xapian::DB_CREATE_OR_OVERWRITE};
  double seconds = 0;

  Theirs() {
    seconds = seconds_to_put([&](const Profile& profile) {
      Xapian::Document document;
      for (const Fact& fact : profile.facts) document.add_boolean_term(term_of(fact.about));
      database.replace_document(static_cast<Xapian::docid>(profile.id), document);
    });
    const auto begin = Clock::now();
    database.commit();
    seconds += seconds_since(begin);
  }
  [[nodiscard]] double bytes() const {
    double sum = 0;
    for (const auto& file : std::filesystem::directory_iterator{folder.path()})
      sum += static_cast<double>(file.file_size());
    return sum;
  }
};

Theirs& theirs() {
  static Theirs built;
  return built;
}

// A must outweighs all that has a weight, so that the sum puts musts first.
constexpr double kMustFirst = kRequirements + 1;

Xapian::Query query_of(const ProfileQuery& vacancy) {
  std::vector<Xapian::Query> all;
  for (const Asked& asked : vacancy.requirements) {
    const double weight = asked.weight + (asked.kind == RequirementKind::must ? kMustFirst : 0);
    all.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query{term_of(asked.any_of[0].about)}, weight);
  }
  return {Xapian::Query::OP_OR, all.begin(), all.end()};
}

std::vector<std::uint64_t> ids_of(const Xapian::MSet& found) {
  std::vector<std::uint64_t> ids;
  for (auto one = found.begin(); one != found.end(); ++one) ids.push_back(*one);
  return ids;
}
std::vector<std::uint64_t> ids_of(const std::vector<FoundProfile>& found) {
  std::vector<std::uint64_t> ids;
  for (const FoundProfile& one : found) ids.push_back(one.id);
  return ids;
}

void xapian_build(benchmark::State& state) {
  for (auto _ : state) theirs();
  state.counters["profiles/s"] = static_cast<double>(how_many()) / theirs().seconds;
  state.counters["index_bytes_each"] = theirs().bytes() / static_cast<double>(how_many());
}

void xapian_search_for_a_vacancy(benchmark::State& state) {
  const auto queries = vacancies();
  std::vector<double> milliseconds;
  std::vector<Xapian::MSet> found(queries.size());
  for (auto _ : state) {
    for (std::size_t i = 0; i < queries.size(); ++i) {
      const auto begin = Clock::now();
      Xapian::Enquire enquire{theirs().database};
      enquire.set_weighting_scheme(Xapian::CoordWeight{});
      enquire.set_query(query_of(queries[i]));
      found[i] = enquire.get_mset(0, kTop);
      milliseconds.push_back(seconds_since(begin) * 1e3);
    }
  }
  double same = 0;
  for (std::size_t i = 0; i < queries.size(); ++i)
    same += ids_of(found[i]) == ids_of(ours().profiles.search(queries[i], kTop));
  state.counters["p50_ms"] = median(milliseconds);
  state.counters["ratio"] = median(milliseconds) / p50_plain;
  state.counters["same_answers"] = same;
}

BENCHMARK(xapian_build)->Iterations(1)->Unit(benchmark::kSecond);
BENCHMARK(xapian_search_for_a_vacancy)->Iterations(1)->Unit(benchmark::kMillisecond);

#endif

// From here on there are more profiles than Xapian has.

/// From handing a profile over until it is on disk and every search sees it.
void add_one(benchmark::State& state) {
  Drawing drawing{4};
  std::uint64_t id = how_many();
  std::vector<double> milliseconds;
  for (auto _ : state) {
    state.PauseTiming();
    const Profile profile = next_profile(drawing, ++id);
    state.ResumeTiming();
    const auto begin = Clock::now();
    must(ours().profiles.put(profile));
    must(ours().profiles.commit());
    milliseconds.push_back(seconds_since(begin) * 1e3);
  }
  std::sort(milliseconds.begin(), milliseconds.end());
  state.counters["p99_ms"] = milliseconds[milliseconds.size() * 99 / 100];
  state.counters["worst_ms"] = milliseconds.back();
}
BENCHMARK(add_one)->Iterations(2000)->Unit(benchmark::kMillisecond);

void open_again(benchmark::State& state) {
  const std::filesystem::path folder = ours().folder.path();
  for (auto _ : state) {
    ours().profiles = Profiles{};
    ours().profiles = must(Profiles::open(folder, "bench"));
  }
}
BENCHMARK(open_again)->Iterations(3)->Unit(benchmark::kMillisecond);

}  // namespace
