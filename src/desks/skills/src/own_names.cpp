#include "own_names.h"

#include <algorithm>

#include "catalogue.h"
#include "collega/base/json.h"
#include "collega/base/utf8.h"
#include "collega/skills_desk/skills_desk.h"

namespace collega::skills_desk {
namespace {

Result<OwnEntry> read_entry(std::string_view content) { return from_json<OwnEntry>(TRY(parse_json(content))); }

Result<std::optional<OwnEntry>> read_entry(const std::optional<std::string>& content) {
  if (!content) return std::optional<OwnEntry>{};
  return std::optional<OwnEntry>{TRY(read_entry(std::string_view{*content}))};
}

std::string written(const OwnEntry& entry) { return to_text(to_json(entry)); }

std::string id_in(std::string_view concept_name) {
  return std::string{concept_name.substr(concept_name.rfind('/') + 1)};
}

constexpr std::string_view kChangeColumns =
    "select c.id, c.entry, c.at, c.account, c.before_content, c.after_content, c.run, c.undoes, "
    "(select max(u.id) from skills_change u where u.undoes = c.id) from skills_change c ";

Result<KeptChange> read_change(const store::Rows& rows) {
  KeptChange change;
  change.id = rows.get<ChangeId>(0);
  change.entry = rows.get<OwnNameId>(1);
  change.at = rows.get<Moment>(2);
  change.account = rows.get<identity::AccountId>(3);
  change.before = TRY(read_entry(rows.get<std::optional<std::string>>(4)));
  change.after = TRY(read_entry(rows.get<std::optional<std::string>>(5)));
  change.run = rows.get<std::optional<std::int64_t>>(6);
  change.takes_back = !rows.is_null(7);
  change.taken_back = !rows.is_null(8);
  return change;
}

Result<std::vector<KeptChange>> read_changes(store::Rows rows) {
  std::vector<KeptChange> all;
  while (TRY(rows.next())) all.push_back(TRY(read_change(rows)));
  return all;
}

// Where each entry stands in the extension that is made of all.
struct Places {
  std::vector<std::size_t> concepts, synonyms;
};

Places places_in(const std::vector<KeptName>& names) {
  Places places;
  for (std::size_t i = 0; i < names.size(); ++i)
    (names[i].content.kind == OwnKind::synonym ? places.synonyms : places.concepts).push_back(i);
  return places;
}

}  // namespace

Result<std::vector<KeptName>> kept_names(store::ReadTransaction& read) {
  store::Rows rows = TRY(read.query("select id, content from skills_own order by id"));
  std::vector<KeptName> all;
  while (TRY(rows.next())) {
    OwnEntry content = TRY(read_entry(rows.view(1)));
    all.push_back({rows.get<OwnNameId>(0), std::move(content)});
  }
  return all;
}

Result<OwnNameId> change_name(store::WriteTransaction& write, std::optional<OwnNameId> id,
                              const std::optional<OwnEntry>& content, const Changing& how) {
  const OwnNameId entry = id ? *id : write.new_id<OwnNameId>();
  const auto before = TRY(write.first<std::string>("select content from skills_own where id = ?", entry));
  const auto after = content ? std::optional{written(*content)} : std::nullopt;
  if (before == after) return entry;
  if (!after) {
    TRY(write.execute("delete from skills_own where id = ?", entry));
  } else if (before) {
    TRY(write.execute("update skills_own set content = ? where id = ?", *after, entry));
  } else {
    TRY(write.execute("insert into skills_own (id, content) values (?, ?)", entry, *after));
  }
  TRY(write.execute(
      "insert into skills_change (id, entry, at, account, before_content, after_content, run, undoes) values "
      "(?, ?, ?, ?, ?, ?, ?, ?)",
      write.new_id<ChangeId>(), entry, how.at, how.account, before, after, how.run, how.undoes));
  return entry;
}

Result<std::vector<KeptChange>> kept_changes(store::ReadTransaction& read, std::optional<ChangeId> after, int most) {
  const std::string columns{kChangeColumns};
  if (after) return read_changes(TRY(read.query(columns + "where c.id < ? order by c.id desc limit ?", *after, most)));
  return read_changes(TRY(read.query(columns + "order by c.id desc limit ?", most)));
}

Result<KeptChange> kept_change(store::ReadTransaction& read, ChangeId change) {
  store::Rows rows = TRY(read.query(std::string{kChangeColumns} + "where c.id = ?", change));
  if (!TRY(rows.next())) return Error{ErrorCode::unknown_value, to_string(change)};
  return read_change(rows);
}

Result<std::vector<KeptChange>> changes_of_run(store::ReadTransaction& read, std::int64_t run) {
  return read_changes(TRY(read.query(std::string{kChangeColumns} + "where c.run = ? order by c.id desc", run)));
}

skills::Extension extension_of(const std::vector<KeptName>& names) {
  skills::Extension extension;
  for (const KeptName& name : names) {
    const OwnEntry& own = name.content;
    if (own.kind == OwnKind::synonym) {
      extension.synonyms.push_back({own.concept_name, own.language, own.text, own.shared});
      continue;
    }
    const auto kind = own.kind == OwnKind::skill ? skills::ConceptKind::skill : skills::ConceptKind::occupation;
    extension.concepts.push_back({kind, id_in(own.concept_name), own.nl, own.en, own.also_nl, own.also_en, own.broader,
                                  own.essential, own.optional});
  }
  return extension;
}

std::vector<std::vector<skills::ExtensionTrouble>> troubles_of(const skills::Taxonomy& taxonomy,
                                                               const std::vector<KeptName>& names) {
  const Places places = places_in(names);
  std::vector<std::vector<skills::ExtensionTrouble>> all(names.size());
  for (skills::ExtensionTrouble& one : skills::troubles_in(taxonomy, extension_of(names))) {
    const std::size_t place = one.of_synonym ? places.synonyms[one.index] : places.concepts[one.index];
    all[place].push_back(std::move(one));
  }
  return all;
}

std::string new_concept_name(const OwnEntry& entry, const std::vector<KeptName>& names) {
  std::string id{kOwn};
  for (const char c : fold(entry.nl.empty() ? entry.en : entry.nl)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (plain) {
      id += c;
    } else if (id.back() != '-') {
      id += '-';
    }
  }
  if (id.back() == '-') id += 'x';
  const std::string first = (entry.kind == OwnKind::skill ? "skill/" : "occupation/") + id;
  std::string made = first;
  const auto is_taken = [&](const KeptName& name) { return name.content.concept_name == made; };
  for (int again = 2; std::ranges::any_of(names, is_taken); ++again) made = first + '-' + std::to_string(again);
  return made;
}

Result<std::int64_t> own_names_revision(store::ReadTransaction& read) {
  return TRY(read.first<std::optional<std::int64_t>>("select max(id) from skills_change"))
      .value_or(std::nullopt)
      .value_or(0);
}

Result<skills::Extension> own_names(store::ReadTransaction& read) {
  skills::Extension extension = extension_of(TRY(kept_names(read)));
  extension.version =
      "own " + std::to_string(TRY(read.first<std::int64_t>("select count(*) from skills_change")).value_or(0));
  return extension;
}

}  // namespace collega::skills_desk
