#pragma once

// What the macs cover, and the keys they are made with.

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "collega/base/described.h"
#include "collega/store/seal.h"
#include "collega/store/store.h"

namespace collega::ledger {

using Mac = std::array<unsigned char, 32>;

[[nodiscard]] inline std::string_view bytes_of(const Mac& mac) {
  return {reinterpret_cast<const char*>(mac.data()), mac.size()};
}

/// One key for each use, so that a mac of one kind never passes for another.
struct Keys {
  explicit Keys(const store::Key& ledger);
  store::Key entry;
  store::Key head;
  store::Key exported;
  Mac check;  ///< by which the ledger key is known
};

/// The row of an entry.
struct EntryView {
  std::string_view writer;
  std::int64_t seq = 0;
  std::int64_t at = 0;
  std::string_view kind;
  std::string_view actor;
  std::string_view operation;
  std::string_view about;
  std::string_view details;
};

/// What stands before the first entry's mac.
[[nodiscard]] const std::string& no_mac();

/// The mac of `entry` behind the mac `previous`. `buffer` is for reuse.
[[nodiscard]] Mac mac_of(const Keys& keys, std::string_view previous, const EntryView& entry, std::string& buffer);

/// The row that names the last entry of a chain.
struct Head {
  std::string writer;
  std::int64_t seq = 0;
  std::string mac;
  std::int64_t at = 0;
  bool set_back = false;  ///< the time of the entry is later than the clock was
  std::string proof;
};

[[nodiscard]] Mac proof_of(const Keys& keys, const Head& head);
[[nodiscard]] bool is_proved(const Keys& keys, const Head& head);
[[nodiscard]] Result<std::optional<Head>> head_of(store::ReadTransaction& read, std::string_view writer);
[[nodiscard]] Result<std::map<std::string, Head, std::less<>>> all_heads(store::ReadTransaction& read);

/// A head as an anchor or an export names it.
struct NamedHead {
  std::string writer;
  std::int64_t seq = 0;
  std::string mac;  ///< 64 hexadecimal digits
};
BOOST_DESCRIBE_STRUCT(NamedHead, (), (writer, seq, mac))

/// Those heads that are what was written, without the one of `except`.
[[nodiscard]] JsonArray named(const Keys& keys, const std::map<std::string, Head, std::less<>>& heads,
                              std::string_view except = {});
/// The member "heads" of `object`.
[[nodiscard]] Result<std::vector<NamedHead>> heads_named_in(const Json& object);

}  // namespace collega::ledger

template <>
struct collega::FieldTable<collega::ledger::NamedHead> {
  static constexpr Field rows[] = {
      {.name = "writer", .meaning = {"de keten", "the chain"}},
      {.name = "seq", .meaning = {"nummer van de laatste regel", "number of the last entry"}, .min = 1},
      {.name = "mac", .meaning = {"code van de laatste regel", "mac of the last entry"}},
  };
};
