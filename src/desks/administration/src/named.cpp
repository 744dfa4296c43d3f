#include "named.h"

namespace collega::administration {

Result<people::UnitId> unit_named(store::ReadTransaction& read, std::string_view code) {
  const std::optional<people::UnitId> unit = TRY(people::unit_coded(read, code));
  if (!unit) return Error{ErrorCode::unknown_unit, std::string{code}};
  return *unit;
}

}  // namespace collega::administration
