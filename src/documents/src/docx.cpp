// A DOCX is a zip; word/document.xml holds the body:
//
//   w:body > (w:p | w:tbl | w:sdt)*          w:tbl > w:tr > w:tc > (w:p | w:tbl)*
//   w:p    > w:pPr, (w:r | w:hyperlink | w:ins | w:del | w:sdt ...)*
//   w:r    > w:rPr, (w:t | w:tab | w:br | w:fldChar | w:drawing > ... > w:txbxContent > (w:p | w:tbl)* ...)*

#include <algorithm>
#include <cstring>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <utility>

#include "docx_package.h"
#include "docx_styles.h"
#include "flow.h"
#include "formats.h"
#include "office_names.h"
#include "visibility.h"

namespace collega::documents {
namespace {

// Word itself nests some ten levels for a text box in a table in a table. What lies deeper was not made by a person.
constexpr int kDeepest = 200;

// Fields in fields: a reference in an index in a condition.
constexpr std::size_t kDeepestField = 64;

// What lies around a paragraph.
struct Around {
  int depth = 0;
  std::optional<Colour> background = kWhite;  // nothing when it cannot be known

  [[nodiscard]] Around deeper() const { return {depth + 1, background}; }
};

struct Paragraph {
  const DocxStyle* style = nullptr;
  Around around;
  std::string text;
  Look look;
  Flow boxes;  // text boxes anchored here follow the paragraph
};

class DocxReader {
 public:
  DocxReader(const DocxStyles& styles, Colour page, LeftOut& left_out)
      : styles_(styles), left_out_(left_out), page_(page) {}

  Flow read(pugi::xml_node body) {
    Flow flow;
    fields_.clear();
    read_blocks(body, {0, page_}, flow);
    return flow;
  }

  [[nodiscard]] bool too_deep() const { return too_deep_; }

 private:
  void read_blocks(pugi::xml_node parent, const Around& around, Flow& flow) {
    if (around.depth > kDeepest) {
      too_deep_ = true;
      return;
    }
    for (const pugi::xml_node node : parent.children()) {
      if (is(node, "w:p")) {
        read_paragraph(node, around.deeper(), flow);
      } else if (is(node, "w:tbl")) {
        read_table(node, around.deeper(), flow);
      } else if (is(node, "w:sdt")) {
        if (!is_placeholder(node)) read_blocks(node.child("w:sdtContent"), around.deeper(), flow);
      } else if (is(node, "mc:AlternateContent")) {
        read_blocks(preferred(node), around.deeper(), flow);
      } else if (is_any(node, "w:ins", "w:moveTo", "w:customXml", "w:smartTag")) {
        read_blocks(node, around.deeper(), flow);
      }
    }
  }

  // The text that Word shows until something is filled in: "Click here to enter text".
  static bool is_placeholder(pugi::xml_node sdt) {
    return static_cast<bool>(sdt.child("w:sdtPr").child("w:showingPlcHdr"));
  }

  // The same content stands here twice, for new programs and for old.
  static pugi::xml_node preferred(pugi::xml_node alternate) {
    const pugi::xml_node choice = alternate.child("mc:Choice");
    return choice ? choice : alternate.child("mc:Fallback");
  }

  void read_paragraph(pugi::xml_node node, const Around& around, Flow& flow) {
    const pugi::xml_node properties = node.child("w:pPr");
    Paragraph paragraph;
    paragraph.style = &styles_.paragraph_style(properties.child("w:pStyle").attribute("w:val").value());
    paragraph.around = around;
    ParagraphLook look = paragraph.style->paragraph;
    look.override_with(paragraph_look(properties));
    if (look.background) paragraph.around.background = look.background;
    read_inline(node, paragraph, around.depth);
    left_out_.gap();

    FlowBlock block{BlockKind::paragraph, 0, std::move(paragraph.text), {}, paragraph.look};
    if (const int level = heading_level(*paragraph.style, look); level > 0) {
      block.kind = BlockKind::heading;
      block.level = level;
    } else if (look.list_level.value_or(-1) >= 0) {
      block.kind = BlockKind::list_item;
      block.level = std::clamp(*look.list_level, 0, 8) + 1;
    }
    append_paragraph(flow, std::move(block));
    std::move(paragraph.boxes.begin(), paragraph.boxes.end(), std::back_inserter(flow));
  }

  static int heading_level(const DocxStyle& style, const ParagraphLook& look) {
    if (const int level = level_of_style_name(style.name); level > 0) return level;
    const int outline = look.outline.value_or(9);
    return outline >= 0 && outline < 6 ? outline + 1 : 0;
  }

  void read_inline(pugi::xml_node parent, Paragraph& paragraph, int depth) {
    if (depth > kDeepest) {
      too_deep_ = true;
      return;
    }
    for (const pugi::xml_node node : parent.children()) {
      if (is_any(node, "w:r", "m:r")) {
        read_run(node, paragraph, depth + 1);
      } else if (is(node, "w:sdt")) {
        if (!is_placeholder(node)) read_inline(node.child("w:sdtContent"), paragraph, depth + 1);
      } else if (is(node, "mc:AlternateContent")) {
        read_inline(preferred(node), paragraph, depth + 1);
      } else if (!is_any(node, "w:pPr", "w:del", "w:moveFrom", "w:rPr", "w:sdtPr")) {
        read_inline(node, paragraph, depth + 1);
      }
    }
  }

  void read_run(pugi::xml_node run, Paragraph& paragraph, int depth) {
    const pugi::xml_node properties = run.child("w:rPr");
    RunLook look = paragraph.style->run;
    if (const DocxStyle* style = styles_.character_style(properties.child("w:rStyle").attribute("w:val").value())) {
      look.override_with(style->run);
    }
    look.override_with(run_look(properties));
    std::string text;
    for (const pugi::xml_node node : run.children()) read_run_child(node, paragraph, text, depth + 1);
    add_letters(text, look, paragraph);
  }

  void read_run_child(pugi::xml_node node, Paragraph& paragraph, std::string& text, int depth) {
    if (is(node, "w:fldChar")) {
      follow_field(node.attribute("w:fldCharType").value());
    } else if (is_any(node, "w:drawing", "w:pict", "w:object", "mc:AlternateContent")) {
      read_boxes(node, paragraph, {depth, paragraph.around.background});
    } else if (in_instruction()) {
      return;
    } else if (is_any(node, "w:t", "m:t")) {
      text += node.text().get();
    } else if (is_any(node, "w:tab", "w:ptab")) {
      text += '\t';
    } else if (is_any(node, "w:br", "w:cr")) {
      text += '\n';
    } else if (is(node, "w:noBreakHyphen")) {
      text += '-';
    } else if (is(node, "w:sym")) {
      // A picture from a font of symbols; as a bullet it tells the start of an item.
      text += "\u2022";
    }
  }

  void follow_field(std::string_view type) {
    if (type == "begin") {
      if (fields_.size() < kDeepestField) fields_.push_back(true);
    } else if (!fields_.empty() && type == "separate") {
      fields_.back() = false;
    } else if (!fields_.empty() && type == "end") {
      fields_.pop_back();
    }
  }

  [[nodiscard]] bool in_instruction() const { return std::find(fields_.begin(), fields_.end(), true) != fields_.end(); }

  void add_letters(const std::string& text, const RunLook& look, Paragraph& paragraph) {
    if (text.empty()) return;
    const Sight sight = sight_of(look, paragraph.around);
    if (sight != Sight::visible) {
      left_out_.keep(sight, text);
      return;
    }
    paragraph.text += text;
    constexpr int kWordsDefault = 20;  // half-points, when no style says otherwise
    paragraph.look.add(text, look.bold.value_or(false), look.underlined.value_or(false),
                       look.half_points.value_or(kWordsDefault) / 2.0);
  }

  [[nodiscard]] static Sight sight_of(const RunLook& look, const Around& around) {
    if (look.hidden.value_or(false)) return Sight::hidden;
    if (look.half_points && *look.half_points > 0 && *look.half_points / 2.0 < kSmallestReadablePoints)
      return Sight::tiny;
    if (!look.colour || look.automatic.value_or(false)) return Sight::visible;
    const std::optional<Colour> background = look.background ? look.background : around.background;
    return background && vanishes(*look.colour, *background) ? Sight::hidden : Sight::visible;
  }

  // Text boxes below a drawing, each once.
  void read_boxes(pugi::xml_node node, Paragraph& paragraph, Around around) {
    if (around.depth > kDeepest) {
      too_deep_ = true;
      return;
    }
    if (is(node, "mc:AlternateContent")) {
      read_boxes(preferred(node), paragraph, around.deeper());
      return;
    }
    if (is(node, "w:txbxContent")) {
      const std::vector<bool> outer = std::exchange(fields_, {});
      read_blocks(node, around, paragraph.boxes);
      fields_ = outer;
      return;
    }
    if (is(node, "wps:wsp")) {
      fill_box(around, node.child("wps:spPr"), node.child("wps:style"));
    } else if (is_any(node, "v:shape", "v:rect", "v:roundrect")) {
      fill_old_box(around, node);
    }
    for (const pugi::xml_node child : node.children()) read_boxes(child, paragraph, around.deeper());
  }

  // What lies behind the letters in a shape is its own fill and not the page. A gradient, a picture or a colour of the
  // theme cannot be known; white letters on it are taken as seen.
  static void fill_box(Around& around, pugi::xml_node properties, pugi::xml_node style) {
    if (properties.child("a:noFill")) return;
    if (const pugi::xml_node solid = properties.child("a:solidFill")) {
      const std::string_view theme = solid.child("a:schemeClr").attribute("val").value();
      const bool as_it_is = !solid.child("a:schemeClr").first_child();
      around.background = colour_of_hex(solid.child("a:srgbClr").attribute("val").value());
      if (as_it_is && (theme == "bg1" || theme == "lt1")) around.background = kWhite;
      return;
    }
    const bool filled = properties.child("a:gradFill") || properties.child("a:blipFill") ||
                        properties.child("a:pattFill") || style.child("a:fillRef").attribute("idx").as_int() != 0;
    if (filled) around.background = std::nullopt;
  }

  // A shape as Word 2007 draws it, with "#1f3864", "#1f3864 [3204]" or the name of a colour.
  static void fill_old_box(Around& around, pugi::xml_node shape) {
    const std::string_view colour = shape.attribute("fillcolor").value();
    if (std::strcmp(shape.attribute("filled").value(), "f") == 0 || colour.empty()) return;
    const std::string_view name = colour.substr(0, colour.find(' '));
    around.background = name == "white" ? std::optional{kWhite} : colour_of_hex(name);
  }

  void read_table(pugi::xml_node table, const Around& around, Flow& flow) {
    if (around.depth > kDeepest) {
      too_deep_ = true;
      return;
    }
    const std::string style = table.child("w:tblPr").child("w:tblStyle").attribute("w:val").value();
    std::vector<FlowRow> rows;
    read_rows(table, around.deeper(), styles_.table_shading(style), rows);
    append_table(flow, std::move(rows));
  }

  void read_rows(pugi::xml_node parent, const Around& around, TableShading shading, std::vector<FlowRow>& rows) {
    if (around.depth > kDeepest) return;
    for (const pugi::xml_node node : parent.children()) {
      if (is(node, "w:tr")) {
        if (node.child("w:trPr").child("w:del")) continue;
        rows.emplace_back();
        TableShading of_row = shading;
        of_row.everywhere = shading.everywhere || (shading.first_row && rows.size() == 1);
        read_cells(node, around.deeper(), of_row, rows.back());
      } else if (is(node, "w:sdt")) {
        read_rows(node.child("w:sdtContent"), around.deeper(), shading, rows);
      } else if (is_any(node, "w:ins", "w:customXml")) {
        read_rows(node, around.deeper(), shading, rows);
      }
    }
  }

  void read_cells(pugi::xml_node parent, const Around& around, TableShading shading, FlowRow& row) {
    if (around.depth > kDeepest) return;
    for (const pugi::xml_node node : parent.children()) {
      if (is(node, "w:tc")) {
        Around inside = around.deeper();
        // The style's colour may be that of a theme, which is not known here.
        if (shading.everywhere || (shading.first_column && row.empty())) inside.background = std::nullopt;
        if (const auto fill = shading_of(node.child("w:tcPr"))) inside.background = fill;
        row.emplace_back();
        read_blocks(node, inside, row.back());
      } else if (is(node, "w:sdt")) {
        read_cells(node.child("w:sdtContent"), around.deeper(), shading, row);
      } else if (is(node, "w:customXml")) {
        read_cells(node, around.deeper(), shading, row);
      }
    }
  }

  const DocxStyles& styles_;
  LeftOut& left_out_;
  Colour page_;
  std::vector<bool> fields_;  // of each field that is open, whether its instruction is being read
  bool too_deep_ = false;
};

}  // namespace

Result<Document> parse_docx(std::string_view bytes, const Limits& limits) {
  const DocxPackage package = TRY(open_docx(bytes, limits));
  const DocxStyles styles{package.styles->child("w:styles")};
  const pugi::xml_node document = package.document->child("w:document");
  const Colour page = colour_of_hex(document.child("w:background").attribute("w:color").value()).value_or(kWhite);

  LeftOut left_out;
  DocxReader reader{styles, page, left_out};
  Flow flow;
  std::set<std::string> seen;
  for (const auto& header : package.headers) add_running(flow, reader.read(header->document_element()), seen);
  Flow body = reader.read(document.child("w:body"));
  std::move(body.begin(), body.end(), std::back_inserter(flow));
  for (const pugi::xml_node note : package.footnotes->document_element().children()) {
    if (note.attribute("w:type")) continue;  // the line above the notes
    Flow text = reader.read(note);
    std::move(text.begin(), text.end(), std::back_inserter(flow));
  }
  for (const auto& footer : package.footers) add_running(flow, reader.read(footer->document_element()), seen);

  DocumentBuilder builder{Format::docx, limits};
  builder.set_title(package.title);
  add_flow(builder, std::move(flow));
  left_out.tell(builder);
  if (reader.too_deep()) builder.notice(NoticeKind::cut_off);
  return std::move(builder).build();
}

}  // namespace collega::documents
