#pragma once

// One XML member of an office file.

#include <memory>
#include <pugixml.hpp>
#include <string_view>

#include "collega/base/result.h"

namespace collega::documents {

using XmlPart = std::unique_ptr<pugi::xml_document>;

/// The tree of `xml`. Entities that it declares itself are left as they stand, so that none can grow.
/// Error: document_broken.
[[nodiscard]] inline Result<XmlPart> parse_xml(std::string_view xml, unsigned options) {
  auto part = std::make_unique<pugi::xml_document>();
  const pugi::xml_parse_result parsed = part->load_buffer(xml.data(), xml.size(), options);
  if (!parsed) return Error{ErrorCode::document_broken, {}, parsed.description()};
  return part;
}

}  // namespace collega::documents
