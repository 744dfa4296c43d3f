#pragma once

// One XML member of an office file.

#include <cstring>
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "collega/base/result.h"
#include "zip_archive.h"

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

/// The tree of a member beside the main one, empty when it is missing or broken: that costs what it says, not the
/// whole document. Error: document_bomb.
[[nodiscard]] inline Result<XmlPart> optional_part(ZipArchive& archive, const std::string& member, unsigned options) {
  if (!member.empty() && archive.has(member)) {
    const Result<std::string> xml = archive.read(member);
    if (!xml && xml.error().code == ErrorCode::document_bomb) return xml.error();
    if (xml) {
      Result<XmlPart> part = parse_xml(xml.value(), options);
      if (part) return part;
    }
  }
  return std::make_unique<pugi::xml_document>();
}

template <class... Names>
bool is_any(pugi::xml_node node, Names... names) {
  return ((std::strcmp(node.name(), names) == 0) || ...);
}

[[nodiscard]] inline bool is(pugi::xml_node node, const char* name) { return is_any(node, name); }

}  // namespace collega::documents
