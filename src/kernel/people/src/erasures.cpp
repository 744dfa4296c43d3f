#include "collega/people/erasures.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>

#include "collega/ledger/ledger.h"

namespace collega::people {

struct NotedErasure {
  PersonId person;
  Date day;
  Ground ground = Ground::clock;
};
BOOST_DESCRIBE_STRUCT(NotedErasure, (), (person, day, ground))

namespace {

bool is_gone(const Erasure& erasure) {
  return std::ranges::find(erasure.kept, kPersonKind, &KeptKind::kind) == erasure.kept.end();
}

Result<NotedErasure> noted_in(const std::string& line, std::size_t number) {
  const Result<Json> json = parse_json(line);
  Result<NotedErasure> noted = json ? from_json<NotedErasure>(json.value()) : Result<NotedErasure>{json.error()};
  if (!noted) return Error{ErrorCode::bad_json, std::to_string(number)};
  return noted;
}

}  // namespace
}  // namespace collega::people

template <>
struct collega::FieldTable<collega::people::NotedErasure> {
  static constexpr Field rows[] = {
      {.name = "person", .meaning = {"wie", "who"}},
      {.name = "day", .meaning = {"wanneer", "when"}},
      {.name = "ground", .meaning = {"waarom", "why"}},
  };
};

namespace collega::people {

namespace {

Result<Done> forget_in_ledger(store::WriteTransaction& write, PersonId person, Ground ground, const Writing& writing) {
  const ledger::Entry entry{.kind = ledger::Kind::erasure,
                            .actor = std::string{writing.actor},
                            .operation = std::string{writing.operation},
                            .about = {},
                            .details = {{"ground", name_of(ground)}}};
  TRY(ledger::forget(write, person.number, writing.writer, entry, writing.now));
  return Done{};
}

}  // namespace

Result<Erasure> erase_for_good(store::WriteTransaction& write, PersonId person, const std::vector<Holding>& holdings,
                               Date day, Ground ground, const Writing& writing) {
  Erasure erasure = TRY(erase_person(write, person, holdings, day, ground));
  if (is_gone(erasure)) TRY(forget_in_ledger(write, person, ground, writing));
  return erasure;
}

Result<bool> erase_kept_by_desks(store::WriteTransaction& write, PersonId number, const std::vector<Holding>& holdings,
                                 Ground ground, const Writing& writing) {
  bool is_known = false;
  for (const Holding& holding : holdings) is_known = is_known || !TRY(holding.show(write, number)).empty();
  if (!is_known) return false;
  for (const Holding& holding : holdings) TRY(holding.erase(write, number));
  TRY(forget_in_ledger(write, number, ground, writing));
  return true;
}

Result<Done> note_erasure(const std::filesystem::path& file, PersonId person, Date day, Ground ground) {
  const std::string line = to_text(to_json(NotedErasure{person, day, ground})) + '\n';
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (descriptor < 0) return Error{ErrorCode::file_unwritable, file.string()};
  const bool written =
      ::write(descriptor, line.data(), line.size()) == static_cast<ssize_t>(line.size()) && ::fsync(descriptor) == 0;
  const bool full = !written && errno == ENOSPC;
  ::close(descriptor);
  if (!written) return Error{full ? ErrorCode::store_full : ErrorCode::file_unwritable, file.string()};
  return Done{};
}

Result<std::int64_t> repeat_erasures(store::WriteTransaction& write, const std::filesystem::path& file,
                                     const std::vector<Holding>& holdings, const Writing& writing) {
  std::ifstream in{file};
  if (!in) return Error{ErrorCode::file_not_found, file.string()};
  std::int64_t count = 0;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    const NotedErasure noted = TRY(noted_in(line, ++number));
    if (person(write, noted.person)) {
      TRY(erase_for_good(write, noted.person, holdings, noted.day, noted.ground, writing));
      ++count;
    } else if (TRY(erase_kept_by_desks(write, noted.person, holdings, noted.ground, writing))) {
      ++count;
    }
  }
  return count;
}

}  // namespace collega::people
