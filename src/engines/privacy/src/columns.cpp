// Tables as text: where a head line names fields ("id;naam;bsn"), the cells under it are what it says.

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "collega/base/utf8.h"
#include "letters.h"
#include "recognisers.h"

namespace collega::privacy {
namespace {

constexpr std::string_view kMarks = ";|\t,";
constexpr std::size_t kFewestCells = 3, kFewestFields = 2, kLongestHead = 40, kLongestName = 60;
constexpr double kCell = 0.95;

struct Line {
  std::size_t begin = 0, end = 0;  ///< bytes, without the line break
};

Line line_at(std::string_view text, std::size_t begin) {
  return {begin, std::min(text.find('\n', begin), text.size())};
}

/// The cells of a line, trimmed of spaces and quotation marks.
std::vector<Span> cells_of(std::string_view text, Line line, char mark) {
  std::vector<Span> cells;
  std::size_t begin = line.begin;
  while (begin <= line.end) {
    const std::size_t end = std::min(text.find(mark, begin), line.end);
    Span cell{begin, end};
    const auto trimmed = [](char byte) { return byte == ' ' || byte == '"' || byte == '\r' || byte == '\t'; };
    while (cell.begin < cell.end && trimmed(text[cell.begin])) ++cell.begin;
    while (cell.end > cell.begin && trimmed(text[cell.end - 1])) --cell.end;
    cells.push_back(cell);
    begin = end + 1;
  }
  return cells;
}

class Columns {
 public:
  explicit Columns(Sheet& sheet) : sheet_(sheet), text_(sheet.text()) {}

  void find() {
    for (std::size_t begin = 0; begin < text_.size();) {
      const Line head = line_at(text_, begin);
      begin = head.end + 1;
      for (const char mark : kMarks) {
        if (!read_head(head, mark)) continue;
        begin = read_rows(begin, mark);
        break;
      }
    }
  }

 private:
  /// Whether most cells of a line name fields, and at least two a field we know.
  bool read_head(Line line, char mark) {
    if (std::count(text_.begin() + static_cast<std::ptrdiff_t>(line.begin),
                   text_.begin() + static_cast<std::ptrdiff_t>(line.end), mark) +
            1 <
        static_cast<std::ptrdiff_t>(kFewestCells))
      return false;
    // "Neem mee: naam, adres, woonplaats." is a sentence.
    if (mark == ',' && text_[text_.find_last_not_of("\r\n ", line.end - 1)] == '.') return false;
    fields_.clear();
    std::size_t known = 0;
    for (const Span cell : cells_of(text_, line, mark)) {
      if (cell.size() > kLongestHead || std::any_of(cell.of(text_).begin(), cell.of(text_).end(), is_digit))
        return false;
      fields_.push_back(field_of(cell));
      known += fields_.back() != Field::none && fields_.back() != Field::other;
    }
    // "Nr" beside "Naam" is the number of the person.
    const bool people = std::ranges::find(fields_, Field::name) != fields_.end();
    const auto cells = cells_of(text_, line, mark);
    for (std::size_t i = 0; i < cells.size() && people; ++i) {
      const std::string head = fold(cells[i].of(text_));
      if (fields_[i] == Field::none && (head == "nr" || head == "nummer" || head == "id" || head == "code")) {
        fields_[i] = Field::personnel;
        ++known;
      }
    }
    return known >= kFewestFields;
  }

  [[nodiscard]] Field field_of(Span cell) const {
    const std::size_t at = sheet_.word_at(cell.begin);
    if (at >= sheet_.words().size() || sheet_.words()[at].begin >= cell.end) return Field::none;
    const std::string name = fold(cell.of(text_));
    // Parts of a name have columns of their own.
    if (name == "tussenvoegsel" || name == "voorvoegsel" || name == "voorvoegsels" || name == "initialen" ||
        name == "voorletters")
      return Field::name;
    return sheet_.field_of(at);
  }

  std::size_t read_rows(std::size_t begin, char mark) {
    while (begin < text_.size()) {
      const Line line = line_at(text_, begin);
      const auto cells = cells_of(text_, line, mark);
      if (cells.size() != fields_.size()) break;
      for (std::size_t i = 0; i < cells.size(); ++i) add(cells[i], fields_[i]);
      begin = line.end + 1;
    }
    return begin;
  }

  void add(Span cell, Field field) {
    const std::string_view value = cell.of(text_);
    if (value.empty()) return;
    const auto digits = static_cast<std::size_t>(std::count_if(value.begin(), value.end(), is_digit));
    const auto add_as = [&](Kind kind) { sheet_.add(cell.begin, cell.end, kind, kCell, "column"); };
    switch (field) {
      case Field::name:
        if (digits == 0 && value.size() <= kLongestName && has_letter(value)) add_as(Kind::PERSON);
        break;
      case Field::birth:
        if (digits >= 4 && digits <= 8) add_as(Kind::DATE_OF_BIRTH);
        break;
      case Field::personnel:
        if (digits >= 3 && value.size() <= 14) add_as(Kind::PERSONNEL_NUMBER);
        break;
      case Field::bsn:
        if (digits == 8 || digits == 9) add_as(Kind::BSN);
        break;
      case Field::phone:
        if (digits >= 8) add_as(Kind::PHONE);
        break;
      case Field::passport:
        if (digits >= 2 && value.size() >= 8 && value.size() <= 10) add_as(Kind::PASSPORT);
        break;
      case Field::kvk:
        if (digits == 8) add_as(Kind::KVK);
        break;
      case Field::place:
        if (digits == 0 && has_letter(value)) add_as(Kind::PLACE);
        break;
      default:
        break;
    }
  }

  [[nodiscard]] static bool has_letter(std::string_view value) {
    for (std::size_t at = 0; at < value.size();) {
      const Letter letter = letter_at(value, at);
      if (letter.word && !letter.digit) return true;
      at += letter.size;
    }
    return false;
  }

  Sheet& sheet_;
  std::string_view text_;
  std::vector<Field> fields_;
};

}  // namespace

void find_columns(Sheet& sheet) { Columns(sheet).find(); }

}  // namespace collega::privacy
