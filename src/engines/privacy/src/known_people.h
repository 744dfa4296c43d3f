#pragma once

// The organisation's own people, by the words of their names.

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "collega/privacy/find.h"

namespace collega::privacy {

struct KnownPeople::Index {
  /// Who bears this word as a family name, and who as a first name: places in `people`.
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> last, first;
  struct Person {
    std::vector<std::uint64_t> firsts;  ///< hashes of the first names
    std::vector<std::uint64_t> lasts;   ///< of the words of the family name that are no particles
    std::vector<std::uint64_t> particles;
  };
  std::vector<Person> people;
};

}  // namespace collega::privacy
