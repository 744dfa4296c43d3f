// How long, on what: the time of the jobs that are about it, counted once where they overlap.

#include <algorithm>

#include "collega/language/identify.h"
#include "judge.h"
#include "near_work.h"
#include "sectors.h"

namespace collega::skills {
namespace {

// From half the time asked on it is partly met; below that the papers show too little.
constexpr double kPartlyFrom = 0.5;
// Dates are given in whole months or years, so a few days short is not short.
constexpr double kSlackMonths = 0.75;
// Ends given as bare years may be off by half a year each way; a CV that says "2021 - 2024" shows three years.
constexpr double kCoarseSlackMonths = 1.5;

struct Subject {
  std::vector<ConceptRef> jobs;
  std::vector<ConceptRef> skills;
};

Subject subject_of(const Requirement& asked, const Taxonomy& taxonomy) {
  Subject subject;
  for (const ConceptRef ref : asked.any_of) {
    (taxonomy.at(ref).kind == ConceptKind::occupation ? subject.jobs : subject.skills).push_back(ref);
  }
  return subject;
}

bool answers(const Taxonomy& taxonomy, const Mention& mention, const std::vector<ConceptRef>& asked) {
  if (mention.stance != Stance::claimed && mention.stance != Stance::weak) return false;
  return std::any_of(asked.begin(), asked.end(), [&](ConceptRef ref) {
    const Fit how = fit(taxonomy, mention.concept_ref, ref);
    return how == Fit::exact || how == Fit::narrower || how == Fit::usual_in_job;
  });
}

struct Shown {
  const Mention* job = nullptr;
  const Mention* skill = nullptr;
  const Mention* field = nullptr;  // a job, or a skill, of a field that is asked
  bool in_sector = false;          // the employer is of such a field

  [[nodiscard]] bool all(const Subject& subject, const Requirement& asked) const {
    const bool named = !asked.any_of.empty() && (subject.jobs.empty() || job) && (subject.skills.empty() || skill);
    return asked.within_fields ? named && (field || in_sector) : named || field;
  }
  [[nodiscard]] const Mention& best() const { return skill ? *skill : job ? *job : *field; }
};

bool is_of_field(const Concept& known, const Requirement& asked, const Taxonomy& taxonomy) {
  const bool tells = known.kind == ConceptKind::occupation || (known.kind == ConceptKind::skill && asked.within_fields);
  return tells && std::any_of(asked.fields.begin(), asked.fields.end(),
                              [&](ConceptRef field) { return taxonomy.at(field).domain == known.domain; });
}

bool is_of_sector(const Stretch& stretch, const ReadPaper& paper, const Requirement& asked, const Taxonomy& taxonomy) {
  const auto sectors = sectors_of(stretch, paper);
  return std::any_of(asked.fields.begin(), asked.fields.end(), [&](ConceptRef field) {
    return std::find(sectors.begin(), sectors.end(), taxonomy.at(field).domain) != sectors.end();
  });
}

Shown shown_in(const Stretch& stretch, const ReadPaper& paper, const Subject& subject, const Requirement& asked,
               const Taxonomy& taxonomy) {
  Shown shown;
  shown.in_sector = asked.within_fields && is_of_sector(stretch, paper, asked, taxonomy);
  for (const Mention& mention : paper.reading.mentions) {
    if (!stretch.span.contains(mention.span.begin)) continue;
    const Concept& known = taxonomy.at(mention.concept_ref);
    if (!shown.field && mention.stance == Stance::claimed && is_of_field(known, asked, taxonomy))
      shown.field = &mention;
    if (!shown.job && answers(taxonomy, mention, subject.jobs)) shown.job = &mention;
    if (!shown.skill && answers(taxonomy, mention, subject.skills)) shown.skill = &mention;
  }
  return shown;
}

// "Ik heb nog nooit als HR-adviseur gewerkt".
bool denies_experience(const ReadPaper& paper, const Mention& mention, const Requirement& asked,
                       const MentionFinder& finder) {
  if (mention.stance != Stance::denied || asked.within_fields) return false;
  const bool is_subject = std::any_of(asked.any_of.begin(), asked.any_of.end(), [&](ConceptRef ref) {
    return finder.taxonomy().implies(ref, mention.concept_ref);
  });
  if (!is_subject) return false;
  const auto hits = finder.cues().in_sentence(units_of(mention.sentence.of(paper.paper->text)));
  return std::any_of(hits.begin(), hits.end(),
                     [](const CueHit& hit) { return hit.cue == Cue::experience || hit.cue == Cue::context; });
}

// By what is told of the work alone: a name says nothing of the language somebody writes.
bool is_read_well(const ReadPaper& paper) {
  std::string told;
  for (const Stretch& stretch : paper.stretches) told.append(stretch.span.of(paper.paper->text)).append("\n");
  const auto guess = language::identify(told);
  return guess.code == "nl" || guess.code == "en";
}

// What the papers tell of the time spent on the subject that is asked.
class Career {
 public:
  Career(const std::vector<ReadPaper>& papers, const Requirement& asked, const MentionFinder& finder)
      : papers_(papers), asked_(asked), finder_(finder), subject_(subject_of(asked, finder.taxonomy())) {
    for (std::size_t p = 0; p < papers.size(); ++p) {
      const bool read_well = is_read_well(papers[p]);
      for (const Stretch& stretch : papers[p].stretches) {
        if (is_work(stretch, papers[p], finder)) take(p, stretch, read_well);
      }
      for (const Mention& mention : papers[p].reading.mentions) take(p, mention);
    }
  }

  [[nodiscard]] Judgement judgement() const {
    Judgement found = dated_.judgement();
    if (found.evidence.empty()) found = undated_.judgement();
    if (found.evidence.empty()) return without_subject();
    found.thin = false;
    found.months = std::max(language::months_covered(periods_), stated_);
    if (found.months == 0 && asked_.months > 0) return found;
    const double slack = coarse_ ? kCoarseSlackMonths : kSlackMonths;
    const bool enough = found.months + slack >= asked_.months;
    const bool nearly = found.months >= asked_.months * kPartlyFrom;
    found.met = enough ? Met::yes : nearly ? Met::partly : Met::no;
    found.ground = enough ? Ground::enough_experience : Ground::too_little_experience;
    return found;
  }

 private:
  void take(std::size_t p, const Stretch& stretch, bool read_well) {
    const ReadPaper& paper = papers_[p];
    const Shown shown = shown_in(stretch, paper, subject_, asked_, finder_.taxonomy());
    const bool by_words =
        asked_.any_of.empty() && asked_.fields.empty() && holds_words(stretch.span.of(paper.paper->text), asked_.words);
    const Span dates = stretch.period.span;
    if (!by_words && !shown.all(subject_, asked_)) {
      take_other(p, stretch, read_well);
      return;
    }
    periods_.push_back(stretch.period.days);
    coarse_ = coarse_ || stretch.period.coarse;
    dated_.add(Met::yes, Ground::enough_experience, p, by_words ? dates : shown.best().span, 2.0);
    dated_.add(Met::yes, Ground::enough_experience, p, dates, stretch.period.days.length());
  }

  void take_other(std::size_t p, const Stretch& stretch, bool read_well) {
    const Near near = near_work(stretch, papers_[p], asked_, finder_);
    if (near == Near::akin) {
      akin_.add(Met::partly, Ground::related, p, stretch.period.span);
      akin_periods_.push_back(stretch.period.days);
    }
    unclear_ = unclear_ || near == Near::unclear || !read_well;
    elsewhere_.add(Met::no, Ground::too_little_experience, p, stretch.period.span);
  }

  void take(std::size_t p, const Mention& mention) {
    const ReadPaper& paper = papers_[p];
    if (denies_experience(paper, mention, asked_, finder_)) denied_.add(Met::no, Ground::denied, p, mention.span);
    if (asked_.within_fields || !answers(finder_.taxonomy(), mention, asked_.any_of)) return;
    if (paper.is_in_keyword_row(mention.span.begin)) return;
    stated_ = std::max(stated_, stated_months(paper, mention, finder_));
    const Section section = paper.section_at(mention.span.begin);
    const bool is_job = finder_.taxonomy().at(mention.concept_ref).kind == ConceptKind::occupation;
    if (is_job ? is_held(paper, mention) : section != Section::education && section != Section::courses)
      undated_.add(Met::unknown, Ground::undated_experience, p, mention.span);
  }

  // Every dated job is one that is something else: no. One that is akin, for long enough, shows a part.
  [[nodiscard]] Judgement without_subject() const {
    if (Judgement no = denied_.judgement(); !no.evidence.empty()) return no;
    if (!akin_periods_.empty()) {
      const double months = language::months_covered(akin_periods_);
      return months >= asked_.months ? akin_.judgement() : Judgement{};
    }
    return unclear_ ? Judgement{} : elsewhere_.judgement();
  }

  const std::vector<ReadPaper>& papers_;
  const Requirement& asked_;
  const MentionFinder& finder_;
  Subject subject_;
  Weighing dated_{papers_}, undated_{papers_}, elsewhere_{papers_}, denied_{papers_}, akin_{papers_};
  std::vector<Period> periods_, akin_periods_;
  bool coarse_ = false;
  bool unclear_ = false;
  double stated_ = 0;
};

}  // namespace

double stated_months(const ReadPaper& paper, const Mention& mention, const MentionFinder& finder) {
  const std::string_view sentence = mention.sentence.of(paper.paper->text);
  const auto durations = language::find_durations(sentence);
  if (durations.empty()) return 0;
  const auto units = units_of(sentence);
  const auto hits = finder.cues().in_sentence(units);
  const bool speaks_of_experience = std::any_of(hits.begin(), hits.end(), [](const CueHit& hit) {
    return hit.cue == Cue::experience || hit.cue == Cue::context;  // "ervaring" and "ervaring met"
  });
  const bool names_job = finder.taxonomy().at(mention.concept_ref).kind == ConceptKind::occupation;
  return speaks_of_experience || names_job ? durations.front().months : 0;
}

Judgement Judge::experience(const Requirement& asked) const { return Career(papers, asked, finder).judgement(); }

}  // namespace collega::skills
