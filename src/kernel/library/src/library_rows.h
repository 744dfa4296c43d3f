#pragma once

// Rows of the library's tables to what they hold.

#include "collega/library/documents.h"

namespace collega::library {

/// What stands in `ends` while no end is known: behind every day, so that one comparison does.
constexpr Date kNoEnd{std::chrono::sys_days{std::chrono::year{9999} / 12 / 31}};

/// Of `library_document d`.
constexpr std::string_view kDocumentColumns =
    "d.id, d.title, d.kind, d.language, d.clock, d.unit_id, d.person_id, d.made_at";
constexpr int kDocumentColumnCount = 8;
[[nodiscard]] Document document_in(const store::Rows& rows);

/// A version with what is not shown to anybody.
struct StoredVersion {
  Version version;
  std::string content_address;
  std::optional<std::string> text_address;
};

/// Of `library_version v`; the last is the day on which the next one begins.
constexpr std::string_view kVersionColumns =
    "v.id, v.document_id, v.number, v.begins, v.ends, v.file_name, v.media_type, v.bytes, v.pages, v.content_address,"
    " v.text_address, v.added_by, v.added_at, v.withdrawn,"
    " (select min(n.begins) from library_version n where n.document_id = v.document_id and n.withdrawn = 0"
    " and n.begins > v.begins)";
[[nodiscard]] Result<StoredVersion> version_in(store::ReadTransaction& read, const store::Rows& rows, int first);

/// Of the versions f of `d.id`, the one that has begun last on the day that is filled in.
constexpr std::string_view kLastBegun =
    "(select f.id from library_version f where f.document_id = d.id and f.withdrawn = 0 and f.begins <= ?"
    " order by f.begins desc limit 1)";

/// Error: unknown_version.
[[nodiscard]] Result<StoredVersion> stored_version(store::ReadTransaction& read, VersionId version);

[[nodiscard]] std::string sealed_file_name(store::ReadTransaction& read, VersionId version, std::string_view file_name);

}  // namespace collega::library
