// An ODT is a zip; content.xml holds the body:
//
//   office:text > (text:p | text:h | text:list | table:table | text:section ...)*
//   text:list   > text:list-item > (text:p | text:list)*
//   table:table > table:table-row > table:table-cell > (text:p | table:table ...)*
//   text:p      > letters, text:span, text:a, text:s, text:tab, draw:frame > draw:text-box > (text:p ...)*

#include <algorithm>
#include <cstring>
#include <pugixml.hpp>
#include <set>
#include <string>

#include "flow.h"
#include "formats.h"
#include "odt_styles.h"
#include "office_names.h"
#include "visibility.h"
#include "xml_part.h"
#include "zip_archive.h"

namespace collega::documents {
namespace {

// Writer itself nests some ten levels. What lies deeper was not made by a person.
constexpr int kDeepest = 200;

constexpr int kDeepestList = 9;

// White space in text counts; that between elements is dropped when it stands alone.
constexpr unsigned kOdtXml = pugi::parse_default | pugi::parse_ws_pcdata;

struct Around {
  int depth = 0;
  int list_depth = 0;
  OdtLook look;

  [[nodiscard]] Around deeper() const { return {depth + 1, list_depth, look}; }
};

struct Paragraph {
  std::string text;
  Look look;
  Flow boxes;
};

class OdtReader {
 public:
  OdtReader(const OdtStyles& styles, LeftOut& left_out) : styles_(styles), left_out_(left_out) {}

  Flow read(pugi::xml_node parent) {
    Flow flow;
    read_blocks(parent, {0, 0, styles_.default_look()}, flow);
    return flow;
  }

  [[nodiscard]] bool too_deep() const { return too_deep_; }

 private:
  void read_blocks(pugi::xml_node parent, const Around& around, Flow& flow) {
    if (around.depth > kDeepest) {
      too_deep_ = true;
      return;
    }
    bool first_of_item = true;
    for (const pugi::xml_node node : parent.children()) {
      if (is_any(node, "text:p", "text:h")) {
        read_paragraph(node, around.deeper(), first_of_item, flow);
        first_of_item = false;
      } else if (is(node, "text:list")) {
        Around inside = around.deeper();
        inside.list_depth = std::min(inside.list_depth + 1, kDeepestList);
        for (const pugi::xml_node item : node.children()) read_blocks(item, inside, flow);
      } else if (is(node, "table:table")) {
        read_table(node, around.deeper(), flow);
      } else if (is_any(node, "draw:frame", "draw:custom-shape", "draw:g", "draw:rect")) {
        read_shape(node, around.deeper(), flow);
      } else if (is_any(node, "text:section", "text:index-body", "text:index-title", "text:table-of-content",
                        "draw:text-box")) {
        Around inside = around.deeper();
        if (std::strcmp(node.attribute("text:display").value(), "none") == 0) inside.look.hidden = true;
        read_blocks(node, inside, flow);
      }
    }
  }

  void read_paragraph(pugi::xml_node node, const Around& around, bool first_of_item, Flow& flow) {
    const std::string style = node.attribute("text:style-name").value();
    Around inside = around;
    inside.look = styles_.look("paragraph", style, around.look);
    Paragraph paragraph;
    read_inline(node, inside, paragraph);
    left_out_.gap();

    FlowBlock block{BlockKind::paragraph, 0, std::move(paragraph.text), {}, paragraph.look};
    const int level =
        is(node, "text:h") ? node.attribute("text:outline-level").as_int(1) : styles_.heading_level(style);
    if (level > 0) {
      block.kind = BlockKind::heading;
      block.level = std::clamp(level, 1, 6);
    } else if (around.list_depth > 0 && first_of_item) {
      block.kind = BlockKind::list_item;
      block.level = around.list_depth;
    }
    append_paragraph(flow, std::move(block));
    std::move(paragraph.boxes.begin(), paragraph.boxes.end(), std::back_inserter(flow));
  }

  void read_inline(pugi::xml_node parent, const Around& around, Paragraph& paragraph) {
    if (around.depth > kDeepest) {
      too_deep_ = true;
      return;
    }
    for (const pugi::xml_node node : parent.children()) {
      if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
        add_letters(one_line(node.value()), around.look, paragraph);
      } else if (is(node, "text:s")) {
        add_letters(" ", around.look, paragraph);
      } else if (is(node, "text:tab")) {
        add_letters("\t", around.look, paragraph);
      } else if (is(node, "text:line-break")) {
        add_letters("\n", around.look, paragraph);
      } else if (is(node, "text:span")) {
        Around inside = around.deeper();
        inside.look = styles_.look("text", node.attribute("text:style-name").value(), around.look);
        read_inline(node, inside, paragraph);
      } else if (is_any(node, "text:hidden-text", "text:hidden-paragraph")) {
        left_out_.keep(Sight::hidden, node.attribute("text:string-value").value());
      } else if (is(node, "text:note")) {
        Around inside = around.deeper();
        inside.list_depth = 0;
        read_blocks(node.child("text:note-body"), inside, paragraph.boxes);
      } else if (is_any(node, "draw:frame", "draw:custom-shape", "draw:g", "draw:rect")) {
        read_shape(node, around.deeper(), paragraph.boxes);
      } else if (!is_any(node, "office:annotation", "text:tracked-changes", "text:ruby-text", "draw:a")) {
        read_inline(node, around.deeper(), paragraph);
      } else if (is(node, "draw:a")) {
        for (const pugi::xml_node shape : node.children()) read_shape(shape, around.deeper(), paragraph.boxes);
      }
    }
  }

  // Lines within the XML are only its layout.
  static std::string one_line(const char* value) {
    std::string text = value;
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
  }

  void add_letters(const std::string& text, const OdtLook& look, Paragraph& paragraph) {
    if (const Sight sight = sight_of(look); sight != Sight::visible) {
      left_out_.keep(sight, text);
      return;
    }
    paragraph.text += text;
    paragraph.look.add(text, look.bold.value_or(false), look.underlined.value_or(false), look.points.value_or(0));
  }

  static Sight sight_of(const OdtLook& look) {
    if (look.hidden.value_or(false)) return Sight::hidden;
    if (look.points && *look.points < kSmallestReadablePoints) return Sight::tiny;
    if (!look.colour || (look.paper_unknown && !look.background)) return Sight::visible;
    const Colour paper = look.background.value_or(look.paper.value_or(kWhite));
    return vanishes(*look.colour, paper) ? Sight::hidden : Sight::visible;
  }

  void read_shape(pugi::xml_node shape, const Around& around, Flow& flow) {
    Around inside = around.deeper();
    inside.list_depth = 0;
    inside.look = styles_.look("graphic", shape.attribute("draw:style-name").value(), around.look);
    read_blocks(shape, inside, flow);
  }

  void read_table(pugi::xml_node table, const Around& around, Flow& flow) {
    std::vector<FlowRow> rows;
    read_rows(table, around, rows);
    append_table(flow, std::move(rows));
  }

  void read_rows(pugi::xml_node parent, const Around& around, std::vector<FlowRow>& rows) {
    if (around.depth > kDeepest) return;
    for (const pugi::xml_node node : parent.children()) {
      if (is(node, "table:table-row")) {
        rows.emplace_back();
        read_cells(node, around.deeper(), rows.back());
      } else if (is_any(node, "table:table-header-rows", "table:table-rows", "table:table-row-group")) {
        read_rows(node, around.deeper(), rows);
      }
    }
  }

  void read_cells(pugi::xml_node row, const Around& around, FlowRow& cells) {
    for (const pugi::xml_node node : row.children()) {
      if (!is_any(node, "table:table-cell", "table:covered-table-cell")) continue;
      Around inside = around.deeper();
      inside.list_depth = 0;
      inside.look = styles_.look("table-cell", node.attribute("table:style-name").value(), around.look);
      cells.emplace_back();
      read_blocks(node, inside, cells.back());
    }
  }

  const OdtStyles& styles_;
  LeftOut& left_out_;
  bool too_deep_ = false;
};

// The contents of an ODT with a password are locked one by one, and the list of them stays open.
bool is_locked(ZipArchive& archive) {
  const Result<std::string> manifest = archive.read("META-INF/manifest.xml");
  return manifest.ok() && manifest.value().find("encryption-data") != std::string::npos;
}

// Headers or footers of the page styles, each line once and without page numbers.
Flow running_text(OdtReader& reader, pugi::xml_node master_styles, std::initializer_list<const char*> names) {
  Flow flow;
  std::set<std::string> seen;
  for (const pugi::xml_node page : master_styles.children("style:master-page")) {
    for (const char* name : names) add_running(flow, reader.read(page.child(name)), seen);
  }
  return flow;
}

}  // namespace

Result<Document> parse_odt(std::string_view bytes, const Limits& limits) {
  ZipArchive archive = TRY(ZipArchive::open(bytes, limits));
  if (is_locked(archive)) return Error{ErrorCode::document_encrypted};
  const std::string xml = TRY(archive.read("content.xml"));
  const XmlPart content = TRY(parse_xml(xml, kOdtXml));
  const pugi::xml_node root = content->child("office:document-content");
  const pugi::xml_node body = root.child("office:body").child("office:text");
  if (!body) return Error{ErrorCode::document_broken, {}, "no body"};
  const XmlPart styles_part = TRY(optional_part(archive, "styles.xml", kOdtXml));
  const pugi::xml_node styles_root = styles_part->child("office:document-styles");

  OdtStyles styles;
  styles.add(styles_root.child("office:styles"));
  OdtStyles page_styles =
      styles;  // headers have automatic styles of their own, with the same names as those of the body
  page_styles.add(styles_root.child("office:automatic-styles"));
  styles.add(root.child("office:automatic-styles"));

  LeftOut left_out;
  OdtReader page_reader{page_styles, left_out};
  OdtReader reader{styles, left_out};
  const pugi::xml_node pages = styles_root.child("office:master-styles");
  Flow flow = running_text(page_reader, pages, {"style:header-first", "style:header"});
  Flow text = reader.read(body);
  std::move(text.begin(), text.end(), std::back_inserter(flow));
  Flow footers = running_text(page_reader, pages, {"style:footer-first", "style:footer"});
  std::move(footers.begin(), footers.end(), std::back_inserter(flow));

  DocumentBuilder builder{Format::odt, limits};
  const XmlPart meta = TRY(optional_part(archive, "meta.xml", kOdtXml));
  const pugi::xml_node properties = meta->child("office:document-meta").child("office:meta");
  builder.set_title(meaningful_title(properties.child("dc:title").text().get()));
  add_flow(builder, std::move(flow));
  left_out.tell(builder);
  if (reader.too_deep() || page_reader.too_deep()) builder.notice(NoticeKind::cut_off);
  return std::move(builder).build();
}

}  // namespace collega::documents
