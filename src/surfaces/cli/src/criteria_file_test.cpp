#include "criteria_file.h"

#include <gtest/gtest.h>

namespace collega::cli {
namespace {

Error error_of(std::string_view text, std::string_view name = "eisen.yaml") {
  return parse_criteria(text, name).error();
}

TEST(CriteriaFile, ReadsAList) {
  EXPECT_EQ(
      parse_criteria("- {label: Rijbewijs B, kind: must, type: licence}\n- label: SQL\n", "eisen.yaml").value(),
      parse_json(R"([{"label":"Rijbewijs B","kind":"must","type":"licence"},{"label":"SQL"}])").value().as_array());
}

TEST(CriteriaFile, FindsTheListUnderEitherName) {
  EXPECT_EQ(parse_criteria("form: docx\nrequirements:\n  - label: SQL\n", "a.yaml").value().size(), 1u);
  EXPECT_EQ(parse_criteria("criteria:\n  - label: SQL\n", "a.yaml").value().size(), 1u);
}

TEST(CriteriaFile, TakesAThresholdAsNumberOrAsText) {
  const std::string_view yaml =
      "- {label: a, threshold: 3}\n- {label: b, threshold: \"3\"}\n- {label: c, threshold: mbo4}\n";
  const JsonArray criteria = parse_criteria(yaml, "a.yaml").value();
  EXPECT_EQ(criteria[0].at("threshold"), criteria[1].at("threshold"));
  EXPECT_EQ(criteria[2].at("threshold").as_string(), "mbo4");
  EXPECT_EQ(parse_criteria(R"([{"label":"a","threshold":3}])", "a.json").value()[0].at("threshold").as_string(), "3");
}

TEST(CriteriaFile, TakesAnEmptyThresholdForNone) {
  EXPECT_FALSE(parse_criteria("- {label: a, threshold: }", "a.yaml").value()[0].as_object().contains("threshold"));
}

TEST(CriteriaFile, SaysOnWhichLineItBreaks) {
  EXPECT_EQ(error_of("- label: a\n- {label: b\n- c: d\n").code, ErrorCode::bad_yaml);
  EXPECT_EQ(error_of("- label: a\n- label: b\n  label: c\n").where, "eisen.yaml:3");
  EXPECT_EQ(error_of("[1, 2", "eisen.json").code, ErrorCode::bad_json);
}

TEST(CriteriaFile, SaysThatThereIsNoList) {
  EXPECT_EQ(error_of("eisen:\n  - label: a\n"), (Error{ErrorCode::missing_member, "eisen.yaml: criteria"}));
  EXPECT_EQ(error_of("").code, ErrorCode::missing_member);
}

TEST(CriteriaFile, RefusesAFileThatUnfoldsWithoutEnd) {
  std::string yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 9; ++i) {
    const std::string last = "*a" + std::to_string(i - 1);
    yaml += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + last;
    for (int k = 0; k < 9; ++k) yaml += ", " + last;
    yaml += "]\n";
  }
  EXPECT_EQ(error_of(yaml).code, ErrorCode::bad_yaml);
  EXPECT_EQ(error_of(std::string(5'000, '[')).code, ErrorCode::bad_yaml);
}

TEST(CriteriaFile, RefusesBytesThatAreNoText) {
  EXPECT_EQ(error_of("- label: \xff").code, ErrorCode::bad_utf8);
  EXPECT_EQ(error_of(R"(- label: "\xff\ud800")").code, ErrorCode::bad_yaml);
}

TEST(CriteriaFile, IsNotThere) {
  EXPECT_EQ(read_criteria("er/is/geen/eisen.yaml").error().code, ErrorCode::file_not_found);
  EXPECT_EQ(read_criteria(".").error().code, ErrorCode::file_unreadable);
}

}  // namespace
}  // namespace collega::cli
