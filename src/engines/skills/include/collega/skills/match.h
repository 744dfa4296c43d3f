#pragma once

// Candidates beside requirements. Nothing is decided here, and nothing of who a person is counts: no name, sex, age,
// origin, address or gap is read.

#include <optional>
#include <string>
#include <vector>

#include "collega/base/date.h"
#include "collega/skills/requirements.h"

namespace collega::skills {

enum class Met { yes, partly, no, unknown };

/// Why a requirement was judged as it was; a surface words it.
enum class Ground {
  stated,        ///< the papers say so
  narrower,      ///< they show something that includes it
  related,       ///< they show something akin
  usual_in_job,  ///< they name a job in which it is usual
  beginner,      ///< they claim a beginning of it
  in_progress,
  denied,  ///< they say it is not so
  expired,
  enough_experience,  ///< `months` found
  too_little_experience,
  undated_experience,
  level_reached,
  level_below,
  level_unstated,
  other_field,  ///< a degree of the level, in another or an unnamed field
  enough_hours,
  too_few_hours,
  other_place,  ///< they name another home
  keywords,     ///< they name it only in a row of keywords that shows nothing
  same_words,   ///< not in the taxonomy; a sentence holds the words
  not_mentioned,
};

struct EvidenceSpan {
  std::size_t paper = 0;  ///< index into Candidate::papers
  Span quote;             ///< bytes: the sentence
  Span mark;              ///< bytes: the words that count
};

struct Judgement {
  Met met = Met::unknown;
  Ground ground = Ground::not_mentioned;
  double months = 0;                   ///< experience found
  double contribution = 0;             ///< to the score, at most the weight
  bool thin = false;                   ///< met, but only by a bare word in a list
  std::vector<EvidenceSpan> evidence;  ///< strongest first, at most kEvidencePerRequirement
};
inline constexpr std::size_t kEvidencePerRequirement = 3;

/// `all_musts_shown`, `something_unknown` (or partly shown), `contradicted`: the papers themselves say no to a must.
enum class Group { all_musts_shown, something_unknown, contradicted };

struct Candidate {
  std::vector<Paper> papers;
};

struct CandidateMatch {
  std::size_t candidate = 0;  ///< index as given
  double score = 0;           ///< in [0, 1]; the sum of the contributions
  Group group = Group::all_musts_shown;
  std::vector<Judgement> judgements;      ///< one a requirement, in their order
  std::vector<std::string> instructions;  ///< sentences that speak to a machine; they counted for nothing
  std::vector<std::string> keyword_rows;  ///< bare or repeated keywords; they counted at most for a part
};

/// The weight of each requirement: musts weigh alike, wishes weigh alike, all wishes together weigh kWishShare of one
/// must, and the whole adds up to 1. No requirement: no weight.
[[nodiscard]] std::vector<double> weights(const std::vector<Requirement>& requirements);
/// Below one, so that no set of wishes pays for a must.
inline constexpr double kWishShare = 0.9;
/// What a requirement that is met in part gives of its weight.
inline constexpr double kPartly = 0.5;

[[nodiscard]] CandidateMatch match(const Candidate& candidate, const std::vector<Requirement>& requirements,
                                   const MentionFinder& finder, Date today);

/// What one thing more would do: "with a forklift certificate: from partly to met".
struct WhatIf {
  std::size_t requirement = 0;  ///< index; it is now met in part, not, or unknown
  Met from = Met::unknown;
  double score = 0;  ///< were this one met, and all else as it is
  Group group = Group::all_musts_shown;
};

/// One a requirement that is not met: first those that would bring the candidate into a better group, then by score.
[[nodiscard]] std::vector<WhatIf> what_would_change(const CandidateMatch& match,
                                                    const std::vector<Requirement>& requirements);

/// Best first: most musts met, then fewest musts denied, then score, then the order given.
void order(std::vector<CandidateMatch>& matches, const std::vector<Requirement>& requirements);

}  // namespace collega::skills
