#pragma once

// The register as it is shown: accounts by their names, texts in one language.

#include "collega/operations/operation.h"
#include "register_types.h"

namespace collega::oversight {

/// For one asking: who it is shown to, and on which day.
class Showing {
 public:
  Showing(store::ReadTransaction& read, const operations::Context& context);

  [[nodiscard]] ListedUse listed(const ai_register::Use& use, const ai_register::Verdict& verdict) const;
  [[nodiscard]] Result<ListedUse> listed(const ai_register::Use& use);
  [[nodiscard]] Result<ShownUse> whole(const ai_register::Use& use);
  [[nodiscard]] Result<ShownSwitch> shown(const ai_register::Switch& one);

 private:
  /// Nothing for nobody's account, or one that is gone.
  [[nodiscard]] Result<std::optional<std::string>> name_of_account(std::optional<identity::AccountId> account);
  [[nodiscard]] Result<ShownCondition> shown(const ai_register::Recorded& recorded);
  [[nodiscard]] Result<std::vector<ShownCondition>> conditions(const ai_register::Use& use,
                                                               const ai_register::Entry& entry,
                                                               const ai_register::Verdict& verdict);
  [[nodiscard]] std::vector<ShownProvision> law(const std::vector<ShownCondition>& conditions) const;

  store::ReadTransaction& read_;
  Language language_;
  Date today_;
  Moment now_;
};

}  // namespace collega::oversight
