// Files and jobs, over the wire.

#include <gtest/gtest.h>

#include "server_test.h"

namespace collega::http {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::MatchesRegex;

class ServerFiles : public ServerTest {
 protected:
  void SetUp() override {
    settings_.limits.file = 3'000'000;
    serve();
    sign_in("adviser");
  }
  [[nodiscard]] Heard put(std::string_view id, std::string_view range, std::string_view bytes) const {
    return TestClient{port()}.ask("PUT /api/files/" + std::string{id} + " HTTP/1.1\r\nHost: localhost\r\n" + shown() +
                                  "Content-Range: " + std::string{range} + "\r\nContent-Length: " +
                                  std::to_string(bytes.size()) + "\r\n\r\n" + std::string{bytes});
  }
  [[nodiscard]] Heard hand_over(std::string_view query, std::string_view bytes) const {
    return TestClient{port()}.ask("POST /api/files?" + std::string{query} + " HTTP/1.1\r\nHost: localhost\r\n" +
                                  shown() + "Content-Length: " + std::to_string(bytes.size()) + "\r\n\r\n" +
                                  std::string{bytes});
  }
  static std::string id_of(const Heard& heard) { return std::string{heard.json().at("file").as_string()}; }
};

std::string some_bytes(std::size_t size) {
  std::string bytes;
  for (std::size_t i = 0; i < size; ++i) bytes += static_cast<char>((i * 31 + i / 251) % 256);
  return bytes;
}

TEST_F(ServerFiles, AreHandedOverReadAndFetched) {
  const std::string bytes = some_bytes(1'000'000);
  const Heard made = hand_over("name=Zo%C3%AB%20CV.pdf", bytes);
  ASSERT_EQ(made.status, 201) << made.body;
  EXPECT_EQ(made.json().at("name").as_string(), "Zoë CV.pdf");
  EXPECT_EQ(made.json().at("bytes").to_number<int>(), 1'000'000);
  EXPECT_EQ(made.field("location"), "/api/files/" + id_of(made));
  EXPECT_EQ(made.field("upload-complete"), "?1");

  EXPECT_EQ(post("/api/notes/weigh", R"({"paper":")" + id_of(made) + "\"}", shown()).body, R"({"bytes":1000000})");

  const Heard fetched = get("/api/files/" + id_of(made), shown());
  EXPECT_EQ(fetched.status, 200);
  EXPECT_EQ(fetched.body, bytes);
  EXPECT_EQ(fetched.field("content-disposition"),
            "attachment; filename=\"Zo__ CV.pdf\"; filename*=UTF-8''Zo%C3%AB%20CV.pdf");
  EXPECT_EQ(fetched.field("content-type"), "application/octet-stream");
  EXPECT_EQ(fetched.field("x-content-type-options"), "nosniff");
}

TEST_F(ServerFiles, AreFetchedInParts) {
  const std::string bytes = some_bytes(300'000);
  const std::string id = id_of(hand_over("name=a.bin", bytes));
  const Heard part = get("/api/files/" + id, shown() + "Range: bytes=1000-200999\r\n");
  EXPECT_EQ(part.status, 206);
  EXPECT_EQ(part.field("content-range"), "bytes 1000-200999/300000");
  EXPECT_EQ(part.body, bytes.substr(1000, 200'000));
  EXPECT_EQ(get("/api/files/" + id, shown() + "Range: bytes=400000-\r\n").status, 200);
  const Heard head = TestClient{port()}.ask(request("HEAD", "/api/files/" + id, shown()), true);
  EXPECT_EQ(head.field("content-length"), "300000");
  EXPECT_EQ(head.field("upload-offset"), "300000");
}

TEST_F(ServerFiles, ArriveInParts) {
  const std::string bytes = some_bytes(200'000);
  const Heard begun = hand_over("name=a.bin&size=200000", bytes.substr(0, 50'000));
  ASSERT_EQ(begun.status, 201) << begun.body;
  EXPECT_EQ(begun.field("upload-complete"), "?0");
  const std::string id = id_of(begun);
  EXPECT_EQ(get("/api/files/" + id, shown()).code(), "file_incomplete");
  EXPECT_EQ(put(id, "bytes 60000-199999/200000", bytes.substr(60'000)).code(), "file_incomplete");  // a hole
  EXPECT_EQ(put(id, "bytes 0-9/200000", bytes.substr(0, 10)).code(), "file_incomplete");
  EXPECT_EQ(put(id, "bytes 50000-199999/200000", "short").code(), "request_malformed");
  EXPECT_EQ(put(id, "50000-199999", bytes.substr(50'000)).code(), "request_malformed");
  EXPECT_EQ(put(id, "bytes 50000-99999/200000", bytes.substr(50'000, 50'000)).field("upload-offset"), "100000");
  const Heard whole = put(id, "bytes 100000-199999/200000", bytes.substr(100'000));
  EXPECT_EQ(whole.field("upload-complete"), "?1");
  EXPECT_EQ(get("/api/files/" + id, shown()).body, bytes);
  EXPECT_EQ(put(id, "bytes 200000-200000/200001", "x").code(), "file_incomplete");  // it is done
}

TEST_F(ServerFiles, GoOnWhereTheConnectionBroke) {
  const std::string bytes = some_bytes(500'000);
  const std::string id = id_of(hand_over("name=a.bin&size=500000", ""));
  {
    TestClient broken{port()};
    broken.send("PUT /api/files/" + id + " HTTP/1.1\r\nHost: localhost\r\n" + shown() +
                "Content-Range: bytes 0-499999/500000\r\nContent-Length: 500000\r\n\r\n" + bytes.substr(0, 300'000));
    broken.say_no_more();
    EXPECT_EQ(broken.hear().code(), "request_malformed");
  }
  const Heard head = TestClient{port()}.ask(request("HEAD", "/api/files/" + id, shown()), true);
  const std::size_t there = whole_number(head.field("upload-offset")).value();
  EXPECT_EQ(there, 300'000u);
  EXPECT_EQ(put(id, "bytes 300000-499999/500000", bytes.substr(there)).status, 200);
  EXPECT_EQ(get("/api/files/" + id, shown()).body, bytes);
}

TEST_F(ServerFiles, AreNotLargerThanAllowed) {
  TestClient client{port()};
  const Heard heard = client.ask("POST /api/files?name=a HTTP/1.1\r\nHost: localhost\r\n" + shown() +
                                 "Content-Length: 3000001\r\n\r\n");
  EXPECT_EQ(heard.status, 413);
  EXPECT_EQ(heard.code(), "request_too_large");
  EXPECT_EQ(hand_over("name=a&size=3000001", "x").code(), "request_too_large");
  EXPECT_EQ(hand_over("name=a&size=2", "xyz").code(), "request_too_large");
  TestClient chunked{port()};
  chunked.send("POST /api/files?name=a HTTP/1.1\r\nHost: localhost\r\n" + shown() +
               "Transfer-Encoding: chunked\r\n\r\n");
  const std::string piece = "100000\r\n" + std::string(0x100000, 'x') + "\r\n";
  for (int i = 0; i < 3 && chunked.send(piece); ++i) {
  }
  EXPECT_EQ(chunked.hear().code(), "request_too_large");
  EXPECT_TRUE(std::filesystem::is_empty(office_.folder() / "spool"));  // nothing stays of them
}

TEST_F(ServerFiles, ThatCameAsOneBecomeEachTheirOwn) {
  const std::string large = some_bytes(600'000);
  const std::string pack = id_of(hand_over("name=samen", "Anna" + large + "Bo"));
  const Heard made = post("/api/files/" + pack + "/unpack",
                          R"({"files":[{"name":"a.txt","bytes":4},{"name":"leeg.txt","bytes":0},)"
                          R"({"name":"b.bin","bytes":600000},{"name":"c.txt","bytes":2}]})",
                          shown());
  ASSERT_EQ(made.status, 201) << made.body;
  std::vector<std::string> fetched;
  const Json files = made.json().at("files");
  for (const Json& file : files.as_array()) {
    EXPECT_TRUE(file.at("whole").as_bool());
    fetched.push_back(get("/api/files/" + std::string{file.at("file").as_string()}, shown()).body);
  }
  EXPECT_EQ(fetched, (std::vector<std::string>{"Anna", "", large, "Bo"}));
  EXPECT_EQ(get("/api/files/" + pack, shown()).code(), "unknown_file");
}

TEST_F(ServerFiles, AreUnpackedAllOrNone) {
  const std::string pack = id_of(hand_over("name=samen", "AnnaBo"));
  const auto unpack = [&](std::string_view files) {
    return post("/api/files/" + pack + "/unpack", R"({"files":[)" + std::string{files} + "]}", shown()).code();
  };
  EXPECT_EQ(unpack(R"({"name":"a.txt","bytes":4})"), "request_malformed");
  EXPECT_EQ(unpack(R"({"name":"a.txt","bytes":4},{"name":"b.txt","bytes":3})"), "request_malformed");
  EXPECT_EQ(unpack(R"({"name":"a.txt","bytes":9000000000000000000},{"name":"b.txt","bytes":9000000000000000000})"),
            "request_malformed");
  EXPECT_EQ(unpack(R"({"name":"a.txt","bytes":7},{"name":"b.txt","bytes":-1})"), "out_of_range");
  EXPECT_EQ(unpack(R"({"name":"a.txt","bytes":4},{"name":"../b.txt","bytes":2})"), "unknown_value");
  const auto kept = std::filesystem::directory_iterator{office_.folder() / "spool"};
  EXPECT_EQ(std::distance(begin(kept), end(kept)), 1);  // the pack, to be tried again
  sign_in("other");
  EXPECT_EQ(unpack(R"({"name":"a.txt","bytes":6})"), "unknown_file");
}

TEST_F(ServerFiles, NeedANameAndAnOwner) {
  EXPECT_EQ(hand_over("", "x").code(), "missing_member");
  EXPECT_EQ(hand_over("name=..%2Fx", "x").code(), "unknown_value");
  EXPECT_EQ(
      TestClient{port()}.ask("POST /api/files?name=a HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\n\r\nx").code(),
      "not_signed_in");
  EXPECT_EQ(TestClient{port()}
                .ask("POST /api/files?name=a HTTP/1.1\r\nHost: localhost\r\nCookie: collega=" + session_ +
                     "\r\nContent-Length: 1\r\n\r\nx")
                .code(),
            "csrf_wrong");
}

TEST_F(ServerFiles, AreTheirOwnersAlone) {
  const std::string id = id_of(hand_over("name=a.txt", "geheim"));
  const std::string own = shown();
  sign_in("other");
  EXPECT_EQ(get("/api/files/" + id, shown()).code(), "unknown_file");
  EXPECT_EQ(TestClient{port()}.ask(request("DELETE", "/api/files/" + id, shown())).code(), "unknown_file");
  EXPECT_EQ(get("/api/files/nonsense", shown()).code(), "unknown_file");
  EXPECT_EQ(TestClient{port()}.ask(request("DELETE", "/api/files/" + id, own)).status, 200);
  EXPECT_EQ(get("/api/files/" + id, own).code(), "unknown_file");
}

TEST_F(ServerFiles, OfNothingAreFilesToo) {
  const Heard made = hand_over("name=leeg.txt", "");
  EXPECT_EQ(made.json().at("bytes").to_number<int>(), 0);
  const Heard fetched = get("/api/files/" + id_of(made), shown());
  EXPECT_EQ(fetched.status, 200);
  EXPECT_EQ(fetched.body, "");
}

class ServerJobs : public ServerTest {
 protected:
  void SetUp() override {
    serve();
    sign_in("adviser");
  }
  static std::string id_of(const Heard& heard) { return std::string{heard.json().at("job").as_string()}; }
  Heard ended(const std::string& id) {
    Heard heard = get("/api/jobs/" + id, shown());
    while (heard.json().at("state").as_string() == "running" || heard.json().at("state").as_string() == "waiting") {
      std::this_thread::sleep_for(2ms);
      heard = get("/api/jobs/" + id, shown());
    }
    return heard;
  }
};

TEST_F(ServerJobs, GoOnAfterTheirRequest) {
  const Heard begun = post("/api/notes/slow", R"({"text":"a"})", shown());
  EXPECT_EQ(begun.status, 202);
  EXPECT_EQ(begun.field("location"), "/api/jobs/" + id_of(begun));
  const Heard done = ended(id_of(begun));
  EXPECT_EQ(done.json().at("state").as_string(), "done");
  EXPECT_EQ(to_text(done.json().at("answer")), R"({"notes":1,"text":"a"})");
}

TEST_F(ServerJobs, AreBegunByWhoPrefersNotToWait) {
  const Heard begun = post("/api/notes/add", R"({"text":"a"})", shown() + "Prefer: respond-async\r\n");
  EXPECT_EQ(begun.status, 202);
  EXPECT_EQ(begun.field("preference-applied"), "respond-async");
  EXPECT_EQ(ended(id_of(begun)).json().at("state").as_string(), "done");
  EXPECT_EQ(office_.notes(), 1);
}

TEST_F(ServerJobs, TellHowTheyGo) {
  office_.hold = true;
  const std::string id = id_of(post("/api/notes/slow", R"({"text":"a"})", shown()));
  TestClient client{port()};
  client.send(request("GET", "/api/jobs/" + id + "/events", shown()));
  while (client.unread().find("brief") == std::string::npos) ASSERT_TRUE(client.more());
  office_.hold = false;
  const Heard events = client.hear();
  EXPECT_EQ(events.field("content-type"), "text/event-stream");
  EXPECT_EQ(events.field("cache-control"), "no-store");
  EXPECT_THAT(events.body,
              AllOf(HasSubstr("event: progress\nid: 1\ndata: {\"job\":\"" + id), HasSubstr("\"current\":\"brief\""),
                    HasSubstr("event: end\nid: "), HasSubstr("\"answer\":{\"notes\":1")));
  EXPECT_EQ(client.ask(request("GET", "/healthz")).status, 200);  // the connection goes on
}

TEST_F(ServerJobs, AreStopped) {
  office_.hold = true;
  const std::string id = id_of(post("/api/notes/slow", R"({"text":"a"})", shown()));
  while (office_.held < 1) std::this_thread::sleep_for(1ms);
  EXPECT_EQ(TestClient{port()}.ask(request("DELETE", "/api/jobs/" + id, shown())).status, 200);
  const Heard stopped = ended(id);
  EXPECT_EQ(stopped.json().at("state").as_string(), "stopped");
  EXPECT_EQ(stopped.json().at("problem").at("code").as_string(), "job_stopped");
}

TEST_F(ServerJobs, AreListedForWhoComesBack) {
  office_.hold = true;
  const std::string running = id_of(post("/api/notes/slow", R"({"text":"a"})", shown()));
  while (office_.held < 1) std::this_thread::sleep_for(1ms);
  const Json before = get("/api/jobs", shown()).json().at("jobs");
  ASSERT_EQ(before.as_array().size(), 1);
  EXPECT_EQ(before.at(0).at("job").as_string(), running);
  EXPECT_EQ(before.at(0).at("state").as_string(), "running");
  EXPECT_FALSE(before.at(0).at("title").as_string().empty());
  office_.hold = false;
  static_cast<void>(ended(running));
  const Json after = get("/api/jobs", shown()).json().at("jobs");
  EXPECT_EQ(after.at(0).at("state").as_string(), "done");
  EXPECT_FALSE(after.at(0).as_object().contains("answer"));
}

TEST_F(ServerJobs, AreTheirOwnersAlone) {
  const std::string id = id_of(post("/api/notes/slow", R"({"text":"a"})", shown()));
  static_cast<void>(ended(id));
  sign_in("other");
  EXPECT_TRUE(get("/api/jobs", shown()).json().at("jobs").as_array().empty());
  EXPECT_EQ(get("/api/jobs/" + id, shown()).code(), "unknown_job");
  EXPECT_EQ(get("/api/jobs/" + id + "/events", shown()).code(), "unknown_job");
  EXPECT_EQ(TestClient{port()}.ask(request("DELETE", "/api/jobs/" + id, shown())).code(), "unknown_job");
}

TEST_F(ServerJobs, DoNotKeepAServerFromStopping) {
  office_.hold = true;
  const std::string id = id_of(post("/api/notes/slow", R"({"text":"a"})", shown()));
  TestClient client{port()};
  client.send(request("GET", "/api/jobs/" + id + "/events", shown()));
  while (client.unread().find("data:") == std::string::npos) ASSERT_TRUE(client.more());
  server_->stop();
  EXPECT_TRUE(client.is_ended());
}

}  // namespace
}  // namespace collega::http
