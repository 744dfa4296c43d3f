#pragma once

// One requirement against one candidate's papers.

#include <functional>

#include "career.h"
#include "words.h"

namespace collega::skills {

struct Judge {
  const std::vector<ReadPaper>& papers;
  const MentionFinder& finder;
  Date today;

  [[nodiscard]] Judgement of(const Requirement& asked) const;

 private:
  [[nodiscard]] Judgement by_mention(const Requirement& asked) const;  // skill, licence
  [[nodiscard]] Judgement experience(const Requirement& asked) const;  // judge_experience.cpp
  [[nodiscard]] Judgement degree(const Requirement& asked) const;      // judge_level.cpp
  [[nodiscard]] Judgement language(const Requirement& asked) const;    // judge_level.cpp
  [[nodiscard]] Judgement hours(const Requirement& asked) const;       // judge_hours.cpp
  // `counts`: whether the words at this place of a paper do; none: everywhere.
  [[nodiscard]] Judgement by_words(const Requirement& asked,
                                   const std::function<bool(const ReadPaper&, Span)>& counts = {},
                                   Agree how = Agree::stem) const;
  [[nodiscard]] Judgement by_parts(const Requirement& asked, Judgement whole) const;
  [[nodiscard]] Judgement place(const Requirement& asked) const;
};

/// A job counts for what is usual in it where it was held, not where it is dreamt of, learned or listed.
[[nodiscard]] bool is_held(const ReadPaper& paper, const Mention& job);

/// "Geldig tot 31-12-2025", read on a later day.
[[nodiscard]] bool is_expired(const ReadPaper& paper, const Mention& mention, const CueIndex& cues, Date today);

/// "Tien jaar ervaring in de wijkzorg": the months that the papers tell themselves beside the mention; 0: none.
[[nodiscard]] double stated_months(const ReadPaper& paper, const Mention& mention, const MentionFinder& finder);

/// How well what is found answers what is asked.
enum class Fit { none, usual_in_job, related, narrower, exact };
[[nodiscard]] Fit fit(const Taxonomy& taxonomy, ConceptRef found, ConceptRef asked);

/// Gathers what speaks for each answer, and gives the strongest.
class Weighing {
 public:
  explicit Weighing(const std::vector<ReadPaper>& papers) : papers_(papers) {}

  void add(Met met, Ground ground, std::size_t paper, Span mark, double strength = 1.0);
  /// A denial in the papers' own words outweighs a claim: a person must look. Then yes, then partly.
  [[nodiscard]] Judgement judgement() const;

 private:
  struct Entry {
    Met met;
    Ground ground;
    EvidenceSpan evidence;
    double strength;
  };
  const std::vector<ReadPaper>& papers_;
  std::vector<Entry> entries_;
};

}  // namespace collega::skills
