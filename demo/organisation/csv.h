#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "collega/base/money.h"
#include "collega/base/result.h"

namespace collega::organisation {

using Fields = std::vector<std::string>;

/// One line without its end; a field with a separator, a quote or a line break stands in quotes (RFC 4180).
[[nodiscard]] std::string csv_line(const Fields& fields, char separator);

/// "-1234.50"
[[nodiscard]] std::string euros(Money money);

class CsvFile {
 public:
  CsvFile(const std::filesystem::path& file, char separator, std::string_view header);

  void row(const Fields& fields) { line(csv_line(fields, separator_)); }
  void line(std::string_view text);
  /// Error: file_unwritable.
  [[nodiscard]] Result<Done> close();

 private:
  std::filesystem::path path_;
  char separator_;
  std::ofstream out_;
};

}  // namespace collega::organisation
