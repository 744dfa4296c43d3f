#include "profile_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

#include "test_profiles.h"

namespace collega::skills {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::SizeIs;

constexpr const char* kSeed = "seed 1";

class ProfileFolder : public testing::Test {
 protected:
  ProfileFolder() {
    std::string pattern = (fs::temp_directory_path() / "profiles-XXXXXX").string();
    if (mkdtemp(pattern.data())) path_ = pattern;
  }
  ~ProfileFolder() override { fs::remove_all(path_); }

  [[nodiscard]] Profiles open() const { return Profiles::open(path_ / "index", kSeed).value(); }
  [[nodiscard]] fs::path file(const std::string& begin) const {
    for (const auto& entry : fs::directory_iterator{path_ / "index"}) {
      if (entry.path().filename().string().starts_with(begin)) return entry.path();
    }
    return {};
  }

  fs::path path_;
};

std::string content_of(const fs::path& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

void write(const fs::path& path, std::string_view content) {
  std::ofstream{path, std::ios::binary | std::ios::trunc} << content;
}

Profile with_skill(std::uint64_t id, ConceptRef skill) {
  Profile profile{id};
  profile.facts = {{FactKind::skill, skill, 3, 2024}};
  return profile;
}

void put(Profiles& profiles, const Profile& profile) {
  ASSERT_TRUE(profiles.put(profile));
  ASSERT_TRUE(profiles.commit());
}

std::vector<std::uint64_t> all_ids(const Profiles& profiles) {
  std::vector<std::uint64_t> ids;
  for (const FoundProfile& found : profiles.search({}, 1000)) ids.push_back(found.id);
  return ids;
}

TEST_F(ProfileFolder, finds_after_opening_again_what_a_plain_scorer_finds) {
  test::Chance chance{5};
  test::World world;
  for (int round = 0; round < 12 && !HasFailure(); ++round) {
    Profiles profiles = open();
    for (int i = 0; i < 40; ++i) {
      const auto id = static_cast<std::uint64_t>(chance.below(150));
      if (chance.one_in(4)) {
        world.erase(id);
        ASSERT_TRUE(profiles.remove(id));
      } else {
        world[id] = test::any_profile(chance, id);
        ASSERT_TRUE(profiles.put(world[id]));
      }
      if (chance.one_in(5)) {
        ASSERT_TRUE(profiles.commit());
      }
    }
    ASSERT_TRUE(chance.one_in(3) ? profiles.compact() : profiles.commit());
    profiles = Profiles{};
    profiles = open();
    for (int i = 0; i < 20; ++i) {
      const ProfileQuery query = test::any_query(chance);
      EXPECT_EQ(test::without_grounds(profiles.search(query, 15)),
                test::without_grounds(test::plain_search(world, query, 15)));
    }
  }
}

TEST_F(ProfileFolder, more_profiles_than_a_segment_holds_go_to_files_by_themselves) {
  {
    Profiles profiles = open();
    for (std::uint64_t id = 0; id < kMostInSegment + 10; ++id) ASSERT_TRUE(profiles.put(with_skill(id, 1)));
    ASSERT_TRUE(profiles.commit());
    ASSERT_TRUE(profiles.remove(5));
    ASSERT_TRUE(profiles.commit());
  }
  EXPECT_EQ(open().size(), kMostInSegment + 9);
}

// What is acknowledged is in whole frames. However much of the last is missing, what went before is there.
TEST_F(ProfileFolder, a_log_cut_off_at_any_byte_keeps_its_whole_commits) {
  {
    Profiles profiles = open();
    put(profiles, with_skill(1, 10));
    put(profiles, with_skill(2, 20));
    ASSERT_TRUE(profiles.remove(1));
    put(profiles, with_skill(3, 30));
  }
  const fs::path log = file("log-");
  const std::string whole = content_of(log);
  const auto changes_in = [&](std::size_t bytes) { return read_log(whole.substr(0, bytes)).value(); };
  for (std::size_t bytes = 0; bytes <= whole.size(); ++bytes) {
    write(log, whole.substr(0, bytes));
    const Profiles profiles = open();
    const std::size_t changes = changes_in(bytes).changes.size();
    const std::vector<std::vector<std::uint64_t>> after = {{}, {1}, {1, 2}, {}, {2, 3}};
    ASSERT_NE(changes, 3u) << "half a commit";
    EXPECT_EQ(all_ids(profiles), after[changes]) << bytes;
    EXPECT_EQ(profiles.cut_off(), bytes - changes_in(bytes).whole);
    EXPECT_EQ(fs::file_size(log), changes_in(bytes).whole);
  }
}

TEST_F(ProfileFolder, a_segment_or_manifest_cut_off_or_changed_at_any_byte_is_an_error_that_names_it) {
  {
    Profiles profiles = open();
    put(profiles, with_skill(1, 10));
    ASSERT_TRUE(profiles.compact());
  }
  for (const std::string name : {"segment-", "manifest"}) {
    const fs::path damaged = file(name);
    const std::string whole = content_of(damaged);
    const auto expect_error = [&](const std::string& content) {
      write(damaged, content);
      const auto opened = Profiles::open(path_ / "index", kSeed);
      ASSERT_FALSE(opened);
      EXPECT_EQ(opened.error().code, ErrorCode::document_broken);
      EXPECT_THAT(opened.error().where, HasSubstr(name));
    };
    for (std::size_t byte = 0; byte < whole.size(); ++byte) {
      expect_error(whole.substr(0, byte));
      std::string changed = whole;
      changed[byte] ^= 4;
      expect_error(changed);
    }
    write(damaged, whole);
  }
  EXPECT_EQ(open().size(), 1u);
}

TEST_F(ProfileFolder, a_log_damaged_before_its_end_is_an_error) {
  {
    Profiles profiles = open();
    put(profiles, with_skill(1, 10));
    put(profiles, with_skill(2, 20));
  }
  const fs::path log = file("log-");
  std::string content = content_of(log);
  content[20] ^= 1;
  write(log, content);
  EXPECT_EQ(Profiles::open(path_ / "index", kSeed).error().code, ErrorCode::document_broken);
}

TEST_F(ProfileFolder, a_missing_file_is_an_error_and_anew_begins_again) {
  {
    Profiles profiles = open();
    put(profiles, with_skill(1, 10));
    ASSERT_TRUE(profiles.compact());
  }
  fs::remove(file("manifest"));
  EXPECT_EQ(Profiles::open(path_ / "index", kSeed).error().code, ErrorCode::document_broken);
  EXPECT_EQ(Profiles::anew(path_ / "index", kSeed).value().size(), 0u);
  EXPECT_EQ(open().size(), 0u);
}

TEST_F(ProfileFolder, a_first_opening_that_was_cut_off_is_no_damage) {
  fs::create_directories(path_ / "index");
  write(path_ / "index" / "log-1", "");
  write(path_ / "index" / "manifest-new", "half");
  EXPECT_EQ(open().size(), 0u);
}

TEST_F(ProfileFolder, made_with_another_taxonomy_is_an_error) {
  put(*std::make_unique<Profiles>(open()), with_skill(1, 10));
  EXPECT_EQ(Profiles::open(path_ / "index", "seed 2").error().code, ErrorCode::document_broken);
}

TEST_F(ProfileFolder, is_of_one_process_at_a_time) {
  const Profiles profiles = open();
  EXPECT_EQ(Profiles::open(path_ / "index", kSeed).error().code, ErrorCode::store_busy);
}

TEST_F(ProfileFolder, files_that_a_crash_left_over_go) {
  put(*std::make_unique<Profiles>(open()), with_skill(1, 10));
  write(path_ / "index" / "segment-77", "half");
  write(path_ / "index" / "manifest-new", "half");
  EXPECT_EQ(open().size(), 1u);
  EXPECT_FALSE(fs::exists(path_ / "index" / "segment-77"));
  EXPECT_FALSE(fs::exists(path_ / "index" / "manifest-new"));
}

TEST_F(ProfileFolder, nothing_of_who_was_removed_is_in_the_files_after_compaction) {
  constexpr std::uint64_t kId = 0x1122334455667788;
  const std::string id = "\x88\x77\x66\x55\x44\x33\x22\x11";
  const auto files_with_id = [&] {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator{path_ / "index"}) {
      if (content_of(entry.path()).find(id) != std::string::npos) found.push_back(entry.path());
    }
    return found;
  };
  Profiles profiles = open();
  put(profiles, with_skill(1, 10));
  put(profiles, with_skill(kId, 20));
  ASSERT_TRUE(profiles.compact());
  EXPECT_THAT(files_with_id(), SizeIs(1));
  ASSERT_TRUE(profiles.remove(kId));
  ASSERT_TRUE(profiles.commit());
  ASSERT_TRUE(profiles.compact());
  EXPECT_THAT(files_with_id(), SizeIs(0));
  EXPECT_EQ(profiles.size(), 1u);
}

// Says each id that is committed, and compacts now and then, until it is killed.
[[noreturn]] void commit_until_killed(const fs::path& folder, int says) {
  auto profiles = Profiles::open(folder, kSeed);
  for (std::uint64_t id = 1; profiles; ++id) {
    if (!profiles->put(with_skill(id, 1)) || !profiles->remove(id - 3) || !profiles->commit()) break;
    if (id % 7 == 0 && !profiles->compact()) break;
    if (::write(says, &id, sizeof id) != sizeof id) break;
  }
  ::_exit(1);
}

TEST_F(ProfileFolder, what_was_committed_is_there_after_a_kill_at_any_moment) {
  for (int round = 0; round < 15; ++round) {
    const fs::path folder = path_ / std::to_string(round);
    int pipe[2];
    ASSERT_EQ(::pipe(pipe), 0);
    const pid_t child = ::fork();
    if (child == 0) commit_until_killed(folder, pipe[1]);
    ::close(pipe[1]);
    std::uint64_t last = 0;
    for (int i = 0; i < 10 + round; ++i) ASSERT_EQ(::read(pipe[0], &last, sizeof last), 8);
    ::usleep(static_cast<useconds_t>(round * 70));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    while (::read(pipe[0], &last, sizeof last) == 8) {
    }
    ::close(pipe[0]);
    const std::vector<std::uint64_t> found = all_ids(Profiles::open(folder, kSeed).value());
    // The last that was said, or one more that was on disk before it could be said.
    ASSERT_FALSE(found.empty());
    EXPECT_TRUE(found.back() == last || found.back() == last + 1) << found.back() << " after " << last;
    EXPECT_THAT(found, SizeIs(3));
  }
}

}  // namespace
}  // namespace collega::skills
