#include "problem.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace collega::http {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(Problem, SaysWhatIsWrongInTheLanguageOfWhoAsks) {
  const Json problem = problem_document({ErrorCode::missing_member, "team"}, Language::nl);
  EXPECT_EQ(
      to_text(problem),
      R"({"type":"docs/errors.md#missing_member","title":"Dit onderdeel van de invoer ontbreekt.","status":400,)"
      R"json("detail":"Dit onderdeel van de invoer ontbreekt. (team)","code":"missing_member","where":"team"})json");
  EXPECT_EQ(problem_document({ErrorCode::missing_member}, Language::en).at("title").as_string(),
            "This part of the input is missing.");
}

TEST(Problem, ListsWhatTheRegisterLacks) {
  const Json problem = problem_document({ErrorCode::use_lacks_conditions}, Language::en, {"an owner", "a notice"});
  EXPECT_EQ(to_text(problem.at("missing")), R"(["an owner","a notice"])");
  EXPECT_TRUE(is_of_register(ErrorCode::use_off));
  EXPECT_FALSE(is_of_register(ErrorCode::not_allowed));
}

TEST(Problem, KeepsTheDetailForTheLog) {
  const Reply reply = problem_reply({ErrorCode::internal, "", "table person, Jan Jansen"}, Language::nl);
  EXPECT_THAT(*reply.text(), Not(HasSubstr("Jansen")));
  EXPECT_EQ(reply.noted.detail, "table person, Jan Jansen");
  EXPECT_EQ(problem_reply({ErrorCode::store_conflict, "", "Jan Jansen"}, Language::nl).noted.detail,
            "");  // nobody's fault
}

TEST(Problem, SaysWhenToComeBack) {
  EXPECT_THAT(problem_reply({ErrorCode::sign_in_wait, "64"}, Language::nl).fields, HasSubstr("Retry-After: 64\r\n"));
  EXPECT_THAT(problem_reply({ErrorCode::server_busy}, Language::nl).fields, HasSubstr("Retry-After: 1\r\n"));
  EXPECT_THAT(problem_reply({ErrorCode::not_allowed}, Language::nl).fields, Not(HasSubstr("Retry-After")));
}

TEST(Problem, CannotBeMadeToBreakItsHeader) {
  Reply reply;
  reply.add("Allow", "GET\r\nSet-Cookie: a=b");
  EXPECT_EQ(reply.fields, "Allow: GET  Set-Cookie: a=b\r\n");
}

TEST(Problem, ShowsAnyWhere) {
  EXPECT_EQ(problem_document({ErrorCode::unknown_value, "a\xff"}, Language::nl).at("where").as_string(), "a\uFFFD");
}

}  // namespace
}  // namespace collega::http
