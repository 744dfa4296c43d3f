#include "figures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "log_line.h"

namespace collega::http {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;

TEST(Figures, CountByOperationAndStatus) {
  Figures figures;
  figures.count("notes.add", 200, 3ms, 100);
  figures.count("notes.add", 200, 30ms, 100);
  figures.count("notes.add", 403, 100s, 10);
  Gauges gauges;
  gauges.connections = 7;
  const std::string text = figures.text(gauges, {.store_answers = true, .jobs_waiting = 2, .jobs_running = 1});
  for (const char* line :
       {"collega_http_requests_total{operation=\"notes.add\",status=\"200\"} 2\n",
        "collega_http_requests_total{operation=\"notes.add\",status=\"403\"} 1\n",
        "collega_http_request_seconds_bucket{operation=\"notes.add\",le=\"0.0025\"} 0\n",
        "collega_http_request_seconds_bucket{operation=\"notes.add\",le=\"0.005\"} 1\n",
        "collega_http_request_seconds_bucket{operation=\"notes.add\",le=\"10\"} 2\n",
        "collega_http_request_seconds_bucket{operation=\"notes.add\",le=\"+Inf\"} 3\n",
        "collega_http_request_seconds_count{operation=\"notes.add\"} 3\n",
        "collega_http_response_bytes_total{operation=\"notes.add\"} 210\n", "collega_http_connections 7\n",
        "collega_jobs_waiting 2\n", "collega_store_up 1\n", "# TYPE collega_http_request_seconds histogram\n"}) {
    EXPECT_THAT(text, HasSubstr(line));
  }
}

TEST(LogLine, TellsOfARequestAndOfNobody) {
  const Noted noted{.account = 42, .code = "not_allowed", .detail = {}, .is_recognised = true};
  const Moment at = std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + 8h;
  EXPECT_EQ(
      log_line({.at = at,
                .method = "GET",
                .route = "/api/jobs/{id}",
                .status = 403,
                .took = 1234567ns,
                .bytes = 99,
                .noted = &noted}),
      R"({"time":"2026-11-23T08:00:00.000Z","method":"GET","route":"/api/jobs/{id}","status":403,"ms":1.23,"bytes":99,)"
      R"("account":"000000000001a","code":"not_allowed"})");
}

}  // namespace
}  // namespace collega::http
