// Commands of the table and `run`, asked of a server.

#include "server_asking.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "collega/base/described.h"
#include "fake_office.h"
#include "folder_for_tests.h"
#include "http_for_tests.h"

namespace collega::cli {

struct PapersAsked {
  std::string vacancy;
  std::vector<std::string> papers;
  std::optional<std::string> pdf, folder;
};
BOOST_DESCRIBE_STRUCT(PapersAsked, (), (vacancy, papers, pdf, folder))

}  // namespace collega::cli

template <>
struct collega::FieldTable<collega::cli::PapersAsked> {
  static constexpr Field rows[] = {
      {.name = "vacancy", .meaning = {"vacature", "vacancy"}, .has_default = true, .paper = Paper::given},
      {.name = "papers", .meaning = {"papieren", "papers"}, .has_default = true, .paper = Paper::given},
      {.name = "pdf", .meaning = {"werkblad", "sheet"}, .paper = Paper::made},
      {.name = "folder", .meaning = {"map", "folder"}, .paper = Paper::folder},
  };
};

namespace collega::cli {
namespace {

using operations::Effect;
using operations::Pace;
using operations::Stored;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;

class AskedAtAServer : public testing::Test {
 protected:
  AskedAtAServer() {
    office_.settings = folder_.path() / "collega";
    office_.add("people.list",
                [](const Json&, operations::Context&) -> Result<Json> {
                  ADD_FAILURE() << "asked here";
                  return Error{ErrorCode::internal};
                },
                {"team"});
    office_.last().command = "people list";
    office_.last().handler.input_schema = [](Language) {
      return parse_json(R"({"properties":{"team":{"type":"string","description":"team"}},"required":[]})").value();
    };
    office_.last().stored = Stored::reads;
    log_in(server_.url());
  }

  void log_in(const std::string& url, const std::string& version = "0.1.0") {
    Logins logins = Logins::read(office_.settings).value();
    Login login;
    login.url = url;
    login.session = "collega=abc";
    login.csrf = "c1";
    login.version = version;
    login.checked = Date{std::chrono::year{2026} / 11 / 22};
    logins.put(login);
    ASSERT_TRUE(logins.write().ok());
  }

  /// With papers in its input.
  void add_papers() {
    office_.add("hiring.read",
                [](const Json&, operations::Context&) -> Result<Json> { return Error{ErrorCode::internal}; });
    office_.last().handler.input_schema = [](Language language) { return json_schema<PapersAsked>(language); };
  }

  int run(const char* operation, const std::string& input) {
    return office_.call({"run", operation, "--lang", "en"}, input);
  }
  Json answer() { return parse_json(office_.out()).value(); }

  std::function<TestAnswer(const TestRequest&)> answer_ = [](const TestRequest&) {
    return TestAnswer{.body = R"({"people":[{"name":"Bos, Jan"}]})"};
  };
  TestServer server_{[this](const TestRequest& request) { return answer_(request); }};
  TestFolder folder_;
  FakeOffice office_;
};

TEST_F(AskedAtAServer, GoesThereWithWhatShowsWhoAsks) {
  EXPECT_EQ(office_.call({"people", "list", "--team", "nacht", "--lang", "en"}), 0);
  EXPECT_THAT(office_.out(), HasSubstr("Bos, Jan"));
  EXPECT_THAT(server_.lines(), ElementsAre("POST /api/people/list"));
  const TestRequest asked = server_.requests().front();
  EXPECT_EQ(asked.body, R"({"team":"nacht"})");
  EXPECT_EQ(asked.field("Cookie"), "collega=abc");
  EXPECT_EQ(asked.field("X-CSRF-Token"), "c1");
  EXPECT_EQ(asked.field("Idempotency-Key"), "");
}

TEST_F(AskedAtAServer, GivesRunTheSameAnswerAsHere) {
  EXPECT_EQ(run("people.list", R"({"id":7,"team":"nacht","taem":"x"})"), 0);
  EXPECT_EQ(server_.requests().front().body, R"({"team":"nacht","taem":"x"})");
  EXPECT_EQ(office_.out(), "{\"people\":[{\"name\":\"Bos, Jan\"}],\"ignored\":[\"taem\"],\"id\":7}\n");
}

TEST_F(AskedAtAServer, GivesAsManyLinesAsItGot) {
  int asked = 0;
  answer_ = [&](const TestRequest&) { return ++asked == 1 ? problem(403, "not_allowed") : TestAnswer{}; };
  EXPECT_EQ(office_.call({"run", "people.list", "--jsonl", "--lang", "en"}, "{\"id\":1}\n{\"id\":2}\n"), 1);
  EXPECT_THAT(office_.out(),
              AllOf(StartsWith(R"({"id":1,"error":{"code":"not_allowed","message":"You may not do this)"),
                    HasSubstr("\n{\"id\":2}\n")));
}

TEST_F(AskedAtAServer, GoesToTheRecordsThatAreNamedBeforeAnyServer) {
  EXPECT_EQ(office_.call({"people", "list", "--data", "map", "--server", "https://hr.example.nl", "--lang", "en"}), 2);
  EXPECT_THAT(office_.err(), AllOf(HasSubstr("https://hr.example.nl is not asked"), HasSubstr("Name its folder")));
  EXPECT_THAT(server_.lines(), IsEmpty());
}

TEST_F(AskedAtAServer, GoesBeforeTheRecordsOfTheEnvironmentAndSaysSo) {
  office_.records_of_environment = "/srv/gegevens";
  EXPECT_EQ(office_.call({"people", "list", "--lang", "en"}), 0);
  EXPECT_THAT(office_.err(), HasSubstr("Asked of " + server_.url() + ". COLLEGA_DATA (/srv/gegevens) does not count"));
}

TEST_F(AskedAtAServer, IsAskedOfTheOneThatIsNamed) {
  TestServer other{[](const TestRequest&) { return TestAnswer{}; }};
  log_in(other.url());
  EXPECT_EQ(office_.call({"people", "list", "--server", server_.url().c_str()}), 0);
  EXPECT_THAT(server_.lines(), SizeIs(1));
  EXPECT_THAT(other.lines(), IsEmpty());
}

TEST_F(AskedAtAServer, IsNotAskedWhereNobodyLoggedIn) {
  EXPECT_EQ(office_.call({"people", "list", "--server", "hr.example.nl"}), 1);
  EXPECT_THAT(office_.err(), HasSubstr("collega login https://hr.example.nl"));
}

TEST_F(AskedAtAServer, IsNotAskedWithALoginThatOthersCanRead) {
  std::filesystem::permissions(office_.settings / "server.json", std::filesystem::perms{0644});
  EXPECT_EQ(office_.call({"people", "list"}), 2);
  EXPECT_THAT(server_.lines(), IsEmpty());
}

TEST_F(AskedAtAServer, WarnsOfAnotherVersionInOneLine) {
  log_in(server_.url(), "0.2.0");
  EXPECT_EQ(office_.call({"people", "list", "--lang", "en"}), 0);
  EXPECT_EQ(office_.err(), "collega: " + server_.url() + " is Collega 0.2.0 and this is 0.1.0: commands may differ\n");
}

TEST_F(AskedAtAServer, AsksForTheVersionOnceADay) {
  Logins logins = Logins::read(office_.settings).value();
  Login old = *logins.current();
  old.checked = Date{std::chrono::year{2026} / 11 / 21};
  logins.put(old);
  ASSERT_TRUE(logins.write().ok());
  answer_ = [](const TestRequest& request) {
    return request.line == "GET /openapi.json" ? TestAnswer{.body = R"({"info":{"version":"0.3.0"}})"} : TestAnswer{};
  };
  office_.call({"people", "list", "--lang", "en"});
  office_.call({"people", "list", "--lang", "en"});
  EXPECT_THAT(server_.lines(), ElementsAre("GET /openapi.json", "POST /api/people/list", "POST /api/people/list"));
  EXPECT_THAT(office_.err(), HasSubstr("0.3.0"));
}

TEST_F(AskedAtAServer, FailsAsItWouldHere) {
  answer_ = [](const TestRequest&) { return problem(400, "out_of_range", "x", R"(,"where":"limit")"); };
  EXPECT_EQ(office_.call({"people", "list", "--lang", "en"}), 1);
  EXPECT_EQ(office_.err(), "collega: This value is out of range. (limit)\n");
}

TEST_F(AskedAtAServer, KeepsTheWordsOfAnErrorThatIsNotKnownHere) {
  answer_ = [](const TestRequest&) {
    return problem(409, "roster_full", "Dit rooster is vol.", R"(,"where":"week 3")");
  };
  EXPECT_EQ(office_.call({"people", "list"}), 1);
  EXPECT_EQ(office_.err(), "collega: Dit rooster is vol. (week 3)\n");
  EXPECT_EQ(run("people.list", "{}"), 1);
  EXPECT_EQ(office_.out(),
            "{\"error\":{\"code\":\"roster_full\",\"message\":\"Dit rooster is vol.\",\"where\":\"week 3\"}}\n");
}

TEST_F(AskedAtAServer, SaysWhatTheRegisterStillAsks) {
  answer_ = [](const TestRequest&) {
    return problem(403, "use_lacks_conditions", "x", R"(,"where":"","missing":["een eigenaar","een DPIA"])");
  };
  EXPECT_EQ(office_.call({"people", "list"}), 1);
  EXPECT_THAT(office_.err(), HasSubstr("\n  - een eigenaar\n  - een DPIA\n"));
  run("people.list", "{}");
  EXPECT_THAT(office_.out(), HasSubstr(R"("missing":["een eigenaar","een DPIA"])"));
}

TEST_F(AskedAtAServer, SaysWhereToLogInWhenTheSessionIsOver) {
  answer_ = [](const TestRequest&) { return problem(401, "session_over"); };
  EXPECT_EQ(office_.call({"people", "list", "--lang", "en"}), 1);
  EXPECT_THAT(office_.err(), HasSubstr("(collega login " + server_.url() + ")"));
}

TEST_F(AskedAtAServer, ShowsNoMoreOfAServerThanATerminalMay) {
  answer_ = [](const TestRequest&) { return problem(409, "roster_full", R"(Vol\u001b[2J)"); };
  office_.call({"people", "list"});
  EXPECT_THAT(office_.err(), Not(HasSubstr("\033")));
}

TEST_F(AskedAtAServer, SendsAChangeOnceMoreUnderTheSameKeyWhenTheConnectionBreaks) {
  office_.last().effect = Effect::acts;
  office_.last().stored = Stored::writes;
  int asked = 0;
  answer_ = [&](const TestRequest&) { return TestAnswer{.hangs_up = ++asked == 1}; };
  EXPECT_EQ(office_.call({"people", "list"}), 0);
  ASSERT_THAT(server_.requests(), SizeIs(2));
  const std::string key = server_.requests()[0].field("Idempotency-Key");
  EXPECT_THAT(key, SizeIs(32));
  EXPECT_EQ(server_.requests()[1].field("Idempotency-Key"), key);
  office_.call({"people", "list"});
  EXPECT_NE(server_.requests()[2].field("Idempotency-Key"), key);
}

TEST_F(AskedAtAServer, DoesNotSendTwiceWhatTheServerWouldDoTwice) {
  office_.last().effect = Effect::acts;
  office_.last().stored = Stored::whole;
  answer_ = [](const TestRequest&) { return TestAnswer{.hangs_up = true}; };
  EXPECT_EQ(office_.call({"people", "list"}), 2);
  EXPECT_THAT(server_.lines(), SizeIs(1));
}

TEST_F(AskedAtAServer, AsksForAProofThatItIsStillTheSamePerson) {
  bool proven = false;
  answer_ = [&](const TestRequest& request) {
    if (request.line == "POST /api/session/confirm") proven = request.body == R"({"password_or_code":"juist paard"})";
    return proven ? TestAnswer{} : problem(403, "step_up_needed");
  };
  EXPECT_EQ(office_.call({"people", "list"}), 1);
  office_.typed = {"juist paard"};
  EXPECT_EQ(office_.call({"people", "list"}), 0);
  EXPECT_THAT(office_.questions.back(), StartsWith("secret "));
}

/// A server that takes files and gives them.
class PapersAtAServer : public AskedAtAServer {
 protected:
  PapersAtAServer() {
    add_papers();
    answer_ = [this](const TestRequest& request) {
      if (request.line.starts_with("POST /api/files?name=")) {
        return TestAnswer{.status = 201, .body = R"({"file":"id)" + std::to_string(++files_) + "\"}"};
      }
      if (request.line == "GET /api/files/made1") return TestAnswer{.body = "%PDF"};
      if (request.line.starts_with("DELETE /api/files/")) return TestAnswer{};
      return TestAnswer{.body = output_};
    };
  }

  int files_ = 0;
  std::string output_ = "{}";
};

TEST_F(PapersAtAServer, SendsTheFilesThatAreNamedFirst) {
  const std::string cv = folder_.write("cv van Jan.pdf", "%PDF-1");
  const std::string letter = folder_.write("brief.txt", "Geachte");
  output_ = R"({"read":["cv van Jan.pdf","brief.txt"],"text":"over brief.txt"})";
  EXPECT_EQ(run("hiring.read", to_text(JsonObject{{"vacancy", letter}, {"papers", {cv, letter}}})), 0) << office_.out();
  EXPECT_EQ(server_.last("POST /api/files?name=cv%20van%20Jan.pdf").body, "%PDF-1");
  EXPECT_EQ(server_.last("POST /api/hiring/read").body, R"({"vacancy":"id1","papers":["id2","id1"]})");
  EXPECT_EQ(to_text(answer()), to_text(JsonObject{{"read", {cv, letter}}, {"text", "over brief.txt"}}));
  EXPECT_THAT(server_.lines(), AllOf(Contains("DELETE /api/files/id1"), Contains("DELETE /api/files/id2")));
}

TEST_F(PapersAtAServer, FetchesWhatWasMadeToThePathThatWasGiven) {
  output_ = R"({"pdf":"made1"})";
  EXPECT_EQ(run("hiring.read", to_text(JsonObject{{"pdf", folder_.file("alles.pdf")}})), 0) << office_.out();
  EXPECT_EQ(server_.last("POST /api/hiring/read").body, R"({"pdf":"alles.pdf"})");
  EXPECT_EQ(folder_.text("alles.pdf"), "%PDF");
  EXPECT_EQ(answer().at("pdf").as_string(), folder_.file("alles.pdf"));
  EXPECT_EQ(server_.lines().back(), "DELETE /api/files/made1");
}

TEST_F(PapersAtAServer, LeavesNothingWhereNothingWasMade) {
  EXPECT_EQ(run("hiring.read", to_text(JsonObject{{"pdf", folder_.file("alles.pdf")}})), 1);
  EXPECT_THAT(office_.out(), HasSubstr("unknown_file"));
  EXPECT_THAT((std::vector<std::filesystem::path>{std::filesystem::directory_iterator{folder_.path()}, {}}),
              ElementsAre(office_.settings));
}

TEST_F(PapersAtAServer, DoesNotBeginWorkWhoseResultCannotBePut) {
  EXPECT_EQ(run("hiring.read", to_text(JsonObject{{"pdf", folder_.file("niets/alles.pdf")}})), 1);
  EXPECT_THAT(office_.out(), HasSubstr("file_unwritable"));
  EXPECT_THAT(server_.lines(), IsEmpty());
}

TEST_F(PapersAtAServer, TakesNoFolders) {
  EXPECT_EQ(run("hiring.read", to_text(JsonObject{{"folder", "cvs"}})), 1);
  EXPECT_THAT(office_.out(), HasSubstr(R"("code":"at_terminal_only")"));
  EXPECT_EQ(run("hiring.read", to_text(JsonObject{{"papers", {folder_.path().string()}}})), 1);
  EXPECT_THAT(server_.lines(), IsEmpty());
}

TEST_F(PapersAtAServer, NamesAFileThatFailedAsThePersonDid) {
  const std::string cv = folder_.write("cv.pdf", "");
  const auto usual = answer_;
  answer_ = [usual](const TestRequest& request) {
    return request.line == "POST /api/hiring/read" ? problem(422, "document_empty", "", R"(,"where":"cv.pdf")")
                                                   : usual(request);
  };
  EXPECT_EQ(run("hiring.read", to_text(JsonObject{{"papers", {cv}}})), 1);
  EXPECT_THAT(office_.out(), HasSubstr(R"("where":")" + cv + '"'));
}

/// A server that makes a job of it.
class JobAtAServer : public AskedAtAServer {
 protected:
  JobAtAServer() {
    office_.last().pace = Pace::job;
    answer_ = [this](const TestRequest& request) {
      if (request.line == "POST /api/people/list") return TestAnswer{.status = 202, .body = R"({"job":"j1"})"};
      if (request.line == "DELETE /api/jobs/j1") return on_stop_();
      if (request.line == "GET /api/jobs/j1") return on_look_(++looks_);
      return problem(404, "no_such_page");
    };
  }
  static TestAnswer state(const std::string& state, const std::string& more = "") {
    return {.body = R"({"state":")" + state + R"(","done":1,"total":3,"current":"cv.pdf")" + more + "}"};
  }
  static void press_ctrl_c() { ::kill(::getpid(), SIGINT); }

  int looks_ = 0;
  std::function<TestAnswer(int)> on_look_ = [](int) { return state("done", R"(,"answer":{"people":[]})"); };
  std::function<TestAnswer()> on_stop_ = [] { return state("running"); };
};

TEST_F(JobAtAServer, IsFollowedUntilItIsDone) {
  on_look_ = [](int look) { return look < 2 ? state("running") : state("done", R"(,"answer":{"people":[]})"); };
  office_.err_is_terminal = true;
  EXPECT_EQ(office_.call({"people", "list", "--json"}), 0);
  EXPECT_TRUE(answer().at("people").as_array().empty());
  EXPECT_THAT(office_.err(), HasSubstr("1 van 3  cv.pdf"));
}

TEST_F(JobAtAServer, IsBegunOnceMoreUnderTheSameKeyWhenTheConnectionBreaks) {
  office_.last().effect = Effect::acts;
  const auto usual = answer_;
  int begun = 0;
  answer_ = [&](const TestRequest& request) {
    const bool is_first = request.line == "POST /api/people/list" && ++begun == 1;
    return is_first ? TestAnswer{.hangs_up = true} : usual(request);
  };
  EXPECT_EQ(office_.call({"people", "list"}), 0);
  EXPECT_EQ(server_.requests()[1].field("Idempotency-Key"), server_.requests()[0].field("Idempotency-Key"));
}

TEST_F(JobAtAServer, FailsWithItsProblem) {
  on_look_ = [](int) { return state("failed", R"(,"problem":{"code":"document_empty","where":"cv.pdf"})"); };
  EXPECT_EQ(office_.call({"people", "list", "--lang", "en"}), 1);
  EXPECT_EQ(office_.err(), "collega: This file is empty. (cv.pdf)\n");
}

TEST_F(JobAtAServer, IsAskedAfterAgainWhenTheServerWasAway) {
  on_look_ = [](int look) {
    if (look == 1) return problem(503, "server_busy");
    return look < 4 ? TestAnswer{.hangs_up = true} : state("done", R"(,"answer":{"people":[]})");
  };
  EXPECT_EQ(office_.call({"people", "list"}), 0);
}

TEST_F(JobAtAServer, IsStoppedByCtrlC) {
  bool is_told = false;
  on_look_ = [&](int look) {
    if (look == 1) press_ctrl_c();
    return is_told ? state("stopped", R"(,"problem":{"code":"job_stopped"})") : state("running");
  };
  on_stop_ = [&] {
    is_told = true;
    return state("running");
  };
  EXPECT_EQ(office_.call({"people", "list", "--lang", "en"}), 1);
  EXPECT_THAT(office_.err(), AllOf(HasSubstr("told to stop"), HasSubstr("This job was stopped. Nothing was changed.")));
}

TEST_F(JobAtAServer, IsLetGoOfByCtrlCOnceMore) {
  on_look_ = [&](int) {
    press_ctrl_c();
    return state("running");
  };
  EXPECT_EQ(office_.call({"people", "list", "--lang", "en"}), 1);
  EXPECT_THAT(office_.err(), AllOf(HasSubstr("job j1 may still go on"), HasSubstr("You let go of this job")));
  EXPECT_EQ(looks_, 2);
}

TEST_F(JobAtAServer, EndsTheLinesThatFollowWhenItIsStopped) {
  on_look_ = [&](int look) {
    if (look == 1) press_ctrl_c();
    return look == 1 ? state("running") : state("stopped");
  };
  EXPECT_EQ(office_.call({"run", "people.list", "--jsonl"}, "{\"id\":1}\n{\"id\":2}\n"), 1);
  EXPECT_THAT(office_.out(), AllOf(HasSubstr("job_stopped"), Not(HasSubstr("\"id\":2"))));
}

}  // namespace
}  // namespace collega::cli
