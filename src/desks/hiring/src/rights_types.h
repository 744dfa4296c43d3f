#pragma once

// What the operations on applicants' rights take and give.

#include <optional>
#include <string>
#include <vector>

#include "candidate_types.h"

namespace collega::hiring {

struct ConsentRequest {
  ApplicationId application;
  Date until;
  std::string how;
};
BOOST_DESCRIBE_STRUCT(ConsentRequest, (), (application, until, how))

struct KeptUntil {
  ApplicationId application;
  std::string code;
  std::optional<std::string> name;
  std::string vacancy_title;
  std::optional<Date> ended_on;
  std::optional<Date> consent_until;
  std::optional<Date> erase_on;
  std::optional<Moment> erasure_asked_at;
};
BOOST_DESCRIBE_STRUCT(KeptUntil, (),
                      (application, code, name, vacancy_title, ended_on, consent_until, erase_on, erasure_asked_at))

struct PoolRequest {
  std::optional<ApplicationId> after;
  int limit = 50;
};
BOOST_DESCRIBE_STRUCT(PoolRequest, (), (after, limit))

struct KeptPage {
  std::vector<KeptUntil> candidates;
  std::optional<ApplicationId> next;
};
BOOST_DESCRIBE_STRUCT(KeptPage, (), (candidates, next))

/// For whoever oversees rights: by name or code, also while a vacancy hides names, because whoever asks for what is
/// kept of them says their name.
struct KeptRequest {
  std::string text;
  std::optional<ApplicationId> after;
  int limit = 50;
};
BOOST_DESCRIBE_STRUCT(KeptRequest, (), (text, after, limit))

struct DueRequest {
  std::optional<Date> on;
  std::optional<ApplicationId> after;
  int limit = 50;
};
BOOST_DESCRIBE_STRUCT(DueRequest, (), (on, after, limit))

struct EraseDueRequest {
  bool dry_run = false;
};
BOOST_DESCRIBE_STRUCT(EraseDueRequest, (), (dry_run))

struct EraseDueAnswer {
  std::int64_t erased = 0;
  std::int64_t left = 0;
  bool dry_run = false;
};
BOOST_DESCRIBE_STRUCT(EraseDueAnswer, (), (erased, left, dry_run))

struct EraseCandidateAnswer {
  std::string code;
  bool nothing_left = false;
};
BOOST_DESCRIBE_STRUCT(EraseCandidateAnswer, (), (code, nothing_left))

struct EverythingOfAnswer {
  std::string code;
  Json kept;
};
BOOST_DESCRIBE_STRUCT(EverythingOfAnswer, (), (code, kept))

struct LinkPersonRequest {
  ApplicationId application;
  std::string person;
};
BOOST_DESCRIBE_STRUCT(LinkPersonRequest, (), (application, person))

struct LinkAnswer {
  std::string token;
  Date until;
};
BOOST_DESCRIBE_STRUCT(LinkAnswer, (), (token, until))

struct LinkRequest {
  std::string token;
};
BOOST_DESCRIBE_STRUCT(LinkRequest, (), (token))

struct AnswerByLinkRequest {
  std::string token;
  QuestionId question;
  std::string answer;
};
BOOST_DESCRIBE_STRUCT(AnswerByLinkRequest, (), (token, question, answer))

struct LinkReason {
  std::string label;
  skills::RequirementKind kind = skills::RequirementKind::must;
  skills::Met met = skills::Met::unknown;
  std::string why;
  std::vector<std::string> quotes;
};
BOOST_DESCRIBE_STRUCT(LinkReason, (), (label, kind, met, why, quotes))

struct ByLinkAnswer {
  std::vector<std::string> told;
  std::string vacancy_title;
  Moment arrived_at{};
  std::string stage;
  std::vector<LinkReason> reasons;
  std::vector<std::string> limits;
  std::vector<TakenDecision> decisions;
  std::vector<ShownQuestion> questions;
  Json kept;
  std::optional<Date> consent_until;
  std::optional<Date> erase_on;
  std::optional<Moment> erasure_asked_at;
};
BOOST_DESCRIBE_STRUCT(ByLinkAnswer, (),
                      (told, vacancy_title, arrived_at, stage, reasons, limits, decisions, questions, kept,
                       consent_until, erase_on, erasure_asked_at))

namespace field {

constexpr Field kToken{.name = "token", .meaning = {"wat achter de link staat", "what stands behind the link"}};
constexpr Field kVacancyTitle{.name = "vacancy_title", .meaning = {"titel van de vacature", "title of the vacancy"}};
constexpr Field kConsentUntil{
    .name = "consent_until",
    .meaning = {"tot en met welke dag met toestemming bewaard", "up to which day kept with consent"}};
constexpr Field kEraseOn{.name = "erase_on",
                         .meaning = {"eerste dag waarop het gewist wordt", "first day on which it is erased"}};
constexpr Field kErasureAsked{
    .name = "erasure_asked_at",
    .meaning = {"wanneer de kandidaat om wissen vroeg", "when the candidate asked for erasure"}};
constexpr Field kKept{.name = "kept",
                      .meaning = {"alles wat bewaard wordt, naar soort", "everything that is kept, by kind"},
                      .personal = Personal::ordinary};

}  // namespace field

}  // namespace collega::hiring

namespace collega {

template <>
struct FieldTable<hiring::ConsentRequest> {
  static constexpr Field rows[] = {
      hiring::field::kApplication,
      {.name = "until", .meaning = {"tot en met welke dag", "up to and including which day"}},
      {.name = "how",
       .meaning = {"hoe de toestemming is gegeven", "how consent was given"},
       .personal = Personal::ordinary},
  };
};

template <>
struct FieldTable<hiring::KeptUntil> {
  static constexpr Field rows[] = {
      hiring::field::kApplication,
      hiring::field::kCode,
      hiring::field::kName,
      hiring::field::kVacancyTitle,
      {.name = "ended_on", .meaning = {"einde van de procedure", "end of the procedure"}},
      hiring::field::kConsentUntil,
      hiring::field::kEraseOn,
      hiring::field::kErasureAsked,
  };
};

template <>
struct FieldTable<hiring::PoolRequest> {
  static constexpr Field rows[] = {
      {.name = "after", .meaning = {"`next` van de vorige bladzijde", "`next` of the page before"}},
      hiring::field::kLimit,
  };
};

template <>
struct FieldTable<hiring::KeptPage> {
  static constexpr Field rows[] = {
      {.name = "candidates", .meaning = {"kandidaten", "candidates"}, .personal = Personal::ordinary},
      {.name = "next", .meaning = {"waar de volgende bladzijde begint", "where the next page begins"}},
  };
};

template <>
struct FieldTable<hiring::KeptRequest> {
  static constexpr Field rows[] = {
      {.name = "text",
       .meaning = {"deel van naam, code of vacature", "part of the name, the code or the vacancy"},
       .has_default = true,
       .personal = Personal::ordinary},
      {.name = "after", .meaning = {"`next` van de vorige bladzijde", "`next` of the page before"}},
      hiring::field::kLimit,
  };
};

template <>
struct FieldTable<hiring::DueRequest> {
  static constexpr Field rows[] = {
      {.name = "on", .meaning = {"op welke dag; anders vandaag", "on which day; else today"}},
      {.name = "after", .meaning = {"`next` van de vorige bladzijde", "`next` of the page before"}},
      hiring::field::kLimit,
  };
};

template <>
struct FieldTable<hiring::EraseDueRequest> {
  static constexpr Field rows[] = {
      {.name = "dry_run", .meaning = {"alleen tellen", "count only"}, .has_default = true},
  };
};

template <>
struct FieldTable<hiring::EraseDueAnswer> {
  static constexpr Field rows[] = {
      {.name = "erased", .meaning = {"van hoeveel kandidaten", "of how many candidates"}, .min = 0},
      {.name = "left",
       .meaning = {"van hoeveel van hen daarna nog iets te vinden is",
                   "of how many of them anything can be found after it"},
       .min = 0},
      {.name = "dry_run", .meaning = {"alleen geteld", "counted only"}},
  };
};

template <>
struct FieldTable<hiring::EraseCandidateAnswer> {
  static constexpr Field rows[] = {
      hiring::field::kCode,
      {.name = "nothing_left", .meaning = {"er is niets meer van te vinden", "nothing of them can be found any more"}},
  };
};

template <>
struct FieldTable<hiring::EverythingOfAnswer> {
  static constexpr Field rows[] = {hiring::field::kCode, hiring::field::kKept};
};

template <>
struct FieldTable<hiring::LinkPersonRequest> {
  static constexpr Field rows[] = {
      hiring::field::kApplication,
      {.name = "person",
       .meaning = {"personeelsnummer; leeg: werkt hier niet", "personnel number; empty: does not work here"},
       .personal = Personal::ordinary},
  };
};

template <>
struct FieldTable<hiring::LinkAnswer> {
  static constexpr Field rows[] = {
      hiring::field::kToken,
      {.name = "until", .meaning = {"tot en met welke dag de link werkt", "up to which day the link works"}},
  };
};

template <>
struct FieldTable<hiring::LinkRequest> {
  static constexpr Field rows[] = {hiring::field::kToken};
};

template <>
struct FieldTable<hiring::AnswerByLinkRequest> {
  static constexpr Field rows[] = {
      hiring::field::kToken,
      {.name = "question", .meaning = {"nummer", "number"}},
      {.name = "answer", .meaning = {"het antwoord", "the answer"}, .personal = Personal::ordinary},
  };
};

template <>
struct FieldTable<hiring::LinkReason> {
  static constexpr Field rows[] = {
      hiring::field::kLabel,
      hiring::field::kKind,
      hiring::field::kMet,
      hiring::field::kWhy,
      {.name = "quotes", .meaning = {"waar dat uit blijkt", "what shows that"}, .personal = Personal::ordinary},
  };
};

template <>
struct FieldTable<hiring::ByLinkAnswer> {
  static constexpr Field rows[] = {
      {.name = "told", .meaning = {"wat de kandidaat moet weten", "what the candidate must know"}},
      hiring::field::kVacancyTitle,
      {.name = "arrived_at", .meaning = {"binnengekomen op", "arrived at"}},
      {.name = "stage", .meaning = {"hoever het is, in woorden", "how far it is, in words"}},
      {.name = "reasons",
       .meaning = {"per criterium wat in de papieren is gelezen", "what was read in the papers of each requirement"}},
      hiring::field::kLimits,
      hiring::field::kDecisions,
      hiring::field::kQuestions,
      hiring::field::kKept,
      hiring::field::kConsentUntil,
      hiring::field::kEraseOn,
      hiring::field::kErasureAsked,
  };
};

}  // namespace collega
