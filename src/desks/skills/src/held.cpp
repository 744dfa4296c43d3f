#include "held.h"

#include <algorithm>

#include "collega/skills_desk/skills_desk.h"
#include "collega/store/seal.h"

namespace collega::skills_desk {
namespace {

constexpr std::string_view kPaper = "skills_source.paper";
constexpr std::string_view kQuote = "skills_source.quote";
constexpr std::string_view kColumns = "select id, concept, label, state, level, last_used, months from skills_held ";

KeptSkill skill_in(const store::Rows& rows) {
  KeptSkill skill;
  skill.id = rows.get<HeldId>(0);
  skill.concept_name = rows.get<std::string>(1);
  skill.label = rows.get<std::string>(2);
  skill.state = rows.get<HeldState>(3);
  skill.level = rows.get<std::optional<Level>>(4);
  skill.last_used = rows.get<std::optional<Date>>(5);
  skill.months = rows.get<std::optional<int>>(6);
  return skill;
}

Result<JsonObject> shown(store::ReadTransaction& read, const KeptSkill& skill) {
  JsonObject item{{"skill", skill.label}, {"state", name_of(skill.state)}};
  if (skill.level) item["level"] = name_of(*skill.level);
  if (skill.last_used) item["last_used"] = to_string(*skill.last_used);
  if (skill.months) item["months"] = *skill.months;
  JsonArray sources, history;
  for (const SkillSource& one : TRY(sources_of(read, skill.id)))
    sources.push_back(JsonObject{{"paper", one.paper}, {"sentence", one.quote}});
  for (const SkillStep& one : TRY(steps_of(read, skill.id)))
    history.push_back(JsonObject{{"at", to_string(one.at)}, {"what", name_of(one.kind)}});
  item["sources"] = std::move(sources);
  item["history"] = std::move(history);
  return item;
}

Result<JsonArray> show(store::ReadTransaction& read, people::PersonId person) {
  JsonArray all;
  for (const KeptSkill& skill : TRY(skills_of(read, person))) all.push_back(TRY(shown(read, skill)));
  return all;
}

Result<std::int64_t> erase(store::WriteTransaction& write, people::PersonId person) {
  std::int64_t rows = 0;
  for (const char* table : {"skills_source", "skills_step"}) {
    rows += TRY(write.execute(
        std::string{"delete from "} + table + " where held in (select id from skills_held where person = ?)", person));
  }
  return rows + TRY(write.execute("delete from skills_held where person = ?", person));
}

}  // namespace

Result<std::vector<KeptSkill>> skills_of(store::ReadTransaction& read, people::PersonId person) {
  store::Rows rows = TRY(read.query(std::string{kColumns} + "where person = ? order by label, id", person));
  std::vector<KeptSkill> all;
  while (TRY(rows.next())) all.push_back(skill_in(rows));
  return all;
}

Result<KeptSkill> skill_of(store::ReadTransaction& read, people::PersonId person, HeldId skill) {
  store::Rows rows = TRY(read.query(std::string{kColumns} + "where person = ? and id = ?", person, skill));
  if (!TRY(rows.next())) return Error{ErrorCode::unknown_value, to_string(skill)};
  return skill_in(rows);
}

Result<std::vector<SkillSource>> sources_of(store::ReadTransaction& read, HeldId skill) {
  store::Rows rows = TRY(
      read.query("select id, paper, document, quote, mark_start, mark_end, stance, found_at from skills_source where "
                 "held = ? order by id",
                 skill));
  std::vector<SkillSource> all;
  while (TRY(rows.next())) {
    const auto id = rows.get<std::int64_t>(0);
    SkillSource source;
    source.paper = TRY(read.seal().open(rows.view(1), {kPaper, id}));
    source.document = rows.get<std::optional<library::DocumentId>>(2);
    source.quote = TRY(read.seal().open(rows.view(3), {kQuote, id}));
    source.mark_start = rows.get<std::size_t>(4);
    source.mark_end = rows.get<std::size_t>(5);
    source.stance = rows.get<skills::Stance>(6);
    source.found_at = rows.get<Moment>(7);
    all.push_back(std::move(source));
  }
  return all;
}

Result<std::vector<SkillStep>> steps_of(store::ReadTransaction& read, HeldId skill) {
  store::Rows rows = TRY(read.query("select at, action, level from skills_step where held = ? order by id", skill));
  std::vector<SkillStep> all;
  while (TRY(rows.next()))
    all.push_back({rows.get<Moment>(0), rows.get<StepKind>(1), rows.get<std::optional<Level>>(2)});
  return all;
}

Result<HeldId> put_skill(store::WriteTransaction& write, people::PersonId person, const KeptSkill& skill, StepKind kind,
                         const Doing& doing) {
  HeldId id = skill.id;
  if (!id.is_set()) {
    id = write.new_id<HeldId>();
    TRY(write.execute(
        "insert into skills_held (id, person, concept, label, state, level, last_used, months, changed_at) values "
        "(?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id, person, skill.concept_name, skill.label, skill.state, skill.level, skill.last_used, skill.months,
        doing.at));
  } else {
    TRY(write.execute(
        "update skills_held set state = ?, level = ?, last_used = ?, months = ?, changed_at = ? where id = ?",
        skill.state, skill.level, skill.last_used, skill.months, doing.at, id));
  }
  struct Step;
  TRY(write.execute("insert into skills_step (id, held, at, account, action, level) values (?, ?, ?, ?, ?, ?)",
                    write.new_id<Id<Step>>(), id, doing.at, doing.account, kind, skill.level));
  return id;
}

Result<Done> put_source(store::WriteTransaction& write, HeldId skill, const SkillSource& source) {
  const std::vector<SkillSource> there = TRY(sources_of(write, skill));
  const auto is_it = [&](const SkillSource& one) { return one.paper == source.paper && one.quote == source.quote; };
  if (there.size() >= kMostSources || std::ranges::any_of(there, is_it)) return Done{};
  struct Source;
  const auto id = write.new_id<Id<Source>>();
  const std::string paper = write.seal().close(source.paper, {kPaper, id.number});
  const std::string quote = write.seal().close(source.quote, {kQuote, id.number});
  TRY(write.execute(
      "insert into skills_source (id, held, paper, document, quote, mark_start, mark_end, stance, found_at) values "
      "(?, ?, ?, ?, ?, ?, ?, ?, ?)",
      id, skill, store::Blob{paper}, source.document, store::Blob{quote}, source.mark_start, source.mark_end,
      source.stance, source.found_at));
  return Done{};
}

std::vector<people::Holding> holdings() {
  return {{.kind = "skills.held",
           .title = {"wat u kunt, en waar dat staat", "what you can do, and where that stands"},
           .clock = "personnel_file",
           .show = show,
           .erase = erase}};
}

}  // namespace collega::skills_desk
