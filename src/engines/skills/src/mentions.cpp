#include "collega/skills/mentions.h"

#include <algorithm>
#include <stdexcept>

#include "collega/base/utf8.h"
#include "collega/language/tokens.h"
#include "compounds.h"
#include "cues.h"
#include "personal.h"
#include "stance.h"

namespace collega::skills {
namespace {

// How sure words are of their concept.
constexpr double kByName = 1.0;
constexpr double kInCompound = 0.8;  // written as one word, or with a stump: "wond- en decubituszorg"
constexpr double kByContext = 0.7;   // "Go" in a list of languages

// A line of a list with at most this many words is taken as an enumeration of skills rather than a sentence.
constexpr std::size_t kShortLine = 8;

struct Found {
  std::size_t first;
  std::size_t count;
  ConceptRef ref;
  double score;
};

std::vector<std::string> names_in(const Concept& known, Language language) {
  std::vector<std::string> names = language == Language::nl ? known.also_nl : known.also_en;
  names.push_back(known.label(language));
  return names;
}

bool is_written_exactly(const Concept& known, std::string_view surface) {
  const auto is_surface = [&](const std::string& name) { return name == surface; };
  const auto matches = [&](const std::vector<std::string>& names) {
    return std::any_of(names.begin(), names.end(), is_surface);
  };
  return is_surface(known.nl) || is_surface(known.en) || matches(known.also_nl) || matches(known.also_en);
}

// "Engels" is a language, "Engelse kust" is none: languages are found by their names, not by their stems.
bool is_name_of_language(const Concept& language, std::string_view folded) {
  const auto is_it = [&](const std::string& name) { return fold(name) == folded; };
  return is_it(language.nl) || is_it(language.en) ||
         std::any_of(language.also_nl.begin(), language.also_nl.end(), is_it) ||
         std::any_of(language.also_en.begin(), language.also_en.end(), is_it);
}

// "MA" and "WO" are degrees, "ma t/m wo" are days.
constexpr std::size_t kLongestSmallWord = 2;
bool is_small_word(const Concept& known, std::string_view surface) {
  return known.kind == ConceptKind::degree_level && surface.size() <= kLongestSmallWord && fold(surface) == surface;
}

// A level and a field of study count inside longer names too: "verpleegkundige mbo 4" is a job, and tells both.
bool is_part_of_study(const Concept& known) {
  return known.kind == ConceptKind::degree_level || known.kind == ConceptKind::degree_field;
}

}  // namespace

struct MentionFinder::Inside {
  const Taxonomy& taxonomy;
  PhraseIndex phrases;
  CueIndex cues;
  CompoundReader compounds;

  Inside(const Taxonomy& known, CueIndex cue_index) : taxonomy(known), cues(std::move(cue_index)) {
    for (ConceptRef ref = 0; ref < taxonomy.size(); ++ref) {
      for (const Language language : {Language::nl, Language::en}) {
        for (const std::string& name : names_in(taxonomy.at(ref), language)) {
          phrases.add(name, language, ref);
          if (language == Language::nl) compounds.learn(name);
        }
      }
    }
    compounds.finish();
  }

  [[nodiscard]] std::vector<Found> find(std::string_view text, const std::vector<Unit>& units) const;
  void read_sentence(const Paper& paper, Span sentence, LineKind kind, Reading& reading) const;
  void drop_personal(const std::vector<Unit>& units, std::vector<Found>& found) const;
  void drop_without_context(const std::vector<Unit>& units, const std::vector<CueHit>& cue_hits, LineKind kind,
                            std::vector<Found>& found) const;
};

std::vector<Found> MentionFinder::Inside::find(std::string_view text, const std::vector<Unit>& units) const {
  std::vector<Found> found;
  const auto is_inside_same_kind = [&](const Found& inner) {
    return std::any_of(found.begin(), found.end(), [&](const Found& outer) {
      return taxonomy.at(outer.ref).kind == taxonomy.at(inner.ref).kind && outer.count > inner.count &&
             outer.first <= inner.first && inner.first + inner.count <= outer.first + outer.count;
    });
  };
  for (std::size_t i = 0; i < units.size();) {
    std::size_t taken = 0;
    for (const PhraseHit& hit : phrases.all_at(units, i)) {
      if (taken > hit.count && !is_part_of_study(taxonomy.at(hit.value))) continue;
      const Span span{units[i].span.begin, units[i + hit.count - 1].span.end};
      if (taxonomy.at(hit.value).kind == ConceptKind::language &&
          !is_name_of_language(taxonomy.at(hit.value), units[i].folded))
        continue;
      if (taxonomy.at(hit.value).exact_case && !is_written_exactly(taxonomy.at(hit.value), span.of(text))) continue;
      if (is_small_word(taxonomy.at(hit.value), span.of(text))) continue;
      const Found named{i, hit.count, hit.value, kByName};
      if (is_inside_same_kind(named)) continue;
      found.push_back(named);
      taken = std::max(taken, hit.count);
    }
    for (std::size_t inner = i + 1; inner < i + taken; ++inner) {
      for (const PhraseHit& hit : phrases.all_at(units, inner)) {
        const Span span{units[inner].span.begin, units[inner + hit.count - 1].span.end};
        const Found named{inner, hit.count, hit.value, kByName};
        if (!is_part_of_study(taxonomy.at(hit.value)) || is_small_word(taxonomy.at(hit.value), span.of(text))) continue;
        if (!is_inside_same_kind(named)) found.push_back(named);
      }
    }
    if (taken == 0 && units[i].is_word) {
      for (const auto& parts : compounds.readings(units, i)) {
        for (const std::uint32_t ref : phrases.exactly(parts)) {
          if (!taxonomy.at(ref).exact_case && !taxonomy.at(ref).needs_context)
            found.push_back({i, 1, ref, kInCompound});
        }
      }
    }
    i += std::max<std::size_t>(taken, 1);
  }
  return found;
}

// Who somebody is says nothing of what they can; a licence may still stand behind a name on one line.
void MentionFinder::Inside::drop_personal(const std::vector<Unit>& units, std::vector<Found>& found) const {
  const auto personal = personal_units(units);
  std::erase_if(found, [&](const Found& f) {
    const ConceptKind kind = taxonomy.at(f.ref).kind;
    return personal[f.first] &&
           (kind == ConceptKind::skill || kind == ConceptKind::occupation || kind == ConceptKind::language);
  });
}

// An ambiguous name counts in a short line of a list, behind "ervaring met", or beside a name that is not ambiguous.
void MentionFinder::Inside::drop_without_context(const std::vector<Unit>& units, const std::vector<CueHit>& cue_hits,
                                                 LineKind kind, std::vector<Found>& found) const {
  const bool beside = std::any_of(found.begin(), found.end(), [&](const Found& f) {
    return !taxonomy.at(f.ref).needs_context && taxonomy.at(f.ref).kind == ConceptKind::skill;
  });
  const bool introduced =
      std::any_of(cue_hits.begin(), cue_hits.end(), [](const CueHit& hit) { return hit.cue == Cue::context; });
  const bool enumerated = (kind == LineKind::item || kind == LineKind::row) && units.size() <= kShortLine;
  std::erase_if(found, [&](Found& f) {
    if (!taxonomy.at(f.ref).needs_context) return false;
    f.score = kByContext;
    return !(beside || introduced || enumerated);
  });
}

void MentionFinder::Inside::read_sentence(const Paper& paper, Span sentence, LineKind kind, Reading& reading) const {
  const std::string_view text = sentence.of(paper.text);
  const auto units = units_of(text);
  const auto cue_hits = cues.in_sentence(units);
  if (speaks_to_machine(cue_hits)) {
    reading.instructions.push_back({sentence});
    return;
  }
  reading.sentences.push_back(sentence);
  auto found = find(text, units);
  drop_personal(units, found);
  drop_without_context(units, cue_hits, kind, found);
  for (const Found& f : found) {
    const Span span{sentence.begin + units[f.first].span.begin, sentence.begin + units[f.first + f.count - 1].span.end};
    reading.mentions.push_back({f.ref, span, sentence, stance_of(text, units, cue_hits, f.first, f.count), f.score});
  }
}

MentionFinder::MentionFinder(const Taxonomy& taxonomy) {
  auto cues = CueIndex::built_in();
  if (!cues) throw std::logic_error("the built-in cues are broken: " + cues.error().where);
  inside_ = std::make_unique<Inside>(taxonomy, std::move(cues).value());
}

MentionFinder::~MentionFinder() = default;
MentionFinder::MentionFinder(MentionFinder&&) noexcept = default;

const Taxonomy& MentionFinder::taxonomy() const { return inside_->taxonomy; }

const CueIndex& MentionFinder::cues() const { return inside_->cues; }

Reading MentionFinder::read(const Paper& paper) const {
  Reading reading;
  for (const Line& line : paper.lines) {
    for (const Span& part : language::sentences(line.span.of(paper.text))) {
      inside_->read_sentence(paper, {line.span.begin + part.begin, line.span.begin + part.end}, line.kind, reading);
    }
  }
  return reading;
}

}  // namespace collega::skills
