#pragma once

// Sentences that come near a name and are not it: some of its words, or its words in another form.

#include <string>
#include <string_view>
#include <vector>

#include "collega/base/span.h"

namespace collega::skills_desk {

struct NearName {
  Span sentence;  ///< bytes of the text
  Span mark;      ///< bytes of the text: from the first to the last word that is like one of the name
  std::string name;
  std::vector<std::string> same, other_form, missing;  ///< words of the name
  double likeness = 0;                                 ///< in (0, 1)
};

/// At least this much of a name's words must be there.
inline constexpr double kLeastLikeness = 0.5;

/// The nearest of the names for each sentence of the text, nearest sentences first, at most `most`. A sentence with all
/// the words of a name as they are does not come near it: it holds it. Valid UTF-8; linear in the text times the names.
[[nodiscard]] std::vector<NearName> sentences_near(std::string_view text, const std::vector<std::string>& names,
                                                   std::size_t most);

}  // namespace collega::skills_desk
