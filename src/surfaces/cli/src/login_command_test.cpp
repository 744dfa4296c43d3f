// login, logout and whoami.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fake_office.h"
#include "folder_for_tests.h"
#include "http_for_tests.h"
#include "logins.h"

namespace collega::cli {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class LogIn : public testing::Test {
 protected:
  LogIn() { office_.settings = folder_.path() / "collega"; }

  TestAnswer answer(const TestRequest& request) {
    if (request.line == "POST /api/session") {
      if (request.body.find("juist") == std::string::npos) return problem(401, "sign_in_refused");
      return {.body = second_factor_ ? R"({"second_factor_needed":true})" : R"({"second_factor_needed":false})",
              .fields = {"Set-Cookie: collega=half; Path=/; HttpOnly"}};
    }
    if (request.line == "POST /api/session/code") {
      if (request.body != R"({"code":"123456"})") return problem(422, "code_wrong");
      return {.fields = {"Set-Cookie: collega=whole; Path=/; HttpOnly"}};
    }
    if (request.line == "GET /api/session") {
      if (request.field("Authorization") == "Bearer verlopen") return problem(401, "key_refused");
      return {.body =
                  R"({"kind":"session","display":"Anna de Wit","roles":["hr_adviser"],"csrf":"c1","operations":[]})"};
    }
    if (request.line == "GET /openapi.json") return {.body = R"({"info":{"version":")" + version_ + "\"}}"};
    if (request.line == "DELETE /api/session") return {.status = 200};
    return problem(404, "no_such_page");
  }

  int log_in() {
    office_.typed = {"juist paard"};
    return office_.call({"login", url_.c_str(), "--login", "anna", "--lang", "en"});
  }
  [[nodiscard]] Logins logins() const { return Logins::read(office_.settings).value(); }

  bool second_factor_ = false;
  std::string version_ = "0.1.0";
  TestServer server_{[this](const TestRequest& request) { return answer(request); }};
  std::string url_ = server_.url();
  TestFolder folder_;
  FakeOffice office_;
};

TEST_F(LogIn, AsksForTheNameAndThePasswordWhichIsNotShown) {
  office_.typed = {"anna", "juist paard"};
  EXPECT_EQ(office_.call({"login", url_.c_str()}), 0);
  EXPECT_THAT(office_.questions, ElementsAre("Inlognaam: ", "secret Wachtwoord: "));
  EXPECT_EQ(server_.last("POST /api/session").body, R"({"login":"anna","password":"juist paard"})");
  EXPECT_THAT(office_.out(), AllOf(HasSubstr(url_), HasSubstr("Anna de Wit")));
}

TEST_F(LogIn, KeepsTheSessionWithItsToken) {
  ASSERT_EQ(log_in(), 0);
  EXPECT_EQ(logins().current()->url, url_);
  EXPECT_EQ(logins().current()->session, "collega=half");
  EXPECT_EQ(logins().current()->csrf, "c1");
  EXPECT_EQ(logins().current()->version, "0.1.0");
}

TEST_F(LogIn, AsksForTheCodeOfASecondFactor) {
  second_factor_ = true;
  office_.typed = {"juist paard", " 123456 "};
  EXPECT_EQ(office_.call({"login", url_.c_str(), "--login", "anna"}), 0);
  EXPECT_EQ(server_.last("POST /api/session/code").field("Cookie"), "collega=half");
  EXPECT_EQ(logins().current()->session, "collega=whole");
}

TEST_F(LogIn, KeepsNothingAfterAWrongPassword) {
  office_.typed = {"fout paard"};
  EXPECT_EQ(office_.call({"login", url_.c_str(), "--login", "anna"}), 1);
  EXPECT_THAT(office_.err(), HasSubstr("Deze combinatie klopt niet."));
  EXPECT_EQ(logins().current(), nullptr);
}

TEST_F(LogIn, KeepsNothingWithoutTheCode) {
  second_factor_ = true;
  office_.typed = {"juist paard", "000000"};
  EXPECT_EQ(office_.call({"login", url_.c_str(), "--login", "anna"}), 1);
  EXPECT_EQ(logins().current(), nullptr);
}

TEST_F(LogIn, TakesAKeyFromStandardInput) {
  EXPECT_EQ(office_.call({"login", url_.c_str(), "--key-stdin"}, "sleutel-1\n"), 0);
  EXPECT_THAT(office_.questions, IsEmpty());
  EXPECT_EQ(server_.last("GET /api/session").field("Authorization"), "Bearer sleutel-1");
  EXPECT_EQ(logins().current()->key, "sleutel-1");
  EXPECT_EQ(logins().current()->session, "");
}

TEST_F(LogIn, TakesNoKeyThatTheServerRefusesOrThatIsNone) {
  EXPECT_EQ(office_.call({"login", url_.c_str(), "--key-stdin"}, "verlopen\n"), 1);
  EXPECT_EQ(office_.call({"login", url_.c_str(), "--key-stdin"}, "a b\n"), 2);
  EXPECT_EQ(office_.call({"login", url_.c_str(), "--key-stdin"}, ""), 2);
  EXPECT_EQ(logins().current(), nullptr);
}

TEST_F(LogIn, CannotAskWhoIsNotThere) {
  EXPECT_EQ(office_.call({"login", url_.c_str()}), 2);
  EXPECT_THAT(office_.err(), HasSubstr("--key-stdin"));
  EXPECT_THAT(server_.lines(), IsEmpty());
}

TEST_F(LogIn, AsksNoPasswordForAPlainConnectionToAnotherComputer) {
  EXPECT_EQ(office_.call({"login", "http://hr.example.nl"}), 2);
  EXPECT_THAT(office_.err(), HasSubstr("--insecure-http"));
  EXPECT_THAT(office_.questions, IsEmpty());
}

TEST_F(LogIn, ShowsTheOldSessionSoThatItEnds) {
  ASSERT_EQ(log_in(), 0);
  ASSERT_EQ(log_in(), 0);
  EXPECT_EQ(server_.last("POST /api/session").field("Cookie"), "collega=half");
}

TEST_F(LogIn, SaysThatTheServerIsOfAnotherVersion) {
  version_ = "0.2.0";
  EXPECT_EQ(log_in(), 0);
  EXPECT_THAT(office_.err(), HasSubstr("is Collega 0.2.0 and this is 0.1.0"));
}

TEST_F(LogIn, SaysThatTheRecordsOfTheEnvironmentDoNotCountNow) {
  office_.records_of_environment = "/srv/gegevens";
  EXPECT_EQ(log_in(), 0);
  EXPECT_THAT(office_.out(), HasSubstr("COLLEGA_DATA (/srv/gegevens) does not count"));
}

TEST_F(LogIn, TellsWhoIsIn) {
  log_in();
  EXPECT_EQ(office_.call({"whoami", "--lang", "en"}), 0);
  EXPECT_THAT(office_.out(), AllOf(HasSubstr("Anna de Wit, at " + url_), HasSubstr("Roles: hr_adviser")));
}

TEST_F(LogIn, TellsWhoIsInAsJsonWithoutTheToken) {
  office_.call({"login", url_.c_str(), "--key-stdin"}, "sleutel-1\n");
  FakeOffice office;
  office.settings = office_.settings;
  EXPECT_EQ(office.call({"whoami", "--json"}), 0);
  const Json who = parse_json(office.out()).value();
  EXPECT_EQ(who.at("server").as_string(), url_);
  EXPECT_EQ(who.at("display").as_string(), "Anna de Wit");
  EXPECT_THAT(office.out(), Not(HasSubstr("csrf")));
}

TEST_F(LogIn, TellsThatNobodyIsIn) {
  EXPECT_EQ(office_.call({"whoami"}), 1);
  EXPECT_THAT(office_.err(), HasSubstr("(collega login)"));
  EXPECT_EQ(office_.call({"whoami", "--server", "https://hr.example.nl"}), 1);
  EXPECT_THAT(office_.err(), HasSubstr("(collega login https://hr.example.nl)"));
}

TEST_F(LogIn, EndsAtTheServerAndIsForgotten) {
  log_in();
  EXPECT_EQ(office_.call({"logout"}), 0);
  EXPECT_EQ(server_.last("DELETE /api/session").field("X-CSRF-Token"), "c1");
  EXPECT_THAT(logins().all(), IsEmpty());
}

TEST_F(LogIn, IsForgottenAlsoWhenTheServerIsNotThere) {
  Logins kept = logins();
  Login login;
  login.url = "http://127.0.0.1:1";  // where nobody listens
  login.session = "collega=abc";
  kept.put(login);
  ASSERT_TRUE(kept.write().ok());
  EXPECT_EQ(office_.call({"logout", "--lang", "en"}), 0);
  EXPECT_THAT(office_.err(), HasSubstr("ends by itself"));
  EXPECT_THAT(logins().all(), IsEmpty());
}

TEST_F(LogIn, DoesNotEndTheKeyOfAScript) {
  office_.call({"login", url_.c_str(), "--key-stdin"}, "sleutel-1\n");
  EXPECT_EQ(office_.call({"logout", "--lang", "en"}), 0);
  EXPECT_THAT(office_.out(), HasSubstr("until an administrator revokes it"));
  EXPECT_EQ(server_.last("DELETE /api/session").line, "");
}

TEST_F(LogIn, DoesNotTakeAnyServerForCollega) {
  TestServer other{[](const TestRequest&) { return TestAnswer{.body = "<html>It works!</html>"}; }};
  office_.typed = {"juist paard"};
  EXPECT_EQ(office_.call({"login", other.url().c_str(), "--login", "anna", "--lang", "en"}), 2);
  EXPECT_THAT(office_.err(), HasSubstr("does not answer as Collega does, HTTP 200"));
}

TEST_F(LogIn, SaysWhatIsWrongWithTheCall) {
  EXPECT_EQ(office_.call({"login"}), 2);
  EXPECT_EQ(office_.call({"login", url_.c_str(), "--key-stdin", "--login", "anna"}), 2);
}

}  // namespace
}  // namespace collega::cli
