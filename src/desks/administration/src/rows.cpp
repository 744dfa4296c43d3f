#include "rows.h"

#include <algorithm>
#include <unordered_map>

#include "values.h"
#include "words.h"

namespace collega::administration {
namespace {

/// A birth date before this is of nobody at work.
constexpr int kOldestYears = 110;

/// Reads the cells of one row into it.
class RowReader {
 public:
  RowReader(const Columns& columns, const ImportRequest& request, Date today, Findings& findings)
      : columns_(columns), request_(request), today_(today), findings_(findings) {}

  void read(ImportRow& row, const SourceColumn& column, std::string_view cell) {
    row_ = &row;
    column_ = &column;
    text_ = trimmed_cell(cell);
    if (text_.empty()) return take_empty();
    if (is_formula_error(text_)) return refuse(Problem::formula_error);
    if (cell.starts_with('=')) return refuse(Problem::formula_text);
    own_word();
    take();
  }

  /// What only all cells together tell.
  void finish(ImportRow& row) {
    row_ = &row;
    if (!row.house_number_addition.empty()) row.person.address.house_number += row.house_number_addition;
    const bool dutch = row.person.address.country.empty() || row.person.address.country == "NL";
    if (row.has(ImportField::postcode)) read_postcode_of(row, dutch ? "NL" : row.person.address.country);
    if (row.unit_code.empty() && row.has(ImportField::unit_name) && !columns_.has(ImportField::unit_code)) {
      unit_code_from_name(row);
    }
    if (row.person.birth_date && *row.person.birth_date > today_) {
      findings_.bad(row, Problem::born_in_future, ImportField::birth_date, to_string(*row.person.birth_date));
    } else if (row.person.birth_date && row.person.birth_date->year() < today_.year() - kOldestYears) {
      findings_.bad(row, Problem::date_out_of_range, ImportField::birth_date, to_string(*row.person.birth_date));
    }
    if (row.begin && row.person.birth_date && *row.begin <= *row.person.birth_date) {
      findings_.bad(row, Problem::begin_before_birth, ImportField::contract_begin, to_string(*row.begin));
    }
    if (row.begin && row.last_day && *row.last_day < *row.begin) {
      findings_.bad(row, Problem::end_before_begin, ImportField::contract_end, to_string(*row.last_day));
    }
  }

 private:
  void take_empty() {
    const FieldInfo& info = info_of(column_->field);
    const bool never_cleared =
        info.shape == FieldShape::bsn || info.shape == FieldShape::iban || info.shape == FieldShape::key;
    const bool says_none = info.empty == EmptyCell::says_none;
    if (says_none || (request_.empty_cells == EmptyCells::clear && !never_cleared)) row_->none.set(at(column_->field));
  }

  void own_word() {
    const auto found = columns_.words.find({column_->field, plain_name(text_)});
    if (found != columns_.words.end()) text_ = found->second;
  }

  void refuse(Problem problem) { findings_.bad(*row_, problem, column_->field, text_); }

  template <class To, class T>
  void put(To& to, const Read<T>& read) {
    if (const auto* problem = std::get_if<Problem>(&read)) return refuse(*problem);
    to = std::get<T>(read);
    row_->given.set(at(column_->field));
  }

  template <class E>
  void put_word(std::optional<E>& to, FieldShape shape) {
    const auto word = word_value(shape, text_);
    if (!word) return refuse(Problem::unknown_word);
    to = described::enum_named<E>(*word).value();
    row_->given.set(at(column_->field));
  }

  void put_bsn() {
    const Read<Bsn> read = read_bsn(text_);
    if (const auto* problem = std::get_if<Problem>(&read)) return refuse(*problem);
    const Bsn& bsn = std::get<Bsn>(read);
    if (bsn.zero_added) findings_.notice(row_->line, Problem::bsn_zero_added, ImportField::bsn, bsn.digits);
    row_->person.bsn = bsn.digits;
    row_->given.set(at(ImportField::bsn));
  }

  void put_last_day() {
    if (says_no_end(text_, column_->dates)) return row_->none.set(at(ImportField::contract_end)), void();
    put(row_->last_day, read_day(text_, column_->dates));
  }

  void put_full_time() {
    put(row_->full_time_minutes, read_hours(text_, column_->decimals));
    if (row_->full_time_minutes == 0) {
      row_->full_time_minutes.reset();
      row_->given.reset(at(ImportField::full_time_hours));
      refuse(Problem::too_low);
    }
  }

  void take() {
    people::PersonEntry& person = row_->person;
    switch (column_->field) {
      case ImportField::personnel_number:
        return put(person.personnel_number, read_key(text_, false));
      case ImportField::given_name:
        return put(person.name.given_name, read_text(text_));
      case ImportField::initials:
        return put(person.name.initials, read_text(text_));
      case ImportField::infix:
        return put(person.name.infix, read_text(text_));
      case ImportField::surname:
        return put(person.name.surname, read_text(text_));
      case ImportField::birth_date:
        return put(person.birth_date, read_day(text_, column_->dates));
      case ImportField::sex:
        return put_word(person.sex, FieldShape::sex);
      case ImportField::email:
        return put(person.email, read_email(text_));
      case ImportField::phone:
        return put(person.phone, read_phone(text_));
      case ImportField::street:
        return put(person.address.street, read_text(text_));
      case ImportField::house_number:
        return put(person.address.house_number, read_text(text_));
      case ImportField::house_number_addition:
        return put(row_->house_number_addition, read_text(text_));
      case ImportField::postcode:
        return put(person.address.postcode, read_text(text_));
      case ImportField::city:
        return put(person.address.city, read_text(text_));
      case ImportField::country:
        return put(person.address.country, read_country(text_));
      case ImportField::bsn:
        return put_bsn();
      case ImportField::iban:
        return put(person.iban, read_iban(text_));
      default:
        return take_of_contract();
    }
  }

  void take_of_contract() {
    switch (column_->field) {
      case ImportField::employment_number:
        return put(row_->employment_number, read_key(text_, false));
      case ImportField::contract_kind:
        return put_word(row_->kind, FieldShape::contract_kind);
      case ImportField::contract_begin:
        return put(row_->begin, read_day(text_, column_->dates));
      case ImportField::contract_end:
        return put_last_day();
      case ImportField::hours_per_week:
        return put(row_->minutes, read_hours(text_, column_->decimals));
      case ImportField::full_time_hours:
        return put_full_time();
      case ImportField::fte:
        return put(row_->share, read_share(text_, column_->decimals));
      case ImportField::function:
        return put(row_->function, read_text(text_));
      case ImportField::position_code:
        return put(row_->position_code, read_key(text_, true));
      case ImportField::scale:
        return put(row_->scale, read_text(text_));
      case ImportField::step:
        return put(row_->step, read_text(text_));
      case ImportField::wage:
        return put(row_->wage, read_amount(text_, column_->decimals));
      case ImportField::wage_per:
        return put_word(row_->wage_per, FieldShape::wage_per);
      case ImportField::unit_code:
        return put(row_->unit_code, read_key(text_, true));
      case ImportField::unit_name:
        return put(row_->unit_name, read_text(text_));
      case ImportField::parent_unit_code:
        return put(row_->parent_unit_code, read_key(text_, true));
      case ImportField::manager_personnel_number:
        return put(row_->manager, read_key(text_, false));
      case ImportField::effective_from:
        return put(row_->from, read_day(text_, column_->dates));
      default:
        return;
    }
  }

  void read_postcode_of(ImportRow& row, std::string_view country) {
    const Read<std::string> read = read_postcode(row.person.address.postcode, country);
    if (std::holds_alternative<Problem>(read)) {
      row.given.reset(at(ImportField::postcode));
      return findings_.bad(row, Problem::bad_postcode, ImportField::postcode, row.person.address.postcode);
    }
    row.person.address.postcode = std::get<std::string>(read);
  }

  /// Where a file has names of units and no codes, the name is the code.
  void unit_code_from_name(ImportRow& row) {
    const Read<std::string> read = read_key(row.unit_name, true);
    if (const auto* problem = std::get_if<Problem>(&read)) {
      return findings_.bad(row, *problem, ImportField::unit_name, row.unit_name);
    }
    row.unit_code = row.unit_name;
    row.given.set(at(ImportField::unit_code));
  }

  const Columns& columns_;
  const ImportRequest& request_;
  Date today_;
  Findings& findings_;
  ImportRow* row_ = nullptr;
  const SourceColumn* column_ = nullptr;
  std::string_view text_;
};

std::optional<Problem> problem_of(documents::TableNoticeKind kind) {
  switch (kind) {
    case documents::TableNoticeKind::fewer_cells:
      return Problem::too_few_columns;
    case documents::TableNoticeKind::more_cells:
      return Problem::too_many_columns;
    case documents::TableNoticeKind::stray_quote:
      return Problem::stray_quote;
    case documents::TableNoticeKind::formula_without_value:
      return Problem::formula_text;
    case documents::TableNoticeKind::not_utf8:
    case documents::TableNoticeKind::broken_letters:
    case documents::TableNoticeKind::cell_error:
      return std::nullopt;  // seen in the cell, or of the whole file
  }
  return std::nullopt;
}

/// What the reader of the file said of its lines.
std::unordered_multimap<std::size_t, Problem> problems_by_line(const documents::Table& table, Findings& findings) {
  std::unordered_multimap<std::size_t, Problem> found;
  for (const documents::TableNotice& notice : table.notices) {
    if (notice.kind == documents::TableNoticeKind::not_utf8) findings.notice(0, Problem::letters_may_be_wrong);
    if (const auto problem = problem_of(notice.kind)) found.emplace(notice.line, *problem);
  }
  return found;
}

/// The key of a row: without it nobody knows whom it is about.
void check_key(ImportRow& row, const Columns& columns, Findings& findings) {
  const auto need = [&](ImportField field) {
    if (!row.has(field) && !row.is_broken(field)) findings.bad(row, Problem::missing, field);
  };
  if (!columns.is_of_units) return need(ImportField::personnel_number);
  need(ImportField::unit_code);
  need(ImportField::unit_name);
}

Result<ImportRow> read_constants(const Columns& columns, const ImportRequest& request, Date today) {
  Findings findings{columns};
  ImportRow row;
  RowReader reader{columns, request, today, findings};
  for (const Constant& constant : columns.constants) {
    reader.read(row, {.index = 0, .header = {}, .field = constant.field}, constant.value);
    if (row.bad)
      return Error{ErrorCode::import_bad_constant, std::string{name_of(constant.field)} + ": " + constant.value};
  }
  return row;
}

}  // namespace

Result<std::vector<ImportRow>> read_rows(const documents::Table& table, const Columns& columns,
                                         const ImportRequest& request, Date today, Findings& findings) {
  const ImportRow like = TRY(read_constants(columns, request, today));
  const auto problems = problems_by_line(table, findings);
  RowReader reader{columns, request, today, findings};
  std::vector<ImportRow> rows;
  rows.reserve(table.rows.size());
  for (const documents::TableRow& source : table.rows) {
    ImportRow& row = rows.emplace_back(like);
    row.line = source.line;
    const auto [first, last] = problems.equal_range(source.line);
    for (auto found = first; found != last; ++found) findings.bad(row, found->second);
    if (row.bad) continue;  // its cells may stand under the wrong headers
    for (const SourceColumn& column : columns.columns) {
      reader.read(row, column, column.index < source.cells.size() ? std::string_view{source.cells[column.index]} : "");
    }
    reader.finish(row);
    check_key(row, columns, findings);
  }
  return rows;
}

}  // namespace collega::administration
