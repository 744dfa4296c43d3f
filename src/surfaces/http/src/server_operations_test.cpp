// Operations, asked over the wire.

#include <gtest/gtest.h>

#include "compression.h"
#include "server_test.h"

namespace collega::http {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

class ServerOperations : public ServerTest {
 protected:
  void SetUp() override {
    serve();
    sign_in("adviser");
  }
};

TEST_F(ServerOperations, AreAskedByPost) {
  const Heard heard = post("/api/notes/add", R"({"text":"verlof"})", shown());
  EXPECT_EQ(heard.status, 200);
  EXPECT_EQ(heard.body, R"({"notes":1,"text":"verlof"})");
  EXPECT_EQ(heard.field("content-type"), "application/json");
  EXPECT_EQ(heard.field("cache-control"), "no-store");
  EXPECT_EQ(heard.field("etag"), "");
}

TEST_F(ServerOperations, ThatReadAreAskedByGet) {
  const Heard heard = get("/api/notes/count?text=verlof&tags=a&tags=b&copies=2&lang=en", shown());
  EXPECT_EQ(heard.status, 200);
  EXPECT_EQ(heard.json().at("notes").to_number<int>(), 0);
  const std::string tag = heard.field("etag");
  ASSERT_THAT(tag, Not(IsEmpty()));
  EXPECT_EQ(heard.field("cache-control"), "private, no-cache");
  TestClient client{port()};
  const Heard same =
      client.ask(request("GET", "/api/notes/count?text=verlof", shown() + "If-None-Match: " + tag + "\r\n"));
  EXPECT_EQ(same.status, 304);
  EXPECT_EQ(same.field("etag"), tag);
  EXPECT_EQ(post("/api/notes/add", R"({"text":"verlof"})", shown()).status, 200);
  EXPECT_EQ(
      client.ask(request("GET", "/api/notes/count?text=verlof", shown() + "If-None-Match: " + tag + "\r\n")).status,
      200);
}

TEST_F(ServerOperations, SayWhatIsWrongWithTheInput) {
  const auto code_of_post = [&](std::string_view body) {
    return post("/api/notes/add", body, shown() + "Accept-Language: en\r\n").code();
  };
  EXPECT_EQ(code_of_post("{"), "bad_json");
  EXPECT_EQ(code_of_post("[]"), "wrong_type");
  EXPECT_EQ(code_of_post("7"), "wrong_type");
  EXPECT_EQ(code_of_post("{}"), "missing_member");
  EXPECT_EQ(code_of_post(R"({"text":7})"), "wrong_type");
  EXPECT_EQ(code_of_post(R"({"text":"a","copies":10})"), "out_of_range");
  EXPECT_EQ(code_of_post(R"({"text":"a","order":"size"})"), "unknown_value");
  EXPECT_EQ(code_of_post(R"({"text":"a","on":"2026-02-30"})"), "bad_date");
  EXPECT_EQ(code_of_post("{\"text\":\"\xff\"}"), "bad_utf8");
  EXPECT_EQ(code_of_post(R"({"text":"a","weight":1e999})"), "out_of_range");
  EXPECT_EQ(code_of_post(std::string(100'000, '[')), "bad_json");
  EXPECT_EQ(get("/api/notes/count?text=a&copies=veel", shown()).code(), "wrong_type");
  EXPECT_EQ(get("/api/notes/count", shown()).code(), "missing_member");
  EXPECT_EQ(get("/api/notes/count?text=%zz", shown()).code(), "request_malformed");
  EXPECT_EQ(office_.notes(), 0);
  const Heard empty = TestClient{port()}.ask(request("POST", "/api/notes/add", shown()));
  EXPECT_EQ(empty.code(), "missing_member");  // no body is an empty input
}

TEST_F(ServerOperations, TakeJsonAlone) {
  const std::string body = R"({"text":"a"})";
  const std::string sized = shown() + "Content-Length: " + std::to_string(body.size()) + "\r\n";
  for (const char* type : {"", "Content-Type: text/plain\r\n", "Content-Type: application/x-www-form-urlencoded\r\n"}) {
    const Heard heard = TestClient{port()}.ask(request("POST", "/api/notes/add", sized + type) + body);
    EXPECT_EQ(heard.status, 415) << type;
    EXPECT_EQ(heard.code(), "wrong_media_type");
  }
}

TEST_F(ServerOperations, AreToldInTheLanguageOfWhoAsks) {
  EXPECT_EQ(post("/api/notes/add", "{}", shown()).json().at("title").as_string(),
            "Dit onderdeel van de invoer ontbreekt.");
  const Heard english = post("/api/notes/add?lang=en", "{}", shown());
  EXPECT_EQ(english.json().at("title").as_string(), "This part of the input is missing.");
  EXPECT_EQ(english.field("content-language"), "en");
  EXPECT_EQ(english.field("content-type"), "application/problem+json");
}

TEST_F(ServerOperations, AreNotForEverybody) {
  sign_in("fg", identity::Role::data_protection_officer);
  EXPECT_EQ(post("/api/notes/add", R"({"text":"a"})", shown()).code(), "not_allowed");
}

TEST_F(ServerOperations, ThatTheRegisterRefusesSayWhatItLacks) {
  const Heard heard = post("/api/notes/judge?lang=en", R"({"text":"a"})", shown());
  EXPECT_EQ(heard.status, 403);
  EXPECT_THAT(heard.code(), StartsWith("use_"));
  EXPECT_THAT(heard.json().at("missing").as_array(), Not(IsEmpty()));
}

TEST_F(ServerOperations, AreNotDoneTwiceUnderOneKey) {
  const std::string once = shown() + "Idempotency-Key: \"b1\"\r\n";
  const Heard first = post("/api/notes/add", R"({"text":"a"})", once);
  const Heard second = post("/api/notes/add", R"({"text":"a"})", once);
  EXPECT_EQ(second.body, first.body);
  EXPECT_EQ(first.field("idempotency-replayed"), "");
  EXPECT_EQ(second.field("idempotency-replayed"), "true");
  EXPECT_EQ(office_.notes(), 1);
  EXPECT_EQ(post("/api/notes/add", R"({"text":"b"})", once).code(), "idempotency_mismatch");
  EXPECT_EQ(post("/api/notes/add", R"({"text":"b"})", shown() + "Idempotency-Key: a b\r\n").code(),
            "request_malformed");
}

TEST_F(ServerOperations, ThatThrowAreABugOfOursAndTellNothing) {
  const Heard heard = post("/api/notes/fail", R"({"text":"Jan Jansen"})", shown());
  EXPECT_EQ(heard.status, 500);
  EXPECT_EQ(heard.code(), "internal");
  EXPECT_THAT(heard.body, Not(HasSubstr("Jansen")));
  EXPECT_THAT(log_with("runtime_error"), AllOf(HasSubstr("runtime_error"), Not(HasSubstr("Jansen"))));
  EXPECT_EQ(post("/api/notes/add", R"({"text":"a"})", shown()).status, 200);
}

TEST_F(ServerOperations, AreNotOthersThanThoseOfTheTable) {
  EXPECT_EQ(post("/api/notes/burn", "{}", shown()).code(), "no_such_page");
  EXPECT_EQ(get("/api/notes/add?text=a", shown()).code(), "wrong_method");
  for (const char* method : {"GET", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"}) {
    const Heard heard = TestClient{port()}.ask(request(method, "/api/notes/add", shown()));
    EXPECT_EQ(heard.status, 405) << method;
    EXPECT_EQ(heard.field("allow"), "POST");
  }
  EXPECT_EQ(TestClient{port()}.ask("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n").status, 405);
}

TEST_F(ServerOperations, AreAskedOneAfterAnotherOnOneConnection) {
  TestClient client{port()};
  client.send(request("POST", "/api/notes/add", shown(), R"({"text":"a"})") + "\r\n" +
              request("POST", "/api/notes/add", shown(), R"({"text":"b"})") + request("GET", "/healthz") +
              request("POST", "/api/notes/add", shown(), "{}") + request("GET", "/nergens"));
  EXPECT_EQ(client.hear().json().at("text").as_string(), "a");
  EXPECT_EQ(client.hear().json().at("text").as_string(), "b");
  EXPECT_EQ(client.hear().status, 200);
  EXPECT_EQ(client.hear().code(), "missing_member");
  EXPECT_EQ(client.hear().status, 404);
}

TEST_F(ServerOperations, ThatAreRefusedLeaveTheConnectionUsable) {
  TestClient client{port()};
  EXPECT_EQ(client.ask(request("POST", "/api/notes/add", {}, R"({"text":"a"})")).code(), "not_signed_in");
  EXPECT_EQ(client.ask(request("PUT", "/api/notes/add", shown(), R"({"text":"a"})")).status, 405);
  EXPECT_EQ(client.ask(request("POST", "/api/notes/add", shown(), R"({"text":"a"})")).status, 200);
}

TEST_F(ServerOperations, ComeInChunksToo) {
  TestClient client{port()};
  client.send(
      request("POST", "/api/notes/add", shown() + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n"));
  for (const char piece : std::string_view{R"({"text":"stukje bij beetje"})"})
    client.send(std::string{"1\r\n"} + piece + "\r\n");
  EXPECT_EQ(client.ask("0\r\n\r\n").json().at("text").as_string(), "stukje bij beetje");
}

TEST_F(ServerOperations, AnswerOlderProgramsAsTheyExpect) {
  TestClient old{port()};
  const Heard heard = old.ask("GET /healthz HTTP/1.0\r\n\r\n");
  EXPECT_EQ(heard.field("connection"), "close");
  EXPECT_TRUE(old.is_ended());
  TestClient keeping{port()};
  for (int i = 0; i < 2; ++i)
    EXPECT_EQ(keeping.ask("GET /healthz HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").field("connection"), "keep-alive");
}

TEST_F(ServerOperations, AreSentWithoutTheirBodyToWhoAsksTheHead) {
  TestClient client{port()};
  const Heard head = client.ask(request("HEAD", "/api/notes/count?text=a", shown()), true);
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.field("content-length"), std::to_string(get("/api/notes/count?text=a", shown()).body.size()));
  EXPECT_EQ(client.ask(request("GET", "/healthz")).status, 200);  // nothing came behind it
}

TEST_F(ServerOperations, AreCompressedForWhoReadsThat) {
  const std::string text(5000, 'a');
  const std::string body = R"({"text":")" + text + "\"}";
  const Heard zipped = post("/api/notes/add", body, shown() + "Accept-Encoding: gzip, br\r\n");
  EXPECT_EQ(zipped.field("content-encoding"), "gzip");
  EXPECT_LT(zipped.body.size(), 500u);
  EXPECT_EQ(post("/api/notes/add", body, shown()).field("content-encoding"), "");
  EXPECT_EQ(post("/api/notes/add", R"({"text":"a"})", shown() + "Accept-Encoding: gzip\r\n").field("content-encoding"),
            "");
  const Heard tagged = get("/api/notes/count?text=" + text, shown() + "Accept-Encoding: gzip\r\n");
  EXPECT_THAT(tagged.field("etag"), HasSubstr("-gzip\""));
  EXPECT_THAT(tagged.field("vary"), HasSubstr("Accept-Encoding"));
  EXPECT_EQ(get("/api/session", shown() + "Accept-Encoding: gzip\r\n").field("content-encoding"), "");  // holds a token
}

TEST_F(ServerOperations, ShieldTheBrowser) {
  for (const Heard& heard :
       {get("/healthz"), get("/nergens"), post("/api/notes/add", "{}", shown()), TestClient{port()}.ask("x\r\n\r\n")}) {
    EXPECT_EQ(heard.field("x-content-type-options"), "nosniff");
    EXPECT_EQ(heard.field("content-security-policy"), "default-src 'none'; frame-ancestors 'none'");
    EXPECT_EQ(heard.field("referrer-policy"), "no-referrer");
    EXPECT_EQ(heard.field("cross-origin-opener-policy"), "same-origin");
    EXPECT_EQ(heard.field("cross-origin-resource-policy"), "same-origin");
    EXPECT_THAT(heard.field("permissions-policy"), HasSubstr("camera=()"));
    EXPECT_EQ(heard.field("strict-transport-security"), "");  // not without TLS
  }
}

TEST_F(ServerOperations, AreLoggedWithoutAnybody) {
  static_cast<void>(get("/api/notes/count?text=Jansen", shown()));
  static_cast<void>(get("/api/jobs/" + to_string(account_), shown()));
  static_cast<void>(get("/jansen/jan", shown()));
  while (log().find("\"none\"") == std::string::npos) std::this_thread::sleep_for(1ms);
  EXPECT_THAT(log(), AllOf(HasSubstr(R"("method":"GET","route":"/api/notes/count","status":200)"),
                           HasSubstr("\"account\":\"" + to_string(account_) + "\""),
                           HasSubstr(R"("route":"/api/jobs/{id}","status":404)"), Not(HasSubstr("ansen")),
                           Not(HasSubstr("text="))));
}

TEST_F(ServerOperations, AreCounted) {
  static_cast<void>(post("/api/notes/add", R"({"text":"a"})", shown()));
  static_cast<void>(post("/api/notes/add", "{}", shown()));
  const Heard heard = get("/metrics");
  EXPECT_EQ(heard.status, 200);
  EXPECT_THAT(heard.body,
              AllOf(HasSubstr("collega_http_requests_total{operation=\"notes.add\",status=\"200\"} 1\n"),
                    HasSubstr("collega_http_requests_total{operation=\"notes.add\",status=\"400\"} 1\n"),
                    HasSubstr("collega_http_connections 1\n"), HasSubstr("process_resident_memory_bytes ")));
}

TEST_F(ServerOperations, AreCountedForThisMachineAndKeysAlone) {
  const std::string outside = "X-Forwarded-For: 198.51.100.7\r\n";
  EXPECT_EQ(get("/metrics", outside).code(), "not_signed_in");
  EXPECT_EQ(get("/metrics", outside + "Authorization: Bearer " + office_.key(account_, {"notes.*"}) + "\r\n").code(),
            "not_allowed");
  EXPECT_EQ(
      get("/metrics", outside + "Authorization: Bearer " + office_.key(account_, {"server.metrics"}) + "\r\n").status,
      200);
}

TEST_F(ServerOperations, AreDescribed) {
  const Heard heard = get("/openapi.json?lang=en");
  EXPECT_EQ(heard.status, 200);
  EXPECT_EQ(heard.json().at("openapi").as_string(), "3.1.0");
  EXPECT_EQ(get("/openapi.json?lang=en", "If-None-Match: " + heard.field("etag") + "\r\n").status, 304);
}

TEST_F(ServerOperations, WaitForAStoreThatAnswers) {
  EXPECT_EQ(get("/readyz").body, R"({"ready":true})");
  EXPECT_EQ(get("/healthz").body, R"({"alive":true})");
}

TEST_F(ServerOperations, HaveNoPagesYet) {
  EXPECT_THAT(get("/").body, HasSubstr("/openapi.json"));
  EXPECT_EQ(get("/iets").code(), "no_such_page");
  EXPECT_EQ(post("/iets", "{}", shown()).field("allow"), "GET, HEAD");
}

}  // namespace
}  // namespace collega::http
