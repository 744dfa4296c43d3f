#include "figures.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <fstream>

namespace collega::http {
namespace {

std::string number(double value) {
  char text[32];
  const auto written = std::to_chars(text, text + sizeof text, value);
  return {text, written.ptr};
}

void write_one(std::string& out, std::string_view name, std::string_view type, std::string_view help, double value) {
  out.append("# HELP ").append(name).append(" ").append(help).append("\n# TYPE ").append(name).append(" ").append(type);
  out.append("\n").append(name).append(" ").append(number(value)).append("\n");
}

void write_heading(std::string& out, std::string_view name, std::string_view type, std::string_view help) {
  out.append("# HELP ")
      .append(name)
      .append(" ")
      .append(help)
      .append("\n# TYPE ")
      .append(name)
      .append(" ")
      .append(type)
      .append("\n");
}

double resident_bytes() {
  std::ifstream file{"/proc/self/statm"};
  double pages = 0;
  file >> pages >> pages;
  return pages * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

double processor_seconds() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](timeval time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

}  // namespace

void Figures::count(std::string_view what, unsigned status, std::chrono::nanoseconds took, std::uint64_t bytes) {
  const double seconds = std::chrono::duration<double>(took).count();
  const std::lock_guard lock{mutex_};
  Row& row = rows_[what];
  ++row.by_status[status];
  ++row.by_time[static_cast<std::size_t>(std::ranges::lower_bound(kBounds, seconds) - kBounds.begin())];
  row.seconds += seconds;
  row.bytes += bytes;
}

void Figures::write_times(std::string& out, std::string_view what, const Row& row) {
  constexpr std::string_view kName = "collega_http_request_seconds";
  std::uint64_t sum = 0;
  const auto line = [&](std::string_view bound) {
    out.append(kName).append("_bucket{operation=\"").append(what).append("\",le=\"").append(bound).append("\"} ");
    out.append(std::to_string(sum)).append("\n");
  };
  for (std::size_t i = 0; i < kBounds.size(); ++i) {
    sum += row.by_time[i];
    line(number(kBounds[i]));
  }
  sum += row.by_time.back();
  line("+Inf");
  out.append(kName).append("_sum{operation=\"").append(what).append("\"} ").append(number(row.seconds)).append("\n");
  out.append(kName).append("_count{operation=\"").append(what).append("\"} ").append(std::to_string(sum)).append("\n");
}

std::string Figures::text(const Gauges& gauges, const operations::Health& health) const {
  std::string out;
  {
    const std::lock_guard lock{mutex_};
    const std::map<std::string_view, Row> sorted{rows_.begin(), rows_.end()};
    write_heading(out, "collega_http_requests_total", "counter", "Requests answered.");
    for (const auto& [what, row] : sorted) {
      for (const auto& [status, count] : row.by_status) {
        out.append("collega_http_requests_total{operation=\"").append(what).append("\",status=\"");
        out.append(std::to_string(status)).append("\"} ").append(std::to_string(count)).append("\n");
      }
    }
    write_heading(out, "collega_http_response_bytes_total", "counter", "Bytes of the bodies of answers.");
    for (const auto& [what, row] : sorted) {
      out.append("collega_http_response_bytes_total{operation=\"").append(what).append("\"} ");
      out.append(std::to_string(row.bytes)).append("\n");
    }
    write_heading(out, "collega_http_request_seconds", "histogram", "From a request's last byte to its answer's.");
    for (const auto& [what, row] : sorted) write_times(out, what, row);
  }
  const auto as_number = [](const auto& value) { return static_cast<double>(value); };
  write_one(out, "collega_http_connections", "gauge", "Open connections.", as_number(gauges.connections.load()));
  write_one(out, "collega_http_connections_total", "counter", "Connections taken.",
            as_number(gauges.connections_ever.load()));
  write_one(out, "collega_http_connections_refused_total", "counter", "Connections closed to make room.",
            as_number(gauges.connections_refused.load()));
  write_one(out, "collega_http_queue", "gauge", "Requests that wait for a worker or are with one.",
            as_number(gauges.waiting.load()));
  write_one(out, "collega_http_body_bytes", "gauge", "Bytes of JSON held while they arrive.",
            as_number(gauges.bytes_of_bodies.load()));
  write_one(out, "collega_store_up", "gauge", "Whether the store answers.", health.store_answers ? 1 : 0);
  write_one(out, "collega_jobs_waiting", "gauge", "Jobs that wait.", as_number(health.jobs_waiting));
  write_one(out, "collega_jobs_running", "gauge", "Jobs that run.", as_number(health.jobs_running));
  write_one(out, "process_resident_memory_bytes", "gauge", "Memory in use.", resident_bytes());
  write_one(out, "process_cpu_seconds_total", "counter", "Processor time used.", processor_seconds());
  return out;
}

}  // namespace collega::http
