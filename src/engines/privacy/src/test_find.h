#pragma once

// What the tests of this module say of a text.

#include <boost/describe/enum_to_string.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "collega/privacy/find.h"

namespace collega::privacy::test {

/// What is found, in order, as "KIND what stood there".
inline std::vector<std::string> found(std::string_view text, const KnownPeople* people = nullptr) {
  std::vector<std::string> out;
  for (const Finding& finding : find(text, {std::nullopt, people}))
    out.push_back(boost::describe::enum_to_string(finding.kind, "") + (" " + std::string(finding.span.of(text))));
  return out;
}

/// What is found of one kind.
inline std::vector<std::string> found_of(Kind kind, std::string_view text, const KnownPeople* people = nullptr) {
  std::vector<std::string> out;
  for (const Finding& finding : find(text, {std::nullopt, people}))
    if (finding.kind == kind) out.emplace_back(finding.span.of(text));
  return out;
}

}  // namespace collega::privacy::test
