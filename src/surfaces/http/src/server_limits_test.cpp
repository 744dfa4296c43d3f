// Those who take too long, too much or too many.

#include <gtest/gtest.h>

#include <fstream>

#include "server_test.h"

namespace collega::http {
namespace {

class ServerLimits : public ServerTest {};

TEST_F(ServerLimits, AHeaderThatComesTooSlowly) {
  settings_.limits.header_time = 200ms;
  serve();
  TestClient client{port()};
  const auto begun = std::chrono::steady_clock::now();
  client.send("GET / HTTP/1.1\r\n");
  const Heard heard = client.hear();
  EXPECT_EQ(heard.status, 408);
  EXPECT_EQ(heard.code(), "request_too_slow");
  EXPECT_TRUE(client.is_ended());
  EXPECT_LT(std::chrono::steady_clock::now() - begun, 5s);
}

TEST_F(ServerLimits, ABodyThatComesTooSlowly) {
  settings_.limits.grace = 200ms;
  settings_.limits.pace = 1'000'000;
  serve();
  sign_in("adviser");
  TestClient client{port()};
  client.send("POST /api/notes/add HTTP/1.1\r\nHost: localhost\r\n" + shown() +
              "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{");
  EXPECT_EQ(client.hear().code(), "request_too_slow");
  EXPECT_TRUE(client.is_ended());
}

TEST_F(ServerLimits, AConnectionThatAsksNothing) {
  settings_.limits.idle = 200ms;
  serve();
  TestClient client{port()};
  EXPECT_EQ(client.ask(request("GET", "/healthz")).status, 200);
  EXPECT_TRUE(client.is_ended());
  EXPECT_EQ(client.unread(), "");
}

TEST_F(ServerLimits, ABodyThatIsTooLargeBeforeItComes) {
  settings_.limits.body = 1000;
  serve();
  sign_in("adviser");
  TestClient client{port()};
  client.send("POST /api/notes/add HTTP/1.1\r\nHost: localhost\r\n" + shown() +
              "Content-Type: application/json\r\nContent-Length: 5000000000\r\n\r\n");
  const Heard heard = client.hear();
  EXPECT_EQ(heard.status, 413);
  EXPECT_EQ(heard.code(), "request_too_large");
  EXPECT_EQ(heard.field("connection"), "close");
}

TEST_F(ServerLimits, ABodyThatIsTooLargeInChunks) {
  settings_.limits.body = 1000;
  serve();
  sign_in("adviser");
  TestClient client{port()};
  client.send("POST /api/notes/add HTTP/1.1\r\nHost: localhost\r\n" + shown() +
              "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
  for (int i = 0; i < 20; ++i) client.send("64\r\n" + std::string(100, ' ') + "\r\n");
  EXPECT_EQ(client.hear().code(), "request_too_large");
}

TEST_F(ServerLimits, AllBodiesTogether) {
  settings_.limits.bodies_at_once = 1000;
  serve();
  sign_in("adviser");
  EXPECT_EQ(post("/api/notes/add", R"({"text":")" + std::string(2000, 'a') + "\"}", shown()).code(), "server_busy");
  EXPECT_EQ(post("/api/notes/add", R"({"text":"a"})", shown()).status, 200);
}

TEST_F(ServerLimits, SomebodyWhoWaitsForLeaveToSendABody) {
  serve();
  sign_in("adviser");
  const std::string fields = shown() + "Content-Type: application/json\r\nExpect: 100-continue\r\n";
  TestClient client{port()};
  EXPECT_EQ(
      client.ask("POST /api/notes/add HTTP/1.1\r\nHost: localhost\r\n" + fields + "Content-Length: 12\r\n\r\n").status,
      100);
  EXPECT_EQ(client.ask(R"({"text":"a"})").status, 200);
  TestClient too_much{port()};
  const Heard heard =
      too_much.ask("POST /api/notes/add HTTP/1.1\r\nHost: localhost\r\n" + fields + "Content-Length: 99999999\r\n\r\n");
  EXPECT_EQ(heard.status, 413);
  EXPECT_EQ(heard.field("connection"), "close");
}

TEST_F(ServerLimits, SomebodyWhoDoesNotTakeTheirAnswer) {
  settings_.limits.grace = 300ms;
  settings_.limits.pace = 100'000'000;
  serve();
  sign_in("adviser");
  const identity::Asker asker = office_.office().recognise({.session = session_}).value();
  const operations::SpooledFile file = office_.office().files().begin(asker, "groot.bin").value();
  std::ofstream{file.path} << std::string(30'000'000, 'x');
  ASSERT_TRUE(office_.office().files().end(asker, file.id));
  TestClient client{port()};
  client.send(request("GET", "/api/files/" + to_string(file.id), shown()));
  while (log().find("\"route\":\"/api/files/{id}\"") == std::string::npos) {
    EXPECT_EQ(get("/healthz").status, 200);  // everybody else is served meanwhile
  }
  std::size_t got = 0;
  while (client.more()) got = client.unread().size();
  EXPECT_LT(got, 30'000'000u);
}

TEST_F(ServerLimits, MoreOfOneAddressThanItsShare) {
  settings_.limits.connections_of_source = 5;
  serve();
  TestClient first{port()};
  first.send("GET / HTTP/1.1\r\n");
  std::vector<std::unique_ptr<TestClient>> others;
  for (int i = 0; i < 5; ++i) {
    others.push_back(std::make_unique<TestClient>(port()));
    EXPECT_EQ(others.back()->ask(request("GET", "/healthz")).status, 200);
  }
  EXPECT_EQ(first.hear().status, 408);  // whoever kept us waiting longest
  EXPECT_TRUE(first.is_ended());
  TestClient elsewhere{port(), "127.0.0.9"};
  EXPECT_EQ(elsewhere.ask(request("GET", "/healthz")).status, 200);
  EXPECT_EQ(others[0]->ask(request("GET", "/healthz")).status, 200);
}

TEST_F(ServerLimits, MoreConnectionsThanThereIsRoomFor) {
  settings_.limits.connections = 2;
  settings_.threads = 4;
  serve();
  sign_in("adviser");
  office_.hold = true;
  TestClient one{port()};
  TestClient two{port(), "127.0.0.9"};
  for (TestClient* client : {&one, &two}) client->send(request("POST", "/api/notes/wait", shown(), R"({"text":"a"})"));
  while (office_.held < 2) std::this_thread::sleep_for(1ms);
  TestClient three{port(), "127.0.0.10"};
  EXPECT_EQ(three.hear().code(), "server_busy");  // everybody is being served: there is nobody to send away
  office_.hold = false;
  EXPECT_EQ(one.hear().status, 200);
  EXPECT_EQ(two.hear().status, 200);
}

TEST_F(ServerLimits, MoreThanTheWorkersCanDo) {
  settings_.threads = 1;
  settings_.limits.queue = 2;
  serve();
  sign_in("adviser");
  office_.hold = true;
  TestClient one{port()}, two{port()};
  for (TestClient* client : {&one, &two}) client->send(request("POST", "/api/notes/wait", shown(), R"({"text":"a"})"));
  while (office_.held < 1) std::this_thread::sleep_for(1ms);
  Heard heard = post("/api/notes/add", R"({"text":"a"})", shown());
  while (heard.status == 200)
    heard = post("/api/notes/add", R"({"text":"a"})", shown());  // the second was still on its way
  EXPECT_EQ(heard.status, 503);
  EXPECT_EQ(heard.code(), "server_busy");
  EXPECT_EQ(heard.field("retry-after"), "1");
  EXPECT_EQ(get("/healthz").status, 200);
  office_.hold = false;
  EXPECT_EQ(one.hear().status, 200);
  EXPECT_EQ(two.hear().status, 200);
}

TEST_F(ServerLimits, MoreRequestsThanSomebodyMayMake) {
  settings_.limits.of_session = {.at_once = 5, .per_second = 0.1};
  settings_.limits.of_source = {.at_once = 3, .per_second = 0.1};
  serve();
  sign_in("adviser");
  TestClient client{port()};
  const std::string ask = request("GET", "/api/notes/count?text=a", shown());
  for (int i = 0; i < 6; ++i) EXPECT_EQ(client.ask(ask).status, 200) << i;  // one of the address, five of the session
  const Heard heard = client.ask(ask);
  EXPECT_EQ(heard.status, 429);
  EXPECT_EQ(heard.code(), "too_many_requests");
  EXPECT_EQ(heard.field("retry-after"), "10");
  for (int i = 0; i < 2; ++i) EXPECT_EQ(get("/openapi.json").status, 200);
  EXPECT_EQ(get("/openapi.json").status, 429);
  EXPECT_EQ(get("/healthz").status, 200);
}

TEST_F(ServerLimits, AServerThatStopsLetsWhatRunsEnd) {
  serve();
  sign_in("adviser");
  office_.hold = true;
  TestClient client{port()}, idle{port()};
  EXPECT_EQ(idle.ask(request("GET", "/healthz")).status, 200);
  client.send(request("POST", "/api/notes/wait", shown(), R"({"text":"a"})"));
  while (office_.held < 1) std::this_thread::sleep_for(1ms);
  server_->stop();
  EXPECT_TRUE(idle.is_ended());
  office_.hold = false;
  const Heard heard = client.hear();
  EXPECT_EQ(heard.status, 200);
  EXPECT_EQ(heard.field("connection"), "close");
}

TEST_F(ServerLimits, AServerThatStopsDoesNotWaitForever) {
  settings_.limits.last_words = 100ms;
  serve();
  sign_in("adviser");
  TestClient client{port()};
  client.send("POST /api/notes/add HTTP/1.1\r\nHost: localhost\r\n" + shown() +
              "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{");
  EXPECT_EQ(get("/healthz").status, 200);
  const auto begun = std::chrono::steady_clock::now();
  stop();
  EXPECT_LT(std::chrono::steady_clock::now() - begun, 5s);
}

TEST_F(ServerLimits, ThePortIsTaken) {
  serve();
  Settings same = settings_;
  same.port = port();
  EXPECT_EQ(Server(office_.office(), same).start().error().code, ErrorCode::port_taken);
  same.address = "not an address";
  EXPECT_EQ(Server(office_.office(), same).start().error().code, ErrorCode::port_taken);
}

}  // namespace
}  // namespace collega::http
