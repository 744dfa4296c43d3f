#pragma once

// Files on their way in and out: /api/files. Their bytes go past here piece by piece and are never in memory together.

#include <vector>

#include "visit.h"

namespace collega::http {

[[nodiscard]] std::vector<Route> file_routes();

/// Writes all of it. Errors: store_full; internal with what the system said as detail.
Result<Done> write_at(const OpenFile& file, std::uint64_t offset, std::string_view bytes);

/// Appends up to `most` bytes of the file to `out`. Error: internal when there are none.
Result<Done> read_at(const OpenFile& file, std::uint64_t offset, std::size_t most, std::string& out);

}  // namespace collega::http
