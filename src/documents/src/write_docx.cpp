// A DOCX is a zip of XML parts: the text, and beside it the styles, the list definitions and the footer that it names.

#include <pugixml.hpp>

#include "docx_parts.h"
#include "draft_style.h"
#include "zip_writer.h"

namespace collega::documents {
namespace {

constexpr double kTwipsPerPoint = 20;
constexpr int kTinyHalfPoints = 2;
constexpr Colour kHeadingRowFill{232, 236, 240};

std::string twips(double points) { return std::to_string(static_cast<int>(points * kTwipsPerPoint)); }

void set(pugi::xml_node node, const char* name, const std::string& value) {
  node.append_attribute(name).set_value(value.c_str());
}

void add_value(pugi::xml_node node, const char* name, const std::string& value) {
  set(node.append_child(name), "w:val", value);
}

// What the letters of a run have that their style does not say.
struct RunLook {
  bool bold = false;
  std::string colour = {};
  int half_points = 0;
};

void add_letters(pugi::xml_node run, const std::string& line) {
  pugi::xml_node words = run.append_child("w:t");
  set(words, "xml:space", "preserve");
  words.text().set(line.c_str());
}

void add_run(pugi::xml_node paragraph, const std::string& text, const RunLook& look) {
  pugi::xml_node run = paragraph.append_child("w:r");
  pugi::xml_node properties = run.append_child("w:rPr");
  if (look.bold) properties.append_child("w:b");
  if (!look.colour.empty()) add_value(properties, "w:color", look.colour);
  if (look.half_points > 0) add_value(properties, "w:sz", std::to_string(look.half_points));
  if (!properties.first_child()) run.remove_child(properties);
  const std::vector<std::string> lines = lines_of(text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) run.append_child("w:br");
    add_letters(run, lines[i]);
  }
}

void add_fill(pugi::xml_node properties, Colour fill) {
  pugi::xml_node shade = properties.append_child("w:shd");
  set(shade, "w:val", "clear");
  set(shade, "w:color", "auto");
  set(shade, "w:fill", hex_of(fill));
}

enum class Grid { lines, columns };

void set_measure(pugi::xml_node node, double points) {
  set(node, "w:w", twips(points));
  set(node, "w:type", "dxa");
}

// On a page the margin of the first cell hangs out of the text; the indent puts the table's edge in line with it.
pugi::xml_node add_table(pugi::xml_node parent, const std::vector<double>& widths, Grid grid) {
  pugi::xml_node table = parent.append_child("w:tbl");
  pugi::xml_node properties = table.append_child("w:tblPr");
  if (grid == Grid::lines) add_value(properties, "w:tblStyle", "TableGrid");
  const double margin = grid == Grid::lines ? kDocxCellMargin : kDocxColumnMargin;
  double sum = 0;
  for (const double width : widths) sum += width;
  set_measure(properties.append_child("w:tblW"), sum);
  set_measure(properties.append_child("w:tblInd"), std::string_view{parent.name()} == "w:body" ? margin : 0);
  set(properties.append_child("w:tblLayout"), "w:type", "fixed");
  pugi::xml_node margins = properties.append_child("w:tblCellMar");
  for (const char* side : {"w:left", "w:right"}) set_measure(margins.append_child(side), margin);
  pugi::xml_node columns = table.append_child("w:tblGrid");
  for (const double width : widths) set(columns.append_child("w:gridCol"), "w:w", twips(width));
  return table;
}

pugi::xml_node add_cell(pugi::xml_node row, double width, std::optional<Colour> fill) {
  pugi::xml_node cell = row.append_child("w:tc");
  pugi::xml_node properties = cell.append_child("w:tcPr");
  set_measure(properties.append_child("w:tcW"), width);
  if (fill) add_fill(properties, *fill);
  return cell;
}

pugi::xml_node add_paragraph(pugi::xml_node parent, const std::string& style_id) {
  pugi::xml_node paragraph = parent.append_child("w:p");
  add_value(paragraph.append_child("w:pPr"), "w:pStyle", style_id);
  return paragraph;
}

// Two tables with nothing between them would be one, and a cell or a page must end in a paragraph.
void end_table(pugi::xml_node parent) { add_paragraph(parent, "TableEnd"); }

// The numbered lists of a document so far, by the number each begins with. An item with no higher number than the one
// before it begins the next list.
class NumberedLists {
 public:
  int id_for(const DraftBlock& item) {
    if (item.level <= 1) {
      if (begins_.empty() || *item.number <= last_) begins_.push_back(*item.number);
      last_ = *item.number;
    }
    if (begins_.empty()) begins_.push_back(1);
    return kDocxFirstNumbered + static_cast<int>(begins_.size()) - 1;
  }

  [[nodiscard]] const std::vector<int>& begins() const { return begins_; }

 private:
  std::vector<int> begins_;
  int last_ = 0;
};

// Writes blocks into the body, or into a cell of a layout table.
class BlockWriter {
 public:
  BlockWriter(pugi::xml_node parent, const DraftStyle& style, NumberedLists& lists, double width,
              std::string letters = {})
      : parent_(parent), style_(style), lists_(lists), width_(width), letters_(std::move(letters)) {}

  void write(const std::vector<DraftBlock>& blocks) {
    const std::size_t header = header_end(blocks);
    for (std::size_t i = 0; i < blocks.size();) {
      if (blocks[i].kind == BlockKind::table_row) {
        const std::size_t end = table_end(blocks, i);
        write_table(blocks, i, end);
        i = end;
      } else {
        write_block(blocks[i], i < header);
        ++i;
      }
    }
  }

  void write_concealed(const Concealed& concealed) {
    const bool tiny = concealed.how == Concealed::How::tiny;
    add_run(parent_.append_child("w:p"), concealed.text,
            tiny ? RunLook{.half_points = kTinyHalfPoints} : RunLook{.colour = hex_of(kWhite)});
  }

 private:
  void write_block(const DraftBlock& block, bool in_header) {
    pugi::xml_node paragraph;
    if (block.kind == BlockKind::heading) {
      paragraph = add_paragraph(parent_, "Heading" + std::to_string(std::clamp(block.level, 1, 6)));
    } else if (block.kind == BlockKind::list_item) {
      paragraph = add_paragraph(parent_, block.number ? "ListNumber" : "ListBullet");
      pugi::xml_node numbering = paragraph.child("w:pPr").append_child("w:numPr");
      add_value(numbering, "w:ilvl", std::to_string(std::clamp(block.level, 1, kDocxListLevels) - 1));
      add_value(numbering, "w:numId", std::to_string(block.number ? lists_.id_for(block) : kDocxBulleted));
    } else {
      paragraph = parent_.append_child("w:p");
    }
    if (in_header && style_.centred_header) {
      pugi::xml_node properties = paragraph.child("w:pPr");
      if (!properties) properties = paragraph.prepend_child("w:pPr");
      add_value(properties, "w:jc", "center");
    }
    add_run(paragraph, block.text, {.colour = letters_});
  }

  void write_table(const std::vector<DraftBlock>& blocks, std::size_t begin, std::size_t end) {
    std::vector<double> widths = column_shares(blocks, begin, end);
    for (double& width : widths) width *= width_;
    pugi::xml_node table = add_table(parent_, widths, Grid::lines);
    for (std::size_t i = begin; i < end; ++i) {
      const bool heading = blocks[i].level == 1;
      pugi::xml_node row = table.append_child("w:tr");
      if (heading) row.append_child("w:trPr").append_child("w:tblHeader");
      for (std::size_t column = 0; column < widths.size(); ++column) {
        write_cell(add_cell(row, widths[column], heading ? std::optional{kHeadingRowFill} : std::nullopt),
                   blocks[i].cells[column], heading);
      }
    }
    end_table(parent_);
  }

  void write_cell(pugi::xml_node cell, const std::string& text, bool heading) {
    const std::vector<std::string> lines = lines_of(text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      add_run(add_paragraph(cell, "TableText"), lines[i], {.bold = heading || (i == 0 && lines.size() > 1)});
    }
  }

  pugi::xml_node parent_;
  const DraftStyle& style_;
  NumberedLists& lists_;
  double width_;
  std::string letters_;
};

void write_beside(pugi::xml_node body, const Draft& draft, const DraftStyle& style, NumberedLists& lists) {
  const double width = kPageWidth - 2 * style.margin;
  const double side_width = width * kSideShare;
  const std::vector<double> widths = style.side_on_the_right ? std::vector{width - side_width, side_width}
                                                             : std::vector{side_width, width - side_width};
  pugi::xml_node row = add_table(body, widths, Grid::columns).append_child("w:tr");
  for (const bool right : {false, true}) {
    if (right == style.side_on_the_right) {
      pugi::xml_node cell = add_cell(row, side_width, style.side_fill);
      BlockWriter{cell, style, lists, side_width - 2 * kDocxColumnMargin, hex_of(style.side_letters)}.write(draft.side);
    } else {
      pugi::xml_node cell = add_cell(row, width - side_width, std::nullopt);
      BlockWriter writer{cell, style, lists, width - side_width - 2 * kDocxColumnMargin};
      writer.write(draft.blocks);
      if (draft.concealed) writer.write_concealed(*draft.concealed);
    }
  }
  end_table(body);
}

void add_section(pugi::xml_node body, const DraftStyle& style) {
  pugi::xml_node section = body.append_child("w:sectPr");
  pugi::xml_node footer = section.append_child("w:footerReference");
  set(footer, "w:type", "default");
  set(footer, "r:id", kDocxFooterRelation);
  pugi::xml_node size = section.append_child("w:pgSz");
  set(size, "w:w", twips(kPageWidth));
  set(size, "w:h", twips(kPageHeight));
  pugi::xml_node margins = section.append_child("w:pgMar");
  for (const char* side : {"w:top", "w:right", "w:bottom", "w:left"}) set(margins, side, twips(style.margin));
  set(margins, "w:header", twips(style.margin / 2));
  set(margins, "w:footer", twips(style.margin / 2));
  set(margins, "w:gutter", "0");
}

pugi::xml_document document_part(const Draft& draft, const DraftStyle& style, NumberedLists& lists) {
  pugi::xml_document xml;
  pugi::xml_node root = xml.append_child("w:document");
  set(root, "xmlns:w", kDocxMainNamespace);
  set(root, "xmlns:r", kDocxRelationNamespace);
  pugi::xml_node body = root.append_child("w:body");
  if (draft.layout == Layout::sidebar) {
    write_beside(body, draft, style, lists);
  } else {
    BlockWriter writer{body, style, lists, kPageWidth - 2 * style.margin};
    writer.write(draft.blocks);
    if (draft.concealed) writer.write_concealed(*draft.concealed);
  }
  add_section(body, style);
  return xml;
}

}  // namespace

Result<std::string> write_docx(const Draft& draft) {
  const Draft ready = prepared(draft);
  const DraftStyle style = style_of(ready);
  NumberedLists lists;
  ZipMember text = xml_member("word/document.xml", document_part(ready, style, lists));
  std::vector<ZipMember> members = docx_parts(ready.title, style, lists.begins());
  members.push_back(std::move(text));
  return write_zip(members);
}

}  // namespace collega::documents
