// The organisation's own names: looking at them, changing them, and what was changed.

#include <algorithm>
#include <set>

#include "collega/base/utf8.h"
#include "own_words.h"
#include "rows.h"
#include "texts.h"

namespace collega::skills_desk {

namespace {

using namespace operations;

void tidy(std::vector<std::string>& items) {
  std::vector<std::string> kept;
  for (const std::string& item : items) {
    std::string one = trimmed(item);
    if (!one.empty() && std::ranges::find(kept, one) == kept.end()) kept.push_back(std::move(one));
  }
  items = std::move(kept);
}

/// Nothing stays of what its kind has not.
OwnEntry tidied(OwnEntry entry) {
  if (entry.kind == OwnKind::synonym) {
    return {.kind = OwnKind::synonym,
            .concept_name = trimmed(entry.concept_name),
            .text = trimmed(entry.text),
            .language = entry.language,
            .shared = entry.shared};
  }
  entry.nl = trimmed(entry.nl);
  entry.en = trimmed(entry.en);
  for (auto* list : {&entry.also_nl, &entry.also_en, &entry.broader, &entry.essential, &entry.optional}) tidy(*list);
  if (entry.kind == OwnKind::skill) {
    entry.essential.clear();
    entry.optional.clear();
  }
  entry.text.clear();
  entry.language = Language::nl;
  entry.shared = false;
  return entry;
}

Changing by(Context& context) { return {context.asker.account, context.records->clock()}; }

Result<SavedAnswer> put_own_name(const PutOwnRequest& asked, Context& context, const Desk& desk) {
  store::WriteTransaction& write = context.work.write();
  const auto taxonomy = TRY(desk.taxonomy());
  const std::vector<KeptName> before = TRY(kept_names(write));
  std::vector<KeptName> after = before;
  KeptName put{asked.entry.value_or(write.new_id<OwnNameId>()), tidied(asked)};
  if (asked.entry) {
    const auto old = std::ranges::find(after, put.id, &KeptName::id);
    if (old == after.end() || old->content.kind != put.content.kind)
      return Error{ErrorCode::unknown_value, to_string(put.id)};
    if (put.content.kind != OwnKind::synonym) put.content.concept_name = old->content.concept_name;
    after.erase(old);
  } else if (put.content.kind != OwnKind::synonym) {
    put.content.concept_name = new_concept_name(put.content, before);
  }
  after.push_back(put);
  SavedAnswer answer;
  answer.concept_name = put.content.concept_name;
  answer.troubles = new_troubles(*taxonomy, before, after, {put.id}, context.language);
  if (!answer.troubles.empty()) {
    context.work.is_a(ledger::Kind::read);
    return answer;
  }
  answer.entry = TRY(change_name(write, put.id, put.content, by(context)));
  answer.saved = true;
  context.work.remember("entry", Json(to_string(put.id)));
  context.work.remember("concept", Json(put.content.concept_name));
  return answer;
}

Result<SavedAnswer> remove_own_name(const OwnNameRequest& asked, Context& context, const Desk& desk) {
  store::WriteTransaction& write = context.work.write();
  const auto taxonomy = TRY(desk.taxonomy());
  const std::vector<KeptName> before = TRY(kept_names(write));
  std::vector<KeptName> after = before;
  if (std::erase_if(after, [&](const KeptName& one) { return one.id == asked.entry; }) == 0)
    return Error{ErrorCode::unknown_value, to_string(asked.entry)};
  SavedAnswer answer;
  answer.entry = asked.entry;
  answer.troubles = new_troubles(*taxonomy, before, after, {}, context.language);
  if (!answer.troubles.empty()) {
    context.work.is_a(ledger::Kind::read);
    return answer;
  }
  TRY(change_name(write, asked.entry, {}, by(context)));
  context.work.remember("entry", Json(to_string(asked.entry)));
  answer.saved = true;
  return answer;
}

bool is_asked(const KeptName& name, const OwnNamesRequest& asked, const OwnWords& words) {
  if (asked.kind && name.content.kind != *asked.kind) return false;
  if (asked.of && name.content.concept_name != *asked.of) return false;
  return asked.text.empty() || fold(words.whole(name.content)).find(fold(asked.text)) != std::string::npos;
}

Result<OwnNamesAnswer> list_own_names(const OwnNamesRequest& asked, Context& context, const Desk& desk) {
  const auto taxonomy = TRY(desk.taxonomy());
  const std::vector<KeptName> names = TRY(kept_names(context.work.read()));
  const auto troubles = troubles_of(*taxonomy, names);
  const OwnWords words{*taxonomy, names, context.language};
  std::vector<ShownOwnName> all;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!is_asked(names[i], asked, words)) continue;
    const OwnEntry& content = names[i].content;
    ShownOwnName shown{names[i].id, words.name(content), words.label(content.concept_name), content, {}};
    for (const skills::ExtensionTrouble& one : troubles[i]) shown.troubles.push_back(words.trouble(one));
    all.push_back(std::move(shown));
  }
  std::ranges::stable_sort(all, {}, [](const ShownOwnName& one) { return fold(one.name); });
  OwnNamesAnswer answer;
  answer.total = all.size();
  const std::size_t end = std::min(all.size(), asked.after + asked.limit);
  for (std::size_t i = asked.after; i < end; ++i) answer.names.push_back(std::move(all[i]));
  if (end < answer.total) answer.next = end;
  return answer;
}

Result<std::string> account_called(store::ReadTransaction& read, identity::AccountId account, Moment now) {
  if (!account.is_set()) return std::string{};
  const Result<identity::Account> found = identity::account_by_id(read, account, now);
  return found ? found->display : std::string{};
}

Result<ChangesAnswer> list_changes(const ChangesRequest& asked, Context& context, const Desk& desk) {
  store::ReadTransaction& read = context.work.read();
  const auto taxonomy = TRY(desk.taxonomy());
  const std::vector<KeptName> names = TRY(kept_names(read));
  const OwnWords words{*taxonomy, names, context.language};
  ChangesAnswer answer;
  std::vector<KeptChange> changes = TRY(kept_changes(read, asked.after, asked.limit + 1));
  if (changes.size() > static_cast<std::size_t>(asked.limit)) {
    changes.pop_back();
    answer.next = changes.back().id;
  }
  for (const KeptChange& change : changes) {
    const OwnEntry& entry = change.after ? *change.after : *change.before;
    ShownChange shown;
    shown.change = change.id;
    shown.at = change.at;
    shown.by = TRY(account_called(read, change.account, context.records->clock()));
    shown.kind = !change.before ? ChangeKind::added : change.after ? ChangeKind::changed : ChangeKind::removed;
    shown.of = entry.kind;
    shown.name = words.name(entry);
    if (change.before) shown.before = words.whole(*change.before);
    if (change.after) shown.after = words.whole(*change.after);
    shown.imported = change.run.has_value();
    shown.takes_back = change.takes_back;
    shown.taken_back = change.taken_back;
    answer.changes.push_back(std::move(shown));
  }
  return answer;
}

/// The names as they would be with these changes taken back, newest first; the name of one that was changed since.
Result<std::vector<KeptName>> without(std::vector<KeptName> names, const std::vector<KeptChange>& changes,
                                      const OwnWords& words, std::vector<std::string>& troubles, Language language) {
  for (const KeptChange& change : changes) {
    const auto here = std::ranges::find(names, change.entry, &KeptName::id);
    const auto stands = here == names.end() ? std::nullopt : std::optional{here->content};
    if (stands != change.after) {
      troubles.push_back(texts(language)("trouble.changed_since", words.name(change.after.value_or(*change.before))));
      continue;
    }
    if (here != names.end()) names.erase(here);
    if (change.before) names.push_back({change.entry, *change.before});
  }
  std::ranges::sort(names, {}, &KeptName::id);
  return names;
}

Result<TakeBackAnswer> take_back(const TakeBackRequest& asked, Context& context, const Desk& desk) {
  store::WriteTransaction& write = context.work.write();
  const auto taxonomy = TRY(desk.taxonomy());
  const KeptChange change = TRY(kept_change(write, asked.change));
  std::vector<KeptChange> changes{change};
  if (asked.whole_import && change.run) changes = TRY(changes_of_run(write, *change.run));
  const std::vector<KeptName> before = TRY(kept_names(write));
  const OwnWords words{*taxonomy, before, context.language};
  TakeBackAnswer answer;
  const std::vector<KeptName> after = TRY(without(before, changes, words, answer.troubles, context.language));
  std::set<OwnNameId> touched;
  for (const KeptChange& one : changes) touched.insert(one.entry);
  if (answer.troubles.empty()) answer.troubles = new_troubles(*taxonomy, before, after, touched, context.language);
  if (!answer.troubles.empty()) {
    context.work.is_a(ledger::Kind::read);
    return answer;
  }
  for (const KeptChange& one : changes) {
    Changing how = by(context);
    how.undoes = one.id;
    TRY(change_name(write, one.entry, one.before, how));
  }
  context.work.remember("change", Json(to_string(asked.change)));
  answer.taken_back = true;
  answer.changes = changes.size();
  return answer;
}

}  // namespace

void add_own_rows(std::vector<Operation>& rows, const Desk& desk) {
  rows.push_back({
      .name = "skills.own_names",
      .title = {"Eigen namen", "Own names"},
      .purpose = {"Toont de vaardigheden, functies en synoniemen die de organisatie zelf toevoegde.",
                  "Shows the skills, positions and synonyms that the organisation added itself."},
      .may = every_role(),
      .stored = Stored::reads,
      .command = "skills own",
      .handler = handler(list_own_names, desk),
  });
  rows.push_back({
      .name = "skills.put_own_name",
      .title = {"Een eigen naam vastleggen", "Save an own name"},
      .purpose = {"Voegt een eigen vaardigheid, functie of synoniem toe, of wijzigt die; zegt wat er niet klopt.",
                  "Adds an own skill, position or synonym, or changes it; says what is not right."},
      .effect = Effect::acts,
      .may = kEditors,
      .stored = Stored::writes,
      .command = "skills put",
      .handler = handler(put_own_name, desk),
  });
  rows.push_back({
      .name = "skills.remove_own_name",
      .title = {"Een eigen naam weghalen", "Remove an own name"},
      .purpose = {"Haalt een eigen naam weg, als niets anders erop leunt.",
                  "Removes an own name, when nothing else leans on it."},
      .effect = Effect::acts,
      .may = kEditors,
      .stored = Stored::writes,
      .command = "skills remove",
      .given = {"entry"},
      .handler = handler(remove_own_name, desk),
  });
  rows.push_back({
      .name = "skills.own_changes",
      .title = {"Wijzigingen van eigen namen", "Changes of own names"},
      .purpose = {"Toont wie wanneer welke eigen naam wijzigde.", "Shows who changed which own name when."},
      .reads = {Data::accounts},
      .may = {Role::hr_adviser, Role::recruiter, Role::works_council, Role::data_protection_officer},
      .stored = Stored::reads,
      .command = "skills changes",
      .handler = handler(list_changes, desk),
  });
  rows.push_back({
      .name = "skills.take_back",
      .title = {"Een wijziging terugnemen", "Take a change back"},
      .purpose = {"Zet terug wat voor een wijziging, of voor een heel bestand, stond.",
                  "Puts back what stood before a change, or before a whole file."},
      .effect = Effect::acts,
      .may = kEditors,
      .stored = Stored::writes,
      .command = "skills take-back",
      .given = {"change"},
      .handler = handler(take_back, desk),
  });
}

}  // namespace collega::skills_desk
