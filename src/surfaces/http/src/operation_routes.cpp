#include "operation_routes.h"

#include <algorithm>

#include "header_values.h"
#include "query.h"

namespace collega::http {
namespace {

// A browser keeps it, and asks each time whether it is still so.
constexpr std::string_view kAskAgain = "private, no-cache";
constexpr std::string_view kLanguageMember = "lang";

Result<Json> input_of_query(const Visit& visit) {
  const JsonObject& properties = visit.route.input_schema.at("properties").as_object();
  Query query = TRY(parse_query(visit.request.query));
  if (!properties.contains(kLanguageMember)) {
    std::erase_if(query, [](const auto& part) { return part.first == kLanguageMember; });
  }
  return Json(TRY(input_of(query, properties)));
}

Result<Json> input_of_body(const Visit& visit) {
  if (visit.request.body.empty()) return Json(JsonObject{});
  Json input = TRY(parse_json(visit.request.body));
  if (!input.is_object()) return Error{ErrorCode::wrong_type, "object"};
  return input;
}

Result<Reply> ask(Visit& visit) {
  const Request& request = visit.request;
  const bool reads = is_safe(request.method);
  operations::Asked asked{.operation = visit.route.operation->name,
                          .input = reads ? TRY(input_of_query(visit)) : TRY(input_of_body(visit)),
                          .language = request.language};
  if (!reads && !request.idempotency_key.empty()) {
    const auto key = idempotency_key_of(request.idempotency_key);
    if (!key) return Error{ErrorCode::request_malformed, "Idempotency-Key"};
    asked.idempotency_key = *key;
  }
  asked.as_job = !reads && prefers_async(request.prefer);
  const operations::Answer answer = TRY(visit.office().ask(visit.asker, asked));
  Reply reply = json_reply(answer.output, answer.is_job ? 202 : 200);
  if (reads) reply.cache = kAskAgain;
  if (answer.is_job) reply.add("Location", "/api/jobs/" + std::string{answer.output.at("job").as_string()});
  if (answer.is_job && asked.as_job) reply.add("Preference-Applied", "respond-async");
  if (answer.is_repeated) reply.add("Idempotency-Replayed", "true");
  return reply;
}

/// What answers at once, and yet in parts, hands on what a service elsewhere says: were it to take a worker from the
/// others, a few who wait for a slow one would keep everybody waiting.
Lane lane_of(const operations::Operation& row) {
  return row.parts && row.pace == operations::Pace::at_once ? Lane::away : Lane::desk;
}

}  // namespace

std::vector<Route> operation_routes(const operations::Table& table) {
  std::vector<Route> routes;
  for (const operations::Operation& row : table.rows()) {
    Route route;
    route.pattern = path_of(row.name);
    route.name = row.name;
    route.operation = &row;
    route.input_schema = row.handler.input_schema(Language::en);
    // Who follows a link has no session, and so no token of one.
    const Entry entry = row.by_link ? Entry::anybody : Entry::somebody;
    route.actions.push_back({.method = Method::post,
                             .answer = ask,
                             .entry = entry,
                             .lane = lane_of(row),
                             .takes = Takes::json,
                             .asks_csrf = !row.by_link});
    if (is_readable(row)) route.actions.push_back({.method = Method::get, .answer = ask, .entry = entry});
    routes.push_back(std::move(route));
  }
  return routes;
}

std::string path_of(std::string_view operation) {
  std::string path{"/api/"};
  std::ranges::replace_copy(operation, std::back_inserter(path), '.', '/');
  return path;
}

bool is_readable(const operations::Operation& operation) {
  return operation.effect == operations::Effect::reads && operation.pace == operations::Pace::at_once;
}

}  // namespace collega::http
