#pragma once

// Tables go forward step by step, all steps that lack in one transaction.
//
//   store_step: module, number, digest of its SQL. A step that is there with another digest, or that the program does
//   not know, stops the opening before anything is changed.

#include <span>

#include "connection.h"

namespace collega::store {

/// Within the caller's writing transaction. Errors: store_newer, store_broken.
Result<Done> bring_up_to_date(Connection& connection, std::span<const Migration> steps);

/// Whether something would be done. Errors as above.
[[nodiscard]] Result<bool> is_up_to_date(Connection& connection, std::span<const Migration> steps);

/// The store's own step and those of the modules, in order; a gap or a repetition is a bug, and throws.
[[nodiscard]] std::vector<Migration> with_own_steps(std::span<const Migration> steps);

}  // namespace collega::store
