#include <algorithm>

#include "collega/base/utf8.h"
#include "collega/documents/csv_line.h"
#include "rows.h"
#include "texts.h"

namespace collega::administration {
namespace {

bool by_line(const RowFinding& a, const RowFinding& b) { return a.line < b.line; }

std::string masked(std::string_view value) {
  constexpr std::size_t kLastShown = 3;
  const std::size_t hidden = value.size() > kLastShown ? value.size() - kLastShown : value.size();
  std::string text(hidden, '*');
  for (const char c : value.substr(hidden)) text += static_cast<unsigned char>(c) < 0x80 ? c : '*';
  return text;
}

void take_over(std::vector<RowFinding>& found, std::vector<RowFinding>& into) {
  std::stable_sort(found.begin(), found.end(), by_line);
  for (RowFinding& one : found) {
    one.reason_nl = reason_of(one, Language::nl);
    one.reason_en = reason_of(one, Language::en);
  }
  into = std::move(found);
  found.clear();
}

}  // namespace

std::string shown(std::optional<ImportField> field, std::string_view value) {
  std::string text = repair_utf8(value);
  const CodePointIndex letters{text};
  const std::size_t end = letters.to_bytes({0, kShownValue}).end;
  text = end < text.size() ? text.substr(0, end) + "…" : text;
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
  }
  if (field == ImportField::bsn || field == ImportField::iban) return masked(text);
  return text;
}

RowFinding Findings::finding(std::size_t line, Problem problem, std::optional<ImportField> field,
                             std::string_view value, std::string about) const {
  return {.line = line,
          .column = field ? columns_.header_of(*field) : "",
          .field = field,
          .value = shown(field, value),
          .problem = problem,
          .about = std::move(about),
          .reason_nl = {},
          .reason_en = {}};
}

void Findings::bad(ImportRow& row, Problem problem, std::optional<ImportField> field, std::string_view value,
                   std::string about) {
  row.bad = true;
  if (field) row.broken.set(at(*field));
  bad_.push_back(finding(row.line, problem, field, value, std::move(about)));
}

void Findings::notice(std::size_t line, Problem problem, std::optional<ImportField> field, std::string_view value,
                      std::string about) {
  notices_.push_back(finding(line, problem, field, value, std::move(about)));
}

void Findings::hand_over(ImportReport& report) {
  take_over(bad_, report.bad);
  take_over(notices_, report.notices);
}

std::string reason_of(const RowFinding& finding, Language language) {
  const Messages& messages = texts(language);
  const std::string key = "problem." + std::string{name_of(finding.problem)};
  const FieldInfo* info = finding.field ? &info_of(*finding.field) : nullptr;
  const std::string title = !info ? "" : language == Language::nl ? info->title_nl : info->title_en;
  return messages(key, title, finding.about);
}

std::string findings_csv(const ImportReport& report, Language language) {
  const Messages& messages = texts(language);
  std::string csv = std::string{documents::kByteOrderMark} + messages("report.header") + "\r\n";
  for (const std::vector<RowFinding>* list : {&report.bad, &report.notices}) {
    for (const RowFinding& one : *list) {
      csv += documents::csv_line({std::to_string(one.line), one.column, one.value, std::string{name_of(one.problem)},
                                  language == Language::nl ? one.reason_nl : one.reason_en});
    }
  }
  return csv;
}

}  // namespace collega::administration
