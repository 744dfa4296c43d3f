#include "collega/people/erasures.h"

#include <fstream>

#include "collega/ledger/ledger.h"
#include "collega/people/find.h"
#include "collega/people/people.h"
#include "collega/store_testing/store_test.h"

namespace collega::people {
namespace {

using namespace std::chrono_literals;

const Writing kWriting{"local", "test", "oversight.erase_person", Moment{1'700'000'000'000ms}};

class ErasuresTest : public store_testing::StoreTest {
 protected:
  store::Store& records() {
    std::vector<store::Migration> steps = ledger::migrations();
    for (const store::Migration& step : migrations()) steps.push_back(step);
    return open(steps);
  }
  PersonId add(store::WriteTransaction& write, const std::string& number) {
    return put_person(write, {.personnel_number = number, .name = {.surname = "Quispel"}}).value().id;
  }
};
COLLEGA_ON_EVERY_STORE(ErasuresTest);

TEST_P(ErasuresTest, LeaveNothingThatLeadsToThePersonsEntries) {
  store::WriteTransaction write = records().write().value();
  const PersonId person = add(write, "1001");
  const ledger::Entry entry{ledger::Kind::read, "test", "people.show", {person.number}, {}};
  ASSERT_TRUE(ledger::append(write, "local", entry, kWriting.now));
  EXPECT_EQ(ledger::page(write, {.person = person.number}, "", 10).value().entries.size(), 1U);
  ASSERT_TRUE(erase_for_good(write, person, holdings(), 2040y / 1 / 1, Ground::request, kWriting));
  EXPECT_EQ(find_person(write, "1001").error().code, ErrorCode::unknown_person);
  EXPECT_TRUE(ledger::page(write, {.person = person.number}, "", 10).value().entries.empty());
}

TEST_P(ErasuresTest, AreDoneAgainAfterARestore) {
  store::WriteTransaction write = records().write().value();
  const PersonId gone = add(write, "1001");
  const PersonId stays = add(write, "1002");
  const std::filesystem::path file = folder() / "erasures";
  ASSERT_TRUE(note_erasure(file, gone, 2040y / 1 / 1, Ground::request));
  ASSERT_TRUE(
      note_erasure(file, PersonId{77}, 2040y / 1 / 1, Ground::clock));  // of a time that the backup does not hold
  EXPECT_EQ(repeat_erasures(write, file, holdings(), kWriting).value(), 1);
  EXPECT_FALSE(person(write, gone));
  EXPECT_TRUE(person(write, stays));
}

TEST_P(ErasuresTest, RefuseAFileThatIsNoneWithItsLine) {
  store::WriteTransaction write = records().write().value();
  const std::filesystem::path file = folder() / "erasures";
  ASSERT_TRUE(note_erasure(file, PersonId{77}, 2040y / 1 / 1, Ground::clock));
  std::ofstream{file, std::ios::app} << "{\"person\": 3}\n";
  EXPECT_EQ(repeat_erasures(write, file, holdings(), kWriting).error(), (Error{ErrorCode::bad_json, "2"}));
  EXPECT_EQ(repeat_erasures(write, folder() / "none", holdings(), kWriting).error().code, ErrorCode::file_not_found);
}

TEST_P(ErasuresTest, FindAPersonByNumberOrId) {
  store::WriteTransaction write = records().write().value();
  const PersonId person = add(write, "1001");
  EXPECT_EQ(find_person(write, "1001").value(), person);
  EXPECT_EQ(find_person(write, to_string(person)).value(), person);
  EXPECT_EQ(find_person(write, "nobody").error(), (Error{ErrorCode::unknown_person, "nobody"}));
}

}  // namespace
}  // namespace collega::people
