#include "log_line.h"

#include <cmath>

#include "collega/base/id.h"
#include "collega/base/utf8.h"

namespace collega::http {

std::string log_line(const Logged& logged) {
  const double ms = std::chrono::duration<double, std::milli>(logged.took).count();
  JsonObject line{{"time", to_string(logged.at)}, {"method", logged.method},          {"route", logged.route},
                  {"status", logged.status},      {"ms", std::round(ms * 100) / 100}, {"bytes", logged.bytes}};
  if (const Noted* noted = logged.noted) {
    if (noted->account != 0) line["account"] = id_text(noted->account);
    if (!noted->code.empty()) line["code"] = noted->code;
    if (!noted->detail.empty()) line["detail"] = repair_utf8(noted->detail);
  }
  return to_text(line);
}

}  // namespace collega::http
