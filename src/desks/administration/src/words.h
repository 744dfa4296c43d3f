#pragma once

// Words by which files say things: names of columns and values such as "onbepaalde tijd". Data: data/fields.tsv,
// data/words.tsv.

#include <optional>
#include <string>
#include <string_view>

#include "collega/administration/fields.h"

namespace collega::administration {

/// Folded, and letters and digits only: "E-mail (werk)" and "email werk" are the same.
[[nodiscard]] std::string plain_name(std::string_view text);

/// What a text says where the shape has words of its own; nothing when nobody says it so. `text` as it stands in a
/// file.
[[nodiscard]] std::optional<std::string_view> word_value(FieldShape shape, std::string_view text);

}  // namespace collega::administration
