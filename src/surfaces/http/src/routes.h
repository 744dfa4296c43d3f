#pragma once

#include <deque>
#include <string_view>
#include <unordered_map>

#include "visit.h"

namespace collega::http {

/// Every address there is, but for the pages.
class Routes {
 public:
  /// The mounts must outlive it.
  Routes(const operations::Table& table, const std::vector<Mount>& mounts);

  struct Found {
    const Route* route = nullptr;
    std::string_view id = {};
  };
  /// The route of a path. One that is written out goes before one with an {id}.
  [[nodiscard]] Found find(std::string_view path) const;
  [[nodiscard]] const std::deque<Route>& all() const { return routes_; }

 private:
  std::deque<Route> routes_;  // they do not move: everything points at them
  std::unordered_map<std::string_view, const Route*> exact_;
  std::vector<const Route*> with_id_;
  std::vector<const Route*> mounted_;
};

}  // namespace collega::http
