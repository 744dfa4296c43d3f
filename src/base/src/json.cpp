#include "collega/base/json.h"

#include <boost/json/serialize.hpp>
#include <boost/json/stream_parser.hpp>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

#include "collega/base/utf8.h"

namespace collega {
namespace {

void indent(std::string& out, int depth) { out.append(static_cast<std::size_t>(depth) * 2, ' '); }

// Shortest decimal form without an exponent where that is short: 3 and 0.94, where Boost writes 3E0 and 9.4E-1.
std::string number_text(double number) {
  char text[32];
  const auto written = std::to_chars(text, text + sizeof text, number);
  return {text, written.ptr};
}

// On one line when `depth` is nothing, else over several, indented.
void write(std::string& out, const Json& value, std::optional<int> depth) {
  const auto inner = depth ? std::optional{*depth + 1} : std::nullopt;
  const auto new_line = [&](std::optional<int> at) {
    if (!at) return;
    out += '\n';
    indent(out, *at);
  };
  if (const auto* object = value.if_object(); object && !object->empty()) {
    char before = '{';
    for (const auto& [name, member] : *object) {
      out += std::exchange(before, ',');
      new_line(inner);
      out += boost::json::serialize(name) + (depth ? ": " : ":");
      write(out, member, inner);
    }
    new_line(depth);
    out += '}';
  } else if (const auto* array = value.if_array(); array && !array->empty()) {
    char before = '[';
    for (const Json& item : *array) {
      out += std::exchange(before, ',');
      new_line(inner);
      write(out, item, inner);
    }
    new_line(depth);
    out += ']';
  } else if (const auto* number = value.if_double()) {
    out += number_text(*number);
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

std::string to_text(const Json& value) {
  std::string out;
  write(out, value, std::nullopt);
  return out;
}

std::string to_pretty_text(const Json& value) {
  std::string out;
  write(out, value, 0);
  return out;
}

}  // namespace collega
