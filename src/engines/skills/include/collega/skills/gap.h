#pragma once

// What somebody has beside what an occupation asks, and which occupations are near.

#include <optional>
#include <vector>

#include "collega/skills/taxonomy.h"

namespace collega::skills {

/// exact: the very skill. narrower: a more particular one, which implies it. adjacent: a related one; that is partial
/// evidence, and the skill itself is still missing.
enum class Has { exact, narrower, adjacent };

/// A skill that is asked, and what of somebody's answers it best.
struct Need {
  ConceptRef skill = 0;
  bool essential = true;
  double weight = 0;                  ///< ln(1 + occupations / those that ask it): what few ask tells more
  std::optional<Has> how = {};        ///< none: nothing of it
  std::optional<ConceptRef> by = {};  ///< what they have, when it is another

  [[nodiscard]] bool met() const { return how && *how != Has::adjacent; }
};

/// An occupation beside what somebody has.
struct Move {
  ConceptRef occupation = 0;
  double score = 0;     ///< 0 to 1, see Gaps::moves
  double coverage = 0;  ///< 0 to 1: the weight of the essential skills that are met, over that of all
  std::vector<Need> needs = {};
};

/// Made once of a taxonomy, which must outlive it; then for any number of people, and from several threads. What an
/// occupation asks is its own lists; where it has none, those of its broader occupations.
class Gaps {
 public:
  explicit Gaps(const Taxonomy& taxonomy);

  /// What `occupation` asks: what is missing before what is met, essential before optional, the rarest first.
  [[nodiscard]] std::vector<Need> needs(const std::vector<ConceptRef>& has, ConceptRef occupation) const;
  /// The same for a list of skills, such as those of a position: all essential.
  [[nodiscard]] std::vector<Need> needs(const std::vector<ConceptRef>& has, const std::vector<ConceptRef>& asked) const;

  /// The `top` occupations that are nearest, best first; none that asks nothing of what is had. The score is the weight
  /// of the essential skills that are met over that of all:
  ///   - a missing one counts kAdjacentPart of its weight where something adjacent is had;
  ///   - of what is then still missing the optional skills that are met make up kOptionalPart at most;
  ///   - each occupation counts as if it asked kUnseenSkills more that nobody has: with few skills listed, all of them
  ///     met says less.
  /// Whoever has more never scores lower. Cost: what is had × the occupations that ask it.
  [[nodiscard]] std::vector<Move> moves(const std::vector<ConceptRef>& has, std::size_t top) const;

  [[nodiscard]] const Taxonomy& taxonomy() const { return taxonomy_; }

  // Each chosen on random people of ESCO's occupations (docs/measurements.md).
  static constexpr double kAdjacentPart = 0.3;
  static constexpr double kOptionalPart = 0.1;
  static constexpr double kUnseenSkills = 2;

 private:
  struct Asks {
    ConceptRef occupation;
    bool essential;
  };
  struct Sums {
    double essential = 0;
    double optional = 0;
  };
  struct Held;

  [[nodiscard]] const Concept& asking(ConceptRef occupation) const;
  [[nodiscard]] Held held_by(const std::vector<ConceptRef>& has) const;
  [[nodiscard]] Need need(ConceptRef skill, bool essential, const Held& held) const;

  const Taxonomy& taxonomy_;
  std::vector<std::vector<Asks>> asked_by_;            // of each skill
  std::vector<std::vector<ConceptRef>> related_from_;  // of each skill: those that name it as related
  std::vector<double> weight_;                         // of each skill
  std::vector<Sums> sums_;                             // of each occupation
  double unseen_ = 0;
};

}  // namespace collega::skills
