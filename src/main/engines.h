#pragma once

// What the desks work with, made at its first use. May be used from several threads.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

#include "collega/documents/read.h"
#include "collega/skills/extension.h"
#include "collega/skills/gap.h"
#include "collega/skills/link.h"
#include "collega/skills/mentions.h"

namespace collega {

/// Where the organisation's own names come from.
struct OwnNames {
  std::function<Result<std::int64_t>()> revision;  ///< another one after each change, of whichever process; 0: none
  std::function<Result<skills::Extension>()> names;
};

class Engines {
 public:
  /// A folder with an imported taxonomy, or with tables of the seed's own form, instead of the built-in ones. To be
  /// said before the first use.
  void use_taxonomy(std::filesystem::path folder) { folder_ = std::move(folder); }

  /// To be said before the first use.
  void use_own_names(OwnNames own) { own_ = std::move(own); }

  /// Without own names. Errors: those of Taxonomy::from_tables and read_compiled; file_not_found with the table that
  /// the folder lacks.
  [[nodiscard]] Result<const skills::Taxonomy*> taxonomy();
  [[nodiscard]] Result<const skills::Linker*> linker();
  [[nodiscard]] Result<const skills::Gaps*> gaps();
  /// With own names: another one once they changed, and whoever has the one before goes on with it. While it is made
  /// anew the others get the one before, so that nobody waits who holds a reader of the store. Errors: also those of
  /// the own names.
  [[nodiscard]] Result<std::shared_ptr<const skills::MentionFinder>> finder();
  /// Each thread has its own.
  [[nodiscard]] static documents::Reader& reader();

 private:
  [[nodiscard]] Result<const skills::Taxonomy*> known_taxonomy();  // under the mutex

  std::mutex mutex_;
  std::optional<std::filesystem::path> folder_;
  std::unique_ptr<const skills::Taxonomy> taxonomy_;
  std::optional<skills::Linker> linker_;
  std::optional<skills::Gaps> gaps_;

  struct InUse;
  [[nodiscard]] std::shared_ptr<const InUse> in_use();
  [[nodiscard]] Result<std::shared_ptr<const InUse>> made_of(std::int64_t revision);
  OwnNames own_;
  std::mutex looking_;                   // whether the own names changed: one at a time
  std::shared_ptr<const InUse> in_use_;  // under mutex_
};

}  // namespace collega
