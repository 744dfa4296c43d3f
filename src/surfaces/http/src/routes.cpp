#include "routes.h"

#include "file_routes.h"
#include "job_routes.h"
#include "operation_routes.h"
#include "session_routes.h"
#include "system_routes.h"

namespace collega::http {
namespace {

constexpr std::string_view kId = "{id}";

/// What stands for {id}, when the path is of this pattern and it is one word.
std::string_view id_in(std::string_view path, std::string_view pattern) {
  const std::size_t begin = pattern.find(kId);
  const std::string_view before = pattern.substr(0, begin);
  const std::string_view after = pattern.substr(begin + kId.size());
  if (path.size() <= before.size() + after.size() || !path.starts_with(before) || !path.ends_with(after)) return {};
  const std::string_view id = path.substr(before.size(), path.size() - before.size() - after.size());
  return id.find('/') == std::string_view::npos ? id : std::string_view{};
}

/// One that answers everything under its prefix; whoever asks is its own to know.
Route mounted_route(const Mount& mount) {
  Route route;
  route.pattern = mount.prefix;
  route.mount = &mount;
  for (const Method method : {Method::get, Method::post}) {
    route.actions.push_back({.method = method, .entry = Entry::anybody, .takes = Takes::anything, .asks_csrf = false});
  }
  return route;
}

}  // namespace

Routes::Routes(const operations::Table& table, const std::vector<Mount>& mounts) {
  for (const Mount& mount : mounts) routes_.push_back(mounted_route(mount));
  for (std::vector<Route> part :
       {system_routes(), session_routes(), file_routes(), job_routes(), operation_routes(table)}) {
    for (Route& route : part) routes_.push_back(std::move(route));
  }
  for (Route& route : routes_) {
    if (route.name.empty()) route.name = route.pattern;
    if (route.mount) {
      mounted_.push_back(&route);
    } else if (route.pattern.find(kId) != std::string::npos) {
      with_id_.push_back(&route);
    } else {
      exact_.emplace(route.pattern, &route);
    }
  }
}

Routes::Found Routes::find(std::string_view path) const {
  if (const auto found = exact_.find(path); found != exact_.end()) return {found->second, {}};
  for (const Route* route : with_id_) {
    if (const std::string_view id = id_in(path, route->pattern); !id.empty()) return {route, id};
  }
  for (const Route* route : mounted_) {
    if (path.starts_with(route->pattern)) return {route, {}};
  }
  return {};
}

}  // namespace collega::http
