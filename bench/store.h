#pragma once

// A store to measure on, that goes with the program: in the folder for temporary files (see that it is a disk), or in
// the PostgreSQL database that a URL names, which is empty before and can be used once.

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "collega/base/error.h"
#include "collega/store/store.h"

namespace collega::bench {

template <class T>
T must(Result<T> result) {
  if (!result) throw std::runtime_error(describe(result.error(), Language::en) + ' ' + result.error().detail);
  return std::move(result).value();
}

/// COLLEGA_BENCH_POSTGRES, or nothing.
inline std::string postgres_url() {
  const char* url = std::getenv("COLLEGA_BENCH_POSTGRES");
  return url ? url : "";
}

class TemporaryStore {
 public:
  explicit TemporaryStore(const std::vector<store::Migration>& steps, const std::string& postgres = "") {
    std::string pattern = (std::filesystem::temp_directory_path() / "collega-bench-XXXXXX").string();
    if (!::mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder");
    folder_ = pattern;
    store_ = must(store::Store::open({.folder = folder_, .postgres = postgres}, steps));
  }
  ~TemporaryStore() {
    store_.reset();
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  TemporaryStore(const TemporaryStore&) = delete;
  TemporaryStore& operator=(const TemporaryStore&) = delete;

  [[nodiscard]] store::Store& get() { return *store_; }
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

 private:
  std::filesystem::path folder_;
  std::unique_ptr<store::Store> store_;
};

/// Nine digits that pass the eleven-test, others for each number.
inline std::string bsn_of(int number) {
  constexpr int kApart = 40;  // within these one passes
  for (int candidate = 100'000'000 + number * kApart;; ++candidate) {
    const std::string digits = std::to_string(candidate);
    int sum = -(digits[8] - '0');
    for (int i = 0; i < 8; ++i) sum += (9 - i) * (digits[static_cast<std::size_t>(i)] - '0');
    if (sum % 11 == 0) return digits;
  }
}

}  // namespace collega::bench
