#pragma once

// Which member of an Office file (DOCX, XLSX) belongs to which: every part has its relations in a file beside it.

#include <map>
#include <string>
#include <string_view>

#include "zip_archive.h"

namespace collega::documents {

struct Relation {
  std::string type;    ///< the last word of the type's address: "header", "worksheet"
  std::string target;  ///< a member of the archive
};

using Relations = std::map<std::string, Relation>;  // by their id

/// The relations of `part`, without those that point outside the file; none when they are missing or broken.
[[nodiscard]] Relations read_relations(ZipArchive& archive, const std::string& part);

/// The target of the first relation of this type; empty when there is none.
[[nodiscard]] std::string target_of_type(const Relations& relations, std::string_view type);

/// The part that the file is about; `usual` when the file does not say.
[[nodiscard]] std::string main_part(ZipArchive& archive, const std::string& usual);

}  // namespace collega::documents
