// Papers that come in, many at once. Each file has an outcome of its own, and is kept and matched before the next is
// read, so that whoever watches sees the first candidates while the last ones wait.

#include <algorithm>
#include <filesystem>
#include <map>

#include "blind.h"
#include "candidates.h"
#include "collega/base/error.h"
#include "collega/base/utf8.h"
#include "collega/ledger/ledger.h"
#include "intake_types.h"
#include "papers.h"
#include "read_ahead.h"
#include "rows.h"
#include "troubled_files.h"

namespace collega::hiring {
namespace {

using namespace operations;

std::string file_name_of(const std::string& path) { return std::filesystem::path{path}.filename().string(); }

bool holds_file_called(const std::vector<std::string>& files, const std::string& name) {
  return std::ranges::any_of(files, [&](const std::string& file) { return file_name_of(file) == name; });
}

/// Files of one candidate by their names, in the order in which each first came. Two files of the very same name came
/// from two places, and may be of two people.
std::vector<std::vector<std::string>> by_candidate(const std::vector<std::string>& files) {
  std::vector<std::vector<std::string>> all;
  std::map<std::string, std::size_t> known;
  for (const std::string& file : files) {
    const std::string name = file_name_of(file);
    const std::string whose = whose_file(name);
    const auto place = whose.empty() ? known.end() : known.find(whose);
    if (place != known.end() && !holds_file_called(all[place->second], name)) {
      all[place->second].push_back(file);
      continue;
    }
    if (!whose.empty()) known[whose] = all.size();
    all.push_back({file});
  }
  return all;
}

class Intake {
 public:
  Intake(const KeptVacancy& vacancy, Context& context, const std::vector<std::string>& files)
      : vacancy_(vacancy), context_(context), files_(files) {}

  /// All groups, in their order; the next ones are read while one is kept and matched.
  Result<Done> take(const std::vector<std::vector<std::string>>& groups) {
    is_of_one_ = groups.size() == 1;
    ReadAhead reading(groups);
    for (const std::vector<std::string>& files : groups) {
      if (context_.stop_asked()) return Error{ErrorCode::job_stopped};
      context_.progress({done_, files_.size(), vacancy_.names_hidden() ? "" : file_name_of(files.front())});
      TRY(take_one(reading.next()));
      done_ += files.size();
    }
    return Done{};
  }

  AddCandidatesAnswer finish() {
    context_.progress({files_.size(), files_.size(), ""});
    return std::move(answer_);
  }

 private:
  Result<Done> take_one(std::vector<ReadFile> files) {
    std::vector<NewPaper> papers;
    std::vector<std::string> paths;
    for (ReadFile& file : files) {
      if (file.paper) {
        papers.push_back(std::move(file.paper).value());
        paths.push_back(file.path);
      } else {
        TRY(refuse(file.path, file.paper.error()));
      }
    }
    if (papers.empty()) return Done{};
    const std::optional<ApplicationId> application = TRY(keep(papers, paths));
    if (application) TRY(match(*application));
    return Done{};
  }

  /// While names are hidden, whoever drops many files is not told which code is whose: the files have names, and an
  /// order. Of one candidate alone there is nothing to hide by that.
  void tell(const std::string& path, AddedFile file) {
    file.number = 1 + (std::ranges::find(files_, path) - files_.begin());
    if (!vacancy_.names_hidden() || file.outcome == FileOutcome::unreadable) file.file = path;
    if (vacancy_.names_hidden() && !is_of_one_) {
      file.code = {};
      file.application = {};
    }
    context_.part(to_json(file));
    answer_.files.push_back(std::move(file));
  }

  Result<Done> refuse(const std::string& path, const Error& error) {
    ++answer_.unreadable;
    store::WriteTransaction write = TRY(context_.records->store.write());
    TRY(keep_trouble(write, vacancy_.id, {FileOutcome::unreadable, file_name_of(path), error.code, {}},
                     context_.asker.account, context_.records->clock()));
    TRY(write.commit());
    AddedFile told;
    told.outcome = FileOutcome::unreadable;
    told.reason = std::string{message_of(error.code, context_.language)};
    tell(path, std::move(told));
    return Done{};
  }

  /// In a transaction of its own; gives whom to match: nobody when all of it was there and lies beside the
  /// requirements.
  Result<std::optional<ApplicationId>> keep(const std::vector<NewPaper>& papers,
                                            const std::vector<std::string>& paths) {
    store::WriteTransaction write = TRY(context_.records->store.write());
    const Moment now = context_.records->clock();
    const std::string name = name_in(papers);
    std::optional<KeptApplication> application;
    std::vector<AddedFile> told;
    std::int64_t fresh = 0;
    for (std::size_t i = 0; i < papers.size(); ++i) {
      const std::optional<CandidateId> known = TRY(candidate_known_by(write, papers[i], name));
      const std::optional<KeptApplication> there = known ? TRY(application_of(write, *known)) : std::nullopt;
      if (there) {
        told.push_back({0, {}, FileOutcome::duplicate, there->code, there->id, {}});
        TRY(keep_trouble(write, vacancy_.id, {FileOutcome::duplicate, file_name_of(paths[i]), {}, there->id},
                         context_.asker.account, now));
        application = application ? application : there;
        continue;
      }
      const bool is_new = !application;
      if (is_new) application = TRY(begin(write, known, name));
      fresh += is_new ? 1 : 0;
      if (!known) TRY(insert_paper(write, application->candidate, papers[i], now));
      const FileOutcome outcome = is_new ? FileOutcome::read : FileOutcome::added;
      told.push_back({0, {}, outcome, application->code, application->id, {}});
      TRY(forget_trouble(write, vacancy_.id, {file_name_of(paths[i])}));
    }
    const bool all_there =
        std::ranges::all_of(told, [](const AddedFile& one) { return one.outcome == FileOutcome::duplicate; });
    if (!all_there) TRY(remember(write, *application));
    TRY(write.commit());
    answer_.candidates += fresh;
    for (std::size_t i = 0; i < told.size(); ++i) {
      answer_.duplicates += told[i].outcome == FileOutcome::duplicate ? 1 : 0;
      tell(paths[i], std::move(told[i]));
    }
    // A job that was cut off begins anew, and then all of it is there.
    const bool is_done = all_there && application->is_fresh(vacancy_);
    return is_done ? std::nullopt : std::optional{application->id};
  }

  static std::string name_in(const std::vector<NewPaper>& papers) {
    std::vector<documents::Document> documents;
    for (const NewPaper& paper : papers) documents.push_back(paper.document);
    return name_of_candidate(documents);
  }

  /// The same letter may be written by two people: who calls themselves otherwise is another.
  static Result<std::optional<CandidateId>> candidate_known_by(store::ReadTransaction& read, const NewPaper& paper,
                                                               const std::string& name) {
    const std::optional<CandidateId> known = TRY(candidate_with(read, paper));
    if (!known) return known;
    const std::string called = TRY(candidate_called(read, *known));
    const bool is_another = !called.empty() && !name.empty() && fold(called) != fold(name);
    return is_another ? std::optional<CandidateId>{} : known;
  }

  Result<std::optional<KeptApplication>> application_of(store::ReadTransaction& read, CandidateId candidate) {
    const auto id = TRY(read.first<ApplicationId>(
        "select id from hiring_application where vacancy = ? and candidate = ?", vacancy_.id, candidate));
    if (!id) return std::optional<KeptApplication>{};
    return std::optional{TRY(kept_application(read, *id))};
  }

  Result<KeptApplication> begin(store::WriteTransaction& write, std::optional<CandidateId> known,
                                const std::string& name) {
    const Moment now = context_.records->clock();
    const CandidateId candidate = known ? *known : TRY(insert_candidate(write, name, now));
    KeptApplication application = TRY(insert_application(write, vacancy_, candidate, now));
    TRY(put_stage(write, application.id, Stage::received, context_.asker.account, now));
    return application;
  }

  /// The runner's own entry follows when all are in; each candidate stands in the ledger from the start.
  Result<Done> remember(store::WriteTransaction& write, const KeptApplication& application) {
    const ledger::Entry entry{.kind = ledger::Kind::act,
                              .actor = context_.actor(),
                              .operation = "hiring.add_candidates",
                              .about = {application.candidate.number},
                              .details = {{"vacancy", to_string(vacancy_.id)}}};
    TRY(ledger::append(write, context_.records->writer, entry, context_.records->clock()));
    return Done{};
  }

  /// Papers are taken in also where they may not be matched; why not is said once.
  Result<Done> match(ApplicationId application) {
    if (vacancy_.round == 0 || answer_.not_matched) return Done{};
    const Result<Json> matched = context_.ask("hiring.match", JsonObject{{"application", to_string(application)}});
    if (!matched) answer_.not_matched = describe(matched.error(), context_.language);
    return Done{};
  }

  const KeptVacancy& vacancy_;
  Context& context_;
  const std::vector<std::string>& files_;
  std::size_t done_ = 0;
  bool is_of_one_ = false;
  AddCandidatesAnswer answer_;
};

Result<KeptVacancy> vacancy_asked(Context& context, VacancyId id) {
  context.work = Work{TRY(context.records->store.read())};
  KeptVacancy vacancy = TRY(open_vacancy(context, id));
  context.work = Work{};
  return vacancy;
}

Result<AddCandidatesAnswer> add_candidates(const AddCandidatesRequest& asked, Context& context) {
  if (asked.files.empty()) return Error{ErrorCode::no_candidates, "files"};
  const KeptVacancy vacancy = TRY(vacancy_asked(context, asked.vacancy));
  Intake intake(vacancy, context, asked.files);
  TRY(intake.take(by_candidate(asked.files)));
  context.work.remember("vacancy", Json(to_string(asked.vacancy)));
  return intake.finish();
}

}  // namespace

void add_intake_rows(std::vector<Operation>& rows) {
  rows.push_back({
      .name = "hiring.add_candidates",
      .title = {"Papieren van kandidaten toevoegen", "Add candidates' papers"},
      .purpose = {"Leest veel papieren tegelijk in, herkent dubbele, en zegt van elk bestand wat ermee gebeurde.",
                  "Takes in many papers at once, knows duplicates, and tells of each file what happened to it."},
      .effect = Effect::acts,
      .reads = {Data::given_files, Data::candidate_papers, Data::accounts},
      .may = kRecruiters,
      .stored = Stored::whole,
      .pace = Pace::job,
      .parts = schema_of<AddedFile>(),
      .given = {"vacancy"},
      .handler = handler<AddCandidatesRequest, AddCandidatesAnswer>(add_candidates),
  });
}

}  // namespace collega::hiring
