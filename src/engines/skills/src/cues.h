#pragma once

// Little words and headings that tell how a sentence is meant: data/cues.tsv.

#include <cstdint>
#include <vector>

#include "collega/base/result.h"
#include "phrases.h"

namespace collega::skills {

// Version 14 of the formatter moves these words anew each time.
// clang-format off
#define COLLEGA_SKILLS_CUES(X)                                                                     \
  X(negation) X(negation_after) X(no_negation) X(turn) X(wish) X(progress) X(weak) X(employer)     \
  X(colleagues) X(first_person) X(context) X(instruction) X(demand_section) X(wish_section)        \
  X(task_section) X(offer_section) X(about_section) X(procedure_section) X(must_word) X(wish_word) \
  X(asks) X(experience) X(or_word) X(work_section) X(education_section) X(skills_section)          \
  X(course_section) X(other_section) X(full_time) X(available) X(at_most) X(valid_until) X(place)  \
  X(degree_done) X(attitude) X(undone) X(not_behind) X(employer_verb) X(employer_start)            \
  X(organisation) X(guided) X(not_asked) X(gap) X(wish_behind)
// clang-format on

enum class Cue : std::uint32_t {
#define X(name) name,
  COLLEGA_SKILLS_CUES(X)
#undef X
};

struct CueHit {
  Cue cue;
  std::size_t first;  ///< unit
  std::size_t count;
};

/// Sets of cues that do not hide each other: "ervaring" is a heading in a vacancy, and within "jaar ervaring" it both
/// asks and speaks of experience.
enum class CueUse { sentence, asking, subject, vacancy_sections, application_sections, gaps };
inline constexpr std::size_t kCueUses = 6;

class CueIndex {
 public:
  [[nodiscard]] static Result<CueIndex> built_in();

  /// The cues of one set, in order of place; a longer cue hides the shorter ones inside it (so "niet alleen" denies
  /// nothing).
  [[nodiscard]] std::vector<CueHit> find(const std::vector<Unit>& units, CueUse use) const;
  /// The cues of all sets that tell how a sentence is meant.
  [[nodiscard]] std::vector<CueHit> in_sentence(const std::vector<Unit>& units) const;

 private:
  PhraseIndex phrases_[kCueUses];  // by CueUse
};

}  // namespace collega::skills
