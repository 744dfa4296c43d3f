#include "findings.h"

#include <utility>

#include "collega/language/identify.h"
#include "wording.h"

namespace collega::hiring {
namespace {

// Below this the language of a short paper is a guess, and saying so would be noise.
constexpr double kSureOfLanguage = 0.6;
constexpr std::string_view kLanguage = "notice.language";

bool is_read_well(std::string_view code) { return code == "nl" || code == "en" || code == "und"; }

void add_notices_of(const documents::Document& document, std::size_t paper, std::vector<PaperNotice>& all) {
  bool scanned = false;
  for (const documents::Notice& notice : document.notices) {
    const bool again = notice.kind == documents::NoticeKind::scanned && std::exchange(scanned, true);
    if (!again) all.push_back({std::string{key_of(notice.kind)}, paper, notice.excerpt});
  }
  const auto guess = language::identify(document.text);
  if (guess.confidence >= kSureOfLanguage && !is_read_well(guess.code))
    all.push_back({std::string{kLanguage}, paper, std::string{guess.code}});
}

}  // namespace

std::string engine_version(const skills::MentionFinder& finder) {
  return std::string{kEngineVersion} + ", " + finder.taxonomy().version();
}

operations::Evidence evidence_from(const skills::EvidenceSpan& span, const Opened& opened,
                                   const std::vector<CodePointIndex>& indexes) {
  const documents::Document& document = opened.documents[span.paper];
  const Span quote = indexes[span.paper].to_code_points(span.quote);
  const Span mark = indexes[span.paper].to_code_points(span.mark);
  return {opened.names[span.paper],
          documents::page_at(document, span.quote.begin),
          std::string{span.quote.of(document.text)},
          quote.begin,
          quote.end,
          mark.begin,
          mark.end};
}

std::vector<PaperNotice> notices_of(const std::vector<documents::Document>& documents,
                                    const skills::CandidateMatch& match) {
  std::vector<PaperNotice> all;
  for (std::size_t i = 0; i < documents.size(); ++i) add_notices_of(documents[i], i, all);
  for (const std::string& sentence : match.instructions) all.push_back({"notice.instruction", {}, sentence});
  // One row is enough to look at: papers that are nothing else hold a row a line.
  if (!match.keyword_rows.empty()) all.push_back({"notice.keywords", {}, match.keyword_rows.front()});
  return all;
}

std::string in_words(const PaperNotice& notice, const std::vector<std::string>& names, const Messages& messages) {
  if (!notice.paper) return messages(notice.key, notice.argument);
  const std::string& name = names.at(*notice.paper);
  return messages(notice.key, name,
                  notice.key == kLanguage ? language_name(notice.argument, messages) : notice.argument);
}

}  // namespace collega::hiring
