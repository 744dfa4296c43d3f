#include "csv.h"

#include <cstdio>
#include <cstdlib>

namespace collega::organisation {

std::string csv_line(const Fields& fields, char separator) {
  std::string line;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const std::string& field = fields[i];
    if (i > 0) line += separator;
    if (field.find_first_of("\"\r\n") == std::string::npos && field.find(separator) == std::string::npos) {
      line += field;
      continue;
    }
    line += '"';
    for (const char c : field) {
      if (c == '"') line += '"';
      line += c;
    }
    line += '"';
  }
  return line;
}

std::string euros(Money money) {
  char text[32];
  const std::int64_t cents = std::abs(money.cents);
  std::snprintf(text, sizeof text, "%s%lld.%02lld", money.cents < 0 ? "-" : "", static_cast<long long>(cents / 100),
                static_cast<long long>(cents % 100));
  return text;
}

CsvFile::CsvFile(const std::filesystem::path& file, char separator, std::string_view header)
    : path_{file}, separator_{separator}, out_{file, std::ios::binary | std::ios::trunc} {
  line(header);
}

void CsvFile::line(std::string_view text) {
  out_.write(text.data(), static_cast<std::streamsize>(text.size()));
  out_.put('\n');
}

Result<Done> CsvFile::close() {
  out_.close();
  if (!out_) return Error{ErrorCode::file_unwritable, path_.string()};
  return Done{};
}

}  // namespace collega::organisation
