#include "system_routes.h"

#include "header_values.h"
#include "open_api.h"

namespace collega::http {
namespace {

Result<Reply> health(Visit&) { return json_reply(JsonObject{{"alive", true}}); }

Result<Reply> readiness(Visit& visit) {
  const bool ready = visit.office().health().store_answers;
  Reply reply = json_reply(JsonObject{{"ready", ready}}, ready ? 200 : 503);
  if (!ready) reply.add("Retry-After", "1");
  return reply;
}

Result<Done> may_see_figures(const Visit& visit) {
  if (visit.house.settings.open_metrics || visit.request.is_local) return Done{};
  if (visit.request.shown.key.empty()) return Error{ErrorCode::not_signed_in};
  const identity::Asker asker = TRY(visit.office().recognise(visit.request.shown));
  if (!identity::may_ask_for(asker, kMetricsOperation)) return Error{ErrorCode::not_allowed};
  return Done{};
}

Result<Reply> figures(Visit& visit) {
  TRY(may_see_figures(visit));
  Reply reply;
  reply.type = "text/plain; version=0.0.4; charset=utf-8";
  reply.body = visit.house.figures.text(visit.house.gauges, visit.office().health());
  return reply;
}

Result<Reply> open_api(Visit& visit) {
  Reply reply;
  reply.cache = "no-cache";
  reply.body = visit.house.open_api.text(visit.request.language);
  return reply;
}

Route route(std::string pattern, Action action) {
  Route route;
  route.pattern = std::move(pattern);
  route.actions = {action};
  return route;
}

}  // namespace

std::vector<Route> system_routes() {
  std::vector<Route> routes;
  routes.push_back(route("/healthz", {.answer = health, .entry = Entry::anybody, .lane = Lane::here}));
  routes.push_back(route("/readyz", {.answer = readiness, .entry = Entry::anybody}));
  routes.push_back(route("/metrics", {.answer = figures, .entry = Entry::anybody}));
  routes.push_back(route("/openapi.json", {.answer = open_api, .entry = Entry::anybody}));
  return routes;
}

}  // namespace collega::http
