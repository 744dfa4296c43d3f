#pragma once

// Who sat where and when: people come, move, are promoted, leave and come back.

#include <map>
#include <vector>

#include "people.h"
#include "structure.h"

namespace collega::organisation {

/// Somebody's time on a seat.
struct Stint {
  int person;
  Date begin;
  std::optional<Date> last = {};
};

struct Careers {
  std::vector<Person> people;               ///< with stays, without contracts
  std::vector<std::vector<Stint>> by_seat;  ///< the oldest first, never two at once
};

/// From `from` to two months after `to`: what is agreed by then of the future. Adds seats for interns, people of one
/// day and second contracts.
[[nodiscard]] Careers make_careers(Structure& structure, Date from, Date to, const AllWords& words, std::uint64_t seed);

/// The months after the end of the history of which something is agreed already.
constexpr int kMonthsAhead = 2;

/// Wages and pensions end at 67, the state-pension age of all these years.
constexpr int kPensionAge = 67;

}  // namespace collega::organisation
