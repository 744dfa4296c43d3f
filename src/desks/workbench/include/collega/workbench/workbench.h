#pragma once

// The workbench: engines as operations of their own, for scripts and analysts.

#include <functional>
#include <memory>
#include <vector>

#include "collega/documents/read.h"
#include "collega/operations/operation.h"
#include "collega/skills/gap.h"
#include "collega/skills/link.h"
#include "collega/skills/mentions.h"

namespace collega::workbench {

/// What the desk works with; made at its first use, so that an operation pays only for what it needs.
struct Tools {
  std::function<Result<std::shared_ptr<const skills::MentionFinder>>()> finder = {};
  std::function<Result<const skills::Linker*>()> linker = {};
  std::function<documents::Reader&()> reader = {};
  std::function<Result<const skills::Gaps*>()> gaps = {};
};

/// The rows of this desk: documents.read, the engines of skills, statistics and privacy, and taxonomy.import.
[[nodiscard]] std::vector<operations::Operation> operations(const Tools& tools);

}  // namespace collega::workbench
