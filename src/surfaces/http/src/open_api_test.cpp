#include "open_api.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "http_test_support.h"
#include "routes.h"
#include "text.h"

namespace collega::http {
namespace {

class OpenApiTest : public ::testing::Test {
 protected:
  TestOffice office_;
  Json document_ = open_api_document(office_.table(), "0.1.0", Language::en);

  const JsonObject& paths() { return document_.at("paths").as_object(); }
  const Json& entry(std::string_view path, std::string_view method) { return paths().at(path).at(method); }
};

/// Every reference within the document leads somewhere.
void follow(const Json& value, const Json& document) {
  if (const JsonObject* object = value.if_object()) {
    for (const auto& [name, member] : *object) {
      if (name != "$ref") {
        follow(member, document);
        continue;
      }
      boost::system::error_code failure;
      EXPECT_TRUE(document.find_pointer(std::string{member.as_string()}.substr(1), failure)) << member;
    }
  } else if (const JsonArray* array = value.if_array()) {
    for (const Json& item : *array) follow(item, document);
  }
}

TEST_F(OpenApiTest, DescribesEveryRouteThatProgramsUse) {
  const std::vector<Mount> none;
  const Routes routes{office_.table(), none};
  for (const Route& route : routes.all()) {
    if (!route.pattern.starts_with("/api/")) continue;
    ASSERT_TRUE(paths().contains(route.pattern)) << route.pattern;
    for (const Action& action : route.actions) {
      std::string method{text_of(action.method)};
      std::ranges::transform(method, method.begin(), lower);
      EXPECT_TRUE(paths().at(route.pattern).as_object().contains(method)) << method << ' ' << route.pattern;
    }
  }
}

TEST_F(OpenApiTest, LeadsNowhereThatIsNotThere) { follow(document_, document_); }

TEST_F(OpenApiTest, GivesEachEntryItsOwnName) {
  std::set<std::string> names;
  for (const auto& [path, methods] : paths()) {
    for (const auto& [method, about] : methods.as_object()) {
      if (const Json* name = about.is_object() ? about.as_object().if_contains("operationId") : nullptr) {
        EXPECT_TRUE(names.insert(std::string{name->as_string()}).second) << *name;
      }
    }
  }
}

TEST_F(OpenApiTest, TakesSchemasFromTheHandlers) {
  const Json& post = entry("/api/notes/add", "post");
  const Json& schema = post.at("requestBody").at("content").at("application/json").at("schema");
  EXPECT_EQ(schema, office_.table().find("notes.add").value()->handler.input_schema(Language::en));
  EXPECT_EQ(post.at("summary").as_string(), "Note");
  EXPECT_EQ(post.at("tags").as_array().at(0).as_string(), "notes");
  EXPECT_EQ(post.at("x-may").as_array().at(0).as_string(), "hr_adviser");
  EXPECT_TRUE(post.at("responses").as_object().contains("200"));
  EXPECT_FALSE(entry("/api/notes/slow", "post").at("responses").as_object().contains("200"));  // a job: 202 alone
}

TEST_F(OpenApiTest, MakesParametersOfTheInputOfWhatReads) {
  const JsonArray& parameters = entry("/api/notes/count", "get").at("parameters").as_array();
  EXPECT_EQ(parameters.at(0).at("name").as_string(), "text");
  EXPECT_TRUE(parameters.at(0).at("required").as_bool());
  EXPECT_EQ(parameters.at(1).at("schema").at("maximum").to_number<double>(), 9);
  EXPECT_FALSE(paths().at("/api/notes/add").as_object().contains("get"));
}

TEST_F(OpenApiTest, SpeaksBothLanguages) {
  EXPECT_EQ(open_api_document(office_.table(), "0.1.0", Language::nl)
                .at("paths")
                .at("/api/notes/add")
                .at("post")
                .at("summary")
                .as_string(),
            "Notitie");
  OpenApi api{office_.table(), "0.1.0"};
  EXPECT_EQ(*api.written(Language::en).plain, to_text(document_));
  EXPECT_NE(api.written(Language::nl).tag, api.written(Language::en).tag);
}

}  // namespace
}  // namespace collega::http
