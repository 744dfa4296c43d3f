#include <unistd.h>

#include <stdexcept>

#include "collega/base/error.h"
#include "collega/store_testing/store_test.h"
#include "postgres_server.h"

namespace collega::store_testing {

std::string name_of_kind(const ::testing::TestParamInfo<Kind>& info) {
  return info.param == Kind::sqlite ? "Sqlite" : "Postgres";
}

StoreTest::StoreTest() {
  std::string pattern = (std::filesystem::temp_directory_path() / "collega-store-XXXXXX").string();
  if (!::mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder");
  folder_ = pattern;
  options_ = place("data");
}

StoreTest::~StoreTest() {
  store_.reset();
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

store::Options StoreTest::elsewhere() { return place("data" + std::to_string(++places_)); }

store::Options StoreTest::place(const std::string& name) const {
  return {.folder = folder_ / name, .postgres = GetParam() == Kind::postgres ? PostgresServer::get().new_schema() : ""};
}

store::Store& StoreTest::open(std::span<const store::Migration> migrations) {
  store_.reset();
  Result<std::unique_ptr<store::Store>> opened = store::Store::open(options_, migrations);
  if (!opened) throw std::runtime_error(describe(opened.error(), Language::en) + ' ' + opened.error().detail);
  store_ = std::move(opened).value();
  return *store_;
}

std::filesystem::path StoreTest::data_files() const {
  return GetParam() == Kind::postgres ? PostgresServer::get().folder() / "data" / "base" : options_.folder;
}

void StoreTest::pause_postgres() {
  if (GetParam() == Kind::postgres) PostgresServer::get().control("pause");
}
void StoreTest::resume_postgres() {
  if (GetParam() == Kind::postgres) PostgresServer::get().control("go");
}

}  // namespace collega::store_testing
