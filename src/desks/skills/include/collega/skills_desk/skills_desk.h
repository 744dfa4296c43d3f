#pragma once

// The skills desk: the taxonomy to look through, the organisation's own names over it, and what people can do.

#include <functional>
#include <memory>
#include <vector>

#include "collega/documents/read.h"
#include "collega/operations/operation.h"
#include "collega/people/holdings.h"
#include "collega/skills/extension.h"
#include "collega/skills/mentions.h"

namespace collega::skills_desk {

/// What the desk works with; made at its first use.
struct Tools {
  /// Without the organisation's own names.
  std::function<Result<std::shared_ptr<const skills::Taxonomy>>()> taxonomy;
  /// With them.
  std::function<Result<std::shared_ptr<const skills::MentionFinder>>()> finder;
  std::function<documents::Reader&()> reader;
};

/// The steps of this module's tables.
[[nodiscard]] std::vector<store::Migration> migrations();

/// What is kept of what a person can do, and that it goes.
[[nodiscard]] std::vector<people::Holding> holdings();

/// Another number after each change of the organisation's own names; 0: there never were any.
[[nodiscard]] Result<std::int64_t> own_names_revision(store::ReadTransaction& read);
/// All of them, in the order in which they came.
[[nodiscard]] Result<skills::Extension> own_names(store::ReadTransaction& read);

/// The rows of this desk.
[[nodiscard]] std::vector<operations::Operation> operations(Tools tools);

}  // namespace collega::skills_desk
