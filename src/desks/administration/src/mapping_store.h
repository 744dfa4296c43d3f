#pragma once

#include <optional>

#include "collega/administration/mapping.h"

namespace collega::administration {

[[nodiscard]] Result<std::optional<Mapping>> remembered_mapping(store::ReadTransaction& read,
                                                                const std::string& header_digest);

}  // namespace collega::administration
