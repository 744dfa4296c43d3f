#include "collega/skills/requirements.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>

#include "asked.h"
#include "collega/language/tokens.h"
#include "labels.h"
#include "sections.h"
#include "words.h"

namespace collega::skills {
namespace {

bool covers(const Requirement& a, const Requirement& b) {
  if (a.type == b.type && a.type == RequirementType::degree) return true;  // one ladder: the first sentence that asks
  if (a.type == RequirementType::experience && b.type == RequirementType::experience) {
    return a.any_of == b.any_of || (b.any_of.empty() && a.months >= b.months);
  }
  const bool same_type =
      a.type == b.type || (a.type == RequirementType::experience && b.type == RequirementType::skill);
  return same_type && !b.any_of.empty() && std::all_of(b.any_of.begin(), b.any_of.end(), [&](ConceptRef ref) {
           return std::find(a.any_of.begin(), a.any_of.end(), ref) != a.any_of.end();
         });
}

// The same thing asked twice is asked once; a must outlives a wish.
void add_once(std::vector<Requirement>& all, Requirement asked) {
  for (Requirement& known : all) {
    if (!covers(known, asked)) continue;
    if (asked.kind == RequirementKind::must) known.kind = RequirementKind::must;
    return;
  }
  std::erase_if(all, [&](const Requirement& known) {
    if (!covers(asked, known)) return false;
    if (known.kind == RequirementKind::must) asked.kind = RequirementKind::must;
    return true;
  });
  all.push_back(std::move(asked));
}

struct Asking {
  Span span;
  RequirementKind kind;
  bool in_section;
};

std::vector<Asking> asking_sentences(const Paper& vacancy, const MentionFinder& finder) {
  const auto pieces = pieces_of(vacancy, PaperKind::vacancy, finder.cues());
  const bool has_sections =
      std::any_of(pieces.begin(), pieces.end(), [](const Piece& p) { return p.section == Section::demands; });
  std::vector<Asking> asking;
  for (const Piece& piece : pieces) {
    const bool asks = piece.section == Section::demands || piece.section == Section::wishes;
    if (!asks && piece.section != Section::none) continue;
    for (const Span& part : language::sentences(piece.span.of(vacancy.text))) {
      const Span span{piece.span.begin + part.begin, piece.span.begin + part.end};
      // Outside the sections that ask, a sentence must ask by itself; where there are such sections, only a wish can
      // stand under a heading of the employer's own making.
      const Sentence sentence = read_sentence(span.of(vacancy.text), finder);
      if (!asks && !sentence.has(has_sections ? Cue::wish_word : Cue::asks)) continue;
      const bool wish = piece.section == Section::wishes || (!asks && has_sections);
      asking.push_back({span, wish ? RequirementKind::wish : RequirementKind::must, asks});
    }
  }
  return asking;
}

std::string title_of(const Paper& vacancy) {
  for (const Line& line : vacancy.lines) {
    if (line.kind == LineKind::heading) return std::string{line.span.of(vacancy.text)};
  }
  return vacancy.lines.empty() ? std::string{} : std::string{vacancy.lines.front().span.of(vacancy.text).substr(0, 80)};
}

std::optional<double> number_in(std::string_view text) {
  double value = 0;
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, value, std::chars_format::fixed);
  const bool whole = read.ec == std::errc{} && (read.ptr == end || *read.ptr == ' ');  // "3" and "3 jaar", not "3x"
  return whole && std::isfinite(value) && value >= 0 ? std::optional{value} : std::nullopt;
}

std::optional<int> rank_named(const std::string& name, ConceptKind kind, const MentionFinder& finder) {
  for (const Mention& mention : read_sentence(name, finder).mentions) {
    const Concept& known = finder.taxonomy().at(mention.concept_ref);
    if (known.kind == kind) return known.rank;
    if (kind == ConceptKind::degree_level && known.level) return finder.taxonomy().at(*known.level).rank;
  }
  if (const auto ref = finder.taxonomy().find(kind, name)) return finder.taxonomy().at(*ref).rank;
  return std::nullopt;
}

RequirementType guessed_type(const std::vector<Requirement>& asked) {
  return asked.empty() ? RequirementType::other : asked.front().type;
}

// What a criterion's own words say of its type is kept; a label may hold more than one thing ("BIG of diploma
// verpleegkunde").
void take_from_words(Requirement& requirement, const std::string& words, const MentionFinder& finder) {
  const Sentence sentence = read_sentence(words, finder);
  for (const Requirement& asked : asked_in(sentence, finder, requirement.kind)) {
    if (asked.type == requirement.type) {
      requirement.any_of.insert(requirement.any_of.end(), asked.any_of.begin(), asked.any_of.end());
      requirement.fields.insert(requirement.fields.end(), asked.fields.begin(), asked.fields.end());
      if (requirement.rank == 0) requirement.rank = asked.rank;
      if (requirement.months == 0) requirement.months = asked.months;
      if (requirement.hours == 0) requirement.hours = asked.hours;
    }
  }
  for (const Mention& mention : sentence.mentions) {
    const Concept& known = finder.taxonomy().at(mention.concept_ref);
    const bool subject = requirement.type == RequirementType::experience &&
                         (known.kind == ConceptKind::skill || known.kind == ConceptKind::occupation) && !known.attitude;
    const bool shown_by_name =
        requirement.type == RequirementType::skill || requirement.type == RequirementType::licence;
    const bool same = (shown_by_name && (known.kind == ConceptKind::skill || known.kind == ConceptKind::licence) &&
                       !known.attitude) ||
                      (requirement.type == RequirementType::language && known.kind == ConceptKind::language);
    // "HR-adviseur" asks that job, and not whatever is HR.
    const bool in_job = std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const Mention& job) {
      return finder.taxonomy().at(job.concept_ref).kind == ConceptKind::occupation && job.span.overlaps(mention.span);
    });
    const bool field = known.kind == ConceptKind::degree_field &&
                       !(in_job && requirement.type == RequirementType::experience) &&
                       (requirement.type == RequirementType::degree ||
                        (requirement.type == RequirementType::experience && !known.domain.empty()));
    if (subject || same) requirement.any_of.push_back(mention.concept_ref);
    if (field) requirement.fields.push_back(mention.concept_ref);
  }
}

// "magazijn of logistiek": each side of it will do.
std::vector<std::string> parts_at_or(const std::string& label) {
  std::vector<std::string> parts;
  for (const std::string_view joint : {" of ", " or ", "/"}) {
    const std::size_t at = label.find(joint);
    if (at == std::string::npos) continue;
    parts.push_back(label.substr(0, at));
    parts.push_back(label.substr(at + joint.size()));
  }
  return parts;
}

// "Avond- en weekenddiensten", "nacht- en weekendwerk": two things that are asked in one breath.
std::vector<std::string> parts_at_and(const std::string& label) {
  constexpr std::string_view kHeads[] = {"diensten", "dienst", "werk", "uren"};
  const auto units = units_of(label);
  for (std::size_t i = 2; i + 1 < units.size(); ++i) {
    const bool joint = units[i].folded == "en" || units[i].folded == "and";
    if (!joint || units[i - 1].folded != "-") continue;
    for (const std::string_view head : kHeads) {
      if (units[i + 1].folded.ends_with(head))
        return {language::stem(units[i - 2].folded + std::string{head}, Language::nl), units[i + 1].nl};
    }
  }
  return {};
}

void make_unique(std::vector<ConceptRef>& refs) {
  std::vector<ConceptRef> kept;
  for (const ConceptRef ref : refs) {
    if (std::find(kept.begin(), kept.end(), ref) == kept.end()) kept.push_back(ref);
  }
  refs = std::move(kept);
}

// "Leidinggevende ervaring in de zorg" asks both; "ervaring in magazijn of logistiek" and "ervaring in de zorg" ask
// work in the field.
bool asks_within_fields(const Requirement& asked, const Taxonomy& taxonomy) {
  return !asked.fields.empty() && std::any_of(asked.any_of.begin(), asked.any_of.end(), [&](ConceptRef subject) {
    return std::none_of(asked.fields.begin(), asked.fields.end(),
                        [&](ConceptRef field) { return taxonomy.at(field).domain == taxonomy.at(subject).domain; });
  });
}

Result<Done> set_threshold(Requirement& requirement, const Criterion& criterion, const MentionFinder& finder) {
  if (criterion.threshold.empty()) return Done{};
  std::optional<double> number;
  std::optional<int> rank;
  switch (requirement.type) {
    case RequirementType::experience:
      number = number_in(criterion.threshold);
      if (number) requirement.months = *number * 12;
      break;
    case RequirementType::hours:
      number = number_in(criterion.threshold);
      if (number) requirement.hours = *number;
      break;
    case RequirementType::degree:
      rank = rank_named(criterion.threshold, ConceptKind::degree_level, finder);
      break;
    case RequirementType::language:
      rank = rank_named(criterion.threshold, ConceptKind::language_level, finder);
      break;
    default:
      return Done{};
  }
  if (rank) requirement.rank = *rank;
  if (!number && !rank) return Error{ErrorCode::unknown_value, criterion.label + ": " + criterion.threshold};
  return Done{};
}

}  // namespace

VacancyReading read_vacancy(const Paper& vacancy, const MentionFinder& finder, Language language) {
  VacancyReading reading;
  reading.title = title_of(vacancy);
  for (const Mention& mention : read_sentence(reading.title, finder).mentions) {
    if (finder.taxonomy().at(mention.concept_ref).kind == ConceptKind::occupation)
      reading.occupations.push_back(mention.concept_ref);
  }
  for (const Asking& asking : asking_sentences(vacancy, finder)) {
    const std::string_view text = asking.span.of(vacancy.text);
    const Sentence sentence = read_sentence(text, finder);
    auto asked = asked_in(sentence, finder, asking.kind);
    const bool lead_in = !text.empty() && text.back() == ':';
    if (asked.empty() && asking.in_section && !lead_in && !sentence.has(Cue::wish_word) && sentence.units.size() > 1)
      reading.unread.emplace_back(text);
    for (Requirement& requirement : asked) {
      if (requirement.type == RequirementType::experience && requirement.any_of.empty())
        requirement.any_of = reading.occupations;
      requirement.source = {asking.span.begin + requirement.source.begin, asking.span.begin + requirement.source.end};
      if (requirement.label.empty()) requirement.label = label_of(requirement, finder.taxonomy(), language);
      add_once(reading.requirements, std::move(requirement));
    }
  }
  std::stable_partition(reading.requirements.begin(), reading.requirements.end(),
                        [](const Requirement& r) { return r.kind == RequirementKind::must; });
  return reading;
}

Result<Requirement> requirement_from(const Criterion& criterion, const MentionFinder& finder) {
  Requirement requirement;
  requirement.label = criterion.label;
  requirement.kind = criterion.kind;
  requirement.type = criterion.type;
  if (requirement.type == RequirementType::other) {
    requirement.type = guessed_type(asked_in(read_sentence(criterion.label, finder), finder, criterion.kind));
  }
  take_from_words(requirement, criterion.label, finder);
  for (const std::string& alternative : criterion.alternatives) take_from_words(requirement, alternative, finder);
  TRY(set_threshold(requirement, criterion, finder));
  make_unique(requirement.any_of);
  make_unique(requirement.fields);
  requirement.within_fields =
      requirement.type == RequirementType::experience && asks_within_fields(requirement, finder.taxonomy());
  requirement.words.push_back(content_words(criterion.label));
  if (requirement.type == RequirementType::other || requirement.type == RequirementType::skill)
    requirement.parts = parts_at_and(criterion.label);
  for (const std::string& part : parts_at_or(criterion.label)) requirement.words.push_back(content_words(part));
  for (const std::string& alternative : criterion.alternatives) requirement.words.push_back(content_words(alternative));
  std::erase_if(requirement.words, [](const auto& words) { return words.empty(); });
  return requirement;
}

}  // namespace collega::skills
