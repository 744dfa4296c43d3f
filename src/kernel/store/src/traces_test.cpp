// What is deleted is gone from the files too.

#include <gmock/gmock.h>

#include <fstream>

#include "collega/store_testing/store_test.h"

namespace collega::store {
namespace {

using ::testing::IsEmpty;
using ::testing::Not;

const std::vector<Migration> kPeople{
    {"people", 1,
     "create table person (id INTEGER not null primary key, name TEXT not null, note TEXT);"
     "create index person_by_name on person (name)"}};

class TracesTest : public store_testing::StoreTest {
 protected:
  /// The files under `folder` that hold `words`.
  static std::vector<std::string> files_with(const std::string& words, const std::filesystem::path& folder) {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{folder}) {
      if (!entry.is_regular_file()) continue;
      std::ifstream in{entry.path(), std::ios::binary};
      const std::string bytes{std::istreambuf_iterator<char>{in}, {}};
      if (bytes.find(words) != std::string::npos) found.push_back(entry.path().filename().string());
    }
    return found;
  }
};
COLLEGA_ON_EVERY_STORE(TracesTest);

TEST_P(TracesTest, NoneAreLeftOfADeletedPerson) {
  Store& store = open(kPeople);
  const std::filesystem::path files = data_files();
  for (int round = 0; round < 3; ++round) {  // pages split, join and are freed
    WriteTransaction write = store.write().value();
    for (int id = 0; id < 400; ++id) {
      const std::string name = id == 123 ? "Wilhelmina Quispel" : "Persoon " + std::to_string(id);
      ASSERT_TRUE(write.execute("insert into person values (?, ?, ?) on conflict (id) do update set note = ?", id, name,
                                std::string(200, 'n'), name + std::string(static_cast<std::size_t>(300 * round), 'x')));
    }
    ASSERT_TRUE(write.commit());
  }
  ASSERT_TRUE(store.leave_no_trace());  // and what is in memory goes to the files
  EXPECT_THAT(files_with("Wilhelmina Quispel", files), Not(IsEmpty()));
  {
    WriteTransaction write = store.write().value();
    ASSERT_TRUE(write.execute("delete from person where id = 123"));
    ASSERT_TRUE(write.commit());
  }
  ASSERT_TRUE(store.leave_no_trace());
  EXPECT_THAT(files_with("Wilhelmina Quispel", files), IsEmpty());
}

}  // namespace
}  // namespace collega::store
