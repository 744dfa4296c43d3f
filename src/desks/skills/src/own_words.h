#pragma once

// Own names and their troubles in words.

#include <set>

#include "own_names.h"

namespace collega::skills_desk {

/// The organisation's names over a taxonomy, for who reads of them.
class OwnWords {
 public:
  OwnWords(const skills::Taxonomy& taxonomy, const std::vector<KeptName>& names, Language language)
      : taxonomy_(taxonomy), names_(names), language_(language) {}

  /// What a concept is called; the reference itself where there is none.
  [[nodiscard]] std::string label(std::string_view concept_name) const;
  [[nodiscard]] std::string name(const OwnEntry& entry) const;
  [[nodiscard]] std::string whole(const OwnEntry& entry) const;
  [[nodiscard]] std::string trouble(const skills::ExtensionTrouble& trouble) const;

 private:
  [[nodiscard]] std::string labels(const std::vector<std::string>& concepts) const;

  const skills::Taxonomy& taxonomy_;
  const std::vector<KeptName>& names_;
  Language language_;
};

/// Without white space around it, and without characters that turn the text behind them around.
[[nodiscard]] std::string trimmed(std::string_view text);

/// What becomes wrong when `before` becomes `after`: of `of` as it is, of others with their name. Nothing: it may be
/// done.
[[nodiscard]] std::vector<std::string> new_troubles(const skills::Taxonomy& taxonomy,
                                                    const std::vector<KeptName>& before,
                                                    const std::vector<KeptName>& after, const std::set<OwnNameId>& of,
                                                    Language language);

}  // namespace collega::skills_desk
