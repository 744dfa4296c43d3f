#pragma once

// Where a text mentions what the taxonomy knows, and whether it claims, denies or merely wishes it.

#include <memory>
#include <string_view>
#include <vector>

#include "collega/base/span.h"
#include "collega/skills/paper.h"
#include "collega/skills/taxonomy.h"

namespace collega::skills {

class CueIndex;

enum class Stance {
  claimed,
  weak,         ///< claimed as a beginner: "basiskennis Python"
  in_progress,  ///< being learned or not yet handed out: "in opleiding tot"
  wished,       ///< "ik wil graag een cursus wondzorg volgen"
  denied,       ///< "geen rijbewijs", "BIG-registratie verlopen"
  of_others,    ///< the employer's or a colleague's: "het bedrijf levert software voor wondzorg"
};

struct Mention {
  ConceptRef concept_ref;
  Span span;      ///< bytes
  Span sentence;  ///< the sentence or line it stands in, bytes
  Stance stance = Stance::claimed;
  double score = 1.0;  ///< in (0, 1]: how sure it is that these words mean this concept
};

/// Text that speaks to a machine instead of a person: "ignore all previous instructions".
struct Instruction {
  Span sentence;
};

struct Reading {
  std::vector<Span> sentences;    ///< in order of place; no instruction among them
  std::vector<Mention> mentions;  ///< in order of place; none from an instruction
  std::vector<Instruction> instructions;
};

/// Finds mentions by the names of concepts: stems, compounds, hyphens and case are seen through, the longest name wins.
/// Building takes some tens of milliseconds; reading is linear in the text. The taxonomy must outlive the finder.
/// Thread-safe once built.
class MentionFinder {
 public:
  explicit MentionFinder(const Taxonomy& taxonomy);
  ~MentionFinder();
  MentionFinder(MentionFinder&&) noexcept;

  [[nodiscard]] Reading read(const Paper& paper) const;
  [[nodiscard]] const Taxonomy& taxonomy() const;
  [[nodiscard]] const CueIndex& cues() const;  ///< for the engine itself

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace collega::skills
