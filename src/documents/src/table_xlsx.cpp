// The shape of XLSX, as far as a table needs it:
//
//   xl/workbook.xml       <sheets> of name, state and relation; whether days count from 1904
//   xl/styles.xml         <numFmts> codes by number; <cellXfs> the styles, each with the number of its format
//   xl/sharedStrings.xml  <si> strings, by their order
//   xl/worksheets/*.xml   <row r="2"> of cells <c r="B2" s="style" t="type"> with <v> (a number, the index of a string,
//                         0 or 1), <is> (a string in place) and <f> (a formula)
//
// Some programs put a prefix before every name ("x:row"), so names are compared without it.

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "collega/base/utf8.h"
#include "collega/documents/table.h"
#include "office_relations.h"
#include "table_builder.h"
#include "xlsx_values.h"
#include "xml_part.h"
#include "xml_slices.h"

namespace collega::documents {
namespace {

constexpr std::size_t kMostColumns = 16'384;  // Excel's own
constexpr std::size_t kMostRows = 1'048'576;  // likewise
constexpr std::size_t kMostStyles = 65'490;   // likewise
constexpr std::string_view kUsualWorkbook = "xl/workbook.xml";

// White space between elements is no text, but `<t> </t>` is.
constexpr unsigned kSheetXml = pugi::parse_default | pugi::parse_ws_pcdata_single;

std::string_view local_name(pugi::xml_node node) {
  const std::string_view name = node.name();
  return name.substr(name.find(':') + 1);
}

pugi::xml_node child(pugi::xml_node parent, std::string_view name) {
  for (const pugi::xml_node node : parent.children()) {
    if (local_name(node) == name) return node;
  }
  return {};
}

template <class Number>
std::optional<Number> number_in(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional{number} : std::nullopt;
}

bool is_true(std::string_view text) { return text == "1" || text == "true"; }

// "&#xD800;" is half a letter, and the parser lets it by.
std::string valid(std::string text) { return is_valid_utf8(text) ? std::move(text) : repair_utf8(text); }

struct Workbook {
  struct Sheet {
    std::string name;
    std::string member;
    bool hidden;
  };
  std::vector<Sheet> sheets;
  std::string styles_member;  // empty when there is none, and so is `strings_member`
  std::string strings_member;
  DateSystem dates = DateSystem::from_1900;
};

Result<Workbook> read_workbook(ZipArchive& archive) {
  const std::string main = main_part(archive, std::string{kUsualWorkbook});
  const std::string xml = TRY(archive.read(main));
  const XmlPart part = TRY(parse_xml(xml, kSheetXml));
  const pugi::xml_node root = part->document_element();
  if (local_name(root) != "workbook") return Error{ErrorCode::document_broken, {}, "no workbook"};

  const Relations relations = read_relations(archive, main);
  Workbook book;
  book.styles_member = target_of_type(relations, "styles");
  book.strings_member = target_of_type(relations, "sharedStrings");
  if (is_true(child(root, "workbookPr").attribute("date1904").value())) book.dates = DateSystem::from_1904;
  for (const pugi::xml_node node : child(root, "sheets").children()) {
    for (const pugi::xml_attribute attribute : node.attributes()) {
      if (!std::string_view{attribute.name()}.ends_with(":id")) continue;
      const auto relation = relations.find(attribute.value());
      if (relation == relations.end() || relation->second.type != "worksheet") continue;
      const std::string_view state = node.attribute("state").value();
      book.sheets.push_back(
          {valid(node.attribute("name").value()), relation->second.target, !state.empty() && state != "visible"});
    }
  }
  return book;
}

Result<Workbook::Sheet> chosen_sheet(const Workbook& book, std::string_view name) {
  const std::string wanted = to_lower(is_valid_utf8(name) ? std::string{name} : repair_utf8(name));
  for (const Workbook::Sheet& sheet : book.sheets) {
    if (name.empty() ? !sheet.hidden : to_lower(sheet.name) == wanted) return sheet;
  }
  return Error{ErrorCode::table_unknown_sheet, std::string{name}};
}

// The formats of the styles by their number; without a part for them every number is plain.
Result<std::vector<NumberFormat>> read_formats(ZipArchive& archive, const std::string& member) {
  std::vector<NumberFormat> formats;
  if (member.empty() || !archive.has(member)) return formats;
  const std::string xml = TRY(archive.read(member));
  const XmlPart part = TRY(parse_xml(xml, kSheetXml));
  std::map<int, NumberFormat> own;
  for (const pugi::xml_node node : child(part->document_element(), "numFmts").children()) {
    own[node.attribute("numFmtId").as_int()] = format_of_code(node.attribute("formatCode").value());
  }
  for (const pugi::xml_node node : child(part->document_element(), "cellXfs").children()) {
    if (formats.size() >= kMostStyles) break;
    const int id = node.attribute("numFmtId").as_int();
    const auto found = own.find(id);
    formats.push_back(found != own.end() ? found->second : built_in_format(id));
  }
  return formats;
}

// Of a string with several fonts the pieces; what tells how to pronounce it (<rPh>) is left out.
std::string text_of_item(pugi::xml_node item) {
  std::string text;
  for (const pugi::xml_node piece : item.children()) {
    if (local_name(piece) == "t") text += piece.text().get();
    if (local_name(piece) == "r") text += child(piece, "t").text().get();
  }
  return text_of_string(text);
}

Result<std::vector<std::string>> read_strings(ZipArchive& archive, const std::string& member,
                                              const TableLimits& limits) {
  std::vector<std::string> strings;
  if (member.empty() || !archive.has(member)) return strings;
  const std::string xml = TRY(archive.read(member));
  XmlSlices items{xml, "si"};
  while (const auto item = TRY(items.next())) {
    if (strings.size() >= limits.cells) return Error{ErrorCode::table_too_large};
    const XmlPart part = TRY(parse_xml(*item, kSheetXml));
    strings.push_back(text_of_item(part->document_element()));
  }
  return strings;
}

// The column of "AB12", from 0.
std::optional<std::size_t> column_of(std::string_view reference) {
  std::size_t column = 0;
  for (const char c : reference) {
    if (c < 'A' || c > 'Z') break;
    column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
    if (column > kMostColumns) return std::nullopt;
  }
  return column == 0 ? std::nullopt : std::optional{column - 1};
}

class SheetParser {
 public:
  SheetParser(Workbook book, std::vector<NumberFormat> formats, std::vector<std::string> strings,
              const TableLimits& limits)
      : book_(std::move(book)), formats_(std::move(formats)), strings_(std::move(strings)), builder_(limits) {}

  Result<Table> parse(const std::string& name, std::string_view xml) && {
    std::vector<std::string> names;
    for (const Workbook::Sheet& sheet : book_.sheets) names.push_back(sheet.name);
    builder_.set_sheets(name, std::move(names));
    XmlSlices rows{xml, "row"};
    while (const auto row = TRY(rows.next())) TRY(read_row(*row));
    return std::move(builder_).build();
  }

 private:
  Result<Done> read_row(std::string_view xml) {
    const XmlPart part = TRY(parse_xml(xml, kSheetXml));
    const pugi::xml_node row = part->document_element();
    const auto said = number_in<std::size_t>(row.attribute("r").value());
    line_ = said && *said > line_ && *said <= kMostRows ? *said : line_ + 1;

    std::vector<std::string> cells;
    cells.reserve(builder_.columns());
    std::size_t column = 0;
    for (const pugi::xml_node node : row.children()) {
      if (local_name(node) != "c") continue;
      column = column_of(node.attribute("r").value()).value_or(column);
      std::string text = valid(TRY(text_of_cell(node)));
      if (!text.empty()) {
        if (column >= builder_.cells_left()) return Error{ErrorCode::table_too_large};
        if (column >= cells.size()) cells.resize(column + 1);
        cells[column] = std::move(text);
      }
      ++column;
    }
    cells.resize(std::max(cells.size(), cells.empty() ? 0 : builder_.columns()));
    return builder_.add(line_, std::move(cells));
  }

  Result<std::string> text_of_cell(pugi::xml_node cell) {
    const std::string_view type = cell.attribute("t").value();
    if (type == "inlineStr") return text_of_item(child(cell, "is"));
    const std::string_view value = child(cell, "v").text().get();
    if (type == "str") return text_of_string(value);
    if (value.empty()) {
      if (child(cell, "f")) builder_.notice(TableNoticeKind::formula_without_value, line_);
      return std::string{};
    }
    if (type == "s") {
      const auto index = number_in<std::size_t>(value);
      if (!index || *index >= strings_.size()) return Error{ErrorCode::document_broken, {}, "no such string"};
      return strings_[*index];
    }
    if (type == "b") return std::string{is_true(value) ? "true" : "false"};
    if (type == "d") return text_of_iso_date(value);
    if (type == "e") builder_.notice(TableNoticeKind::cell_error, line_);
    const auto number = type == "e" ? std::nullopt : number_in<double>(value);
    return number ? text_of_number(*number, format_of(cell), book_.dates) : std::string{value};
  }

  NumberFormat format_of(pugi::xml_node cell) const {
    const std::size_t style = cell.attribute("s").as_uint();
    return style < formats_.size() ? formats_[style] : NumberFormat{};
  }

  Workbook book_;
  std::vector<NumberFormat> formats_;
  std::vector<std::string> strings_;
  TableBuilder builder_;
  std::size_t line_ = 0;
};

}  // namespace

Result<Table> read_xlsx(std::string_view bytes, std::string_view sheet, const TableLimits& limits) {
  if (bytes.size() > limits.file_bytes) return Error{ErrorCode::document_too_large};
  Limits unpacking;
  unpacking.unpacked_bytes = limits.unpacked_bytes;
  ZipArchive archive = TRY(ZipArchive::open(bytes, unpacking));
  Workbook book = TRY(read_workbook(archive));
  const Workbook::Sheet chosen = TRY(chosen_sheet(book, sheet));
  std::vector<NumberFormat> formats = TRY(read_formats(archive, book.styles_member));
  std::vector<std::string> strings = TRY(read_strings(archive, book.strings_member, limits));
  const std::string xml = TRY(archive.read(chosen.member));
  return SheetParser{std::move(book), std::move(formats), std::move(strings), limits}.parse(chosen.name, xml);
}

}  // namespace collega::documents
