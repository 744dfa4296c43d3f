#include "rows_on_file.h"

#include <bit>

namespace collega::store {
namespace {

bool is_number(Holds holds) { return holds == Holds::integer || holds == Holds::real; }

void write_number(std::string& bytes, std::uint64_t number, int size) {
  for (int i = 0; i < size; ++i) bytes += static_cast<char>(number >> (8 * i) & 0xff);
}

/// False when fewer than `size` bytes are left.
bool read_number(std::string_view& bytes, std::size_t size, std::uint64_t& number) {
  if (bytes.size() < size) return false;
  number = 0;
  for (std::size_t i = 0; i < size; ++i) number |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
  bytes.remove_prefix(size);
  return true;
}

}  // namespace

void write_row(std::string& bytes, const RowSource& row, const std::vector<Column>& columns) {
  for (int i = 0; i < static_cast<int>(columns.size()); ++i) {
    bytes += row.is_null(i) ? 'n' : 'v';
    if (row.is_null(i)) continue;
    const Holds holds = columns[static_cast<std::size_t>(i)].holds;
    if (holds == Holds::integer) {
      write_number(bytes, static_cast<std::uint64_t>(row.integer(i)), 8);
    } else if (holds == Holds::real) {
      write_number(bytes, std::bit_cast<std::uint64_t>(row.real(i)), 8);
    } else {
      const std::string_view text = row.text(i);
      write_number(bytes, text.size(), 4);
      bytes += text;
    }
  }
}

Result<std::vector<Argument>> read_row(std::string_view& bytes, const std::vector<Column>& columns) {
  const Error broken{ErrorCode::backup_broken};
  std::vector<Argument> row;
  for (const Column& column : columns) {
    if (bytes.empty()) return broken;
    const char mark = bytes.front();
    bytes.remove_prefix(1);
    if (mark == 'n') {
      row.emplace_back(nullptr);
      continue;
    }
    std::uint64_t number = 0;
    if (mark != 'v' || !read_number(bytes, is_number(column.holds) ? 8 : 4, number)) return broken;
    if (column.holds == Holds::integer) {
      row.emplace_back(static_cast<std::int64_t>(number));
    } else if (column.holds == Holds::real) {
      row.emplace_back(std::bit_cast<double>(number));
    } else {
      if (bytes.size() < number) return broken;
      const std::string_view text = bytes.substr(0, number);
      bytes.remove_prefix(number);
      if (column.holds == Holds::text) {
        row.emplace_back(text);
      } else {
        row.emplace_back(Blob{text});
      }
    }
  }
  return row;
}

}  // namespace collega::store
