#pragma once

// Who leads which unit on a day, for some units and all above them: read in one go, then asked from memory.

#include <map>
#include <optional>
#include <vector>

#include "collega/people/people.h"

namespace collega::people {

class Leaders {
 public:
  /// At most kLongestInList units.
  static Result<Leaders> load(store::ReadTransaction& read, const std::vector<UnitId>& units, Date day);

  /// Those of the unit, or of the first above it that has any; for `led` those above them, and never themself.
  [[nodiscard]] std::vector<Leader> of(UnitId unit, std::optional<PersonId> led) const;
  /// Whether `leader` leads `led` through this unit or one above it.
  [[nodiscard]] bool leads(PersonId leader, PersonId led, UnitId unit) const;

 private:
  struct Node {
    std::optional<UnitId> parent;
    std::vector<Leader> leaders;
  };
  /// Whoever is not there has rank 0; only who ranks higher leads.
  [[nodiscard]] static int rank(const Node& node, PersonId person);
  [[nodiscard]] const Node* above(const Node& node) const;
  [[nodiscard]] const Node* at(UnitId unit) const;

  std::map<UnitId, Node> nodes_;
};

/// The managers named for a person themself, by person; its deputies where there is no manager. At most kLongestInList.
[[nodiscard]] Result<std::map<PersonId, std::vector<Leader>>> leaders_named_for(store::ReadTransaction& read,
                                                                                const std::vector<PersonId>& people,
                                                                                Date day);

}  // namespace collega::people
