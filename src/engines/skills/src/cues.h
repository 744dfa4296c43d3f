#pragma once

// Little words and headings that tell how a sentence is meant: data/cues.tsv.

#include <cstdint>
#include <vector>

#include "collega/base/result.h"
#include "phrases.h"

namespace collega::skills {

#define COLLEGA_SKILLS_CUES(X)                                                                                         \
  X(negation) X(negation_after) X(no_negation) X(turn) X(wish) X(progress) X(weak) X(employer) X(colleagues)           \
  X(first_person) X(context) X(instruction) X(demand_section) X(wish_section) X(task_section) X(offer_section)         \
  X(about_section) X(procedure_section) X(must_word) X(wish_word) X(asks) X(experience) X(or_word) X(work_section)     \
  X(education_section) X(skills_section) X(course_section) X(other_section) X(full_time) X(available) X(at_most)       \
  X(valid_until) X(place) X(degree_done) X(attitude)

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

/// The headings of a vacancy, those of an application and the words within sentences are three sets: "ervaring" is a heading
/// of one, and asks for something in the other.
enum class CueUse { sentence, vacancy_sections, application_sections };

class CueIndex {
 public:
  [[nodiscard]] static Result<CueIndex> built_in();

  /// The cues of one set, in order of place; a longer cue hides the shorter ones inside it (so "niet alleen" denies
  /// nothing).
  [[nodiscard]] std::vector<CueHit> find(const std::vector<Unit>& units, CueUse use = CueUse::sentence) const;

 private:
  PhraseIndex phrases_[3];  // by CueUse
};

}  // namespace collega::skills
