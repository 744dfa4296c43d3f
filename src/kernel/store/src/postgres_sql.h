#pragma once

// From the SQL of this house to PostgreSQL's.

#include <string>
#include <string_view>

namespace collega::store {

/// `?` outside quotes becomes $1, $2, ...
[[nodiscard]] std::string postgres_places(std::string_view sql);

/// INTEGER → BIGINT, REAL → DOUBLE PRECISION, BLOB → BYTEA, TEXT → TEXT ordered by bytes as SQLite does, where they
/// stand as words in capitals.
[[nodiscard]] std::string postgres_types(std::string_view sql);

/// Bytes from "\x00ff".
[[nodiscard]] std::string from_hex(std::string_view text);

}  // namespace collega::store
