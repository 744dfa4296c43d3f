#include "verdicts.h"

namespace collega::operations {

Result<ai_register::Verdict> Verdicts::of(store::ReadTransaction& read, const ai_register::Use& use, Date today,
                                          Moment now) {
  const std::int64_t version = TRY(ai_register::register_version(read));
  {
    const std::lock_guard lock{mutex_};
    const auto kept = kept_.find(std::string{use.name});
    if (kept != kept_.end() && kept->second.version == version && kept->second.day == today && kept->second.at <= now &&
        now < kept->second.at + ai_register::kVerdictKeeps) {
      return kept->second.verdict;
    }
  }
  ai_register::Verdict verdict = TRY(ai_register::verdict(read, use, today));
  const std::lock_guard lock{mutex_};
  kept_[std::string{use.name}] = Kept{verdict, version, today, now};
  return verdict;
}

}  // namespace collega::operations
