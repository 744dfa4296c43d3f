#pragma once

#include <string>

#include "asking.h"
#include "server.h"

namespace collega::cli {

/// How a job that was followed ended.
struct Followed {
  Told<Json> answer;
  bool may_go_on = false;    ///< it was let go of before it was over
  bool was_stopped = false;  ///< by Ctrl-C
};

/// Asks after a job of a server until it is over, also through a minute in which the server is not there. Ctrl-C has it
/// stopped, and once more lets go of it.
[[nodiscard]] Followed follow_job(Server& server, const std::string& job, const ShowProgress& progress,
                                  Surroundings& around);

}  // namespace collega::cli
