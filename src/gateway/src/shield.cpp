#include "shield.h"

#include <algorithm>
#include <utility>

#include "base64.h"
#include "collega/base/utf8.h"

namespace collega::gateway {
namespace {

using privacy::Kind;

// Files that are their text.
constexpr std::string_view kReadable[] = {"text/plain", "text/markdown", "text/csv", "application/json"};
// A message longer than this is looked through a piece at a time by nobody: it is refused.
constexpr std::size_t kMostNames = 100'000;

bool is_special(Kind kind) { return kind >= Kind::HEALTH; }

/// What a finding makes of the text that holds it. A place, an organisation or an address of the web alone points at
/// nobody.
DataClass class_of(Kind kind) {
  if (is_special(kind)) return DataClass::special;
  if (kind == Kind::PLACE || kind == Kind::ORGANISATION || kind == Kind::URL) return DataClass::open;
  return DataClass::personal;
}

std::string refused_kinds(const std::vector<Kind>& kinds) {
  std::string all;
  for (const Kind kind : kinds) all.append(all.empty() ? "" : ", ").append(name_of(kind));
  return all;
}

}  // namespace

privacy::Policy treatments_of(const Policy& policy) {
  privacy::Policy treatments;
  for (const KindRule& rule : policy.kinds) treatments.set(rule.kind, rule.treatment);
  return treatments;
}

Shield::Shield(const Policy& policy, const privacy::KnownPeople* people, privacy::Vault vault)
    : policy_(policy), treatments_(treatments_of(policy)), people_(people), vault_(std::move(vault)) {}

std::string_view Shield::Place::content() const {
  return form == Form::text ? std::string_view{value->get_string()} : std::string_view{text};
}

void Shield::add_text(Json& text) {
  if (!text.is_string()) return add_all(text);
  if (!text.get_string().empty()) places_.push_back({.value = &text});
}

void Shield::add_arguments(Json& text) {
  if (!text.is_string()) return add_all(text);
  Result<Json> parsed = parse_json(std::string_view{text.get_string()});
  if (!parsed || !(parsed->is_object() || parsed->is_array())) return add_text(text);
  nested_.push_back({&text, std::move(parsed).value()});
  add_all(nested_.back().inner);
}

void Shield::add_all(Json& tree) {
  if (tree.is_string()) return add_text(tree);
  if (tree.is_number()) {
    places_.push_back({.value = &tree, .form = Form::number, .text = to_text(tree)});
  } else if (JsonArray* all = tree.if_array()) {
    for (Json& one : *all) add_all(one);
  } else if (JsonObject* object = tree.if_object()) {
    for (auto& member : *object) add_all(member.value());
    for (const auto& member : *object) {
      places_.push_back({.value = &tree, .form = Form::name, .text = std::string{member.key()}});
    }
  }
}

Result<Done> Shield::add_file(Json& data_url) {
  constexpr std::string_view kBefore = "data:";
  constexpr std::string_view kCoded = ";base64,";
  const Error cannot{ErrorCode::shield_cannot_check};
  if (!data_url.is_string()) return cannot;
  const std::string_view url = data_url.get_string();
  const std::size_t coded = url.find(kCoded);
  if (!url.starts_with(kBefore) || coded == std::string_view::npos) return cannot;
  const std::string_view type = url.substr(kBefore.size(), std::min(url.find(';'), coded) - kBefore.size());
  if (std::ranges::find(kReadable, type) == std::end(kReadable)) return cannot;
  const std::optional<std::string> bytes = from_base64(url.substr(coded + kCoded.size()));
  if (!bytes || !is_valid_utf8(*bytes) || bytes->find('\0') != std::string::npos) return cannot;
  places_.push_back({.value = &data_url,
                     .form = Form::data,
                     .text = *bytes,
                     .prefix = std::string{url.substr(0, coded + kCoded.size())}});
  return Done{};
}

Result<DataClass> Shield::look() {
  std::size_t bytes = 0;
  for (const Place& place : places_) bytes += place.content().size();
  if (bytes > static_cast<std::size_t>(policy_.most_characters) || places_.size() > kMostNames) {
    return Error{ErrorCode::request_too_large, std::to_string(policy_.most_characters) + " bytes"};
  }
  DataClass most = DataClass::open;
  std::vector<Kind> refused;
  for (Place& place : places_) {
    const std::string_view content = place.content();
    if (!is_valid_utf8(content)) return Error{ErrorCode::shield_cannot_check};
    place.findings = privacy::find(content, {.language = {}, .people = people_});
    for (const privacy::Finding& one : place.findings) {
      most = std::max(most, class_of(one.kind));
      if (treatments_.of(one.kind) == privacy::Treatment::refuse &&
          std::ranges::find(refused, one.kind) == refused.end()) {
        refused.push_back(one.kind);
      }
    }
  }
  if (!refused.empty()) return Error{ErrorCode::shield_refuses, refused_kinds(refused)};
  return most;
}

Result<Done> Shield::replace(Date today) {
  if (places_.size() > 1) {  // one is kept clear of by itself
    for (const Place& place : places_) vault_.keep_clear_of(place.content());
  }
  for (Place& place : places_) {
    if (place.findings.empty()) continue;
    privacy::Pseudonymised done =
        TRY(privacy::pseudonymise(place.content(), place.findings, treatments_, vault_, today));
    for (std::size_t i = 0; i < counts_.size(); ++i) counts_[i] += done.replaced[i];
    if (done.text != place.content()) put_back(place, std::move(done.text));
  }
  for (Nested& one : nested_) *one.outer = to_text(one.inner);
  return Done{};
}

void Shield::put_back(Place& place, std::string replaced) {
  switch (place.form) {
    case Form::text:
    case Form::number:
      *place.value = std::move(replaced);
      return;
    case Form::data:
      *place.value = place.prefix + to_base64(replaced);
      return;
    case Form::name: {
      JsonObject& object = place.value->get_object();
      Json member = std::move(object.at(place.text));
      object.erase(place.text);
      object[replaced] = std::move(member);
      return;
    }
  }
}

}  // namespace collega::gateway
