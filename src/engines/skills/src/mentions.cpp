#include "collega/skills/mentions.h"

#include <algorithm>
#include <stdexcept>
#include <unordered_map>

#include "collega/base/utf8.h"
#include "collega/language/tokens.h"
#include "compounds.h"
#include "cues.h"
#include "employers.h"
#include "mention_words.h"
#include "pairs.h"
#include "personal.h"
#include "respelling.h"
#include "stance.h"

namespace collega::skills {
namespace {

// How sure words are of their concept.
constexpr double kByName = 1.0;
constexpr double kInCompound = 0.8;  // written as one word, or with a stump: "wond- en decubituszorg"
constexpr double kMisspelled = 0.8;
constexpr double kByContext = 0.7;  // "Go" in a list of languages
constexpr double kByPair = 0.7;     // its words, in another order or with others between them

// A line of a list with at most this many words is taken as an enumeration of skills rather than a sentence.
constexpr std::size_t kShortLine = 8;

struct Found {
  std::size_t first;
  std::size_t count;
  ConceptRef ref;
  double score;
};

// A level and a field of study count inside longer names too: "verpleegkundige mbo 4" is a job, and tells both.
bool is_part_of_study(const Concept& known) {
  return known.kind == ConceptKind::degree_level || known.kind == ConceptKind::degree_field;
}

// A duty may be told in any words; a licence, a product or a job is called by its name.
bool may_be_reworded(const Concept& known) {
  return known.kind == ConceptKind::skill && !known.exact_case && !known.needs_context && !known.attitude;
}

constexpr std::string_view kDrivingLicence = "driving-licence";

}  // namespace

struct MentionFinder::Inside {
  const Taxonomy& taxonomy;
  PhraseIndex phrases;
  CueIndex cues;
  CompoundReader compounds;
  PairIndex pairs;
  Respelling respelling{phrases, compounds};
  std::unordered_map<ConceptRef, std::vector<Unit>> activities;  // one-word names in -ing: "marketing"
  std::unordered_map<std::string, ConceptRef> licence_codes;     // "b", "ce" of driving licences
  std::unordered_map<std::string, ConceptRef> language_codes;    // "nl", "eng"

  Inside(const Taxonomy& known, CueIndex cue_index) : taxonomy(known), cues(std::move(cue_index)) {
    for (ConceptRef ref = 0; ref < taxonomy.size(); ++ref) {
      if (is_group(taxonomy.at(ref).kind)) continue;
      learn_licence_code(ref);
      learn_language_codes(ref);
      for (const Language language : {Language::nl, Language::en}) {
        for (const std::string& name : names_in(taxonomy.at(ref), language)) {
          auto units = units_of(name);
          if (language == Language::nl) compounds.learn(units);
          if (language == Language::nl && taxonomy.at(ref).kind == ConceptKind::skill) compounds.learn_first(units);
          learn_activity(units, ref);
          if (may_be_reworded(taxonomy.at(ref))) pairs.learn(units, language, ref);
          phrases.add(std::move(units), language, ref);
        }
      }
    }
    compounds.finish();
  }

  void learn_activity(const std::vector<Unit>& name, ConceptRef ref);
  void learn_licence_code(ConceptRef ref);
  void learn_language_codes(ConceptRef ref);
  [[nodiscard]] bool is_driving_licence(ConceptRef ref) const;
  void add_licence_codes(std::string_view text, const std::vector<Unit>& units, std::size_t from,
                         std::vector<Found>& found) const;
  [[nodiscard]] bool is_thing_of_activity(const Unit& unit, ConceptRef ref) const;
  void add_compounds(const std::vector<Unit>& units, std::size_t i, std::vector<Found>& found) const;
  [[nodiscard]] std::vector<Found> find(std::string_view text, const std::vector<Unit>& units) const;
  void read_sentence(const Paper& paper, const PaperNames& names, Span sentence, LineKind kind, Reading& reading) const;
  [[nodiscard]] bool is_under_licence_heading(const Paper& paper, Span sentence, const std::vector<Unit>& units,
                                              const Reading& reading) const;
  void weigh_misspelled(const std::vector<std::size_t>& misspelled, std::vector<Found>& found) const;
  void add_pairs(const std::vector<Unit>& units, std::vector<Found>& found) const;
  void add_language_codes(std::string_view text, const std::vector<Unit>& units, std::vector<Found>& found) const;
  void drop_personal(const std::vector<Unit>& units, std::vector<Found>& found) const;
  void drop_without_context(const std::vector<Unit>& units, const std::vector<CueHit>& cue_hits, LineKind kind,
                            std::vector<Found>& found) const;
};

void MentionFinder::Inside::learn_activity(const std::vector<Unit>& name, ConceptRef ref) {
  if (name.size() == 1 && name[0].folded.ends_with("ing")) activities[ref].push_back(name[0]);
}

void MentionFinder::Inside::learn_licence_code(ConceptRef ref) {
  const Concept& known = taxonomy.at(ref);
  const std::size_t head = kDrivingLicence.size() + 1;
  if (known.kind == ConceptKind::licence && is_driving_licence(ref) && known.id.size() > head)
    licence_codes.emplace(known.id.substr(head), ref);
}

void MentionFinder::Inside::learn_language_codes(ConceptRef ref) {
  constexpr std::size_t kShort = 3;  // "Eng", "Ned"
  const Concept& known = taxonomy.at(ref);
  if (known.kind != ConceptKind::language) return;
  if (known.id.size() < kShort) language_codes.emplace(known.id, ref);
  for (const Language language : {Language::nl, Language::en})
    language_codes.emplace(fold(known.label(language)).substr(0, kShort), ref);
}

bool MentionFinder::Inside::is_driving_licence(ConceptRef ref) const {
  return taxonomy.at(ref).kind == ConceptKind::licence && taxonomy.at(ref).id.starts_with(kDrivingLicence);
}

// "Rijbewijzen B, C en CE": the categories behind the first.
void MentionFinder::Inside::add_licence_codes(std::string_view text, const std::vector<Unit>& units, std::size_t from,
                                              std::vector<Found>& found) const {
  constexpr std::string_view kJoints[] = {",", "/", "&", "+", ":", "(", "en", "and", "und", "et", "i"};
  for (std::size_t i = from; i < units.size(); ++i) {
    const std::string_view surface = units[i].span.of(text);
    const auto code = licence_codes.find(units[i].folded);
    const bool capitals =
        std::all_of(surface.begin(), surface.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '1'; });
    if (code != licence_codes.end() && capitals) {
      found.push_back({i, 1, code->second, kByName});
    } else if (std::find(std::begin(kJoints), std::end(kJoints), units[i].folded) == std::end(kJoints)) {
      return;
    }
  }
}

// "Two markets" is no marketing, "our programs" are no programming, though their stems are the same.
bool MentionFinder::Inside::is_thing_of_activity(const Unit& unit, ConceptRef ref) const {
  const auto known = activities.find(ref);
  if (known == activities.end()) return false;
  const auto is_thing = [&](const Unit& name) {
    const std::string_view thing =
        unit.folded.ends_with("s") ? std::string_view{unit.folded}.substr(0, unit.folded.size() - 1) : unit.folded;
    return name.en == unit.en && name.folded.starts_with(thing);
  };
  return std::any_of(known->second.begin(), known->second.end(), is_thing) &&
         !any_name(taxonomy.at(ref), [&](const std::string& name) { return fold(name) == unit.folded; });
}

void MentionFinder::Inside::add_compounds(const std::vector<Unit>& units, std::size_t i,
                                          std::vector<Found>& found) const {
  const std::size_t before = found.size();
  for (const auto& parts : compounds.readings(units, i)) {
    for (const std::uint32_t ref : phrases.exactly(parts)) {
      if (!taxonomy.at(ref).exact_case && !taxonomy.at(ref).needs_context) found.push_back({i, 1, ref, kInCompound});
    }
  }
  if (found.size() > before) return;
  for (const std::uint32_t ref : phrases.exactly({compounds.first_part(units[i].folded)})) {
    const Concept& known = taxonomy.at(ref);
    if (known.kind == ConceptKind::skill && !known.exact_case && !known.needs_context && !known.attitude)
      found.push_back({i, 1, ref, kInCompound});
  }
}

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
      if (hit.count == 1 && is_thing_of_activity(units[i], hit.value)) continue;
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
    if (taken == 0 && units[i].is_word) add_compounds(units, i, found);
    i += std::max<std::size_t>(taken, 1);
  }
  const auto licence =
      std::find_if(found.begin(), found.end(), [&](const Found& f) { return is_driving_licence(f.ref); });
  if (licence != found.end()) add_licence_codes(text, units, licence->first + licence->count, found);
  return found;
}

// A product is called what it is called: a "symphony" is no Symfony.
void MentionFinder::Inside::weigh_misspelled(const std::vector<std::size_t>& misspelled,
                                             std::vector<Found>& found) const {
  const auto is_mended = [&](const Found& f) {
    return std::any_of(misspelled.begin(), misspelled.end(),
                       [&](std::size_t i) { return f.first <= i && i < f.first + f.count; });
  };
  std::erase_if(found, [&](Found& f) {
    if (!is_mended(f)) return false;
    f.score = std::min(f.score, kMisspelled);
    const std::string& label = taxonomy.at(f.ref).nl;
    return f.count == 1 && to_lower(label) != label;
  });
}

// A word of another skill's name is no half of this one: "beheer van Windows Server".
void MentionFinder::Inside::add_pairs(const std::vector<Unit>& units, std::vector<Found>& found) const {
  const std::size_t named = found.size();
  const auto is_taken = [&](std::size_t i) {
    return std::any_of(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(named), [&](const Found& f) {
      const bool names_skill = f.count > 1 || taxonomy.at(f.ref).kind == ConceptKind::skill;
      return names_skill && f.first <= i && i < f.first + f.count;
    });
  };
  for (const PhraseHit& hit : pairs.find(units)) {
    if (!is_taken(hit.first) && !is_taken(hit.first + hit.count - 1))
      found.push_back({hit.first, hit.count, hit.value, kByPair});
  }
}

// "NL (C1)", "Eng. B2", "Duits B1, FR A2": before a level, a short word is a language.
void MentionFinder::Inside::add_language_codes(std::string_view text, const std::vector<Unit>& units,
                                               std::vector<Found>& found) const {
  const auto is_level = [&](const Found& f) { return taxonomy.at(f.ref).kind == ConceptKind::language_level; };
  const auto is_named = [&](std::size_t i) {
    return std::any_of(found.begin(), found.end(),
                       [&](const Found& f) { return f.first <= i && i < f.first + f.count; });
  };
  for (std::size_t k = 0, known = found.size(); k < known; ++k) {
    if (!is_level(found[k])) continue;
    std::size_t i = found[k].first;
    while (i > 0 && !units[i - 1].is_word && units[i - 1].folded != ",") --i;
    if (i == 0 || is_named(i - 1)) continue;
    const auto code = language_codes.find(units[i - 1].folded);
    if (code == language_codes.end() || !begins_with_capital(text, units[i - 1])) continue;
    found.push_back({i - 1, 1, code->second, kByName});
  }
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

// Under the bare heading "Rijbewijzen": "B en C". What stands under it says which; the heading itself says no more.
bool MentionFinder::Inside::is_under_licence_heading(const Paper& paper, Span sentence, const std::vector<Unit>& units,
                                                     const Reading& reading) const {
  if (units.empty() || !licence_codes.contains(units[0].folded) || reading.mentions.empty()) return false;
  const Mention& heading = reading.mentions.back();
  const auto line = std::find_if(paper.lines.begin(), paper.lines.end(),
                                 [&](const Line& l) { return l.span.contains(heading.span.begin); });
  const auto below = line == paper.lines.end() ? line : std::next(line);
  return below != paper.lines.end() && below->span.begin == sentence.begin &&
         heading.span.size() == line->span.size() && is_driving_licence(heading.concept_ref);
}

void MentionFinder::Inside::read_sentence(const Paper& paper, const PaperNames& names, Span sentence, LineKind kind,
                                          Reading& reading) const {
  const std::string_view text = sentence.of(paper.text);
  auto units = units_of(text);
  const auto cue_hits = cues.in_sentence(units);
  if (speaks_to_machine(cue_hits)) {
    reading.instructions.push_back({sentence});
    return;
  }
  reading.sentences.push_back(sentence);
  const auto misspelled = respelling.mend(text, units);
  auto found = find(text, units);
  weigh_misspelled(misspelled, found);
  add_pairs(units, found);
  std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.first < b.first; });
  if (is_under_licence_heading(paper, sentence, units, reading)) {
    reading.mentions.pop_back();
    add_licence_codes(text, units, 0, found);
  }
  add_language_codes(text, units, found);
  drop_personal(units, found);
  drop_without_context(units, cue_hits, kind, found);
  for (const Found& f : found) {
    const Span span{sentence.begin + units[f.first].span.begin, sentence.begin + units[f.first + f.count - 1].span.end};
    Stance stance = stance_of(text, units, cue_hits, names, f.first, f.count);
    const Concept& known = taxonomy.at(f.ref);
    if (known.kind == ConceptKind::occupation && (stance == Stance::claimed || stance == Stance::weak) &&
        (is_of_another(units, f.first) || is_several(known, units[f.first + f.count - 1])))
      stance = Stance::of_others;
    // "English is my mother tongue": a language that is spoken of is no employer.
    if (known.kind == ConceptKind::language && f.first == 0 && stance == Stance::of_others) stance = Stance::claimed;
    reading.mentions.push_back({f.ref, span, sentence, stance, f.score});
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
  const PaperNames names = names_of(paper);
  for (const Line& line : paper.lines) {
    for (const Span& part : language::sentences(line.span.of(paper.text))) {
      inside_->read_sentence(paper, names, {line.span.begin + part.begin, line.span.begin + part.end}, line.kind,
                             reading);
    }
  }
  return reading;
}

}  // namespace collega::skills
