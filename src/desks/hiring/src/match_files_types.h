#pragma once

// What hiring.match_files takes and gives (the batch interface's own form).

#include <optional>
#include <string>
#include <vector>

#include "collega/base/described.h"
#include "collega/operations/proposal.h"
#include "engine_words.h"

namespace collega::hiring {

struct CriterionInput {
  std::string label;
  skills::RequirementKind kind = skills::RequirementKind::must;
  skills::RequirementType type = skills::RequirementType::other;
  std::optional<Json> threshold;
  std::vector<std::string> alternatives;
};
BOOST_DESCRIBE_STRUCT(CriterionInput, (), (label, kind, type, threshold, alternatives))

struct MatchFilesRequest {
  std::string vacancy;
  std::vector<std::string> candidates;
  std::optional<std::string> folder;
  std::optional<std::vector<CriterionInput>> criteria;
  bool blind = false;
  std::optional<std::string> blind_key;
  std::optional<std::string> xlsx;
  std::optional<Language> language;
  std::optional<std::string> on;
};
BOOST_DESCRIBE_STRUCT(MatchFilesRequest, (),
                      (vacancy, candidates, folder, criteria, blind, blind_key, xlsx, language, on))

struct RequirementResult {
  std::string label;
  skills::RequirementKind kind = skills::RequirementKind::must;
  skills::RequirementType type = skills::RequirementType::other;
  skills::Met met = skills::Met::unknown;
  skills::Ground ground = skills::Ground::not_mentioned;
  std::string why;
  double weight = 0;
  double contribution = 0;
  bool thin = false;
  std::vector<operations::Evidence> evidence;
};
BOOST_DESCRIBE_STRUCT(RequirementResult, (),
                      (label, kind, type, met, ground, why, weight, contribution, thin, evidence))

struct CandidateResult {
  std::string candidate;
  std::string name;
  std::vector<std::string> documents;
  double score = 0;
  skills::Group group = skills::Group::something_unknown;
  std::vector<RequirementResult> requirements;
  std::vector<std::string> missing;
  std::vector<std::string> notices;
};
BOOST_DESCRIBE_STRUCT(CandidateResult, (), (candidate, name, documents, score, group, requirements, missing, notices))

struct CriterionResult {
  std::string label;
  skills::RequirementKind kind = skills::RequirementKind::must;
  skills::RequirementType type = skills::RequirementType::other;
  double weight = 0;
  std::optional<std::string> quote;
};
BOOST_DESCRIBE_STRUCT(CriterionResult, (), (label, kind, type, weight, quote))

struct ErrorResult {
  std::string code;
  std::string message;
  std::string where;
};
BOOST_DESCRIBE_STRUCT(ErrorResult, (), (code, message, where))

struct RefusedFile {
  std::string path;
  ErrorResult error;
};
BOOST_DESCRIBE_STRUCT(RefusedFile, (), (path, error))

struct MatchFilesAnswer {
  std::string vacancy_title;
  std::vector<CriterionResult> criteria;
  std::vector<CandidateResult> ranking;
  std::vector<std::string> limits;
  std::vector<RefusedFile> refused;
  operations::Proposal proposal;
};
BOOST_DESCRIBE_STRUCT(MatchFilesAnswer, (), (vacancy_title, criteria, ranking, limits, refused, proposal))

}  // namespace collega::hiring

namespace collega {

template <>
struct FieldTable<hiring::CriterionInput> {
  static constexpr Field rows[] = {
      {.name = "label", .meaning = {"het criterium in eigen woorden", "the criterion in your own words"}},
      {.name = "kind", .meaning = {"harde eis of wens", "must or wish"}, .has_default = true},
      {.name = "type", .meaning = {"soort criterium", "kind of criterion"}, .has_default = true},
      {.name = "threshold",
       .meaning = {"grens: jaren, uren, een opleidings- of taalniveau",
                   "threshold: years, hours, a level of education or language"}},
      {.name = "alternatives", .meaning = {"wat ook voldoet", "what also meets it"}, .has_default = true},
  };
};

template <>
struct FieldTable<hiring::MatchFilesRequest> {
  static constexpr Field rows[] = {
      {.name = "vacancy", .meaning = {"bestand met de vacature", "file of the vacancy"}, .paper = Paper::given},
      {.name = "candidates",
       .meaning = {"bestanden en mappen met papieren van kandidaten", "files and folders with candidates' papers"},
       .has_default = true,
       .personal = Personal::ordinary,
       .paper = Paper::given},
      {.name = "folder",
       .meaning = {"map met papieren van kandidaten", "folder with candidates' papers"},
       .personal = Personal::ordinary,
       .paper = Paper::folder},
      {.name = "criteria",
       .meaning = {"vooraf vastgestelde criteria; anders die van de vacature",
                   "criteria set beforehand; else those of the vacancy"}},
      {.name = "blind",
       .meaning = {"laat namen, contactgegevens en geboortegegevens weg", "leave out names, contact and birth data"},
       .has_default = true},
      {.name = "blind_key",
       .meaning = {"bestand waarin komt wie welke letter is", "file to write who is behind each label"}},
      {.name = "xlsx", .meaning = {"werkblad om te schrijven", "sheet to write"}},
      {.name = "language", .meaning = {"taal van het antwoord", "language of the answer"}},
      {.name = "on",
       .meaning = {"datum waarop gerekend wordt (jjjj-mm-dd); anders vandaag",
                   "date to count on (yyyy-mm-dd); else today"}},
  };
};

template <>
struct FieldTable<hiring::RequirementResult> {
  static constexpr Field rows[] = {
      {.name = "label", .meaning = {"het criterium", "the criterion"}},
      {.name = "kind", .meaning = {"harde eis of wens", "must or wish"}},
      {.name = "type", .meaning = {"soort criterium", "kind of criterion"}},
      {.name = "met",
       .meaning = {"staat in de papieren, deels, papieren zeggen nee, staat er niet in",
                   "in the papers, partly, the papers say no, not in them"}},
      {.name = "ground", .meaning = {"waarom", "why"}},
      {.name = "why", .meaning = {"waarom, in een zin", "why, in a sentence"}},
      {.name = "weight", .meaning = {"hoogste bijdrage", "largest contribution"}, .min = 0, .max = 1},
      {.name = "contribution", .meaning = {"bijdrage aan de score", "contribution to the score"}, .min = 0, .max = 1},
      {.name = "thin", .meaning = {"alleen genoemd in een opsomming", "only named in a list"}},
      {.name = "evidence",
       .meaning = {"waar dat staat, het sterkste eerst", "where it stands, strongest first"},
       .personal = Personal::ordinary},
  };
};

template <>
struct FieldTable<hiring::CandidateResult> {
  static constexpr Field rows[] = {
      {.name = "candidate",
       .meaning = {"het bestand of de map van de kandidaat, zoals opgegeven",
                   "the candidate's file or folder, as given"},
       .personal = Personal::ordinary},
      {.name = "name", .meaning = {"korte aanduiding", "short name"}, .personal = Personal::ordinary},
      {.name = "documents",
       .meaning = {"papieren die samen tellen", "papers that count together"},
       .personal = Personal::ordinary},
      {.name = "score", .meaning = {"som van de bijdragen", "sum of the contributions"}, .min = 0, .max = 1},
      {.name = "group", .meaning = {"groep", "group"}},
      {.name = "requirements",
       .meaning = {"per criterium wat de papieren tonen", "what the papers show of each criterion"}},
      {.name = "missing",
       .meaning = {"criteria die er niet in staan of tegengesproken worden",
                   "criteria not in the papers or denied by them"}},
      {.name = "notices", .meaning = {"wat bij het lezen opviel", "what was seen while reading"}},
  };
};

template <>
struct FieldTable<hiring::CriterionResult> {
  static constexpr Field rows[] = {
      {.name = "label", .meaning = {"het criterium", "the criterion"}},
      {.name = "kind", .meaning = {"harde eis of wens", "must or wish"}},
      {.name = "type", .meaning = {"soort criterium", "kind of criterion"}},
      {.name = "weight", .meaning = {"gewicht; alle samen 1", "weight; all together 1"}, .min = 0, .max = 1},
      {.name = "quote", .meaning = {"waar de vacature het vraagt", "where the vacancy asks it"}},
  };
};

template <>
struct FieldTable<hiring::ErrorResult> {
  static constexpr Field rows[] = {
      {.name = "code", .meaning = {"code van de fout", "code of the error"}},
      {.name = "message", .meaning = {"wat er mis was en wat te doen", "what was wrong and what to do"}},
      {.name = "where", .meaning = {"waar", "where"}},
  };
};

template <>
struct FieldTable<hiring::RefusedFile> {
  static constexpr Field rows[] = {
      {.name = "path", .meaning = {"het bestand", "the file"}, .personal = Personal::ordinary},
      {.name = "error", .meaning = {"waarom het niet gelezen is", "why it was not read"}},
  };
};

template <>
struct FieldTable<hiring::MatchFilesAnswer> {
  static constexpr Field rows[] = {
      {.name = "vacancy_title", .meaning = {"titel van de vacature", "title of the vacancy"}},
      {.name = "criteria", .meaning = {"de criteria waarop is gelet", "the criteria that were looked at"}},
      {.name = "ranking",
       .meaning = {"de kandidaten, in volgorde van getoonde harde eisen, daarna score",
                   "the candidates, by musts shown, then score"}},
      {.name = "limits",
       .meaning = {"waar niet naar gekeken is en wat niet te weten is",
                   "what was not looked at and what cannot be known"}},
      {.name = "refused", .meaning = {"bestanden die niet gelezen konden worden", "files that could not be read"}},
      {.name = "proposal",
       .meaning = {"het voorstel waarover een mens beslist", "the proposal that a person decides on"}},
  };
};

}  // namespace collega
