// A person or a team beside an occupation or an own position; and which of those are near.

#include <algorithm>
#include <map>

#include "collega/people/find.h"
#include "gap_types.h"
#include "people_shown.h"
#include "rows.h"
#include "texts.h"

namespace collega::skills_desk {
namespace {

using namespace operations;
using skills::ConceptRef;
using skills::Need;

constexpr std::size_t kShownSkills = 8;  // of one move
constexpr int kLargestTeam = 500;

Result<ConceptRef> occupation_named(const skills::Taxonomy& taxonomy, const std::string& name) {
  const ConceptRef ref = TRY(concept_named(taxonomy, name));
  if (taxonomy.at(ref).kind != skills::ConceptKind::occupation) return Error{ErrorCode::unknown_value, name};
  return ref;
}

AskedSkill shown(const Need& need, const skills::Taxonomy& taxonomy, Language language) {
  AskedSkill asked;
  asked.skill = line_of(taxonomy, need.skill, language);
  asked.essential = need.essential;
  asked.how = need.how;
  if (need.by) asked.by = line_of(taxonomy, *need.by, language);
  return asked;
}

GapShown begun(const skills::Taxonomy& taxonomy, ConceptRef occupation, Language language) {
  GapShown gap;
  gap.occupation = line_of(taxonomy, occupation, language);
  gap.taxonomy = taxonomy.version();
  gap.limits.push_back(texts(language)("gap.limit"));
  return gap;
}

/// Of the weight of what is essential, the part that `met` says.
template <class Part>
double coverage(const std::vector<Need>& needs, Part part) {
  double there = 0, all = 0;
  for (const Need& need : needs) {
    if (!need.essential) continue;
    all += need.weight;
    there += need.weight * part(need);
  }
  return all > 0 ? there / all : 0;
}

GapShown gap_of_one(const std::vector<ConceptRef>& has, ConceptRef occupation, const Catalogue& catalogue,
                    Language language) {
  const std::vector<Need> needs = catalogue.gaps().needs(has, occupation);
  GapShown gap = begun(catalogue.taxonomy(), occupation, language);
  gap.coverage = coverage(needs, [](const Need& need) { return need.met() ? 1.0 : 0.0; });
  for (const Need& need : needs)
    (need.met() ? gap.met : gap.missing).push_back(shown(need, catalogue.taxonomy(), language));
  return gap;
}

/// Of a team a skill is there when somebody has it; how many have it is told.
GapShown gap_of_team(const std::vector<std::vector<ConceptRef>>& team, ConceptRef occupation,
                     const Catalogue& catalogue, Language language) {
  struct Count {
    std::int64_t met = 0, adjacent = 0;
  };
  std::map<ConceptRef, Count> counts;
  std::vector<ConceptRef> together;
  for (const std::vector<ConceptRef>& has : team) {
    for (const Need& need : catalogue.gaps().needs(has, occupation)) {
      Count& count = counts[need.skill];
      if (need.met()) {
        ++count.met;
      } else if (need.how) {
        ++count.adjacent;
      }
    }
    together.insert(together.end(), has.begin(), has.end());
  }
  GapShown gap = gap_of_one(together, occupation, catalogue, language);
  gap.people = static_cast<std::int64_t>(team.size());
  gap.people_stated = std::ranges::count_if(team, [](const auto& has) { return !has.empty(); });
  for (auto* part : {&gap.missing, &gap.met}) {
    for (AskedSkill& asked : *part) {
      const Count count = counts[catalogue.taxonomy().named(asked.skill.concept_name).value()];
      asked.people = count.met;
      asked.people_adjacent = count.adjacent;
      asked.how.reset();  // whose it would be is no matter of a team
      asked.by.reset();
    }
  }
  gap.limits.push_back(texts(language)("gap.team"));
  return gap;
}

Result<GapShown> my_gap(const OwnGapRequest& asked, Context& context, const Desk& desk) {
  const people::PersonId me = TRY(myself(context));
  const auto catalogue = TRY(desk.catalogue());
  const ConceptRef occupation = TRY(occupation_named(catalogue->taxonomy(), asked.occupation));
  context.work.concerns(me);
  const auto has = TRY(confirmed_refs(context.work.read(), me, catalogue->taxonomy()));
  return gap_of_one(has, occupation, *catalogue, context.language);
}

Result<GapShown> gap_of(const GapOfRequest& asked, Context& context, const Desk& desk) {
  store::ReadTransaction& read = context.work.read();
  const auto catalogue = TRY(desk.catalogue());
  const skills::Taxonomy& taxonomy = catalogue->taxonomy();
  const ConceptRef occupation = TRY(occupation_named(taxonomy, asked.occupation));
  if (asked.person) {
    const people::PersonId person = TRY(people::find_person(read, *asked.person));
    context.work.concerns(person);
    return gap_of_one(TRY(confirmed_refs(read, person, taxonomy)), occupation, *catalogue, context.language);
  }
  people::PeopleQuery query = TRY(people_asked(context, asked.unit));
  query.limit = kLargestTeam;
  const people::PeoplePage page = TRY(people::list_people(read, query));
  std::vector<std::vector<ConceptRef>> team;
  for (const people::PersonRow& row : page.rows) {
    if (!TRY(context.sees(row.person))) continue;
    context.work.concerns(row.person);
    team.push_back(TRY(confirmed_refs(read, row.person, taxonomy)));
  }
  GapShown gap = gap_of_team(team, occupation, *catalogue, context.language);
  if (page.next) gap.limits.push_back(texts(context.language)("gap.not_all", std::to_string(kLargestTeam)));
  return gap;
}

Result<MovesShown> my_moves(const OwnMovesRequest& asked, Context& context, const Desk& desk) {
  const people::PersonId me = TRY(myself(context));
  const auto catalogue = TRY(desk.catalogue());
  const skills::Taxonomy& taxonomy = catalogue->taxonomy();
  context.work.concerns(me);
  MovesShown answer;
  answer.taxonomy = taxonomy.version();
  const auto has = TRY(confirmed_refs(context.work.read(), me, taxonomy));
  for (const skills::Move& move : catalogue->gaps().moves(has, asked.top)) {
    MoveShown one;
    one.occupation = line_of(taxonomy, move.occupation, context.language);
    one.score = move.score;
    one.coverage = move.coverage;
    for (const Need& need : move.needs) {
      if (!need.essential) continue;
      std::vector<ConceptLine>& part = need.met() ? one.met : one.missing;
      if (!need.met()) ++one.missing_total;
      if (part.size() < kShownSkills) part.push_back(line_of(taxonomy, need.skill, context.language));
    }
    answer.moves.push_back(std::move(one));
  }
  answer.limits.push_back(texts(context.language)("moves.limit"));
  return answer;
}

}  // namespace

void add_gap_rows(std::vector<Operation>& rows, const Desk& desk) {
  const Bilingual limits{
      "Kent alleen wat mensen zelf bevestigden, en wat de taxonomie van een beroep zegt. Het zegt niet wie geschikt "
      "is.",
      "Knows only what people confirmed themselves, and what the taxonomy says of an occupation. It does not say who "
      "is "
      "suitable."};
  rows.push_back({
      .name = "skills.my_gap",
      .title = {"Wat een beroep nog van mij vraagt", "What an occupation still asks of me"},
      .purpose = {"Legt uw bevestigde vaardigheden naast wat een beroep of functie vraagt.",
                  "Lays the skills you confirmed beside what an occupation or position asks."},
      .risk = {Risk::limited, ""},
      .reads = {Data::people},
      .may = {Role::employee},
      .limits = limits,
      .stored = Stored::reads,
      .given = {"occupation"},
      .handler = handler(my_gap, desk),
  });
  rows.push_back({
      .name = "skills.my_moves",
      .title = {"Welke beroepen bij mij in de buurt liggen", "Which occupations are near me"},
      .purpose = {"Noemt de beroepen en functies die het meest vragen van wat u bevestigde, en wat elk nog vraagt.",
                  "Names the occupations and positions that ask most of what you confirmed, and what each still asks."},
      .risk = {Risk::limited, ""},
      .reads = {Data::people},
      .may = {Role::employee},
      .limits = limits,
      .stored = Stored::reads,
      .handler = handler(my_moves, desk),
  });
  rows.push_back({
      .name = "skills.gap_of",
      .title = {"Wat een beroep van een medewerker of team vraagt", "What an occupation asks of an employee or team"},
      .purpose = {"Legt wat een medewerker of een team bevestigde naast wat een beroep of functie vraagt.",
                  "Lays what an employee or a team confirmed beside what an occupation or position asks."},
      .risk = {Risk::limited, ""},
      .reads = {Data::people, Data::contracts},
      .may = {Role::manager, Role::hr_adviser},
      .limits = limits,
      .stored = Stored::reads,
      .given = {"occupation"},
      .handler = handler(gap_of, desk),
  });
}

}  // namespace collega::skills_desk
