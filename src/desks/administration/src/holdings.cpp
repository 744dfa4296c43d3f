#include "collega/administration/undo.h"

namespace collega::administration {
namespace {

Result<JsonArray> show_imports(store::ReadTransaction& read, people::PersonId person) {
  store::Rows rows =
      TRY(read.query("select o.source, r.at, r.file_name from import_origin o join import_run r on r.id = o.run"
                     " where o.person = ? order by r.at",
                     person));
  JsonArray shown;
  while (TRY(rows.next())) {
    shown.push_back(
        JsonObject{{"source", rows.view(0)}, {"at", to_string(rows.get<Moment>(1))}, {"file", rows.view(2)}});
  }
  return shown;
}

Result<std::int64_t> erase_imports(store::WriteTransaction& write, people::PersonId person) {
  return write.execute("delete from import_origin where person = ?", person);
}

/// The journal holds nothing that the person did not have in the records before, so the right to see is told of it, not
/// shown it twice.
Result<JsonArray> show_journal(store::ReadTransaction& read, people::PersonId person) {
  store::Rows rows =
      TRY(read.query("select r.at, r.file_name from import_change c join import_run r on r.id = c.run"
                     " where c.entity = ? and c.kind = 'person' order by r.at",
                     person));
  JsonArray shown;
  while (TRY(rows.next())) {
    shown.push_back(JsonObject{{"at", to_string(rows.get<Moment>(0))}, {"file", rows.view(1)}});
  }
  return shown;
}

Result<std::int64_t> erase_journal(store::WriteTransaction& write, people::PersonId person) {
  return write.execute("delete from import_change where entity = ? and kind = 'person'", person);
}

}  // namespace

std::vector<people::Holding> holdings() {
  return {{.kind = "administration.import_journal",
           .title = {"hoe uw gegevens waren vóór een import", "how your records were before an import"},
           .clock = "personnel_file",
           .show = show_journal,
           .erase = erase_journal},
          {.kind = "administration.import",
           .title = {"uit welke bestanden uw gegevens komen", "from which files your records came"},
           .clock = "personnel_file",
           .show = show_imports,
           .erase = erase_imports}};
}

}  // namespace collega::administration
