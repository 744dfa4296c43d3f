#include "collega/store/value.h"

#include <algorithm>

namespace collega::store {

Argument::Argument(Date date) {
  std::array<char, 10> text{};
  std::ranges::copy_n(to_string(date).begin(), 10, text.begin());
  value_ = text;
}

std::optional<std::string_view> Argument::text() const {
  if (const auto* text = std::get_if<std::string_view>(&value_)) return *text;
  if (const auto* date = std::get_if<std::array<char, 10>>(&value_))
    return std::string_view{date->data(), date->size()};
  return std::nullopt;
}

}  // namespace collega::store
