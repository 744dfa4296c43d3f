#include "job_routes.h"

#include "job_types.h"
#include "problem.h"

namespace collega::http {
namespace {

// More than a person has under way, or wants to hear of when they come back.
constexpr int kMostListed = 50;

Result<operations::JobId> job_named(const Visit& visit) {
  const Result<operations::JobId> id = Word<operations::JobId>::parse(visit.request.id);
  if (!id) return Error{ErrorCode::unknown_job, std::string{visit.request.id}};
  return id;
}

Result<Reply> list(Visit& visit) {
  JsonArray jobs;
  for (const operations::Job& job : TRY(visit.office().jobs().list(visit.asker, kMostListed)))
    jobs.push_back(job_seen(job, visit.office().table(), visit.request.language));
  return json_reply(JsonObject{{"jobs", std::move(jobs)}});
}

Result<Reply> show(Visit& visit) {
  const operations::JobId id = TRY(job_named(visit));
  const operations::Job job = TRY(visit.office().jobs().find(visit.asker, id));
  return json_reply(job_seen(job, visit.office().table(), visit.request.language));
}

Result<Reply> watch(Visit& visit) {
  const operations::JobId id = TRY(job_named(visit));
  TRY(visit.office().jobs().find(visit.asker, id));
  Reply reply;
  reply.type = "text/event-stream";
  reply.add("X-Accel-Buffering", "no");  // a proxy that gathers events shows none of them
  reply.body = JobWatch{visit.asker, id};
  return reply;
}

Result<Reply> stop(Visit& visit) {
  const operations::JobId id = TRY(job_named(visit));
  TRY(visit.office().jobs().stop(visit.asker, id));
  const operations::Job job = TRY(visit.office().jobs().find(visit.asker, id));
  return json_reply(job_seen(job, visit.office().table(), visit.request.language));
}

}  // namespace

std::vector<Route> job_routes() {
  std::vector<Route> routes(3);
  routes[0].pattern = "/api/jobs/{id}";
  routes[0].actions = {{.method = Method::get, .answer = show}, {.method = Method::remove, .answer = stop}};
  routes[1].pattern = "/api/jobs/{id}/events";
  routes[1].actions = {{.method = Method::get, .answer = watch}};
  routes[2].pattern = "/api/jobs";
  routes[2].actions = {{.method = Method::get, .answer = list}};
  return routes;
}

Json job_seen(const operations::Job& job, const operations::Table& table, Language language) {
  const Result<const operations::Operation*> row = table.find(job.operation);
  JobSeen seen{.job = job.id,
               .operation = job.operation,
               .title = row ? std::string{(*row.value()).title.in(language)} : job.operation,
               .state = job.state,
               .done = static_cast<std::int64_t>(job.done),
               .total = static_cast<std::int64_t>(job.total),
               .current = job.current,
               .made_at = job.made_at,
               .ended_at = job.ended_at,
               .answer = job.answer,
               .problem = {}};
  Json json = to_json(seen);
  if (job.error) json.as_object()["problem"] = problem_document(*job.error, language);
  return json;
}

bool is_over(operations::JobState state) {
  return state != operations::JobState::waiting && state != operations::JobState::running;
}

std::string job_event(const operations::Job& job, const operations::Table& table, Language language,
                      std::uint64_t number) {
  std::string event{is_over(job.state) ? "event: end\nid: " : "event: progress\nid: "};
  event.append(std::to_string(number))
      .append("\ndata: ")
      .append(to_text(job_seen(job, table, language)))
      .append("\n\n");
  return event;
}

std::string parts_events(const operations::Job& job, std::size_t& number, std::uint64_t& id) {
  std::string events;
  for (const Json& part : job.parts) {
    const Json told = JsonObject{{"number", number++}, {"part", part}};
    events.append("event: part\nid: ").append(std::to_string(++id));
    events.append("\ndata: ").append(to_text(told)).append("\n\n");
  }
  return events;
}

}  // namespace collega::http
