// Looking through the taxonomy.

#include <algorithm>

#include "catalogue_types.h"
#include "rows.h"

namespace collega::skills_desk {

using skills::ConceptRef;

ConceptLine line_of(const skills::Taxonomy& taxonomy, ConceptRef ref, Language language) {
  const skills::Concept& known = taxonomy.at(ref);
  return {taxonomy.name(ref), known.label(language), known.kind, is_own(known)};
}

Result<ConceptRef> concept_named(const skills::Taxonomy& taxonomy, std::string_view name) {
  if (const auto ref = taxonomy.named(name)) return *ref;
  return Error{ErrorCode::unknown_value, std::string{name}};
}

namespace {

using namespace operations;

// What a page shows of each relation before somebody asks for all.
constexpr std::size_t kShownLinks = 25;

Result<std::vector<NameHit>> all_asked(const SearchRequest& asked, const Catalogue& catalogue, Language language) {
  const skills::Taxonomy& taxonomy = catalogue.taxonomy();
  std::vector<NameHit> hits;
  if (asked.text.empty()) {
    for (const ConceptRef ref : catalogue.by_name(language)) hits.push_back({ref, nullptr});
  } else {
    hits = catalogue.search(asked.text);
  }
  if (asked.of) {
    const ConceptRef from = TRY(concept_named(taxonomy, *asked.of));
    std::vector<ConceptRef> linked = catalogue.linked(from, asked.relation.value_or(Relation::narrower), language);
    std::ranges::sort(linked);
    std::erase_if(hits, [&](const NameHit& hit) { return !std::ranges::binary_search(linked, hit.concept_ref); });
  }
  std::erase_if(hits, [&](const NameHit& hit) {
    const skills::Concept& known = taxonomy.at(hit.concept_ref);
    return (asked.kind && known.kind != *asked.kind) || (asked.own && !is_own(known));
  });
  return hits;
}

Result<SearchAnswer> search(const SearchRequest& asked, Context& context, const Desk& desk) {
  const auto catalogue = TRY(desk.catalogue());
  const std::vector<NameHit> hits = TRY(all_asked(asked, *catalogue, context.language));
  SearchAnswer answer;
  answer.total = hits.size();
  answer.taxonomy = catalogue->taxonomy().version();
  const std::size_t end = std::min(hits.size(), asked.after + asked.limit);
  for (std::size_t i = asked.after; i < end; ++i) {
    ConceptLine line = line_of(catalogue->taxonomy(), hits[i].concept_ref, context.language);
    if (hits[i].name && *hits[i].name != line.label) line.found = *hits[i].name;
    answer.concepts.push_back(std::move(line));
  }
  if (end < hits.size()) answer.next = end;
  return answer;
}

Result<ShownConcept> show(const ConceptRequest& asked, Context& context, const Desk& desk) {
  const auto catalogue = TRY(desk.catalogue());
  const skills::Taxonomy& taxonomy = catalogue->taxonomy();
  const ConceptRef ref = TRY(concept_named(taxonomy, asked.concept_name));
  const skills::Concept& known = taxonomy.at(ref);
  ShownConcept shown;
  shown.concept_name = taxonomy.name(ref);
  shown.kind = known.kind;
  shown.own = is_own(known);
  shown.uri = known.uri;
  shown.code = known.code;
  shown.nl = known.nl;
  shown.en = known.en;
  shown.also_nl = known.also_nl;
  shown.also_en = known.also_en;
  shown.also_other = known.also_other;
  shown.description = context.language == Language::nl ? known.description_nl : known.description_en;
  shown.taxonomy = taxonomy.version();
  for (const Relation relation : {Relation::broader, Relation::narrower, Relation::related, Relation::essential,
                                  Relation::optional, Relation::essential_in, Relation::optional_in}) {
    const std::vector<ConceptRef> all = catalogue->linked(ref, relation, context.language);
    if (all.empty()) continue;
    LinkedConcepts linked{relation, all.size(), {}};
    for (std::size_t i = 0; i < std::min(all.size(), kShownLinks); ++i)
      linked.concepts.push_back(line_of(taxonomy, all[i], context.language));
    shown.linked.push_back(std::move(linked));
  }
  return shown;
}

}  // namespace

void add_catalogue_rows(std::vector<Operation>& rows, const Desk& desk) {
  rows.push_back({
      .name = "skills.search",
      .title = {"Zoeken in de taxonomie", "Search the taxonomy"},
      .purpose = {"Zoekt vaardigheden, beroepen en andere begrippen op naam, soort of samenhang.",
                  "Finds skills, occupations and other concepts by name, kind or how they hang together."},
      .may = every_role(),
      .stored = Stored::reads,  // the organisation's own names
      .command = "skills search",
      .given = {"text"},
      .handler = handler(search, desk),
  });
  rows.push_back({
      .name = "skills.concept",
      .title = {"Een begrip in de taxonomie", "A concept of the taxonomy"},
      .purpose = {"Toont hoe een begrip heet, wat ermee samenhangt en welke beroepen het vragen.",
                  "Shows what a concept is called, what hangs together with it and which occupations ask it."},
      .may = every_role(),
      .stored = Stored::reads,
      .command = "skills concept",
      .given = {"concept"},
      .handler = handler(show, desk),
  });
}

}  // namespace collega::skills_desk
