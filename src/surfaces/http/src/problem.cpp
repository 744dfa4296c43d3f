#include "problem.h"

#include "collega/base/utf8.h"
#include "problem_types.h"
#include "text.h"

namespace collega::http {
namespace {

// Long enough for a queue of workers to be done.
constexpr std::string_view kSoon = "1";

std::string retry_after(const Error& error) {
  if (error.code == ErrorCode::sign_in_wait || error.code == ErrorCode::too_many_requests) {
    return whole_number(error.where) ? error.where : std::string{kSoon};
  }
  return http_status_of(error.code) == 503 ? std::string{kSoon} : std::string{};
}

}  // namespace

Json problem_document(const Error& error, Language language, const std::vector<std::string>& missing) {
  Problem problem{.type = page_of(error.code),
                  .title = std::string{message_of(error.code, language)},
                  .status = http_status_of(error.code),
                  .detail = repair_utf8(describe(error, language)),
                  .code = std::string{name_of(error.code)},
                  .where = repair_utf8(error.where),
                  .missing = {}};
  if (!missing.empty()) problem.missing = missing;
  return to_json(problem);
}

Reply problem_reply(const Error& error, Language language, const std::vector<std::string>& missing) {
  Reply reply =
      json_reply(problem_document(error, language, missing), static_cast<unsigned>(http_status_of(error.code)));
  reply.type = kProblemJson;
  if (const std::string wait = retry_after(error); !wait.empty()) reply.add("Retry-After", wait);
  if (reply.status == 401) reply.add("WWW-Authenticate", "Bearer realm=\"collega\"");
  reply.add("Content-Language", code_of(language));
  reply.noted.code = name_of(error.code);
  if (reply.status >= 500) reply.noted.detail = error.detail;
  return reply;
}

bool is_of_register(ErrorCode code) { return code == ErrorCode::use_off || code == ErrorCode::use_lacks_conditions; }

Json problem_schema(Language language) { return json_schema<Problem>(language); }

}  // namespace collega::http
