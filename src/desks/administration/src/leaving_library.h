#pragma once

#include "collega/administration/export.h"

namespace collega::administration {

/// documents.csv, a row a version, with the file of each.
[[nodiscard]] LeavingPart documents_part();
/// document_readers.csv
[[nodiscard]] LeavingPart readers_part();

}  // namespace collega::administration
