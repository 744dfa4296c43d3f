#pragma once

// What the operations on candidates take and give.

#include <optional>
#include <string>
#include <vector>

#include "collega/base/moment.h"
#include "collega/documents/document.h"
#include "collega/operations/operation.h"
#include "match_files_types.h"
#include "vacancy_types.h"

namespace collega::hiring {

// Papers that come in

struct AddCandidatesRequest {
  VacancyId vacancy;
  std::vector<std::string> files;
};
BOOST_DESCRIBE_STRUCT(AddCandidatesRequest, (), (vacancy, files))

/// read: of a new candidate. added: of one that another file of this drop, or an earlier one, made known.
enum class FileOutcome { read, added, duplicate, unreadable };
BOOST_DESCRIBE_ENUM(FileOutcome, read, added, duplicate, unreadable)

struct AddedFile {
  std::string file;
  FileOutcome outcome = FileOutcome::read;
  std::optional<std::string> code;
  std::optional<ApplicationId> application;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(AddedFile, (), (file, outcome, code, application, reason))

struct AddCandidatesAnswer {
  std::vector<AddedFile> files;
  std::int64_t candidates = 0;
  std::int64_t duplicates = 0;
  std::int64_t unreadable = 0;
  std::optional<std::string> not_matched;
};
BOOST_DESCRIBE_STRUCT(AddCandidatesAnswer, (), (files, candidates, duplicates, unreadable, not_matched))

// Matching

struct ApplicationRequest {
  ApplicationId application;
};
BOOST_DESCRIBE_STRUCT(ApplicationRequest, (), (application))

struct MatchAnswer {
  ApplicationId application;
  skills::Group group = skills::Group::something_unknown;
  std::optional<operations::ProposalId> proposal;
};
BOOST_DESCRIBE_STRUCT(MatchAnswer, (), (application, group, proposal))

struct RematchAnswer {
  std::int64_t matched = 0;
  std::optional<std::string> not_matched;
};
BOOST_DESCRIBE_STRUCT(RematchAnswer, (), (matched, not_matched))

struct OtherVacancy {
  VacancyId vacancy;
  std::string title;
  bool applied = false;
  skills::Group group = skills::Group::something_unknown;
  std::int64_t musts = 0;
  std::int64_t musts_met = 0;
  std::vector<RequirementResult> requirements;
};
BOOST_DESCRIBE_STRUCT(OtherVacancy, (), (vacancy, title, applied, group, musts, musts_met, requirements))

struct OtherVacancies {
  std::string code;
  std::vector<OtherVacancy> vacancies;
  std::vector<std::string> limits;
};
BOOST_DESCRIBE_STRUCT(OtherVacancies, (), (code, vacancies, limits))

// The matrix

/// unmatched: not laid beside these requirements yet.
enum class RowGroup { all_musts_shown, something_unknown, contradicted, unmatched };
BOOST_DESCRIBE_ENUM(RowGroup, all_musts_shown, something_unknown, contradicted, unmatched)

struct MatrixRequest {
  VacancyId vacancy;
  std::optional<RowGroup> group;
  std::optional<Stage> stage;
  std::optional<Verdict> verdict;
  std::optional<RequirementId> requirement;
  std::optional<skills::Met> met;
  std::string text;
  std::optional<ApplicationId> after;
  int limit = 500;
};
BOOST_DESCRIBE_STRUCT(MatrixRequest, (), (vacancy, group, stage, verdict, requirement, met, text, after, limit))

struct MatrixColumn {
  RequirementId requirement;
  std::string label;
  skills::RequirementKind kind = skills::RequirementKind::must;
  bool later = false;
};
BOOST_DESCRIBE_STRUCT(MatrixColumn, (), (requirement, label, kind, later))

struct GroupCount {
  RowGroup group = RowGroup::unmatched;
  std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(GroupCount, (), (group, count))

struct MatrixRow {
  ApplicationId application;
  std::string code;
  std::optional<std::string> name;
  RowGroup group = RowGroup::unmatched;
  std::vector<skills::Met> met;
  std::optional<Stage> stage;
  std::optional<Verdict> verdict;
  bool opened = false;
  std::optional<Verdict> my_view;
  std::int64_t notes = 0;
  std::int64_t questions = 0;
  Moment arrived_at{};
};
BOOST_DESCRIBE_STRUCT(MatrixRow, (),
                      (application, code, name, group, met, stage, verdict, opened, my_view, notes, questions,
                       arrived_at))

struct Matrix {
  std::vector<MatrixColumn> requirements;
  std::vector<GroupCount> groups;
  std::vector<MatrixRow> rows;
  std::optional<ApplicationId> next;
  bool names_hidden = true;
  Ordering order = Ordering::shuffled;
  std::vector<std::string> limits;
};
BOOST_DESCRIBE_STRUCT(Matrix, (), (requirements, groups, rows, next, names_hidden, order, limits))

// One candidate

struct PaperEvidence {
  std::string document;
  PaperId paper;
  std::optional<int> page;
  std::string quote;
  std::size_t start = 0;
  std::size_t end = 0;
  std::size_t mark_start = 0;
  std::size_t mark_end = 0;
};
BOOST_DESCRIBE_STRUCT(PaperEvidence, (), (document, paper, page, quote, start, end, mark_start, mark_end))

struct CandidateReason {
  RequirementId requirement;
  std::string label;
  skills::RequirementKind kind = skills::RequirementKind::must;
  skills::RequirementType type = skills::RequirementType::other;
  bool later = false;
  skills::Met met = skills::Met::unknown;
  skills::Ground ground = skills::Ground::not_mentioned;
  std::string why;
  double weight = 0;
  double contribution = 0;
  bool thin = false;
  std::vector<PaperEvidence> evidence;
};
BOOST_DESCRIBE_STRUCT(CandidateReason, (),
                      (requirement, label, kind, type, later, met, ground, why, weight, contribution, thin, evidence))

struct PageStart {
  int page = 1;
  std::size_t start = 0;
};
BOOST_DESCRIBE_STRUCT(PageStart, (), (page, start))

struct ShownPaper {
  PaperId paper;
  std::string name;
  documents::Format format = documents::Format::text;
  std::optional<int> pages;
  bool has_images = false;
  std::string text;
  std::vector<PageStart> page_starts;
};
BOOST_DESCRIBE_STRUCT(ShownPaper, (), (paper, name, format, pages, has_images, text, page_starts))

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

struct TakenDecision {
  std::string by;
  Verdict verdict = Verdict::hold;
  Moment at{};
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(TakenDecision, (), (by, verdict, at, reason))

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

struct ShownCandidate {
  ApplicationId application;
  VacancyId vacancy;
  std::string vacancy_title;
  std::string code;
  std::optional<std::string> name;
  bool names_hidden = true;
  std::optional<Stage> stage;
  std::optional<Verdict> verdict;
  RowGroup group = RowGroup::unmatched;
  std::optional<operations::ProposalId> proposal;
  std::optional<operations::Status> proposal_status;
  double score = 0;
  std::vector<CandidateReason> reasons;
  std::vector<std::string> limits;
  std::vector<std::string> notices;
  std::vector<ShownPaper> papers;
  std::vector<ShownNote> notes;
  std::vector<ShownView> views;
  bool views_hidden = false;
  std::vector<TakenDecision> decisions;
  std::vector<ShownQuestion> questions;
  std::vector<ShownStep> history;
  bool may_decide = false;
  std::vector<std::string> questions_first;
};
BOOST_DESCRIBE_STRUCT(ShownCandidate, (),
                      (application, vacancy, vacancy_title, code, name, names_hidden, stage, verdict, group, proposal,
                       proposal_status, score, reasons, limits, notices, papers, notes, views, views_hidden, decisions,
                       questions, history, may_decide, questions_first))

// What people do with a candidate

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
struct FieldTable<hiring::AddCandidatesRequest> {
  static constexpr Field rows[] = {
      hiring::field::kVacancy,
      {.name = "files",
       .meaning = {"bestanden met papieren van kandidaten", "files with candidates' papers"},
       .personal = Personal::ordinary,
       .paper = Paper::given},
  };
};

template <>
struct FieldTable<hiring::AddedFile> {
  static constexpr Field rows[] = {
      {.name = "file", .meaning = {"het bestand", "the file"}, .personal = Personal::ordinary},
      {.name = "outcome",
       .meaning = {"gelezen, erbij gevoegd, dubbel of onleesbaar", "read, added, duplicate or unreadable"}},
      hiring::field::kCode,
      hiring::field::kApplication,
      {.name = "reason", .meaning = {"waarom het niet gelezen is", "why it was not read"}},
  };
};

template <>
struct FieldTable<hiring::AddCandidatesAnswer> {
  static constexpr Field rows[] = {
      {.name = "files", .meaning = {"elk bestand met zijn uitkomst", "each file with its outcome"}},
      {.name = "candidates", .meaning = {"nieuwe kandidaten", "new candidates"}, .min = 0},
      {.name = "duplicates", .meaning = {"bestanden die er al waren", "files that were there already"}, .min = 0},
      {.name = "unreadable", .meaning = {"bestanden die niet te lezen zijn", "files that cannot be read"}, .min = 0},
      hiring::field::kNotMatched,
  };
};

template <>
struct FieldTable<hiring::ApplicationRequest> {
  static constexpr Field rows[] = {hiring::field::kApplication};
};

template <>
struct FieldTable<hiring::MatchAnswer> {
  static constexpr Field rows[] = {
      hiring::field::kApplication,
      hiring::field::kGroup,
      {.name = "proposal",
       .meaning = {"het voorstel dat op een besluit wacht", "the proposal that waits for a decision"}},
  };
};

template <>
struct FieldTable<hiring::RematchAnswer> {
  static constexpr Field rows[] = {
      {.name = "matched", .meaning = {"hoeveel kandidaten", "how many candidates"}, .min = 0},
      hiring::field::kNotMatched,
  };
};

template <>
struct FieldTable<hiring::OtherVacancy> {
  static constexpr Field rows[] = {
      hiring::field::kVacancy,
      hiring::field::kTitle,
      {.name = "applied", .meaning = {"of de kandidaat hierop solliciteerde", "whether the candidate applied for it"}},
      hiring::field::kGroup,
      {.name = "musts", .meaning = {"harde eisen", "musts"}, .min = 0},
      {.name = "musts_met", .meaning = {"waarvan in de papieren", "of which in the papers"}, .min = 0},
      {.name = "requirements", .meaning = {"per criterium wat de papieren tonen", "what the papers show of each"}},
  };
};

template <>
struct FieldTable<hiring::OtherVacancies> {
  static constexpr Field rows[] = {
      hiring::field::kCode,
      {.name = "vacancies", .meaning = {"open vacatures", "open vacancies"}},
      hiring::field::kLimits,
  };
};

template <>
struct FieldTable<hiring::MatrixRequest> {
  static constexpr Field rows[] = {
      hiring::field::kVacancy,
      hiring::field::kGroup,
      hiring::field::kStage,
      hiring::field::kVerdict,
      {.name = "requirement",
       .meaning = {"alleen wie op dit criterium `met` heeft", "only who has `met` on this requirement"}},
      hiring::field::kMet,
      {.name = "text",
       .meaning = {"deel van de code, of van de naam als die getoond wordt",
                   "part of the code, or of the name where shown"},
       .has_default = true},
      {.name = "after", .meaning = {"`next` van de vorige bladzijde", "`next` of the page before"}},
      {.name = "limit",
       .meaning = {"hoeveel ten hoogste", "how many at most"},
       .min = 1,
       .max = 500,
       .has_default = true},
  };
};

template <>
struct FieldTable<hiring::MatrixColumn> {
  static constexpr Field rows[] = {hiring::field::kRequirement, hiring::field::kLabel, hiring::field::kKind,
                                   hiring::field::kLater};
};

template <>
struct FieldTable<hiring::GroupCount> {
  static constexpr Field rows[] = {
      hiring::field::kGroup,
      {.name = "count", .meaning = {"hoeveel kandidaten", "how many candidates"}, .min = 0},
  };
};

template <>
struct FieldTable<hiring::MatrixRow> {
  static constexpr Field rows[] = {
      hiring::field::kApplication,
      hiring::field::kCode,
      hiring::field::kName,
      hiring::field::kGroup,
      {.name = "met", .meaning = {"per criterium, in hun volgorde", "for each requirement, in their order"}},
      {.name = "stage",
       .meaning = {"stap; niet getoond zolang u uw eigen oordeel nog niet gaf",
                   "stage; not shown before your own view"}},
      {.name = "verdict",
       .meaning = {"besluit; niet getoond zolang u uw eigen oordeel nog niet gaf",
                   "decision; not shown before your own view"}},
      {.name = "opened", .meaning = {"of u de papieren opende", "whether you opened the papers"}},
      {.name = "my_view", .meaning = {"uw eigen oordeel", "your own view"}},
      {.name = "notes", .meaning = {"aantal aantekeningen", "number of notes"}, .min = 0},
      {.name = "questions", .meaning = {"vragen die nog openstaan", "questions still open"}, .min = 0},
      {.name = "arrived_at", .meaning = {"binnengekomen op", "arrived at"}},
  };
};

template <>
struct FieldTable<hiring::Matrix> {
  static constexpr Field rows[] = {
      {.name = "requirements", .meaning = {"de criteria, in volgorde", "the requirements, in order"}},
      {.name = "groups", .meaning = {"hoeveel kandidaten per groep, ongefilterd", "candidates a group, unfiltered"}},
      {.name = "rows",
       .meaning = {"kandidaten: per groep, daarbinnen geschud of op score",
                   "candidates: by group, inside it shuffled or by score"}},
      {.name = "next", .meaning = {"waar de volgende bladzijde begint", "where the next page begins"}},
      hiring::field::kNamesHidden,
      {.name = "order", .meaning = {"volgorde binnen een groep", "order inside a group"}},
      hiring::field::kLimits,
  };
};

template <>
struct FieldTable<hiring::PaperEvidence> {
  static constexpr Field rows[] = {
      {.name = "document", .meaning = {"het papier", "the paper"}, .personal = Personal::ordinary},
      hiring::field::kPaperId,
      {.name = "page",
       .meaning = {"bladzijde, waar het formaat die heeft", "page, where the format has one"},
       .min = 1},
      {.name = "quote", .meaning = {"de aangehaalde woorden", "the words quoted"}, .personal = Personal::ordinary},
      {.name = "start", .meaning = {"begin in de getoonde tekst", "start in the text shown"}, .unit = "code points"},
      {.name = "end", .meaning = {"einde, zelf niet meegerekend", "end, itself excluded"}, .unit = "code points"},
      {.name = "mark_start",
       .meaning = {"begin van de woorden waar het om gaat", "start of the words that count"},
       .unit = "code points"},
      {.name = "mark_end", .meaning = {"einde daarvan", "their end"}, .unit = "code points"},
  };
};

template <>
struct FieldTable<hiring::CandidateReason> {
  static constexpr Field rows[] = {
      hiring::field::kRequirement,
      hiring::field::kLabel,
      hiring::field::kKind,
      hiring::field::kType,
      hiring::field::kLater,
      hiring::field::kMet,
      hiring::field::kGround,
      hiring::field::kWhy,
      hiring::field::kWeight,
      hiring::field::kContribution,
      hiring::field::kThin,
      {.name = "evidence",
       .meaning = {"waar dat staat, het sterkste eerst", "where it stands, strongest first"},
       .personal = Personal::ordinary},
  };
};

template <>
struct FieldTable<hiring::PageStart> {
  static constexpr Field rows[] = {
      {.name = "page", .meaning = {"bladzijde", "page"}, .min = 1},
      {.name = "start",
       .meaning = {"waar zij in de tekst begint", "where it begins in the text"},
       .unit = "code points"},
  };
};

template <>
struct FieldTable<hiring::ShownPaper> {
  static constexpr Field rows[] = {
      hiring::field::kPaperId,
      {.name = "name", .meaning = {"hoe het papier heet", "what the paper is called"}, .personal = Personal::ordinary},
      {.name = "format", .meaning = {"soort bestand", "kind of file"}},
      {.name = "pages", .meaning = {"aantal bladzijden", "number of pages"}, .min = 1},
      {.name = "has_images",
       .meaning = {"of er afbeeldingen van bladzijden zijn (hiring.page)",
                   "whether there are images of pages (hiring.page)"}},
      {.name = "text",
       .meaning = {"de tekst, met balken zolang namen verborgen zijn", "the text, with bars while names are hidden"},
       .personal = Personal::ordinary},
      {.name = "page_starts", .meaning = {"waar bladzijden beginnen", "where pages begin"}},
  };
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
struct FieldTable<hiring::TakenDecision> {
  static constexpr Field rows[] = {hiring::field::kBy, hiring::field::kVerdict, hiring::field::kAt,
                                   hiring::field::kReason};
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
struct FieldTable<hiring::ShownCandidate> {
  static constexpr Field rows[] = {
      hiring::field::kApplication,
      hiring::field::kVacancy,
      {.name = "vacancy_title", .meaning = {"titel van de vacature", "title of the vacancy"}},
      hiring::field::kCode,
      hiring::field::kName,
      hiring::field::kNamesHidden,
      hiring::field::kStage,
      hiring::field::kVerdict,
      hiring::field::kGroup,
      {.name = "proposal", .meaning = {"het voorstel", "the proposal"}},
      {.name = "proposal_status", .meaning = {"waar het voorstel staat", "where the proposal stands"}},
      {.name = "score", .meaning = {"som van de bijdragen", "sum of the contributions"}, .min = 0, .max = 1},
      {.name = "reasons",
       .meaning = {"per criterium wat de papieren tonen", "what the papers show of each requirement"}},
      hiring::field::kLimits,
      {.name = "notices", .meaning = {"wat bij het lezen opviel", "what was seen while reading"}},
      {.name = "papers", .meaning = {"de papieren", "the papers"}, .personal = Personal::ordinary},
      hiring::field::kNotes,
      hiring::field::kViews,
      {.name = "views_hidden",
       .meaning = {"of u eerst uw eigen oordeel geeft voordat u dat van anderen ziet",
                   "whether you give your own view before you see that of others"}},
      hiring::field::kDecisions,
      hiring::field::kQuestions,
      hiring::field::kHistory,
      {.name = "may_decide", .meaning = {"of u nu kunt besluiten", "whether you may decide now"}},
      {.name = "questions_first",
       .meaning = {"harde eisen die onbekend zijn: leg ze voor voordat u afwijst",
                   "musts that are unknown: ask about them before you turn down"}},
  };
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
