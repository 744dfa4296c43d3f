#include "collega/cli/run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

#include "fake_office.h"
#include "texts.h"

namespace collega::cli {
namespace {

using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;

class CommandLine : public testing::Test {
 protected:
  CommandLine() {
    office_.add("words.length",
                [](const Json& input, operations::Context& context) -> Result<Json> {
                  const JsonObject* object = input.if_object();
                  if (!object || !object->contains("word")) return Error{ErrorCode::missing_member, "word"};
                  if (object->at("word") == "bug") throw std::runtime_error("secret");
                  return Json(JsonObject{{"length", object->at("word").as_string().size()},
                                         {"language", code_of(context.language)}});
                },
                {"word"});
    office_.last().risk = {operations::Risk::limited, ""};
  }

  FakeOffice office_;
};

TEST_F(CommandLine, RunsOneObject) {
  EXPECT_EQ(office_.call({"run", "words.length"}, R"({"id":7,"word":"verlof"})"), 0);
  EXPECT_EQ(office_.out(), "{\"length\":6,\"language\":\"nl\",\"local\":true,\"id\":7}\n");
}

TEST_F(CommandLine, GivesAsManyLinesAsItGot) {
  EXPECT_EQ(
      office_.call({"run", "words.length", "--jsonl"}, "{\"word\":\"a\"}\n\nniets\n{\"id\":\"x\"}\n{\"word\":\"bc\"}"),
      1);
  EXPECT_EQ(office_.out(),
            "{\"length\":1,\"language\":\"nl\",\"local\":true}\n"
            "{\"error\":{\"code\":\"bad_json\",\"message\":\"De invoer is geen geldige JSON.\",\"where\":\"byte 0\"}}\n"
            "{\"error\":{\"code\":\"bad_json\",\"message\":\"De invoer is geen geldige JSON.\",\"where\":\"byte 0\"}}\n"
            "{\"id\":\"x\",\"error\":{\"code\":\"missing_member\",\"message\":\"Dit onderdeel van de invoer "
            "ontbreekt.\",\"where\":\"word\"}}\n"
            "{\"length\":2,\"language\":\"nl\",\"local\":true}\n");
}

TEST_F(CommandLine, GivesNothingForNoLines) {
  EXPECT_EQ(office_.call({"run", "words.length", "--jsonl"}), 0);
  EXPECT_EQ(office_.out(), "");
}

TEST_F(CommandLine, GoesOnAfterABugAndDoesNotTellWhatItSaid) {
  EXPECT_EQ(office_.call({"run", "words.length", "--jsonl"}, "{\"word\":\"bug\"}\n{\"word\":\"a\"}\n"), 1);
  EXPECT_THAT(office_.out(), AllOf(HasSubstr("\"internal\""), HasSubstr("\"length\":1"), Not(HasSubstr("secret"))));
}

TEST_F(CommandLine, NamesTheMembersThatWereIgnored) {
  office_.call({"run", "words.length"}, R"({"word":"a","wrod":"b"})");
  EXPECT_THAT(office_.out(), HasSubstr("\"ignored\":[\"wrod\"]"));
}

TEST_F(CommandLine, CannotRunWhatItDoesNotKnow) {
  EXPECT_EQ(office_.call({"run", "words.lenght", "--jsonl"}, "{}\n"), 2);
  EXPECT_EQ(office_.out(), "");
  EXPECT_THAT(office_.err(), HasSubstr("(words.lenght)"));
}

TEST_F(CommandLine, DoesNotRunWhatReadsStoredDataWithoutData) {
  office_.last().stored = operations::Stored::reads;
  EXPECT_EQ(office_.call({"run", "words.length"}, "{}"), 2);
  EXPECT_THAT(office_.err(), HasSubstr("--data"));
}

TEST_F(CommandLine, SaysThatDataWasNotRead) {
  EXPECT_EQ(office_.call({"run", "words.length", "--data", "map"}, R"({"word":"a"})"), 0);
  EXPECT_THAT(office_.err(), HasSubstr("map"));
}

TEST_F(CommandLine, NamesTheTaxonomyBeforeItRuns) {
  office_.call({"run", "words.length", "--taxonomy", "esco"}, R"({"word":"a"})");
  EXPECT_EQ(office_.taxonomy, "esco");
  office_.call({"serve", "--taxonomy", "esco 2"});
  EXPECT_EQ(office_.taxonomy, "esco 2");
}

TEST_F(CommandLine, SpeaksTheLanguageAskedWhereverItStands) {
  office_.call({"run", "words.length", "--lang", "en"}, R"({"word":"a"})");
  office_.call({"--lang=en", "run", "words.length"}, R"({"word":"a"})");
  EXPECT_EQ(office_.out(),
            "{\"length\":1,\"language\":\"en\",\"local\":true}\n{\"length\":1,\"language\":\"en\",\"local\":true}\n");
}

TEST_F(CommandLine, ListsItsOperationsWithTheirRisk) {
  EXPECT_EQ(office_.call({"operations"}), 0);
  EXPECT_EQ(office_.out(), "words.length  beperkt  Doet iets.\n");
}

TEST_F(CommandLine, TellsAllAboutOneOperation) {
  EXPECT_EQ(office_.call({"operations", "words.length", "--lang", "en"}), 0);
  const Json about = parse_json(office_.out()).value();
  EXPECT_EQ(about.at("purpose").as_string(), "Does something.");
  EXPECT_EQ(about.at("risk").at("level").as_string(), "limited");
  EXPECT_TRUE(about.at("input").at("properties").as_object().contains("word"));
}

TEST_F(CommandLine, SaysWhatIsWrongWithACall) {
  const std::pair<std::vector<const char*>, const char*> kCalls[] = {
      {{}, "er staat geen opdracht"},
      {{"matsh"}, "de opdracht matsh bestaat niet"},
      {{"run"}, "welke bewerking?"},
      {{"run", "words.length", "--jsonn"}, "--jsonn hoort hier niet"},
      {{"run", "words.length", "--data"}, "achter --data hoort"},
      {{"run", "words.length", "nog.een"}, "nog.een hoort hier niet"},
      {{"read"}, "welk bestand?"},
      {{"match", "vacature.md"}, "een map met cv's"},
      {{"operations", "--lang", "fr"}, "--lang fr"},
  };
  for (const auto& [arguments, complaint] : kCalls) {
    FakeOffice office;
    EXPECT_EQ(office.call(arguments), 2) << complaint;
    EXPECT_THAT(office.err(), HasSubstr(complaint));
    EXPECT_EQ(office.out(), "");
  }
}

TEST_F(CommandLine, ExplainsItselfAndEachCommand) {
  for (std::vector<const char*> arguments : std::vector<std::vector<const char*>>{
           {"--help"}, {"operations", "--help"}, {"run", "-h"}, {"read", "--help"}, {"match", "--help"}}) {
    FakeOffice dutch;
    EXPECT_EQ(dutch.call(arguments), 0);
    EXPECT_THAT(dutch.out(), AllOf(HasSubstr("Gebruik: collega"), EndsWith("\n")));
    FakeOffice english;
    arguments.push_back("--lang=en");
    EXPECT_EQ(english.call(arguments), 0);
    EXPECT_THAT(english.out(), HasSubstr("Usage: collega"));
  }
}

TEST_F(CommandLine, SaysItsVersion) {
  EXPECT_EQ(office_.call({"--version"}), 0);
  EXPECT_EQ(office_.out(), "collega 0.1.0\n");
}

}  // namespace
}  // namespace collega::cli
