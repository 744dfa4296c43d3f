#pragma once

#include <filesystem>
#include <string>

namespace collega::store_testing {

/// The PostgreSQL of this test program: started when first asked for, stopped and removed when the program ends.
class PostgresServer {
 public:
  static PostgresServer& get();
  /// The URL of a new, empty schema.
  [[nodiscard]] std::string new_schema();
  void control(const std::string& what);
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

 private:
  PostgresServer();
  ~PostgresServer();
  PostgresServer(const PostgresServer&) = delete;
  PostgresServer& operator=(const PostgresServer&) = delete;

  std::filesystem::path folder_;
  int schemas_ = 0;
};

}  // namespace collega::store_testing
