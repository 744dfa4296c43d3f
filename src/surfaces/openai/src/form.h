#pragma once

// multipart/form-data (RFC 7578), whole in memory.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace collega::openai {

struct FormPart {
  std::string_view name;
  std::string_view file_name;  ///< empty: no file
  std::string_view content;
};

/// Nothing when it is none. Views are into the body.
[[nodiscard]] std::optional<std::vector<FormPart>> parse_form(std::string_view content_type, std::string_view body);

}  // namespace collega::openai
