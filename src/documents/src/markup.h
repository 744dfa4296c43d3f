#pragma once

// HTML as it stands in between other text: one piece after the other, without a tree.

#include <string>
#include <string_view>
#include <vector>

#include "visibility.h"

namespace collega::documents {

/// The letters of an entity such as "&eacute;" or "&#233;"; the entity itself when it is not known.
[[nodiscard]] std::string letters_of_entity(std::string_view entity);

/// Follows the tags in a text to tell what of it is seen. Linear in what it is fed; a tag or comment ends within its
/// piece.
class MarkupFilter {
 public:
  explicit MarkupFilter(LeftOut& left_out) : left_out_(left_out) {}

  /// Feeds HTML and returns the letters that are seen; a line break or the end of a block is a newline.
  [[nodiscard]] std::string feed_markup(std::string_view html);

  /// Feeds text that stands between tags; false when the tags around hide it, and then it has been kept as left out.
  [[nodiscard]] bool feed_text(std::string_view text);

 private:
  struct Open {
    std::string name;
    Sight sight;
    bool says_nothing;  // script and style are no text, hidden or not
  };

  void feed_tag(std::string_view tag, std::string& out);
  void open(std::string name, std::string_view tag);
  void close(const std::string& name);

  LeftOut& left_out_;
  std::vector<Open> open_;  // from the outermost element that hides
};

}  // namespace collega::documents
