#pragma once

// Whether somebody may ask this, and about these people.

#include <set>
#include <string>
#include <utility>

#include "collega/operations/run.h"

namespace collega::operations {

/// The first question. Fills in `asking_as`. Errors: needs_data, not_signed_in, not_allowed, step_up_needed.
Result<Done> admit(const Operation& operation, Context& context);

/// The register's question. Errors: use_off, use_lacks_conditions.
Result<Done> pass_gate(const ai_register::Use& use, const Context& context, store::ReadTransaction& read);

/// The last question, before an answer is handed over: whether the asker may see everybody it concerns. Error:
/// not_about_them.
Result<Done> check_concerned(Context& context);

/// What is read while this lives is not held against the operation that runs: the office reads to answer a handler, and
/// what a proposal's own row reads is that row's to say.
class ReadsApart {
 public:
  explicit ReadsApart(store::ReadTransaction& read) : read_(read), before_(read.exchange_touched()) {}
  ~ReadsApart() { read_.exchange_touched(std::move(before_)); }
  ReadsApart(const ReadsApart&) = delete;
  ReadsApart& operator=(const ReadsApart&) = delete;

 private:
  store::ReadTransaction& read_;
  std::set<std::string> before_;
};

/// What stands at the head of the refusals that the ledger keeps.
[[nodiscard]] bool is_refusal(ErrorCode code);

}  // namespace collega::operations
