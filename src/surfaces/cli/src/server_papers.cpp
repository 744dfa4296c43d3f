#include "server_papers.h"

#include <fstream>
#include <random>

#include "collega/base/utf8.h"

namespace collega::cli {
namespace {

const Json* member(const Json& schema, std::string_view name) {
  const JsonObject* object = schema.if_object();
  return object ? object->if_contains(name) : nullptr;
}

/// The text of the first member of this name, at whatever depth.
const Json* text_named(const Json& answer, std::string_view name) {
  if (const JsonObject* object = answer.if_object()) {
    if (const Json* found = object->if_contains(name); found && found->is_string()) return found;
    for (const auto& [other, value] : *object) {
      if (const Json* found = text_named(value, name)) return found;
    }
  } else if (const JsonArray* array = answer.if_array()) {
    for (const Json& item : *array) {
      if (const Json* found = text_named(item, name)) return found;
    }
  }
  return nullptr;
}

}  // namespace

ServerPapers::~ServerPapers() {
  std::error_code ignored;
  for (const Made& file : made_) std::filesystem::remove(file.part, ignored);
  // A server that keeps them forgets them itself after a day.
  for (const std::string& id : fetched_) static_cast<void>(server_.remove_file(id));
  if (leaves_sent_) return;
  for (const auto& [path, id] : sent_) static_cast<void>(server_.remove_file(id));
}

Told<Json> ServerPapers::to_ids(Json input, const Json& schema) {
  TRY(translate(input, schema, ""));
  return input;
}

Told<Done> ServerPapers::translate(Json& value, const Json& schema, const std::string& name) {
  if (const Json* paper = member(schema, "x-paper")) return translate_paper(value, paper->as_string(), name);
  if (JsonArray* array = value.if_array()) {
    const Json* items = member(schema, "items");
    for (Json& item : *array) {
      if (items) TRY(translate(item, *items, name));
    }
  } else if (JsonObject* object = value.if_object()) {
    const Json* properties = member(schema, "properties");
    for (auto& [key, item] : *object) {
      const Json* property = properties ? member(*properties, key) : nullptr;
      if (property) TRY(translate(item, *property, key));
    }
  }
  return Done{};
}

Told<Done> ServerPapers::translate_paper(Json& value, std::string_view paper, const std::string& name) {
  if (JsonArray* array = value.if_array()) {
    for (Json& item : *array) TRY(translate_paper(item, paper, name));
    return Done{};
  }
  const auto* text = value.if_string();
  if (!text) return Done{};  // the server says what is wrong with it
  const std::string path{*text};
  if (paper == name_of(Paper::folder)) return Error{ErrorCode::at_terminal_only, path};
  value = Json(paper == name_of(Paper::made) ? TRY(made(path, name)) : TRY(given(path)));
  return Done{};
}

Told<std::string> ServerPapers::given(const std::string& path) {
  if (const auto sent = sent_.find(path); sent != sent_.end()) return sent->second;
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) return Error{ErrorCode::at_terminal_only, path};
  std::string id = TRY(server_.upload(path));
  sent_[path] = id;
  const std::string name = repair_utf8(std::filesystem::path{path}.filename().string());
  const auto [known, is_new] = paths_.emplace(name, path);
  if (!is_new) known->second.clear();
  return id;
}

/// Whether it can be written is seen before the work is done.
Told<std::string> ServerPapers::made(const std::string& path, const std::string& member) {
  const std::filesystem::path whole{path};
  Made file{.member = member, .path = path, .part = whole};
  file.part += ".part-" + std::to_string(std::random_device{}());
  std::error_code ignored;
  const bool is_folder = !whole.has_filename() || std::filesystem::is_directory(whole, ignored);
  if (is_folder || !std::ofstream{file.part, std::ios::binary}) return Error{ErrorCode::file_unwritable, path};
  made_.push_back(std::move(file));
  return repair_utf8(whole.filename().string());
}

Told<Json> ServerPapers::to_paths(Json answer) {
  for (const Made& file : made_) {
    const Json* id = text_named(answer, file.member);
    if (!id) return Error{ErrorCode::unknown_file, file.path};
    TRY(fetch(file, id->as_string()));
  }
  name_all(answer);
  return answer;
}

Told<Done> ServerPapers::fetch(const Made& file, std::string_view id) {
  const Error unwritable{ErrorCode::file_unwritable, file.path};
  std::ofstream into{file.part, std::ios::binary};
  if (!into) return unwritable;
  const Told<Done> came = server_.download(id, into);
  if (!came) return came.error().error.code == ErrorCode::file_unwritable ? Trouble{unwritable} : came.error();
  into.close();
  std::error_code failure;
  if (into) std::filesystem::rename(file.part, file.path, failure);
  if (!into || failure) return unwritable;
  fetched_.emplace_back(id);
  paths_[std::string{id}] = file.path;
  return Done{};
}

void ServerPapers::name_all(Json& value) const {
  if (auto* text = value.if_string()) {
    const auto path = paths_.find(std::string{*text});
    if (path != paths_.end() && !path->second.empty()) *text = path->second;
  } else if (JsonArray* array = value.if_array()) {
    for (Json& item : *array) name_all(item);
  } else if (JsonObject* object = value.if_object()) {
    for (auto& [key, item] : *object) name_all(item);
  }
}

Trouble ServerPapers::named(Trouble trouble) const {
  const auto path = paths_.find(trouble.error.where);
  if (path != paths_.end() && !path->second.empty()) trouble.error.where = path->second;
  return trouble;
}

}  // namespace collega::cli
