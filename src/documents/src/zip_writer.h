#pragma once

// The members of a DOCX or ODT to the bytes of a zip file, the same bytes for the same members.

#include <string>
#include <vector>

#include "collega/base/result.h"

namespace pugi {
class xml_document;
}

namespace collega::documents {

struct ZipMember {
  std::string name;
  std::string bytes;
  bool stored = false;  ///< not compressed, as ODF wants its `mimetype`
};

/// The document in UTF-8 with its declaration, white space as it stands.
[[nodiscard]] ZipMember xml_member(std::string name, const pugi::xml_document& xml);

[[nodiscard]] Result<std::string> write_zip(const std::vector<ZipMember>& members);

}  // namespace collega::documents
