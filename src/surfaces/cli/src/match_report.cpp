#include "match_report.h"

#include <algorithm>
#include <filesystem>
#include <stdexcept>

#include "collega/base/utf8.h"
#include "terminal.h"

namespace collega::cli {
namespace {

const Json* member(const Json& object, std::string_view name) { return object.as_object().if_contains(name); }

std::string text_of(const Json& object, std::string_view name) {
  const Json* value = member(object, name);
  return value && value->is_string() ? printable(std::string_view{value->as_string()}) : std::string{};
}

const JsonArray& list_of(const Json& object, std::string_view name) {
  static const JsonArray kNone;
  const Json* value = member(object, name);
  return value && value->is_array() ? value->as_array() : kNone;
}

std::vector<std::string> texts_of(const Json& object, std::string_view name) {
  std::vector<std::string> texts;
  for (const Json& item : list_of(object, name)) texts.push_back(printable(std::string_view{item.as_string()}));
  return texts;
}

std::size_t offset_of(const Json& object, std::string_view name) {
  const Json* value = member(object, name);
  return value ? value->to_number<std::size_t>() : 0;
}

Met met_named(std::string_view name) {
  if (name == "yes") return Met::yes;
  if (name == "partly") return Met::partly;
  if (name == "no") return Met::no;
  if (name == "unknown") return Met::unknown;
  throw std::logic_error("hiring.match_files: met");
}

Group group_named(std::string_view name) {
  if (name == "all_musts_shown") return Group::all_musts_shown;
  if (name == "something_unknown") return Group::something_unknown;
  if (name == "contradicted") return Group::contradicted;
  throw std::logic_error("hiring.match_files: group");
}

Quote read_quote(const Json& evidence) {
  Quote quote;
  quote.document = std::filesystem::path{text_of(evidence, "document")}.filename().string();
  if (const Json* page = member(evidence, "page"); page && page->is_int64()) quote.page = page->as_int64();
  const Json* words = member(evidence, "quote");
  const std::string raw = words && words->is_string() ? std::string{words->as_string()} : std::string{};
  const std::size_t start = offset_of(evidence, "start");
  const std::size_t mark_start = std::max(offset_of(evidence, "mark_start"), start);
  const std::size_t mark_end = std::max(offset_of(evidence, "mark_end"), mark_start);
  const Span mark = CodePointIndex{raw}.to_bytes({mark_start - start, mark_end - start});
  const std::string before = printable(std::string_view{raw}.substr(0, mark.begin));
  const std::string marked = printable(mark.of(raw));
  quote.text = before + marked + printable(std::string_view{raw}.substr(mark.end));
  quote.mark_begin = before.size();
  quote.mark_end = before.size() + marked.size();
  return quote;
}

Judged read_judged(const Json& requirement) {
  Judged judged;
  judged.label = text_of(requirement, "label");
  judged.must = text_of(requirement, "kind") == "must";
  judged.met = met_named(text_of(requirement, "met"));
  judged.why = text_of(requirement, "why");
  for (const Json& evidence : list_of(requirement, "evidence")) judged.quotes.push_back(read_quote(evidence));
  return judged;
}

Candidate read_candidate(const Json& row, std::size_t place) {
  Candidate candidate;
  candidate.place = place;
  candidate.name = text_of(row, "name");
  if (candidate.name.empty()) candidate.name = text_of(row, "candidate");
  if (const Json* score = member(row, "score")) candidate.score = score->to_number<double>();
  candidate.group = group_named(text_of(row, "group"));
  for (const std::string& path : texts_of(row, "documents")) {
    candidate.documents.push_back(std::filesystem::path{path}.filename().string());
  }
  for (const Json& requirement : list_of(row, "requirements")) candidate.judged.push_back(read_judged(requirement));
  candidate.notices = texts_of(row, "notices");
  return candidate;
}

Refused read_refused(const Json& row) {
  Refused refused{text_of(row, "path"), {}, {}};
  if (const Json* error = member(row, "error"); error && error->is_object()) {
    refused.where = text_of(*error, "where");
    refused.message = text_of(*error, "message");
  }
  return refused;
}

}  // namespace

std::vector<const Candidate*> MatchReport::in(Group group) const {
  std::vector<const Candidate*> members;
  for (const Candidate& candidate : ranking) {
    if (candidate.group == group) members.push_back(&candidate);
  }
  return members;
}

bool MatchReport::asks_musts() const { return std::ranges::any_of(criteria, &AskedFor::must); }

MatchReport read_match_report(const Json& answer) {
  MatchReport report;
  report.vacancy = text_of(answer, "vacancy_title");
  for (const Json& row : list_of(answer, "criteria")) {
    report.criteria.push_back({text_of(row, "label"), text_of(row, "kind") == "must"});
  }
  for (const Json& row : list_of(answer, "ranking")) {
    report.ranking.push_back(read_candidate(row, report.ranking.size() + 1));
    if (report.ranking.back().judged.size() != report.criteria.size()) {
      throw std::logic_error("hiring.match_files: a candidate is not judged on every criterion");
    }
  }
  report.limits = texts_of(answer, "limits");
  for (const Json& row : list_of(answer, "refused")) report.refused.push_back(read_refused(row));
  return report;
}

}  // namespace collega::cli
