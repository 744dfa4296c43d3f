// A protocol that main mounts: whole requests, answers in one piece or many, callers that leave.

#include <atomic>
#include <future>
#include <latch>

#include "server_test.h"

namespace collega::http {
namespace {

using testing::HasSubstr;
using testing::Not;

class MountedTest : public ServerTest {
 protected:
  void mount(std::function<void(const MountedRequest&, MountedAnswer&)> answer) {
    settings_.mounts.push_back(
        {.prefix = "/v9/", .most_body = 1000, .serve = std::move(answer), .problem = [](ErrorCode code, Language) {
           return "{\"mine\":\"" + std::string{name_of(code)} + "\"}";
         }});
    serve();
  }
  static void echo(const MountedRequest& asked, MountedAnswer& answer) {
    answer.begin(200, "application/json", 0);
    answer.send(asked.method + ' ' + asked.path + ' ' + asked.key + ' ' + asked.purpose + ' ' + asked.body);
  }
};

TEST_F(MountedTest, IsHandedTheWholeRequestAndKeepsTheConnection) {
  mount(echo);
  TestClient client{port()};
  const std::string asked = request("POST", "/v9/a?b", "Authorization: Bearer k\r\nCollega-Purpose: p\r\n", "{}");
  EXPECT_EQ(client.ask(asked).body, "POST /v9/a k p {}");
  const Heard again = client.ask(asked);
  EXPECT_EQ(again.body, "POST /v9/a k p {}");
  EXPECT_EQ(again.field("content-length"), "17");
}

TEST_F(MountedTest, WhatGoesWrongBeforeItIsToldInItsWords) {
  mount(echo);
  EXPECT_EQ(post("/v9/a", std::string(2000, 'a'), "").body, R"({"mine":"request_too_large"})");
  EXPECT_EQ(TestClient{port()}.ask(request("PUT", "/v9/a")).body, R"({"mine":"wrong_method"})");
}

TEST_F(MountedTest, WhatItThrowsIsNotTold) {
  mount([](const MountedRequest&, MountedAnswer&) { throw std::runtime_error{"Anna de Wit"}; });
  const Heard heard = get("/v9/a");
  EXPECT_EQ(heard.status, 500);
  EXPECT_EQ(heard.body, R"({"mine":"internal"})");
  EXPECT_THAT(log_with("/v9/"), Not(HasSubstr("Anna")));
}

TEST_F(MountedTest, AStreamArrivesPieceByPiece) {
  std::latch heard_first{1};
  mount([&](const MountedRequest&, MountedAnswer& answer) {
    answer.begin(200, "text/event-stream", 0);
    answer.send("data: 1\n\n");
    heard_first.wait();
    answer.send("data: 2\n\n");
  });
  TestClient client{port()};
  client.send(request("GET", "/v9/a"));
  while (client.unread().find("data: 1") == std::string::npos) ASSERT_TRUE(client.more());
  heard_first.count_down();
  const Heard heard = client.hear();
  EXPECT_EQ(heard.body, "data: 1\n\ndata: 2\n\n");
  EXPECT_EQ(heard.field("content-type"), "text/event-stream");
  EXPECT_EQ(client.ask(request("GET", "/healthz")).status, 200);
}

TEST_F(MountedTest, ACallerThatLeavesIsNoticedBeforeAndWithinTheAnswer) {
  for (const bool begins : {false, true}) {
    std::promise<void> left;
    settings_.mounts.clear();
    mount([&](const MountedRequest&, MountedAnswer& answer) {
      if (begins) {
        answer.begin(200, "text/event-stream", 0);
        answer.send("data: 1\n\n");
      }
      while (!answer.has_left()) std::this_thread::yield();
      left.set_value();
    });
    {
      TestClient client{port()};
      client.send(request("GET", "/v9/a"));
      while (begins && client.unread().find("data: 1") == std::string::npos) ASSERT_TRUE(client.more());
    }
    EXPECT_EQ(left.get_future().wait_for(std::chrono::seconds{5}), std::future_status::ready) << begins;
    stop();
  }
}

TEST_F(MountedTest, WhoTakesNothingMakesItWait) {
  std::atomic<std::size_t> sent = 0;
  mount([&](const MountedRequest&, MountedAnswer& answer) {
    answer.begin(200, "text/event-stream", 0);
    const std::string piece(64 * 1024, 'x');
    while (answer.send(piece)) sent += piece.size();
  });
  TestClient client{port()};
  client.send(request("GET", "/v9/a"));
  std::size_t before = 1;
  while (before != sent) {  // until it gets no further
    before = sent;
    std::this_thread::sleep_for(std::chrono::milliseconds{300});
  }
  EXPECT_GT(sent, 0U);
  EXPECT_LT(sent, 64U * 1024 * 1024);
}

}  // namespace
}  // namespace collega::http
