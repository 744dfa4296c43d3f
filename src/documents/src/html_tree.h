#pragma once

// Gumbo's tree of a page, made safe: nested no deeper than asked for, and freed without recursion.

#include <gumbo.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace collega::documents {

/// Memory that is given out piece by piece and freed at once. Gumbo's own way of freeing a tree calls itself for every
/// level.
class Arena {
 public:
  [[nodiscard]] void* allocate(std::size_t bytes);

 private:
  std::vector<std::unique_ptr<char[]>> chunks_;
  std::size_t used_ = 0;
  std::size_t size_ = 0;
};

class HtmlTree {
 public:
  explicit HtmlTree(std::string_view html);
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;

  [[nodiscard]] const GumboNode* root() const { return output_->root; }
  /// Elements that were nested too deep to be kept; what they hold is still there.
  [[nodiscard]] bool flattened() const { return flattened_; }

 private:
  bool flattened_ = false;
  std::string html_;  // the tree points into it
  Arena arena_;
  GumboOutput* output_ = nullptr;
};

}  // namespace collega::documents
