#include "xml_slices.h"

#include <algorithm>
#include <string>

namespace collega::documents {
namespace {

constexpr std::string_view kNameEnds = " \t\r\n/>";

std::string_view without_prefix(std::string_view name) { return name.substr(name.find(':') + 1); }

// Behind the element that begins at 0 with a tag of this name; npos when it does not end.
std::size_t end_of(std::string_view element, std::string_view tag_name) {
  const std::size_t tag_end = element.find('>');
  if (tag_end == std::string_view::npos || element[tag_end - 1] == '/') return tag_end;
  const std::string closing = "</" + std::string{tag_name};
  for (std::size_t at = element.find(closing, tag_end); at != std::string_view::npos;
       at = element.find(closing, at + 1)) {
    const std::size_t behind = at + closing.size();
    if (behind < element.size() && kNameEnds.find(element[behind]) != std::string_view::npos) {
      return element.find('>', behind);
    }
  }
  return std::string_view::npos;
}

}  // namespace

Result<std::optional<std::string_view>> XmlSlices::next() {
  constexpr std::string_view kComment = "<!--";
  while (true) {
    rest_.remove_prefix(std::min(rest_.find('<'), rest_.size()));
    if (rest_.empty()) return std::optional<std::string_view>{};
    if (rest_.starts_with(kComment)) {
      rest_.remove_prefix(std::min(rest_.find("-->", kComment.size()), rest_.size()));
      continue;
    }
    const std::size_t name_end = std::min(rest_.find_first_of(kNameEnds, 1), rest_.size());
    const std::string_view tag_name = rest_.substr(1, name_end - 1);
    if (without_prefix(tag_name) != name_) {
      rest_.remove_prefix(1);
      continue;
    }
    const std::size_t last = end_of(rest_, tag_name);
    if (last == std::string_view::npos) return Error{ErrorCode::document_broken, {}, "an element does not end"};
    const std::string_view element = rest_.substr(0, last + 1);
    rest_.remove_prefix(element.size());
    return std::optional{element};
  }
}

}  // namespace collega::documents
