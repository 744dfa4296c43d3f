#include <sqlite3.h>

#include <algorithm>
#include <map>
#include <stdexcept>

#include "connection.h"

namespace collega::store {
namespace {

constexpr const char* kFile = "collega.sqlite";

struct CloseDatabase {
  void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;
using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

/// What the person is told of a failure of SQLite. A statement that is wrong is a bug.
Error failure(sqlite3* database) {
  const int code = sqlite3_errcode(database);
  const std::string said = sqlite3_errmsg(database);
  switch (code) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorCode::store_busy, {}, said};
    case SQLITE_FULL:
      return {ErrorCode::store_full, {}, said};
    case SQLITE_CONSTRAINT:
      return {ErrorCode::store_conflict, {}, said};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {ErrorCode::store_broken, {}, said};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      return {ErrorCode::file_unwritable, {}, said};
    case SQLITE_IOERR:
      return {ErrorCode::store_gone, {}, said};
    default:
      throw std::logic_error("sqlite: " + said);
  }
}

void bind(sqlite3_stmt* statement, int place, const Argument& argument) {
  int status = SQLITE_OK;
  if (argument.is_null()) {
    status = sqlite3_bind_null(statement, place);
  } else if (const auto* integer = argument.integer()) {
    status = sqlite3_bind_int64(statement, place, *integer);
  } else if (const auto* real = argument.real()) {
    status = sqlite3_bind_double(statement, place, *real);
  } else if (const auto* blob = argument.blob()) {
    const char* data = blob->bytes.empty() ? "" : blob->bytes.data();  // a null pointer would bind NULL
    status = sqlite3_bind_blob64(statement, place, data, blob->bytes.size(), SQLITE_TRANSIENT);
  } else {
    const std::string_view text = argument.text().value();
    const char* data = text.empty() ? "" : text.data();
    status = sqlite3_bind_text64(statement, place, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  }
  if (status != SQLITE_OK) throw std::logic_error("sqlite: more arguments than places in a statement");
}

class SqliteConnection;

/// A statement on loan from its connection's cache.
class SqliteRows final : public RowSource {
 public:
  SqliteRows(SqliteConnection& connection, std::string sql, Statement statement)
      : connection_(connection), sql_(std::move(sql)), statement_(std::move(statement)) {}
  ~SqliteRows() override;

  Result<bool> next() override;
  [[nodiscard]] int columns() const override { return sqlite3_column_count(statement_.get()); }
  [[nodiscard]] bool is_null(int column) const override { return type(column) == SQLITE_NULL; }
  [[nodiscard]] bool is_number(int column) const override { return type(column) == SQLITE_INTEGER; }
  [[nodiscard]] std::int64_t integer(int column) const override {
    if (!is_number(column)) throw std::logic_error("sqlite: a column that is no whole number in " + sql_);
    return sqlite3_column_int64(statement_.get(), column);
  }
  [[nodiscard]] double real(int column) const override { return sqlite3_column_double(statement_.get(), column); }
  [[nodiscard]] std::string_view text(int column) const override {
    const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
  }

 private:
  [[nodiscard]] int type(int column) const { return sqlite3_column_type(statement_.get(), column); }

  SqliteConnection& connection_;
  std::string sql_;
  Statement statement_;
};

class SqliteConnection final : public Connection {
 public:
  explicit SqliteConnection(Database database) : database_(std::move(database)) {}

  Result<std::unique_ptr<RowSource>> query(std::string_view sql, const std::vector<Argument>& arguments,
                                           bool /*in_pieces: always*/) override {
    Statement statement = TRY(prepared(sql));
    bind_all(statement.get(), arguments);
    return std::unique_ptr<RowSource>{std::make_unique<SqliteRows>(*this, std::string{sql}, std::move(statement))};
  }

  Result<std::int64_t> execute(std::string_view sql, const std::vector<Argument>& arguments) override {
    SqliteRows rows{*this, std::string{sql}, TRY(bound(sql, arguments))};
    while (TRY(rows.next())) {
    }
    return std::int64_t{sqlite3_changes(database_.get())};
  }

  Result<Done> script(std::string_view sql) override {
    if (sqlite3_exec(database_.get(), std::string{sql}.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
      return failure(database_.get());
    }
    return Done{};
  }

  [[nodiscard]] const std::vector<std::string>& tables_of(std::string_view sql) const override {
    static const std::vector<std::string> none;
    const auto known = tables_.find(sql);
    return known == tables_.end() ? none : known->second;
  }
  Result<Done> begin_read() override { return step("begin"); }
  Result<Done> begin_write() override { return step("begin immediate"); }
  Result<Done> commit() override { return step("commit"); }
  void roll_back() noexcept override {
    if (sqlite3_get_autocommit(database_.get()) == 0) static_cast<void>(step("rollback"));
  }
  [[nodiscard]] bool is_alive() const override { return true; }

  [[nodiscard]] Result<bool> has_table(std::string_view name) override {
    auto rows = TRY(query("select 1 from sqlite_schema where type = 'table' and name = ?", {name}, false));
    return rows->next();
  }

  [[nodiscard]] Result<std::vector<std::string>> tables() override {
    auto rows = TRY(query(
        "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by rowid", {}, false));
    std::vector<std::string> names;
    while (TRY(rows->next())) names.emplace_back(rows->text(0));
    return names;
  }

  [[nodiscard]] Result<std::vector<Column>> columns(std::string_view table) override {
    auto rows = TRY(query("select name, type from pragma_table_info(?) order by cid", {table}, false));
    std::vector<Column> all;
    while (TRY(rows->next())) {
      const std::string_view type = rows->text(1);
      all.push_back({std::string{rows->text(0)}, type == "INTEGER" ? Holds::integer
                                                 : type == "REAL"  ? Holds::real
                                                 : type == "BLOB"  ? Holds::blob
                                                                   : Holds::text});
    }
    return all;
  }
  Result<Done> defer_constraints() override { return script("pragma defer_foreign_keys = on"); }

  Result<Done> leave_no_trace() override {
    TRY(script("vacuum"));
    return script("pragma wal_checkpoint(truncate)");
  }

  void take_back(const std::string& sql, Statement statement) {
    sqlite3_reset(statement.get());
    sqlite3_clear_bindings(statement.get());
    idle_.emplace(sql, std::move(statement));
  }

  [[nodiscard]] sqlite3* database() { return database_.get(); }

 private:
  /// SQLite asks this of each thing that a statement will do while it is prepared.
  static int note_table(void* tables, int action, const char* table, const char*, const char*, const char*) {
    const bool names_one =
        action == SQLITE_READ || action == SQLITE_INSERT || action == SQLITE_UPDATE || action == SQLITE_DELETE;
    if (names_one && table) static_cast<std::vector<std::string>*>(tables)->emplace_back(table);
    return SQLITE_OK;
  }

  Result<Statement> prepared(std::string_view sql) {
    if (const auto idle = idle_.find(sql); idle != idle_.end()) {
      return std::move(idle_.extract(idle).mapped());
    }
    std::vector<std::string> tables;
    sqlite3_set_authorizer(database_.get(), note_table, &tables);
    Result<Statement> statement = compiled(sql);
    sqlite3_set_authorizer(database_.get(), nullptr, nullptr);
    std::sort(tables.begin(), tables.end());
    tables.erase(std::unique(tables.begin(), tables.end()), tables.end());
    tables_.insert_or_assign(std::string{sql}, std::move(tables));
    return statement;
  }

  /// Prepared once: a request begins and ends some three transactions, and to compile the words takes longer than to do
  /// them.
  Result<Done> step(std::string_view sql) {
    Statement statement = TRY(prepared(sql));
    const bool is_done = sqlite3_step(statement.get()) == SQLITE_DONE;
    const Result<Done> done = is_done ? Result<Done>{Done{}} : Result<Done>{failure(database_.get())};
    take_back(std::string{sql}, std::move(statement));
    return done;
  }

  Result<Statement> compiled(std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(database_.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                           &statement, nullptr) != SQLITE_OK) {
      return failure(database_.get());
    }
    return Statement{statement};
  }

  Result<Statement> bound(std::string_view sql, const std::vector<Argument>& arguments) {
    Statement statement = TRY(prepared(sql));
    bind_all(statement.get(), arguments);
    return statement;
  }

  static void bind_all(sqlite3_stmt* statement, const std::vector<Argument>& arguments) {
    if (static_cast<std::size_t>(sqlite3_bind_parameter_count(statement)) != arguments.size()) {
      throw std::logic_error("sqlite: as many arguments as places, in " + std::string{sqlite3_sql(statement)});
    }
    for (std::size_t i = 0; i < arguments.size(); ++i) bind(statement, static_cast<int>(i + 1), arguments[i]);
  }

  Database database_;
  std::multimap<std::string, Statement, std::less<>> idle_;
  std::map<std::string, std::vector<std::string>, std::less<>> tables_;
};

SqliteRows::~SqliteRows() { connection_.take_back(sql_, std::move(statement_)); }

Result<bool> SqliteRows::next() {
  const int status = sqlite3_step(statement_.get());
  if (status == SQLITE_ROW) return true;
  if (status == SQLITE_DONE) return false;
  return failure(connection_.database());
}

/// WAL: readers go on while one writes. Full: a commit is on the disk when it returns. Secure delete: what is deleted
/// is overwritten. Nothing goes to temporary files.
constexpr std::string_view kSettings =
    "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma secure_delete = on;"
    "pragma temp_store = memory; pragma trusted_schema = off; pragma cell_size_check = on; pragma cache_size = -16000;";

class SqliteBackend final : public Backend {
 public:
  explicit SqliteBackend(const Options& options) : file_(options.folder / kFile), patience_(options.patience) {}

  [[nodiscard]] Result<std::unique_ptr<Connection>> connect(bool writing) override {
    sqlite3* opened = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    const int status = sqlite3_open_v2(file_.c_str(), &opened, flags, nullptr);
    Database database{opened};
    if (status != SQLITE_OK) return Error{ErrorCode::file_unwritable, file_.string()};
    sqlite3_busy_timeout(opened, static_cast<int>(patience_.count()));
    auto connection = std::make_unique<SqliteConnection>(std::move(database));
    TRY(connection->script(kSettings));
    if (!writing) TRY(connection->script("pragma query_only = on"));
    return std::unique_ptr<Connection>{std::move(connection)};
  }

  [[nodiscard]] bool is_postgres() const override { return false; }
  [[nodiscard]] bool is_there() const override { return std::filesystem::exists(file_); }

 private:
  std::filesystem::path file_;
  std::chrono::milliseconds patience_;
};

}  // namespace

std::unique_ptr<Backend> sqlite_backend(const Options& options) { return std::make_unique<SqliteBackend>(options); }

}  // namespace collega::store
