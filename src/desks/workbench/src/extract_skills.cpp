#include "extract_skills.h"

#include "collega/base/utf8.h"
#include "collega/language/identify.h"

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

}  // namespace

ExtractAnswer extract(const ExtractRequest& request, const skills::MentionFinder& finder, Language otherwise) {
  const Language language =
      request.language.value_or(language_named(language::identify(request.text).code).value_or(otherwise));
  const skills::Paper paper = skills::paper_from_text(request.text);
  const CodePointIndex index{paper.text};
  ExtractAnswer answer;
  for (const skills::Mention& mention : finder.read(paper).mentions) {
    const skills::Concept& found = finder.taxonomy().at(mention.concept_ref);
    const std::optional<FoundKind> kind = found_kind(found.kind);
    if (!kind) continue;
    const Span place = index.to_code_points(mention.span);
    answer.skills.push_back({finder.taxonomy().name(mention.concept_ref), found.label(language), *kind, mention.stance,
                             place.begin, place.end, mention.score});
  }
  return answer;
}

}  // namespace collega::workbench
