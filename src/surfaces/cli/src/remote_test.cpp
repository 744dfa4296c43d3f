#include "remote.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "folder_for_tests.h"
#include "http_for_tests.h"

namespace collega::cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

RemoteSettings settings() { return {.program = "collega/0.1.0", .language = Language::en}; }
Address at(const TestServer& server) { return {server.url(), false, true}; }

TEST(Remote, SendsWhatItIsToldAndGivesTheAnswerWhateverItsStatus) {
  TestServer server{[](const TestRequest&) {
    return TestAnswer{.status = 409, .body = "taken", .fields = {"Set-Cookie: collega=abc; Path=/; HttpOnly"}};
  }};
  Remote remote{at(server), settings()};
  const Incoming got =
      remote.send({.method = "POST", .path = "/api/x", .fields = {"X-CSRF-Token: t"}, .body = "{}"}).value();
  EXPECT_EQ(got.status, 409);
  EXPECT_EQ(got.body, "taken");
  EXPECT_THAT(got.cookies, ElementsAre("collega=abc; Path=/; HttpOnly"));
  const TestRequest sent = server.last("POST /api/x");
  EXPECT_EQ(sent.body, "{}");
  EXPECT_EQ(sent.field("X-CSRF-Token"), "t");
  EXPECT_EQ(sent.field("Content-Type"), "application/json");
  EXPECT_EQ(sent.field("Accept-Language"), "en");
}

TEST(Remote, SendsAFileAndLeavesNothingOfItToTheNextRequest) {
  TestServer server{[](const TestRequest&) { return TestAnswer{}; }};
  const TestFolder folder;
  const std::string file = folder.write("cv.pdf", std::string(200'000, 'x'));
  Remote remote{at(server), settings()};
  ASSERT_TRUE(remote.send({.method = "POST", .path = "/api/files?name=cv.pdf", .file = file}).ok());
  ASSERT_TRUE(remote.send({.path = "/api/session"}).ok());
  EXPECT_EQ(server.last("POST /api/files?name=cv.pdf").body.size(), 200'000);
  EXPECT_EQ(server.last("GET /api/session").body, "");
}

TEST(Remote, SaysOfAFileThatItIsNotThere) {
  TestServer server{[](const TestRequest&) { return TestAnswer{}; }};
  Remote remote{at(server), settings()};
  EXPECT_EQ(remote.send({.method = "POST", .path = "/", .file = "/niets/cv.pdf"}).error(),
            (Error{ErrorCode::file_not_found, "/niets/cv.pdf"}));
  EXPECT_THAT(server.lines(), testing::IsEmpty());
}

TEST(Remote, SendsOnceMoreOverAConnectionThatBroke) {
  int asked = 0;
  TestServer server{[&](const TestRequest&) { return TestAnswer{.body = "here", .hangs_up = ++asked == 1}; }};
  EXPECT_EQ(Remote(at(server), settings()).send({.path = "/"}).value().body, "here");
}

TEST(Remote, SendsNoMoreThanTwice) {
  TestServer server{[](const TestRequest&) { return TestAnswer{.hangs_up = true}; }};
  EXPECT_EQ(Remote(at(server), settings()).send({.path = "/"}).error().code, ErrorCode::server_unreachable);
  EXPECT_EQ(server.lines().size(), 2);
}

TEST(Remote, SendsOnceWhatMayNotBeDoneTwice) {
  TestServer server{[](const TestRequest&) { return TestAnswer{.hangs_up = true}; }};
  EXPECT_FALSE(
      Remote(at(server), settings()).send({.method = "POST", .path = "/", .body = "{}", .can_repeat = false}).ok());
  EXPECT_EQ(server.lines().size(), 1);
}

TEST(Remote, TakesADownloadThatWasCutOffFromItsBegin) {
  int asked = 0;
  TestServer server{
      [&](const TestRequest&) { return TestAnswer{.body = "0123456789", .cut = ++asked == 1 ? 4U : 0U}; }};
  std::ostringstream into;
  ASSERT_TRUE(Remote(at(server), settings()).send({.path = "/api/files/1", .into = &into}).ok());
  EXPECT_EQ(into.str(), "0123456789");
}

TEST(Remote, TakesAProblemInPlaceOfADownloadAsAnAnswer) {
  TestServer server{[](const TestRequest&) { return problem(404, "unknown_file"); }};
  std::ostringstream into;
  const Incoming got = Remote(at(server), settings()).send({.path = "/api/files/1", .into = &into}).value();
  EXPECT_THAT(got.body, HasSubstr("unknown_file"));
  EXPECT_EQ(into.str(), "");
}

TEST(Remote, GoesNowhereElse) {
  TestServer elsewhere{[](const TestRequest&) { return TestAnswer{}; }};
  TestServer server{
      [&](const TestRequest&) { return TestAnswer{.status = 302, .fields = {"Location: " + elsewhere.url() + "/"}}; }};
  EXPECT_EQ(Remote(at(server), settings()).send({.path = "/"}).value().status, 302);
  EXPECT_THAT(elsewhere.lines(), testing::IsEmpty());
}

TEST(Remote, SaysThatAServerIsNotThere) {
  std::string url;
  {
    const TestServer gone{[](const TestRequest&) { return TestAnswer{}; }};
    url = gone.url();
  }
  const Error error = Remote({url, false, true}, settings()).send({.path = "/"}).error();
  EXPECT_EQ(error.code, ErrorCode::server_unreachable);
  EXPECT_EQ(error.where, url);
}

TEST(Remote, WaitsNoLongerThanItsSilence) {
  TestServer server{[](const TestRequest&) { return TestAnswer{.is_silent = true}; }};
  RemoteSettings hasty = settings();
  hasty.silence = std::chrono::seconds{1};
  const Error error = Remote(at(server), hasty).send({.path = "/"}).error();
  EXPECT_EQ(error.where, server.url() + " did not answer in time");
}

TEST(Remote, GivesUpWhenToldTo) {
  TestServer server{[](const TestRequest&) { return TestAnswer{.is_silent = true}; }};
  Remote remote{at(server), settings()};
  remote.give_up_when([] { return true; });
  EXPECT_EQ(remote.send({.path = "/"}).error().code, ErrorCode::server_unreachable);
}

TEST(Remote, EscapesWhatStandsInAnAddress) { EXPECT_EQ(url_escaped("cv van é.pdf"), "cv%20van%20%C3%A9.pdf"); }

}  // namespace
}  // namespace collega::cli
