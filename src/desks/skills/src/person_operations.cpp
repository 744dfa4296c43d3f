// What a person can do: their own view, and what others see of it once they confirmed it.

#include <algorithm>
#include <cmath>

#include "collega/base/utf8.h"
#include "collega/language/identify.h"
#include "collega/library/readers.h"
#include "collega/people/find.h"
#include "collega/people/people.h"
#include "collega/skills/possessed.h"
#include "people_shown.h"
#include "rows.h"
#include "texts.h"

namespace collega::skills_desk {
namespace {

using namespace operations;

Doing doing(const Context& context) { return {context.asker.account, context.records->clock()}; }

/// As the taxonomy calls it now, else as it was called when it came in.
std::string label_of(const KeptSkill& skill, const skills::Taxonomy& taxonomy, Language language) {
  const auto ref = taxonomy.named(skill.concept_name);
  return ref ? taxonomy.at(*ref).label(language) : skill.label;
}

Result<MyAnswer> mine(const MyRequest&, Context& context, const Desk& desk) {
  const people::PersonId me = TRY(myself(context));
  store::ReadTransaction& read = context.work.read();
  const auto finder = TRY(desk.finder());
  context.work.concerns(me);
  MyAnswer answer;
  answer.taxonomy = finder->taxonomy().version();
  for (const KeptSkill& kept : TRY(skills_of(read, me))) {
    OwnSkill skill;
    static_cast<HowWell&>(skill) = kept;
    skill.skill = kept.id;
    skill.concept_name = kept.concept_name;
    skill.label = label_of(kept, finder->taxonomy(), context.language);
    skill.state = kept.state;
    skill.sources = TRY(sources_of(read, kept.id));
    skill.history = TRY(steps_of(read, kept.id));
    answer.skills.push_back(std::move(skill));
  }
  std::ranges::stable_sort(answer.skills, {}, [](const OwnSkill& one) { return fold(one.label); });
  return answer;
}

// What a person can have; a level, a field of study or a group is none of itself, and a trait of character is no skill.
bool can_be_had(const skills::Concept& known) {
  using enum skills::ConceptKind;
  if (known.attitude) return false;
  return known.kind == skill || known.kind == licence || known.kind == programme || known.kind == language;
}

Result<Done> check(const HowWell& how, Date today) {
  if (how.last_used && *how.last_used > today) return Error{ErrorCode::out_of_range, "last_used"};
  return Done{};
}

Result<KeptSkill> known_or_new(store::ReadTransaction& read, people::PersonId person, const skills::Taxonomy& taxonomy,
                               skills::ConceptRef ref, Language language) {
  const std::string name = taxonomy.name(ref);
  for (KeptSkill& kept : TRY(skills_of(read, person))) {
    if (kept.concept_name == name) return std::move(kept);
  }
  KeptSkill made;
  made.concept_name = name;
  made.label = taxonomy.at(ref).label(language);
  return made;
}

Result<MyAnswer> state(const StateRequest& asked, Context& context, const Desk& desk) {
  const people::PersonId me = TRY(myself(context));
  TRY(check(asked, context.today));
  store::WriteTransaction& write = context.work.write();
  const auto finder = TRY(desk.finder());
  const skills::ConceptRef ref = TRY(concept_named(finder->taxonomy(), asked.concept_name));
  if (!can_be_had(finder->taxonomy().at(ref))) return Error{ErrorCode::unknown_value, asked.concept_name};
  KeptSkill skill = TRY(known_or_new(write, me, finder->taxonomy(), ref, context.language));
  static_cast<HowWell&>(skill) = asked;
  const StepKind step = skill.id.is_set() && skill.state == HeldState::confirmed ? StepKind::changed : StepKind::stated;
  skill.state = HeldState::confirmed;
  TRY(put_skill(write, me, skill, step, doing(context)));
  context.work.remember("concept", Json(skill.concept_name));
  return mine({}, context, desk);
}

Result<MyAnswer> judge(const JudgeRequest& asked, Context& context, const Desk& desk) {
  const people::PersonId me = TRY(myself(context));
  TRY(check(asked, context.today));
  store::WriteTransaction& write = context.work.write();
  KeptSkill skill = TRY(skill_of(write, me, asked.skill));
  if (asked.verdict == OwnVerdict::strike) {
    skill.state = HeldState::struck;
    TRY(put_skill(write, me, skill, StepKind::struck, doing(context)));
  } else {
    const StepKind step = skill.state == HeldState::confirmed ? StepKind::changed : StepKind::confirmed;
    static_cast<HowWell&>(skill) = asked;
    skill.state = HeldState::confirmed;
    TRY(put_skill(write, me, skill, step, doing(context)));
  }
  context.work.remember("concept", Json(skill.concept_name));
  return mine({}, context, desk);
}

struct PaperText {
  std::string name;
  std::optional<library::DocumentId> document;
  skills::Paper paper;
};

skills::LineKind line_kind(documents::BlockKind kind) {
  switch (kind) {
    case documents::BlockKind::heading:
      return skills::LineKind::heading;
    case documents::BlockKind::list_item:
      return skills::LineKind::item;
    case documents::BlockKind::table_row:
      return skills::LineKind::row;
    case documents::BlockKind::paragraph:
      break;
  }
  return skills::LineKind::text;
}

skills::Paper paper_of(const documents::Document& document) {
  skills::Paper paper{document.text, {}};
  for (const documents::Block& block : document.blocks) paper.lines.push_back({line_kind(block.kind), block.span});
  return paper;
}

/// A document that is about the asker, and that they may read. Error: unknown_document.
Result<PaperText> read_document(Context& context, people::PersonId me, library::DocumentId id) {
  store::ReadTransaction read = TRY(context.records->store.read());
  const Error unknown{ErrorCode::unknown_document, to_string(id)};
  if (!TRY(library::may_read(read, context.asker, id, context.today))) return unknown;
  const library::Document document = TRY(library::document(read, id));
  if (document.entry.person != me) return unknown;
  const auto version = TRY(library::version_in_force(read, id, context.today));
  if (!version) return Error{ErrorCode::unknown_version, to_string(id)};
  const auto text = TRY(library::text_of(read, version->id));
  if (!text) return Error{ErrorCode::document_no_text, document.entry.title};
  return PaperText{document.entry.title, id, paper_of(*text)};
}

Result<PaperText> paper_asked(const FindRequest& asked, Context& context, people::PersonId me, const Desk& desk) {
  if (asked.document) return read_document(context, me, *asked.document);
  if (asked.file) {
    const documents::Document document = TRY(desk.reader().read(*asked.file));
    return PaperText{std::filesystem::path{*asked.file}.filename().string(), {}, paper_of(document)};
  }
  if (!asked.text) return Error{ErrorCode::missing_member, "file"};
  return PaperText{texts(context.language)("find.own_text"), {}, skills::paper_from_text(*asked.text)};
}

/// A sentence of the paper, with the words that count by their places in it.
SkillSource source_in(const PaperText& paper, const CodePointIndex& index, const skills::EvidenceSpan& span, bool weak,
                      Moment now) {
  const Span quote = index.to_code_points(span.quote);
  const Span mark = index.to_code_points(span.mark);
  return {paper.name,
          paper.document,
          std::string{span.quote.of(paper.paper.text)},
          mark.begin - quote.begin,
          mark.end - quote.begin,
          weak ? skills::Stance::weak : skills::Stance::claimed,
          now};
}

HowWell how_well(const skills::Possession& found) {
  HowWell how;
  if (found.weak) how.level = Level::beginner;
  how.last_used = found.last_used;
  if (found.months >= 1) how.months = static_cast<int>(std::lround(found.months));
  return how;
}

/// The paper is read before the only writer is taken, and not kept: its sentences are.
Result<FindAnswer> find(const FindRequest& asked, Context& context, const Desk& desk) {
  const people::PersonId me = TRY(myself(context));
  const PaperText paper = TRY(paper_asked(asked, context, me, desk));
  const auto finder = TRY(desk.finder());
  const Doing how = doing(context);
  FindAnswer answer;
  store::WriteTransaction write = TRY(context.records->store.write());
  const CodePointIndex index{paper.paper.text};
  for (const skills::Possession& found : skills::possessed({{paper.paper}}, *finder, context.today)) {
    if (!can_be_had(finder->taxonomy().at(found.concept_ref))) continue;
    KeptSkill skill = TRY(known_or_new(write, me, finder->taxonomy(), found.concept_ref, context.language));
    if (skill.state == HeldState::struck) {
      ++answer.struck;
      continue;
    }
    const bool is_new = !skill.id.is_set();
    ++(is_new ? answer.found : answer.known);
    if (is_new) {
      static_cast<HowWell&>(skill) = how_well(found);
      skill.id = TRY(put_skill(write, me, skill, StepKind::found, how));
    }
    for (const skills::EvidenceSpan& span : found.evidence)
      TRY(put_source(write, skill.id, source_in(paper, index, span, found.weak, how.at)));
  }
  TRY(write.commit());
  context.work.concerns(me);
  context.work.remember("found", static_cast<std::int64_t>(answer.found));
  const std::string code = language::identify(paper.paper.text).code;
  if (!language_named(code)) answer.limits.push_back(texts(context.language)("find.language"));
  answer.limits.push_back(texts(context.language)("find.limit"));
  return answer;
}

Result<PersonSkills> confirmed_of(Context& context, const skills::Taxonomy& taxonomy, people::PersonId person) {
  PersonSkills shown;
  shown.person = person;
  for (const KeptSkill& kept : TRY(skills_of(context.work.read(), person))) {
    if (kept.state != HeldState::confirmed) continue;
    ConfirmedSkill skill;
    static_cast<HowWell&>(skill) = kept;
    skill.concept_name = kept.concept_name;
    skill.label = label_of(kept, taxonomy, context.language);
    shown.skills.push_back(std::move(skill));
  }
  return shown;
}

Result<PersonSkills> of_person(const PersonRequest& asked, Context& context, const Desk& desk) {
  store::ReadTransaction& read = context.work.read();
  const people::PersonId person = TRY(people::find_person(read, asked.person));
  context.work.concerns(person);
  PersonSkills shown = TRY(confirmed_of(context, TRY(desk.finder())->taxonomy(), person));
  shown.name = people::formal_name(TRY(people::person_as_of(read, person, context.today)).person.name);
  return shown;
}

Result<TeamAnswer> team(const TeamRequest& asked, Context& context, const Desk& desk) {
  store::ReadTransaction& read = context.work.read();
  const auto finder = TRY(desk.finder());
  people::PeopleQuery query = TRY(people_asked(context, asked.unit));
  query.after = asked.after;
  query.limit = asked.limit;
  const people::PeoplePage page = TRY(people::list_people(read, query));
  TeamAnswer answer;
  for (const people::PersonRow& row : page.rows) {
    if (!TRY(context.sees(row.person))) continue;  // who leads the unit with the asker, or above them
    context.work.concerns(row.person);
    PersonSkills shown = TRY(confirmed_of(context, finder->taxonomy(), row.person));
    shown.name = people::formal_name(row.name);
    answer.people.push_back(std::move(shown));
  }
  answer.next = page.next;
  answer.limits.push_back(texts(context.language)("team.limit"));
  return answer;
}

}  // namespace

void add_person_rows(std::vector<Operation>& rows, const Desk& desk) {
  const std::vector<Role> owner{Role::employee};
  const std::vector<Role> others{Role::manager, Role::hr_adviser};
  rows.push_back({
      .name = "skills.mine",
      .title = {"Mijn vaardigheden", "My skills"},
      .purpose = {"Toont uw vaardigheden met waar zij staan en wat u ervan zei.",
                  "Shows your skills with where they stand and what you said of them."},
      .reads = {Data::people},
      .may = owner,
      .stored = Stored::reads,
      .handler = handler(mine, desk),
  });
  rows.push_back({
      .name = "skills.state_skill",
      .title = {"Een vaardigheid opgeven", "State a skill"},
      .purpose = {"Legt vast dat u iets kunt, hoe goed en wanneer het laatst.",
                  "Records that you can do something, how well and when last."},
      .effect = Effect::acts,
      .reads = {Data::people},
      .may = owner,
      .stored = Stored::writes,
      .handler = handler(state, desk),
  });
  rows.push_back({
      .name = "skills.judge_skill",
      .title = {"Een vaardigheid bevestigen of schrappen", "Confirm or strike a skill"},
      .purpose = {"Legt vast of wat gevonden is klopt: alleen wat u bevestigt, zien anderen.",
                  "Records whether what was found is right: others see only what you confirm."},
      .effect = Effect::acts,
      .reads = {Data::people},
      .may = owner,
      .stored = Stored::writes,
      .handler = handler(judge, desk),
  });
  rows.push_back({
      .name = "skills.find_in_paper",
      .title = {"Vaardigheden in een papier van uzelf zoeken", "Find skills in a paper of your own"},
      .purpose = {"Zoekt in een papier van uzelf wat u kunt, met de zin; u bevestigt of schrapt het.",
                  "Finds in a paper of your own what you can do, with the sentence; you confirm or strike it."},
      .effect = Effect::acts,
      .risk = {Risk::limited, ""},
      .reads = {Data::given_files, Data::given_text, Data::documents, Data::people, Data::contracts, Data::accounts},
      .may = owner,
      .limits =
          {"Vindt alleen wat in de taxonomie staat en in het Nederlands of Engels is geschreven. Dat iets er niet "
           "staat, zegt niet dat u het niet kunt.",
           "Finds only what the taxonomy knows and what is written in Dutch or English. That something is not "
           "there does not say that you cannot do it."},
      .stored = Stored::whole,
      .handler = handler(find, desk),
  });
  rows.push_back({
      .name = "skills.of_person",
      .title = {"Vaardigheden van een medewerker", "Skills of an employee"},
      .purpose = {"Toont wat een medewerker zelf bevestigde.", "Shows what an employee confirmed themself."},
      .reads = {Data::people, Data::contracts},
      .may = others,
      .stored = Stored::reads,
      .given = {"person"},
      .handler = handler(of_person, desk),
  });
  rows.push_back({
      .name = "skills.team",
      .title = {"Vaardigheden van een team", "Skills of a team"},
      .purpose = {"Toont wie wat zelf bevestigde te kunnen.", "Shows who confirmed themself to be able to do what."},
      .reads = {Data::people, Data::contracts},
      .may = others,
      .stored = Stored::reads,
      .handler = handler(team, desk),
  });
}

}  // namespace collega::skills_desk
