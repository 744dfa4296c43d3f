#include "shield.h"

#include <gmock/gmock.h>

#include "base64.h"
#include "collega/base/error.h"
#include "restoring.h"
#include "shapes.h"

namespace collega::gateway {
namespace {

using testing::Eq;
using testing::HasSubstr;
using testing::Not;
using namespace std::string_literals;

constexpr Date kToday{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}};

/// A request as it would leave, or why it would not.
struct Left {
  JsonObject request;
  std::optional<Error> error;
  DataClass data = DataClass::open;
  privacy::Vault vault;

  Left(std::string_view json, Result<Done> (*add)(JsonObject&, Shield&), Policy policy = {}) {
    request = parse_json(json).value().get_object();
    Shield shield{policy, nullptr, privacy::Vault{}};
    error = left(add, shield);
    vault = shield.vault();
  }
  [[nodiscard]] std::string text() const { return to_text(request); }
  [[nodiscard]] std::string why() const {
    return error ? std::string{name_of(error->code)} + " " + error->where : "left";
  }

 private:
  std::optional<Error> left(Result<Done> (*add)(JsonObject&, Shield&), Shield& shield) {
    if (const Result<Done> added = add(request, shield); !added) return added.error();
    const Result<DataClass> looked = shield.look();
    if (!looked) return looked.error();
    data = looked.value();
    if (const Result<Done> replaced = shield.replace(kToday); !replaced) return replaced.error();
    return std::nullopt;
  }
};

TEST(Shield, EveryTextOfAChatIsLookedThrough) {
  const Left left{R"json({"model":"m","messages":[
      {"role":"system","content":"BSN 123456782"},
      {"role":"user","name":"BSN 123456782","content":[{"type":"text","text":"![BSN 123456782](kaart.png)"}]},
      {"role":"assistant","refusal":"BSN 123456782","tool_calls":[{"id":"c","type":"function","function":{"name":"zoek",
        "arguments":"{\"BSN 123456782\":[123456782, \"BSN 123456782\"]}"}}]},
      {"role":"tool","tool_call_id":"c","content":"BSN 123456782"}],
      "tools":[{"type":"function","function":{"name":"zoek","description":"BSN 123456782","parameters":{"enum":["BSN 123456782"]}}}],
      "response_format":{"type":"json_schema","json_schema":{"description":"BSN 123456782"}},"stop":"BSN 123456782"})json",
                  add_chat};
  ASSERT_EQ(left.why(), "left");
  EXPECT_THAT(left.text(), Not(HasSubstr("123456782")));
  EXPECT_EQ(left.data, DataClass::personal);
}

TEST(Shield, WhatTellsWhoAsksIsLeftOut) {
  const Left left{
      R"({"model":"m","messages":[{"role":"user","content":"Hallo"}],"user":"anna","metadata":{"a":"b"},"store":true})",
      add_chat};
  EXPECT_EQ(left.text(), R"({"model":"m","messages":[{"role":"user","content":"Hallo"}]})");
}

TEST(Shield, WhatIsNotNamedDoesNotLeave) {
  const auto why = [](std::string_view json) { return Left{json, add_chat}.why(); };
  EXPECT_EQ(why(R"({"messages":[{"role":"user","content":"a","kaart":1}]})"), "shield_cannot_check messages[0].kaart");
  EXPECT_EQ(why(R"({"messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"x"}}]}]})"),
            "shield_cannot_check messages[0].content[0].image_url");
  EXPECT_EQ(why(R"({"messages":[{"role":"Anna de Wit","content":"a"}]})"), "shield_cannot_check messages[0].role");
  EXPECT_EQ(why(R"({"messages":[{"role":"user","content":"a","Anna de Wit":1}]})"),
            "shield_cannot_check messages[0].?");
  EXPECT_EQ(why(R"({"messages":[],"tools":[{"type":"web_search"}]})"), "shield_cannot_check tools[0]");
  EXPECT_EQ(why(R"({"model":"m"})"), "missing_member messages");
  EXPECT_EQ(why(R"({"messages":[{"role":"user","content":"a","kaart":null}]})"), "left");
}

TEST(Shield, AFileOfPlainTextIsLookedThroughAndAnyOtherRefused) {
  const auto of = [](std::string_view type, std::string_view bytes) {
    return R"({"messages":[{"role":"user","content":[{"type":"file","file":{"filename":"BSN 123456782.txt","file_data":"data:)" +
           std::string{type} + ";base64," + to_base64(bytes) + R"("}}]}]})";
  };
  const Left left{of("text/plain", "BSN 123456782"), add_chat};
  ASSERT_EQ(left.why(), "left");
  EXPECT_THAT(left.text(), Not(HasSubstr("123456782")));
  EXPECT_THAT(left.text(), Not(HasSubstr(to_base64("BSN 123456782"))));
  EXPECT_THAT(Left(of("application/pdf", "%PDF"), add_chat).why(), HasSubstr("shield_cannot_check"));
  EXPECT_THAT(Left(of("text/plain", "\xff\xfe"), add_chat).why(), HasSubstr("shield_cannot_check"));
}

TEST(Shield, ARefusedKindStopsAllAndIsNamed) {
  Policy policy;
  policy.kinds = {{privacy::Kind::BSN, privacy::Treatment::refuse}};
  const Left left{R"({"messages":[{"role":"user","content":"BSN 123456782"}]})", add_chat, policy};
  EXPECT_EQ(left.why(), "shield_refuses BSN");
}

TEST(Shield, AnInputThatIsTooLongStopsAll) {
  Policy policy;
  policy.most_characters = 10;
  EXPECT_EQ(Left(R"({"messages":[{"role":"user","content":"elf letters"}]})", add_chat, policy).why(),
            "request_too_large 10 bytes");
}

TEST(Shield, ResponsesAreLookedThroughAndWhatTheServiceWouldKeepIsRefused) {
  const Left left{R"({"model":"m","instructions":"BSN 123456782","input":[{"role":"user","content":"BSN 123456782"},
      {"type":"function_call","call_id":"c","name":"zoek","arguments":"{\"bsn\":\"BSN 123456782\"}"},
      {"type":"function_call_output","call_id":"c","output":"BSN 123456782"},
      {"type":"reasoning","id":"r","summary":[{"type":"summary_text","text":"BSN 123456782"}],"encrypted_content":"x"}]})",
                  add_response};
  ASSERT_EQ(left.why(), "left");
  EXPECT_THAT(left.text(), Not(HasSubstr("123456782")));
  EXPECT_THAT(left.text(), Not(HasSubstr("encrypted")));
  EXPECT_EQ(Left(R"({"input":"a","previous_response_id":"r"})", add_response).why(),
            "shield_cannot_check previous_response_id");
  EXPECT_EQ(Left(R"({"input":[{"type":"item_reference","id":"r"}]})", add_response).why(),
            "shield_cannot_check input[0].item_reference");
}

TEST(Originals, ArgumentsOfAToolCallStayJson) {
  const privacy::Vault vault = privacy::Vault::of({{"Persoon-A", "Anna \"de\"\nWit", privacy::Kind::PERSON}}).value();
  const Originals originals{vault};
  Json answer =
      parse_json(
          R"({"choices":[{"message":{"content":"Persoon-A","tool_calls":[{"function":{"arguments":"{\"Persoon-A\":\"Persoon-A\"}"}}]},
      "logprobs":{"content":[]}}]})")
          .value();
  originals.in_answer(answer);
  const JsonObject& choice = answer.at("choices").at(0).as_object();
  EXPECT_EQ(choice.at("message").at("content").as_string(), "Anna \"de\"\nWit");
  EXPECT_TRUE(choice.at("logprobs").is_null());
  const auto& arguments = choice.at("message").at("tool_calls").at(0).at("function").at("arguments").as_string();
  EXPECT_THAT(parse_json(std::string_view{arguments}).value(), Eq(Json{{"Anna \"de\"\nWit", "Anna \"de\"\nWit"}}));
}

std::string streamed(AnswerStream& stream, const std::vector<std::string>& pieces, std::string_view before,
                     std::string_view after) {
  std::string text;
  for (const std::string& piece : pieces) {
    const auto events = stream.take(std::string{before} + piece + std::string{after});
    for (const Json& event : events.value()) text += to_text(event) + "\n";
  }
  return text;
}

TEST(ChatStream, APlaceholderInPiecesIsOneNameAndTheEndComesLast) {
  const privacy::Vault vault = privacy::Vault::of({{"Persoon-A", "Anna de Wit", privacy::Kind::PERSON}}).value();
  const Originals originals{vault};
  ChatStream stream{originals, false};
  const std::string text =
      streamed(stream, {"Dag ", "Per", "soon", "-", "A"}, R"({"choices":[{"index":0,"delta":{"content":")", R"("}}]})");
  EXPECT_THAT(text, HasSubstr("Dag "));
  EXPECT_THAT(text, Not(HasSubstr("Per")));
  EXPECT_FALSE(stream.is_whole());
  const auto end = stream.take(
      R"({"choices":[{"index":0,"delta":{},"finish_reason":"stop"}],"usage":{"prompt_tokens":3,"completion_tokens":2}})");
  ASSERT_EQ(end->size(), 2U);
  EXPECT_THAT(to_text(end->front()), HasSubstr("Anna de Wit"));
  EXPECT_THAT(to_text(end->back()), HasSubstr("stop"));
  EXPECT_THAT(to_text(end->back()), Not(HasSubstr("usage")));
  EXPECT_TRUE(stream.is_whole());
  EXPECT_EQ(stream.tokens().in, 3);
}

TEST(ChatStream, AnErrorOfTheServiceIsNotPassedOn) {
  const privacy::Vault vault;
  const Originals originals{vault};
  ChatStream stream{originals, false};
  EXPECT_EQ(stream.take(R"({"error":{"message":"Anna"}})").error(), (Error{ErrorCode::model_unreachable}));
  EXPECT_EQ(stream.take("{").error().code, ErrorCode::model_broken);
}

TEST(ResponseStream, WhatWasHeldBackIsADeltaOfItsOwnAndEventsAreNumberedAnew) {
  const privacy::Vault vault = privacy::Vault::of({{"Persoon-A", "Anna", privacy::Kind::PERSON}}).value();
  const Originals originals{vault};
  ResponseStream stream{originals};
  EXPECT_TRUE(
      stream.take(R"({"type":"response.output_text.delta","item_id":"m","delta":"Persoon-A","sequence_number":7})")
          ->empty());
  const auto done =
      stream.take(R"({"type":"response.output_text.done","item_id":"m","text":"Persoon-A","sequence_number":8})");
  ASSERT_EQ(done->size(), 2U);
  EXPECT_EQ(to_text(done->front()),
            R"({"type":"response.output_text.delta","item_id":"m","delta":"Anna","sequence_number":0})");
  EXPECT_EQ(to_text(done->back()),
            R"({"type":"response.output_text.done","item_id":"m","text":"Anna","sequence_number":1})");
}

TEST(Base64, ThereAndBack) {
  for (const std::string& bytes : {""s, "a"s, "ab"s, "abc"s, "\0\xff\x7f\x80"s})
    EXPECT_EQ(from_base64(to_base64(bytes)), bytes);
  EXPECT_EQ(to_base64("Anna"), "QW5uYQ==");
  EXPECT_FALSE(from_base64("QW5u*Q=="));
  EXPECT_FALSE(from_base64("QW5uY"));
}

}  // namespace
}  // namespace collega::gateway
