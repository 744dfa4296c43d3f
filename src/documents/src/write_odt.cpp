// An ODT is a zip of XML parts; content.xml holds the text and the styles that no one names but the text itself.

#include <algorithm>
#include <pugixml.hpp>

#include "draft_style.h"
#include "odt_parts.h"
#include "zip_writer.h"

namespace collega::documents {
namespace {

constexpr Colour kHeadingRowFill{232, 236, 240};

void set(pugi::xml_node node, const char* name, const std::string& value) {
  node.append_attribute(name).set_value(value.c_str());
}

std::string points(double value) { return std::to_string(static_cast<int>(value)) + "pt"; }

void add_words(pugi::xml_node parent, const std::string& line) {
  std::size_t begin = 0;
  for (std::size_t tab = line.find('\t'); tab != std::string::npos; tab = line.find('\t', begin)) {
    parent.append_child(pugi::node_pcdata).set_value(line.substr(begin, tab - begin).c_str());
    parent.append_child("text:tab");
    begin = tab + 1;
  }
  parent.append_child(pugi::node_pcdata).set_value(line.substr(begin).c_str());
}

void add_text(pugi::xml_node parent, const std::string& text) {
  const std::vector<std::string> lines = lines_of(text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) parent.append_child("text:line-break");
    add_words(parent, lines[i]);
  }
}

void add_paragraph(pugi::xml_node parent, const std::string& text, const std::string& style) {
  pugi::xml_node paragraph = parent.append_child("text:p");
  set(paragraph, "text:style-name", style);
  add_text(paragraph, text);
}

// The styles that the text needs beyond the named ones.
class AutomaticStyles {
 public:
  explicit AutomaticStyles(pugi::xml_node root) : node_(root.append_child("office:automatic-styles")) {}

  using Properties = std::vector<std::pair<const char*, std::string>>;

  void add_paragraph_style(const std::string& name, const std::string& parent, const Properties& of_paragraph,
                           const Properties& of_letters) {
    pugi::xml_node style = add("paragraph", name);
    set(style, "style:parent-style-name", parent);
    add_properties(style, "style:paragraph-properties", of_paragraph);
    add_properties(style, "style:text-properties", of_letters);
  }

  std::string column(double width) {
    std::string name = "Column" + std::to_string(++columns_);
    set(add("table-column", name).append_child("style:table-column-properties"), "style:column-width", points(width));
    return name;
  }

  void add_cell_style(const char* name, const char* border, const char* padding, std::optional<Colour> fill) {
    pugi::xml_node properties = add("table-cell", name).append_child("style:table-cell-properties");
    set(properties, "fo:border", border);
    set(properties, "fo:padding", padding);
    if (fill) set(properties, "fo:background-color", "#" + hex_of(*fill));
  }

 private:
  static void add_properties(pugi::xml_node style, const char* name, const Properties& properties) {
    if (properties.empty()) return;
    pugi::xml_node node = style.append_child(name);
    for (const auto& [property, value] : properties) set(node, property, value);
  }

  pugi::xml_node add(const char* family, const std::string& name) {
    pugi::xml_node style = node_.append_child("style:style");
    set(style, "style:name", name);
    set(style, "style:family", family);
    return style;
  }

  pugi::xml_node node_;
  int columns_ = 0;
};

void add_styles(AutomaticStyles& styles, const DraftStyle& style) {
  // Cells have their own padding, and the items of a list belong together.
  const std::pair<const char*, std::string> close{"fo:margin-bottom", "0pt"};
  const std::pair<const char*, std::string> item{"fo:margin-bottom", points(style.body * 0.1)};
  const std::pair<const char*, std::string> side{"fo:color", "#" + hex_of(style.side_letters)};
  styles.add_paragraph_style("CellText", "Standard", {close}, {});
  styles.add_paragraph_style("CellHeading", "Standard", {close}, {{"fo:font-weight", "bold"}});
  styles.add_paragraph_style("Centred", "Standard", {{"fo:text-align", "center"}}, {});
  styles.add_paragraph_style("CentredName", "Heading_20_1", {{"fo:text-align", "center"}}, {});
  styles.add_paragraph_style("Tiny", "Standard", {}, {{"fo:font-size", "1pt"}});
  styles.add_paragraph_style("White", "Standard", {}, {{"fo:color", "#FFFFFF"}});
  styles.add_paragraph_style("Item", "Standard", {item}, {});
  styles.add_paragraph_style("SideItem", "Standard", {item}, {side});
  styles.add_paragraph_style("Side", "Standard", {}, {side});
  for (const std::string level : {"1", "2", "3"}) {
    styles.add_paragraph_style("SideHeading" + level, "Heading_20_" + level, {}, {side});
  }
  styles.add_cell_style("Cell", "0.5pt solid #969696", "3pt", std::nullopt);
  styles.add_cell_style("HeadingCell", "0.5pt solid #969696", "3pt", kHeadingRowFill);
  styles.add_cell_style("MainCell", "none", "8pt", std::nullopt);
  styles.add_cell_style("SideCell", "none", "8pt", style.side_fill);
}

// Writes blocks into the text, or into a cell of a layout table.
class BlockWriter {
 public:
  BlockWriter(pugi::xml_node parent, AutomaticStyles& styles, double width, bool at_side)
      : parent_(parent), styles_(styles), width_(width), at_side_(at_side) {}

  void write(const std::vector<DraftBlock>& blocks, bool centred_header) {
    const std::size_t header = centred_header ? header_end(blocks) : 0;
    for (std::size_t i = 0; i < blocks.size();) {
      if (blocks[i].kind == BlockKind::table_row) {
        const std::size_t end = table_end(blocks, i);
        write_table(blocks, i, end);
        i = end;
      } else if (blocks[i].kind == BlockKind::list_item) {
        i = write_list(blocks, i);
      } else if (blocks[i].kind == BlockKind::heading) {
        write_heading(blocks[i], i < header);
        ++i;
      } else {
        add_paragraph(parent_, blocks[i].text, i < header ? "Centred" : paragraph_style());
        ++i;
      }
    }
  }

 private:
  [[nodiscard]] std::string paragraph_style() const { return at_side_ ? "Side" : "Standard"; }

  void write_heading(const DraftBlock& block, bool centred) {
    const int level = std::clamp(block.level, 1, 6);
    pugi::xml_node heading = parent_.append_child("text:h");
    std::string style = "Heading_20_" + std::to_string(level);
    if (centred && level == 1) style = "CentredName";
    if (at_side_) style = "SideHeading" + std::to_string(std::min(level, 3));
    set(heading, "text:style-name", style);
    set(heading, "text:outline-level", std::to_string(level));
    add_text(heading, block.text);
  }

  // One list from blocks[begin]; returns where it ends. A deeper item stands in a list inside the item before it.
  std::size_t write_list(const std::vector<DraftBlock>& blocks, std::size_t begin) {
    const bool numbered = blocks[begin].number.has_value();
    pugi::xml_node list = parent_.append_child("text:list");
    set(list, "text:style-name", numbered ? "Numbering_20_1" : "List_20_1");
    std::size_t i = begin;
    for (; i < blocks.size() && blocks[i].kind == BlockKind::list_item; ++i) {
      const bool begins_anew =
          i > begin && blocks[i].level <= 1 && (blocks[i].number.has_value() != numbered || blocks[i].number == 1);
      if (begins_anew) break;
      pugi::xml_node place = list;
      for (int depth = 1; depth < std::min(blocks[i].level, kOdtListLevels); ++depth) place = inner_list(place);
      pugi::xml_node item = place.append_child("text:list-item");
      if (i == begin && blocks[i].number) set(item, "text:start-value", std::to_string(*blocks[i].number));
      add_paragraph(item, blocks[i].text, at_side_ ? "SideItem" : "Item");
    }
    return i;
  }

  static pugi::xml_node inner_list(pugi::xml_node list) {
    pugi::xml_node item = list.last_child() ? list.last_child() : list.append_child("text:list-item");
    const pugi::xml_node last = item.last_child();
    return std::string_view{last.name()} == "text:list" ? last : item.append_child("text:list");
  }

  void write_table(const std::vector<DraftBlock>& blocks, std::size_t begin, std::size_t end) {
    pugi::xml_node table = parent_.append_child("table:table");
    for (const double share : column_shares(blocks, begin, end)) {
      set(table.append_child("table:table-column"), "table:style-name", styles_.column(share * width_));
    }
    for (std::size_t i = begin; i < end; ++i) {
      const bool heading = blocks[i].level == 1;
      pugi::xml_node rows = heading ? table.append_child("table:table-header-rows") : table;
      pugi::xml_node row = rows.append_child("table:table-row");
      for (const std::string& text : blocks[i].cells) {
        pugi::xml_node cell = row.append_child("table:table-cell");
        set(cell, "table:style-name", heading ? "HeadingCell" : "Cell");
        const std::vector<std::string> lines = lines_of(text);
        for (std::size_t line = 0; line < lines.size(); ++line) {
          const bool bold = heading || (line == 0 && lines.size() > 1);
          add_paragraph(cell, lines[line], bold ? "CellHeading" : "CellText");
        }
      }
    }
  }

  pugi::xml_node parent_;
  AutomaticStyles& styles_;
  double width_;
  bool at_side_;
};

void write_main(pugi::xml_node parent, const Draft& draft, const DraftStyle& style, AutomaticStyles& styles,
                double width) {
  BlockWriter{parent, styles, width, false}.write(draft.blocks, style.centred_header);
  if (!draft.concealed) return;
  add_paragraph(parent, draft.concealed->text, draft.concealed->how == Concealed::How::tiny ? "Tiny" : "White");
}

void write_beside(pugi::xml_node body, const Draft& draft, const DraftStyle& style, AutomaticStyles& styles) {
  const double width = kPageWidth - 2 * style.margin;
  const double side_width = width * kSideShare;
  pugi::xml_node table = body.append_child("table:table");
  const bool order[2] = {!style.side_on_the_right, style.side_on_the_right};
  for (const bool is_side : order) {
    set(table.append_child("table:table-column"), "table:style-name",
        styles.column(is_side ? side_width : width - side_width));
  }
  pugi::xml_node row = table.append_child("table:table-row");
  for (const bool is_side : order) {
    pugi::xml_node cell = row.append_child("table:table-cell");
    set(cell, "table:style-name", is_side ? "SideCell" : "MainCell");
    if (is_side) {
      BlockWriter{cell, styles, side_width, true}.write(draft.side, false);
    } else {
      write_main(cell, draft, style, styles, width - side_width);
    }
  }
}

pugi::xml_document content_part(const Draft& draft, const DraftStyle& style) {
  pugi::xml_document xml;
  pugi::xml_node root = xml.append_child("office:document-content");
  add_odt_namespaces(root);
  AutomaticStyles styles{root};
  add_styles(styles, style);
  pugi::xml_node text = root.append_child("office:body").append_child("office:text");
  if (draft.layout == Layout::sidebar) {
    write_beside(text, draft, style, styles);
  } else {
    write_main(text, draft, style, styles, kPageWidth - 2 * style.margin);
  }
  return xml;
}

}  // namespace

Result<std::string> write_odt(const Draft& draft) {
  const Draft ready = prepared(draft);
  const DraftStyle style = style_of(ready);
  std::vector<ZipMember> members = odt_parts(ready.title, style);
  members.push_back(xml_member("content.xml", content_part(ready, style)));
  return write_zip(members);
}

}  // namespace collega::documents
