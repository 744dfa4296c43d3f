#include "declared.h"

#include <algorithm>
#include <optional>

namespace collega::operations {
namespace {

struct Holds {
  std::string_view tables;  ///< begin with this
  std::optional<Data> data;
};

// The first that a table begins with. What a vacancy asks says nothing of who applied. Tables that are not here hold
// nothing of people: units, the register, the office's own.
constexpr Holds kHolds[] = {
    {"person", Data::people},        {"contract", Data::contracts},
    {"account", Data::accounts},     {"ledger_", Data::ledger},
    {"library_", Data::documents},   {"proposal", Data::proposals},
    {"decision", Data::proposals},   {"import_change", Data::people},
    {"import_origin", Data::people}, {"hiring_vacancy", {}},
    {"hiring_requirement", {}},      {"hiring_", Data::candidate_papers},
    {"skills_held", Data::people},   {"skills_source", Data::people},
    {"skills_step", Data::people},   {"gateway_conversation", Data::conversations},
};

bool names(const Operation& operation, Data data) {
  return std::ranges::any_of(operation.reads, [&](Data one) { return one == data || one == Data::everything; });
}

}  // namespace

std::string undeclared(const Operation& operation, const std::set<std::string>& tables) {
  for (const std::string& table : tables) {
    const auto* holds = std::ranges::find_if(kHolds, [&](const Holds& one) { return table.starts_with(one.tables); });
    if (holds != std::end(kHolds) && holds->data && !names(operation, *holds->data)) return table;
  }
  return {};
}

}  // namespace collega::operations
