#pragma once

// The contract by which erasure and the person's right to see reach everything that is kept of them, in every module. A
// module that keeps something of people gives a list like people's own; main puts them together, people's last.

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "collega/base/date.h"
#include "collega/base/json.h"
#include "collega/base/language.h"
#include "collega/people/person.h"
#include "collega/store/store.h"

namespace collega::people {

struct Holding {
  std::string_view kind;  ///< "people.contract": module and kind
  Bilingual title;
  std::string_view clock;  ///< row of the table of retention (data/retention.tsv)
  /// Everything of this kind, readable by the person; empty when there is nothing.
  std::function<Result<JsonArray>(store::ReadTransaction&, PersonId)> show;
  /// Gives the number of rows that went. A second time it finds nothing.
  std::function<Result<std::int64_t>(store::WriteTransaction&, PersonId)> erase;
  /// The day of the event that starts the clock; nothing while it has not happened. Left out: the end of the last
  /// contract.
  std::function<Result<std::optional<Date>>(store::ReadTransaction&, PersonId)> started = {};
};

/// The kind that goes last, when nothing else is left: without it nobody knows whose the rest is.
constexpr std::string_view kPersonKind = "people.person";

/// What people keeps: roles, contact, contracts and, last, the person.
[[nodiscard]] std::vector<Holding> holdings();

}  // namespace collega::people
