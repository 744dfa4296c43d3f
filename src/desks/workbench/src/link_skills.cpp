#include "link_skills.h"

namespace collega::workbench {
namespace {

LinkedConcept shown(skills::Linked&& linked, const skills::Taxonomy& taxonomy, Language language) {
  LinkedConcept one{taxonomy.name(linked.concept_ref),
                    taxonomy.at(linked.concept_ref).label(language),
                    linked.score,
                    std::move(linked.name),
                    {},
                    {}};
  for (const skills::LinkReason& reason : linked.reasons) one.reasons.push_back({reason.ground, reason.contribution});
  for (skills::WordPair& pair : linked.words)
    one.words.push_back({std::move(pair.asked), std::move(pair.found), pair.likeness});
  return one;
}

}  // namespace

LinkAnswer link(const LinkRequest& request, const skills::Linker& linker, Language otherwise) {
  const Language language = request.target_language.value_or(request.language.value_or(otherwise));
  const auto kind = request.kind == LinkKind::occupation ? skills::ConceptKind::occupation : skills::ConceptKind::skill;
  LinkAnswer answer{{}, linker.taxonomy().version()};
  for (skills::Linked& linked : linker.link(
           {request.query, kind, static_cast<std::size_t>(request.top), static_cast<std::size_t>(request.told)}))
    answer.concepts.push_back(shown(std::move(linked), linker.taxonomy(), language));
  return answer;
}

}  // namespace collega::workbench
