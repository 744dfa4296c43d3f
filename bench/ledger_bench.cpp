// The ledger on SQLite, and on PostgreSQL when COLLEGA_BENCH_POSTGRES holds the URL of an empty database.

#include <benchmark/benchmark.h>

#include <chrono>

#include "collega/ledger/recorder.h"
#include "collega/ledger/verify.h"
#include "store.h"

namespace {

using namespace collega;

constexpr std::int64_t kEntries = 1'000'000;
constexpr std::int64_t kPeople = 5'000;
constexpr int kReads = 20'000;

Moment now() { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); }

store::Store* store_for(benchmark::State& state) {
  static bench::TemporaryStore sqlite{ledger::migrations()};
  if (state.range(0) == 0) return &sqlite.get();
  if (bench::postgres_url().empty()) {
    state.SkipWithError("COLLEGA_BENCH_POSTGRES is not set");
    return nullptr;
  }
  static bench::TemporaryStore postgres{ledger::migrations(), bench::postgres_url()};
  return &postgres.get();
}

ledger::Entry entry(ledger::Kind kind, std::int64_t number) {
  return {.kind = kind,
          .actor = "account-" + std::to_string(number % 200),
          .operation = "people.show",
          .about = {1 + number * 7919 % kPeople},
          .details = {{"record", id_text(number + 1)}}};
}

bool add_reads(store::Store& store, std::int64_t count) {
  ledger::ReadRecorder recorder{store, "bench"};
  for (std::int64_t i = 0; i < count; ++i) {
    if (!recorder.record(entry(ledger::Kind::read, i), now())) return false;
  }
  return recorder.flush().ok();
}

/// One transaction each, on disk before the next.
void durable_decisions(benchmark::State& state) {
  store::Store* store = store_for(state);
  if (!store) return;
  std::int64_t number = 0;
  for (auto _ : state) {
    store::WriteTransaction write = store->write().value();
    const bool added = ledger::append(write, "bench", entry(ledger::Kind::decision, ++number), now()).ok();
    if (!added || !write.commit()) state.SkipWithError("a decision was not kept");
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(durable_decisions)->ArgName("postgres")->Arg(0)->Arg(1)->UseRealTime()->MinTime(3);

void recorded_reads(benchmark::State& state) {
  store::Store* store = store_for(state);
  if (!store) return;
  for (auto _ : state) {
    if (!add_reads(*store, kReads)) state.SkipWithError("a read was not kept");
  }
  state.SetItemsProcessed(state.iterations() * kReads);
}
BENCHMARK(recorded_reads)
    ->ArgName("postgres")
    ->Arg(0)
    ->Arg(1)
    ->UseRealTime()
    ->MinTime(3)
    ->Unit(benchmark::kMillisecond);

std::int64_t entries_in(store::Store& store) {
  store::ReadTransaction read = store.read().value();
  return read.first<std::int64_t>("select count(*) from ledger_entry").value().value_or(0);
}

void verify_a_million(benchmark::State& state) {
  store::Store* store = store_for(state);
  if (!store) return;
  if (const std::int64_t lack = kEntries - entries_in(*store); lack > 0 && !add_reads(*store, lack)) {
    state.SkipWithError("the ledger could not be filled");
  }
  const std::int64_t entries = entries_in(*store);
  for (auto _ : state) {
    store::ReadTransaction read = store->read().value();
    if (!ledger::verify(read).value().whole) state.SkipWithError("the ledger is not whole");
  }
  state.SetItemsProcessed(state.iterations() * entries);
  state.counters["entries"] = static_cast<double>(entries);
}
BENCHMARK(verify_a_million)
    ->ArgName("postgres")
    ->Arg(0)
    ->Arg(1)
    ->UseRealTime()
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);

/// The newest hundred of one person, with a million in the ledger.
void page_of_a_person(benchmark::State& state) {
  store::Store* store = store_for(state);
  if (!store) return;
  for (auto _ : state) {
    store::ReadTransaction read = store->read().value();
    benchmark::DoNotOptimize(ledger::page(read, {.person = 77}, "", 100).value());
  }
}
BENCHMARK(page_of_a_person)->ArgName("postgres")->Arg(0)->Arg(1)->UseRealTime()->Unit(benchmark::kMicrosecond);

}  // namespace
