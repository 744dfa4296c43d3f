#pragma once

// Typed ids: a PersonId is not a VacancyId. An id is a positive number of 63 bits, and 13 letters and digits on the
// wire.

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "collega/base/described.h"

namespace collega {

/// `Of` is the described thing, or a tag: struct Person; using PersonId = Id<Person>.
template <class Of>
struct Id {
  std::int64_t number = 0;  ///< 0 is nobody's

  [[nodiscard]] constexpr bool is_set() const { return number != 0; }
  constexpr auto operator<=>(const Id&) const = default;
};

/// Crockford's base 32, lower case, of fixed length so that texts sort as numbers do.
[[nodiscard]] std::string id_text(std::int64_t number);

/// Reads what id_text wrote; capitals are taken too. Error: unknown_value with the text as its place.
[[nodiscard]] Result<std::int64_t> parse_id(std::string_view text);

template <class Of>
[[nodiscard]] std::string to_string(Id<Of> id) {
  return id_text(id.number);
}

template <class Of>
struct Word<Id<Of>> {
  static constexpr std::string_view format = "id";
  static Result<Id<Of>> parse(std::string_view text) { return Id<Of>{TRY(parse_id(text))}; }
  static std::string text(Id<Of> id) { return to_string(id); }
};

}  // namespace collega
