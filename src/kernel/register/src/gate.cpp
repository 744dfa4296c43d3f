#include "collega/register/gate.h"

#include <stdexcept>

#include "kept.h"

namespace collega::ai_register {
namespace {

Result<Verdict> judge(store::ReadTransaction& read, const Use& use, const Kept& kept, bool is_public, Date today) {
  return Verdict{state_of(use, kept), TRY(missing_in(read, use, kept, is_public, today))};
}

}  // namespace

Result<Verdict> verdict(store::ReadTransaction& read, const Use& use, Date today) {
  const Kept kept = TRY(kept_of(read, use.name));
  return judge(read, use, kept, TRY(organisation(read)).is_public, today);
}

Result<std::vector<Verdict>> verdicts(store::ReadTransaction& read, const std::vector<Use>& uses, Date today) {
  const std::map<std::string, Kept, std::less<>> all = TRY(kept(read, std::nullopt));
  const bool is_public = TRY(organisation(read)).is_public;
  const Kept nothing;
  std::vector<Verdict> verdicts;
  verdicts.reserve(uses.size());
  for (const Use& use : uses) {
    const auto found = all.find(use.name);
    verdicts.push_back(TRY(judge(read, use, found == all.end() ? nothing : found->second, is_public, today)));
  }
  return verdicts;
}

Error refusal(const Verdict& verdict, const Use& use, Language language) {
  if (verdict.may_run()) throw std::logic_error("a refusal was asked of a use that may run: " + std::string{use.name});
  if (verdict.state == State::off) return {ErrorCode::use_off, std::string{use.title.in(language)}};
  std::string all;
  for (const std::string& one : in_words(verdict.missing, language)) all += (all.empty() ? "" : "; ") + one;
  return {ErrorCode::use_lacks_conditions, std::move(all)};
}

Result<Done> may_run(store::ReadTransaction& read, const Use& use, Date today, Language language) {
  const Verdict verdict = TRY(ai_register::verdict(read, use, today));
  if (!verdict.may_run()) return refusal(verdict, use, language);
  return Done{};
}

}  // namespace collega::ai_register
