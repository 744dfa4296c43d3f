#include "collega/people/holdings.h"

#include "library_rows.h"

namespace collega::library {
namespace {

struct PaperKind {
  std::string_view kind;
  std::string_view clock;
  Bilingual title;
};

// The rows of people's table of retention whose event is the end of the employment.
constexpr PaperKind kPapers[] = {
    {"library.personnel_file", "personnel_file", {"Stukken in het personeelsdossier", "Papers in the personnel file"}},
    {"library.wage_tax", "wage_tax", {"Stukken voor de loonheffingen", "Papers for wage tax"}},
    {"library.identity_copy", "identity_copy", {"Kopie van het identiteitsbewijs", "Copy of the identity document"}},
    {"library.payroll", "payroll", {"Stukken van de salarisadministratie", "Papers of payroll"}},
};

Json version_json(const Version& version) {
  return JsonObject{{"file_name", version.file_name},
                    {"begin", to_json(version.begin)},
                    {"end", to_json(version.end)},
                    {"added_at", to_json(version.added_at)},
                    {"withdrawn", version.withdrawn}};
}

Result<std::vector<DocumentId>> papers_about(store::ReadTransaction& read, people::PersonId person,
                                             std::string_view clock) {
  store::Rows rows = TRY(read.query(
      "select id from library_document where person_id = ? and clock = ? order by title_key, id", person, clock));
  std::vector<DocumentId> papers;
  while (TRY(rows.next())) papers.push_back(rows.get<DocumentId>(0));
  return papers;
}

Result<JsonArray> show_papers(store::ReadTransaction& read, people::PersonId person, std::string_view clock) {
  JsonArray items;
  for (const DocumentId paper : TRY(papers_about(read, person, clock))) {
    const Document found = TRY(document(read, paper));
    JsonArray versions;
    for (const Version& version : TRY(versions_of(read, paper))) versions.push_back(version_json(version));
    items.push_back(JsonObject{{"title", found.entry.title},
                               {"kind", name_of(found.entry.kind)},
                               {"made_at", to_json(found.made_at)},
                               {"versions", std::move(versions)}});
  }
  return items;
}

Result<std::int64_t> erase_papers(store::WriteTransaction& write, people::PersonId person, std::string_view clock) {
  const std::vector<DocumentId> papers = TRY(papers_about(write, person, clock));
  for (const DocumentId paper : papers) TRY(remove_document(write, paper));
  return static_cast<std::int64_t>(papers.size());
}

// Of papers about others no title is shown: that would tell of them.
Result<JsonArray> show_readings(store::ReadTransaction& read, people::PersonId person) {
  store::Rows rows = TRY(
      read.query("select d.id, case when d.person_id is null then d.title else '' end from library_reader r"
                 " join library_document d on d.id = r.document_id where r.person_id = ? order by d.title_key, d.id",
                 person));
  JsonArray items;
  while (TRY(rows.next())) {
    JsonObject item{{"document", to_string(rows.get<DocumentId>(0))}};
    if (const std::string title = rows.get<std::string>(1); !title.empty()) item["title"] = title;
    items.push_back(std::move(item));
  }
  return items;
}

Result<std::int64_t> erase_readings(store::WriteTransaction& write, people::PersonId person) {
  return write.execute("delete from library_reader where person_id = ?", person);
}

}  // namespace

std::vector<std::string_view> clocks_of_papers() {
  std::vector<std::string_view> clocks;
  for (const PaperKind& papers : kPapers) clocks.push_back(papers.clock);
  return clocks;
}

std::vector<people::Holding> holdings() {
  std::vector<people::Holding> holdings;
  for (const PaperKind& papers : kPapers) {
    holdings.push_back(
        {.kind = papers.kind,
         .title = papers.title,
         .clock = papers.clock,
         .show = [&papers](store::ReadTransaction& read,
                           people::PersonId person) { return show_papers(read, person, papers.clock); },
         .erase = [&papers](store::WriteTransaction& write,
                            people::PersonId person) { return erase_papers(write, person, papers.clock); }});
  }
  holdings.push_back({.kind = "library.reader",
                      .title = {"Stukken die iemand op naam mag lezen", "Documents that somebody may read by name"},
                      .clock = "personnel_file",
                      .show = show_readings,
                      .erase = erase_readings});
  return holdings;
}

}  // namespace collega::library
