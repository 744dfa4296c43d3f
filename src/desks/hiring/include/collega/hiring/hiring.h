#pragma once

// The hiring desk: candidates beside the criteria of a vacancy.

#include <functional>
#include <memory>
#include <vector>

#include "collega/documents/read.h"
#include "collega/operations/operation.h"
#include "collega/people/holdings.h"
#include "collega/skills/mentions.h"

namespace collega::hiring {

/// What the desk works with; made at its first use, so that an operation pays only for what it needs.
struct Tools {
  std::function<Result<std::shared_ptr<const skills::MentionFinder>>()> finder;
  std::function<documents::Reader&()> reader;
};

/// The steps of this module's tables.
[[nodiscard]] std::vector<store::Migration> migrations();

/// Applicants, by their own number or by that of the person they are: what is kept of them, for how long, and that it
/// goes.
[[nodiscard]] std::vector<people::Holding> holdings();

/// The rows of this desk.
[[nodiscard]] std::vector<operations::Operation> operations(const Tools& tools);

}  // namespace collega::hiring
