#pragma once

// The organisation's own names as a table, in and out. One row an own skill or position, or synonyms of one concept;
// several in one cell stand apart by '|'. Columns and kinds are called by either language.

#include "catalogue.h"
#include "collega/documents/table.h"
#include "own_names.h"

namespace collega::skills_desk {

/// What a table comes to beside what is there.
struct OwnPlan {
  std::vector<KeptName> after;     ///< everything, as it would be
  std::vector<OwnNameId> touched;  ///< new or changed
  std::size_t added = 0, changed = 0, same = 0;
  std::vector<BadLine> bad;  ///< in the order of the lines
};

/// Concepts are named as the taxonomy names them, or by a name that one concept alone has. `new_id` numbers what is
/// new.
[[nodiscard]] OwnPlan plan_import(const documents::Table& table, const std::vector<KeptName>& before,
                                  const skills::Taxonomy& taxonomy, const Catalogue& catalogue, Language language,
                                  const std::function<OwnNameId()>& new_id);

/// A CSV that plan_import reads back: byte order mark, `;`, a header in `language`. Synonyms of one concept share a
/// row.
[[nodiscard]] std::string own_names_csv(const std::vector<KeptName>& names, Language language, std::size_t& rows);

}  // namespace collega::skills_desk
