// A payroll file of 50,000 people in 500 units: how long a dry run takes, an import, the same file once more, and the
// undo.

#include <benchmark/benchmark.h>

#include <chrono>

#include "collega/administration/undo.h"
#include "collega/people/people.h"
#include "store.h"

namespace {

using namespace collega;
using namespace collega::administration;
using namespace std::chrono_literals;
using bench::bsn_of;
using bench::must;

constexpr int kPeople = 50'000;
constexpr int kUnits = 500;
constexpr Date kToday = 2026y / 11 / 22;
const Moment kNow{std::chrono::sys_days{2026y / 11 / 22}};

std::string number_of(int person) { return std::to_string(100'000 + person); }

documents::Table payroll(int hours) {
  std::string csv =
      "personnel_number;given_name;initials;infix;surname;birth_date;sex;email;phone;street;house_number;postcode;city;"
      "bsn;iban;"
      "employment_number;contract_kind;contract_begin;contract_end;hours_per_week;full_time_hours;function;scale;step;"
      "wage;"
      "unit_code;unit_name;manager_personnel_number\n";
  for (int i = 0; i < kPeople; ++i) {
    const std::string n = std::to_string(i);
    const std::string unit = std::to_string(i % kUnits);
    csv += number_of(i) + ";Anna" + n + ";A.M.;de;Wit" + n + ";14-03-19" + std::to_string(60 + i % 40) + ";V;anna" + n +
           "@lindehof.example;06-12345678;Lindelaan;" + n + ";1234 AB;Utrecht;" + bsn_of(i) +
           ";NL91ABNA0417164300;1;vast;01-02-20" + std::to_string(10 + i % 15) + ";;" + std::to_string(hours) +
           ";36;Verpleegkundige;FWG 45;3;3.250,00;E" + unit + ";Afdeling " + unit + ";" +
           (i < kUnits ? std::string{} : number_of(i % kUnits)) + "\n";
  }
  return must(documents::read_csv(csv));
}

Mapping mapping_of(const documents::Table& table) {
  Mapping mapping{.name = "bench", .columns = {}};
  for (const std::string& header : table.header) {
    mapping.columns.push_back({.header = header, .field = described::enum_named<ImportField>(header).value()});
  }
  return mapping;
}

std::vector<store::Migration> steps() {
  std::vector<store::Migration> all = people::migrations();
  for (const store::Migration& one : migrations()) all.push_back(one);
  return all;
}

ImportRequest request_of(const documents::Table& table) {
  ImportRequest request;
  request.mapping = mapping_of(table);
  request.file_name = "bench.csv";
  return request;
}

class Company {
 public:
  ImportReport dry_run(const documents::Table& table) {
    store::ReadTransaction read = must(store_.get().read());
    return must(dry_run_import(read, table, request_of(table), kToday));
  }
  ImportReport import(const documents::Table& table) {
    store::WriteTransaction write = must(store_.get().write());
    ImportReport report = must(run_import(write, table, request_of(table), "bench", kNow, kToday));
    if (!report.imported)
      throw std::runtime_error("not imported: " + (report.bad.empty() ? "" : report.bad[0].reason_en));
    must(write.commit());
    return report;
  }
  void undo(ImportRunId run) {
    store::WriteTransaction write = must(store_.get().write());
    if (!must(undo_import(write, run, "bench", kNow, {})).undone) throw std::runtime_error("not undone");
    must(write.commit());
  }

 private:
  bench::TemporaryStore store_{steps()};
};

void first_dry_run(benchmark::State& state) {
  const documents::Table table = payroll(32);
  for (auto _ : state) {
    state.PauseTiming();
    Company company;
    state.ResumeTiming();
    benchmark::DoNotOptimize(company.dry_run(table));
  }
}
BENCHMARK(first_dry_run)->Unit(benchmark::kMillisecond)->Iterations(1);

void first_import(benchmark::State& state) {
  const documents::Table table = payroll(32);
  for (auto _ : state) {
    state.PauseTiming();
    Company company;
    state.ResumeTiming();
    company.import(table);
    state.PauseTiming();
    state.ResumeTiming();
  }
}
BENCHMARK(first_import)->Unit(benchmark::kMillisecond)->Iterations(1);

/// The company with everybody in it, for what comes after a first import.
Company& full() {
  static Company company;
  static const ImportReport report = company.import(payroll(32));
  return company;
}

void dry_run_of_the_same(benchmark::State& state) {
  const documents::Table table = payroll(32);
  Company& company = full();
  for (auto _ : state) benchmark::DoNotOptimize(company.dry_run(table));
}
BENCHMARK(dry_run_of_the_same)->Unit(benchmark::kMillisecond)->Iterations(1);

void import_of_the_same(benchmark::State& state) {
  const documents::Table table = payroll(32);
  Company& company = full();
  for (auto _ : state) company.import(table);
}
BENCHMARK(import_of_the_same)->Unit(benchmark::kMillisecond)->Iterations(1);

ImportRunId changed_run;

void import_that_changes_everybody(benchmark::State& state) {
  const documents::Table table = payroll(28);
  Company& company = full();
  for (auto _ : state) changed_run = *company.import(table).run;
}
BENCHMARK(import_that_changes_everybody)->Unit(benchmark::kMillisecond)->Iterations(1);

void undo_of_that(benchmark::State& state) {
  Company& company = full();
  for (auto _ : state) company.undo(changed_run);
}
BENCHMARK(undo_of_that)->Unit(benchmark::kMillisecond)->Iterations(1);

}  // namespace
