#pragma once

// A store for a test, on SQLite and on PostgreSQL:
//
//   class LedgerTest : public store_testing::StoreTest {};
//   COLLEGA_ON_EVERY_STORE(LedgerTest);
//   TEST_P(LedgerTest, Remembers) { store::Store& store = open(steps()); ... }

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <span>
#include <string>

#include "collega/store/store.h"

namespace collega::store_testing {

enum class Kind { sqlite, postgres };

[[nodiscard]] std::string name_of_kind(const ::testing::TestParamInfo<Kind>& info);

/// Without PostgreSQL on the machine its half of the tests fails and says what to install.
class StoreTest : public ::testing::TestWithParam<Kind> {
 protected:
  StoreTest();
  ~StoreTest() override;

  /// An empty place that is this test's own: the same at each call, with PostgreSQL a schema of its own.
  [[nodiscard]] const store::Options& options() const { return options_; }
  /// Another one.
  [[nodiscard]] store::Options elsewhere();
  /// Opens the store of options(); a failure ends the test. The store closes with the test, or when it is opened anew.
  store::Store& open(std::span<const store::Migration> migrations);
  void close() { store_.reset(); }
  [[nodiscard]] std::filesystem::path folder() const { return folder_; }

  /// Where the database keeps its tables: the folder of the data, or the `base` of PostgreSQL.
  [[nodiscard]] std::filesystem::path data_files() const;

  /// Takes PostgreSQL away and gives it back; nothing on SQLite.
  static void pause_postgres();
  static void resume_postgres();

 private:
  [[nodiscard]] store::Options place(const std::string& name) const;

  std::filesystem::path folder_;
  store::Options options_;
  std::unique_ptr<store::Store> store_;
  int places_ = 0;
};

}  // namespace collega::store_testing

#define COLLEGA_ON_EVERY_STORE(Suite)                                                                                 \
  INSTANTIATE_TEST_SUITE_P(                                                                                           \
      On, Suite, ::testing::Values(::collega::store_testing::Kind::sqlite, ::collega::store_testing::Kind::postgres), \
      ::collega::store_testing::name_of_kind)
