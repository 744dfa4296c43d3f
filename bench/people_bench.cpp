// 50,000 people in 2,551 units with three years of history: how fast they are put, and how fast a page of them is
// there. On PostgreSQL when COLLEGA_BENCH_POSTGRES holds the URL of an empty database, else on SQLite.

#include <benchmark/benchmark.h>

#include <array>
#include <chrono>
#include <random>

#include "collega/people/people.h"
#include "store.h"

namespace {

using namespace collega;
using namespace std::chrono_literals;
using bench::bsn_of;
using bench::must;

constexpr int kPeople = 50'000;
constexpr int kSites = 50;
constexpr int kTeamsPerSite = 50;
constexpr Date kBegin = 2023y / 1 / 1;
constexpr Date kToday = 2026y / 11 / 22;

class Company {
 public:
  Company() {
    const auto begin = std::chrono::steady_clock::now();
    fill();
    seconds_ = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  }

  store::Store& store() { return store_.get(); }
  std::vector<people::UnitId> top, sites, teams;
  [[nodiscard]] double seconds() const { return seconds_; }

 private:
  void fill() {
    store::WriteTransaction write = must(store_.get().write());
    top = {must(people::put_unit(write, {.code = "0", .name = "Lindehof"}, kBegin)).id};
    for (int site = 0; site < kSites; ++site) {
      const std::string code = std::to_string(site);
      sites.push_back(
          must(people::put_unit(write, {.code = "S" + code, .name = "Locatie " + code, .parent = top[0]}, kBegin)).id);
      for (int team = 0; team < kTeamsPerSite; ++team) {
        const std::string name = code + "-" + std::to_string(team);
        teams.push_back(
            must(people::put_unit(write, {.code = "T" + name, .name = "Team " + name, .parent = sites.back()}, kBegin))
                .id);
      }
    }
    for (int i = 0; i < kPeople; ++i) put(write, i);
    must(write.commit());
  }

  void put(store::WriteTransaction& write, int number) {
    static constexpr std::array kGiven{"Anna",   "Bram", "Chantal", "Daan", "Elif",
                                       "Fatima", "Gijs", "Hanna",   "Iris", "Joost"};
    static constexpr std::array kSurnames{"Jansen", "Bakker", "Visser", "Smit",   "Meijer",
                                          "Mulder", "Bos",    "Vos",    "Peters", "Hendriks"};
    const std::size_t a = static_cast<std::size_t>(number) % 10;
    const std::size_t b = static_cast<std::size_t>(number) / 10 % 10;
    const auto id = must(people::put_person(
        write,
        {.personnel_number = std::to_string(100'000 + number),
         .name = {kGiven[a], "A.", number % 3 == 0 ? "van der" : "", kSurnames[b] + std::to_string(number % 997)},
         .birth_date = Date{1970y / 3 / 1},
         .email = "medewerker" + std::to_string(number) + "@lindehof.example",
         .address = {"Dorpsstraat", std::to_string(number % 300), "1234 AB", "Lindehof", ""},
         .bsn = bsn_of(number),
         .iban = "NL91ABNA0417164300"}));
    const people::UnitId team = teams[random_() % teams.size()];
    const people::ContractEntry entry{.person = id.id, .employment_number = "1", .begin = kBegin};
    people::Terms terms{
        .minutes_per_week = 24 * 60, .function = "Verzorgende", .unit = team, .scale = "35", .wage = Money{300'000}};
    must(people::put_contract(write, entry, terms, kBegin));
    if (number < kTeamsPerSite * kSites) {
      must(people::assign_role(
          write, {.id = {}, .person = id.id, .of_unit = teams[static_cast<std::size_t>(number)], .begin = kBegin}));
    }
    if (number % 2 == 1) return;
    for (const Date raise : {Date{2024y / 1 / 1}, Date{2025y / 1 / 1}, Date{2026y / 1 / 1}}) {  // half of them change
      terms.wage = *terms.wage + Money{10'000};
      must(people::put_contract(write, entry, terms, raise));
    }
  }

  bench::TemporaryStore store_{people::migrations(), bench::postgres_url()};
  std::mt19937 random_{7};
  double seconds_ = 0;
};

Company& company() {
  static Company made;
  return made;
}

/// Not a loop: one filling is what there is to measure.
void put_50000_people(benchmark::State& state) {
  for (auto _ : state) state.SetIterationTime(company().seconds());
}
BENCHMARK(put_50000_people)->UseManualTime()->Iterations(1)->Unit(benchmark::kSecond);

void page(benchmark::State& state, const people::PeopleQuery& query) {
  store::ReadTransaction read = must(company().store().read());
  std::size_t rows = 0;
  for (auto _ : state) rows = must(people::list_people(read, query)).rows.size();
  state.counters["rows"] = static_cast<double>(rows);
}

using Units = std::vector<people::UnitId>;
Units first(const Units& units, std::size_t count) {
  return {units.begin(), units.begin() + static_cast<std::ptrdiff_t>(count)};
}

void first_page_of_a_team(benchmark::State& state) {
  page(state, {.as_of = kToday, .units = first(company().teams, 1)});
}
void first_page_of_a_site(benchmark::State& state) {
  page(state, {.as_of = kToday, .units = first(company().sites, 1)});
}
void first_page_of_three_sites(benchmark::State& state) {
  page(state, {.as_of = kToday, .units = first(company().sites, 3)});
}
void first_page_of_ten_sites(benchmark::State& state) {
  page(state, {.as_of = kToday, .units = first(company().sites, 10)});
}
void first_page_of_the_top_unit(benchmark::State& state) { page(state, {.as_of = kToday, .units = company().top}); }
void first_page_of_all(benchmark::State& state) { page(state, {.as_of = kToday}); }
void find_by_name(benchmark::State& state) { page(state, {.as_of = kToday, .text = "anna jansen4"}); }
void find_by_name_in_a_site(benchmark::State& state) {
  page(state, {.as_of = kToday, .units = first(company().sites, 1), .text = "an"});
}
void find_by_number(benchmark::State& state) { page(state, {.as_of = kToday, .text = "123456"}); }
void page_far_behind(benchmark::State& state) {
  store::ReadTransaction read = must(company().store().read());
  page(state,
       {.as_of = kToday, .units = first(company().sites, 10), .after = must(people::person_numbered(read, "100799"))});
}
BENCHMARK(first_page_of_a_team)->Unit(benchmark::kMillisecond);
BENCHMARK(first_page_of_a_site)->Unit(benchmark::kMillisecond);
BENCHMARK(first_page_of_three_sites)->Unit(benchmark::kMillisecond);
BENCHMARK(first_page_of_ten_sites)->Unit(benchmark::kMillisecond);
BENCHMARK(first_page_of_the_top_unit)->Unit(benchmark::kMillisecond);
BENCHMARK(first_page_of_all)->Unit(benchmark::kMillisecond);
BENCHMARK(find_by_name)->Unit(benchmark::kMillisecond);
BENCHMARK(find_by_name_in_a_site)->Unit(benchmark::kMillisecond);
BENCHMARK(find_by_number)->Unit(benchmark::kMillisecond);
BENCHMARK(page_far_behind)->Unit(benchmark::kMillisecond);

void one_person_as_of(benchmark::State& state) {
  store::ReadTransaction read = must(company().store().read());
  const people::PersonId id = must(people::person_numbered(read, "123456")).value();
  for (auto _ : state) benchmark::DoNotOptimize(must(people::person_as_of(read, id, kToday)));
}
BENCHMARK(one_person_as_of)->Unit(benchmark::kMicrosecond);

void the_whole_tree(benchmark::State& state) {
  store::ReadTransaction read = must(company().store().read());
  for (auto _ : state) benchmark::DoNotOptimize(must(people::units_as_of(read, kToday)));
}
BENCHMARK(the_whole_tree)->Unit(benchmark::kMillisecond);

void all_units_under_the_top(benchmark::State& state) {
  store::ReadTransaction read = must(company().store().read());
  for (auto _ : state) benchmark::DoNotOptimize(must(people::units_under(read, company().top, kToday)));
}
BENCHMARK(all_units_under_the_top)->Unit(benchmark::kMillisecond);

}  // namespace
