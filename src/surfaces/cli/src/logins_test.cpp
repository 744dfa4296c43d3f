#include "logins.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "folder_for_tests.h"

namespace collega::cli {
namespace {

using testing::StartsWith;

Login login_at(const std::string& url) {
  Login login;
  login.url = url;
  login.session = "collega=" + url;
  return login;
}

mode_t mode_of(const std::filesystem::path& path) {
  struct stat about {};
  ::stat(path.c_str(), &about);
  return about.st_mode & 0777;
}

class KeptLogins : public testing::Test {
 protected:
  [[nodiscard]] std::filesystem::path settings() const { return folder_.path() / "config" / "collega"; }
  [[nodiscard]] Logins read() const { return Logins::read(settings()).value(); }
  void keep(const std::vector<std::string>& urls) const {
    Logins logins = read();
    for (const std::string& url : urls) logins.put(login_at(url));
    ASSERT_TRUE(logins.write().ok());
  }

  TestFolder folder_;
};

TEST_F(KeptLogins, AreNoneAtFirst) {
  EXPECT_EQ(read().current(), nullptr);
  EXPECT_EQ(Logins::read("").value().current(), nullptr);
}

TEST_F(KeptLogins, AreForTheirOwnerAlone) {
  keep({"https://a"});
  EXPECT_EQ(mode_of(settings()), 0700);
  EXPECT_EQ(mode_of(settings() / "server.json"), 0600);
}

TEST_F(KeptLogins, HaveTheLastOneAsTheCurrentOne) {
  keep({"https://a", "https://b"});
  EXPECT_EQ(read().current()->url, "https://b");
  EXPECT_EQ(read().find("https://a")->session, "collega=https://a");
}

TEST_F(KeptLogins, AreOneAnAddress) {
  keep({"https://a", "https://b", "https://a"});
  EXPECT_EQ(read().all().size(), 2);
  EXPECT_EQ(read().current()->url, "https://a");
}

TEST_F(KeptLogins, HaveNoCurrentOneOnceItIsRemoved) {
  keep({"https://a", "https://b"});
  Logins logins = read();
  logins.remove("https://b");
  EXPECT_EQ(logins.current(), nullptr);
  EXPECT_NE(logins.find("https://a"), nullptr);
}

TEST_F(KeptLogins, AreNotReadWhenOthersCould) {
  keep({"https://a"});
  const std::string file = settings() / "server.json";
  for (const mode_t mode : {0640, 0604, 0620}) {
    ::chmod(file.c_str(), mode);
    EXPECT_EQ(Logins::read(settings()).error(), (Error{ErrorCode::key_exposed, file}));
  }
}

TEST_F(KeptLogins, AreNotReadFromWhatIsNoLoginsFile) {
  keep({});
  const std::string file = settings() / "server.json";
  for (const char* text : {"{", "[]", R"({"logins":[{}]})"}) {
    std::ofstream{file} << text;
    EXPECT_THAT(Logins::read(settings()).error().where, StartsWith(file + ": "));
  }
}

TEST_F(KeptLogins, SayWhenTheyCannotBeKept) {
  Logins logins = Logins::read(folder_.write("geen map", "")).value();
  logins.put(login_at("https://a"));
  EXPECT_EQ(logins.write().error().code, ErrorCode::file_unwritable);
}

}  // namespace
}  // namespace collega::cli
