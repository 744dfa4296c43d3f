#include "request.h"

#include <gtest/gtest.h>

#include <vector>

#include "head_check.h"

namespace collega::http {
namespace {

/// A request of these lines, from this peer.
class Read {
 public:
  explicit Read(std::string lines, Peer peer = {.address = "192.0.2.1"}) : lines_(std::move(lines)) {
    lines_ += "\r\nHost: collega.example\r\n\r\n";
    EXPECT_EQ(fault_in_head(lines_), std::nullopt);
    EXPECT_TRUE(parser_.read_head(lines_));
    result = read_request(parser_, peer, request);
  }
  Request request;
  Result<Done> result = Done{};

 private:
  std::string lines_;
  RequestParser parser_;
};

TEST(Request, IsTakenApart) {
  const Read read{"GET /api/people/list?team=zorg HTTP/1.1\r\nAccept-Language: en\r\nCookie: collega=abc"};
  ASSERT_TRUE(read.result);
  EXPECT_EQ(read.request.method, Method::get);
  EXPECT_EQ(read.request.path, "/api/people/list");
  EXPECT_EQ(read.request.query, "team=zorg");
  EXPECT_EQ(read.request.language, Language::en);
  EXPECT_EQ(read.request.shown.session, "abc");
  EXPECT_EQ(read.request.source, "192.0.2.1");
}

TEST(Request, MayNameTheHostInItsFirstLine) {
  EXPECT_EQ(Read{"GET http://collega.example/a?b HTTP/1.1"}.request.path, "/a");
  EXPECT_EQ(Read{"GET HTTPS://collega.example HTTP/1.1"}.request.path, "/");
  EXPECT_FALSE(Read{"GET a HTTP/1.1"}.result);
  EXPECT_FALSE(Read{"GET * HTTP/1.1"}.result);
  EXPECT_TRUE(Read{"OPTIONS * HTTP/1.1"}.result);
}

TEST(Request, SpeaksTheLanguageThatIsAskedForFirst) {
  const std::string other = "\r\nCookie: lang=nl\r\nAccept-Language: nl";
  EXPECT_EQ(Read{"GET /?lang=en HTTP/1.1" + other}.request.language, Language::en);
  EXPECT_EQ(Read{"GET /?lang=de HTTP/1.1\r\nCookie: lang=en\r\nAccept-Language: nl"}.request.language, Language::en);
  EXPECT_EQ(Read{"GET / HTTP/1.1\r\nAccept-Language: en"}.request.language, Language::en);
  EXPECT_EQ(Read{"GET / HTTP/1.1"}.request.language, Language::nl);
}

TEST(Request, ShowsASessionOrAKeyAndNotBoth) {
  EXPECT_EQ(Read{"GET / HTTP/1.1\r\nAuthorization: Bearer k"}.request.shown.key, "k");
  EXPECT_EQ((Read{"GET / HTTP/1.1\r\nAuthorization: Bearer k\r\nCookie: collega=s"}.result.error().code),
            ErrorCode::request_malformed);
  EXPECT_EQ((Read{"GET / HTTP/1.1\r\nCookie: collega=a; collega=b"}.result.error().code), ErrorCode::request_malformed);
  EXPECT_EQ((Read{"GET / HTTP/1.1\r\nAuthorization: Basic YTpi"}.result.error().code), ErrorCode::key_refused);
}

TEST(Request, OverTlsTakesTheCookieThatOnlyThisHostCanSet) {
  const Peer secure{.address = "192.0.2.1", .is_secure = true};
  EXPECT_EQ((Read{"GET / HTTP/1.1\r\nCookie: collega=a; __Host-collega=b", secure}.request.shown.session), "b");
  EXPECT_EQ((Read{"GET / HTTP/1.1\r\nCookie: collega=a", secure}.request.shown.session), "");
}

TEST(Request, BelievesItsProxiesAndNobodyElse) {
  const std::vector<std::string> proxies{"127.0.0.1"};
  const std::string lines =
      "GET / HTTP/1.1\r\nX-Forwarded-For: 198.51.100.9\r\nX-Forwarded-Proto: https\r\nX-Forwarded-Host: hr.example";
  const Read behind{lines, {.address = "127.0.0.1", .proxies = proxies}};
  EXPECT_EQ(behind.request.source, "198.51.100.9");
  EXPECT_TRUE(behind.request.is_secure);
  EXPECT_EQ(behind.request.host, "hr.example");
  EXPECT_FALSE(behind.request.is_local);
  const Read before{lines, {.address = "192.0.2.1", .proxies = proxies}};
  EXPECT_EQ(before.request.source, "192.0.2.1");
  EXPECT_FALSE(before.request.is_secure);
  EXPECT_EQ(before.request.host, "collega.example");
}

TEST(Request, IsOfThisMachineOnlyWhenNobodyStandsBehindIt) {
  EXPECT_TRUE((Read{"GET / HTTP/1.1", {.address = "127.0.0.1"}}.request.is_local));
  EXPECT_TRUE((Read{"GET / HTTP/1.1", {.address = "::1"}}.request.is_local));
  EXPECT_FALSE((Read{"GET / HTTP/1.1", {.address = "192.0.2.1"}}.request.is_local));
  // a proxy of which nobody told us
  EXPECT_FALSE((Read{"GET / HTTP/1.1\r\nX-Forwarded-For: 198.51.100.9", {.address = "127.0.0.1"}}.request.is_local));
  EXPECT_FALSE((Read{"GET / HTTP/1.1\r\nForwarded: for=198.51.100.9", {.address = "127.0.0.1"}}.request.is_local));
}

TEST(OwnPage, IsKnownByWhatTheBrowserSays) {
  const auto is_own = [](std::string_view fields) {
    return is_from_own_page(Read{"POST / HTTP/1.1" + std::string{fields}}.request);
  };
  EXPECT_TRUE(is_own(""));
  EXPECT_TRUE(is_own("\r\nOrigin: https://collega.example\r\nSec-Fetch-Site: same-origin"));
  EXPECT_TRUE(is_own("\r\nSec-Fetch-Site: none"));
  EXPECT_FALSE(is_own("\r\nSec-Fetch-Site: cross-site"));
  EXPECT_FALSE(is_own("\r\nSec-Fetch-Site: same-site"));
  EXPECT_FALSE(is_own("\r\nOrigin: https://evil.example"));
  EXPECT_FALSE(is_own("\r\nOrigin: https://collega.example.evil.example"));
  EXPECT_FALSE(is_own("\r\nOrigin: https://collega.example:8443"));
  EXPECT_FALSE(is_own("\r\nOrigin: null"));
}

}  // namespace
}  // namespace collega::http
