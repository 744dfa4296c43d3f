#include "checks.h"

#include <algorithm>

#include "collega/base/utf8.h"
#include "collega/people/retention.h"

namespace collega::library {
namespace {

// RFC 6838 allows 127 on either side of the slash; no type that is in use comes near.
constexpr std::size_t kLongestMediaType = 127;

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }
bool is_lower_letter(char c) { return c >= 'a' && c <= 'z'; }

Result<Done> check_text(std::string_view text, std::size_t most_bytes, std::string_view member) {
  const std::string place{member};
  if (text.empty()) return Error{ErrorCode::missing_member, place};
  if (text.size() > most_bytes) return Error{ErrorCode::out_of_range, place};
  if (!is_valid_utf8(text)) return Error{ErrorCode::bad_utf8, place};
  if (std::any_of(text.begin(), text.end(), is_control)) return Error{ErrorCode::wrong_type, place};
  return Done{};
}

// type/subtype, lower case and without parameters: it goes into a header when the file is given out.
bool is_media_type(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == 0 || slash == std::string_view::npos || slash + 1 == text.size()) return false;
  return std::all_of(text.begin(), text.end(),
                     [](char c) {
                       return is_lower_letter(c) || (c >= '0' && c <= '9') ||
                              std::string_view{"/+-._"}.find(c) != std::string_view::npos;
                     }) &&
         text.find('/', slash + 1) == std::string_view::npos;
}

Result<Done> check_clock(store::ReadTransaction& read, const NewDocument& document) {
  if (!document.clock) {
    return document.person ? Result<Done>{Error{ErrorCode::missing_member, "clock"}} : Done{};
  }
  const Error unknown{ErrorCode::unknown_value, "clock: " + *document.clock};
  if (document.person) {
    const auto clocks = clocks_of_papers();
    return std::find(clocks.begin(), clocks.end(), *document.clock) == clocks.end() ? Result<Done>{unknown} : Done{};
  }
  for (const people::RetentionRule& rule : TRY(people::retention_rules(read))) {
    if (rule.clock == *document.clock) return Done{};
  }
  return unknown;
}

}  // namespace

Result<Done> check_unit(store::ReadTransaction& read, people::UnitId unit) {
  if (TRY(people::unit_history(read, unit)).empty()) return Error{ErrorCode::unknown_unit, "unit"};
  return Done{};
}

Result<Done> check_person(store::ReadTransaction& read, people::PersonId person) {
  const Result<people::Person> found = people::person(read, person);
  if (found.ok()) return Done{};
  return Error{found.error().code, "person", found.error().detail};
}

Result<Done> check_document(store::ReadTransaction& read, const NewDocument& document) {
  TRY(check_text(document.title, kLongestTitle, "title"));
  if (document.language.size() != 2 ||
      !std::all_of(document.language.begin(), document.language.end(), is_lower_letter)) {
    return Error{ErrorCode::unknown_value, "language: " + document.language};
  }
  if (document.kind == DocumentKind::personnel && !document.person) return Error{ErrorCode::missing_member, "person"};
  TRY(check_clock(read, document));
  if (document.unit) TRY(check_unit(read, *document.unit));
  if (document.person) TRY(check_person(read, *document.person));
  return Done{};
}

Result<Done> check_version(const NewVersion& version) {
  if (version.begin < kEarliest || version.begin > kLatest) return Error{ErrorCode::out_of_range, "begin"};
  if (version.end && *version.end <= version.begin) return Error{ErrorCode::end_before_begin, "end"};
  TRY(check_text(version.file_name, kLongestFileName, "file_name"));
  if (version.file_name.find_first_of("/\\") != std::string_view::npos)
    return Error{ErrorCode::wrong_type, "file_name"};
  TRY(check_text(version.media_type, kLongestMediaType, "media_type"));
  if (!is_media_type(version.media_type)) return Error{ErrorCode::wrong_type, "media_type"};
  if (version.content.empty()) return Error{ErrorCode::document_empty, std::string{version.file_name}};
  if (version.content.size() > documents::Limits{}.file_bytes) {
    return Error{ErrorCode::document_too_large, std::string{version.file_name}};
  }
  return Done{};
}

}  // namespace collega::library
