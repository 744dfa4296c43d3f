#include "collega/base/described.h"

#include <gtest/gtest.h>

namespace collega {

enum class Shape { round, square };
BOOST_DESCRIBE_ENUM(Shape, round, square)

struct Table {
  std::string name;
  Shape shape = Shape::round;
  int seats = 4;
  std::optional<double> height;
  std::vector<std::string> materials;
};
BOOST_DESCRIBE_STRUCT(Table, (), (name, shape, seats, height, materials))

template <>
struct FieldTable<Table> {
  static constexpr Field rows[] = {
      {.name = "name", .meaning = {"naam", "name"}, .personal = Personal::ordinary},
      {.name = "shape", .meaning = {"vorm", "shape"}},
      {.name = "seats",
       .meaning = {"zitplaatsen", "seats"},
       .unit = "people",
       .min = 1,
       .max = 20,
       .has_default = true},
      {.name = "height", .meaning = {"hoogte", "height"}, .unit = "cm", .null_when_absent = true},
      {.name = "materials", .meaning = {"materialen", "materials"}, .has_default = true},
  };
};

struct Link {
  std::string concept_name;
};
BOOST_DESCRIBE_STRUCT(Link, (), (concept_name))

template <>
struct FieldTable<Link> {
  static constexpr Field rows[] = {{.name = "concept", .meaning = {"begrip", "concept"}, .member = "concept_name"}};
};

namespace {

Error error_of(std::string_view text) { return from_json<Table>(parse_json(text).value()).error(); }

TEST(Described, ReadsWhatItWrote) {
  const Table desk{"bureau", Shape::square, 2, 72.5, {"eik", "staal"}};
  const Table read = from_json<Table>(to_json(desk)).value();
  EXPECT_EQ(to_json(read), to_json(desk));
}

TEST(Described, KeepsTheDefaultOfAnAbsentMember) {
  EXPECT_EQ(from_json<Table>(parse_json(R"({"name":"a","shape":"round"})").value()).value().seats, 4);
}

TEST(Described, WritesNullWhereTheTableAsksForIt) { EXPECT_TRUE(to_json(Table{}).at("height").is_null()); }

TEST(Described, LeavesUnknownMembersAlone) {
  EXPECT_TRUE(from_json<Table>(parse_json(R"({"name":"a","shape":"round","colour":"red"})").value()).ok());
}

TEST(Described, SaysWhichMemberIsMissing) {
  EXPECT_EQ(error_of(R"({"shape":"round"})"), (Error{ErrorCode::missing_member, "name"}));
}

TEST(Described, SaysWhereTheTypeIsWrong) {
  EXPECT_EQ(error_of(R"({"name":"a","shape":"round","materials":["oak",3]})"),
            (Error{ErrorCode::wrong_type, "materials[1]: text"}));
}

TEST(Described, RefusesAValueOutsideItsRange) {
  EXPECT_EQ(error_of(R"({"name":"a","shape":"round","seats":21})"), (Error{ErrorCode::out_of_range, "seats"}));
}

TEST(Described, RefusesAnUnknownEnumerator) {
  EXPECT_EQ(error_of(R"({"name":"a","shape":"oval"})"), (Error{ErrorCode::unknown_value, "shape: oval"}));
}

TEST(Described, GivesAMemberAnotherNameOnTheWireWhereCppKeepsItForItself) {
  const Json json = parse_json(R"({"concept":"skill/sql"})").value();
  EXPECT_EQ(to_json(from_json<Link>(json).value()), json);
}

TEST(Described, TellsTheSchema) {
  const Json schema = json_schema<Table>(Language::nl);
  EXPECT_EQ(schema.at("required"), (JsonArray{"name", "shape"}));
  EXPECT_EQ(schema.at("properties").at("seats").at("description").as_string(), "zitplaatsen");
  EXPECT_EQ(schema.at("properties").at("shape").at("enum"), (JsonArray{"round", "square"}));
  EXPECT_EQ(schema.at("properties").at("name").at("x-personal-data").as_string(), "ordinary");
}

TEST(Json, RefusesANumberThatCouldNotBeWrittenBack) {
  EXPECT_EQ(parse_json(R"({"rows": [{"seats": 1}, {"seats": 1e400}]})").error(),
            (Error{ErrorCode::out_of_range, "rows[1].seats"}));
  EXPECT_TRUE(parse_json("1e308").ok());
}

TEST(Json, WritesNumbersAsPeopleDo) {
  EXPECT_EQ(to_text(JsonObject{{"years", 3.0}, {"share", 0.94}, {"n", 7}}), R"({"years":3,"share":0.94,"n":7})");
  EXPECT_EQ(to_pretty_text(JsonArray{1.5, JsonObject{}}), "[\n  1.5,\n  {}\n]");
}

TEST(Json, SaysWhereItBreaks) {
  EXPECT_EQ(parse_json(R"({"a": )").error().code, ErrorCode::bad_json);
  EXPECT_EQ(parse_json(R"({"a": 1} x)").error().code, ErrorCode::bad_json);
  EXPECT_EQ(parse_json("\"\xff\"").error().code, ErrorCode::bad_utf8);
}

}  // namespace
}  // namespace collega
