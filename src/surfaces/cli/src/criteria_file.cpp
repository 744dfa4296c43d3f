#include "criteria_file.h"

#include <yaml-cpp/yaml.h>

#include <fstream>
#include <iterator>

#include "collega/base/utf8.h"

namespace collega::cli {
namespace {

// A person writes this file by hand: some tens of criteria of a line each.
constexpr std::size_t kMostBytes = 1u << 20;
// Aliases let a small file stand for a huge one; this is what it may unfold to.
constexpr std::size_t kMostNodes = 10'000;
constexpr int kDeepest = 16;

class YamlReader {
 public:
  explicit YamlReader(std::string_view name) : name_(name) {}

  Result<Json> read(const YAML::Node& node, int depth = 0) {
    if (++nodes_ > kMostNodes || depth > kDeepest) return error_at(node.Mark());
    switch (node.Type()) {
      case YAML::NodeType::Scalar:
        return scalar(node);
      case YAML::NodeType::Sequence:
        return list(node, depth);
      case YAML::NodeType::Map:
        return object(node, depth);
      default:
        return Json(nullptr);
    }
  }

  [[nodiscard]] Error error_at(const YAML::Mark& mark, std::string detail = {}) const {
    const std::string line = mark.is_null() ? "" : ":" + std::to_string(mark.line + 1);
    return {ErrorCode::bad_yaml, name_ + line, std::move(detail)};
  }

 private:
  Result<Json> scalar(const YAML::Node& node) {
    if (!is_valid_utf8(node.Scalar())) return error_at(node.Mark());  // an escape such as "\xff"
    return Json(node.Scalar());
  }

  Result<Json> list(const YAML::Node& node, int depth) {
    JsonArray items;
    for (const YAML::Node& item : node) items.push_back(TRY(read(item, depth + 1)));
    return Json(std::move(items));
  }

  Result<Json> object(const YAML::Node& node, int depth) {
    JsonObject members;
    for (const auto& entry : node) {
      const YAML::Node& key = entry.first;
      if (!key.IsScalar() || !is_valid_utf8(key.Scalar())) return error_at(key.Mark());
      if (members.contains(key.Scalar())) return error_at(key.Mark());
      members[key.Scalar()] = TRY(read(entry.second, depth + 1));
    }
    return Json(std::move(members));
  }

  std::string name_;
  std::size_t nodes_ = 0;
};

Result<Json> parse_yaml(std::string_view text, std::string_view name) {
  YamlReader reader{name};
  try {
    return reader.read(YAML::Load(std::string{text}));
  } catch (const YAML::Exception& failure) {
    return reader.error_at(failure.mark, failure.what());
  }
}

/// Numbers and truths as their text; null members left out: {threshold: } asks no threshold.
Json as_text(const Json& value) {
  if (const JsonArray* list = value.if_array()) {
    JsonArray items;
    for (const Json& item : *list) items.push_back(as_text(item));
    return items;
  }
  if (const JsonObject* object = value.if_object()) {
    JsonObject members;
    for (const auto& [name, member] : *object) {
      if (!member.is_null()) members[name] = as_text(member);
    }
    return members;
  }
  return value.is_string() || value.is_null() ? value : Json(to_text(value));
}

Result<JsonArray> list_in(const Json& file, std::string_view name) {
  if (const JsonArray* list = file.if_array()) return as_text(*list).as_array();
  if (const JsonObject* object = file.if_object()) {
    for (const std::string_view member : {"criteria", "requirements"}) {
      const Json* list = object->if_contains(member);
      if (list && list->is_array()) return as_text(*list).as_array();
    }
  }
  return Error{ErrorCode::missing_member, std::string{name} + ": criteria"};
}

}  // namespace

Result<JsonArray> parse_criteria(std::string_view text, std::string_view name) {
  if (text.size() > kMostBytes) return Error{ErrorCode::document_too_large, std::string{name}};
  if (!is_valid_utf8(text)) return Error{ErrorCode::bad_utf8, std::string{name}};
  if (!name.ends_with(".json")) return list_in(TRY(parse_yaml(text, name)), name);
  Result<Json> json = parse_json(text);
  if (!json) return Error{json.error().code, std::string{name} + ": " + json.error().where, json.error().detail};
  return list_in(json.value(), name);
}

Result<JsonArray> read_criteria(const std::filesystem::path& path) {
  std::error_code failure;
  if (!std::filesystem::exists(path, failure)) return Error{ErrorCode::file_not_found, path.string()};
  std::ifstream file{path, std::ios::binary};
  if (!file || std::filesystem::is_directory(path, failure)) return Error{ErrorCode::file_unreadable, path.string()};
  std::string text;
  for (std::istreambuf_iterator<char> at{file}, end; at != end && text.size() <= kMostBytes; ++at) text += *at;
  return parse_criteria(text, path.string());
}

}  // namespace collega::cli
