// Bytes that are no request, or one that two readers could understand in two ways: each has its answer, and never
// silence.

#include <gtest/gtest.h>

#include "server_test.h"

namespace collega::http {
namespace {

class ServerMalformed : public ServerTest {
 protected:
  void SetUp() override { serve(); }

  /// The status and code of the answer to these bytes; the connection must end after it.
  std::string answer_to(std::string_view bytes) {
    TestClient client{port()};
    const Heard heard = client.ask(bytes);
    if (heard.is_closed) return "silence";
    EXPECT_EQ(heard.field("connection"), "close") << bytes;
    EXPECT_EQ(heard.field("content-type"), "application/problem+json");
    EXPECT_TRUE(client.is_ended()) << bytes;
    return std::to_string(heard.status) + " " + heard.code();
  }
  std::string answer_with(std::string_view fields, std::string_view body = {}) {
    return answer_to("POST /api/notes/add HTTP/1.1\r\nHost: localhost\r\n" + std::string{fields} + "\r\n" +
                     std::string{body});
  }
};

TEST_F(ServerMalformed, BothALengthAndChunks) {
  EXPECT_EQ(answer_with("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), "400 request_malformed");
  EXPECT_EQ(answer_with("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n"), "400 request_malformed");
}

TEST_F(ServerMalformed, TwoLengths) {
  EXPECT_EQ(answer_with("Content-Length: 5\r\nContent-Length: 6\r\n", "hello"), "400 request_malformed");
  EXPECT_EQ(answer_with("Content-Length: 5\r\nContent-Length: 5\r\n", "hello"), "400 request_malformed");
  EXPECT_EQ(answer_with("Content-Length: 5,5\r\n", "hello"), "400 request_malformed");
}

TEST_F(ServerMalformed, EncodingsThatHideABody) {
  for (const char* encoding : {"identity", "xchunked", "chunked, identity", "gzip, chunked"}) {
    EXPECT_EQ(answer_with("Transfer-Encoding: " + std::string{encoding} + "\r\n", "0\r\n\r\n"), "400 request_malformed")
        << encoding;
  }
}

TEST_F(ServerMalformed, ASpaceBeforeTheColon) {
  EXPECT_EQ(answer_with("Content-Length : 5\r\n", "hello"), "400 request_malformed");
}

TEST_F(ServerMalformed, AFoldedLine) { EXPECT_EQ(answer_with("X: a\r\n b\r\n"), "400 request_malformed"); }

TEST_F(ServerMalformed, LinesThatEndInAnotherWay) {
  EXPECT_EQ(answer_to("GET / HTTP/1.1\nHost: a\n\n"), "400 request_malformed");
  EXPECT_EQ(answer_to("GET / HTTP/1.1\r\nHost: a\n\r\n"), "400 request_malformed");
  EXPECT_EQ(answer_to("GET / HTTP/1.1\r\nHost: a\rb\r\n\r\n"), "400 request_malformed");
}

TEST_F(ServerMalformed, OtherFirstLines) {
  EXPECT_EQ(answer_to("GET / HTTP/1.1\r\n\r\n"), "400 request_malformed");  // no host
  EXPECT_EQ(answer_to("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n"), "400 request_malformed");
  EXPECT_EQ(answer_to("GET / HTTP/9.9\r\nHost: a\r\n\r\n"), "400 request_malformed");
  EXPECT_EQ(answer_to("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), "400 request_malformed");
  EXPECT_EQ(answer_to("GET \r\nHost: a\r\n\r\n"), "400 request_malformed");
  EXPECT_EQ(answer_to(std::string_view{"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11}), "400 request_malformed");
  EXPECT_EQ(answer_to(std::string_view{"GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n", 29}), "400 request_malformed");
}

TEST_F(ServerMalformed, EndlessHeaders) {
  EXPECT_EQ(answer_to("GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(20'000, 'a')), "431 header_too_large");
  EXPECT_EQ(answer_to("GET /" + std::string(20'000, 'a')), "431 header_too_large");
  std::string many = "GET / HTTP/1.1\r\nHost: a\r\n";
  for (int i = 0; i < 150; ++i) many += "X: y\r\n";
  EXPECT_EQ(answer_to(many + "\r\n"), "400 request_malformed");
}

TEST_F(ServerMalformed, AHeaderThatStops) {
  TestClient client{port()};
  client.send("GET / HTTP/1.1\r\nHost: a\r\nX: ");
  client.say_no_more();
  EXPECT_EQ(client.hear().status, 400);
}

TEST_F(ServerMalformed, ABodyThatStops) {
  sign_in("adviser");
  TestClient client{port()};
  client.send("POST /api/notes/add HTTP/1.1\r\nHost: localhost\r\n" + shown() +
              "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{");
  client.say_no_more();
  EXPECT_EQ(client.hear().code(), "request_malformed");
  EXPECT_EQ(office_.notes(), 0);
}

TEST_F(ServerMalformed, BrokenChunks) {
  sign_in("adviser");
  for (const char* chunks : {"0x5\r\nhello\r\n0\r\n\r\n", "fffffffffffffffff\r\n", "5\r\nhelloX\r\n0\r\n\r\n"}) {
    EXPECT_EQ(answer_with(shown() + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n", chunks),
              "400 request_malformed")
        << chunks;
  }
  const std::string endless = "5;" + std::string(100'000, 'x');
  EXPECT_EQ(answer_with(shown() + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n", endless),
            "400 request_malformed");
}

TEST_F(ServerMalformed, NothingOfItIsARequestOfItsOwn) {
  TestClient client{port()};
  const Heard heard = client.ask(
      "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: identity\r\n\r\nGET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(heard.status, 400);
  EXPECT_TRUE(client.is_ended());
  EXPECT_EQ(client.unread(), "");  // one answer
}

}  // namespace
}  // namespace collega::http
