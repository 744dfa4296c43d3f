#include "collega/store/store.h"

#include <sodium.h>

#include <atomic>
#include <stdexcept>

#include "collega/store/seal.h"
#include "key_file.h"
#include "keyring.h"
#include "migrations.h"
#include "pool.h"
#include "store_state.h"

namespace collega::store {
namespace {

// Ids count from here, so that 42 bits of milliseconds last until 2159.
constexpr std::chrono::sys_days kFirstDay{std::chrono::year{2020} / 1 / 1};
constexpr int kRandomBits = 21;

std::filesystem::path next_key_file(const Options& options) {
  std::filesystem::path file = key_file_of(options);
  file += ".next";
  return file;
}

/// A key change that was cut off between the commit and the rename is finished here.
Result<Keyring> open_with_key(Connection& connection, const Options& options) {
  const Key key = TRY(load_key(options));
  Result<Keyring> keys = open_keyring(connection, key);
  if (keys || keys.error().code != ErrorCode::key_wrong || !options.key.empty()) return keys;
  const Result<Key> next = read_key(next_key_file(options));
  if (!next) return keys;
  Result<Keyring> opened = open_keyring(connection, next.value());
  if (opened) std::filesystem::rename(next_key_file(options), key_file_of(options));
  return opened ? std::move(opened) : std::move(keys);
}

/// The tables at their newest step, and the keys.
Result<Keyring> prepare(Connection& connection, const Options& options, std::span<const Migration> steps) {
  const bool is_new = !TRY(connection.has_table("store_step"));
  if (is_new && !options.create) return Error{ErrorCode::store_not_there, options.folder.string()};
  if (!is_new && TRY(is_up_to_date(connection, steps))) return open_with_key(connection, options);
  if (!is_new) TRY(open_with_key(connection, options));  // a wrong key changes nothing
  TRY(connection.begin_write());
  const bool still_new = !TRY(connection.has_table("store_key"));  // another process may have been first
  TRY(bring_up_to_date(connection, steps));
  const Key key = TRY(still_new ? load_or_make_key(options) : load_key(options));
  Keyring keys = TRY(still_new ? make_keyring(connection, key) : open_keyring(connection, key));
  TRY(connection.commit());
  return keys;
}

}  // namespace

std::unique_ptr<Backend> backend_of(const Options& options) {
  return options.postgres.empty() ? sqlite_backend(options) : postgres_backend(options);
}

Result<Done> make_folder(const std::filesystem::path& folder) {
  std::error_code failure;
  if (std::filesystem::create_directories(folder, failure)) {
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, failure);
  }
  if (failure) return Error{ErrorCode::file_unwritable, folder.string()};
  return Done{};
}

Store::Store(std::unique_ptr<State> state) : state_(std::move(state)) {}
Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::open(const Options& options, std::span<const Migration> migrations) {
  if (sodium_init() < 0) throw std::runtime_error("libsodium does not start");
  std::unique_ptr<Backend> backend = backend_of(options);
  if (!options.create && !backend->is_there()) return Error{ErrorCode::store_not_there, options.folder.string()};
  TRY(make_folder(options.folder));
  auto state = std::make_unique<State>(options, std::move(backend));
  std::unique_ptr<Connection> connection = TRY(state->pool.take(true));
  Result<Keyring> keys = prepare(*connection, options, with_own_steps(migrations));
  if (!keys) connection->roll_back();
  state->pool.give_back(std::move(connection), true);
  if (!keys) return keys.error();
  state->keys = std::move(keys).value();
  state->seal.emplace(state->keys.seal, state->keys.index);
  return std::unique_ptr<Store>{new Store{std::move(state)}};
}

Result<std::unique_ptr<ReadTransaction::State>> Store::State::begin(bool writing) {
  std::unique_ptr<Connection> connection = TRY(pool.take(writing));
  Result<Done> begun = writing ? connection->begin_write() : connection->begin_read();
  if (!begun && begun.error().code == ErrorCode::store_gone) {  // it went while it lay idle: once more, with a new one
    pool.give_back(nullptr, writing);
    connection = TRY(pool.take(writing));
    begun = writing ? connection->begin_write() : connection->begin_read();
  }
  auto transaction = std::make_unique<ReadTransaction::State>(*this, std::move(connection), writing);
  if (!begun) return begun.error();
  return transaction;
}

Result<ReadTransaction> Store::read() { return ReadTransaction{TRY(state_->begin(false))}; }
Result<WriteTransaction> Store::write() { return WriteTransaction{TRY(state_->begin(true))}; }

Result<Done> Store::leave_no_trace() {
  std::unique_ptr<Connection> connection = TRY(state_->pool.take(true));
  const Result<Done> done = connection->leave_no_trace();
  state_->pool.give_back(std::move(connection), true);
  return done;
}

Result<Done> Store::rotate_key() {
  if (!state_->options.key.empty()) return Error{ErrorCode::bad_call, "COLLEGA_KEY"};
  const std::unique_ptr<ReadTransaction::State> transaction = TRY(state_->begin(true));  // one at a time
  const Key next = Key::random();
  TRY(write_key(next_key_file(state_->options), next));
  TRY(rewrap_keyring(*transaction->connection, state_->keys, next));
  TRY(transaction->connection->commit());
  std::error_code failure;
  std::filesystem::rename(next_key_file(state_->options), key_file_of(state_->options), failure);
  if (failure) return Error{ErrorCode::file_unwritable, key_file_of(state_->options).string()};
  return Done{};
}

bool Store::is_postgres() const { return state_->pool.backend().is_postgres(); }
const std::filesystem::path& Store::folder() const { return state_->options.folder; }

std::int64_t Store::State::next_number() {
  const auto since = std::chrono::system_clock::now() - kFirstDay;
  const std::int64_t milliseconds = std::chrono::floor<std::chrono::milliseconds>(since).count();
  const std::int64_t now = milliseconds << kRandomBits | randombytes_uniform(1U << kRandomBits);
  std::int64_t last = last_number.load();
  std::int64_t next = 0;
  do {
    next = std::max(last + 1, now);
  } while (!last_number.compare_exchange_weak(last, next));
  return next;
}

ReadTransaction::State::~State() {
  connection->roll_back();
  store.pool.give_back(std::move(connection), writing);
}

ReadTransaction::ReadTransaction(std::unique_ptr<State> state) : state_(std::move(state)) {}
ReadTransaction::ReadTransaction(ReadTransaction&&) noexcept = default;
ReadTransaction& ReadTransaction::operator=(ReadTransaction&&) noexcept = default;
ReadTransaction::~ReadTransaction() = default;

void ReadTransaction::State::touch(std::string_view sql) {
  const std::vector<std::string>& tables = connection->tables_of(sql);
  touched.insert(tables.begin(), tables.end());
}

std::set<std::string> ReadTransaction::exchange_touched(std::set<std::string> instead) {
  return std::exchange(state_->touched, std::move(instead));
}

const Seal& ReadTransaction::seal() const { return *state_->store.seal; }
const Key& ReadTransaction::ledger_key() const { return state_->store.keys.ledger; }

Result<Rows> ReadTransaction::run_query(std::string_view sql, const std::vector<Argument>& arguments, Fetch fetch) {
  if (state_->failure) return *state_->failure;
  Rows rows{TRY(state_->connection->query(sql, arguments, fetch == Fetch::in_pieces))};
  state_->touch(sql);
  return rows;
}

Result<std::int64_t> WriteTransaction::run_execute(std::string_view sql, const std::vector<Argument>& arguments) {
  if (state_->failure) return *state_->failure;
  Result<std::int64_t> count = state_->connection->execute(sql, arguments);
  if (!count) state_->failure = count.error();  // as PostgreSQL does: after a failure nothing more happens
  state_->touch(sql);
  return count;
}

Result<Done> WriteTransaction::commit() {
  if (state_->failure) return *state_->failure;
  Result<Done> done = state_->connection->commit();
  state_->failure = done ? Error{ErrorCode::internal, "a transaction after its commit"} : done.error();
  return done;
}

std::int64_t WriteTransaction::next_number() { return state_->store.next_number(); }

}  // namespace collega::store
