#pragma once

// What people do with a candidate: notes, views, decisions, steps, questions.

#include <optional>
#include <string>
#include <vector>

#include "collega/base/moment.h"
#include "collega/operations/operation.h"
#include "vacancy_types.h"

namespace collega::hiring {

struct ApplicationRequest {
  ApplicationId application;
};
BOOST_DESCRIBE_STRUCT(ApplicationRequest, (), (application))

struct ShownNote {
  NoteId note;
  std::string by;
  Moment at{};
  std::string text;
  bool mine = false;
};
BOOST_DESCRIBE_STRUCT(ShownNote, (), (note, by, at, text, mine))

struct ShownView {
  std::string by;
  operations::Role role = operations::Role::recruiter;
  Verdict verdict = Verdict::hold;
  Moment at{};
  std::string reason;
  bool mine = false;
};
BOOST_DESCRIBE_STRUCT(ShownView, (), (by, role, verdict, at, reason, mine))

/// That a decision was looked at again, and a new one follows.
struct Reopening {
  std::string by;
  Moment at{};
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(Reopening, (), (by, at, reason))

struct TakenDecision {
  std::string by;
  Verdict verdict = Verdict::hold;
  Moment at{};
  std::string reason;
  std::optional<Reopening> reopened;
};
BOOST_DESCRIBE_STRUCT(TakenDecision, (), (by, verdict, at, reason, reopened))

struct ShownQuestion {
  QuestionId question;
  RequirementId requirement;
  std::string label;
  QuestionState state = QuestionState::draft;
  std::string text;
  std::optional<Moment> sent_at;
  std::optional<Moment> answered_at;
  std::optional<std::string> answer;
};
BOOST_DESCRIBE_STRUCT(ShownQuestion, (), (question, requirement, label, state, text, sent_at, answered_at, answer))

struct ShownStep {
  Stage stage = Stage::received;
  Moment at{};
  std::string by;
};
BOOST_DESCRIBE_STRUCT(ShownStep, (), (stage, at, by))

struct AnnotateRequest {
  ApplicationId application;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(AnnotateRequest, (), (application, text))

struct NoteRequest {
  NoteId note;
};
BOOST_DESCRIBE_STRUCT(NoteRequest, (), (note))

struct NotesAnswer {
  std::vector<ShownNote> notes;
};
BOOST_DESCRIBE_STRUCT(NotesAnswer, (), (notes))

struct VerdictRequest {
  ApplicationId application;
  Verdict verdict = Verdict::hold;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(VerdictRequest, (), (application, verdict, reason))

struct ViewsAnswer {
  std::vector<ShownView> views;
  std::vector<TakenDecision> decisions;
};
BOOST_DESCRIBE_STRUCT(ViewsAnswer, (), (views, decisions))

struct CandidateState {
  ApplicationId application;
  std::string code;
  Stage stage = Stage::received;
  std::optional<Verdict> verdict;
  std::vector<TakenDecision> decisions;
  std::vector<ShownStep> history;
};
BOOST_DESCRIBE_STRUCT(CandidateState, (), (application, code, stage, verdict, decisions, history))

struct ReopenRequest {
  ApplicationId application;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReopenRequest, (), (application, reason))

struct OfProposalRequest {
  operations::ProposalId proposal;
};
BOOST_DESCRIBE_STRUCT(OfProposalRequest, (), (proposal))

struct OfProposalAnswer {
  ApplicationId application;
};
BOOST_DESCRIBE_STRUCT(OfProposalAnswer, (), (application))

struct MoveRequest {
  ApplicationId application;
  Stage stage = Stage::received;
};
BOOST_DESCRIBE_STRUCT(MoveRequest, (), (application, stage))

struct ChangeQuestionRequest {
  QuestionId question;
  std::optional<std::string> text;
  std::optional<QuestionState> state;
  std::optional<std::string> answer;
};
BOOST_DESCRIBE_STRUCT(ChangeQuestionRequest, (), (question, text, state, answer))

struct QuestionsAnswer {
  std::vector<ShownQuestion> questions;
};
BOOST_DESCRIBE_STRUCT(QuestionsAnswer, (), (questions))

namespace field {

constexpr Field kApplication{.name = "application",
                             .meaning = {"nummer van de sollicitatie", "number of the application"}};
constexpr Field kCode{.name = "code",
                      .meaning = {"hoe de kandidaat heet zolang namen verborgen zijn",
                                  "what the candidate is called while names are hidden"}};
constexpr Field kName{.name = "name",
                      .meaning = {"naam, als die getoond wordt", "name, where it is shown"},
                      .personal = Personal::ordinary};
constexpr Field kStage{.name = "stage", .meaning = {"stap in de procedure", "stage of the procedure"}};
constexpr Field kVerdict{.name = "verdict",
                         .meaning = {"uitnodigen, in beraad of afwijzen", "invite, hold or turn down"}};
constexpr Field kReason{.name = "reason",
                        .meaning = {"waarom, in eigen woorden; de kandidaat mag ernaar vragen",
                                    "why, in your own words; the candidate may ask for it"},
                        .personal = Personal::ordinary};
constexpr Field kGroup{.name = "group", .meaning = {"groep", "group"}};
constexpr Field kNamesHidden{.name = "names_hidden",
                             .meaning = {"of namen nog verborgen zijn", "whether names are still hidden"}};
constexpr Field kBy{.name = "by", .meaning = {"door wie", "by whom"}, .personal = Personal::ordinary};
constexpr Field kAt{.name = "at", .meaning = {"wanneer", "when"}};
constexpr Field kMine{.name = "mine", .meaning = {"of het van u is", "whether it is yours"}};
constexpr Field kPaperId{.name = "paper", .meaning = {"nummer van het papier", "number of the paper"}};
constexpr Field kRequirement{.name = "requirement",
                             .meaning = {"nummer van het criterium", "number of the requirement"}};
constexpr Field kWeight{.name = "weight", .meaning = {"hoogste bijdrage", "largest contribution"}, .min = 0, .max = 1};
constexpr Field kContribution{
    .name = "contribution", .meaning = {"bijdrage aan de score", "contribution to the score"}, .min = 0, .max = 1};
constexpr Field kMet{.name = "met",
                     .meaning = {"staat in de papieren, deels, papieren zeggen nee, staat er niet in",
                                 "in the papers, partly, the papers say no, not in them"}};
constexpr Field kWhy{.name = "why", .meaning = {"waarom, in een zin", "why, in a sentence"}};
constexpr Field kGround{.name = "ground", .meaning = {"waarom", "why"}};
constexpr Field kThin{.name = "thin", .meaning = {"alleen genoemd in een opsomming", "only named in a list"}};
constexpr Field kLater{
    .name = "later",
    .meaning = {"of het pas na de eerste vaststelling zo kwam te staan", "whether it came after the first freeze"}};
constexpr Field kLimits{.name = "limits",
                        .meaning = {"waar niet naar gekeken is en wat niet te weten is",
                                    "what was not looked at and what cannot be known"}};
constexpr Field kDecisions{
    .name = "decisions", .meaning = {"besluiten, in volgorde", "decisions, in order"}, .personal = Personal::ordinary};
constexpr Field kHistory{.name = "history", .meaning = {"voortgang", "history"}};
constexpr Field kViews{.name = "views",
                       .meaning = {"wat anderen ervan vinden", "what others think of it"},
                       .personal = Personal::ordinary};
constexpr Field kQuestions{.name = "questions",
                           .meaning = {"vragen aan de kandidaat", "questions to the candidate"},
                           .personal = Personal::ordinary};
constexpr Field kNotMatched{.name = "not_matched",
                            .meaning = {"waarom de papieren niet naast de criteria zijn gelegd",
                                        "why the papers were not laid beside the requirements"}};
constexpr Field kNotes{.name = "notes", .meaning = {"aantekeningen", "notes"}, .personal = Personal::ordinary};

}  // namespace field

}  // namespace collega::hiring

namespace collega {

template <>
struct FieldTable<hiring::ApplicationRequest> {
  static constexpr Field rows[] = {hiring::field::kApplication};
};

template <>
struct FieldTable<hiring::ShownNote> {
  static constexpr Field rows[] = {
      {.name = "note", .meaning = {"nummer", "number"}},
      hiring::field::kBy,
      hiring::field::kAt,
      {.name = "text", .meaning = {"aantekening", "note"}, .personal = Personal::ordinary},
      hiring::field::kMine,
  };
};

template <>
struct FieldTable<hiring::ShownView> {
  static constexpr Field rows[] = {
      hiring::field::kBy,      {.name = "role", .meaning = {"in welke rol", "in which role"}},
      hiring::field::kVerdict, hiring::field::kAt,
      hiring::field::kReason,  hiring::field::kMine,
  };
};

template <>
struct FieldTable<hiring::Reopening> {
  static constexpr Field rows[] = {hiring::field::kBy, hiring::field::kAt, hiring::field::kReason};
};

template <>
struct FieldTable<hiring::TakenDecision> {
  static constexpr Field rows[] = {
      hiring::field::kBy,
      hiring::field::kVerdict,
      hiring::field::kAt,
      hiring::field::kReason,
      {.name = "reopened",
       .meaning = {"dat en waarom er opnieuw naar gekeken is", "that and why it was looked at again"},
       .personal = Personal::ordinary},
  };
};

template <>
struct FieldTable<hiring::ShownQuestion> {
  static constexpr Field rows[] = {
      {.name = "question", .meaning = {"nummer", "number"}},
      hiring::field::kRequirement,
      hiring::field::kLabel,
      {.name = "state", .meaning = {"concept, verstuurd, beantwoord of vervallen", "draft, sent, answered or dropped"}},
      {.name = "text", .meaning = {"de vraag", "the question"}, .personal = Personal::ordinary},
      {.name = "sent_at", .meaning = {"verstuurd op", "sent at"}},
      {.name = "answered_at", .meaning = {"beantwoord op", "answered at"}},
      {.name = "answer", .meaning = {"het antwoord", "the answer"}, .personal = Personal::ordinary},
  };
};

template <>
struct FieldTable<hiring::ShownStep> {
  static constexpr Field rows[] = {hiring::field::kStage, hiring::field::kAt, hiring::field::kBy};
};

template <>
struct FieldTable<hiring::AnnotateRequest> {
  static constexpr Field rows[] = {
      hiring::field::kApplication,
      {.name = "text", .meaning = {"aantekening", "note"}, .personal = Personal::ordinary},
  };
};

template <>
struct FieldTable<hiring::NoteRequest> {
  static constexpr Field rows[] = {{.name = "note", .meaning = {"nummer", "number"}}};
};

template <>
struct FieldTable<hiring::NotesAnswer> {
  static constexpr Field rows[] = {hiring::field::kNotes};
};

template <>
struct FieldTable<hiring::VerdictRequest> {
  static constexpr Field rows[] = {hiring::field::kApplication, hiring::field::kVerdict, hiring::field::kReason};
};

template <>
struct FieldTable<hiring::ViewsAnswer> {
  static constexpr Field rows[] = {hiring::field::kViews, hiring::field::kDecisions};
};

template <>
struct FieldTable<hiring::CandidateState> {
  static constexpr Field rows[] = {hiring::field::kApplication, hiring::field::kCode,      hiring::field::kStage,
                                   hiring::field::kVerdict,     hiring::field::kDecisions, hiring::field::kHistory};
};

template <>
struct FieldTable<hiring::ReopenRequest> {
  static constexpr Field rows[] = {hiring::field::kApplication, hiring::field::kReason};
};

template <>
struct FieldTable<hiring::OfProposalRequest> {
  static constexpr Field rows[] = {
      {.name = "proposal", .meaning = {"nummer van het voorstel", "number of the proposal"}}};
};

template <>
struct FieldTable<hiring::OfProposalAnswer> {
  static constexpr Field rows[] = {hiring::field::kApplication};
};

template <>
struct FieldTable<hiring::MoveRequest> {
  static constexpr Field rows[] = {hiring::field::kApplication, hiring::field::kStage};
};

template <>
struct FieldTable<hiring::ChangeQuestionRequest> {
  static constexpr Field rows[] = {
      {.name = "question", .meaning = {"nummer", "number"}},
      {.name = "text", .meaning = {"de vraag", "the question"}, .personal = Personal::ordinary},
      {.name = "state", .meaning = {"verstuurd, beantwoord of vervallen", "sent, answered or dropped"}},
      {.name = "answer", .meaning = {"het antwoord", "the answer"}, .personal = Personal::ordinary},
  };
};

template <>
struct FieldTable<hiring::QuestionsAnswer> {
  static constexpr Field rows[] = {hiring::field::kQuestions};
};

}  // namespace collega
