#include "query.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "collega/base/utf8.h"
#include "text.h"

namespace collega::http {
namespace {

constexpr std::size_t kMostParts = 500;

std::string_view type_of(const Json& schema) {
  const JsonObject* object = schema.if_object();
  const Json* type = object ? object->if_contains("type") : nullptr;
  return type && type->is_string() ? std::string_view{type->get_string()} : std::string_view{};
}

std::optional<Json> whole_value(std::string_view text) {
  std::int64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
  return Json(number);
}

std::optional<Json> number_value(std::string_view text) {
  if (const auto whole = whole_value(text)) return whole;
  double number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || read.ec != std::errc{} || read.ptr != text.data() + text.size() || !std::isfinite(number))
    return std::nullopt;
  return Json(number);
}

Error wrong_type(std::string_view member, std::string_view expected) {
  return {ErrorCode::wrong_type, std::string{member} + ": " + std::string{expected}};
}

Result<Json> value_of(std::string_view member, const std::string& text, const Json& schema) {
  const std::string_view type = type_of(schema);
  if (type == "boolean") {
    if (text == "true" || text == "1") return Json(true);
    if (text == "false" || text == "0") return Json(false);
    return wrong_type(member, "true or false");
  }
  if (type == "integer") {
    if (auto number = whole_value(text)) return *number;
    return wrong_type(member, "whole number");
  }
  if (type == "number") {
    if (auto number = number_value(text)) return *number;
    return wrong_type(member, "number");
  }
  if (type == "object" || type == "array") return parse_json(text);
  return Json(text);
}

}  // namespace

Result<Query> parse_query(std::string_view text) {
  Query query;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('&'), text.size());
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (part.empty()) continue;
    if (query.size() == kMostParts) return Error{ErrorCode::request_malformed, "query"};
    const std::size_t equals = std::min(part.find('='), part.size());
    auto name = percent_decoded(part.substr(0, equals));
    auto value = percent_decoded(part.substr(std::min(equals + 1, part.size())));
    if (!name || !value) return Error{ErrorCode::request_malformed, "query"};
    if (!is_valid_utf8(*name) || !is_valid_utf8(*value)) return Error{ErrorCode::bad_utf8, "query"};
    query.emplace_back(std::move(*name), std::move(*value));
  }
  return query;
}

std::string_view value_in(const Query& query, std::string_view name) {
  const auto found = std::ranges::find(query, name, &Query::value_type::first);
  return found == query.end() ? std::string_view{} : found->second;
}

Result<JsonObject> input_of(const Query& query, const JsonObject& properties) {
  JsonObject input;
  for (const auto& [name, text] : query) {
    const Json* schema = properties.if_contains(name);
    const bool is_list = schema && type_of(*schema) == "array";
    Json value = schema ? TRY(value_of(name, text, is_list ? schema->at("items") : *schema)) : Json(text);
    if (is_list) {
      Json& list = input[name];
      if (!list.is_array()) list.emplace_array();
      list.get_array().push_back(std::move(value));
    } else if (schema && input.contains(name)) {
      return wrong_type(name, "one value");
    } else {
      input[name] = std::move(value);
    }
  }
  return input;
}

}  // namespace collega::http
