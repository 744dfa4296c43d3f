#pragma once

// Erasing for good: from the records, from what the ledger can tell, and again after a restore.
//
// A backup from before an erasure brings the person back. So every erasure is noted in a file that no backup holds, and
// whoever restores hands that file over.
//
//   file  =  {"person": id, "day": date, "ground": "clock"|"request"}, one line an erasure

#include <filesystem>

#include "collega/people/retention.h"

namespace collega::people {

/// Where and as whom the ledger writes.
struct Writing {
  std::string_view writer;
  std::string actor;
  std::string_view operation;
  Moment now;
};

/// As erase_person; when nothing of the person is left, their key in the ledger goes too, and nothing leads to their
/// entries.
Result<Erasure> erase_for_good(store::WriteTransaction& write, PersonId person, const std::vector<Holding>& holdings,
                               Date day, Ground ground, const Writing& writing);

/// The same of somebody whom desks keep and people does not, such as a candidate, by the number they have there. False
/// when nobody keeps anything of them.
Result<bool> erase_kept_by_desks(store::WriteTransaction& write, PersonId number, const std::vector<Holding>& holdings,
                                 Ground ground, const Writing& writing);

/// Adds one line, on disk when it returns. Errors: file_unwritable, store_full.
Result<Done> note_erasure(const std::filesystem::path& file, PersonId person, Date day, Ground ground);

/// Erases again whoever the file names and the records hold; gives how many. Errors: file_not_found, bad_json with its
/// line, and those of erasing.
Result<std::int64_t> repeat_erasures(store::WriteTransaction& write, const std::filesystem::path& file,
                                     const std::vector<Holding>& holdings, const Writing& writing);

}  // namespace collega::people
