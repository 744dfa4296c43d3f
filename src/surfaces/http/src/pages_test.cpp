#include "pages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <fstream>

namespace collega::http {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class PagesTest : public ::testing::Test {
 protected:
  PagesTest() {
    std::string place = (std::filesystem::temp_directory_path() / "collega-pages-XXXXXX").string();
    folder_ = ::mkdtemp(place.data());
    put("index.html", "<html>Collega</html>");
    put("assets/index-B7p3xQ_z.js", "run()");
    put("assets/index-B7p3xQ_z.js.gz", "GZIP");
    put("assets/index-B7p3xQ_z.js.br", "BROTLI");
    put("favicon.svg", "<svg/>");
    put(".env", "SECRET=1");
  }
  ~PagesTest() override { std::filesystem::remove_all(folder_); }

  void put(const std::string& name, std::string_view content) const {
    const auto path = folder_ / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream{path} << content;
  }
  [[nodiscard]] Reply get(std::string_view path, Encodings encodings = {}, std::string_view tag = {}) const {
    const auto reply = Pages::read(folder_).value().find(path, encodings, tag);
    EXPECT_TRUE(reply) << path;
    return reply.value_or(Reply{});
  }
  [[nodiscard]] bool has(std::string_view path) const {
    return Pages::read(folder_).value().find(path, {}, {}).has_value();
  }

  std::filesystem::path folder_;
};

TEST_F(PagesTest, AreServedWithTheirType) {
  EXPECT_EQ(*get("/favicon.svg").text(), "<svg/>");
  EXPECT_EQ(get("/favicon.svg").type, "image/svg+xml");
  EXPECT_EQ(get("/assets/index-B7p3xQ_z.js").type, "text/javascript; charset=utf-8");
}

TEST_F(PagesTest, GiveTheFirstPageForWhatThePagesUnderstandThemselves) {
  for (const char* path : {"/", "/index.html", "/people", "/people/3/contracts"}) {
    EXPECT_EQ(*get(path).text(), "<html>Collega</html>") << path;
    EXPECT_EQ(get(path).cache, "no-cache");
  }
}

TEST_F(PagesTest, HaveNothingOutsideTheirFolder) {
  for (const char* path : {"/../etc/passwd.txt", "/%2e%2e/x.txt", "/assets/gone.js", "/.env", "/index-B7p3xQ_z.js",
                           "/assets/index-B7p3xQ_z.js.gz"}) {
    EXPECT_FALSE(has(path)) << path;
  }
}

TEST_F(PagesTest, AreSentCompressedToWhoReadsThat) {
  const Reply brotli = get("/assets/index-B7p3xQ_z.js", {.gzip = true, .brotli = true});
  EXPECT_EQ(*brotli.text(), "BROTLI");
  EXPECT_THAT(brotli.fields, HasSubstr("Content-Encoding: br\r\n"));
  EXPECT_EQ(*get("/assets/index-B7p3xQ_z.js", {.gzip = true, .brotli = false}).text(), "GZIP");
  EXPECT_EQ(*get("/favicon.svg", {.gzip = true, .brotli = true}).text(), "<svg/>");
}

TEST_F(PagesTest, AreKeptForeverWhenTheirNameIsMadeOfTheirContent) {
  EXPECT_EQ(get("/assets/index-B7p3xQ_z.js").cache, "public, max-age=31536000, immutable");
  EXPECT_EQ(get("/favicon.svg").cache, "no-cache");
  put("team-overview.css", "a{}");
  EXPECT_EQ(get("/team-overview.css").cache, "no-cache");
}

TEST_F(PagesTest, AreNotSentAgainToWhoHasThem) {
  const std::string fields = get("/favicon.svg").fields;
  const std::size_t begin = fields.find("ETag: ") + 6;
  const std::string tag = fields.substr(begin, fields.find('\r', begin) - begin);
  const Reply again = get("/favicon.svg", {}, tag);
  EXPECT_EQ(again.status, 304u);
  EXPECT_EQ(*again.text(), "");
}

TEST_F(PagesTest, MayLoadFromHereAlone) {
  EXPECT_THAT(get("/").fields, HasSubstr("default-src 'self'; script-src 'self';"));
  EXPECT_THAT(get("/").fields, HasSubstr("frame-ancestors 'none'"));
}

TEST_F(PagesTest, ThatAskForANonceGetANewOneEachTime) {
  put("index.html", "<style nonce=\"{{nonce}}\"></style><script nonce=\"{{nonce}}\"></script>");
  const Reply first = get("/");
  const Reply second = get("/");
  EXPECT_THAT(*first.text(), Not(HasSubstr("{{")));
  EXPECT_NE(*first.text(), *second.text());
  const std::string nonce = first.text()->substr(14, 32);
  EXPECT_THAT(first.fields, HasSubstr("style-src 'self' 'nonce-" + nonce + "'"));
  EXPECT_EQ(first.cache, "no-store");
}

TEST_F(PagesTest, MustHaveAFirstPage) {
  std::filesystem::remove(folder_ / "index.html");
  EXPECT_EQ(Pages::read(folder_).error().code, ErrorCode::file_not_found);
  EXPECT_EQ(Pages::read(folder_ / "gone").error().code, ErrorCode::file_not_found);
  EXPECT_FALSE(Pages{}.find("/", {}, {}));
}

}  // namespace
}  // namespace collega::http
