// Degrees and languages: the same thing at a level.

#include <algorithm>
#include <optional>

#include "collega/base/utf8.h"
#include "judge.h"
#include "levels.h"

namespace collega::skills {
namespace {

constexpr int kHigherEducation = 6;  // the rank of hbo

struct Study {
  int rank = 0;
  bool in_field = false;
  bool has_field = false;
  bool speaks_of_study = false;  // names a level or a course, not only a profession
  bool is_registration = false;  // "mijn BIG-inschrijving als verpleegkundige is verlopen" denies no diploma
  const Mention* mention = nullptr;
};

bool is_field(const Taxonomy& taxonomy, ConceptRef field, const Requirement& asked) {
  return std::any_of(asked.fields.begin(), asked.fields.end(),
                     [&](ConceptRef wanted) { return taxonomy.implies(field, wanted); });
}

// Who studied for a job studied in its field: "mbo 4 netwerkbeheerder" is a degree in ICT. Of a narrower field the job
// says nothing.
bool is_under_domain(const Taxonomy& taxonomy, ConceptRef field, const std::string& domain) {
  const auto& broader = taxonomy.at(field).broader;
  return std::any_of(broader.begin(), broader.end(), [&](ConceptRef broad) {
    return taxonomy.at(broad).domain == domain || is_under_domain(taxonomy, broad, domain);
  });
}

enum class JobField { none, asked, other };
JobField field_of_job(const Concept& job, const Requirement& asked, const Taxonomy& taxonomy) {
  bool near = false;
  for (const ConceptRef wanted : asked.fields) {
    if (taxonomy.at(wanted).domain == job.domain) return JobField::asked;
    near = near || is_under_domain(taxonomy, wanted, job.domain);
  }
  return near ? JobField::none : JobField::other;
}

// "Medewerker beheer ICT, mbo niveau 3": the level that is told counts, not the usual one.
bool is_right_behind(Span level, Span programme) {
  constexpr std::size_t kReach = 3;  // bytes: a comma, a bracket, a space
  return level.begin >= programme.end && level.begin - programme.end <= kReach;
}

// "Associate degree HRM, Hogeschool Utrecht": where a level is told, the school is no other one.
bool is_school_beside_level(const ReadPaper& paper, const Mention& mention, const Taxonomy& taxonomy) {
  const std::string name = to_lower(mention.span.of(paper.paper->text));
  if (name != "hogeschool" && name != "fachhochschule" && name != "universiteit") return false;
  return std::any_of(paper.reading.mentions.begin(), paper.reading.mentions.end(), [&](const Mention& other) {
    return other.sentence == mention.sentence && other.span != mention.span &&
           taxonomy.at(other.concept_ref).kind == ConceptKind::degree_level;
  });
}

// A level and a field belong together when they stand in one sentence.
Study study_of(const ReadPaper& paper, const Mention& mention, const Requirement& asked, const Taxonomy& taxonomy) {
  const Concept& known = taxonomy.at(mention.concept_ref);
  Study study;
  study.mention = &mention;
  study.speaks_of_study =
      paper.section_at(mention.span.begin) == Section::education || known.kind == ConceptKind::degree_level;
  study.rank = known.level ? taxonomy.at(*known.level).rank : known.rank;
  const auto take_field = [&](ConceptRef field) {
    study.has_field = true;
    study.in_field = study.in_field || is_field(taxonomy, field, asked);
  };
  if (known.field) take_field(*known.field);
  for (const Mention& other : paper.reading.mentions) {
    if (other.sentence != mention.sentence) continue;
    const Concept& beside = taxonomy.at(other.concept_ref);
    if (known.kind == ConceptKind::programme && beside.kind == ConceptKind::degree_level &&
        is_right_behind(other.span, mention.span))
      study.rank = beside.rank;
    study.is_registration = study.is_registration || beside.kind == ConceptKind::licence;
    if (beside.kind == ConceptKind::degree_field) take_field(other.concept_ref);
    if (beside.kind != ConceptKind::occupation || !study.speaks_of_study || beside.domain.empty()) continue;
    const JobField field = field_of_job(beside, asked, taxonomy);
    study.has_field = study.has_field || field == JobField::other;
    study.in_field = study.in_field || field == JobField::asked;
  }
  return study;
}

struct Verdict {
  Met met;
  Ground ground;
};

Verdict verdict(const Study& study, const Requirement& asked) {
  const bool field = asked.fields.empty() || study.in_field;
  if (study.mention->stance == Stance::denied)
    return {study.speaks_of_study && !study.is_registration ? Met::no : Met::unknown, Ground::denied};
  if (study.mention->stance == Stance::in_progress) return {field ? Met::partly : Met::unknown, Ground::in_progress};
  if (study.rank >= asked.rank && field) return {Met::yes, Ground::level_reached};
  // Higher education in another field shows the level; a trade learned at school shows that trade.
  if (study.rank >= asked.rank && study.rank < kHigherEducation && study.has_field)
    return {Met::unknown, Ground::other_field};
  if (study.rank >= asked.rank) return {Met::partly, Ground::other_field};
  if (study.rank + 1 >= asked.rank && field) return {Met::partly, Ground::level_below};
  return {Met::unknown, Ground::level_below};
}

// "Een ICT-opleiding heb ik niet."
bool denies_field(const ReadPaper& paper, const Mention& mention, const Requirement& asked, const Taxonomy& taxonomy) {
  if (taxonomy.at(mention.concept_ref).kind != ConceptKind::degree_field || mention.stance != Stance::denied)
    return false;
  constexpr std::string_view kStudies[] = {"opleiding", "opleidingen", "studie", "diploma", "degree", "training"};
  const auto units = units_of(mention.sentence.of(paper.paper->text));
  return is_field(taxonomy, mention.concept_ref, asked) &&
         std::any_of(units.begin(), units.end(), [&](const Unit& unit) {
           return std::find(std::begin(kStudies), std::end(kStudies), unit.folded) != std::end(kStudies);
         });
}

}  // namespace

Judgement Judge::degree(const Requirement& asked) const {
  const Taxonomy& taxonomy = finder.taxonomy();
  Weighing weighing(papers);
  Weighing lower(papers);
  for (std::size_t p = 0; p < papers.size(); ++p) {
    for (const Mention& mention : papers[p].reading.mentions) {
      const ConceptKind kind = taxonomy.at(mention.concept_ref).kind;
      if (denies_field(papers[p], mention, asked, taxonomy)) lower.add(Met::no, Ground::denied, p, mention.span);
      if (kind != ConceptKind::degree_level && kind != ConceptKind::programme) continue;
      if (mention.stance == Stance::wished || mention.stance == Stance::of_others) continue;
      if (is_school_beside_level(papers[p], mention, taxonomy)) continue;
      const Study study = study_of(papers[p], mention, asked, taxonomy);
      const Verdict found = verdict(study, asked);
      if (found.ground == Ground::denied && found.met == Met::unknown) continue;
      if (found.met == Met::unknown) {
        lower.add(Met::no, found.ground == Ground::other_field ? Ground::other_field : Ground::level_below, p,
                  mention.span);
      } else if (found.met != Met::no || study.rank >= asked.rank) {
        weighing.add(found.met, found.ground, p, mention.span, found.ground == Ground::level_reached ? 2.0 : 1.5);
      }
    }
  }
  Judgement judgement = weighing.judgement();
  return judgement.evidence.empty() ? lower.judgement() : judgement;
}

Judgement Judge::language(const Requirement& asked) const {
  const Taxonomy& taxonomy = finder.taxonomy();
  Weighing weighing(papers);
  Weighing denied(papers);
  for (std::size_t p = 0; p < papers.size(); ++p) {
    const auto& mentions = papers[p].reading.mentions;
    for (const Mention& mention : mentions) {
      const bool asked_for =
          std::find(asked.any_of.begin(), asked.any_of.end(), mention.concept_ref) != asked.any_of.end();
      if (!asked_for || mention.stance == Stance::wished || mention.stance == Stance::of_others) continue;
      const int rank = rank_beside(mention, mentions, taxonomy);
      if (mention.stance == Stance::denied) {
        denied.add(Met::no, Ground::denied, p, mention.span);
      } else if (rank == 0) {
        weighing.add(asked.rank == 0 ? Met::yes : Met::partly,
                     asked.rank == 0 ? Ground::stated : Ground::level_unstated, p, mention.span, 1.5);
      } else if (rank >= asked.rank) {
        weighing.add(Met::yes, Ground::level_reached, p, mention.span, 2.0);
      } else {
        weighing.add(rank + 1 >= asked.rank ? Met::partly : Met::no, Ground::level_below, p, mention.span, 2.0);
      }
    }
  }
  // "Staat niet in mijn Nederlandse cv" denies nothing when a level stands elsewhere.
  Judgement judgement = weighing.judgement();
  return judgement.evidence.empty() ? denied.judgement() : judgement;
}

}  // namespace collega::skills
