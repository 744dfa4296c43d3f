#pragma once

// What a handler works with when its operation reads or changes what is kept.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "collega/base/json.h"
#include "collega/base/moment.h"
#include "collega/ledger/recorder.h"
#include "collega/operations/proposal.h"
#include "collega/people/person.h"
#include "collega/store/store.h"

namespace collega::operations {

/// The organisation's records, open in this process.
class Verdicts;  // of the register, for a while

struct Records {
  store::Store& store;
  std::string writer;  ///< whose chain in the ledger: "local" for the command line
  Clock clock;
  ledger::ReadRecorder* recorder = nullptr;  ///< for what is only read; none: an entry is a commit of its own
  Verdicts* verdicts = nullptr;              ///< none: the register is asked each time
  int blind_one_in = 0;                      ///< of so many proposals one is of the blind sample; 0: none
};

/// Somebody whom an operation showed or touched, as they were on `day`; none: today.
struct Concern {
  people::PersonId person;
  std::optional<Date> day;
};

struct Proposed {
  ProposalId id;
  Proposal proposal;
  bool blind = false;
};

/// One operation on the records: its transaction, and what the ledger is to remember of it.
class Work {
 public:
  Work() = default;
  explicit Work(store::ReadTransaction read) : read_(std::make_shared<store::ReadTransaction>(std::move(read))) {}
  explicit Work(store::WriteTransaction write) : write_(std::make_shared<store::WriteTransaction>(std::move(write))) {}
  /// For an operation within this one: the transaction in common, and the rest its own.
  [[nodiscard]] Work within() const;

  /// The transaction of an operation that reads or writes; for any other operation a bug, and throws.
  [[nodiscard]] store::ReadTransaction& read();
  [[nodiscard]] store::WriteTransaction& write();

  /// This person was seen or touched. Whoever runs the operation refuses the answer when the asker may not see them.
  void concerns(people::PersonId person, std::optional<Date> day = {}) { concerns_.push_back({person, day}); }
  /// The same of somebody whom a desk itself keeps, such as a candidate, by a number from new_id: whoever calls this
  /// has seen to it that the asker may see them.
  void is_about(std::int64_t number) { about_.push_back(number); }
  /// An id, a digest or a number that belongs to what was done: never a name or a sentence.
  void remember(std::string_view key, Json value) { details_[key] = std::move(value); }

  /// Hands over a proposal that waits for a decision; kept, with its entry, in the operation's own transaction. A blind
  /// one is shown to who decides after their own view of it.
  ProposalId propose(Proposal proposal, bool blind = false);

  /// What the ledger calls it, where that does not follow from the operation's effect.
  void is_a(ledger::Kind kind) { kind_ = kind; }

  [[nodiscard]] bool is_open() const { return read_ || write_; }
  [[nodiscard]] bool writes() const { return write_ != nullptr; }
  [[nodiscard]] std::optional<ledger::Kind> kind() const { return kind_; }
  [[nodiscard]] const std::vector<Concern>& concerned() const { return concerns_; }
  /// Everybody whom it concerns or is about, for the ledger.
  [[nodiscard]] std::vector<std::int64_t> about() const;
  [[nodiscard]] const std::vector<Proposed>& proposed() const { return proposed_; }
  [[nodiscard]] const JsonObject& details() const { return details_; }

 private:
  std::shared_ptr<store::ReadTransaction> read_;
  std::shared_ptr<store::WriteTransaction> write_;
  std::vector<Concern> concerns_;
  std::vector<std::int64_t> about_;
  std::vector<Proposed> proposed_;
  JsonObject details_;
  std::optional<ledger::Kind> kind_;
};

}  // namespace collega::operations
