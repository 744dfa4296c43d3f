#pragma once

// The journal of one import: what it changed, how that was before, and a digest of how it was after.

#include <string>

#include "collega/administration/undo.h"
#include "image.h"

namespace collega::administration {

/// An entry, opened. `before` does not exist for what the import made.
struct JournalEntry {
  std::int64_t seq = 0;
  ChangeKind kind = ChangeKind::person;
  std::int64_t entity = 0;
  std::string key;  ///< personnel number or code
  PersonImage person;
  UnitImage unit;
  std::string after;
};

class Journal {
 public:
  Journal(store::WriteTransaction& write, ImportRunId run) : write_(write), run_(run) {}

  Result<Done> add(people::PersonId person, const std::string& key, const PersonImage& before,
                   const PersonImage& after);
  Result<Done> add(people::UnitId unit, const std::string& key, const UnitImage& before, const UnitImage& after);

 private:
  Result<Done> put(ChangeKind kind, std::int64_t entity, const std::string& before, const std::string& after);

  store::WriteTransaction& write_;
  ImportRunId run_;
  std::int64_t seq_ = 0;
};

/// The newest first.
[[nodiscard]] Result<std::vector<JournalEntry>> journal_of(store::ReadTransaction& read, ImportRunId run);

[[nodiscard]] std::string digest_of(store::ReadTransaction& read, const PersonImage& image);
[[nodiscard]] std::string digest_of(store::ReadTransaction& read, const UnitImage& image);

}  // namespace collega::administration
