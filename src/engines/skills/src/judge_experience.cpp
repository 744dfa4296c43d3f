// How long, on what: the time of the jobs that are about it, counted once where they overlap.

#include <algorithm>

#include "collega/language/identify.h"
#include "judge.h"
#include "words.h"

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
  bool any_job = false;
  bool akin = false;  // some job of the same domain

  [[nodiscard]] bool all(const Subject& subject, const Requirement& asked) const {
    const bool named = !asked.any_of.empty() && (subject.jobs.empty() || job) && (subject.skills.empty() || skill);
    return asked.within_fields ? named && field : named || field;
  }
  [[nodiscard]] const Mention& best() const { return skill ? *skill : job ? *job : *field; }
};

// A subject that the taxonomy does not know is found by its words, also as a part of a longer one
// ("magazijnmedewerker").
bool holds_words(std::string_view text, const std::vector<std::vector<std::string>>& alternatives) {
  const auto units = units_of(text);
  return std::any_of(alternatives.begin(), alternatives.end(), [&](const std::vector<std::string>& stems) {
    return !stems.empty() && std::all_of(stems.begin(), stems.end(), [&](const std::string& stem) {
      return std::any_of(units.begin(), units.end(),
                         [&](const Unit& unit) { return unit.nl.find(stem) != std::string::npos; });
    });
  });
}

bool is_of_field(const Concept& known, const Requirement& asked, const Taxonomy& taxonomy) {
  const bool tells = known.kind == ConceptKind::occupation || (known.kind == ConceptKind::skill && asked.within_fields);
  return tells && std::any_of(asked.fields.begin(), asked.fields.end(),
                              [&](ConceptRef field) { return taxonomy.at(field).domain == known.domain; });
}

Shown shown_in(Span span, const ReadPaper& paper, const Subject& subject, const Requirement& asked,
               const Taxonomy& taxonomy) {
  Shown shown;
  for (const Mention& mention : paper.reading.mentions) {
    if (!span.contains(mention.span.begin)) continue;
    const Concept& known = taxonomy.at(mention.concept_ref);
    if (!shown.field && mention.stance == Stance::claimed && is_of_field(known, asked, taxonomy))
      shown.field = &mention;
    if (known.kind == ConceptKind::occupation) {
      shown.any_job = true;
      shown.akin = shown.akin || std::any_of(subject.jobs.begin(), subject.jobs.end(),
                                             [&](ConceptRef job) { return taxonomy.at(job).domain == known.domain; });
    }
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

// The papers, in a language that is read well, tell of nothing near what is asked.
bool are_silent_on(const std::vector<ReadPaper>& papers, const Requirement& asked, const Taxonomy& taxonomy) {
  std::vector<std::string_view> domains;
  for (const ConceptRef ref : asked.any_of) domains.push_back(taxonomy.at(ref).domain);
  for (const ConceptRef ref : asked.fields) domains.push_back(taxonomy.at(ref).domain);
  const auto is_near = [&](const Mention& mention) {
    const Concept& known = taxonomy.at(mention.concept_ref);
    const bool tells = known.kind == ConceptKind::occupation || known.kind == ConceptKind::skill;
    if (!tells || mention.stance == Stance::of_others || mention.stance == Stance::denied) return false;
    if (asked.within_fields) return answers(taxonomy, mention, asked.any_of);
    return std::find(domains.begin(), domains.end(), known.domain) != domains.end();
  };
  // What belongs to no domain of its own may hide in any job.
  if (!asked.within_fields && std::find(domains.begin(), domains.end(), "general") != domains.end()) return false;
  return !domains.empty() && std::all_of(papers.begin(), papers.end(), [&](const ReadPaper& paper) {
    return is_read_well(paper) && std::none_of(paper.reading.mentions.begin(), paper.reading.mentions.end(), is_near);
  });
}

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

Judgement Judge::experience(const Requirement& asked) const {
  const Taxonomy& taxonomy = finder.taxonomy();
  const Subject subject = subject_of(asked, taxonomy);

  Weighing dated(papers);
  Weighing undated(papers);
  Weighing elsewhere(papers);
  Weighing denied(papers);
  std::vector<Period> periods;
  bool coarse = false;
  double stated = 0;
  bool career_is_understood = true;
  for (std::size_t p = 0; p < papers.size(); ++p) {
    const ReadPaper& paper = papers[p];
    for (const Stretch& stretch : paper.stretches) {
      if (!is_work(stretch, paper, finder)) continue;
      const Shown shown = shown_in(stretch.span, paper, subject, asked, taxonomy);
      const bool by_words =
          asked.any_of.empty() && asked.fields.empty() && holds_words(stretch.span.of(paper.paper->text), asked.words);
      if (by_words) dated.add(Met::yes, Ground::enough_experience, p, stretch.period.span, 2.0);
      if (!by_words && !shown.all(subject, asked)) {
        // Who leads, and does not say in which field, may lead in this one.
        const bool may_be = asked.within_fields && (shown.job || shown.skill);
        career_is_understood = career_is_understood && shown.any_job && !shown.akin && !may_be;
        elsewhere.add(Met::no, Ground::too_little_experience, p, stretch.period.span);
        continue;
      }
      periods.push_back(stretch.period.days);
      coarse = coarse || stretch.period.coarse;
      if (!by_words) dated.add(Met::yes, Ground::enough_experience, p, shown.best().span, 2.0);
      dated.add(Met::yes, Ground::enough_experience, p, stretch.period.span, stretch.period.days.length());
    }
    for (const Mention& mention : paper.reading.mentions) {
      if (denies_experience(paper, mention, asked, finder)) denied.add(Met::no, Ground::denied, p, mention.span);
      if (asked.within_fields || !answers(taxonomy, mention, asked.any_of)) continue;
      if (paper.is_in_keyword_row(mention.span.begin)) continue;
      stated = std::max(stated, stated_months(paper, mention, finder));
      const Section section = paper.section_at(mention.span.begin);
      const bool is_job = taxonomy.at(mention.concept_ref).kind == ConceptKind::occupation;
      if (is_job ? is_held(paper, mention) : section != Section::education && section != Section::courses) {
        undated.add(Met::partly, Ground::undated_experience, p, mention.span);
      }
    }
  }

  Judgement judgement = dated.judgement();
  judgement.months = std::max(language::months_covered(periods), stated);
  if (judgement.evidence.empty())
    judgement = [&] {
      Judgement j = undated.judgement();
      j.months = stated;
      return j;
    }();
  if (judgement.evidence.empty()) {
    if (Judgement no = denied.judgement(); !no.evidence.empty()) return no;
    // Every dated job is one we know, and none is this or akin to it; or nothing in the papers is near it.
    return career_is_understood || are_silent_on(papers, asked, taxonomy) ? elsewhere.judgement() : Judgement{};
  }
  const double slack = coarse ? kCoarseSlackMonths : kSlackMonths;
  if (judgement.months > 0 || asked.months == 0) {
    const bool enough = judgement.months + slack >= asked.months;
    const bool nearly = judgement.months >= asked.months * kPartlyFrom;
    judgement.met = enough ? Met::yes : nearly ? Met::partly : Met::no;
    judgement.ground = enough ? Ground::enough_experience : Ground::too_little_experience;
  }
  judgement.thin = false;
  return judgement;
}

}  // namespace collega::skills
