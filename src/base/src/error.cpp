#include "collega/base/error.h"

#include <array>

namespace collega {
namespace {

struct Row {
  std::string_view name;
  int exit_status;
  int http_status;
  std::string_view nl;
  std::string_view en;
};

constexpr Row kRows[] = {
#define COLLEGA_ERROR(code, exit, http, nl, en) {#code, exit, http, nl, en},
#include "collega/base/error_codes.def"
#undef COLLEGA_ERROR
};

const Row& row_of(ErrorCode code) { return kRows[static_cast<std::size_t>(code)]; }

}  // namespace

std::string_view name_of(ErrorCode code) { return row_of(code).name; }

std::optional<ErrorCode> error_code_named(std::string_view name) {
  for (std::size_t i = 0; i < std::size(kRows); ++i) {
    if (kRows[i].name == name) return static_cast<ErrorCode>(i);
  }
  return std::nullopt;
}

std::string_view message_of(ErrorCode code, Language language) {
  return language == Language::nl ? row_of(code).nl : row_of(code).en;
}

std::string describe(const Error& error, Language language) {
  std::string text{message_of(error.code, language)};
  if (!error.where.empty()) text += " (" + error.where + ")";
  return text;
}

int exit_status_of(ErrorCode code) { return row_of(code).exit_status; }

int http_status_of(ErrorCode code) { return row_of(code).http_status; }

std::string page_of(ErrorCode code) { return "docs/errors.md#" + std::string{name_of(code)}; }

}  // namespace collega
