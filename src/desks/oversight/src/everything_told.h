#pragma once

#include <boost/describe.hpp>
#include <string>
#include <vector>

#include "collega/base/described.h"
#include "collega/base/language.h"
#include "collega/people/retention.h"

namespace collega::oversight {

/// One thing that is kept: "achternaam: Wit", a line for each value that says something.
struct ToldItem {
  std::vector<std::string> lines;
};
BOOST_DESCRIBE_STRUCT(ToldItem, (), (lines))

/// A kind of what is kept, in words.
struct ToldKind {
  std::string kind;
  std::string title;
  std::string clock;
  std::vector<ToldItem> items;
};
BOOST_DESCRIBE_STRUCT(ToldKind, (), (kind, title, clock, items))

/// What everything_of gave, as a person reads it.
[[nodiscard]] std::vector<ToldKind> told_of(const JsonObject& kept, const std::vector<people::RetentionRule>& rules,
                                            Language language);

}  // namespace collega::oversight

namespace collega {

template <>
struct FieldTable<oversight::ToldItem> {
  static constexpr Field rows[] = {
      {.name = "lines", .meaning = {"een regel per gegeven", "a line for each value"}, .personal = Personal::special},
  };
};

template <>
struct FieldTable<oversight::ToldKind> {
  static constexpr Field rows[] = {
      {.name = "kind", .meaning = {"soort gegevens", "kind of data"}},
      {.name = "title", .meaning = {"hoe die soort heet", "what that kind is called"}},
      {.name = "clock", .meaning = {"welke bewaartermijn", "which period of retention"}},
      {.name = "items", .meaning = {"wat er van die soort is", "what there is of that kind"}},
  };
};

}  // namespace collega
