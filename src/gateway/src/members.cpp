#include "members.h"

#include <algorithm>

namespace collega::gateway {
namespace {

constexpr std::size_t kLongestWord = 128;

bool is_word(std::string_view text) {
  const auto may_stand = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
           c == '.' || c == ':' || c == '/';
  };
  return text.size() <= kLongestWord && std::ranges::all_of(text, may_stand);
}

bool is_plain(const Json& value) {
  if (const auto* text = value.if_string()) return is_word(*text);
  if (const JsonArray* all = value.if_array()) return std::ranges::all_of(*all, is_plain);
  const JsonObject* object = value.if_object();
  return !object || std::ranges::all_of(
                        *object, [](const auto& member) { return is_word(member.key()) && is_plain(member.value()); });
}

/// A name as it may be told to who sent it: nothing that could be more than a name.
std::string shown(std::string_view name) {
  constexpr std::size_t kLongestShown = 40;
  const bool is_name = name.size() <= kLongestShown &&
                       std::ranges::all_of(name, [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
  return is_name ? std::string{name} : "?";
}

std::string below(const std::string& where, std::string_view name) {
  return where.empty() ? std::string{name} : where + "." + std::string{name};
}

const Member* find(std::span<const Member> table, std::string_view name) {
  const auto found = std::ranges::find(table, name, &Member::name);
  return found == table.end() ? nullptr : &*found;
}

}  // namespace

Error cannot_check(const std::string& where) { return {ErrorCode::shield_cannot_check, where}; }

std::string at(std::string_view list, std::size_t index) {
  return std::string{list} + "[" + std::to_string(index) + "]";
}

Result<JsonArray*> list_in(JsonObject& object, std::string_view name) {
  Json* found = object.if_contains(name);
  if (!found) return Error{ErrorCode::missing_member, std::string{name}};
  if (!found->is_array()) return Error{ErrorCode::wrong_type, std::string{name} + ": list"};
  return &found->get_array();
}

Result<Done> add_tools(JsonObject& request, Shield& shield) {
  Json* tools = request.if_contains("tools");
  if (!tools || tools->is_null()) return Done{};
  const JsonArray& all = *TRY(list_in(request, "tools"));
  for (std::size_t i = 0; i < all.size(); ++i) {
    const JsonObject* tool = all[i].if_object();
    const Json* type = tool ? tool->if_contains("type") : nullptr;
    if (!type || (*type != "function" && *type != "custom")) return cannot_check(at("tools", i));
  }
  shield.add_all(*tools);
  return Done{};
}

Result<Done> Members::add(JsonObject& object, std::span<const Member> table, const std::string& where) {
  std::vector<std::string> dropped;
  for (const auto& member : object) {
    const Member* known = find(table, member.key());
    if (!known && !member.value().is_null()) return cannot_check(below(where, shown(member.key())));
    if (!known || known->as == As::dropped) dropped.emplace_back(member.key());
  }
  for (const std::string& name : dropped) object.erase(name);
  for (auto& member : object) {
    TRY(add_member(member.value(), find(table, member.key())->as, below(where, member.key())));
  }
  return Done{};
}

Result<Done> Members::add_member(Json& value, As as, const std::string& where) {
  if (value.is_null()) return Done{};
  switch (as) {
    case As::plain:
      if (!is_plain(value)) return cannot_check(where);
      return Done{};
    case As::text:
      if (!value.is_string()) return Error{ErrorCode::wrong_type, where + ": text"};
      shield_.add_text(value);
      return Done{};
    case As::arguments:
      shield_.add_arguments(value);
      return Done{};
    case As::texts:
      if (JsonArray* all = value.if_array()) {
        for (std::size_t i = 0; i < all->size(); ++i) TRY(add_member((*all)[i], As::text, at(where, i)));
        return Done{};
      }
      return add_member(value, As::text, where);
    case As::tree:
      shield_.add_all(value);
      return Done{};
    case As::content:
      return add_content(value, where);
    case As::dropped:
    case As::apart:
      return Done{};
  }
  return cannot_check(where);
}

Result<Done> Members::add_content(Json& content, const std::string& where) {
  JsonArray* parts = content.if_array();
  if (!parts) return add_member(content, As::text, where);
  for (std::size_t i = 0; i < parts->size(); ++i) TRY(add_part((*parts)[i], at(where, i)));
  return Done{};
}

Result<Done> Members::add_part(Json& part, const std::string& where) {
  JsonObject* object = part.if_object();
  const Json* type = object ? object->if_contains("type") : nullptr;
  if (!type || !type->is_string()) return Error{ErrorCode::wrong_type, where + ".type"};
  const std::string kind{type->get_string()};
  if (kind == "file" || kind == "input_file") return add_file(*object, where);
  const auto known = std::ranges::find(parts_, kind, &Part::type);
  if (known == parts_.end()) return cannot_check(below(where, shown(kind)));
  return add(*object, known->members, where);
}

/// {"type":"file","file":{"filename","file_data"}} or {"type":"input_file","filename","file_data"}
Result<Done> Members::add_file(JsonObject& object, const std::string& where) {
  constexpr Member kFile[] = {{"type"}, {"filename", As::text}, {"file_data", As::apart}};
  constexpr Member kOuter[] = {{"type"}, {"file", As::apart}};
  Json* inner = object.if_contains("file");
  if (inner) TRY(add(object, kOuter, where));
  inner = object.if_contains("file");
  if (inner && !inner->is_object()) return cannot_check(where);
  JsonObject& file = inner ? inner->get_object() : object;
  TRY(add(file, kFile, where));
  Json* data = file.if_contains("file_data");
  if (!data || !shield_.add_file(*data)) return cannot_check(below(where, "file_data"));
  return Done{};
}

}  // namespace collega::gateway
