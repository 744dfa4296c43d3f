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
  const OpenApi::Written& written = visit.house.open_api.written(visit.request.language);
  const bool zipped = encodings_liked(visit.request.accept_encoding).gzip;
  const std::string tag = '"' + written.tag + (zipped ? "-gzip\"" : "\"");
  Reply reply;
  reply.cache = "no-cache";
  reply.is_finished = true;
  reply.add("ETag", tag).add("Vary", "Accept-Encoding, Accept-Language, Cookie");
  if (names_tag(visit.request.if_none_match, tag)) {
    reply.status = 304;
    return reply;
  }
  reply.body = zipped ? written.gzip : written.plain;
  if (zipped) reply.add("Content-Encoding", "gzip");
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
  routes.push_back(route("/readyz", {.answer = readiness, .entry = Entry::anybody, .lane = Lane::aside}));
  routes.push_back(route("/metrics", {.answer = figures, .entry = Entry::anybody, .lane = Lane::aside}));
  routes.push_back(route("/openapi.json", {.answer = open_api, .entry = Entry::anybody, .lane = Lane::aside}));
  return routes;
}

}  // namespace collega::http
