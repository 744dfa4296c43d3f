#include <stdlib.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "collega/base/utf8.h"
#include "collega/documents/write.h"

namespace collega::documents {
namespace {

constexpr std::size_t kLongestSheetName = 31;  // Excel's own limits
constexpr std::size_t kLongestCell = 32767;
constexpr std::time_t kCreated = 315532800;  // 1 January 1980, as in our other files
constexpr double kUsualWidth = 18;
// Excel fits a row to its wrapped lines itself, other programs do not; these are the points of its usual font.
constexpr double kLineHeight = 15;
constexpr double kHighestRow = 409;  // Excel's own limit

std::string first_code_points(std::string_view text, std::size_t count) {
  std::size_t end = 0;
  while (end < text.size() && count-- > 0) end += code_point_at(text, end).size;
  return std::string{text.substr(0, end)};
}

double width_of(const Sheet& sheet, std::size_t column) {
  return column < sheet.widths.size() ? sheet.widths[column] : kUsualWidth;
}

// The lines that `text` takes when it is wrapped. Widths count in zeros, which are wider than most letters; what breaks
// at words leave empty weighs a little more.
double lines_in(std::string_view text, double width) {
  constexpr double kFilled = 0.95;
  double lines = 0;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const auto letters = static_cast<double>(count_code_points(text.substr(begin, end - begin)));
    lines += std::max(1.0, std::ceil(letters / (kFilled * std::max(width, 1.0))));
    begin = end + 1;
  }
  return lines;
}

// Excel knows names apart without their case, and wants none of these letters in them.
std::string valid_name(const std::string& wish, std::set<std::string>& taken) {
  std::string name = repair_utf8(wish);
  for (char& c : name) {
    if (static_cast<unsigned char>(c) < 0x20 || std::string_view{"[]:*?/\\"}.find(c) != std::string_view::npos) c = ' ';
  }
  while (!name.empty() && (name.front() == '\'' || name.front() == ' ')) name.erase(0, 1);
  while (!name.empty() && (name.back() == '\'' || name.back() == ' ')) name.pop_back();
  if (name.empty() || to_lower(name) == "history") name += "Blad";
  std::string candidate = first_code_points(name, kLongestSheetName);
  for (int i = 2; !taken.insert(to_lower(candidate)).second; ++i) {
    const std::string suffix = " " + std::to_string(i);
    candidate = first_code_points(name, kLongestSheetName - suffix.size()) + suffix;
  }
  return candidate;
}

// A folder of our own that nobody else may read, gone at the end: the library writes to files only.
class PrivateFolder {
 public:
  PrivateFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "collega-XXXXXX").string();
    if (mkdtemp(name.data())) path_ = name;
  }
  ~PrivateFolder() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
  }
  PrivateFolder(const PrivateFolder&) = delete;
  PrivateFolder& operator=(const PrivateFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

struct ToneColours {
  lxw_color_t fill;
  lxw_color_t letters;
};

// Pale fills with dark letters: contrast of 7 and more, and the words say what the colour says.
constexpr ToneColours colours_of(CellTone tone) {
  switch (tone) {
    case CellTone::good:
      return {0xDDEFE0, 0x14532D};
    case CellTone::partial:
      return {0xFFF3CD, 0x5C4300};
    case CellTone::bad:
      return {0xF8DEDC, 0x7A1A14};
    case CellTone::unknown:
      return {0xECECEC, 0x3D3D3D};
    case CellTone::heading:
      return {0x1F3A5F, 0xFFFFFF};
    case CellTone::plain:
      break;
  }
  return {0xFFFFFF, 0x000000};
}

class Book {
 public:
  explicit Book(const std::string& file) : book_(workbook_new(file.c_str())) {
    lxw_doc_properties properties{};
    properties.created = kCreated;
    if (book_) workbook_set_properties(book_, &properties);
  }

  [[nodiscard]] bool is_open() const { return book_ != nullptr; }

  lxw_error add(const Sheet& sheet) {
    lxw_worksheet* page = workbook_add_worksheet(book_, valid_name(sheet.name, taken_).c_str());
    if (!page) return LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE;
    set_columns(page, sheet);
    worksheet_freeze_panes(page, static_cast<lxw_row_t>(sheet.frozen_rows),
                           static_cast<lxw_col_t>(sheet.frozen_columns));
    worksheet_set_paper(page, 9);  // A4
    worksheet_set_landscape(page);
    worksheet_fit_to_pages(page, 1, 0);
    worksheet_set_footer(page, "&P / &N");
    set_heading(page, sheet);
    for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
      set_height(page, sheet, row);
      for (std::size_t column = 0; column < sheet.rows[row].size(); ++column) {
        const lxw_error error = write(page, row, column, sheet.rows[row][column]);
        if (error != LXW_NO_ERROR) return error;
      }
    }
    return LXW_NO_ERROR;
  }

  lxw_error close() { return workbook_close(std::exchange(book_, nullptr)); }

  ~Book() {
    if (book_) lxw_workbook_free(book_);
  }
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;

 private:
  static void set_columns(lxw_worksheet* page, const Sheet& sheet) {
    std::size_t columns = sheet.widths.size();
    for (const auto& row : sheet.rows) columns = std::max(columns, row.size());
    for (std::size_t i = 0; i < columns; ++i) {
      const auto column = static_cast<lxw_col_t>(i);
      worksheet_set_column(page, column, column, width_of(sheet, i), nullptr);
    }
  }

  // The frozen rows stand above every printed page, and by the last of them a table can be filtered and sorted.
  static void set_heading(lxw_worksheet* page, const Sheet& sheet) {
    if (sheet.frozen_rows == 0 || sheet.rows.size() < sheet.frozen_rows) return;
    const auto heading = static_cast<lxw_row_t>(sheet.frozen_rows - 1);
    worksheet_repeat_rows(page, 0, heading);
    const std::size_t columns = sheet.rows[heading].size();
    if (columns < 2 || sheet.rows.size() == sheet.frozen_rows) return;
    worksheet_autofilter(page, heading, 0, static_cast<lxw_row_t>(sheet.rows.size() - 1),
                         static_cast<lxw_col_t>(columns - 1));
  }

  static void set_height(lxw_worksheet* page, const Sheet& sheet, std::size_t row) {
    double lines = 1;
    for (std::size_t i = 0; i < sheet.rows[row].size(); ++i) {
      lines = std::max(lines, lines_in(repair_utf8(sheet.rows[row][i].text), width_of(sheet, i)));
    }
    const double height = std::min(lines * kLineHeight, kHighestRow);
    if (lines > 1) worksheet_set_row(page, static_cast<lxw_row_t>(row), height, nullptr);
  }

  // Text is always written as text, so that one that begins with "=" is no formula.
  lxw_error write(lxw_worksheet* page, std::size_t row, std::size_t column, const SheetCell& cell) {
    const auto r = static_cast<lxw_row_t>(row);
    const auto c = static_cast<lxw_col_t>(column);
    if (cell.number) return worksheet_write_number(page, r, c, *cell.number, format_of(cell.tone));
    std::string text = first_code_points(repair_utf8(cell.text), kLongestCell);
    std::replace(text.begin(), text.end(), '\t', ' ');  // the cells of a quoted row; a sheet shows no tab
    if (text.empty()) return worksheet_write_blank(page, r, c, format_of(cell.tone));
    return worksheet_write_string(page, r, c, text.c_str(), format_of(cell.tone));
  }

  lxw_format* format_of(CellTone tone) {
    lxw_format*& format = formats_[tone];
    if (format) return format;
    format = workbook_add_format(book_);
    format_set_text_wrap(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    if (tone == CellTone::plain) return format;
    format_set_bg_color(format, colours_of(tone).fill);
    format_set_font_color(format, colours_of(tone).letters);
    format_set_border(format, LXW_BORDER_THIN);
    format_set_border_color(format, 0xBFBFBF);
    if (tone == CellTone::heading) format_set_bold(format);
    return format;
  }

  lxw_workbook* book_;
  std::map<CellTone, lxw_format*> formats_;
  std::set<std::string> taken_;
};

Error failed(const char* detail) { return {ErrorCode::internal, "", detail}; }

}  // namespace

Result<std::string> write_xlsx(const std::vector<Sheet>& sheets) {
  const PrivateFolder folder;
  if (folder.path().empty()) return failed("no temporary folder");
  const std::filesystem::path file = folder.path() / "book.xlsx";
  Book book{file.string()};
  if (!book.is_open()) return failed("workbook_new");
  for (const Sheet& sheet : sheets) {
    if (const lxw_error error = book.add(sheet)) return failed(lxw_strerror(error));
  }
  if (const lxw_error error = book.close()) return failed(lxw_strerror(error));
  std::ifstream in{file, std::ios::binary};
  std::string bytes{std::istreambuf_iterator<char>{in}, {}};
  if (bytes.empty()) return failed("nothing written");
  return bytes;
}

}  // namespace collega::documents
