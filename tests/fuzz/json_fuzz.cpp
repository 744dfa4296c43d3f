// Any bytes: either an error, or a value that survives being written and read again; and a described type likewise.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "collega/base/described.h"
#include "collega/base/utf8.h"

namespace {

enum class Kind { must, wish };
BOOST_DESCRIBE_ENUM(Kind, must, wish)

struct Criterion {
  std::string label;
  Kind kind = Kind::must;
  std::optional<double> threshold;
  std::vector<std::string> alternatives;
};
BOOST_DESCRIBE_STRUCT(Criterion, (), (label, kind, threshold, alternatives))

struct Criteria {
  std::vector<Criterion> criteria;
  int version = 1;
  std::optional<bool> blind;
};
BOOST_DESCRIBE_STRUCT(Criteria, (), (criteria, version, blind))

}  // namespace

template <>
struct collega::FieldTable<Criterion> {
  static constexpr Field rows[] = {
      {.name = "label", .meaning = {"wat gevraagd wordt", "what is asked"}},
      {.name = "kind", .meaning = {"eis of wens", "must or wish"}},
      {.name = "threshold", .meaning = {"het minste", "the least"}, .min = 0, .max = 168},
      {.name = "alternatives", .meaning = {"wat ook goed is", "what will do as well"}, .has_default = true},
  };
};
template <>
struct collega::FieldTable<Criteria> {
  static constexpr Field rows[] = {
      {.name = "criteria", .meaning = {"de criteria", "the criteria"}},
      {.name = "version", .meaning = {"versie", "version"}, .min = 1, .has_default = true},
      {.name = "blind", .meaning = {"zonder namen", "without names"}, .null_when_absent = true},
  };
};

namespace {

void demand(bool holds) {
  if (!holds) std::abort();
}

// Boost.JSON 1.81 reads a number of many digits to within a few units of its last place.
constexpr double kReadingError = 1e-12;

bool same_number(double a, double b) { return a == b || std::abs(a - b) <= kReadingError * std::abs(a); }

bool same(const collega::Json& a, const collega::Json& b);

bool same_lists(const collega::JsonArray& a, const collega::JsonArray& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), same);
}

bool same_objects(const collega::JsonObject& a, const collega::JsonObject& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& left, const auto& right) {
    return left.key() == right.key() && same(left.value(), right.value());
  });
}

bool same(const collega::Json& a, const collega::Json& b) {
  if (a.is_double() && b.is_number()) return same_number(a.as_double(), b.to_number<double>());
  if (a.is_array() && b.is_array()) return same_lists(a.as_array(), b.as_array());
  if (a.is_object() && b.is_object()) return same_objects(a.as_object(), b.as_object());
  return a == b;
}

void written_value_reads_back(const collega::Json& value) {
  for (const std::string& text : {collega::to_text(value), collega::to_pretty_text(value)}) {
    const auto again = collega::parse_json(text);
    demand(again.ok() && same(value, again.value()));
  }
}

void described_value_reads_back(const collega::Json& value) {
  const auto read = collega::from_json<Criteria>(value);
  if (!read) {
    demand(collega::is_valid_utf8(read.error().where));
    return;
  }
  const collega::Json written = collega::to_json(read.value());
  const auto again = collega::from_json<Criteria>(written);
  demand(again.ok() && same(written, collega::to_json(again.value())));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto value = collega::parse_json({reinterpret_cast<const char*>(data), size});
  if (!value) return 0;
  written_value_reads_back(value.value());
  described_value_reads_back(value.value());
  return 0;
}
