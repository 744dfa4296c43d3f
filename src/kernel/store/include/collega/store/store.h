#pragma once

// What is kept, in SQLite (one file) or PostgreSQL (by URL), behind one face. Statements are written once, in the SQL
// that both speak, with ? for what is filled in; a migration's INTEGER, REAL, TEXT and BLOB become those of PostgreSQL.
//
//   WriteTransaction write = TRY(store.write());
//   TRY(write.execute("update person set given_name = ? where id = ?", name, person));
//   TRY(write.commit());

#include <filesystem>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "collega/base/result.h"
#include "collega/store/value.h"

namespace collega::store {

class Connection;
class Pool;
class Seal;
struct Key;

/// One step forward of a module's tables. A step that was released is never changed.
struct Migration {
  std::string_view module;
  int number = 1;  ///< from 1, without gaps within a module
  std::string_view sql;
};

struct Options {
  std::filesystem::path folder;         ///< of the data: the SQLite file and the key file; made when it is not there
  std::string postgres = {};            ///< "postgresql://..." keeps the data there instead of in the folder
  std::filesystem::path key_file = {};  ///< default: `folder`/key
  std::string key = {};                 ///< the key itself (from the environment), in place of a file
  std::chrono::milliseconds patience{30'000};  ///< how long to wait for another writer
  bool create = true;                          ///< an empty place becomes a store; else store_not_there
};

/// Sees the data as it was when the transaction began. Ends when it goes.
class ReadTransaction {
 public:
  ReadTransaction(ReadTransaction&&) noexcept;
  ReadTransaction& operator=(ReadTransaction&&) noexcept;
  virtual ~ReadTransaction();

  /// For answers that fit in memory: lists are paged.
  template <class... T>
  [[nodiscard]] Result<Rows> query(std::string_view sql, const T&... arguments) {
    return run_query(sql, {Argument(arguments)...}, Fetch::whole);
  }
  [[nodiscard]] Result<Rows> query(std::string_view sql, const std::vector<Argument>& arguments) {
    return run_query(sql, arguments, Fetch::whole);
  }
  /// For a whole table, row by row; other statements may run meanwhile.
  template <class... T>
  [[nodiscard]] Result<Rows> stream(std::string_view sql, const T&... arguments) {
    return run_query(sql, {Argument(arguments)...}, Fetch::in_pieces);
  }
  /// The first column of the first row, if there is one.
  template <class T, class... Arguments>
  [[nodiscard]] Result<std::optional<T>> first(std::string_view sql, const Arguments&... arguments) {
    Rows rows = TRY(query(sql, arguments...));
    if (!TRY(rows.next())) return std::optional<T>{};
    return std::optional<T>{rows.get<T>(0)};
  }

  [[nodiscard]] const Seal& seal() const;
  [[nodiscard]] const Key& ledger_key() const;

  /// The tables that statements named since this was last asked, so that what an operation reads can be held against
  /// what it says; `instead` is what it begins anew with. On SQLite alone: PostgreSQL, which is given the same
  /// statements, tells nothing.
  std::set<std::string> exchange_touched(std::set<std::string> instead = {});

 protected:
  friend class Store;
  enum class Fetch { whole, in_pieces };
  struct State;
  explicit ReadTransaction(std::unique_ptr<State> state);
  [[nodiscard]] Result<Rows> run_query(std::string_view sql, const std::vector<Argument>& arguments, Fetch fetch);
  std::unique_ptr<State> state_;
};

/// The only writer while it lasts, on SQLite and on PostgreSQL alike, so that what it read is true when it commits.
/// Goes without a trace unless committed.
class WriteTransaction final : public ReadTransaction {
 public:
  /// Gives the number of rows it touched. Error: store_conflict when a constraint of the table forbids it.
  template <class... T>
  Result<std::int64_t> execute(std::string_view sql, const T&... arguments) {
    return run_execute(sql, {Argument(arguments)...});
  }
  Result<std::int64_t> execute(std::string_view sql, const std::vector<Argument>& arguments) {
    return run_execute(sql, arguments);
  }
  /// A new number for an Id: later ones are greater, within this process also when the clock is set back.
  template <class IdType>
  [[nodiscard]] IdType new_id() {
    return IdType{next_number()};
  }
  /// On disk when it returns. Nothing can be done with the transaction after it.
  Result<Done> commit();

 private:
  friend class Store;
  using ReadTransaction::ReadTransaction;
  Result<std::int64_t> run_execute(std::string_view sql, const std::vector<Argument>& arguments);
  std::int64_t next_number();
};

/// May be used from several threads.
class Store {
 public:
  /// Opens, or makes, the store and brings its tables to the newest step. Errors: store_not_there, store_newer,
  /// store_broken, store_gone, key_missing, key_wrong, key_exposed, file_unwritable.
  static Result<std::unique_ptr<Store>> open(const Options& options, std::span<const Migration> migrations);
  ~Store();
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  /// Errors: store_gone, store_busy.
  [[nodiscard]] Result<ReadTransaction> read();
  [[nodiscard]] Result<WriteTransaction> write();

  /// Rewrites the files so that nothing deleted can be read back from them. Takes as long as writing everything anew.
  Result<Done> leave_no_trace();
  /// A new key in the key file; what was sealed stays readable and the old key opens nothing any more. Error: bad_call
  /// when the key came from the environment.
  Result<Done> rotate_key();

  [[nodiscard]] bool is_postgres() const;
  [[nodiscard]] const std::filesystem::path& folder() const;

  struct State;  ///< of the inside
  [[nodiscard]] State& inside() { return *state_; }

 private:
  explicit Store(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace collega::store
