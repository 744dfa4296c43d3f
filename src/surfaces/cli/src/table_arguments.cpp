#include "table_arguments.h"

#include <algorithm>
#include <charconv>

#include "terminal.h"
#include "texts.h"

namespace collega::cli {
namespace {

constexpr std::string_view kDash = "--";
// An option that lists its many values stands on a line of its own, and leaves room for what the others mean.
constexpr std::size_t kWidestName = 32;

std::vector<std::string> words_of(std::string_view command) {
  std::vector<std::string> words;
  while (!command.empty()) {
    const std::size_t space = std::min(command.find(' '), command.size());
    words.emplace_back(command.substr(0, space));
    command.remove_prefix(std::min(space + 1, command.size()));
  }
  return words;
}

std::string option_of(std::string_view member) {
  std::string option{kDash};
  for (const char c : member) option += c == '_' ? '-' : c;
  return option;
}

std::string member_of(std::string_view option) {
  std::string member{option.substr(kDash.size())};
  std::ranges::replace(member, '-', '_');
  return member;
}

std::string_view type_of(const Json& schema) {
  const Json* type = schema.as_object().if_contains("type");
  return type ? std::string_view{type->as_string()} : std::string_view{};
}

/// Text from the shell as the value that the schema asks for; nothing when it cannot be that.
std::optional<Json> value_of(std::string_view text, const Json& schema) {
  const std::string_view type = type_of(schema);
  if (type == "string") return Json(text);
  if (type == "boolean") return text == "true" || text == "1" ? Json(true) : Json(false);
  const Result<Json> parsed = parse_json(text);
  if (!parsed) return std::nullopt;
  if (type == "integer" && !parsed->is_int64() && !parsed->is_uint64()) return std::nullopt;
  if (type == "number" && !parsed->is_number()) return std::nullopt;
  if (type == "object" && !parsed->is_object()) return std::nullopt;
  return parsed.value();
}

class Parser {
 public:
  Parser(const operations::Operation& operation, Language language)
      : operation_(operation),
        texts_(texts(language)),
        schema_(operation.handler.input_schema(language)),
        properties_(schema_.at("properties").as_object()) {
    asked_.operation = &operation;
  }

  Result<TableArguments> parse(std::span<const std::string> words) {
    for (std::size_t i = words_of(operation_.command).size(); i < words.size(); ++i) {
      if (words[i].starts_with(kDash) && words[i] != kDash) {
        TRY(option(words, i));
      } else {
        TRY(by_place(words[i]));
      }
    }
    if (!asked_.help) TRY(check_required());
    return asked_;
  }

 private:
  static Error bad(std::string what) { return {ErrorCode::bad_call, std::move(what)}; }

  /// Reads the option at `i`, and its value when that stands behind it.
  Result<Done> option(std::span<const std::string> words, std::size_t& i) {
    const std::string_view word = words[i];
    const std::size_t equals = word.find('=');
    const std::string_view name = word.substr(0, equals);
    if (name == "--help") return set(asked_.help);
    if (name == "--json") return set(asked_.json);
    const std::string member = member_of(name);
    const Json* schema = properties_.if_contains(member);
    const bool says_where = name == "--data" || name == "--server";
    if (!schema && !says_where) return bad(texts_("call.unknown_argument", word));
    const bool flag = schema && type_of(*schema) == "boolean";
    if (flag && equals == std::string_view::npos) return put(member, "true", *schema);
    if (equals == std::string_view::npos && i + 1 == words.size()) return bad(texts_("call.needs_value", name));
    const std::string value{equals == std::string_view::npos ? words[++i] : std::string{word.substr(equals + 1)}};
    if (!schema) {
      (name == "--data" ? asked_.where.data : asked_.where.server) = value;
      return Done{};
    }
    return put(member, value, *schema);
  }

  Result<Done> by_place(std::string_view word) {
    const auto& places = operation_.given;
    if (place_ == places.size() && (places.empty() || !is_list(places.back()))) {
      return bad(texts_("call.unknown_argument", word));
    }
    const std::string_view member = places[std::min(place_, places.size() - 1)];
    place_ = std::min(place_ + 1, places.size());
    return put(std::string{member}, word, properties_.at(member));
  }

  [[nodiscard]] bool is_list(std::string_view member) const { return type_of(properties_.at(member)) == "array"; }

  Result<Done> put(const std::string& member, std::string_view text, const Json& schema) {
    const bool list = type_of(schema) == "array";
    std::optional<Json> value = value_of(text, list ? schema.at("items") : schema);
    if (!value) return bad(texts_("call.bad_value", option_of(member), text));
    if (!list) {
      asked_.input[member] = std::move(*value);
      return Done{};
    }
    if (!asked_.input.contains(member)) asked_.input[member] = JsonArray{};
    asked_.input[member].as_array().push_back(std::move(*value));
    return Done{};
  }

  Result<Done> check_required() {
    for (const Json& required : schema_.at("required").as_array()) {
      const std::string_view member = required.as_string();
      if (asked_.input.contains(member)) continue;
      const bool by_place = std::ranges::find(operation_.given, member) != operation_.given.end();
      return bad(texts_("call.lacks", by_place ? std::string{member} : option_of(member)));
    }
    return Done{};
  }

  static Result<Done> set(bool& flag) {
    flag = true;
    return Done{};
  }

  const operations::Operation& operation_;
  const Messages& texts_;
  Json schema_;
  const JsonObject& properties_;
  TableArguments asked_;
  std::size_t place_ = 0;
};

std::string usage_of(const operations::Operation& operation, const Json& schema) {
  std::string usage = "collega " + std::string{operation.command};
  const JsonObject& properties = schema.at("properties").as_object();
  for (const std::string_view member : operation.given) {
    std::string name{member};
    std::ranges::transform(name, name.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    usage += " " + name + (type_of(properties.at(member)) == "array" ? "..." : "");
  }
  return usage + " [--...]";
}

std::string value_hint(const Json& schema) {
  const JsonObject& object = schema.as_object();
  if (const Json* names = object.if_contains("enum")) {
    std::string hint;
    for (const Json& name : names->as_array()) hint += (hint.empty() ? "" : "|") + std::string{name.as_string()};
    return " " + hint;
  }
  if (const Json* format = object.if_contains("format"); format && format->as_string() == "date") return " YYYY-MM-DD";
  const std::string_view type = type_of(schema);
  if (type == "boolean") return "";
  if (type == "array") return value_hint(schema.at("items"));
  return type == "integer" || type == "number" ? " N" : " TEXT";
}

}  // namespace

const operations::Operation* command_in(const operations::Table& table, std::span<const std::string> words) {
  const operations::Operation* longest = nullptr;
  for (const operations::Operation& row : table.rows()) {
    const std::vector<std::string> command = words_of(row.command);
    if (command.empty() || command.size() > words.size() || !std::ranges::equal(command, words.first(command.size())))
      continue;
    if (!longest || row.command.size() > longest->command.size()) longest = &row;
  }
  return longest;
}

Result<TableArguments> parse_table_arguments(const operations::Operation& operation, std::span<const std::string> words,
                                             Language language) {
  return Parser{operation, language}.parse(words);
}

std::string help_of(const operations::Operation& operation, Language language, std::size_t columns) {
  const Messages& text = texts(language);
  const Json schema = operation.handler.input_schema(language);
  std::string help = text("table.usage", usage_of(operation, schema)) + "\n\n";
  help += hanging("", operation.purpose.in(language), columns) + '\n';
  std::vector<std::pair<std::string, std::string>> rows;
  for (const auto& [member, about] : schema.at("properties").as_object()) {
    const bool by_place = std::ranges::find(operation.given, std::string_view{member}) != operation.given.end();
    rows.emplace_back(by_place ? std::string{member} : option_of(member) + value_hint(about),
                      std::string{about.at("description").as_string()});
  }
  if (operation.stored != operations::Stored::nothing) rows.emplace_back("--data DIR", text("table.data"));
  rows.emplace_back("--server URL", text("table.server"));
  rows.emplace_back("--json", text("table.json"));
  rows.emplace_back("--lang nl|en", text("table.lang"));
  std::size_t width = 0;
  for (const auto& row : rows) width = std::max(width, std::min(kWidestName, width_of(row.first)));
  for (const auto& [name, meaning] : rows) {
    const bool beside = width_of(name) <= width;
    if (!beside) help += hanging("  ", name, columns);
    help += hanging("  " + padded(beside ? name : "", width) + "  ", meaning, columns);
  }
  return help;
}

std::string command_list(const operations::Table& table, std::string_view group, Language language,
                         std::size_t columns) {
  std::vector<const operations::Operation*> rows;
  std::size_t width = 0;
  for (const operations::Operation& row : table.rows()) {
    if (row.command.empty() || !(group.empty() || row.command.starts_with(std::string{group} + " "))) continue;
    rows.push_back(&row);
    width = std::max(width, row.command.size());
  }
  std::ranges::sort(rows, {}, [](const auto* row) { return row->command; });
  std::string list;
  for (const auto* row : rows)
    list += hanging("  " + padded(row->command, width) + "  ", row->title.in(language), columns);
  return list;
}

}  // namespace collega::cli
