#pragma once

// Work that goes on after its request: /api/jobs, /api/jobs/{id}, and its events.

#include <vector>

#include "visit.h"

namespace collega::http {

[[nodiscard]] std::vector<Route> job_routes();

/// As its owner sees it, with the problem in their language.
[[nodiscard]] Json job_seen(const operations::Job& job, const operations::Table& table, Language language);

[[nodiscard]] bool is_over(operations::JobState state);

/// "event: progress\nid: 3\ndata: {...}\n\n" (the format of server-sent events). The name is `end` once the job is
/// over.
[[nodiscard]] std::string job_event(const operations::Job& job, const operations::Table& table, Language language,
                                    std::uint64_t number);

/// "event: part\nid: 4\ndata: {"number":0,"part":{...}}\n\n" for each part from `number` on; both numbers go on.
[[nodiscard]] std::string parts_events(const operations::Job& job, std::size_t& number, std::uint64_t& id);

}  // namespace collega::http
