#include "troubled_files.h"

#include <algorithm>

#include "collega/base/error.h"
#include "collega/store/seal.h"
#include "rows.h"

namespace collega::hiring {
namespace {

using namespace operations;

constexpr std::string_view kFileName = "hiring_troubled_file.file_name";

struct KeptTrouble : NewTrouble {
  TroubleId id;
  identity::AccountId account;
  Moment at{};
};

Result<std::vector<KeptTrouble>> troubles_of(store::ReadTransaction& read, VacancyId vacancy) {
  store::Rows rows =
      TRY(read.query("select id, account, at, outcome, file_name, reason, application from hiring_troubled_file where "
                     "vacancy = ? order by id desc",
                     vacancy));
  std::vector<KeptTrouble> all;
  while (TRY(rows.next())) {
    KeptTrouble one;
    one.id = rows.get<TroubleId>(0);
    one.account = rows.get<identity::AccountId>(1);
    one.at = rows.get<Moment>(2);
    one.outcome = rows.get<FileOutcome>(3);
    one.file_name = TRY(read.seal().open(rows.view(4), {kFileName, one.id.number}));
    if (!rows.is_null(5)) one.reason = error_code_named(rows.view(5));
    one.application = rows.get<std::optional<ApplicationId>>(6);
    all.push_back(std::move(one));
  }
  return all;
}

Result<Done> remove(store::WriteTransaction& write, TroubleId trouble) {
  TRY(write.execute("delete from hiring_troubled_file where id = ?", trouble));
  return Done{};
}

/// With names hidden a file's name is shown to whoever gave it alone, and only where it tells no code: they have it
/// already, and must know which file to give again. Beside a code it would say whose that is.
bool shows_name(const KeptTrouble& one, const KeptVacancy& vacancy, const Context& context) {
  if (!vacancy.names_hidden()) return true;
  return one.outcome == FileOutcome::unreadable && one.account == context.asker.account;
}

Result<TroubledFiles> shown_troubles(Context& context, const KeptVacancy& vacancy) {
  store::ReadTransaction& read = context.work.read();
  TroubledFiles shown;
  for (const KeptTrouble& one : TRY(troubles_of(read, vacancy.id))) {
    TroubledFile file;
    file.trouble = one.id;
    file.outcome = one.outcome;
    if (shows_name(one, vacancy, context)) file.file = one.file_name;
    file.by = TRY(account_called(read, one.account));
    file.mine = one.account == context.asker.account;
    file.at = one.at;
    if (one.reason) file.reason = std::string{message_of(*one.reason, context.language)};
    file.application = one.application;
    if (one.application) file.code = TRY(kept_application(read, *one.application)).code;
    shown.files.push_back(std::move(file));
  }
  return shown;
}

Result<TroubledFiles> troubled_files(const VacancyRequest& asked, Context& context) {
  return shown_troubles(context, TRY(seen_vacancy(context, asked.vacancy)));
}

Result<TroubledFiles> put_aside(const PutAsideRequest& asked, Context& context) {
  const KeptVacancy vacancy = TRY(open_vacancy(context, asked.vacancy));
  if (asked.files.empty()) TRY(forget_troubles(context.work.write(), vacancy.id));
  for (const TroubleId file : asked.files) {
    TRY(context.work.write().execute("delete from hiring_troubled_file where id = ? and vacancy = ?", file,
                                     vacancy.id));
  }
  return shown_troubles(context, vacancy);
}

}  // namespace

Result<Done> keep_trouble(store::WriteTransaction& write, VacancyId vacancy, const NewTrouble& trouble,
                          identity::AccountId account, Moment now) {
  for (const KeptTrouble& one : TRY(troubles_of(write, vacancy))) {
    const bool is_same = trouble.application ? one.application == trouble.application
                                             : !one.application && one.file_name == trouble.file_name;
    if (is_same) TRY(remove(write, one.id));
  }
  const auto id = write.new_id<TroubleId>();
  const std::string name = write.seal().close(trouble.file_name, {kFileName, id.number});
  std::optional<std::string> reason;
  if (trouble.reason) reason = std::string{name_of(*trouble.reason)};
  TRY(write.execute(
      "insert into hiring_troubled_file (id, vacancy, account, at, outcome, file_name, reason, application) values (?, "
      "?, ?, ?, ?, ?, ?, ?)",
      id, vacancy, account, now, trouble.outcome, store::Blob{name}, reason, trouble.application));
  return Done{};
}

Result<Done> forget_trouble(store::WriteTransaction& write, VacancyId vacancy,
                            const std::vector<std::string>& file_names) {
  for (const KeptTrouble& one : TRY(troubles_of(write, vacancy))) {
    if (std::ranges::count(file_names, one.file_name) > 0) TRY(remove(write, one.id));
  }
  return Done{};
}

Result<Done> forget_troubles(store::WriteTransaction& write, VacancyId vacancy) {
  TRY(write.execute("delete from hiring_troubled_file where vacancy = ?", vacancy));
  return Done{};
}

void add_troubled_rows(std::vector<Operation>& rows) {
  rows.push_back({
      .name = "hiring.troubled_files",
      .title = {"Bestanden die niemand bekendmaakten", "Files that made nobody known"},
      .purpose = {"Toont welke bestanden niet te lezen waren, en waarom, en welke er al waren.",
                  "Shows which files could not be read, and why, and which were there already."},
      .reads = {Data::candidate_papers, Data::accounts},
      .may = kRecruiters,
      .stored = Stored::reads,
      .given = {"vacancy"},
      .handler = handler<VacancyRequest, TroubledFiles>(troubled_files),
  });
  rows.push_back({
      .name = "hiring.put_files_aside",
      .title = {"Bestanden opzijleggen", "Put files aside"},
      .purpose = {"Haalt bestanden van de lijst van wat niet te lezen was of er al was.",
                  "Takes files off the list of what could not be read or was there already."},
      .effect = Effect::acts,
      .reads = {Data::candidate_papers, Data::accounts},
      .may = kRecruiters,
      .stored = Stored::writes,
      .given = {"vacancy", "files"},
      .handler = handler<PutAsideRequest, TroubledFiles>(put_aside),
  });
}

}  // namespace collega::hiring
