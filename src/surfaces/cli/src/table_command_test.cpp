// Commands that follow from the table of operations.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "collega/base/described.h"
#include "fake_office.h"

namespace collega::cli {

enum class Order { name, age };
BOOST_DESCRIBE_ENUM(Order, name, age)

enum class Contract { permanent, temporary, on_call, agency, secondment, apprenticeship };
BOOST_DESCRIBE_ENUM(Contract, permanent, temporary, on_call, agency, secondment, apprenticeship)

struct TeamAsked {
  std::string team;
  std::vector<std::string> units;
  std::optional<Date> as_of;
  Order order = Order::name;
  int limit = 50;
  bool all = false;
  std::optional<Contract> contract;
};
BOOST_DESCRIBE_STRUCT(TeamAsked, (), (team, units, as_of, order, limit, all, contract))

}  // namespace collega::cli

template <>
struct collega::FieldTable<collega::cli::TeamAsked> {
  static constexpr Field rows[] = {
      {.name = "team", .meaning = {"welk team", "which team"}},
      {.name = "units", .meaning = {"afdelingen", "units"}, .has_default = true},
      {.name = "as_of", .meaning = {"peildatum", "as of"}},
      {.name = "order", .meaning = {"volgorde", "order"}, .has_default = true},
      {.name = "limit", .meaning = {"hoeveel", "how many"}, .has_default = true},
      {.name = "all", .meaning = {"ook wie weg is", "also who left"}, .has_default = true},
      {.name = "contract", .meaning = {"soort contract", "kind of contract"}},
  };
};

namespace collega::cli {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class TableCommand : public ::testing::Test {
 protected:
  TableCommand() {
    office_.add("people.list", [this](const Json& input, operations::Context&) -> Result<Json> {
      given_ = to_text(input);
      if (input.as_object().contains("limit") && input.at("limit") == 0) return Error{ErrorCode::out_of_range, "limit"};
      const auto* answer =
          R"({"people":[{"name":"Wit, Anna de","hours":36},{"name":"Bos, Jan","hours":24.5}],"next":null})";
      return parse_json(answer).value();
    });
    operations::Operation& row = office_.last();
    row.title = {"Mensen", "People"};
    row.command = "people list";
    row.given = {"team", "units"};
    row.handler.input_schema = [](Language language) { return json_schema<TeamAsked>(language); };
  }
  int call(std::vector<const char*> words) { return office_.call(std::move(words)); }

  FakeOffice office_;
  std::string given_;
};

TEST_F(TableCommand, MakesTheInputFromItsWords) {
  EXPECT_EQ(
      call({"people", "list", "nacht", "A01", "A02", "--as-of", "2026-01-01", "--limit=3", "--all", "--order", "age"}),
      0);
  EXPECT_EQ(given_,
            R"({"team":"nacht","units":["A01","A02"],"as_of":"2026-01-01","limit":3,"all":true,"order":"age"})");
}

TEST_F(TableCommand, ShowsAListAsATable) {
  call({"people", "list", "nacht"});
  EXPECT_THAT(office_.out(),
              AllOf(HasSubstr("name          hours\n"), HasSubstr("Wit, Anna de  36\n"), Not(HasSubstr("next"))));
}

TEST_F(TableCommand, ShowsTheAnswerAsJsonWhenAsked) {
  call({"people", "list", "nacht", "--json"});
  EXPECT_EQ(parse_json(office_.out()).value().at("people").at(1).at("hours"), 24.5);
}

TEST_F(TableCommand, SaysWhatIsWrongWithTheCall) {
  EXPECT_EQ(call({"people", "list"}), 2);
  EXPECT_THAT(office_.err(), HasSubstr("team ontbreekt"));
  EXPECT_EQ(call({"people", "list", "nacht", "--limt", "3", "--lang", "en"}), 2);
  EXPECT_THAT(office_.err(), HasSubstr("--limt does not belong here"));
  EXPECT_EQ(call({"people", "list", "nacht", "--limit", "veel"}), 2);
  EXPECT_THAT(office_.err(), HasSubstr("--limit kan niet veel zijn"));
  EXPECT_EQ(call({"people", "list", "nacht", "--limit"}), 2);
}

TEST_F(TableCommand, PassesOnTheErrorOfTheOperation) {
  EXPECT_EQ(call({"people", "list", "nacht", "--limit", "0"}), 1);
  EXPECT_THAT(office_.err(), HasSubstr("(limit)"));
}

TEST_F(TableCommand, ExplainsItself) {
  EXPECT_EQ(call({"people", "list", "--help", "--lang", "en"}), 0);
  EXPECT_THAT(office_.out(), AllOf(HasSubstr("collega people list TEAM UNITS..."), HasSubstr("--as-of YYYY-MM-DD"),
                                   HasSubstr("--order name|age"), HasSubstr("also who left")));
}

TEST_F(TableCommand, GivesAnOptionWithManyValuesALineOfItsOwn) {
  EXPECT_EQ(call({"people", "list", "--help", "--lang", "en"}), 0);
  EXPECT_THAT(office_.out(), HasSubstr("secondment|apprenticeship\n"));
  EXPECT_THAT(office_.out(), HasSubstr("  kind of contract\n"));
}

TEST_F(TableCommand, NamesTheCommandsOfAGroup) {
  EXPECT_EQ(call({"people"}), 0);
  EXPECT_THAT(office_.out(), HasSubstr("people list  Mensen"));
  EXPECT_EQ(call({"people", "lst"}), 2);
  EXPECT_THAT(office_.err(), HasSubstr("people list  Mensen"));
}

TEST_F(TableCommand, AsksForTheRecordsItNeeds) {
  office_.last().stored = operations::Stored::reads;
  EXPECT_EQ(call({"people", "list", "nacht"}), 2);
  EXPECT_THAT(office_.err(), HasSubstr("--data"));
}

TEST_F(TableCommand, StandsInTheHelpOfTheWholeProgram) {
  call({"--help"});
  EXPECT_THAT(office_.out(), HasSubstr("people list  Mensen"));
}

}  // namespace
}  // namespace collega::cli
