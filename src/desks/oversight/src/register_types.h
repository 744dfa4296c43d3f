#pragma once

#include <array>
#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "collega/register/switching.h"

namespace collega::oversight {

struct ListUsesRequest {
  std::optional<ai_register::Risk> risk;
  std::optional<ai_register::State> state;
  bool closed = false;
  std::string after;
  int limit = 200;
};
BOOST_DESCRIBE_STRUCT(ListUsesRequest, (), (risk, state, closed, after, limit))

struct ListedUse {
  std::string use;
  std::string title;
  std::string purpose;
  ai_register::Risk risk = ai_register::Risk::minimal;
  std::string ground;
  ai_register::State state = ai_register::State::off;
  bool may_run = false;
  std::vector<std::string> missing;
};
BOOST_DESCRIBE_STRUCT(ListedUse, (), (use, title, purpose, risk, ground, state, may_run, missing))

struct UseList {
  std::vector<ListedUse> uses;
  std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(UseList, (), (uses, next))

struct UseRequest {
  std::string use;
};
BOOST_DESCRIBE_STRUCT(UseRequest, (), (use))

struct ShownCondition {
  ai_register::Condition condition = ai_register::Condition::owner;
  std::string title;
  std::string grounds;
  bool needed = false;
  bool met = false;
  std::optional<Date> date;
  std::optional<Date> ends;
  std::optional<std::string> who;
  std::optional<library::DocumentId> document;
  std::optional<std::string> reference;
  std::optional<std::string> recorded_by;
  std::optional<Moment> recorded_at;
  std::optional<std::string> taken_back;
};
BOOST_DESCRIBE_STRUCT(ShownCondition, (),
                      (condition, title, grounds, needed, met, date, ends, who, document, reference, recorded_by,
                       recorded_at, taken_back))

struct ShownSwitch {
  ai_register::SwitchId number;
  std::string use;
  ai_register::State from = ai_register::State::off;
  ai_register::State to = ai_register::State::off;
  ai_register::SwitchStatus status = ai_register::SwitchStatus::waiting;
  std::optional<std::string> asked_by;
  Moment asked_at{};
  std::string reason;
  std::optional<Moment> waits_until;
  std::optional<std::string> decided_by;
  std::optional<Moment> decided_at;
  std::optional<std::string> decided_reason;
};
BOOST_DESCRIBE_STRUCT(ShownSwitch, (),
                      (number, use, from, to, status, asked_by, asked_at, reason, waits_until, decided_by, decided_at,
                       decided_reason))

struct ShownAdvice {
  Date date;
  std::string text;
  std::optional<std::string> by;
};
BOOST_DESCRIBE_STRUCT(ShownAdvice, (), (date, text, by))

struct ShownProvision {
  std::string name;
  std::string text;
  std::optional<Date> applies;
  std::optional<Date> was;
  std::string source;
  Date seen;
};
BOOST_DESCRIBE_STRUCT(ShownProvision, (), (name, text, applies, was, source, seen))

struct ShownUse {
  ListedUse entry;
  std::vector<std::string> reads;
  std::string oversight;
  std::string limits;
  std::vector<std::string> may;
  std::vector<ShownCondition> conditions;
  std::optional<Date> review;
  bool review_due = false;
  std::optional<ShownSwitch> waiting;
  std::vector<ShownSwitch> switches;
  std::vector<ShownAdvice> advice;
  std::vector<ShownProvision> law;
};
BOOST_DESCRIBE_STRUCT(ShownUse, (),
                      (entry, reads, oversight, limits, may, conditions, review, review_due, waiting, switches, advice,
                       law))

struct CompleteRequest {
  std::string use;
  ai_register::Condition condition = ai_register::Condition::owner;
  std::optional<Date> date;
  std::optional<Date> ends;
  std::optional<std::string> who;
  std::optional<library::DocumentId> document;
  std::optional<std::string> reference;
};
BOOST_DESCRIBE_STRUCT(CompleteRequest, (), (use, condition, date, ends, who, document, reference))

struct TakeBackRequest {
  std::string use;
  ai_register::Condition condition = ai_register::Condition::owner;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(TakeBackRequest, (), (use, condition, reason))

struct ReviewRequest {
  std::string use;
  std::optional<Date> day;
};
BOOST_DESCRIBE_STRUCT(ReviewRequest, (), (use, day))

struct OrganisationRequest {
  std::optional<std::string> name;
  std::optional<std::string> contact;
  std::optional<bool> is_public;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(OrganisationRequest, (), (name, contact, is_public, reason))

struct ShowOrganisationRequest {};
BOOST_DESCRIBE_STRUCT(ShowOrganisationRequest, (), ())

struct OrganisationAnswer {
  std::string name;
  std::string contact;
  bool is_public = true;
};
BOOST_DESCRIBE_STRUCT(OrganisationAnswer, (), (name, contact, is_public))

struct SwitchRequest {
  std::string use;
  ai_register::State to = ai_register::State::off;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(SwitchRequest, (), (use, to, reason))

struct ConfirmRequest {
  ai_register::SwitchId number;
  ai_register::SecondOpinion opinion = ai_register::SecondOpinion::refuse;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ConfirmRequest, (), (number, opinion, reason))

struct WithdrawRequest {
  ai_register::SwitchId number;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawRequest, (), (number, reason))

struct WaitingRequest {};
BOOST_DESCRIBE_STRUCT(WaitingRequest, (), ())

struct WaitingAnswer {
  std::vector<ShownSwitch> switches;
};
BOOST_DESCRIBE_STRUCT(WaitingAnswer, (), (switches))

struct AdviseRequest {
  std::string use;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(AdviseRequest, (), (use, text))

struct AdviseAnswer {
  ai_register::AdviceId advice;
  Date date;
};
BOOST_DESCRIBE_STRUCT(AdviseAnswer, (), (advice, date))

struct ExportAnswer {
  Json entry;
};
BOOST_DESCRIBE_STRUCT(ExportAnswer, (), (entry))

}  // namespace collega::oversight

namespace collega {

template <>
struct FieldTable<oversight::ListUsesRequest> {
  static constexpr Field rows[] = {
      {.name = "risk", .meaning = {"alleen deze risicoklasse", "this risk class alone"}},
      {.name = "state", .meaning = {"alleen in deze stand", "in this state alone"}},
      {.name = "closed",
       .meaning = {"alleen wat nu niet mag worden gebruikt", "only what may not be used now"},
       .has_default = true},
      {.name = "after",
       .meaning = {"waar de vorige bladzijde ophield", "where the page before stopped"},
       .has_default = true},
      {.name = "limit",
       .meaning = {"toepassingen op een bladzijde", "uses on a page"},
       .min = 1,
       .max = 500,
       .has_default = true},
  };
};

template <>
struct FieldTable<oversight::ListedUse> {
  static constexpr Field rows[] = {
      {.name = "use", .meaning = {"de bewerking", "the operation"}},
      {.name = "title", .meaning = {"titel", "title"}},
      {.name = "purpose", .meaning = {"waarvoor zij is", "what it is for"}},
      {.name = "risk", .meaning = {"risicoklasse", "risk class"}},
      {.name = "ground", .meaning = {"waarom die klasse, in de wet", "why this class, in law"}},
      {.name = "state", .meaning = {"uit, proef of aan", "off, pilot or on"}},
      {.name = "may_run", .meaning = {"of zij nu mag worden gebruikt", "whether it may be used now"}},
      {.name = "missing", .meaning = {"wat daarvoor ontbreekt", "what is missing for that"}},
  };
};

template <>
struct FieldTable<oversight::UseList> {
  static constexpr Field rows[] = {
      {.name = "uses", .meaning = {"de toepassingen, op naam", "the uses, by name"}},
      {.name = "next", .meaning = {"waar de volgende bladzijde begint", "where the next page begins"}},
  };
};

template <>
struct FieldTable<oversight::UseRequest> {
  static constexpr Field rows[] = {{.name = "use", .meaning = {"de bewerking", "the operation"}}};
};

template <>
struct FieldTable<oversight::ShownCondition> {
  static constexpr Field rows[] = {
      {.name = "condition", .meaning = {"de voorwaarde", "the condition"}},
      {.name = "title", .meaning = {"de voorwaarde in woorden", "the condition in words"}},
      {.name = "grounds", .meaning = {"waarom zij wordt gevraagd, in de wet", "why it is asked, in law"}},
      {.name = "needed", .meaning = {"of deze toepassing haar nodig heeft", "whether this use needs it"}},
      {.name = "met", .meaning = {"of eraan is voldaan", "whether it is met"}},
      {.name = "date", .meaning = {"wanneer besloten, getekend of verstuurd", "when agreed, signed or sent"}},
      {.name = "ends", .meaning = {"eerste dag waarop zij niet meer telt", "first day it no longer counts"}},
      {.name = "who",
       .meaning = {"wie eigenaar is of toezicht houdt", "who owns or oversees"},
       .personal = Personal::ordinary},
      {.name = "document", .meaning = {"het stuk in de bibliotheek", "the document of the library"}},
      {.name = "reference", .meaning = {"waar het staat", "where it stands"}},
      {.name = "recorded_by", .meaning = {"wie het vastlegde", "who recorded it"}, .personal = Personal::ordinary},
      {.name = "recorded_at", .meaning = {"wanneer het is vastgelegd", "when it was recorded"}},
      {.name = "taken_back", .meaning = {"waarom zij is ingetrokken", "why it was taken back"}},
  };
};

template <>
struct FieldTable<oversight::ShownSwitch> {
  static constexpr Field rows[] = {
      {.name = "switch", .meaning = {"nummer van de omzetting", "number of the switch"}, .member = "number"},
      {.name = "use", .meaning = {"de bewerking", "the operation"}},
      {.name = "from", .meaning = {"van welke stand", "from which state"}},
      {.name = "to", .meaning = {"naar welke stand", "to which state"}},
      {.name = "status", .meaning = {"wat ervan is geworden", "what became of it"}},
      {.name = "asked_by", .meaning = {"wie het vroeg", "who asked for it"}, .personal = Personal::ordinary},
      {.name = "asked_at", .meaning = {"wanneer", "when"}},
      {.name = "reason", .meaning = {"waarom", "why"}},
      {.name = "waits_until",
       .meaning = {"tot wanneer op een tweede persoon wordt gewacht", "until when a second person is waited for"}},
      {.name = "decided_by", .meaning = {"wie besloot", "who decided"}, .personal = Personal::ordinary},
      {.name = "decided_at", .meaning = {"wanneer is besloten", "when it was decided"}},
      {.name = "decided_reason", .meaning = {"waarom zo is besloten", "why it was decided so"}},
  };
};

template <>
struct FieldTable<oversight::ShownAdvice> {
  static constexpr Field rows[] = {
      {.name = "date", .meaning = {"dag van het advies", "day of the advice"}},
      {.name = "text", .meaning = {"het advies", "the advice"}},
      {.name = "by", .meaning = {"van wie", "whose"}, .personal = Personal::ordinary},
  };
};

template <>
struct FieldTable<oversight::ShownProvision> {
  static constexpr Field rows[] = {
      {.name = "name", .meaning = {"bepaling", "provision"}},
      {.name = "text", .meaning = {"wat zij vraagt", "what it asks"}},
      {.name = "applies",
       .meaning = {"eerste dag; weg: geldt al", "first day it applies; left out: it is in force already"}},
      {.name = "was", .meaning = {"die dag voordat hij werd verschoven", "that day before it was moved"}},
      {.name = "source", .meaning = {"waar dat staat", "where that stands"}},
      {.name = "seen", .meaning = {"wanneer wij keken", "when we looked"}},
  };
};

template <>
struct FieldTable<oversight::ShownUse> {
  static constexpr Field rows[] = {
      {.name = "entry", .meaning = {"de toepassing", "the use"}},
      {.name = "reads", .meaning = {"soorten persoonsgegevens die zij leest", "kinds of personal data it reads"}},
      {.name = "oversight", .meaning = {"wat een mens moet doen", "what a person must do"}},
      {.name = "limits", .meaning = {"wat zij niet weet en niet doet", "what it does not know and does not do"}},
      {.name = "may", .meaning = {"wie erom mag vragen", "who may ask for it"}},
      {.name = "conditions", .meaning = {"de voorwaarden", "the conditions"}},
      {.name = "review", .meaning = {"wanneer er opnieuw naar gekeken wordt", "when it is looked at again"}},
      {.name = "review_due", .meaning = {"of die dag is gekomen", "whether that day has come"}},
      {.name = "waiting",
       .meaning = {"omzetting die op een tweede persoon wacht", "switch that waits for a second person"}},
      {.name = "switches", .meaning = {"alle omzettingen, nieuwste eerst", "all switches, newest first"}},
      {.name = "advice",
       .meaning = {"adviezen van de functionaris gegevensbescherming", "advice of the data protection officer"}},
      {.name = "law", .meaning = {"waarom de voorwaarden worden gevraagd", "why the conditions are asked"}},
  };
};

template <>
struct FieldTable<oversight::CompleteRequest> {
  static constexpr Field rows[] = {
      {.name = "use", .meaning = {"de bewerking", "the operation"}},
      {.name = "condition", .meaning = {"welke voorwaarde", "which condition"}},
      {.name = "date",
       .meaning = {"wanneer besloten, getekend of verstuurd; weg: vandaag",
                   "when agreed, signed or sent; left out: today"}},
      {.name = "ends", .meaning = {"eerste dag waarop zij niet meer telt", "first day it no longer counts"}},
      {.name = "who",
       .meaning = {"wie eigenaar is of toezicht houdt: naam van het account", "who owns or oversees: login"},
       .personal = Personal::ordinary},
      {.name = "document", .meaning = {"nummer van het stuk in de bibliotheek", "id of the document of the library"}},
      {.name = "reference",
       .meaning = {"waar het staat, als het daar niet is", "where it stands, when it is not there"}},
  };
};

template <>
struct FieldTable<oversight::TakeBackRequest> {
  static constexpr Field rows[] = {
      {.name = "use", .meaning = {"de bewerking", "the operation"}},
      {.name = "condition", .meaning = {"welke voorwaarde", "which condition"}},
      {.name = "reason", .meaning = {"waarom", "why"}},
  };
};

template <>
struct FieldTable<oversight::ReviewRequest> {
  static constexpr Field rows[] = {
      {.name = "use", .meaning = {"de bewerking", "the operation"}},
      {.name = "day",
       .meaning = {"wanneer er opnieuw naar gekeken wordt; weg: geen dag",
                   "when it is looked at again; left out: no day"}},
  };
};

template <>
struct FieldTable<oversight::OrganisationRequest> {
  static constexpr Field rows[] = {
      {.name = "name", .meaning = {"volledige naam van de organisatie", "full name of the organisation"}},
      {.name = "contact", .meaning = {"e-mailadres of pagina voor vragen", "e-mail address or page for questions"}},
      {.name = "public",
       .meaning = {"of zij publiek is of een publieke dienst verleent",
                   "whether it is public or performs a public service"},
       .member = "is_public"},
      {.name = "reason",
       .meaning = {"waarom, als dat laatste verandert", "why, when the latter changes"},
       .has_default = true},
  };
};

template <>
struct FieldTable<oversight::ShowOrganisationRequest> {
  static constexpr std::array<Field, 0> rows{};
};

template <>
struct FieldTable<oversight::OrganisationAnswer> {
  static constexpr Field rows[] = {
      {.name = "name", .meaning = {"volledige naam van de organisatie", "full name of the organisation"}},
      {.name = "contact", .meaning = {"e-mailadres of pagina voor vragen", "e-mail address or page for questions"}},
      {.name = "public",
       .meaning = {"of zij publiek is of een publieke dienst verleent",
                   "whether it is public or performs a public service"},
       .member = "is_public"},
  };
};

template <>
struct FieldTable<oversight::SwitchRequest> {
  static constexpr Field rows[] = {
      {.name = "use", .meaning = {"de bewerking", "the operation"}},
      {.name = "to", .meaning = {"uit, proef of aan", "off, pilot or on"}},
      {.name = "reason", .meaning = {"waarom", "why"}},
  };
};

template <>
struct FieldTable<oversight::ConfirmRequest> {
  static constexpr Field rows[] = {
      {.name = "switch", .meaning = {"nummer van de omzetting", "number of the switch"}, .member = "number"},
      {.name = "opinion", .meaning = {"mee eens of weigeren", "agree or refuse"}},
      {.name = "reason", .meaning = {"waarom", "why"}},
  };
};

template <>
struct FieldTable<oversight::WithdrawRequest> {
  static constexpr Field rows[] = {
      {.name = "switch", .meaning = {"nummer van de omzetting", "number of the switch"}, .member = "number"},
      {.name = "reason", .meaning = {"waarom", "why"}},
  };
};

template <>
struct FieldTable<oversight::WaitingRequest> {
  static constexpr std::array<Field, 0> rows{};
};

template <>
struct FieldTable<oversight::WaitingAnswer> {
  static constexpr Field rows[] = {
      {.name = "switches", .meaning = {"wat op een tweede persoon wacht", "what waits for a second person"}},
  };
};

template <>
struct FieldTable<oversight::AdviseRequest> {
  static constexpr Field rows[] = {
      {.name = "use", .meaning = {"de bewerking", "the operation"}},
      {.name = "text", .meaning = {"het advies", "the advice"}},
  };
};

template <>
struct FieldTable<oversight::AdviseAnswer> {
  static constexpr Field rows[] = {
      {.name = "advice", .meaning = {"nummer van het advies", "number of the advice"}},
      {.name = "date", .meaning = {"dag van het advies", "day of the advice"}},
  };
};

template <>
struct FieldTable<oversight::ExportAnswer> {
  static constexpr Field rows[] = {
      {.name = "entry",
       .meaning = {"voor het Algoritmeregister, publicatiestandaard 1.0",
                   "for the Dutch Algorithm Register, publication standard 1.0"}},
  };
};

}  // namespace collega
