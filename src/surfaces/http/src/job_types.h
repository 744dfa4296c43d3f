#pragma once

#include <optional>
#include <string>
#include <vector>

#include "collega/base/moment.h"
#include "collega/operations/jobs.h"
#include "problem_types.h"

namespace collega::http {

/// A job as its owner sees it.
struct JobSeen {
  operations::JobId job;
  std::string operation;
  std::string title;
  operations::JobState state = operations::JobState::waiting;
  std::int64_t done = 0;
  std::int64_t total = 0;
  std::string current;
  Moment made_at{};
  std::optional<Moment> ended_at;
  std::optional<Json> answer;
  std::optional<Problem> problem;
};
BOOST_DESCRIBE_STRUCT(JobSeen, (),
                      (job, operation, title, state, done, total, current, made_at, ended_at, answer, problem))

struct JobList {
  std::vector<JobSeen> jobs;
};
BOOST_DESCRIBE_STRUCT(JobList, (), (jobs))

}  // namespace collega::http

namespace collega {

template <>
struct FieldTable<http::JobSeen> {
  static constexpr Field rows[] = {
      {.name = "job", .meaning = {"de taak", "the job"}},
      {.name = "operation", .meaning = {"de bewerking", "the operation"}},
      {.name = "title", .meaning = {"wat zij doet", "what it does"}},
      {.name = "state", .meaning = {"hoe het ermee staat", "how it stands"}},
      {.name = "done", .meaning = {"hoeveel er is gedaan", "how much is done"}},
      {.name = "total", .meaning = {"van hoeveel; 0 als dat niet bekend is", "of how much; 0 when that is not known"}},
      {.name = "current", .meaning = {"waar hij nu mee bezig is", "what it is at now"}, .personal = Personal::ordinary},
      {.name = "made_at", .meaning = {"wanneer hij is gevraagd", "when it was asked for"}},
      {.name = "ended_at", .meaning = {"wanneer hij klaar was", "when it ended"}},
      {.name = "answer",
       .meaning = {"het antwoord van de bewerking, als hij klaar is", "the operation's answer, when it is done"}},
      {.name = "problem", .meaning = {"wat er misging", "what went wrong"}},
  };
};

template <>
struct FieldTable<http::JobList> {
  static constexpr Field rows[] = {
      {.name = "jobs",
       .meaning = {"uw taken van de laatste week, nieuwste eerst", "your jobs of the last week, newest first"}},
  };
};

}  // namespace collega
