#pragma once

// What the desks work with, made at its first use. May be used from several threads.

#include <filesystem>
#include <mutex>
#include <optional>

#include "collega/documents/read.h"
#include "collega/skills/mentions.h"

namespace collega {

class Engines {
 public:
  /// A folder with tables of the seed's own form, instead of the built-in ones. To be said before the first use.
  void use_taxonomy(std::filesystem::path folder) { folder_ = std::move(folder); }

  /// Errors: those of Taxonomy::from_tables; file_not_found with the table that the folder lacks.
  [[nodiscard]] Result<const skills::MentionFinder*> finder();
  /// Each thread has its own.
  [[nodiscard]] static documents::Reader& reader();

 private:
  std::mutex mutex_;
  std::optional<std::filesystem::path> folder_;
  std::optional<skills::Taxonomy> taxonomy_;
  std::optional<skills::MentionFinder> finder_;
};

}  // namespace collega
