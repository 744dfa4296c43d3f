#include "match_files.h"

#include <algorithm>
#include <cstdio>
#include <fstream>

#include "blind.h"
#include "collega/base/digest.h"
#include "collega/base/error.h"
#include "collega/base/utf8.h"
#include "findings.h"
#include "match_sheet.h"
#include "papers.h"
#include "wording.h"

namespace collega::hiring {
namespace {

constexpr std::string_view kOperation = "hiring.match_files";

// All that one run holds while the candidates pass by, one at a time.
struct Run {
  const MatchFilesRequest& request;
  operations::Context& context;
  const skills::MentionFinder& finder;
  documents::Reader& reader;
  const Messages& messages;
  Language language;
  Date today;
  std::vector<skills::Requirement> requirements = {};
  std::vector<double> weights = {};
  Digest digest = {};
  MatchFilesAnswer answer = {};
  std::vector<skills::CandidateMatch> matches = {};
  std::vector<CandidateResult> results = {};  // by the candidate index of a match
};

std::vector<std::string> candidate_paths(const MatchFilesRequest& request) {
  std::vector<std::string> paths = request.candidates;
  if (request.folder) paths.push_back(*request.folder);
  return paths;
}

std::string threshold_text(const std::optional<Json>& threshold) {
  if (!threshold || threshold->is_null()) return {};
  if (const auto* text = threshold->if_string()) return std::string{*text};
  boost::system::error_code failure;
  const auto number = threshold->to_number<double>(failure);
  char text[32];
  const int size = failure ? 0 : std::snprintf(text, sizeof text, "%g", number);
  return {text, static_cast<std::size_t>(size)};
}

Result<std::vector<skills::Requirement>> requirements_from(const std::vector<CriterionInput>& criteria,
                                                           const skills::MentionFinder& finder) {
  std::vector<skills::Requirement> requirements;
  for (const CriterionInput& input : criteria) {
    if (input.threshold && input.threshold->is_structured())
      return Error{ErrorCode::wrong_type, input.label + ": threshold"};
    requirements.push_back(TRY(skills::requirement_from(
        {input.label, input.kind, input.type, threshold_text(input.threshold), input.alternatives}, finder)));
  }
  return requirements;
}

Result<Done> read_vacancy_into(Run& run) {
  const documents::Document vacancy = TRY(run.reader.read(run.request.vacancy));
  run.digest.add(vacancy.text);
  const skills::Paper paper = paper_from(vacancy);
  skills::VacancyReading reading = skills::read_vacancy(paper, run.finder, run.language);
  run.answer.vacancy_title = vacancy.title.empty() ? reading.title : vacancy.title;
  if (run.request.criteria) {
    run.requirements = TRY(requirements_from(*run.request.criteria, run.finder));
  } else {
    run.requirements = std::move(reading.requirements);
    for (const std::string& sentence : reading.unread)
      run.answer.limits.push_back(run.messages("limit.unread", sentence));
  }
  run.weights = skills::weights(run.requirements);
  for (std::size_t i = 0; i < run.requirements.size(); ++i) {
    const skills::Requirement& asked = run.requirements[i];
    CriterionResult criterion{asked.label, asked.kind, asked.type, run.weights[i], {}};
    if (!asked.source.empty()) criterion.quote = std::string{asked.source.of(vacancy.text)};
    run.answer.criteria.push_back(std::move(criterion));
  }
  return Done{};
}

// How the papers of one candidate are called in the answer.
struct Shown {
  std::string candidate;
  std::string name;
  std::vector<std::string> documents;
};

Shown shown_as(const CandidateFiles& files, std::size_t number, const Run& run) {
  Shown shown{files.given, files.name, {}};
  if (run.request.blind) {
    const std::string digits = std::to_string(number + 1);
    shown.name = run.messages("blind.name", digits.size() < 2 ? "0" + digits : digits);
    shown.candidate = shown.name;
  }
  for (std::size_t i = 0; i < files.files.size(); ++i) {
    shown.documents.push_back(run.request.blind ? run.messages("blind.document", shown.name, i + 1)
                                                : files.files[i].string());
  }
  return shown;
}

Opened open_papers(const CandidateFiles& files, const Shown& shown, Run& run) {
  Opened opened;
  for (std::size_t i = 0; i < files.files.size(); ++i) {
    auto document = run.reader.read(files.files[i]);
    if (document) {
      run.digest.add(document->text);
      opened.documents.push_back(std::move(document).value());
      opened.names.push_back(shown.documents[i]);
      continue;
    }
    const Error& error = document.error();
    run.answer.refused.push_back({shown.documents[i],
                                  {std::string{name_of(error.code)}, std::string{message_of(error.code, run.language)},
                                   run.request.blind ? shown.documents[i] : error.where}});
  }
  return opened;
}

CandidateResult result_from(const Shown& shown, const Opened& opened, const skills::CandidateMatch& match,
                            const Run& run) {
  CandidateResult result{shown.candidate, shown.name, opened.names, match.score, match.group, {}, {}, {}};
  std::vector<CodePointIndex> indexes;
  for (const documents::Document& document : opened.documents) indexes.emplace_back(document.text);
  for (std::size_t i = 0; i < run.requirements.size(); ++i) {
    const skills::Requirement& asked = run.requirements[i];
    const skills::Judgement& judgement = match.judgements[i];
    RequirementResult requirement{asked.label,      asked.kind,
                                  asked.type,       judgement.met,
                                  judgement.ground, why(judgement, asked, run.messages),
                                  run.weights[i],   judgement.contribution,
                                  judgement.thin,   {}};
    for (const auto& span : judgement.evidence) requirement.evidence.push_back(evidence_from(span, opened, indexes));
    if (judgement.met == skills::Met::no || judgement.met == skills::Met::unknown)
      result.missing.push_back(asked.label);
    result.requirements.push_back(std::move(requirement));
  }
  std::vector<std::string> names;
  for (const std::string& name : opened.names) names.push_back(std::filesystem::path(name).filename().string());
  for (const PaperNotice& notice : notices_of(opened.documents, match))
    result.notices.push_back(in_words(notice, names, run.messages));
  return result;
}

void make_blind(CandidateResult& result, const Opened& opened, const CandidateFiles& files) {
  std::vector<std::string> names = {files.name};
  for (const auto& file : files.files) names.push_back(file.filename().string());
  const Blinder blinder(opened.documents, names);
  for (RequirementResult& requirement : result.requirements) {
    for (operations::Evidence& evidence : requirement.evidence) evidence.quote = blinder.blind(evidence.quote);
  }
  for (std::string& notice : result.notices) notice = blinder.blind(notice);
}

void match_one(const CandidateFiles& files, std::size_t number, Run& run) {
  const Shown shown = shown_as(files, number, run);
  const Opened opened = open_papers(files, shown, run);
  if (opened.documents.empty()) return;
  skills::Candidate candidate;
  for (const documents::Document& document : opened.documents) candidate.papers.push_back(paper_from(document));
  skills::CandidateMatch match = skills::match(candidate, run.requirements, run.finder, run.today);
  match.candidate = run.results.size();
  run.results.push_back(result_from(shown, opened, match, run));
  if (run.request.blind) make_blind(run.results.back(), opened, files);
  run.context.part(to_json(run.results.back()));
  run.matches.push_back(std::move(match));
}

void add_limits(Run& run) {
  std::vector<std::string> limits = {run.messages("limit.silence"), run.messages("limit.unchecked"),
                                     run.messages("limit.character")};
  if (run.requirements.empty()) limits.insert(limits.begin(), run.messages("limit.no_requirements"));
  if (run.request.blind) limits.push_back(run.messages("limit.blind"));
  if (!run.answer.refused.empty()) limits.push_back(run.messages.counted("limit.refused", run.answer.refused.size()));
  run.answer.limits.insert(run.answer.limits.begin(), limits.begin(), limits.end());
}

void add_proposal(Run& run) {
  operations::Proposal& proposal = run.answer.proposal;
  proposal.operation = kOperation;
  proposal.made_at = to_string(run.today);
  proposal.engine_version = engine_version(run.finder);
  proposal.input_digest = run.digest.hex();
  proposal.limits = run.answer.limits;
  for (const CandidateResult& candidate : run.answer.ranking) {
    proposal.about.push_back(candidate.candidate);
    operations::Finding finding{candidate.name, candidate.score, {}};
    for (const RequirementResult& requirement : candidate.requirements) {
      if (requirement.contribution > 0)
        finding.reasons.push_back({requirement.label, requirement.contribution, requirement.evidence});
    }
    std::stable_sort(finding.reasons.begin(), finding.reasons.end(),
                     [](const auto& a, const auto& b) { return a.contribution > b.contribution; });
    proposal.findings.push_back(std::move(finding));
  }
}

bool is_there(const std::string& path) {
  std::error_code failure;
  return std::filesystem::exists(path, failure);
}

Result<Done> write_file(const std::string& path, std::string_view bytes) {
  std::ofstream file(path, std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (!file) return Error{ErrorCode::file_unwritable, path};
  return Done{};
}

Result<Done> write_blind_key(const std::string& path, const std::vector<CandidateFiles>& candidates, const Run& run) {
  std::string key;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    for (const auto& file : candidates[i].files)
      key += shown_as(candidates[i], i, run).name + "\t" + file.string() + "\n";
  }
  return write_file(path, key);
}

}  // namespace

Result<MatchFilesAnswer> match_files(const MatchFilesRequest& request, operations::Context& context,
                                     const Tools& tools) {
  const auto paths = candidate_paths(request);
  const auto candidates = group_candidates(paths);
  if (candidates.empty() || std::none_of(paths.begin(), paths.end(), is_there))
    return Error{ErrorCode::no_candidates, paths.empty() ? "" : paths.front()};
  const Language language = request.language.value_or(context.language);
  const auto finder = TRY(tools.finder());
  Run run{request,
          context,
          *finder,
          tools.reader(),
          messages_in(language),
          language,
          request.on ? TRY(parse_date(*request.on)) : context.today};
  TRY(read_vacancy_into(run));
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    context.progress({i, candidates.size(), request.blind ? shown_as(candidates[i], i, run).name : candidates[i].name});
    match_one(candidates[i], i, run);
  }
  context.progress({candidates.size(), candidates.size(), {}});
  skills::order(run.matches, run.requirements);
  for (const auto& match : run.matches) run.answer.ranking.push_back(std::move(run.results[match.candidate]));
  add_limits(run);
  add_proposal(run);
  if (request.xlsx) {
    const std::string sheet = TRY(match_sheet(run.answer, run.messages));
    TRY(write_file(*request.xlsx, sheet));
  }
  if (request.blind_key) TRY(write_blind_key(*request.blind_key, candidates, run));
  return std::move(run.answer);
}

}  // namespace collega::hiring
