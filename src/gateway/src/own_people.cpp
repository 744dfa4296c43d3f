#include "own_people.h"

#include "collega/people/people.h"

namespace collega::gateway {
namespace {

constexpr std::chrono::minutes kLast{10};
// Until it is tried again, while those of before serve.
constexpr std::chrono::minutes kAfterFailure{1};

}  // namespace

Result<std::shared_ptr<const privacy::KnownPeople>> OwnPeople::get(store::Store& store, Date today) {
  std::unique_lock lock{mutex_};
  const Time now = std::chrono::steady_clock::now();
  if (people_ && now - read_at_ < kLast) return people_;
  if (!people_) {
    people_ = TRY(read(store, today));  // who comes meanwhile waits: without names nothing may leave
    read_at_ = now;
    return people_;
  }
  read_at_ = now;
  lock.unlock();  // those of before serve meanwhile
  auto people = read(store, today);
  lock.lock();
  if (people) {
    people_ = std::move(people).value();
  } else {
    read_at_ = now - kLast + kAfterFailure;
  }
  return people_;
}

Result<std::shared_ptr<const privacy::KnownPeople>> OwnPeople::read(store::Store& store, Date today) {
  store::ReadTransaction read = TRY(store.read());
  std::vector<std::string> names;
  people::PeopleQuery query{.as_of = today, .whom = people::Whom::ever, .limit = people::kLargestPage};
  do {
    const people::PeoplePage page = TRY(people::list_people(read, query));
    for (const people::PersonRow& row : page.rows) names.push_back(people::display_name(row.name));
    query.after = page.next;
  } while (query.after);
  return std::make_shared<const privacy::KnownPeople>(names);
}

}  // namespace collega::gateway
