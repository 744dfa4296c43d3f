#pragma once

// What SQLite and PostgreSQL have in common: a connection, and how to get one.

#include <memory>
#include <string_view>
#include <vector>

#include "collega/store/store.h"

namespace collega::store {

class Connection {
 public:
  Connection() = default;
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  virtual ~Connection() = default;

  /// `in_pieces` keeps only part of the answer in memory.
  virtual Result<std::unique_ptr<RowSource>> query(std::string_view sql, const std::vector<Argument>& arguments,
                                                   bool in_pieces) = 0;
  virtual Result<std::int64_t> execute(std::string_view sql, const std::vector<Argument>& arguments) = 0;
  /// Several statements without arguments, in the SQL of migrations.
  virtual Result<Done> script(std::string_view sql) = 0;
  virtual Result<Done> begin_read() = 0;
  virtual Result<Done> begin_write() = 0;
  virtual Result<Done> commit() = 0;
  virtual void roll_back() noexcept = 0;
  /// False when it cannot be used again.
  [[nodiscard]] virtual bool is_alive() const = 0;
  [[nodiscard]] virtual Result<bool> has_table(std::string_view name) = 0;
  /// Every table, by name.
  [[nodiscard]] virtual Result<std::vector<std::string>> tables() = 0;
  /// Outside a transaction.
  virtual Result<Done> leave_no_trace() = 0;
};

class Backend {
 public:
  Backend() = default;
  Backend(const Backend&) = delete;
  Backend& operator=(const Backend&) = delete;
  virtual ~Backend() = default;
  [[nodiscard]] virtual Result<std::unique_ptr<Connection>> connect(bool writing) = 0;
  [[nodiscard]] virtual bool is_postgres() const = 0;
  /// Whether there is something to open.
  [[nodiscard]] virtual bool is_there() const = 0;
};

[[nodiscard]] std::unique_ptr<Backend> sqlite_backend(const Options& options);
[[nodiscard]] std::unique_ptr<Backend> postgres_backend(const Options& options);

}  // namespace collega::store
