#pragma once

// The pages that were built: read once, at the start, so that no path of a request ever reaches the disk.

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "collega/base/language.h"
#include "collega/base/result.h"
#include "header_values.h"
#include "reply.h"

namespace collega::http {

class Pages {
 public:
  /// Files beside which one with .gz or .br stands are sent as that to who reads it. Errors: file_not_found, and
  /// file_unreadable with the path.
  static Result<Pages> read(const std::filesystem::path& folder);

  Pages() = default;

  /// The file of this path; the first page for a path that the pages themselves understand ("/people/3"); nothing for a
  /// file that is not there ("/assets/gone.js"), or without pages.
  [[nodiscard]] std::optional<Reply> find(std::string_view path, Encodings encodings,
                                          std::string_view if_none_match) const;

 private:
  struct Page {
    std::string_view type;
    std::string_view cache;
    Shared plain, gzip, brotli;
    std::string tag;
  };
  [[nodiscard]] Reply first_page() const;

  std::unordered_map<std::string, Page> pages_;
  Shared index_;
};

/// What stands at "/" when there are no pages.
[[nodiscard]] Reply no_pages(Language language);

}  // namespace collega::http
