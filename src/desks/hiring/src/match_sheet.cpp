#include "match_sheet.h"

#include "collega/documents/write.h"

namespace collega::hiring {
namespace {

using documents::CellTone;
using documents::Sheet;
using documents::SheetCell;

CellTone tone_of(skills::Met met) {
  switch (met) {
    case skills::Met::yes:
      return CellTone::good;
    case skills::Met::partly:
      return CellTone::partial;
    case skills::Met::no:
      return CellTone::bad;
    case skills::Met::unknown:
      break;
  }
  return CellTone::unknown;
}

SheetCell heading(std::string text) { return {std::move(text), {}, CellTone::heading}; }

template <class E>
std::string word(std::string_view kind, E value, const Messages& messages) {
  return messages(std::string{kind} + "." + std::string{name_of(value)});
}

// One row a candidate: HR sorts and filters people, and there are more of them than criteria.
Sheet overview(const MatchFilesAnswer& answer, const Messages& messages) {
  Sheet sheet{messages("sheet.overview"), {}, {24, 30}, 2, 1};
  std::vector<SheetCell> names = {heading(messages("sheet.candidate")), heading(messages("sheet.group"))};
  std::vector<SheetCell> kinds = {heading(""), heading(messages("sheet.kind"))};
  for (const CriterionResult& criterion : answer.criteria) {
    names.push_back(heading(criterion.label));
    kinds.push_back(heading(word("kind", criterion.kind, messages)));
    sheet.widths.push_back(20);
  }
  sheet.rows = {names, kinds};
  for (const CandidateResult& candidate : answer.ranking) {
    std::vector<SheetCell> row = {{candidate.name}, {word("group", candidate.group, messages)}};
    for (const RequirementResult& requirement : candidate.requirements) {
      row.push_back({word("met", requirement.met, messages), {}, tone_of(requirement.met)});
    }
    sheet.rows.push_back(std::move(row));
  }
  return sheet;
}

Sheet reasons(const MatchFilesAnswer& answer, const Messages& messages) {
  Sheet sheet{messages("sheet.reasons"), {}, {24, 32, 12, 20, 44, 70, 28, 10}, 1, 1};
  std::vector<SheetCell> head;
  for (const char* key : {"candidate", "criterion", "kind", "met", "why", "quote", "document", "page"}) {
    head.push_back(heading(messages("sheet." + std::string{key})));
  }
  sheet.rows.push_back(std::move(head));
  for (const CandidateResult& candidate : answer.ranking) {
    for (const RequirementResult& requirement : candidate.requirements) {
      std::vector<SheetCell> row = {{candidate.name},
                                    {requirement.label},
                                    {word("kind", requirement.kind, messages)},
                                    {word("met", requirement.met, messages), {}, tone_of(requirement.met)},
                                    {requirement.why}};
      if (!requirement.evidence.empty()) {
        const operations::Evidence& evidence = requirement.evidence.front();
        row.push_back({evidence.quote});
        row.push_back({evidence.document});
        row.push_back(evidence.page ? SheetCell{std::to_string(*evidence.page), static_cast<double>(*evidence.page)}
                                    : SheetCell{});
      }
      sheet.rows.push_back(std::move(row));
    }
  }
  return sheet;
}

Sheet limits(const MatchFilesAnswer& answer, const Messages& messages) {
  Sheet sheet{
      messages("sheet.limits"), {{heading(messages("sheet.limits"))}, {{messages("sheet.decides")}}}, {110}, 1, 0};
  for (const std::string& limit : answer.limits) sheet.rows.push_back({{limit}});
  for (const CandidateResult& candidate : answer.ranking) {
    for (const std::string& notice : candidate.notices) sheet.rows.push_back({{candidate.name + ": " + notice}});
  }
  for (const RefusedFile& file : answer.refused) sheet.rows.push_back({{file.path + ": " + file.error.message}});
  return sheet;
}

}  // namespace

Result<std::string> match_sheet(const MatchFilesAnswer& answer, const Messages& messages) {
  return documents::write_xlsx({overview(answer, messages), reasons(answer, messages), limits(answer, messages)});
}

}  // namespace collega::hiring
