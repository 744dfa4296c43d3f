#include "near_work.h"

#include <algorithm>
#include <set>

#include "sectors.h"

namespace collega::skills {
namespace {

// Of what is essential to the job that is asked, so much makes another job akin to it.
constexpr double kAkinFrom = 0.5;
// So many of its essential skills, told as duties, do so without a title that is known.
constexpr std::size_t kTellingDuties = 2;
constexpr std::ptrdiff_t kFewestWords = 2;  // that name a job

bool is_told(const Mention& mention) {
  return mention.stance == Stance::claimed || mention.stance == Stance::weak || mention.stance == Stance::in_progress;
}

bool has_skill(const Taxonomy& taxonomy, const Concept& job, ConceptRef skill) {
  const auto implies = [&](ConceptRef part) { return taxonomy.implies(part, skill); };
  return std::any_of(job.essential.begin(), job.essential.end(), implies) ||
         std::any_of(job.optional.begin(), job.optional.end(), implies);
}

bool is_akin(const Taxonomy& taxonomy, ConceptRef held, ConceptRef asked) {
  if (taxonomy.implies(asked, held)) return true;  // "systeembeheerder" may be the Linux-beheerder that is asked
  const auto& essential = taxonomy.at(asked).essential;
  const auto shared = std::count_if(essential.begin(), essential.end(),
                                    [&](ConceptRef skill) { return has_skill(taxonomy, taxonomy.at(held), skill); });
  return !essential.empty() && static_cast<double>(shared) >= kAkinFrom * static_cast<double>(essential.size());
}

class Nearness {
 public:
  Nearness(const Stretch& stretch, const ReadPaper& paper, const Requirement& asked, const MentionFinder& finder)
      : stretch_(stretch), paper_(paper), asked_(asked), known_(finder.taxonomy()) {
    for (const ConceptRef ref : asked.any_of) domains_.push_back(known_.at(ref).domain);
    for (const ConceptRef ref : asked.fields) domains_.push_back(known_.at(ref).domain);
  }

  Near judge() {
    for (const Mention& mention : paper_.reading.mentions) {
      if (stretch_.span.contains(mention.span.begin) && is_told(mention)) take(mention);
    }
    if (asked_.within_fields) return within_fields();
    if (akin_ || duties_.size() >= kTellingDuties) return Near::akin;
    if (unclear_ || domains_.empty()) return Near::unclear;  // what is asked is in no taxonomy, or may be meant
    if (names_job_) return Near::no;
    const bool may_hide = of_domain_ || tells_too_little() ||
                          std::find(domains_.begin(), domains_.end(), "general") != domains_.end() ||
                          holds_words(stretch_.span.of(paper_.paper->text), asked_.words);
    return may_hide ? Near::unclear : Near::no;
  }

 private:
  void take(const Mention& mention) {
    const Concept& told = known_.at(mention.concept_ref);
    const bool job = told.kind == ConceptKind::occupation;
    if (!job && told.kind != ConceptKind::skill) return;
    names_job_ = names_job_ || job;
    of_domain_ = of_domain_ || std::find(domains_.begin(), domains_.end(), told.domain) != domains_.end();
    for (const ConceptRef ref : asked_.any_of) {
      const Fit how = fit(known_, mention.concept_ref, ref);
      answers_ = answers_ || how == Fit::exact || how == Fit::narrower || how == Fit::usual_in_job;
      const Concept& wanted = known_.at(ref);
      if (wanted.kind == ConceptKind::occupation) {
        akin_ = akin_ || (job && is_akin(known_, mention.concept_ref, ref));
        if (!job) take_duty(mention.concept_ref, wanted);
      } else if (job) {
        unclear_ = unclear_ || has_skill(known_, told, ref);
      } else {
        akin_ = akin_ || how == Fit::related;
        unclear_ = unclear_ || known_.implies(ref, mention.concept_ref);  // care at home may be nursing there
      }
    }
  }

  void take_duty(ConceptRef skill, const Concept& wanted) {
    for (const ConceptRef duty : wanted.essential) {
      if (known_.implies(skill, duty)) duties_.insert(duty);
    }
  }

  // Dates alone: the job stands elsewhere, in another column.
  [[nodiscard]] bool tells_too_little() const {
    const auto units = units_of(stretch_.span.of(paper_.paper->text));
    return std::count_if(units.begin(), units.end(), [&](const Unit& unit) {
             return is_content(unit) && !stretch_.period.span.contains(stretch_.span.begin + unit.span.begin);
           }) < kFewestWords;
  }

  // Who leads, and does not say in which field, may lead in this one.
  [[nodiscard]] Near within_fields() const {
    if (!answers_) return Near::no;
    const auto sectors = sectors_of(stretch_, paper_);
    return sectors.empty() ? Near::unclear : Near::no;
  }

  const Stretch& stretch_;
  const ReadPaper& paper_;
  const Requirement& asked_;
  const Taxonomy& known_;
  std::vector<std::string_view> domains_;
  std::set<ConceptRef> duties_;
  bool names_job_ = false, answers_ = false, akin_ = false, unclear_ = false, of_domain_ = false;
};

}  // namespace

bool holds_words(std::string_view text, const std::vector<std::vector<std::string>>& alternatives) {
  const auto units = units_of(text);
  return std::any_of(alternatives.begin(), alternatives.end(), [&](const std::vector<std::string>& stems) {
    return !stems.empty() && std::all_of(stems.begin(), stems.end(), [&](const std::string& stem) {
      return std::any_of(units.begin(), units.end(),
                         [&](const Unit& unit) { return unit.nl.find(stem) != std::string::npos; });
    });
  });
}

Near near_work(const Stretch& stretch, const ReadPaper& paper, const Requirement& asked, const MentionFinder& finder) {
  return Nearness(stretch, paper, asked, finder).judge();
}

}  // namespace collega::skills
