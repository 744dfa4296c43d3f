#include "extract_skills.h"

#include "collega/base/utf8.h"
#include "collega/language/identify.h"
#include "collega/skills/possessed.h"

namespace collega::workbench {
namespace {

std::optional<FoundKind> found_kind(skills::ConceptKind kind) {
  switch (kind) {
    case skills::ConceptKind::skill:
      return FoundKind::skill;
    case skills::ConceptKind::licence:
      return FoundKind::licence;
    case skills::ConceptKind::programme:
      return FoundKind::programme;
    case skills::ConceptKind::language:
      return FoundKind::language;
    default:
      return std::nullopt;
  }
}

PossessedSkill shown(const skills::Possession& possession, const skills::Taxonomy& taxonomy, Language language) {
  PossessedSkill one;
  one.concept_name = taxonomy.name(possession.concept_ref);
  one.label = taxonomy.at(possession.concept_ref).label(language);
  one.months = possession.months;
  if (possession.last_used) one.last_used = to_string(*possession.last_used);
  one.current = possession.current;
  one.weak = possession.weak;
  if (possession.level) one.level = taxonomy.at(*possession.level).id;
  return one;
}

}  // namespace

ExtractAnswer extract(const ExtractRequest& request, const skills::MentionFinder& finder, Date today,
                      Language otherwise) {
  const Language language =
      request.language.value_or(language_named(language::identify(request.text).code).value_or(otherwise));
  const skills::Taxonomy& taxonomy = finder.taxonomy();
  const skills::Candidate writer{{skills::paper_from_text(request.text)}};
  const skills::Paper& paper = writer.papers.front();
  const CodePointIndex index{paper.text};
  ExtractAnswer answer{{}, std::nullopt, taxonomy.version()};
  for (const skills::Mention& mention : finder.read(paper).mentions) {
    const skills::Concept& found = taxonomy.at(mention.concept_ref);
    const std::optional<FoundKind> kind = found_kind(found.kind);
    if (!kind) continue;
    const Span place = index.to_code_points(mention.span);
    answer.skills.push_back({taxonomy.name(mention.concept_ref), found.label(language), *kind, mention.stance,
                             place.begin, place.end, mention.score});
  }
  if (!request.possessed) return answer;
  answer.possessed.emplace();
  for (const skills::Possession& possession : skills::possessed(writer, finder, today)) {
    if (found_kind(taxonomy.at(possession.concept_ref).kind))
      answer.possessed->push_back(shown(possession, taxonomy, language));
  }
  return answer;
}

}  // namespace collega::workbench
