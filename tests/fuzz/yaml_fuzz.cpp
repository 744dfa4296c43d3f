// A file of criteria of any bytes: either an error that can be shown, or a list in which every value is text (an empty
// item: null).

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "collega/base/utf8.h"
#include "criteria_file.h"

namespace {

void demand(bool holds) {
  if (!holds) std::abort();
}

bool is_all_text(const collega::Json& value) {
  if (const auto* list = value.if_array()) {
    for (const collega::Json& item : *list) {
      if (!item.is_null() && !is_all_text(item)) return false;
    }
    return true;
  }
  if (const auto* object = value.if_object()) {
    for (const auto& [name, member] : *object) {
      if (!collega::is_valid_utf8(name) || !is_all_text(member)) return false;
    }
    return true;
  }
  return value.is_string() && collega::is_valid_utf8(value.as_string());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  for (const char* name : {"eisen.yaml", "eisen.json"}) {
    const auto criteria = collega::cli::parse_criteria(text, name);
    if (criteria) {
      demand(is_all_text(collega::Json(criteria.value())));
    } else {
      demand(collega::is_valid_utf8(criteria.error().where));
    }
  }
  return 0;
}
