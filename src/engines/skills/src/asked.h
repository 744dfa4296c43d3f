#pragma once

// One sentence that asks: the requirements in it.

#include <vector>

#include "collega/skills/requirements.h"
#include "cues.h"

namespace collega::skills {

struct Sentence {
  std::string_view text;
  std::vector<Mention> mentions;  ///< spans are bytes of `text`
  std::vector<Unit> units;
  std::vector<CueHit> cues;

  [[nodiscard]] bool has(Cue cue) const;
};

/// Reads one line of text; it may hold several sentences, taken as one.
[[nodiscard]] Sentence read_sentence(std::string_view text, const MentionFinder& finder);

/// What the sentence asks; labels and spans are left to the caller. Every requirement carries the span of its words in
/// `text`.
[[nodiscard]] std::vector<Requirement> asked_in(const Sentence& sentence, const MentionFinder& finder,
                                                RequirementKind kind);

}  // namespace collega::skills
