#include <algorithm>
#include <random>

#include "collega/base/error.h"
#include "collega/base/utf8.h"
#include "collega/language/identify.h"
#include "collega/people/find.h"
#include "papers.h"
#include "requirements.h"
#include "rows.h"
#include "troubled_files.h"
#include "vacancy_shown.h"

namespace collega::hiring {
namespace {

using namespace operations;

constexpr std::size_t kLongestTitle = 300;
constexpr std::size_t kLongestText = 200'000;

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

Result<Done> check_title(const std::string& title) {
  if (is_blank(title)) return Error{ErrorCode::missing_member, "title"};
  if (title.size() > kLongestTitle) return Error{ErrorCode::out_of_range, "title"};
  if (!is_valid_utf8(title)) return Error{ErrorCode::bad_utf8, "title"};
  return Done{};
}

Result<Done> check_text(const std::string& text) {
  if (is_blank(text)) return Error{ErrorCode::missing_member, "text"};
  if (text.size() > kLongestText) return Error{ErrorCode::out_of_range, "text"};
  if (!is_valid_utf8(text)) return Error{ErrorCode::bad_utf8, "text"};
  return Done{};
}

Language language_of(const std::string& text, Language otherwise) {
  return language_named(language::identify(text).code).value_or(otherwise);
}

Result<people::UnitId> unit_coded(store::ReadTransaction& read, const std::string& code) {
  const std::optional<people::UnitId> unit = TRY(people::unit_coded(read, code));
  if (!unit) return Error{ErrorCode::unknown_unit, code};
  return *unit;
}

Result<VacancyReadingAnswer> read_vacancy(const ReadVacancyRequest& asked, Context& context, const Tools& tools) {
  if (asked.file.has_value() == asked.text.has_value()) return Error{ErrorCode::missing_member, "file"};
  std::string text;
  std::string title;
  if (asked.file) {
    const documents::Document document = TRY(tools.reader().read(*asked.file));
    text = marked_text(document);
    title = document.title;
  } else {
    text = *asked.text;
  }
  TRY(check_text(text));
  VacancyReadingAnswer answer = read_requirements(text, *TRY(tools.finder()), language_of(text, context.language));
  if (!title.empty()) answer.title = title;
  return answer;
}

/// A new vacancy of a recruiter for a part of the organisation must be one that they see.
Result<Done> check_seen(Context& context, const KeptVacancy& vacancy, const std::optional<std::string>& unit) {
  const Sight sight = TRY(sight_of(context));
  if (sight.everything || !vacancy.unit || std::ranges::count(sight.units, *vacancy.unit) > 0) return Done{};
  return Error{ErrorCode::unknown_unit, unit.value_or("")};
}

Result<Done> place(Context& context, KeptVacancy& vacancy, const std::optional<std::string>& unit,
                   const std::optional<std::string>& manager) {
  store::ReadTransaction& read = context.work.read();
  if (unit) {
    vacancy.unit = unit->empty() ? std::optional<people::UnitId>{} : TRY(unit_coded(read, *unit));
    TRY(check_seen(context, vacancy, unit));
  }
  if (manager) {
    vacancy.manager = manager->empty() ? std::optional<people::PersonId>{} : TRY(people::find_person(read, *manager));
  }
  return Done{};
}

Result<ShownVacancy> add_vacancy(const AddVacancyRequest& asked, Context& context) {
  TRY(check_title(asked.title));
  TRY(check_text(asked.text));
  KeptVacancy vacancy;
  vacancy.title = asked.title;
  vacancy.text = asked.text;
  vacancy.language = language_of(asked.text, context.language);
  vacancy.owner = context.asker.account;
  vacancy.seed = std::random_device{}();
  vacancy.made_at = context.records->clock();
  TRY(place(context, vacancy, asked.unit, asked.manager));
  const VacancyId id = TRY(insert_vacancy(context.work.write(), vacancy));
  context.work.remember("vacancy", Json(to_string(id)));
  return shown_vacancy(context, id);
}

Result<VacancyList> vacancies(const ListVacanciesRequest& asked, Context& context) {
  const Sight sight = TRY(sight_of(context));
  const std::vector<KeptVacancy> found =
      TRY(list_vacancies(context.work.read(), sight, {asked.text, asked.state, asked.after, asked.limit}));
  VacancyList list;
  for (const KeptVacancy& one : found) list.vacancies.push_back(TRY(vacancy_row(context, one)));
  if (found.size() == static_cast<std::size_t>(asked.limit)) list.next = found.back().id;
  return list;
}

Result<ShownVacancy> vacancy(const VacancyRequest& asked, Context& context) {
  TRY(seen_vacancy(context, asked.vacancy));
  return shown_vacancy(context, asked.vacancy);
}

Result<ShownVacancy> change_vacancy(const ChangeVacancyRequest& asked, Context& context) {
  KeptVacancy kept = TRY(vacancy_to_change(context, asked.vacancy, asked.version));
  if (asked.title) {
    TRY(check_title(*asked.title));
    kept.title = *asked.title;
  }
  if (asked.text && *asked.text != kept.text) {
    // The sentences of frozen requirements stand in this text.
    if (kept.round > 0) return Error{ErrorCode::requirements_frozen, "text"};
    TRY(check_text(*asked.text));
    kept.text = *asked.text;
    kept.language = language_of(kept.text, kept.language);
    TRY(context.work.write().execute(
        "update hiring_requirement set quote = null, quote_start = null, quote_end = null where vacancy = ?", kept.id));
  }
  TRY(place(context, kept, asked.unit, asked.manager));
  if (asked.order) kept.ordering = *asked.order;
  TRY(update_vacancy(context.work.write(), kept));
  return shown_vacancy(context, kept.id);
}

Result<VacancyReadingAnswer> propose_requirements(const VacancyRequest& asked, Context& context, const Tools& tools) {
  const KeptVacancy kept = TRY(seen_vacancy(context, asked.vacancy));
  VacancyReadingAnswer answer = read_requirements(kept.text, *TRY(tools.finder()), kept.language);
  answer.title = kept.title;
  return answer;
}

Result<Done> begin_round(Context& context, VacancyId vacancy, int round, const std::string& reason) {
  TRY(context.work.write().execute(
      "insert into hiring_round (vacancy, round, account, at, reason) values (?, ?, ?, ?, ?)", vacancy, round,
      context.asker.account, context.records->clock(), reason));
  context.work.remember("round", Json(round));
  return context.tell(kRequirementsChanged, JsonObject{{"vacancy", to_string(vacancy)}});
}

Result<ShownVacancy> set_requirements(const SetRequirementsRequest& asked, Context& context, const Tools& tools) {
  KeptVacancy kept = TRY(vacancy_to_change(context, asked.vacancy, asked.version));
  const bool is_later = kept.round > 0;
  if (is_later && is_blank(asked.reason.value_or(""))) return Error{ErrorCode::reason_missing, "reason"};
  if (is_later && asked.requirements.empty()) return Error{ErrorCode::requirements_none, kept.title};
  const int round = is_later ? kept.round + 1 : 0;
  const bool changed =
      TRY(put_requirements(context.work.write(), kept, round, asked.requirements, *TRY(tools.finder())));
  if (is_later && changed) {
    TRY(begin_round(context, kept.id, round, *asked.reason));
    kept.round = round;
  }
  TRY(update_vacancy(context.work.write(), kept));
  return shown_vacancy(context, kept.id);
}

Result<ShownVacancy> freeze_requirements(const VacancyStepRequest& asked, Context& context) {
  KeptVacancy kept = TRY(vacancy_to_change(context, asked.vacancy, asked.version));
  if (kept.round > 0) return Error{ErrorCode::requirements_frozen, kept.title};
  if (TRY(requirements_of(context.work.write(), kept.id)).empty())
    return Error{ErrorCode::requirements_none, kept.title};
  TRY(freeze_draft(context.work.write(), kept.id));
  TRY(begin_round(context, kept.id, 1, ""));
  kept.round = 1;
  kept.state = VacancyState::open;
  TRY(update_vacancy(context.work.write(), kept));
  return shown_vacancy(context, kept.id);
}

/// Nobody decides on them any more, so they wait for nobody.
Result<Done> withdraw_open_proposals(Context& context, VacancyId vacancy) {
  store::WriteTransaction& write = context.work.write();
  std::vector<ProposalId> open;
  {
    store::Rows rows =
        TRY(write.query("select proposal from hiring_application where vacancy = ? and proposal is not null", vacancy));
    while (TRY(rows.next())) open.push_back(rows.get<ProposalId>(0));
  }
  for (const ProposalId proposal : open) TRY(withdraw_proposal(write, proposal, context.records->clock()));
  return Done{};
}

Result<ShownVacancy> close_vacancy(const CloseVacancyRequest& asked, Context& context) {
  KeptVacancy kept = TRY(vacancy_to_change(context, asked.vacancy, asked.version));
  const Date on = asked.on.value_or(context.today);
  if (on > context.today) return Error{ErrorCode::out_of_range, "on"};
  kept.closed_on = on;
  kept.state = VacancyState::closed;
  TRY(update_vacancy(context.work.write(), kept));
  TRY(context.work.write().execute("update hiring_application set ended_on = ? where vacancy = ? and ended_on is null",
                                   on, kept.id));
  TRY(withdraw_open_proposals(context, kept.id));
  TRY(forget_troubles(context.work.write(), kept.id));
  return shown_vacancy(context, kept.id);
}

}  // namespace

void add_vacancy_rows(std::vector<Operation>& rows, const Tools& tools) {
  rows.push_back({
      .name = "hiring.read_vacancy",
      .title = {"Een vacature lezen", "Read a vacancy"},
      .purpose = {"Geeft de tekst van een vacature en de criteria die erin staan, elk met zijn zin; bewaart niets.",
                  "Gives the text of a vacancy and the requirements in it, each with its sentence; keeps nothing."},
      .reads = {Data::given_files, Data::given_text},
      .may = kRecruiters,
      .handler = handler(read_vacancy, tools),
  });
  rows.push_back({
      .name = "hiring.add_vacancy",
      .title = {"Een vacature toevoegen", "Add a vacancy"},
      .purpose = {"Bewaart een vacature, als concept.", "Keeps a vacancy, as a draft."},
      .effect = Effect::acts,
      .reads = kReadsVacancies,
      .may = kRecruiters,
      .stored = Stored::writes,
      .handler = handler<AddVacancyRequest, ShownVacancy>(add_vacancy),
  });
  rows.push_back({
      .name = "hiring.vacancies",
      .title = {"Vacatures", "Vacancies"},
      .purpose = {"Toont de vacatures die u aangaan.", "Shows the vacancies that concern you."},
      .reads = kReadsVacancies,
      .may = kReaders,
      .stored = Stored::reads,
      .handler = handler<ListVacanciesRequest, VacancyList>(vacancies),
  });
  rows.push_back({
      .name = "hiring.vacancy",
      .title = {"Een vacature", "A vacancy"},
      .purpose = {"Toont een vacature met haar criteria en hoe ver de procedure is.",
                  "Shows a vacancy with its requirements and how far the procedure is."},
      .reads = kReadsVacancies,
      .may = kReaders,
      .stored = Stored::reads,
      .given = {"vacancy"},
      .handler = handler<VacancyRequest, ShownVacancy>(vacancy),
  });
  rows.push_back({
      .name = "hiring.change_vacancy",
      .title = {"Een vacature wijzigen", "Change a vacancy"},
      .purpose = {"Wijzigt titel, tekst, afdeling, leidinggevende of volgorde.",
                  "Changes title, text, unit, hiring manager or order."},
      .effect = Effect::acts,
      .reads = kReadsVacancies,
      .may = kRecruiters,
      .stored = Stored::writes,
      .given = {"vacancy"},
      .handler = handler<ChangeVacancyRequest, ShownVacancy>(change_vacancy),
  });
  rows.push_back({
      .name = "hiring.propose_requirements",
      .title = {"Criteria uit de vacature halen", "Take requirements from the vacancy"},
      .purpose = {"Stelt criteria voor met de zin waar zij uit komen; een mens corrigeert ze en stelt ze vast.",
                  "Proposes requirements with the sentence that they come from; a person corrects and freezes them."},
      .reads = kReadsVacancies,
      .may = kRecruiters,
      .stored = Stored::reads,
      .given = {"vacancy"},
      .handler = handler(propose_requirements, tools),
  });
  rows.push_back({
      .name = "hiring.set_requirements",
      .title = {"Criteria opstellen", "Write the requirements"},
      .purpose = {"Bewaart de criteria; na de vaststelling is het een latere wijziging, met een reden.",
                  "Keeps the requirements; after the freeze it is a later change, with a reason."},
      .effect = Effect::acts,
      .reads = kReadsVacancies,
      .may = kRecruiters,
      .stored = Stored::writes,
      .given = {"vacancy"},
      .handler = handler(set_requirements, tools),
  });
  rows.push_back({
      .name = "hiring.freeze_requirements",
      .title = {"Criteria vaststellen", "Freeze the requirements"},
      .purpose = {"Stelt de criteria vast, met een datum, voordat de eerste papieren opengaan.",
                  "Freezes the requirements, with a date, before the first papers open."},
      .effect = Effect::acts,
      .reads = kReadsVacancies,
      .may = kRecruiters,
      .stored = Stored::writes,
      .given = {"vacancy"},
      .handler = handler<VacancyStepRequest, ShownVacancy>(freeze_requirements),
  });
  rows.push_back({
      .name = "hiring.close_vacancy",
      .title = {"Een procedure afsluiten", "Close a procedure"},
      .purpose = {"Sluit de procedure af; vanaf dan lopen de bewaartermijnen van de sollicitanten.",
                  "Closes the procedure; from then on the periods of retention of its applicants run."},
      .effect = Effect::acts,
      .reads = {Data::candidate_papers, Data::accounts, Data::people, Data::proposals},
      .may = kRecruiters,
      .stored = Stored::writes,
      .given = {"vacancy"},
      .handler = handler<CloseVacancyRequest, ShownVacancy>(close_vacancy),
  });
}

}  // namespace collega::hiring
