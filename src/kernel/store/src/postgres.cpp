#include <libpq-fe.h>

#include <charconv>
#include <map>
#include <stdexcept>

#include "connection.h"
#include "postgres_sql.h"

namespace collega::store {
namespace {

constexpr Oid kBytea = 17;
constexpr Oid kInt8 = 20;
constexpr Oid kInt4 = 23;
// One writer at a time, as on SQLite; the number is ours among the advisory locks of the database.
constexpr const char* kWriterLock = "select pg_advisory_xact_lock(4051716)";
// How many rows of a long answer are in memory at once.
constexpr const char* kPiece = "1000";

struct CloseConnection {
  void operator()(PGconn* connection) const { PQfinish(connection); }
};
struct ClearAnswer {
  void operator()(PGresult* answer) const { PQclear(answer); }
};
using Answer = std::unique_ptr<PGresult, ClearAnswer>;

bool worked(const PGresult* answer) {
  const ExecStatusType status = PQresultStatus(answer);
  return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

/// By SQLSTATE class (PostgreSQL manual, appendix A). A statement that is wrong is a bug.
Error failure(PGconn* connection, const PGresult* answer) {
  const std::string said = answer ? PQresultErrorMessage(answer) : PQerrorMessage(connection);
  const char* field = answer ? PQresultErrorField(answer, PG_DIAG_SQLSTATE) : nullptr;
  const std::string_view state = field ? field : "";
  if (PQstatus(connection) != CONNECTION_OK || state.empty() || state.starts_with("08") || state.starts_with("57P")) {
    return {ErrorCode::store_gone, {}, said};
  }
  if (state.starts_with("23")) return {ErrorCode::store_conflict, {}, said};
  if (state == "53100") return {ErrorCode::store_full, {}, said};
  if (state.starts_with("40") || state.starts_with("55") || state == "57014") return {ErrorCode::store_busy, {}, said};
  if (state.starts_with("53")) return {ErrorCode::store_gone, {}, said};
  if (state.starts_with("XX")) return {ErrorCode::store_broken, {}, said};
  throw std::logic_error("postgres: " + said);
}

/// Arguments as libpq takes them: all as text but bytes.
class Parameters {
 public:
  explicit Parameters(const std::vector<Argument>& arguments) {
    texts_.reserve(arguments.size());
    for (const Argument& argument : arguments) add(argument);
    for (std::size_t i = 0; i < texts_.size(); ++i) values_[i] = values_[i] ? texts_[i].data() : nullptr;
  }
  [[nodiscard]] int count() const { return static_cast<int>(texts_.size()); }
  [[nodiscard]] const char* const* values() const { return values_.data(); }
  [[nodiscard]] const int* lengths() const { return lengths_.data(); }
  [[nodiscard]] const int* formats() const { return formats_.data(); }

 private:
  void add(const Argument& argument) {
    std::string text;
    if (const auto* integer = argument.integer()) {
      text = std::to_string(*integer);
    } else if (const auto* real = argument.real()) {
      char digits[32];
      text.assign(digits, std::to_chars(digits, digits + sizeof digits, *real).ptr);
    } else if (const auto* blob = argument.blob()) {
      text = blob->bytes;
    } else if (!argument.is_null()) {
      text = argument.text().value();
    }
    lengths_.push_back(static_cast<int>(text.size()));
    formats_.push_back(argument.blob() ? 1 : 0);
    values_.push_back(argument.is_null() ? nullptr : "");
    texts_.push_back(std::move(text));
  }

  std::vector<std::string> texts_;
  std::vector<const char*> values_;
  std::vector<int> lengths_;
  std::vector<int> formats_;
};

/// Rows of an answer that is in memory.
class PostgresRows : public RowSource {
 public:
  explicit PostgresRows(Answer answer) : answer_(std::move(answer)) {}

  Result<bool> next() override { return ++row_ < PQntuples(answer_.get()); }
  [[nodiscard]] int columns() const override { return PQnfields(answer_.get()); }
  [[nodiscard]] bool is_null(int column) const override { return PQgetisnull(answer_.get(), row_, column) == 1; }
  [[nodiscard]] bool is_number(int column) const override {
    const Oid type = PQftype(answer_.get(), column);
    return !is_null(column) && (type == kInt8 || type == kInt4);
  }
  [[nodiscard]] std::int64_t integer(int column) const override { return number<std::int64_t>(column); }
  [[nodiscard]] double real(int column) const override { return number<double>(column); }
  [[nodiscard]] std::string_view text(int column) const override {
    const std::string_view text{PQgetvalue(answer_.get(), row_, column),
                                static_cast<std::size_t>(PQgetlength(answer_.get(), row_, column))};
    if (PQftype(answer_.get(), column) != kBytea) return text;
    return bytes_[column] = from_hex(text);
  }

 protected:
  void put(Answer answer) {
    answer_ = std::move(answer);
    row_ = -1;
  }
  [[nodiscard]] bool has_answer() const { return answer_ != nullptr; }

 private:
  template <class T>
  [[nodiscard]] T number(int column) const {
    const std::string_view digits = text(column);
    T value{};
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size()) {
      throw std::logic_error("postgres: a column that is no number");
    }
    return value;
  }

  Answer answer_;
  int row_ = -1;
  mutable std::map<int, std::string> bytes_;
};

class PostgresConnection final : public Connection {
 public:
  explicit PostgresConnection(PGconn* connection) : connection_(connection) {}

  Result<std::unique_ptr<RowSource>> query(std::string_view sql, const std::vector<Argument>& arguments,
                                           bool in_pieces) override;
  Result<std::int64_t> execute(std::string_view sql, const std::vector<Argument>& arguments) override {
    const Answer answer = TRY(run(sql, arguments));
    const std::string_view touched = PQcmdTuples(answer.get());
    std::int64_t count = 0;
    std::from_chars(touched.data(), touched.data() + touched.size(), count);
    return count;
  }
  Result<Done> script(std::string_view sql) override { return plain(postgres_types(sql)); }
  [[nodiscard]] const std::vector<std::string>& tables_of(std::string_view) const override {
    static const std::vector<std::string> none;
    return none;
  }
  Result<Done> begin_read() override { return plain("begin isolation level repeatable read read only"); }
  Result<Done> begin_write() override {
    TRY(plain("begin"));
    return plain(kWriterLock);
  }
  Result<Done> commit() override {
    const Answer answer{PQexec(connection_.get(), "commit")};
    if (!worked(answer.get())) return failure(connection_.get(), answer.get());
    // PostgreSQL answers a commit of a failed transaction with ROLLBACK and no error.
    if (std::string_view{PQcmdStatus(answer.get())} != "COMMIT") return Error{ErrorCode::store_conflict};
    return Done{};
  }
  void roll_back() noexcept override {
    if (PQtransactionStatus(connection_.get()) != PQTRANS_IDLE) Answer{PQexec(connection_.get(), "rollback")};
  }
  [[nodiscard]] bool is_alive() const override {
    return PQstatus(connection_.get()) == CONNECTION_OK && PQtransactionStatus(connection_.get()) == PQTRANS_IDLE;
  }
  [[nodiscard]] Result<bool> has_table(std::string_view name) override {
    auto rows =
        TRY(query("select 1 from pg_tables where schemaname = current_schema() and tablename = ?", {name}, false));
    return rows->next();
  }
  [[nodiscard]] Result<std::vector<std::string>> tables() override {
    auto rows =
        TRY(query("select relname from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'r'"
                  " order by oid",
                  {}, false));
    std::vector<std::string> names;
    while (TRY(rows->next())) names.emplace_back(rows->text(0));
    return names;
  }
  [[nodiscard]] Result<std::vector<Column>> columns(std::string_view table) override {
    auto rows =
        TRY(query("select column_name, data_type from information_schema.columns"
                  " where table_schema = current_schema() and table_name = ? order by ordinal_position",
                  {table}, false));
    std::vector<Column> all;
    while (TRY(rows->next())) {
      const std::string_view type = rows->text(1);
      all.push_back({std::string{rows->text(0)}, type == "bigint"             ? Holds::integer
                                                 : type == "double precision" ? Holds::real
                                                 : type == "bytea"            ? Holds::blob
                                                                              : Holds::text});
    }
    return all;
  }
  Result<Done> defer_constraints() override { return plain("set constraints all deferred"); }

  Result<Done> leave_no_trace() override {
    for (const std::string& table : TRY(tables())) TRY(plain("vacuum full \"" + table + '"'));
    return plain("checkpoint");
  }

  Result<Answer> run(std::string_view sql, const std::vector<Argument>& arguments) {
    const Parameters parameters{arguments};
    const std::string name = TRY(prepared(sql));
    Answer answer{PQexecPrepared(connection_.get(), name.c_str(), parameters.count(), parameters.values(),
                                 parameters.lengths(), parameters.formats(), 0)};
    if (!worked(answer.get())) return failure(connection_.get(), answer.get());
    return answer;
  }
  Result<Answer> ask(const std::string& sql) {
    Answer answer{PQexec(connection_.get(), sql.c_str())};
    if (!worked(answer.get())) return failure(connection_.get(), answer.get());
    return answer;
  }
  Result<Done> plain(const std::string& sql) {
    TRY(ask(sql));
    return Done{};
  }

 private:
  Result<std::string> prepared(std::string_view sql) {
    if (const auto known = names_.find(sql); known != names_.end()) return known->second;
    std::string name = "s" + std::to_string(names_.size());
    const Answer answer{PQprepare(connection_.get(), name.c_str(), postgres_places(sql).c_str(), 0, nullptr)};
    if (!worked(answer.get())) return failure(connection_.get(), answer.get());
    names_.emplace(sql, name);
    return name;
  }

  std::unique_ptr<PGconn, CloseConnection> connection_;
  std::map<std::string, std::string, std::less<>> names_;
  std::size_t cursors_ = 0;
};

/// Rows of an answer that is fetched in pieces.
class PostgresCursor final : public PostgresRows {
 public:
  PostgresCursor(PostgresConnection& connection, std::string name)
      : PostgresRows(nullptr), connection_(connection), name_(std::move(name)) {}
  ~PostgresCursor() override { static_cast<void>(connection_.plain("close " + name_)); }

  Result<bool> next() override {
    if (has_answer() && TRY(PostgresRows::next())) return true;
    put(TRY(connection_.ask("fetch " + std::string{kPiece} + " from " + name_)));
    return PostgresRows::next();
  }

 private:
  PostgresConnection& connection_;
  std::string name_;
};

Result<std::unique_ptr<RowSource>> PostgresConnection::query(std::string_view sql,
                                                             const std::vector<Argument>& arguments, bool in_pieces) {
  if (!in_pieces) return std::unique_ptr<RowSource>{std::make_unique<PostgresRows>(TRY(run(sql, arguments)))};
  const std::string name = "c" + std::to_string(cursors_++);
  const Parameters parameters{arguments};
  const std::string declare = "declare " + name + " no scroll cursor for " + postgres_places(sql);
  const Answer answer{PQexecParams(connection_.get(), declare.c_str(), parameters.count(), nullptr, parameters.values(),
                                   parameters.lengths(), parameters.formats(), 0)};
  if (!worked(answer.get())) return failure(connection_.get(), answer.get());
  return std::unique_ptr<RowSource>{std::make_unique<PostgresCursor>(*this, name)};
}

class PostgresBackend final : public Backend {
 public:
  explicit PostgresBackend(const Options& options) : url_(options.postgres), patience_(options.patience) {}

  [[nodiscard]] Result<std::unique_ptr<Connection>> connect(bool /*writing*/) override {
    PGconn* opened = PQconnectdb(url_.c_str());
    auto connection = std::make_unique<PostgresConnection>(opened);
    if (PQstatus(opened) != CONNECTION_OK) return Error{ErrorCode::store_gone, {}, PQerrorMessage(opened)};
    TRY(
        connection->plain("set client_min_messages = warning; set timezone = 'UTC'; set synchronous_commit = on;"
                          "set lock_timeout = " +
                          std::to_string(patience_.count())));
    return std::unique_ptr<Connection>{std::move(connection)};
  }
  [[nodiscard]] bool is_postgres() const override { return true; }
  [[nodiscard]] bool is_there() const override { return true; }

 private:
  std::string url_;
  std::chrono::milliseconds patience_;
};

}  // namespace

std::unique_ptr<Backend> postgres_backend(const Options& options) { return std::make_unique<PostgresBackend>(options); }

}  // namespace collega::store
