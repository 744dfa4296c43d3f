#include "collega/register/algorithm_register.h"

#include <algorithm>

#include "collega/base/utf8.h"
#include "words.h"

namespace collega::ai_register {
namespace {

constexpr Language kLanguage = Language::nl;

// Bounds of the standard, in code points.
constexpr std::size_t kLongestName = 100;
constexpr std::size_t kLongestDescription = 350;
constexpr std::size_t kLongestText = 2500;
constexpr std::size_t kLongestLink = 500;

constexpr std::string_view kStandard = "1.0";
constexpr std::string_view kLanguageCode = "nld";
// Of its sixteen themes the one that work on staff falls under.
constexpr std::string_view kTheme = "Organisatie en bedrijfsvoering";
constexpr std::string_view kProvider = "Collega";

Json text_or_null(std::string_view text, std::size_t longest = kLongestText) {
  if (text.empty()) return nullptr;
  const CodePointIndex index{text};
  return Json(text.substr(0, index.to_bytes({0, std::min(longest, count_code_points(text))}).end));
}

/// "2026-11"
Json month_or_null(const std::optional<Moment>& moment) {
  constexpr std::size_t kMonth = 7;
  if (!moment) return nullptr;
  return Json(to_string(*moment).substr(0, kMonth));
}

struct Period {
  std::optional<Moment> begin, end;
  bool was_used = false;
};

/// When it was taken into use here, and out of it again. One that is shipped on began before anybody could note it.
Period period_of(const std::vector<Switch>& newest_first, State state) {
  Period period;
  for (const Switch& one : newest_first) {
    if (one.status != SwitchStatus::done) continue;
    const Moment at = one.decided_at.value_or(one.asked_at);
    period.was_used = true;
    if (one.from == State::off && one.to != State::off) period.begin = at;
    if (state == State::off && !period.end && one.to == State::off) period.end = at;
  }
  return period;
}

std::string_view status_of(const Verdict& verdict, const Period& period) {
  if (verdict.may_run()) return "In gebruik";
  return period.was_used ? "Buiten gebruik" : "In ontwikkeling";
}

/// Whether a lighter use is an "impactful algorithm" is for the organisation to judge, in the register's own form.
std::string_view category_of(Risk risk) { return risk == Risk::high ? "Hoog-risico AI-systeem" : "Overige algoritmes"; }

std::string risks_of(const Use& use) {
  const Messages& messages = messages_in(kLanguage);
  std::string text;
  if (use.risk == Risk::high) text = messages("export.ground", use.ground);
  if (!use.limits.in(kLanguage).empty()) {
    text += (text.empty() ? "" : " ") + messages("export.limits", use.limits.in(kLanguage));
  }
  return text;
}

std::string data_of(const Use& use) {
  if (use.reads.empty()) return messages_in(kLanguage)("export.no_data");
  std::string text;
  for (const std::string& kind : use.reads) text += (text.empty() ? "" : ", ") + data_in_words(kind, kLanguage);
  return text;
}

/// A reference is a link when it looks like one.
Json link_or_null(const std::string& reference) {
  return reference.starts_with("https://") ? text_or_null(reference, kLongestLink) : Json(nullptr);
}

JsonArray assessments_of(const Entry& entry, Date today) {
  const Messages& messages = messages_in(kLanguage);
  JsonArray assessments;
  for (const Recorded& one : entry.conditions) {
    const Proof& proof = one.proof;
    const bool is_dpia = proof.condition == Condition::data_protection_assessment;
    if (!is_dpia && proof.condition != Condition::fundamental_rights_assessment) continue;
    if (one.taken_back || (proof.ends && *proof.ends <= today)) continue;
    assessments.push_back(
        {{"title", messages(is_dpia ? "export.dpia" : "export.fria")}, {"link", link_or_null(proof.reference)}});
  }
  return assessments;
}

Result<Done> check(const Organisation& organisation) {
  if (organisation.name.empty()) return Error{ErrorCode::missing_member, "name"};
  if (organisation.contact.empty()) return Error{ErrorCode::missing_member, "contact"};
  return Done{};
}

}  // namespace

Result<JsonObject> algorithm_register_entry(store::ReadTransaction& read, const Use& use, Date today, Moment now) {
  const Organisation organisation = TRY(ai_register::organisation(read));
  TRY(check(organisation));
  const Entry entry = TRY(entry_of(read, use));
  const Verdict verdict = TRY(ai_register::verdict(read, use, today));
  const Period period = period_of(TRY(switches_of(read, use, now)), entry.state);
  const JsonArray assessments = assessments_of(entry, today);
  const bool may_go_without = assessments.empty() && use.risk != Risk::high;
  return JsonObject{
      {"name", text_or_null(use.title.in(kLanguage), kLongestName)},
      {"description_short", text_or_null(use.purpose.in(kLanguage), kLongestDescription)},
      {"organization", organisation.name},
      {"category", JsonArray{kTheme}},
      {"status", status_of(verdict, period)},
      {"begin_date", month_or_null(period.begin)},
      {"end_date", month_or_null(period.end)},
      {"contact_email", organisation.contact},
      {"website", nullptr},
      {"publication_category", category_of(use.risk)},
      {"url", nullptr},
      {"goal", text_or_null(use.purpose.in(kLanguage))},
      {"proportionality", nullptr},
      {"human_intervention", text_or_null(use.oversight.in(kLanguage))},
      {"risks", text_or_null(risks_of(use))},
      {"lawful_basis", nullptr},
      {"lawful_basis_grouping", nullptr},
      {"process_index_url", nullptr},
      {"impacttoetsen_grouping", assessments},
      {"impacttoetsen", may_go_without ? Json(messages_in(kLanguage)("export.no_assessments")) : Json(nullptr)},
      {"source_data", text_or_null(data_of(use))},
      {"source_data_grouping", nullptr},
      {"methods_and_models", nullptr},
      {"provider", kProvider},
      {"publiccode", nullptr},
      {"lang", kLanguageCode},
      {"standard_version", kStandard},
      {"source_id", use.name},
      {"tags", nullptr},
  };
}

}  // namespace collega::ai_register
