#pragma once

// Described types: Boost.Describe names the members, a field table beside the type says what they mean, and from the
// two follow the reader and the writer of JSON and the JSON Schema.
//
//   struct Question { std::string text; std::optional<int> top; };
//   BOOST_DESCRIBE_STRUCT(Question, (), (text, top))
//   template <> struct collega::FieldTable<Question> { static constexpr Field rows[] = {{.name = "text", ...}, ...}; };
//
// A member without a row, or a row without a member, does not compile.

#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "collega/base/date.h"
#include "collega/base/json.h"
#include "collega/base/language.h"
#include "collega/base/money.h"
#include "collega/base/result.h"

namespace collega {

/// What kind of personal data a member holds: none, ordinary, or of a special category (GDPR art. 9).
enum class Personal { none, ordinary, special };
BOOST_DESCRIBE_ENUM(Personal, none, ordinary, special)

/// What a text that names a file means where the asker is: on their own terminal it is a path, to a server that
/// somebody else asks it is a file that they handed over, or one that is made for them to fetch. A folder, or a file
/// that is added to, exists on a terminal only.
enum class Paper { none, given, made, folder };
BOOST_DESCRIBE_ENUM(Paper, none, given, made, folder)

/// What a member means. A member that may be absent is a std::optional, or keeps the value it was made with when
/// `has_default`.
struct Field {
  std::string_view name;
  Bilingual meaning;
  std::string_view unit = {};
  double min = -std::numeric_limits<double>::infinity();
  double max = std::numeric_limits<double>::infinity();
  bool has_default = false;
  bool null_when_absent = false;  ///< written as null instead of left out
  Personal personal = Personal::none;
  Paper paper = Paper::none;
  std::string_view member = {};  ///< the C++ member's name where `name` is a keyword ("concept")
};

template <class T>
struct FieldTable;  // specialised beside each described struct

/// A value that is one word on the wire, such as a date or an id: `parse`, `text` and the `format` of JSON Schema.
template <class T>
struct Word;

template <>
struct Word<Date> {
  static constexpr std::string_view format = "date";
  static Result<Date> parse(std::string_view text) { return parse_date(text); }
  static std::string text(Date date) { return to_string(date); }
};

namespace described {

template <class T>
using Members = boost::describe::describe_members<T, boost::describe::mod_public>;

template <class T>
concept OneWord = requires {
  Word<T>::format;
};
template <class T>
concept Struct = boost::describe::has_describe_members<T>::value && !std::is_union_v<T> && !std::same_as<T, Json>;
template <class T>
concept Enum = boost::describe::has_describe_enumerators<T>::value;
template <class T>
concept Number = std::is_arithmetic_v<T> && !std::same_as<T, bool>;

template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};
template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};

template <Struct T>
constexpr const Field& field(std::size_t index) {
  return FieldTable<T>::rows[index];
}

/// Every member has the row at its own place, with a meaning in both languages.
template <Struct T>
constexpr bool is_complete() {
  if (std::size(FieldTable<T>::rows) != boost::mp11::mp_size<Members<T>>::value) return false;
  bool complete = true;
  std::size_t i = 0;
  boost::mp11::mp_for_each<Members<T>>([&](auto member) {
    const Field& row = field<T>(i++);
    const std::string_view own_name = row.member.empty() ? row.name : row.member;
    complete = complete && own_name == member.name && !row.meaning.nl.empty() && !row.meaning.en.empty();
  });
  return complete;
}

template <Enum E>
constexpr std::string_view enum_name(E value) {
  std::string_view name;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto d) {
    if (d.value == value) name = d.name;
  });
  return name;
}

template <Enum E>
std::optional<E> enum_named(std::string_view text) {
  std::optional<E> found;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto d) {
    if (text == d.name) found = d.value;
  });
  return found;
}

}  // namespace described

/// The name of an enumerator as it stands on the wire.
template <described::Enum E>
[[nodiscard]] constexpr std::string_view name_of(E value) {
  return described::enum_name(value);
}

/// Reads `json` into `T`. Members that T does not know are left alone (the interface grows by adding).
/// Errors, with the path of the member ("criteria[2].kind") as place: missing_member, wrong_type, unknown_value,
/// out_of_range.
template <class T>
[[nodiscard]] Result<T> from_json(const Json& json, const std::string& path = "");

/// The value as JSON, members in the order of their description.
template <class T>
[[nodiscard]] Json to_json(const T& value);

/// JSON Schema (2020-12) of `T`, meanings in `language`.
template <class T>
[[nodiscard]] Json json_schema(Language language);

namespace described {

inline Error wrong_type(const std::string& path, std::string_view expected) {
  return {ErrorCode::wrong_type, path.empty() ? std::string{expected} : path + ": " + std::string{expected}};
}

template <Struct T>
Result<T> read_struct(const Json& json, const std::string& path) {
  static_assert(is_complete<T>(), "the field table of this type does not fit its members");
  const JsonObject* object = json.if_object();
  if (!object) return wrong_type(path, "object");
  T value{};
  std::optional<Error> failure;
  std::size_t i = 0;
  boost::mp11::mp_for_each<Members<T>>([&](auto member) {
    const Field& row = field<T>(i++);
    if (failure) return;
    using M = std::remove_cvref_t<decltype(value.*member.pointer)>;
    const std::string where = path.empty() ? std::string{row.name} : path + "." + std::string{row.name};
    const Json* found = object->if_contains(row.name);
    if (!found) {
      if (!row.has_default && !IsOptional<M>::value) failure = Error{ErrorCode::missing_member, where};
      return;
    }
    Result<M> read = from_json<M>(*found, where);
    if (!read) {
      failure = read.error();
      return;
    }
    if constexpr (Number<M>) {
      if (const auto number = static_cast<double>(read.value()); number < row.min || number > row.max) {
        failure = Error{ErrorCode::out_of_range, where};
        return;
      }
    }
    value.*member.pointer = std::move(read).value();
  });
  if (failure) return *failure;
  return value;
}

template <Number T>
Result<T> read_number(const Json& json, const std::string& path) {
  boost::system::error_code failure;
  const T number = json.to_number<T>(failure);
  if (failure) return wrong_type(path, std::is_integral_v<T> ? "whole number" : "number");
  return number;
}

template <OneWord T>
Result<T> read_word(const Json& json, const std::string& path) {
  const auto* text = json.if_string();
  if (!text) return wrong_type(path, "text");
  Result<T> value = Word<T>::parse(*text);
  if (!value) return Error{value.error().code, path + ": " + std::string{*text}};
  return value;
}

template <Struct T>
Json write_struct(const T& value) {
  static_assert(is_complete<T>(), "the field table of this type does not fit its members");
  JsonObject object;
  std::size_t i = 0;
  boost::mp11::mp_for_each<Members<T>>([&](auto member) {
    const Field& row = field<T>(i++);
    const auto& part = value.*member.pointer;
    if constexpr (IsOptional<std::remove_cvref_t<decltype(part)>>::value) {
      if (!part && !row.null_when_absent) return;
    }
    object.emplace(row.name, to_json(part));
  });
  return object;
}

template <Struct T>
Json struct_schema(Language language) {
  JsonObject properties;
  JsonArray required;
  std::size_t i = 0;
  boost::mp11::mp_for_each<Members<T>>([&](auto member) {
    const Field& row = field<T>(i++);
    using M = std::remove_cvref_t<decltype(std::declval<T&>().*member.pointer)>;
    Json schema = json_schema<M>(language);
    JsonObject& about = schema.as_object();
    about["description"] = row.meaning.in(language);
    if (!row.unit.empty()) about["x-unit"] = row.unit;
    if (row.min > -std::numeric_limits<double>::infinity()) about["minimum"] = row.min;
    if (row.max < std::numeric_limits<double>::infinity()) about["maximum"] = row.max;
    if (row.personal != Personal::none) about["x-personal-data"] = enum_name(row.personal);
    if (row.paper != Paper::none) about["x-paper"] = enum_name(row.paper);
    if (row.has_default) about["default"] = to_json(T{}.*member.pointer);
    if (!row.has_default && !IsOptional<M>::value) required.emplace_back(row.name);
    properties[row.name] = std::move(schema);
  });
  return JsonObject{{"type", "object"}, {"properties", std::move(properties)}, {"required", std::move(required)}};
}

}  // namespace described

template <class T>
Result<T> from_json(const Json& json, const std::string& path) {
  if constexpr (std::same_as<T, Json>) {
    return json;
  } else if constexpr (described::IsOptional<T>::value) {
    if (json.is_null()) return T{};
    return T{TRY(from_json<typename T::value_type>(json, path))};
  } else if constexpr (described::IsVector<T>::value) {
    const JsonArray* array = json.if_array();
    if (!array) return described::wrong_type(path, "list");
    T values;
    values.reserve(array->size());
    for (std::size_t i = 0; i < array->size(); ++i) {
      values.push_back(TRY(from_json<typename T::value_type>((*array)[i], path + "[" + std::to_string(i) + "]")));
    }
    return values;
  } else if constexpr (std::same_as<T, std::string>) {
    if (const auto* text = json.if_string()) return std::string{*text};
    return described::wrong_type(path, "text");
  } else if constexpr (std::same_as<T, bool>) {
    if (const bool* flag = json.if_bool()) return *flag;
    return described::wrong_type(path, "true or false");
  } else if constexpr (described::Number<T>) {
    return described::read_number<T>(json, path);
  } else if constexpr (described::Enum<T>) {
    const auto* text = json.if_string();
    if (!text) return described::wrong_type(path, "text");
    if (const auto value = described::enum_named<T>(*text)) return *value;
    return Error{ErrorCode::unknown_value, path + ": " + std::string{*text}};
  } else if constexpr (described::OneWord<T>) {
    return described::read_word<T>(json, path);
  } else if constexpr (std::same_as<T, Money>) {
    return Money{TRY(described::read_number<std::int64_t>(json, path))};
  } else {
    return described::read_struct<T>(json, path);
  }
}

template <class T>
Json to_json(const T& value) {
  if constexpr (std::same_as<T, Json>) {
    return value;
  } else if constexpr (described::IsOptional<T>::value) {
    return value ? to_json(*value) : Json(nullptr);
  } else if constexpr (described::IsVector<T>::value) {
    JsonArray array;
    array.reserve(value.size());
    for (const auto& item : value) array.push_back(to_json(item));
    return array;
  } else if constexpr (described::Enum<T>) {
    return Json(described::enum_name(value));
  } else if constexpr (described::OneWord<T>) {
    return Json(Word<T>::text(value));
  } else if constexpr (std::same_as<T, Money>) {
    return Json(value.cents);
  } else if constexpr (described::Struct<T>) {
    return described::write_struct(value);
  } else {
    return Json(value);
  }
}

template <class T>
Json json_schema(Language language) {
  if constexpr (std::same_as<T, Json>) {
    return JsonObject{};
  } else if constexpr (described::IsOptional<T>::value) {
    return json_schema<typename T::value_type>(language);
  } else if constexpr (described::IsVector<T>::value) {
    return JsonObject{{"type", "array"}, {"items", json_schema<typename T::value_type>(language)}};
  } else if constexpr (std::same_as<T, std::string>) {
    return JsonObject{{"type", "string"}};
  } else if constexpr (std::same_as<T, bool>) {
    return JsonObject{{"type", "boolean"}};
  } else if constexpr (described::Number<T>) {
    return JsonObject{{"type", std::is_integral_v<T> ? "integer" : "number"}};
  } else if constexpr (described::Enum<T>) {
    JsonArray names;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>([&](auto d) { names.emplace_back(d.name); });
    return JsonObject{{"type", "string"}, {"enum", std::move(names)}};
  } else if constexpr (described::OneWord<T>) {
    return JsonObject{{"type", "string"}, {"format", Word<T>::format}};
  } else if constexpr (std::same_as<T, Money>) {
    return JsonObject{{"type", "integer"}, {"x-unit", "cents"}};
  } else {
    return described::struct_schema<T>(language);
  }
}

}  // namespace collega
