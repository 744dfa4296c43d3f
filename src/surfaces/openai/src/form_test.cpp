#include "form.h"

#include <gmock/gmock.h>

#include "answers.h"

namespace collega::openai {
namespace {

constexpr std::string_view kType = "multipart/form-data; boundary=\"grens\"";

TEST(Form, HasPartsWithNamesAndFiles) {
  const auto form = parse_form(
      kType,
      "--grens\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\nspraak\r\n"
      "--grens\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a.wav\"\r\nContent-Type: audio/wav\r\n\r\n"
      "RIFF\r\n--gre\r\n\r\n--grens--\r\n");
  ASSERT_TRUE(form);
  ASSERT_EQ(form->size(), 2U);
  EXPECT_EQ((*form)[0].name, "model");
  EXPECT_EQ((*form)[0].content, "spraak");
  EXPECT_EQ((*form)[1].file_name, "a.wav");
  EXPECT_EQ((*form)[1].content, "RIFF\r\n--gre\r\n");
}

TEST(Form, WhatIsNoneIsNone) {
  for (const std::string_view body :
       {"", "--grens", "--grens\r\n", "--grens\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb",
        "--grens\r\nno head\r\n--grens--", "--ander--"}) {
    EXPECT_FALSE(parse_form(kType, body)) << body;
  }
  EXPECT_FALSE(parse_form("application/json", "--grens--"));
}

TEST(Problem, SaysWhichMemberAndRepeatsNothing) {
  EXPECT_EQ(
      problem({ErrorCode::missing_member, "messages[2].content", "a detail"}, Language::en),
      R"({"error":{"message":"This part of the input is missing.","type":"invalid_request_error","code":"missing_member","param":"messages[2].content"}})");
  for (const std::string_view place : {"Anna de Wit", "messages: Anna de Wit", "06-12345678"}) {
    EXPECT_THAT(problem({ErrorCode::unknown_value, std::string{place}}, Language::nl),
                testing::Not(testing::HasSubstr("Anna")))
        << place;
    EXPECT_THAT(problem({ErrorCode::unknown_value, std::string{place}}, Language::nl),
                testing::Not(testing::HasSubstr("1234")))
        << place;
  }
}

TEST(Problem, SaysWhenToComeBack) {
  EXPECT_EQ(retry_after({ErrorCode::too_many_requests, "17"}), 17);
  EXPECT_EQ(retry_after({ErrorCode::server_busy}), 1);
  EXPECT_EQ(retry_after({ErrorCode::unknown_model}), 0);
}

}  // namespace
}  // namespace collega::openai
