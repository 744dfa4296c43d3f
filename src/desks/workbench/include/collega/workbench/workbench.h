#pragma once

// The workbench: engines as operations of their own, for scripts and analysts.

#include <functional>
#include <vector>

#include "collega/documents/read.h"
#include "collega/operations/operation.h"
#include "collega/skills/mentions.h"

namespace collega::workbench {

/// What the desk works with; made at its first use, so that an operation pays only for what it needs.
struct Tools {
  std::function<Result<const skills::MentionFinder*>()> finder;
  std::function<documents::Reader&()> reader;
};

/// The rows of this desk: documents.read and skills.extract.
[[nodiscard]] std::vector<operations::Operation> operations(const Tools& tools);

}  // namespace collega::workbench
