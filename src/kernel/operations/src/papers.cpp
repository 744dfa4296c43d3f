#include "papers.h"

#include <algorithm>

namespace collega::operations {
namespace {

constexpr std::string_view kPaper = "x-paper";

const Json* member(const Json& schema, std::string_view name) {
  const JsonObject* object = schema.if_object();
  return object ? object->if_contains(name) : nullptr;
}

}  // namespace

bool has_papers(const Json& input_schema) {
  if (member(input_schema, kPaper)) return true;
  if (const Json* items = member(input_schema, "items"); items && has_papers(*items)) return true;
  const Json* properties = member(input_schema, "properties");
  return properties &&
         std::ranges::any_of(properties->as_object(), [](const auto& one) { return has_papers(one.value()); });
}

Result<Json> Papers::to_paths(Json input, const Json& schema) {
  TRY(translate(input, schema));
  return input;
}

Result<Done> Papers::translate(Json& value, const Json& schema) {
  if (const Json* paper = member(schema, kPaper)) return translate_paper(value, paper->as_string());
  if (JsonArray* array = value.if_array()) {
    const Json* items = member(schema, "items");
    for (Json& item : *array) {
      if (items) TRY(translate(item, *items));
    }
  } else if (JsonObject* object = value.if_object()) {
    const Json* properties = member(schema, "properties");
    for (auto& [name, item] : *object) {
      const Json* property = properties ? properties->as_object().if_contains(name) : nullptr;
      if (property) TRY(translate(item, *property));
    }
  }
  return Done{};
}

Result<Done> Papers::translate_paper(Json& value, std::string_view paper) {
  if (JsonArray* array = value.if_array()) {
    for (Json& item : *array) TRY(translate_paper(item, paper));
    return Done{};
  }
  const auto* text = value.if_string();
  if (text && paper == name_of(Paper::folder)) return Error{ErrorCode::at_terminal_only};
  if (!text) return Done{};  // whoever reads the input says what is wrong with it
  value = Json(paper == name_of(Paper::made) ? TRY(made_path(*text)) : TRY(given_path(*text)));
  return Done{};
}

Result<std::string> Papers::given_path(std::string_view id) {
  const Result<FileId> file = Word<FileId>::parse(id);
  if (!file) return Error{ErrorCode::unknown_file, std::string{id}};
  const SpooledFile found = TRY(spool_.find(asker_, file.value()));
  if (!found.whole) return Error{ErrorCode::file_incomplete, found.name};
  names_[found.path.string()] = found.name;
  return found.path.string();
}

Result<std::string> Papers::made_path(std::string_view name) {
  const SpooledFile file = TRY(spool_.begin(asker_, name));
  std::error_code ignored;  // whoever makes it may want that there is nothing yet
  std::filesystem::remove(file.path, ignored);
  names_[file.path.string()] = to_string(file.id);
  made_.push_back(file.id);
  return file.path.string();
}

Result<Json> Papers::to_ids(Json answer) {
  for (const FileId file : made_) {
    const Result<SpooledFile> ended = spool_.end(asker_, file);
    if (!ended && ended.error().code != ErrorCode::unknown_file) return ended.error();  // not made: nothing to fetch
  }
  name_all(answer);
  return answer;
}

void Papers::name_all(Json& value) const {
  if (auto* text = value.if_string()) {
    if (const auto name = names_.find(std::string{*text}); name != names_.end()) *text = name->second;
  } else if (JsonArray* array = value.if_array()) {
    for (Json& item : *array) name_all(item);
  } else if (JsonObject* object = value.if_object()) {
    for (auto& [key, item] : *object) name_all(item);
  }
}

Error Papers::named(Error error) const {
  for (const auto& [path, name] : names_) {
    if (const std::size_t at = error.where.find(path); at != std::string::npos)
      error.where.replace(at, path.size(), name);
  }
  return error;
}

}  // namespace collega::operations
