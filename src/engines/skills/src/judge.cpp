#include "judge.h"

#include <algorithm>

#include "collega/language/time.h"
#include "employers.h"
#include "stance.h"
#include "usual.h"

namespace collega::skills {
namespace {

// Words in a told job show more than words in a list.
constexpr double kInWork = 2.0;
constexpr double kInText = 1.5;
constexpr double kInList = 1.0;

double strength_of(const ReadPaper& paper, const Mention& mention) {
  const Section section = paper.section_at(mention.span.begin);
  const double place = section == Section::work ? kInWork
                       : section == Section::skills || paper.line_kind_at(mention.span.begin) == LineKind::row
                           ? kInList
                           : kInText;
  return place * mention.score;
}

bool contains(const std::vector<ConceptRef>& refs, ConceptRef ref) {
  return std::find(refs.begin(), refs.end(), ref) != refs.end();
}

bool is_usual_in(const Taxonomy& taxonomy, ConceptRef job, ConceptRef skill) {
  const auto& essential = taxonomy.at(job).essential;
  return std::any_of(essential.begin(), essential.end(),
                     [&](ConceptRef part) { return taxonomy.implies(part, skill); }) ||
         std::any_of(taxonomy.at(job).broader.begin(), taxonomy.at(job).broader.end(),
                     [&](ConceptRef broader) { return contains(taxonomy.at(broader).essential, skill); });
}

bool is_postcode(std::string_view word, std::string_view next) {
  const auto all = [](std::string_view text, auto is) { return std::all_of(text.begin(), text.end(), is); };
  return word.size() == 4 && all(word, [](char c) { return c >= '0' && c <= '9'; }) && next.size() == 2 &&
         all(next, [](char c) { return c >= 'A' && c <= 'Z'; });
}

// Where somebody says that they live: "Woonplaats: …", "ik woon in …", or a postcode with a town behind it.
std::optional<Span> home_in(std::string_view sentence, const CueIndex& cues) {
  const auto units = units_of(sentence);
  for (const CueHit& hit : cues.in_sentence(units)) {
    if (hit.cue == Cue::place && hit.first + hit.count < units.size())
      return Span{units[hit.first].span.begin, units.back().span.end};
  }
  for (std::size_t i = 0; i + 1 < units.size(); ++i) {
    if (is_postcode(units[i].span.of(sentence), units[i + 1].span.of(sentence)))
      return Span{units[i].span.begin, units[i + 1].span.end};
  }
  return std::nullopt;
}

bool is_capitalised_word(std::string_view text, const Unit& unit) {
  const std::string_view word = unit.span.of(text);
  const bool has_small = std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return unit.is_word && has_small && begins_with_capital(text, unit);
}

// "Hogeschool Lindestad" and an employer in Lindestad are no home; "Woonplaats Lindestad" is.
bool tells_of_home(const ReadPaper& paper, Span mark, const CueIndex& cues) {
  const Section section = paper.section_at(mark.begin);
  if (section == Section::education || section == Section::courses || section == Section::work) return false;
  const Span before{paper.sentence_at(mark.begin).begin, mark.begin};
  const std::string_view text = before.of(paper.paper->text);
  const auto units = units_of(text);
  if (units.empty() || !is_capitalised_word(text, units.back())) return true;
  const auto hits = cues.in_sentence(units);
  return std::any_of(hits.begin(), hits.end(),
                     [&](const CueHit& hit) { return hit.cue == Cue::place && hit.first + hit.count == units.size(); });
}

struct Verdict {
  Met met;
  Ground ground;
};

std::optional<Verdict> verdict(const Taxonomy& taxonomy, const Mention& mention, ConceptRef asked) {
  if (mention.stance == Stance::denied) {
    // Who has no driving licence has no licence B; who has no licence C may well have B.
    const bool covers = taxonomy.at(asked).kind == ConceptKind::licence && taxonomy.implies(asked, mention.concept_ref);
    if (covers || asked == mention.concept_ref) return Verdict{Met::no, Ground::denied};
    return std::nullopt;
  }
  if (mention.stance == Stance::wished || mention.stance == Stance::of_others) return std::nullopt;
  const Fit how = fit(taxonomy, mention.concept_ref, asked);
  if (how == Fit::none) return std::nullopt;
  if (how == Fit::usual_in_job) {
    return mention.stance == Stance::claimed ? std::optional{Verdict{Met::partly, Ground::usual_in_job}} : std::nullopt;
  }
  if (mention.stance == Stance::in_progress) return Verdict{Met::partly, Ground::in_progress};
  if (mention.stance == Stance::weak) return Verdict{Met::partly, Ground::beginner};
  if (how == Fit::related) return Verdict{Met::partly, Ground::related};
  return Verdict{Met::yes, how == Fit::exact ? Ground::stated : Ground::narrower};
}

// "Ik wil dit voorjaar een heftruckcertificaat halen": whoever is to obtain it does not have it.
bool wants_to_obtain(const ReadPaper& paper, const Mention& mention, ConceptRef asked) {
  constexpr std::string_view kObtain[] = {"halen", "behalen", "haal", "behaal", "obtain", "get", "earn"};
  if (mention.stance != Stance::wished || mention.concept_ref != asked) return false;
  const auto units = units_of(mention.sentence.of(paper.paper->text));
  return std::any_of(units.begin(), units.end(), [&](const Unit& unit) {
    return std::find(std::begin(kObtain), std::end(kObtain), unit.folded) != std::end(kObtain);
  });
}

// Words that the taxonomy does not know are meant as any others are. Being willing to is all that shifts and the like
// ask.
std::optional<Verdict> by_stance(Stance stance) {
  switch (stance) {
    case Stance::claimed:
    case Stance::wished:
      return Verdict{Met::yes, Ground::same_words};
    case Stance::weak:
      return Verdict{Met::partly, Ground::beginner};
    case Stance::in_progress:
      return Verdict{Met::partly, Ground::in_progress};
    case Stance::denied:
      return Verdict{Met::no, Ground::denied};
    case Stance::of_others:
      break;
  }
  return std::nullopt;
}

}  // namespace

bool is_held(const ReadPaper& paper, const Mention& job) {
  const Section section = paper.section_at(job.span.begin);
  return section != Section::education && section != Section::courses && section != Section::skills &&
         !paper.is_in_keyword_row(job.span.begin);
}

bool is_expired(const ReadPaper& paper, const Mention& mention, const CueIndex& cues, Date today) {
  const std::string_view sentence = mention.sentence.of(paper.paper->text);
  const auto units = units_of(sentence);
  for (const CueHit& hit : cues.in_sentence(units)) {
    if (hit.cue != Cue::valid_until) continue;
    const std::size_t after = units[hit.first + hit.count - 1].span.end;
    const auto dates = language::find_dates(sentence.substr(after));
    if (!dates.empty() && dates.front().day < today && dates.front().day.year() + 1 >= 2000) return true;
  }
  return false;
}

Fit fit(const Taxonomy& taxonomy, ConceptRef found, ConceptRef asked) {
  if (found == asked) return Fit::exact;
  if (taxonomy.implies(found, asked)) return Fit::narrower;
  const Concept& has = taxonomy.at(found);
  const Concept& wants = taxonomy.at(asked);
  if (wants.usual && contains(wants.broader, found)) return Fit::narrower;
  if (contains(has.related, asked) || contains(wants.related, found)) return Fit::related;
  if (has.kind == ConceptKind::occupation && wants.kind == ConceptKind::skill && is_usual_in(taxonomy, found, asked)) {
    return Fit::usual_in_job;
  }
  return Fit::none;
}

void Weighing::add(Met met, Ground ground, std::size_t paper, Span mark, double strength) {
  Span quote = papers_[paper].sentence_at(mark.begin);
  quote.end = std::max(quote.end, mark.end);
  entries_.push_back({met, ground, {paper, quote, mark}, strength});
}

Judgement Weighing::judgement() const {
  const auto rank = [](Met met) { return met == Met::no ? 3 : met == Met::yes ? 2 : met == Met::partly ? 1 : 0; };
  std::vector<Entry> sorted = entries_;
  std::stable_sort(sorted.begin(), sorted.end(), [&](const Entry& a, const Entry& b) {
    return rank(a.met) != rank(b.met) ? rank(a.met) > rank(b.met) : a.strength > b.strength;
  });
  Judgement judgement;
  if (sorted.empty()) return judgement;
  judgement.met = sorted.front().met;
  judgement.ground = sorted.front().ground;
  judgement.thin = judgement.met == Met::yes && sorted.front().strength <= kInList;
  for (const Entry& entry : sorted) {
    if (entry.met != judgement.met) break;
    const bool said = std::any_of(judgement.evidence.begin(), judgement.evidence.end(), [&](const EvidenceSpan& e) {
      return e.paper == entry.evidence.paper && e.quote == entry.evidence.quote;
    });
    if (!said && judgement.evidence.size() < kEvidencePerRequirement) judgement.evidence.push_back(entry.evidence);
  }
  return judgement;
}

Judgement Judge::by_mention(const Requirement& asked) const {
  Weighing weighing(papers);
  Weighing lacking(papers);
  UsualInJobs usual(papers, finder);
  for (std::size_t p = 0; p < papers.size(); ++p) {
    for (const Mention& mention : papers[p].reading.mentions) {
      for (const ConceptRef ref : asked.any_of) {
        auto found = verdict(finder.taxonomy(), mention, ref);
        if (asked.type == RequirementType::licence && wants_to_obtain(papers[p], mention, ref))
          lacking.add(Met::no, Ground::denied, p, mention.span);
        if (!found) continue;
        if (found->ground == Ground::usual_in_job) {
          usual.add(p, mention);
          continue;
        }
        if (found->met == Met::yes && papers[p].is_in_keyword_row(mention.span.begin))
          found = Verdict{Met::partly, Ground::keywords};
        const bool expired = asked.type == RequirementType::licence && found->met == Met::yes &&
                             is_expired(papers[p], mention, finder.cues(), today);
        weighing.add(expired ? Met::no : found->met, expired ? Ground::expired : found->ground, p, mention.span,
                     strength_of(papers[p], mention));
      }
    }
  }
  usual.add_to(weighing);
  Judgement judgement = weighing.judgement();
  if (judgement.evidence.empty()) judgement = lacking.judgement();
  // One of several alternatives denied says nothing of the others.
  if (judgement.met == Met::no && asked.any_of.size() > 1) {
    Requirement one = asked;
    for (const ConceptRef ref : asked.any_of) {
      one.any_of = {ref};
      Judgement other = by_mention(one);
      if (other.met != Met::no) return other;
    }
  }
  return judgement;
}

Judgement Judge::by_words(const Requirement& asked, const std::function<bool(const ReadPaper&, Span)>& counts,
                          Agree how) const {
  Weighing weighing(papers);
  for (std::size_t p = 0; p < papers.size(); ++p) {
    for (const Span& sentence : papers[p].reading.sentences) {
      const auto is_sentence = [&](const Instruction& instruction) { return instruction.sentence == sentence; };
      if (std::any_of(papers[p].reading.instructions.begin(), papers[p].reading.instructions.end(), is_sentence))
        continue;
      const std::string_view text = sentence.of(papers[p].paper->text);
      const auto units = units_of(text);
      for (const auto& stems : asked.words) {
        if (const Unit* first = find_all(units, stems, how)) {
          const Span mark{sentence.begin + first->span.begin, sentence.begin + first->span.end};
          if (counts && !counts(papers[p], mark)) continue;
          const auto found = by_stance(stance_of(text, units, finder.cues().in_sentence(units), papers[p].names,
                                                 static_cast<std::size_t>(first - units.data()), 1));
          if (!found) continue;
          const bool bare = found->met == Met::yes && papers[p].is_in_keyword_row(sentence.begin);
          weighing.add(bare ? Met::partly : found->met, bare ? Ground::keywords : found->ground, p, mark);
        }
      }
    }
  }
  return weighing.judgement();
}

// "Avond- en weekenddiensten" asks two things: who tells of one of them, or of the other elsewhere, shows a part.
Judgement Judge::by_parts(const Requirement& asked, Judgement whole) const {
  if (whole.met == Met::yes || asked.parts.empty()) return whole;
  std::vector<Judgement> parts;
  for (const std::string& part : asked.parts) {
    Requirement one = asked;
    one.parts.clear();
    one.words = {{part}};
    parts.push_back(by_words(one, {}, Agree::beginning));
  }
  const auto all = [&](Met met) {
    return std::all_of(parts.begin(), parts.end(), [&](const Judgement& part) { return part.met == met; });
  };
  const auto shown = std::find_if(parts.begin(), parts.end(), [](const Judgement& part) {
    return part.met == Met::yes || part.met == Met::partly;
  });
  if (all(Met::yes) || all(Met::no)) return parts.front();
  if (shown == parts.end()) return whole;
  shown->met = Met::partly;
  return *shown;
}

// A place that is asked for is met where the papers name it; where they name another as their home, they say no.
Judgement Judge::place(const Requirement& asked) const {
  Judgement named =
      by_words(asked, [&](const ReadPaper& paper, Span mark) { return tells_of_home(paper, mark, finder.cues()); });
  if (named.met != Met::unknown) return named;
  Weighing elsewhere(papers);
  for (std::size_t p = 0; p < papers.size(); ++p) {
    for (const Span& sentence : papers[p].reading.sentences) {
      if (const auto mark = home_in(sentence.of(papers[p].paper->text), finder.cues())) {
        elsewhere.add(Met::no, Ground::other_place, p, {sentence.begin + mark->begin, sentence.begin + mark->end});
      }
    }
  }
  return elsewhere.judgement();
}

Judgement Judge::of(const Requirement& asked) const {
  switch (asked.type) {
    case RequirementType::experience:
      return experience(asked);
    case RequirementType::degree:
      return degree(asked);
    case RequirementType::language:
      return language(asked);
    case RequirementType::hours:
      return hours(asked);
    case RequirementType::place:
      return place(asked);
    case RequirementType::other:
      return by_parts(asked, by_words(asked));
    case RequirementType::skill:
    case RequirementType::licence:
      break;
  }
  return by_parts(asked, asked.any_of.empty() ? by_words(asked) : by_mention(asked));
}

}  // namespace collega::skills
