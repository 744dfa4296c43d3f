#include "export_line.h"

#include "words.h"

namespace collega::ledger {
namespace {

constexpr std::string_view kBeforeMac = R"(,"mac":")";
constexpr std::string_view kBehindMac = R"("})";
constexpr std::size_t kMacDigits = 64;
constexpr std::size_t kTail = kBeforeMac.size() + kMacDigits + kBehindMac.size();

std::string mac_digits(const Keys& keys, std::string_view covered) {
  return store::to_hex(bytes_of(store::keyed_digest(keys.exported, covered)));
}

}  // namespace

std::string export_line(const Keys& keys, JsonArray heads, Moment at) {
  std::string line = canonical({{"at", to_string(at)}, {"heads", std::move(heads)}}, "").value();
  line.pop_back();
  const std::string mac = mac_digits(keys, line);
  return line.append(kBeforeMac).append(mac).append(kBehindMac);
}

Result<ExportLine> read_export_line(const Keys& keys, std::string_view line) {
  if (line.size() < kTail) return Error{ErrorCode::bad_json};
  const std::string_view covered = line.substr(0, line.size() - kTail);
  const std::string_view tail = line.substr(covered.size());
  const std::string_view digits = tail.substr(kBeforeMac.size(), kMacDigits);
  if (!tail.starts_with(kBeforeMac) || !tail.ends_with(kBehindMac)) return Error{ErrorCode::bad_json};
  const Json read = TRY(parse_json(line));
  std::vector<NamedHead> heads = TRY(heads_named_in(read));
  const Json* at = read.as_object().if_contains("at");
  if (!at) return Error{ErrorCode::missing_member, "at"};
  const Moment moment = TRY(from_json<Moment>(*at, "at"));
  if (digits != mac_digits(keys, covered)) return Error{ErrorCode::key_wrong};
  return ExportLine{moment, std::move(heads)};
}

}  // namespace collega::ledger
