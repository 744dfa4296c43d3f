#pragma once

// A conversation as the tests of pseudonyms have it.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "collega/privacy/pseudonyms.h"

namespace collega::privacy::test {

inline const Date kToday{std::chrono::year{2026} / 11 / 23};

/// The places where `what` stands in a text, as findings of a kind: for tests that are not about finding.
inline std::vector<Finding> where(std::string_view text,
                                  std::initializer_list<std::pair<Kind, std::string_view>> what) {
  std::vector<Finding> out;
  for (const auto& [kind, value] : what)
    for (std::size_t at = text.find(value); at != std::string_view::npos; at = text.find(value, at + value.size()))
      out.push_back({{at, at + value.size()}, kind, 1.0, "name_first"});
  std::ranges::sort(out, {}, &Finding::span);
  return out;
}

inline Pseudonymised hide(std::string_view text, std::initializer_list<std::pair<Kind, std::string_view>> what,
                          Vault& vault, const Policy& policy = {}) {
  auto out = pseudonymise(text, where(text, what), policy, vault, kToday);
  EXPECT_TRUE(out);
  return out ? std::move(out).value() : Pseudonymised{};
}

/// One person: the name alone is the text.
inline std::string placeholder(std::string_view name, Vault& vault, Kind kind = Kind::PERSON) {
  return hide(name, {{kind, name}}, vault).text;
}

}  // namespace collega::privacy::test
