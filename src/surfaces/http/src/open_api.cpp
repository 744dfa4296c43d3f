#include "open_api.h"

#include "compression.h"
#include "file_types.h"
#include "job_types.h"
#include "open_api_parts.h"
#include "operation_routes.h"
#include "session_types.h"
#include "tag.h"
#include "texts.h"

namespace collega::http {
namespace {

using operations::Operation;

std::string_view desk_of(std::string_view operation) { return operation.substr(0, operation.find('.')); }

JsonArray names_of(const std::vector<operations::Role>& roles) {
  JsonArray names;
  for (const operations::Role role : roles) names.emplace_back(name_of(role));
  return names;
}

/// What of the row is of use to whoever calls it.
JsonObject about(const Operation& row, std::string_view method, Language language) {
  std::string id{row.name};
  if (method == "get") id += ".get";  // ids are of one method
  JsonObject entry{{"operationId", id},
                   {"summary", row.title.in(language)},
                   {"description", row.purpose.in(language)},
                   {"tags", JsonArray{Json(desk_of(row.name))}},
                   {"x-effect", name_of(row.effect)},
                   {"x-risk", name_of(row.risk.level)},
                   {"x-may", names_of(row.may)},
                   {"x-oversight", name_of(row.oversight)},
                   {"x-pace", name_of(row.pace)},
                   {"x-step-up", row.step_up}};
  if (row.by_link) entry["security"] = JsonArray{};
  if (row.parts) entry["x-parts"] = row.parts(language);
  if (!row.limits.nl.empty()) entry["x-limits"] = row.limits.in(language);
  return entry;
}

Json posted(const Operation& row, Language language) {
  const Messages& text = texts(language);
  JsonObject entry = about(row, "post", language);
  entry["parameters"] = JsonArray{parameter_ref("IdempotencyKey"), parameter_ref("Prefer"), parameter_ref("Language")};
  entry["requestBody"] = json_body(row.handler.input_schema(language));
  entry["responses"] =
      JsonObject{{"202", response(text("api.job_begun"), job_begun_schema(language))}, {"default", problem_ref()}};
  if (row.pace == operations::Pace::at_once) {
    entry["responses"].as_object()["200"] = response(text("api.answer"), row.handler.output_schema(language));
  } else {
    entry["x-answer"] = row.handler.output_schema(language);  // of the job, when it is done
  }
  return entry;
}

Json read(const Operation& row, Language language) {
  const Messages& text = texts(language);
  JsonObject entry = about(row, "get", language);
  entry["parameters"] = query_parameters(row.handler.input_schema(language));
  entry["responses"] = JsonObject{{"200", response(text("api.answer"), row.handler.output_schema(language))},
                                  {"304", JsonObject{{"description", text("api.unchanged")}}},
                                  {"default", problem_ref()}};
  return entry;
}

void add_operations(JsonObject& paths, const operations::Table& table, Language language) {
  for (const Operation& row : table.rows()) {
    JsonObject path{{"post", posted(row, language)}};
    if (is_readable(row)) path["get"] = read(row, language);
    paths[path_of(row.name)] = std::move(path);
  }
}

/// Of what is no operation: its text stands under "api.<method> <path>".
Json plain(std::string_view method, std::string_view path, Language language, JsonObject more) {
  JsonObject entry{{"summary", texts(language)("api." + std::string{method} + " " + std::string{path})}};
  for (auto& [name, value] : more) entry[name] = value;
  entry["responses"].as_object()["default"] = problem_ref();
  return entry;
}

JsonObject answers(const char* status, Language language, Json schema) {
  return JsonObject{{status, response(texts(language)("api.answer"), std::move(schema))}};
}

template <class In, class Out>
Json described(std::string_view method, std::string_view path, Language language) {
  return plain(method, path, language,
               {{"requestBody", json_body(json_schema<In>(language))},
                {"responses", answers("200", language, json_schema<Out>(language))}});
}

template <class Out>
Json described(std::string_view method, std::string_view path, Language language) {
  return plain(method, path, language, {{"responses", answers("200", language, json_schema<Out>(language))}});
}

Json for_anybody(Json entry) {
  entry.as_object()["security"] = JsonArray{};
  return entry;
}

void add_session(JsonObject& paths, Language l) {
  constexpr std::string_view kPath = "/api/session";
  paths[kPath] = JsonObject{{"post", for_anybody(described<SignIn, SignedIn>("post", kPath, l))},
                            {"get", described<Who>("get", kPath, l)},
                            {"delete", described<Nothing>("delete", kPath, l)}};
  constexpr std::string_view kCode = "/api/session/code", kConfirm = "/api/session/confirm",
                             kPassword = "/api/session/password", kFirst = "/api/session/first";
  paths[kCode] = JsonObject{{"post", described<Code, Nothing>("post", kCode, l)}};
  paths[kConfirm] = JsonObject{{"post", described<Confirmation, Nothing>("post", kConfirm, l)}};
  paths[kPassword] = JsonObject{{"post", for_anybody(described<ChosenPassword, Nothing>("post", kPassword, l))}};
  paths[kFirst] = JsonObject{{"post", for_anybody(described<FirstAdministrator, Nothing>("post", kFirst, l))},
                             {"get", for_anybody(described<FirstStart>("get", kFirst, l))}};
}

void add_files(JsonObject& paths, Language l) {
  constexpr std::string_view kPath = "/api/files", kOne = "/api/files/{id}";
  const Json bytes = JsonObject{{"required", true}, {"content", {{"application/octet-stream", JsonObject{}}}}};
  const auto file = [&](const char* status) { return answers(status, l, json_schema<FileSeen>(l)); };
  const JsonObject fetched{{"200", JsonObject{{"description", texts(l)("api.answer")},
                                              {"content", {{"application/octet-stream", JsonObject{}}}}}}};
  const JsonObject bare{{"200", JsonObject{{"description", texts(l)("api.answer")}}}};
  paths[kPath] =
      JsonObject{{"post", plain("post", kPath, l,
                                {{"parameters", JsonArray{query_parameter("name", {{"type", "string"}}, true),
                                                          query_parameter("size", {{"type", "integer"}}, false)}},
                                 {"requestBody", bytes},
                                 {"responses", file("201")}})}};
  paths[kOne] =
      JsonObject{{"parameters", JsonArray{parameter_ref("Id")}},
                 {"get", plain("get", kOne, l, {{"responses", fetched}})},
                 {"head", plain("head", kOne, l, {{"responses", bare}})},
                 {"put", plain("put", kOne, l,
                               {{"parameters", JsonArray{header_parameter("Content-Range", true)}},
                                {"requestBody", bytes},
                                {"responses", file("200")}})},
                 {"delete", plain("delete", kOne, l, {{"responses", answers("200", l, json_schema<Nothing>(l))}})}};
  constexpr std::string_view kUnpack = "/api/files/{id}/unpack";
  paths[kUnpack] = JsonObject{{"parameters", JsonArray{parameter_ref("Id")}},
                              {"post", plain("post", kUnpack, l,
                                             {{"requestBody", json_body(json_schema<Packed>(l))},
                                              {"responses", answers("201", l, json_schema<Unpacked>(l))}})}};
}

void add_jobs(JsonObject& paths, Language l) {
  constexpr std::string_view kAll = "/api/jobs", kOne = "/api/jobs/{id}", kEvents = "/api/jobs/{id}/events";
  const JsonObject events{
      {"200", JsonObject{{"description", texts(l)("api.answer")}, {"content", {{"text/event-stream", JsonObject{}}}}}}};
  paths[kAll] = JsonObject{{"get", described<JobList>("get", kAll, l)}};
  paths[kOne] = JsonObject{{"parameters", JsonArray{parameter_ref("Id")}},
                           {"get", described<JobSeen>("get", kOne, l)},
                           {"delete", described<JobSeen>("delete", kOne, l)}};
  paths[kEvents] = JsonObject{{"parameters", JsonArray{parameter_ref("Id")}},
                              {"get", plain("get", kEvents, l, {{"responses", events}})}};
}

}  // namespace

Json open_api_document(const operations::Table& table, std::string_view version, Language language) {
  JsonObject paths;
  add_session(paths, language);
  add_files(paths, language);
  add_jobs(paths, language);
  add_operations(paths, table, language);
  return JsonObject{
      {"openapi", "3.1.0"},
      {"info", JsonObject{{"title", "Collega"}, {"version", version}, {"description", texts(language)("api.about")}}},
      {"security",
       JsonArray{JsonObject{{"key", JsonArray{}}}, JsonObject{{"session", JsonArray{}}, {"csrf", JsonArray{}}}}},
      {"paths", std::move(paths)},
      {"components", components(language)}};
}

const OpenApi::Written& OpenApi::written(Language language) {
  const std::lock_guard lock{mutex_};
  Written& kept = language == Language::nl ? nl_ : en_;
  if (!kept.plain) {
    const std::string text = to_text(open_api_document(table_, version_, language));
    kept = {std::make_shared<const std::string>(text), std::make_shared<const std::string>(gzipped(text)),
            tag_of(text)};
  }
  return kept;
}

}  // namespace collega::http
