#pragma once

#include <atomic>
#include <optional>

#include "collega/store/seal.h"
#include "collega/store/store.h"
#include "keyring.h"
#include "pool.h"

namespace collega::store {

[[nodiscard]] std::unique_ptr<Backend> backend_of(const Options& options);

/// For its owner alone. Error: file_unwritable.
Result<Done> make_folder(const std::filesystem::path& folder);

struct Store::State {
  State(Options given, std::unique_ptr<Backend> backend)
      : options(std::move(given)), pool(std::move(backend), options.patience) {}

  [[nodiscard]] Result<std::unique_ptr<ReadTransaction::State>> begin(bool writing);
  std::int64_t next_number();

  Options options;
  Pool pool;
  Keyring keys;
  std::optional<Seal> seal;
  std::atomic<std::int64_t> last_number{0};
};

struct ReadTransaction::State {
  State(Store::State& of, std::unique_ptr<Connection> on, bool for_writing)
      : store(of), connection(std::move(on)), writing(for_writing) {}
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State();
  void touch(std::string_view sql);

  Store::State& store;
  std::unique_ptr<Connection> connection;
  bool writing;
  std::optional<Error> failure;  ///< what ended it before its time
  std::set<std::string> touched;
};

}  // namespace collega::store
