#include "privacy.h"

#include <map>
#include <utility>

#include "collega/base/utf8.h"
#include "collega/language/identify.h"
#include "collega/privacy/pseudonyms.h"

namespace collega::workbench {
namespace {

Language language_of(const std::string& text, std::optional<Language> said, Language otherwise) {
  return said ? *said : language_named(language::identify(text).code).value_or(otherwise);
}

std::vector<privacy::Finding> found_in(const std::string& text, std::optional<Language> language,
                                       const std::vector<std::string>& known) {
  const privacy::KnownPeople people(known);
  return privacy::find(text, {language, known.empty() ? nullptr : &people});
}

Result<privacy::Vault> vault_of(const std::vector<VaultEntry>& entries, Language language) {
  std::vector<privacy::Vault::Entry> kept;
  for (const VaultEntry& entry : entries) kept.push_back({entry.placeholder, entry.original, entry.type});
  return privacy::Vault::of(std::move(kept), language);
}

/// The places where entries stood in the text that left; empty when this text is not that one.
std::vector<privacy::Pseudonymised::Place> places_in(const std::string& text, const std::vector<VaultEntry>& vault) {
  const CodePointIndex index(text);
  std::map<std::size_t, privacy::Pseudonymised::Place> places;
  for (const VaultEntry& entry : vault)
    for (const std::int64_t at : entry.at) {
      const auto start = static_cast<std::size_t>(std::max<std::int64_t>(at, 0));
      const std::size_t begin = index.to_bytes({start, start}).begin;
      const Span span{begin, begin + entry.placeholder.size()};
      if (text.compare(begin, entry.placeholder.size(), entry.placeholder) != 0) return {};
      if (!places.emplace(begin, privacy::Pseudonymised::Place{span, entry.original, entry.type}).second) return {};
    }
  std::vector<privacy::Pseudonymised::Place> out;
  for (auto& [begin, place] : places) {
    if (!out.empty() && out.back().span.end > begin) return {};
    out.push_back(std::move(place));
  }
  return out;
}

}  // namespace

PrivacyFindAnswer find_personal(const PrivacyFindRequest& request, Language otherwise) {
  const Language language = request.language.value_or(otherwise);
  const CodePointIndex index(request.text);
  PrivacyFindAnswer answer;
  for (const privacy::Finding& finding : found_in(request.text, request.language, request.known_people)) {
    const Span span = index.to_code_points(finding.span);
    answer.spans.push_back({static_cast<std::int64_t>(span.begin), static_cast<std::int64_t>(span.end), finding.kind,
                            finding.score, privacy::reason_of(finding, language)});
  }
  return answer;
}

Result<PseudonymiseAnswer> pseudonymise(const PseudonymiseRequest& request, Language otherwise, Date today) {
  const Language language = language_of(request.text, request.language, otherwise);
  privacy::Vault vault = TRY(vault_of(request.vault, language));
  const auto findings = found_in(request.text, request.language, request.known_people);
  privacy::Pseudonymised out = TRY(privacy::pseudonymise(request.text, findings, privacy::Policy{}, vault, today));
  PseudonymiseAnswer answer;
  std::map<std::pair<std::string, std::string>, std::size_t> entries;
  for (const privacy::Vault::Entry& entry : vault.entries()) {
    entries.emplace(std::pair{entry.placeholder, entry.original}, answer.vault.size());
    answer.vault.push_back({entry.placeholder, entry.original, entry.kind, {}});
  }
  const CodePointIndex index(out.text);
  for (const privacy::Pseudonymised::Place& place : out.places) {
    const auto entry = entries.find({std::string(place.span.of(out.text)), place.original});
    if (entry != entries.end())
      answer.vault[entry->second].at.push_back(static_cast<std::int64_t>(index.to_code_points(place.span).begin));
  }
  answer.text = std::move(out.text);
  return answer;
}

Result<RestoreAnswer> restore(const RestoreRequest& request) {
  privacy::Pseudonymised same;
  same.places = places_in(request.text, request.vault);
  if (!same.places.empty()) {
    same.text = request.text;
    return RestoreAnswer{privacy::restore(same)};
  }
  const privacy::Vault vault = TRY(vault_of(request.vault, Language::nl));
  return RestoreAnswer{privacy::restore(request.text, vault)};
}

}  // namespace collega::workbench
