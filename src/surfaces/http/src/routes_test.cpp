#include "routes.h"

#include <gtest/gtest.h>

#include "http_test_support.h"

namespace collega::http {
namespace {

class RoutesTest : public ::testing::Test {
 protected:
  [[nodiscard]] std::string allowed(std::string_view path) const {
    const Routes::Found found = routes_.find(path);
    return found.route ? found.route->allowed() : "none";
  }
  TestOffice office_;
  std::vector<Mount> none_;
  Routes routes_{office_.table(), none_};
};

TEST_F(RoutesTest, FollowFromTheTable) {
  for (const operations::Operation& row : office_.table().rows()) {
    std::string path = "/api/" + std::string{row.name};
    path.replace(path.find('.'), 1, "/");
    const Routes::Found found = routes_.find(path);
    ASSERT_TRUE(found.route) << path;
    EXPECT_EQ(found.route->operation, &row);
    EXPECT_TRUE(found.route->action(Method::post));
  }
}

TEST_F(RoutesTest, AskByGetOnlyWhatReads) {
  EXPECT_EQ(allowed("/api/notes/count"), "GET, HEAD, POST");
  EXPECT_EQ(allowed("/api/notes/add"), "POST");
  EXPECT_EQ(allowed("/api/notes/slow"), "POST");
}

TEST_F(RoutesTest, KnowWhatIsNoOperation) {
  EXPECT_EQ(allowed("/healthz"), "GET, HEAD");
  EXPECT_EQ(allowed("/api/session"), "GET, HEAD, POST, DELETE");
  EXPECT_EQ(allowed("/api/files"), "POST");
  EXPECT_EQ(allowed("/api/files/0000000000001"), "GET, HEAD, PUT, DELETE");
  EXPECT_EQ(allowed("/api/jobs"), "GET, HEAD");
  EXPECT_EQ(allowed("/api/jobs/0000000000001"), "GET, HEAD, DELETE");
  EXPECT_EQ(allowed("/api/jobs/0000000000001/events"), "GET, HEAD");
  EXPECT_EQ(routes_.find("/api/files/abc").id, "abc");
  EXPECT_EQ(routes_.find("/api/jobs/abc/events").id, "abc");
}

TEST_F(RoutesTest, FindNothingElse) {
  for (const char* path :
       {"/", "/api", "/api/", "/api/notes", "/api/notes/", "/api/notes/add/", "/api/notes/addx", "/API/notes/add",
        "/api/files/", "/api/files/a/b", "/api/jobs/a/b/events", "/api/notes.add", "//healthz", "/healthz/"}) {
    EXPECT_EQ(allowed(path), "none") << path;
  }
}

}  // namespace
}  // namespace collega::http
