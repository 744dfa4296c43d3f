#include "about_index.h"

#include <algorithm>
#include <cstring>

#include "rows.h"
#include "words.h"

namespace collega::ledger {
namespace {

Result<Done> find_lacking(store::ReadTransaction& read, Findings& findings) {
  store::Rows entries = TRY(read.stream("select writer, seq, at, about from ledger_entry where about <> '[]'"));
  while (TRY(entries.next())) {
    const auto writer = entries.get<std::string>(0);
    const auto seq = number_or_0(entries, 1);
    for (const std::string_view digest : words_of(entries.view(3))) {
      const auto found = TRY(
          read.first<std::int64_t>("select 1 from ledger_about where digest = ? and at = ? and writer = ? and seq = ?",
                                   digest, number_or_0(entries, 2), writer, seq));
      if (!found) findings.add({Fault::index_differs, writer, seq, "a person it is about does not lead to it"});
    }
  }
  return Done{};
}

Result<Done> find_added(store::ReadTransaction& read, Findings& findings) {
  store::Rows rows = TRY(read.stream("select digest, at, writer, seq from ledger_about"));
  while (TRY(rows.next())) {
    const auto writer = rows.get<std::string>(2);
    const auto seq = number_or_0(rows, 3);
    const auto about = TRY(read.first<std::string>(
        "select about from ledger_entry where writer = ? and seq = ? and at = ?", writer, seq, number_or_0(rows, 1)));
    const std::vector<std::string_view> digests = about ? words_of(*about) : std::vector<std::string_view>{};
    if (std::ranges::find(digests, rows.view(0)) == digests.end()) {
      findings.add({Fault::index_differs, writer, seq, "somebody it is not about leads to it"});
    }
  }
  return Done{};
}

}  // namespace

void AboutSum::move(std::string_view digest, std::int64_t at, std::string_view writer, std::int64_t seq,
                    std::uint64_t sign) {
  buffer_.assign(digest);
  buffer_.append(1, '\n').append(writer);
  const std::int64_t numbers[] = {at, seq};
  buffer_.append(reinterpret_cast<const char*>(numbers), sizeof numbers);
  const Mac mac = store::keyed_digest(key_, buffer_);
  std::uint64_t part = 0;
  std::memcpy(&part, mac.data(), sizeof part);
  sum_ += sign * part;
  count_ += sign;
}

Result<Done> take_index(store::ReadTransaction& read, AboutSum& sum) {
  store::Rows rows = TRY(read.stream("select digest, at, writer, seq from ledger_about"));
  while (TRY(rows.next())) {
    sum.take(rows.view(0), number_or_0(rows, 1), rows.view(2), number_or_0(rows, 3));
  }
  return Done{};
}

Result<Done> find_index_faults(store::ReadTransaction& read, Findings& findings) {
  TRY(find_lacking(read, findings));
  return find_added(read, findings);
}

}  // namespace collega::ledger
