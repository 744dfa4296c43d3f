#include "persons.h"

#include <algorithm>

#include "collega/store/seal.h"
#include "rows.h"

namespace collega::ledger {
namespace {

constexpr std::size_t kDigestBytes = 16;

store::SealedPlace place_of(std::int64_t person) { return {"ledger_person.key", person}; }

std::string digest_under(const store::Key& key, std::int64_t person) {
  const auto digest = store::keyed_digest(key, "person " + std::to_string(person));
  return store::to_hex({reinterpret_cast<const char*>(digest.data()), kDigestBytes});
}

Result<std::string> digest_from(const store::Seal& seal, std::string_view sealed, std::int64_t person) {
  const std::string bytes = TRY(seal.open(sealed, place_of(person)));
  store::Key key;
  if (bytes.size() != key.bytes.size()) return Error{ErrorCode::store_broken, "ledger_person.key"};
  std::ranges::copy(bytes, key.bytes.begin());
  return digest_under(key, person);
}

Result<Done> add_known(store::WriteTransaction& write, std::span<const std::int64_t> persons, PersonDigests& digests) {
  std::vector<store::Argument> arguments(persons.begin(), persons.end());
  store::Rows rows =
      TRY(write.query("select person, sealed from ledger_person where person in " + places(persons.size()), arguments));
  while (TRY(rows.next())) {
    const auto person = rows.get<std::int64_t>(0);
    digests[person] = TRY(digest_from(write.seal(), rows.view(1), person));
  }
  return Done{};
}

Result<std::string> make_known(store::WriteTransaction& write, std::int64_t person) {
  const store::Key key = store::Key::random();
  const std::string sealed =
      write.seal().close({reinterpret_cast<const char*>(key.bytes.data()), key.bytes.size()}, place_of(person));
  TRY(write.execute("insert into ledger_person (person, sealed) values (?, ?)", person, store::Blob{sealed}));
  return digest_under(key, person);
}

}  // namespace

Result<PersonDigests> digests_of(store::WriteTransaction& write, std::span<const std::int64_t> persons) {
  std::vector<std::int64_t> asked(persons.begin(), persons.end());
  std::ranges::sort(asked);
  asked.erase(std::unique(asked.begin(), asked.end()), asked.end());
  PersonDigests digests;
  for (std::size_t at = 0; at < asked.size();) {
    const std::size_t count = rows_at_once(asked.size() - at);
    TRY(add_known(write, std::span{asked}.subspan(at, count), digests));
    at += count;
  }
  for (const std::int64_t person : asked) {
    if (!digests.contains(person)) digests[person] = TRY(make_known(write, person));
  }
  return digests;
}

Result<std::optional<std::string>> known_digest(store::ReadTransaction& read, std::int64_t person) {
  const auto sealed = TRY(read.first<std::string>("select sealed from ledger_person where person = ?", person));
  if (!sealed) return std::optional<std::string>{};
  return std::optional{TRY(digest_from(read.seal(), *sealed, person))};
}

}  // namespace collega::ledger
