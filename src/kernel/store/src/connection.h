#pragma once

// What SQLite and PostgreSQL have in common: a connection, and how to get one.

#include <memory>
#include <string_view>
#include <vector>

#include "collega/store/store.h"

namespace collega::store {

/// What a column holds, by the letter of its type in migrations: integer, real, text or blob.
enum class Holds : char { integer = 'i', real = 'r', text = 't', blob = 'b' };

struct Column {
  std::string name;
  Holds holds;
};

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
  /// The tables that a statement which was prepared before names; none where that cannot be known.
  [[nodiscard]] virtual const std::vector<std::string>& tables_of(std::string_view sql) const = 0;
  virtual Result<Done> begin_read() = 0;
  virtual Result<Done> begin_write() = 0;
  virtual Result<Done> commit() = 0;
  virtual void roll_back() noexcept = 0;
  /// False when it cannot be used again.
  [[nodiscard]] virtual bool is_alive() const = 0;
  [[nodiscard]] virtual Result<bool> has_table(std::string_view name) = 0;
  /// Every table, in the order in which they were made: what refers to another comes after it.
  [[nodiscard]] virtual Result<std::vector<std::string>> tables() = 0;
  [[nodiscard]] virtual Result<std::vector<Column>> columns(std::string_view table) = 0;
  /// Until the end of this transaction a row may come before the one it refers to, where its constraint allows that.
  virtual Result<Done> defer_constraints() = 0;
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
