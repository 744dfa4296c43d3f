#pragma once

// The table that leads from a person to their entries says nothing that the entries do not. Both are summed up while
// they stream by; only when the sums differ is it looked up where.

#include "chain.h"
#include "findings.h"

namespace collega::ledger {

/// A sum over (digest, at, writer, seq) in any order, under a key that is thrown away: nobody can make two sets with
/// one sum.
class AboutSum {
 public:
  AboutSum() : key_(store::Key::random()) {}
  void add(std::string_view digest, std::int64_t at, std::string_view writer, std::int64_t seq) {
    move(digest, at, writer, seq, 1);
  }
  void take(std::string_view digest, std::int64_t at, std::string_view writer, std::int64_t seq) {
    move(digest, at, writer, seq, std::uint64_t{0} - 1);
  }
  [[nodiscard]] bool is_zero() const { return sum_ == 0 && count_ == 0; }

 private:
  void move(std::string_view digest, std::int64_t at, std::string_view writer, std::int64_t seq, std::uint64_t sign);

  store::Key key_;
  std::string buffer_;
  std::uint64_t sum_ = 0;
  std::uint64_t count_ = 0;
};

/// Takes all rows of the index from `sum`.
Result<Done> take_index(store::ReadTransaction& read, AboutSum& sum);

/// Says which rows of the index lack, and which are not of their entry.
Result<Done> find_index_faults(store::ReadTransaction& read, Findings& findings);

}  // namespace collega::ledger
