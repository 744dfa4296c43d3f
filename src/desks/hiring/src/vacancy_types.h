#pragma once

// What the operations on vacancies take and give.

#include <optional>
#include <string>
#include <vector>

#include "collega/base/described.h"
#include "collega/base/moment.h"
#include "engine_words.h"
#include "ids.h"

namespace collega::hiring {

/// A requirement as it is proposed or set: `threshold` is years, hours, or a level of education or language.
struct RequirementWords {
  std::string label;
  skills::RequirementKind kind = skills::RequirementKind::must;
  skills::RequirementType type = skills::RequirementType::other;
  std::string threshold;
  std::vector<std::string> alternatives;

  bool operator==(const RequirementWords&) const = default;
};

/// Where the vacancy asks it: code points of its text.
struct Quoted {
  std::optional<std::string> quote;
  std::optional<std::int64_t> quote_start;
  std::optional<std::int64_t> quote_end;
};

struct ProposedRequirement : RequirementWords, Quoted {};
BOOST_DESCRIBE_STRUCT(ProposedRequirement, (),
                      (label, kind, type, threshold, alternatives, quote, quote_start, quote_end))

struct RequirementInput : RequirementWords {
  std::optional<RequirementId> id;
  std::optional<std::int64_t> quote_start;
  std::optional<std::int64_t> quote_end;
};
BOOST_DESCRIBE_STRUCT(RequirementInput, (), (id, label, kind, type, threshold, alternatives, quote_start, quote_end))

struct ShownRequirement : RequirementWords, Quoted {
  RequirementId id;
  double weight = 0;
  int round = 0;
  bool later = false;
};
BOOST_DESCRIBE_STRUCT(ShownRequirement, (),
                      (id, label, kind, type, threshold, alternatives, quote, quote_start, quote_end, weight, round,
                       later))

struct ReadVacancyRequest {
  std::optional<std::string> file;
  std::optional<std::string> text;
};
BOOST_DESCRIBE_STRUCT(ReadVacancyRequest, (), (file, text))

struct VacancyReadingAnswer {
  std::string title;
  std::string text;
  std::vector<ProposedRequirement> requirements;
  std::vector<std::string> unread;
};
BOOST_DESCRIBE_STRUCT(VacancyReadingAnswer, (), (title, text, requirements, unread))

struct AddVacancyRequest {
  std::string title;
  std::string text;
  std::optional<std::string> unit;
  std::optional<std::string> manager;
};
BOOST_DESCRIBE_STRUCT(AddVacancyRequest, (), (title, text, unit, manager))

struct VacancyRequest {
  VacancyId vacancy;
};
BOOST_DESCRIBE_STRUCT(VacancyRequest, (), (vacancy))

struct ListVacanciesRequest {
  std::string text;
  std::optional<VacancyState> state;
  std::optional<VacancyId> after;
  int limit = 50;
};
BOOST_DESCRIBE_STRUCT(ListVacanciesRequest, (), (text, state, after, limit))

struct VacancyRow {
  VacancyId vacancy;
  std::string title;
  std::optional<std::string> unit;
  std::optional<std::string> unit_name;
  std::string owner;
  std::optional<std::string> manager;
  VacancyState state = VacancyState::draft;
  Moment made_at{};
  std::optional<Moment> frozen_at;
  std::optional<Date> closed_on;
  std::optional<Moment> colleagues_since;
  std::int64_t candidates = 0;
  std::int64_t undecided = 0;
};
BOOST_DESCRIBE_STRUCT(VacancyRow, (),
                      (vacancy, title, unit, unit_name, owner, manager, state, made_at, frozen_at, closed_on,
                       colleagues_since, candidates, undecided))

struct VacancyList {
  std::vector<VacancyRow> vacancies;
  std::optional<VacancyId> next;
};
BOOST_DESCRIBE_STRUCT(VacancyList, (), (vacancies, next))

struct ShownRound {
  int round = 1;
  Moment at{};
  std::string by;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ShownRound, (), (round, at, by, reason))

/// A procedure that was closed, and went on.
struct ShownReopening {
  Moment at{};
  std::string by;
  Date closed_on;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ShownReopening, (), (at, by, closed_on, reason))

struct StageCount {
  Stage stage = Stage::received;
  std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(StageCount, (), (stage, count))

struct ShownVacancy {
  VacancyRow row;
  int version = 1;
  std::string text;
  std::vector<ShownRequirement> requirements;
  std::vector<ShownRound> rounds;
  std::vector<ShownReopening> reopenings;
  Ordering order = Ordering::shuffled;
  bool names_hidden = true;
  std::vector<StageCount> stages;
  std::int64_t stale = 0;
  bool may_edit = false;
  bool may_reopen = false;
};
BOOST_DESCRIBE_STRUCT(ShownVacancy, (),
                      (row, version, text, requirements, rounds, reopenings, order, names_hidden, stages, stale,
                       may_edit, may_reopen))

struct ChangeVacancyRequest {
  VacancyId vacancy;
  int version = 1;
  std::optional<std::string> title;
  std::optional<std::string> text;
  std::optional<std::string> unit;
  std::optional<std::string> manager;
  std::optional<Ordering> order;
};
BOOST_DESCRIBE_STRUCT(ChangeVacancyRequest, (), (vacancy, version, title, text, unit, manager, order))

struct SetRequirementsRequest {
  VacancyId vacancy;
  int version = 1;
  std::vector<RequirementInput> requirements;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(SetRequirementsRequest, (), (vacancy, version, requirements, reason))

struct VacancyStepRequest {
  VacancyId vacancy;
  int version = 1;
};
BOOST_DESCRIBE_STRUCT(VacancyStepRequest, (), (vacancy, version))

struct CloseVacancyRequest {
  VacancyId vacancy;
  int version = 1;
  std::optional<Date> on;
};
BOOST_DESCRIBE_STRUCT(CloseVacancyRequest, (), (vacancy, version, on))

/// The members that several types of the desk have.
namespace field {

constexpr Field kVacancy{.name = "vacancy", .meaning = {"nummer van de vacature", "number of the vacancy"}};
constexpr Field kVersion{.name = "version", .meaning = {"de stand die u zag", "the version that you saw"}, .min = 1};
constexpr Field kTitle{.name = "title", .meaning = {"titel", "title"}};
constexpr Field kText{.name = "text", .meaning = {"tekst van de vacature", "text of the vacancy"}};
constexpr Field kUnit{.name = "unit", .meaning = {"code van de afdeling", "code of the unit"}};
constexpr Field kManager{
    .name = "manager",
    .meaning = {"personeelsnummer van de leidinggevende om wie het gaat", "personnel number of the hiring manager"},
    .personal = Personal::ordinary};
constexpr Field kLabel{.name = "label",
                       .meaning = {"het criterium in eigen woorden", "the criterion in your own words"}};
constexpr Field kKind{.name = "kind", .meaning = {"harde eis of wens", "must or wish"}, .has_default = true};
constexpr Field kType{.name = "type", .meaning = {"soort criterium", "kind of criterion"}, .has_default = true};
constexpr Field kThreshold{.name = "threshold",
                           .meaning = {"grens: jaren, uren, een opleidings- of taalniveau; leeg: geen",
                                       "threshold: years, hours, a level of education or language; empty: none"},
                           .has_default = true};
constexpr Field kAlternatives{
    .name = "alternatives", .meaning = {"wat ook voldoet", "what also meets it"}, .has_default = true};
constexpr Field kQuote{.name = "quote", .meaning = {"waar de vacature het vraagt", "where the vacancy asks it"}};
constexpr Field kQuoteStart{.name = "quote_start",
                            .meaning = {"begin daarvan in de tekst", "its start in the text"},
                            .unit = "code points",
                            .min = 0};
constexpr Field kQuoteEnd{.name = "quote_end",
                          .meaning = {"einde daarvan, zelf niet meegerekend", "its end, itself excluded"},
                          .unit = "code points",
                          .min = 0};
constexpr Field kLimit{
    .name = "limit", .meaning = {"hoeveel ten hoogste", "how many at most"}, .min = 1, .max = 200, .has_default = true};
constexpr Field kUnread{.name = "unread",
                        .meaning = {"zinnen die iets vragen wat niet als criterium is gelezen",
                                    "sentences that ask what was not read as a requirement"}};

}  // namespace field

}  // namespace collega::hiring

namespace collega {

template <>
struct FieldTable<hiring::ProposedRequirement> {
  static constexpr Field rows[] = {hiring::field::kLabel,      hiring::field::kKind,         hiring::field::kType,
                                   hiring::field::kThreshold,  hiring::field::kAlternatives, hiring::field::kQuote,
                                   hiring::field::kQuoteStart, hiring::field::kQuoteEnd};
};

template <>
struct FieldTable<hiring::RequirementInput> {
  static constexpr Field rows[] = {
      {.name = "id",
       .meaning = {"welk criterium dit was, als het er al stond", "which requirement it was, if it stood there"}},
      hiring::field::kLabel,
      hiring::field::kKind,
      hiring::field::kType,
      hiring::field::kThreshold,
      hiring::field::kAlternatives,
      hiring::field::kQuoteStart,
      hiring::field::kQuoteEnd,
  };
};

template <>
struct FieldTable<hiring::ShownRequirement> {
  static constexpr Field rows[] = {
      {.name = "id", .meaning = {"nummer van het criterium", "number of the requirement"}},
      hiring::field::kLabel,
      hiring::field::kKind,
      hiring::field::kType,
      hiring::field::kThreshold,
      hiring::field::kAlternatives,
      hiring::field::kQuote,
      hiring::field::kQuoteStart,
      hiring::field::kQuoteEnd,
      {.name = "weight", .meaning = {"gewicht; alle samen 1", "weight; all together 1"}, .min = 0, .max = 1},
      {.name = "round",
       .meaning = {"sinds welke vaststelling; 0: nog niet", "since which freeze; 0: not yet"},
       .min = 0},
      {.name = "later",
       .meaning = {"of het pas na de eerste vaststelling zo kwam te staan", "whether it came after the first freeze"}},
  };
};

template <>
struct FieldTable<hiring::ReadVacancyRequest> {
  static constexpr Field rows[] = {
      {.name = "file", .meaning = {"bestand met de vacature", "file of the vacancy"}, .paper = Paper::given},
      {.name = "text", .meaning = {"of haar tekst", "or its text"}},
  };
};

template <>
struct FieldTable<hiring::VacancyReadingAnswer> {
  static constexpr Field rows[] = {
      hiring::field::kTitle,
      hiring::field::kText,
      {.name = "requirements", .meaning = {"criteria die erin staan", "requirements that stand in it"}},
      hiring::field::kUnread,
  };
};

template <>
struct FieldTable<hiring::AddVacancyRequest> {
  static constexpr Field rows[] = {hiring::field::kTitle, hiring::field::kText, hiring::field::kUnit,
                                   hiring::field::kManager};
};

template <>
struct FieldTable<hiring::VacancyRequest> {
  static constexpr Field rows[] = {hiring::field::kVacancy};
};

template <>
struct FieldTable<hiring::ListVacanciesRequest> {
  static constexpr Field rows[] = {
      {.name = "text", .meaning = {"woorden uit de titel", "words of the title"}, .has_default = true},
      {.name = "state", .meaning = {"alleen in deze stand", "only in this state"}},
      {.name = "after", .meaning = {"`next` van de vorige bladzijde", "`next` of the page before"}},
      hiring::field::kLimit,
  };
};

template <>
struct FieldTable<hiring::VacancyRow> {
  static constexpr Field rows[] = {
      hiring::field::kVacancy,
      hiring::field::kTitle,
      hiring::field::kUnit,
      {.name = "unit_name", .meaning = {"naam van de afdeling", "name of the unit"}},
      {.name = "owner", .meaning = {"wiens vacature het is", "whose vacancy it is"}, .personal = Personal::ordinary},
      {.name = "manager",
       .meaning = {"naam van de leidinggevende", "name of the hiring manager"},
       .personal = Personal::ordinary},
      {.name = "state", .meaning = {"stand van de procedure", "state of the procedure"}},
      {.name = "made_at", .meaning = {"aangemaakt op", "made at"}},
      {.name = "frozen_at", .meaning = {"wanneer de criteria zijn vastgesteld", "when the requirements were frozen"}},
      {.name = "closed_on", .meaning = {"einde van de procedure", "end of the procedure"}},
      {.name = "colleagues_since",
       .meaning = {"sinds wanneer voor collega's open; leeg: niet", "open to colleagues since; empty: it is not"}},
      {.name = "candidates", .meaning = {"aantal kandidaten", "number of candidates"}, .min = 0},
      {.name = "undecided", .meaning = {"over hoeveel nog niet is besloten", "how many are not decided on"}, .min = 0},
  };
};

template <>
struct FieldTable<hiring::VacancyList> {
  static constexpr Field rows[] = {
      {.name = "vacancies", .meaning = {"vacatures op titel", "vacancies by title"}},
      {.name = "next", .meaning = {"waar de volgende bladzijde begint", "where the next page begins"}},
  };
};

template <>
struct FieldTable<hiring::ShownRound> {
  static constexpr Field rows[] = {
      {.name = "round", .meaning = {"hoeveelste vaststelling", "which freeze"}, .min = 1},
      {.name = "at", .meaning = {"wanneer", "when"}},
      {.name = "by", .meaning = {"door wie", "by whom"}, .personal = Personal::ordinary},
      {.name = "reason", .meaning = {"waarom gewijzigd; leeg bij de eerste", "why changed; empty at the first"}},
  };
};

template <>
struct FieldTable<hiring::ShownReopening> {
  static constexpr Field rows[] = {
      {.name = "at", .meaning = {"wanneer", "when"}},
      {.name = "by", .meaning = {"door wie", "by whom"}, .personal = Personal::ordinary},
      {.name = "closed_on", .meaning = {"sinds wanneer zij gesloten was", "since when it had been closed"}},
      {.name = "reason", .meaning = {"waarom zij verderging", "why it went on"}},
  };
};

template <>
struct FieldTable<hiring::StageCount> {
  static constexpr Field rows[] = {
      {.name = "stage", .meaning = {"stap in de procedure", "stage of the procedure"}},
      {.name = "count", .meaning = {"hoeveel kandidaten", "how many candidates"}, .min = 0},
  };
};

template <>
struct FieldTable<hiring::ShownVacancy> {
  static constexpr Field rows[] = {
      {.name = "row", .meaning = {"de vacature zoals in de lijst", "the vacancy as in the list"}},
      {.name = "version",
       .meaning = {"stand, om bij een wijziging mee te sturen", "version, to be sent with a change"},
       .min = 1},
      hiring::field::kText,
      {.name = "requirements", .meaning = {"de criteria", "the requirements"}},
      {.name = "rounds", .meaning = {"wanneer ze zijn vastgesteld en gewijzigd", "when they were frozen and changed"}},
      {.name = "reopenings", .meaning = {"wanneer zij na het sluiten verderging", "when it went on after a closing"}},
      {.name = "order",
       .meaning = {"volgorde binnen een groep: geschud, of op score", "order inside a group: shuffled, or by score"}},
      {.name = "names_hidden", .meaning = {"of namen nog verborgen zijn", "whether names are still hidden"}},
      {.name = "stages", .meaning = {"hoeveel kandidaten per stap", "how many candidates a stage"}},
      {.name = "stale",
       .meaning = {"hoeveel kandidaten nog (opnieuw) naast de criteria gelegd worden",
                   "how many candidates are still to be laid beside the requirements (again)"},
       .min = 0},
      {.name = "may_edit", .meaning = {"of u haar kunt wijzigen", "whether you may change it"}},
      {.name = "may_reopen", .meaning = {"of u haar kunt heropenen", "whether you may reopen it"}},
  };
};

template <>
struct FieldTable<hiring::ChangeVacancyRequest> {
  static constexpr Field rows[] = {
      hiring::field::kVacancy,
      hiring::field::kVersion,
      hiring::field::kTitle,
      hiring::field::kText,
      hiring::field::kUnit,
      hiring::field::kManager,
      {.name = "order",
       .meaning = {"volgorde binnen een groep: geschud, of op score", "order inside a group: shuffled, or by score"}},
  };
};

template <>
struct FieldTable<hiring::SetRequirementsRequest> {
  static constexpr Field rows[] = {
      hiring::field::kVacancy,
      hiring::field::kVersion,
      {.name = "requirements", .meaning = {"alle criteria, in volgorde", "all requirements, in order"}},
      {.name = "reason", .meaning = {"waarom, na de vaststelling", "why, after the freeze"}},
  };
};

template <>
struct FieldTable<hiring::VacancyStepRequest> {
  static constexpr Field rows[] = {hiring::field::kVacancy, hiring::field::kVersion};
};

template <>
struct FieldTable<hiring::CloseVacancyRequest> {
  static constexpr Field rows[] = {
      hiring::field::kVacancy,
      hiring::field::kVersion,
      {.name = "on",
       .meaning = {"laatste dag van de procedure; anders vandaag", "last day of the procedure; else today"}},
  };
};

}  // namespace collega
