#include "query.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "http_test_support.h"

namespace collega::http {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

Result<JsonObject> input(std::string_view query) {
  const Json schema = json_schema<NoteAsked>(Language::en);
  return input_of(TRY(parse_query(query)), schema.at("properties").as_object());
}

TEST(Query, IsNamesAndValuesInTheirOrder) {
  EXPECT_THAT(parse_query("b=2&a=1&b=3&c&=x").value(),
              ElementsAre(Pair("b", "2"), Pair("a", "1"), Pair("b", "3"), Pair("c", ""), Pair("", "x")));
  EXPECT_THAT(parse_query("&&").value(), IsEmpty());
  EXPECT_THAT(parse_query("q=zorg+%26+welzijn&n=Zo%C3%AB").value(),
              ElementsAre(Pair("q", "zorg & welzijn"), Pair("n", "Zoë")));
}

TEST(Query, RefusesWhatIsNoText) {
  EXPECT_EQ(parse_query("a=%zz").error().code, ErrorCode::request_malformed);
  EXPECT_EQ(parse_query("a=%ff").error().code, ErrorCode::bad_utf8);
  EXPECT_EQ(parse_query("%ff=a").error().code, ErrorCode::bad_utf8);
  std::string many;
  for (int i = 0; i < 501; ++i) many += "a&";
  EXPECT_EQ(parse_query(many).error().code, ErrorCode::request_malformed);
}

TEST(InputOfQuery, HasTheTypesOfTheSchema) {
  EXPECT_EQ(to_text(input("text=12&copies=3&weight=2.5&urgent=true&tags=a&tags=b&on=2026-11-23&order=age").value()),
            R"({"text":"12","copies":3,"weight":2.5,"urgent":true,"tags":["a","b"],"on":"2026-11-23","order":"age"})");
  EXPECT_EQ(to_text(input("urgent=0&tags=a&weight=-3").value()), R"({"urgent":false,"tags":["a"],"weight":-3})");
}

TEST(InputOfQuery, KeepsWhatItDoesNotKnowToBeToldOf) { EXPECT_EQ(to_text(input("txet=a").value()), R"({"txet":"a"})"); }

TEST(InputOfQuery, SaysWhichValueIsWrong) {
  for (const char* query :
       {"copies=three", "copies=3.5", "copies=", "copies=99999999999999999999", "copies=1&copies=2"}) {
    const auto read = input(query);
    ASSERT_FALSE(read) << query;
    EXPECT_EQ(read.error().code, ErrorCode::wrong_type) << query;
    EXPECT_TRUE(read.error().where.starts_with("copies")) << query;
  }
  for (const char* query : {"weight=heavy", "weight=nan", "weight=inf", "weight=1e999", "urgent=maybe", "urgent="}) {
    EXPECT_EQ(input(query).error().code, ErrorCode::wrong_type) << query;
  }
}

TEST(InputOfQuery, ReadsAnObjectAsJson) {
  const JsonObject properties{{"where", {{"type", "object"}}}};
  EXPECT_EQ(to_text(input_of({{"where", R"({"unit":"zorg"})"}}, properties).value()), R"({"where":{"unit":"zorg"}})");
  EXPECT_EQ(input_of({{"where", "{"}}, properties).error().code, ErrorCode::bad_json);
}

}  // namespace
}  // namespace collega::http
