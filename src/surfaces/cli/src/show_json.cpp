#include "show_json.h"

#include <algorithm>

#include "terminal.h"
#include "texts.h"

namespace collega::cli {
namespace {

constexpr std::size_t kIndent = 2;
// A cell wider than this leaves no room for the others.
constexpr std::size_t kWidestCell = 40;
// A last cell with less room than this is not broken over lines.
constexpr std::size_t kNarrowestCell = 20;

const Json& schema_of(const Json& schema, std::string_view member) {
  static const Json none = JsonObject{};
  const JsonObject* object = schema.if_object();
  const Json* properties = object ? object->if_contains("properties") : nullptr;
  const Json* found = properties ? properties->as_object().if_contains(member) : nullptr;
  return found ? *found : none;
}

const Json& items_of(const Json& schema) {
  static const Json none = JsonObject{};
  const JsonObject* object = schema.if_object();
  const Json* items = object ? object->if_contains("items") : nullptr;
  return items ? *items : none;
}

std::string label_of(std::string_view member, const Json& schema) {
  const Json* meaning = schema.as_object().if_contains("description");
  return meaning ? std::string{meaning->as_string()} : std::string{member};
}

bool is_nothing(const Json& value) { return value.is_null() || (value.is_string() && value.as_string().empty()); }

bool is_simple(const Json& value) { return !value.is_object() && !value.is_array(); }

class Shower {
 public:
  explicit Shower(const Surroundings& around) : around_(around), texts_(texts(around.language)) {}

  std::string object(const JsonObject& members, const Json& schema, std::size_t indent) const {
    std::string text;
    for (const auto& [member, value] : members) {
      if (member == "local" || member == "ignored") continue;  // of the run, not of the answer
      const Json& about = schema_of(schema, member);
      const std::string label = std::string(indent, ' ') + label_of(member, about);
      if (is_simple(value)) {
        if (!is_nothing(value)) text += hanging(label + ": ", simple(value), around_.columns);
      } else if (is_empty(value)) {
        text += label + ": " + texts_("table.none") + '\n';
      } else {
        text += painted(label, Colour::bold, around_.colours) + '\n' + nested(value, about, indent + kIndent);
      }
    }
    return text;
  }

  std::string nested(const Json& value, const Json& schema, std::size_t indent) const {
    if (value.is_object()) return object(value.as_object(), schema, indent);
    const JsonArray& items = value.as_array();
    if (!items.empty() && std::ranges::all_of(items, [](const Json& item) { return item.is_object(); })) {
      return table(items, items_of(schema), indent);
    }
    std::string text;
    for (const Json& item : items) {
      text += is_simple(item) ? hanging(std::string(indent, ' ') + "- ", simple(item), around_.columns)
                              : nested(item, items_of(schema), indent + kIndent);
    }
    return text;
  }

 private:
  static bool is_empty(const Json& value) {
    return value.is_object() ? value.as_object().empty() : value.as_array().empty();
  }

  [[nodiscard]] std::string simple(const Json& value) const {
    if (value.is_null()) return "";
    if (value.is_bool()) return texts_(value.as_bool() ? "table.yes" : "table.no");
    return printable(value.is_string() ? std::string{value.as_string()} : to_text(value));
  }

  /// What fits in a cell: a person's name rather than all of them.
  [[nodiscard]] std::string cell(const Json& value) const {
    if (is_simple(value)) return simple(value);
    std::string text;
    const auto add = [&](const Json& part) {
      const std::string words = cell(part);
      if (!words.empty()) text += (text.empty() ? "" : value.is_array() ? ", " : " ") + words;
    };
    if (value.is_array()) {
      for (const Json& part : value.as_array()) add(part);
    } else {
      for (const auto& [member, part] : value.as_object()) add(part);
    }
    return text;
  }

  [[nodiscard]] std::string table(const JsonArray& items, const Json& schema, std::size_t indent) const {
    std::vector<std::string> members;
    for (const Json& item : items) {
      for (const auto& [member, value] : item.as_object()) {
        if (std::ranges::find(members, member) == members.end()) members.emplace_back(member);
      }
    }
    std::vector<std::vector<std::string>> lines(1);
    for (const std::string& member : members) lines[0].push_back(label_of(member, schema_of(schema, member)));
    for (const Json& item : items) {
      std::vector<std::string>& line = lines.emplace_back();
      for (const std::string& member : members) {
        const Json* value = item.as_object().if_contains(member);
        line.push_back(value ? cell(*value) : "");
      }
    }
    return laid_out(lines, indent);
  }

  [[nodiscard]] std::string laid_out(const std::vector<std::vector<std::string>>& lines, std::size_t indent) const {
    std::vector<std::size_t> widths(lines.front().size(), 0);
    for (const auto& line : lines) {
      for (std::size_t i = 0; i < line.size(); ++i)
        widths[i] = std::max(widths[i], std::min(width_of(line[i]), kWidestCell));
    }
    std::string text;
    for (const auto& line : lines) {
      const std::string row = laid_out_row(line, widths, indent);
      text += &line == &lines.front() ? painted(row, Colour::bold, around_.colours) : row;
    }
    return text;
  }

  /// Cells are cut to their column; the last one has the rest of the line, and more lines where it needs them.
  [[nodiscard]] std::string laid_out_row(const std::vector<std::string>& line, const std::vector<std::size_t>& widths,
                                         std::size_t indent) const {
    std::string row(indent, ' ');
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
      row += padded(shortened(line[i], widths[i], signs(around_.utf8).ellipsis), widths[i]) + "  ";
    }
    const std::size_t used = width_of(row);
    if (used + kNarrowestCell > around_.columns) return trimmed(row + line.back()) + '\n';
    return line.back().empty() ? trimmed(row) + '\n' : hanging(row, line.back(), around_.columns);
  }

  static std::string trimmed(std::string row) {
    while (row.ends_with(' ')) row.pop_back();
    return row;
  }

  const Surroundings& around_;
  const Messages& texts_;
};

}  // namespace

std::string show_json(const Json& value, const Json& schema, const Surroundings& around) {
  const Shower shower{around};
  return shower.nested(value, schema, 0);
}

}  // namespace collega::cli
