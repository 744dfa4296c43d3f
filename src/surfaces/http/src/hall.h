#pragma once

// What all connections have in common. Of the thread that serves alone.

#include <atomic>
#include <string>

#include "allowances.h"
#include "crew.h"
#include "pages.h"
#include "reception.h"
#include "routes.h"
#include "workers.h"

namespace collega::http {

/// The time as HTTP writes it, made once a second.
class Dated {
 public:
  [[nodiscard]] std::string_view at(Moment now);

 private:
  std::chrono::sys_seconds at_{};
  std::string text_;
};

struct Hall {
  House& house;
  const Routes& routes;
  const Pages& pages;
  Reception& reception;
  Allowances& allowances;
  Workers& desk;                        ///< for operations
  Workers& away;                        ///< for operations that wait for a service elsewhere
  Workers& door;                        ///< for passwords
  Crew& crew;                           ///< for mounted protocols
  const std::atomic<bool>& is_closing;  ///< what they do has no more use
  Workers& aside;           ///< for what must go on when those are full: bytes of files, and how the server goes
  std::size_t streams = 0;  ///< of events, at this moment
  bool is_stopping = false;

  [[nodiscard]] const Settings& settings() const { return house.settings; }
  [[nodiscard]] const Limits& limits() const { return house.settings.limits; }
  [[nodiscard]] std::string_view date() { return dated.at(house.office.now()); }

  Dated dated = {};
};

}  // namespace collega::http
