#include "collega/models/events.h"

#include <algorithm>

namespace collega::models {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

Events::Fed Events::feed(std::string_view bytes, const std::function<bool(std::string_view data)>& take) {
  while (!bytes.empty()) {
    if (is_after_return_ && bytes.front() == '\n') bytes.remove_prefix(1);
    is_after_return_ = false;
    const std::size_t end = std::min(bytes.find_first_of("\r\n"), bytes.size());
    if (line_.size() + data_.size() + end > most_) return Fed::too_large;
    line_ += bytes.substr(0, end);
    if (end == bytes.size()) break;
    is_after_return_ = bytes[end] == '\r';
    bytes.remove_prefix(end + 1);
    if (!end_line(take)) return Fed::enough;
  }
  return Fed::more;
}

/// False: whoever takes the events wants no more.
bool Events::end_line(const std::function<bool(std::string_view)>& take) {
  std::string_view line = line_;
  if (!is_begun_ && line.starts_with(kByteOrderMark)) line.remove_prefix(kByteOrderMark.size());
  is_begun_ = true;
  bool goes_on = true;
  if (line.empty()) {
    if (has_data_) goes_on = take(data_);
    data_.clear();
    has_data_ = false;
  } else if (line == "data" || line.starts_with("data:")) {
    line.remove_prefix(std::min<std::size_t>(line.size(), 5));
    if (line.starts_with(' ')) line.remove_prefix(1);
    if (has_data_) data_ += '\n';
    data_ += line;
    has_data_ = true;
  }
  line_.clear();
  return goes_on;
}

}  // namespace collega::models
