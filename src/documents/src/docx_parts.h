#pragma once

// The parts of a DOCX around its text: what is in the package, the title, the styles, the lists, the footer.

#include <string>
#include <vector>

#include "draft_style.h"
#include "zip_writer.h"

namespace collega::documents {

inline constexpr const char* kDocxMainNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
inline constexpr const char* kDocxRelationNamespace =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

inline constexpr int kDocxListLevels = 3;
inline constexpr int kDocxBulleted = 1;       ///< the list in word/numbering.xml of all bullets
inline constexpr int kDocxFirstNumbered = 2;  ///< of the first numbered list; each has its own, or it would count on
inline constexpr const char* kDocxFooterRelation = "rId3";
// Of the cells of a table and of a layout in columns, left and right each, in points.
inline constexpr double kDocxCellMargin = 5.4;
inline constexpr double kDocxColumnMargin = 8;

/// All but word/document.xml. `numbered_from` holds for every numbered list the number it begins with.
[[nodiscard]] std::vector<ZipMember> docx_parts(const std::string& title, const DraftStyle& style,
                                                const std::vector<int>& numbered_from);

}  // namespace collega::documents
