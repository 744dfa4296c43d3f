#pragma once

// One candidate, as a reader of the vacancy sees them.

#include <optional>
#include <string>
#include <vector>

#include "collega/documents/document.h"
#include "handling_types.h"

namespace collega::hiring {

/// unmatched: not laid beside these requirements yet. own_view_first: of the blind sample, and the asker's view is
/// awaited.
enum class RowGroup { all_musts_shown, something_unknown, contradicted, unmatched, own_view_first };
BOOST_DESCRIBE_ENUM(RowGroup, all_musts_shown, something_unknown, contradicted, unmatched, own_view_first)

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
  bool may_reopen = false;
  std::optional<Date> closed_on;
  std::vector<std::string> questions_first;
};
BOOST_DESCRIBE_STRUCT(ShownCandidate, (),
                      (application, vacancy, vacancy_title, code, name, names_hidden, stage, verdict, group, proposal,
                       proposal_status, score, reasons, limits, notices, papers, notes, views, views_hidden, decisions,
                       questions, history, may_decide, may_reopen, closed_on, questions_first))

}  // namespace collega::hiring

namespace collega {

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
      {.name = "may_reopen",
       .meaning = {"of u een besluit opnieuw kunt bekijken", "whether you may look at a decision again"}},
      {.name = "closed_on",
       .meaning = {"wanneer de procedure is afgesloten: sindsdien besluit niemand meer",
                   "when the procedure was closed: since then nobody decides"}},
      {.name = "questions_first",
       .meaning = {"harde eisen die onbekend zijn: leg ze voor voordat u afwijst",
                   "musts that are unknown: ask about them before you turn down"}},
  };
};

}  // namespace collega
