#pragma once

// From the requirements of a vacancy to what is asked of profiles: which facts answer each, as match.h judges papers.

#include <vector>

#include "collega/skills/profiles.h"
#include "collega/skills/requirements.h"
#include "collega/skills/taxonomy.h"

namespace collega::skills {

/// Made once of a taxonomy, which must outlive it; then for any number of vacancies, and from several threads.
class ProfileAsking {
 public:
  explicit ProfileAsking(const Taxonomy& taxonomy);

  /// With the weights of match.h. Hours, a place and what the taxonomy does not know are answered by no fact: they stay
  /// unknown here; hours and places are filters.
  [[nodiscard]] ProfileQuery query(const std::vector<Requirement>& requirements) const;

  /// The facts that answer a requirement, the best first: the thing itself, what is narrower, what is related, the jobs
  /// in which it is usual. Months of experience are asked in whole years.
  [[nodiscard]] std::vector<Alternative> any_of(const Requirement& asked) const;

 private:
  enum class Reach { exact, narrower, related, usual_in_job };
  struct Answering {
    ConceptRef by;
    Reach reach;
  };
  [[nodiscard]] std::vector<Answering> answering(ConceptRef asked) const;
  [[nodiscard]] std::vector<ConceptRef> with_narrower(ConceptRef asked) const;
  [[nodiscard]] Alternative alternative(const Answering& found, const Requirement& asked) const;
  void add_degrees(const Requirement& asked, std::vector<Alternative>& all) const;

  const Taxonomy& taxonomy_;
  std::vector<std::vector<ConceptRef>> narrower_;  // of each concept: those that name it as broader
  std::vector<std::vector<ConceptRef>> related_;   // both ways
  std::vector<std::vector<ConceptRef>> jobs_;      // that name it as essential
};

}  // namespace collega::skills
