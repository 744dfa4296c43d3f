// Coming in, going out, and who is believed to be there.

#include <gtest/gtest.h>

#include "collega/identity/totp.h"
#include "server_test.h"

namespace collega::http {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class ServerSession : public ServerTest {
 protected:
  void SetUp() override { serve(); }

  static std::string cookie_in(const Heard& heard) {
    const std::string cookie = heard.field("set-cookie");
    return cookie.substr(0, cookie.find(';'));
  }
  static std::string sign_in_body(std::string_view login, std::string_view password = kPassword) {
    return to_text(JsonObject{{"login", login}, {"password", password}});
  }
};

TEST_F(ServerSession, IsBegunWithAPassword) {
  office_.account("adviser", identity::Role::hr_adviser);
  const Heard in = post("/api/session", sign_in_body("adviser"), {});
  ASSERT_EQ(in.status, 200) << in.body;
  EXPECT_EQ(in.body, R"({"second_factor_needed":false})");
  EXPECT_THAT(in.field("set-cookie"),
              AllOf(HasSubstr("collega="), HasSubstr("; Path=/; HttpOnly; SameSite=Strict"), Not(HasSubstr("Secure"))));

  const Heard who = get("/api/session", "Cookie: " + cookie_in(in) + "\r\n");
  ASSERT_EQ(who.status, 200) << who.body;
  EXPECT_EQ(who.json().at("display").as_string(), "adviser");
  EXPECT_EQ(to_text(who.json().at("roles")), R"(["hr_adviser"])");
  EXPECT_THAT(to_text(who.json().at("operations")), HasSubstr("\"notes.add\""));
  EXPECT_EQ(who.field("cache-control"), "no-store");

  const std::string shown =
      "Cookie: " + cookie_in(in) + "\r\nX-CSRF-Token: " + std::string{who.json().at("csrf").as_string()} + "\r\n";
  EXPECT_EQ(post("/api/notes/add", R"({"text":"a"})", shown).status, 200);

  const Heard out = TestClient{port()}.ask(request("DELETE", "/api/session", shown));
  EXPECT_EQ(out.status, 200);
  EXPECT_THAT(out.field("set-cookie"), HasSubstr("collega=; "));
  EXPECT_EQ(out.field("clear-site-data"), "\"cache\"");
  EXPECT_EQ(get("/api/session", shown).code(), "session_over");
}

TEST_F(ServerSession, IsNotBegunWithAnother) {
  office_.account("adviser", identity::Role::hr_adviser);
  const Heard refused = post("/api/session", sign_in_body("adviser", "een ander wachtwoord"), {});
  EXPECT_EQ(refused.status, 401);
  EXPECT_EQ(refused.code(), "sign_in_refused");
  EXPECT_EQ(refused.field("set-cookie"), "");
  for (int i = 0; i < 3; ++i)
    static_cast<void>(post("/api/session", sign_in_body("adviser", "een ander wachtwoord"), {}));
  const Heard wait = post("/api/session", sign_in_body("adviser"), {});
  EXPECT_EQ(wait.status, 429);
  EXPECT_EQ(wait.code(), "sign_in_wait");
  EXPECT_THAT(wait.field("retry-after"), Not(IsEmpty()));
}

TEST_F(ServerSession, WaitsForTheSecondFactor) {
  const identity::AccountId account = office_.account("adviser", identity::Role::hr_adviser);
  std::string secret;
  {
    store::WriteTransaction write = office_.store().write().value();
    const identity::Enrolment enrolled = identity::enrol_second_factor(write, account, "Collega").value();
    secret = std::string{enrolled.key_base32.view()};
    std::string key;
    unsigned bits = 0, held = 0;
    for (const char c : secret) {
      bits = bits * 32 + static_cast<unsigned>(c >= 'A' ? c - 'A' : c - '2' + 26);
      if ((held += 5) >= 8) key += static_cast<char>(bits >> (held -= 8));
    }
    const auto codes = identity::confirm_second_factor(
        write, account, identity::hotp(key, static_cast<std::uint64_t>(identity::totp_step(kNow)) - 1), kNow);
    ASSERT_TRUE(codes);
    secret = std::string{codes->front().view()};  // a recovery code, which counts too
    ASSERT_TRUE(write.commit());
  }
  const Heard in = post("/api/session", sign_in_body("adviser"), {});
  EXPECT_EQ(in.body, R"({"second_factor_needed":true})");
  const std::string pending = "Cookie: " + cookie_in(in) + "\r\n";
  EXPECT_EQ(get("/api/session", pending).code(), "session_over");
  const Heard whole = post("/api/session/code", to_text(JsonObject{{"code", secret}}), pending);
  ASSERT_EQ(whole.status, 200) << whole.body;
  EXPECT_NE(cookie_in(whole), cookie_in(in));
  EXPECT_EQ(get("/api/session", "Cookie: " + cookie_in(whole) + "\r\n").status, 200);
}

TEST_F(ServerSession, ProvesAnewThatItsOwnerSitsThere) {
  sign_in("adviser");
  office_.now = kNow + 20min;
  EXPECT_EQ(post("/api/notes/guarded", R"({"text":"a"})", shown()).code(), "step_up_needed");
  EXPECT_EQ(post("/api/session/confirm", to_text(JsonObject{{"password_or_code", kPassword}}), shown()).status, 200);
  EXPECT_EQ(post("/api/notes/guarded", R"({"text":"a"})", shown()).status, 200);
}

TEST_F(ServerSession, OfTheFirstAdministrator) {
  EXPECT_EQ(get("/api/session/first").body, R"({"first_start":true})");
  std::string code;
  {
    store::WriteTransaction write = office_.store().write().value();
    code = std::string{identity::first_code(write, kNow).value().code.view()};
    ASSERT_TRUE(write.commit());
  }
  const JsonObject first{{"code", code}, {"login", "beheer"}, {"display", "Beheer"}, {"password", kPassword}};
  EXPECT_EQ(post("/api/session/first", to_text(first), {}).status, 200);
  EXPECT_EQ(get("/api/session/first").body, R"({"first_start":false})");
  EXPECT_EQ(post("/api/session/first", to_text(first), {}).code(), "first_start_over");
  EXPECT_EQ(post("/api/session", sign_in_body("beheer"), {}).status, 200);
}

TEST_F(ServerSession, OfWhoWasInvited) {
  std::string code;
  {
    store::WriteTransaction write = office_.store().write().value();
    code = std::string{identity::invite(write, {"anna", "Anna", {}}, kNow).value().link.code.view()};
    ASSERT_TRUE(write.commit());
  }
  const std::string body = to_text(JsonObject{{"code", code}, {"password", kPassword}});
  EXPECT_EQ(post("/api/session/password", to_text(JsonObject{{"code", code}, {"password", "kort"}}), {}).code(),
            "password_too_short");
  EXPECT_EQ(post("/api/session/password", body, {}).status, 200);
  EXPECT_EQ(post("/api/session/password", body, {}).code(), "code_wrong");
  EXPECT_EQ(post("/api/session", sign_in_body("anna"), {}).status, 200);
}

TEST_F(ServerSession, IsWorthNothingWithoutItsTokenToWhoChanges) {
  sign_in("adviser");
  const std::string cookie = "Cookie: collega=" + session_ + "\r\n";
  EXPECT_EQ(post("/api/notes/add", R"({"text":"a"})", cookie).code(), "csrf_wrong");
  EXPECT_EQ(post("/api/notes/add", R"({"text":"a"})", cookie + "X-CSRF-Token: x\r\n").code(), "csrf_wrong");
  EXPECT_EQ(post("/api/notes/add", R"({"text":"a"})", cookie + "X-CSRF-Token: " + csrf_ + "x\r\n").code(),
            "csrf_wrong");
  EXPECT_EQ(TestClient{port()}.ask(request("DELETE", "/api/session", cookie)).code(), "csrf_wrong");
  EXPECT_EQ(office_.notes(), 0);
  EXPECT_EQ(get("/api/notes/count?text=a", cookie).status, 200);  // looking changes nothing
}

TEST_F(ServerSession, IsWorthNothingOnAnotherSite) {
  sign_in("adviser");
  for (const char* from : {"Origin: https://evil.example\r\n", "Sec-Fetch-Site: cross-site\r\n",
                           "Sec-Fetch-Site: same-site\r\n", "Origin: null\r\n"}) {
    EXPECT_EQ(post("/api/notes/add", R"({"text":"a"})", shown() + from).code(), "csrf_wrong") << from;
    EXPECT_EQ(post("/api/session", sign_in_body("adviser"), from).code(), "csrf_wrong")
        << from;  // nor are people signed in from there
  }
  EXPECT_EQ(
      post("/api/notes/add", R"({"text":"a"})", shown() + "Origin: http://localhost\r\nSec-Fetch-Site: same-origin\r\n")
          .status,
      200);
}

TEST_F(ServerSession, IsNobodysWhenItIsForged) {
  EXPECT_EQ(get("/api/notes/count?text=a").code(), "not_signed_in");
  EXPECT_EQ(get("/api/notes/count?text=a").field("www-authenticate"), "Bearer realm=\"collega\"");
  EXPECT_EQ(get("/api/notes/count?text=a", "Cookie: collega=abc\r\n").code(), "session_over");
  EXPECT_EQ(get("/api/notes/count?text=a", "Authorization: Bearer collega_p_abc\r\n").code(), "key_refused");
  EXPECT_EQ(get("/api/notes/count?text=a", "Authorization: Basic YTpi\r\n").code(), "key_refused");
}

TEST_F(ServerSession, IsNotAKeyToo) {
  sign_in("adviser");
  const std::string key = office_.key(account_, {"notes.count"});
  const std::string bearer = "Authorization: Bearer " + key + "\r\n";
  EXPECT_EQ(get("/api/notes/count?text=a", bearer).status, 200);
  EXPECT_EQ(post("/api/notes/count", R"({"text":"a"})", bearer).status,
            200);  // without a token: no browser sends it by itself
  EXPECT_EQ(post("/api/notes/add", R"({"text":"a"})", bearer).code(), "not_allowed");
  const Heard both = get("/api/notes/count?text=a", bearer + "Cookie: collega=" + session_ + "\r\n");
  EXPECT_EQ(both.status, 400);
  EXPECT_EQ(both.code(), "request_malformed");
  EXPECT_EQ(to_text(get("/api/session", bearer).json().at("operations")), R"(["notes.count"])");
}

TEST_F(ServerSession, OverTlsHasACookieThatOnlyThisHostSets) {
  stop();
  settings_.proxies = {"127.0.0.1"};
  serve();
  office_.account("adviser", identity::Role::hr_adviser);
  const Heard in =
      post("/api/session", sign_in_body("adviser"), "X-Forwarded-For: 198.51.100.7\r\nX-Forwarded-Proto: https\r\n");
  EXPECT_THAT(in.field("set-cookie"), AllOf(HasSubstr("__Host-collega="), HasSubstr("; Secure")));
  EXPECT_EQ(in.field("strict-transport-security"), "max-age=31536000");
}

TEST_F(ServerSession, ThatIsNewTakesThePlaceOfTheOld) {
  sign_in("adviser");
  EXPECT_EQ(post("/api/session", sign_in_body("adviser"), "Cookie: collega=" + session_ + "\r\n").status, 200);
  EXPECT_EQ(get("/api/session", shown()).code(), "session_over");
}

}  // namespace
}  // namespace collega::http
