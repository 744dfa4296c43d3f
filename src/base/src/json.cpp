#include "collega/base/json.h"

#include <boost/json/serialize.hpp>
#include <boost/json/stream_parser.hpp>
#include <cmath>
#include <optional>

#include "collega/base/utf8.h"

namespace collega {
namespace {

void indent(std::string& out, int depth) { out.append(static_cast<std::size_t>(depth) * 2, ' '); }

void write_pretty(std::string& out, const Json& value, int depth) {
  if (const auto* object = value.if_object(); object && !object->empty()) {
    out += "{\n";
    bool first = true;
    for (const auto& [name, member] : *object) {
      if (!first) out += ",\n";
      first = false;
      indent(out, depth + 1);
      out += boost::json::serialize(name) + ": ";
      write_pretty(out, member, depth + 1);
    }
    out += '\n';
    indent(out, depth);
    out += '}';
  } else if (const auto* array = value.if_array(); array && !array->empty()) {
    out += "[\n";
    for (std::size_t i = 0; i < array->size(); ++i) {
      if (i > 0) out += ",\n";
      indent(out, depth + 1);
      write_pretty(out, (*array)[i], depth + 1);
    }
    out += '\n';
    indent(out, depth);
    out += ']';
  } else {
    out += boost::json::serialize(value);
  }
}

/// The path `rest` seen from the member `step`.
std::string path_through(const std::string& step, const std::string& rest) {
  return step + (rest.empty() || rest.front() == '[' ? "" : ".") + rest;
}

/// The path to a number that is larger than any double, which JSON could not write back; nothing when there is none.
std::optional<std::string> infinite_number(const Json& value) {
  if (const auto* number = value.if_double(); number && !std::isfinite(*number)) return "";
  if (const auto* object = value.if_object()) {
    for (const auto& [name, member] : *object) {
      if (const auto rest = infinite_number(member)) return path_through(std::string{name}, *rest);
    }
  } else if (const auto* array = value.if_array()) {
    for (std::size_t i = 0; i < array->size(); ++i) {
      if (const auto rest = infinite_number((*array)[i])) return path_through("[" + std::to_string(i) + "]", *rest);
    }
  }
  return std::nullopt;
}

}  // namespace

Result<Json> parse_json(std::string_view text) {
  if (!is_valid_utf8(text)) return Error{ErrorCode::bad_utf8};
  boost::json::stream_parser parser;
  boost::system::error_code failure;
  const std::size_t read = parser.write_some(text.data(), text.size(), failure);
  if (!failure) parser.finish(failure);
  const std::size_t rest = text.find_first_not_of(" \t\r\n", read);
  if (failure || !parser.done() || rest != std::string_view::npos) {
    return Error{ErrorCode::bad_json, "byte " + std::to_string(read), failure.message()};
  }
  Json value = parser.release();
  if (auto where = infinite_number(value)) return Error{ErrorCode::out_of_range, *where};
  return value;
}

std::string to_text(const Json& value) { return boost::json::serialize(value); }

std::string to_pretty_text(const Json& value) {
  std::string out;
  write_pretty(out, value, 0);
  return out;
}

}  // namespace collega
