#pragma once

// The parts of an ODT around its text: what is in the package, the title, the styles.

#include <string>
#include <vector>

#include "draft_style.h"
#include "zip_writer.h"

namespace pugi {
class xml_node;
}

namespace collega::documents {

inline constexpr int kOdtListLevels = 3;

/// The namespaces of office:document-content and office:document-styles.
void add_odt_namespaces(pugi::xml_node root);

/// `mimetype`, which must come first in the package, and all others but content.xml.
[[nodiscard]] std::vector<ZipMember> odt_parts(const std::string& title, const DraftStyle& style);

}  // namespace collega::documents
