#include "html.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "charset.h"
#include "collega/base/utf8.h"
#include "css.h"
#include "formats.h"
#include "html_tree.h"

namespace collega::documents {
namespace {

// The tree is kept at 200 levels; tables and paragraphs that are implied add some.
constexpr int kDeepestWalk = 1000;

constexpr double kBrowserPoints = 12;

// Markup is at most a few times the text it carries.
constexpr std::size_t kMarkupPerText = 4;

constexpr int kDeepestList = 9;

struct Style {
  Sight sight = Sight::visible;
  bool shown = true;
  double points = kBrowserPoints;
  Colour colour = kBlack;
  std::optional<Colour> background = kWhite;
  bool bold = false;
  bool preformatted = false;
  int list_depth = 0;

  void apply(const CssLook& look) {
    if (look.hidden) sight = Sight::hidden;
    if (look.shown) shown = *look.shown;
    if (look.points) points = *look.points;
    if (look.times) points *= *look.times;
    if (look.colour) colour = *look.colour;
    if (look.background_unknown) background = std::nullopt;
    if (look.background) background = look.background;
    bold = bold || look.bold;
  }

  [[nodiscard]] Sight letters() const {
    if (sight != Sight::visible || !shown || points <= 0) return Sight::hidden;
    if (background && vanishes(colour, *background)) return Sight::hidden;
    return points < kSmallestReadablePoints ? Sight::tiny : Sight::visible;
  }
};

std::string_view attribute(const GumboNode& node, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&node.v.element.attributes, name);
  return found == nullptr ? std::string_view{} : std::string_view{found->value};
}

bool has_attribute(const GumboNode& node, const char* name) {
  return gumbo_get_attribute(&node.v.element.attributes, name) != nullptr;
}

const GumboNode& child(const GumboNode& node, unsigned i) {
  return *static_cast<const GumboNode*>(node.v.element.children.data[i]);
}

unsigned children(const GumboNode& node) { return node.v.element.children.length; }

bool is_text(const GumboNode& node) {
  return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA;
}

bool is_element(const GumboNode& node) { return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE; }

// Rules of the page's own style sheets whose selector is one tag, class or id. Others need a browser.
class StyleSheet {
 public:
  void read(std::string_view css) {
    while (!css.empty()) {
      const std::size_t open = css.find('{');
      if (open == std::string_view::npos) return;
      const std::size_t close = std::min(css.find('}', open), css.size());
      if (css.substr(0, open).find('@') == std::string_view::npos) {
        add(css.substr(0, open), css_look(css.substr(open + 1, close - open - 1)));
      }
      css.remove_prefix(std::min(close + 1, css.size()));
    }
  }

  void apply(Style& style, const std::string& selector) const {
    const auto rule = rules_.find(selector);
    if (rule != rules_.end()) style.apply(rule->second);
  }

 private:
  void add(std::string_view selectors, const CssLook& look) {
    std::string selector;
    for (const char c : std::string{selectors} + ',') {
      if (c == ',') {
        if (!selector.empty()) rules_[selector] = look;
        selector.clear();
      } else if (c != ' ' && c != '\n' && c != '\t' && c != '\r') {
        selector += c;
      }
    }
  }

  std::map<std::string, CssLook> rules_;
};

class HtmlReader {
 public:
  explicit HtmlReader(LeftOut& left_out) : left_out_(left_out) {}

  HtmlContent read(const GumboNode& root) {
    collect(root, 0);
    read_children(root, Style{}, 0);
    flush();
    content_.flow = std::move(*flow_);
    return std::move(content_);
  }

 private:
  // The title and the style sheets, which may stand anywhere.
  void collect(const GumboNode& node, int depth) {
    if (!is_element(node) || depth > kDeepestWalk) return;
    const GumboTag tag = node.v.element.tag;
    for (unsigned i = 0; i < children(node); ++i) {
      const GumboNode& inner = child(node, i);
      if (is_text(inner) && tag == GUMBO_TAG_TITLE) content_.title += inner.v.text.text;
      if (is_text(inner) && tag == GUMBO_TAG_STYLE) sheet_.read(inner.v.text.text);
      collect(inner, depth + 1);
    }
  }

  void read_children(const GumboNode& node, const Style& style, int depth) {
    if (depth > kDeepestWalk) {
      content_.cut_off = true;
      return;
    }
    for (unsigned i = 0; i < children(node); ++i) {
      const GumboNode& inner = child(node, i);
      if (is_text(inner)) add_text(inner.v.text.text, style);
      if (is_element(inner)) read_element(inner, style, depth + 1);
    }
  }

  void read_element(const GumboNode& node, const Style& outer, int depth) {
    const GumboTag tag = node.v.element.tag;
    switch (tag) {
      case GUMBO_TAG_HEAD:
      case GUMBO_TAG_SCRIPT:
      case GUMBO_TAG_STYLE:
      case GUMBO_TAG_NOSCRIPT:
      case GUMBO_TAG_TEMPLATE:
      case GUMBO_TAG_SVG:
      case GUMBO_TAG_IFRAME:
      case GUMBO_TAG_TITLE:
        return;
      case GUMBO_TAG_BR:
        text_ += '\n';
        return;
      default:
        break;
    }
    const Style style = style_of(node, outer);
    if (tag == GUMBO_TAG_TABLE) {
      read_table(node, style, depth);
    } else if (is_inline(tag)) {
      read_children(node, style, depth);
    } else {
      read_block(node, style, depth);
    }
  }

  Style style_of(const GumboNode& node, const Style& outer) const {
    Style style = outer;
    const GumboTag tag = node.v.element.tag;
    sheet_.apply(style, gumbo_normalized_tagname(tag));
    std::string_view classes = attribute(node, "class");
    while (!classes.empty()) {
      const std::size_t end = std::min(classes.find(' '), classes.size());
      sheet_.apply(style, '.' + std::string{classes.substr(0, end)});
      classes.remove_prefix(std::min(end + 1, classes.size()));
    }
    if (has_attribute(node, "id")) sheet_.apply(style, '#' + std::string{attribute(node, "id")});
    if (has_attribute(node, "color")) style.apply(css_look("color:" + std::string{attribute(node, "color")}));
    if (has_attribute(node, "bgcolor"))
      style.apply(css_look("background-color:" + std::string{attribute(node, "bgcolor")}));
    if (has_attribute(node, "background")) style.background = std::nullopt;
    if (has_attribute(node, "style")) style.apply(css_look(attribute(node, "style")));
    if (has_attribute(node, "hidden")) style.sight = Sight::hidden;
    if (tag == GUMBO_TAG_B || tag == GUMBO_TAG_STRONG || tag == GUMBO_TAG_TH) style.bold = true;
    if (tag == GUMBO_TAG_PRE || tag == GUMBO_TAG_TEXTAREA) style.preformatted = true;
    if (tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL) ++style.list_depth;
    return style;
  }

  static bool is_inline(GumboTag tag) {
    static constexpr GumboTag kInline[] = {
        GUMBO_TAG_A,     GUMBO_TAG_ABBR,   GUMBO_TAG_B,      GUMBO_TAG_BIG,     GUMBO_TAG_CITE,    GUMBO_TAG_CODE,
        GUMBO_TAG_EM,    GUMBO_TAG_FONT,   GUMBO_TAG_I,      GUMBO_TAG_KBD,     GUMBO_TAG_Q,       GUMBO_TAG_S,
        GUMBO_TAG_SMALL, GUMBO_TAG_SPAN,   GUMBO_TAG_STRONG, GUMBO_TAG_SUB,     GUMBO_TAG_SUP,     GUMBO_TAG_TIME,
        GUMBO_TAG_TT,    GUMBO_TAG_U,      GUMBO_TAG_VAR,    GUMBO_TAG_MARK,    GUMBO_TAG_LABEL,   GUMBO_TAG_BDI,
        GUMBO_TAG_BDO,   GUMBO_TAG_INS,    GUMBO_TAG_SAMP,   GUMBO_TAG_ACRONYM, GUMBO_TAG_UNKNOWN, GUMBO_TAG_WBR,
        GUMBO_TAG_IMG,   GUMBO_TAG_STRIKE, GUMBO_TAG_DFN,    GUMBO_TAG_DEL,     GUMBO_TAG_DATA};
    return std::find(std::begin(kInline), std::end(kInline), tag) != std::end(kInline);
  }

  void read_block(const GumboNode& node, const Style& style, int depth) {
    flush();
    const GumboTag tag = node.v.element.tag;
    const int outer_heading = heading_;
    if (tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6) heading_ = tag - GUMBO_TAG_H1 + 1;
    if (tag == GUMBO_TAG_LI) item_ = std::clamp(style.list_depth, 1, kDeepestList);
    read_children(node, style, depth);
    flush();
    if (tag == GUMBO_TAG_LI) item_ = 0;
    heading_ = outer_heading;
  }

  void add_text(std::string_view letters, const Style& style) {
    const Sight sight = style.letters();
    if (sight != Sight::visible) {
      left_out_.keep(sight, letters);
      return;
    }
    const std::size_t before = text_.size();
    text_ += letters;
    if (!style.preformatted) std::replace(text_.begin() + static_cast<std::ptrdiff_t>(before), text_.end(), '\n', ' ');
    const auto seen = static_cast<std::size_t>(std::count_if(
        letters.begin(), letters.end(), [](char c) { return c != ' ' && c != '\n' && c != '\t' && c != '\r'; }));
    if (seen == 0) return;
    look_.letters += seen;
    if (style.bold) look_.bold += seen;
    look_.points = look_.points == 0 ? style.points : std::min(look_.points, style.points);
  }

  void flush() {
    left_out_.gap();
    if (look_.letters > 0) {
      FlowBlock block{BlockKind::paragraph, 0, std::move(text_), {}, look_};
      if (heading_ > 0) {
        block.kind = BlockKind::heading;
        block.level = heading_;
      } else if (item_ > 0) {
        block.kind = BlockKind::list_item;
        block.level = item_;
        item_ = 0;
      }
      append_paragraph(*flow_, std::move(block));
    }
    text_.clear();
    look_ = {};
  }

  void read_table(const GumboNode& table, const Style& style, int depth) {
    flush();
    std::vector<FlowRow> rows;
    read_rows(table, style, depth, rows);
    append_table(*flow_, std::move(rows));
  }

  void read_rows(const GumboNode& node, const Style& style, int depth, std::vector<FlowRow>& rows) {
    if (depth > kDeepestWalk) return;
    for (unsigned i = 0; i < children(node); ++i) {
      const GumboNode& inner = child(node, i);
      if (!is_element(inner)) continue;
      const GumboTag tag = inner.v.element.tag;
      const Style inside = style_of(inner, style);
      if (tag == GUMBO_TAG_TR) {
        rows.emplace_back();
        read_cells(inner, inside, depth + 1, rows.back());
      } else if (tag == GUMBO_TAG_TBODY || tag == GUMBO_TAG_THEAD || tag == GUMBO_TAG_TFOOT) {
        read_rows(inner, inside, depth + 1, rows);
      } else if (tag == GUMBO_TAG_CAPTION) {
        read_block(inner, inside, depth + 1);
      }
    }
  }

  void read_cells(const GumboNode& row, const Style& style, int depth, FlowRow& cells) {
    for (unsigned i = 0; i < children(row); ++i) {
      const GumboNode& inner = child(row, i);
      if (!is_element(inner)) continue;
      Flow cell;
      Flow* const outer = std::exchange(flow_, &cell);
      const int outer_heading = std::exchange(heading_, 0);
      read_children(inner, style_of(inner, style), depth + 1);
      flush();
      heading_ = outer_heading;
      flow_ = outer;
      cells.push_back(std::move(cell));
    }
  }

  LeftOut& left_out_;
  HtmlContent content_;
  StyleSheet sheet_;
  Flow page_;
  Flow* flow_ = &page_;
  std::string text_;
  Look look_;
  int heading_ = 0;
  int item_ = 0;  // depth of the item whose first text is awaited
};

// The charset that the page states within its first bytes, where browsers look for it.
std::string stated_charset(std::string_view bytes) {
  constexpr std::size_t kPrescan = 2048;
  const std::string head = to_lower(repair_utf8(bytes.substr(0, kPrescan)));
  const std::size_t at = head.find("charset=");
  if (at == std::string::npos) return {};
  const std::size_t begin = head.find_first_not_of("\"' ", at + 8);
  if (begin == std::string::npos) return {};
  return head.substr(begin, head.find_first_of("\"' ;/>", begin) - begin);
}

std::string decode_page(std::string_view bytes) {
  const std::string charset = stated_charset(bytes);
  if (charset.empty() || charset.starts_with("utf") || charset.starts_with("unicode")) return decode_unknown(bytes);
  return is_valid_utf8(bytes) && bytes.starts_with("\xEF\xBB\xBF") ? decode_unknown(bytes) : decode(bytes, charset);
}

}  // namespace

HtmlContent read_html(std::string_view html, LeftOut& left_out) {
  const HtmlTree tree{html};
  HtmlContent content = HtmlReader{left_out}.read(*tree.root());
  content.cut_off = content.cut_off || tree.flattened();
  return content;
}

Result<Document> parse_html(std::string_view bytes, const Limits& limits) {
  std::size_t most = std::min(limits.text_bytes * kMarkupPerText, bytes.size());
  while (most > 0 && most < bytes.size() && (static_cast<unsigned char>(bytes[most]) & 0xC0) == 0x80) --most;
  const std::string html = decode_page(bytes.substr(0, most));
  DocumentBuilder builder{Format::html, limits};
  LeftOut left_out;
  HtmlContent content = read_html(html, left_out);
  builder.set_title(content.title);
  add_flow(builder, std::move(content.flow));
  left_out.tell(builder);
  if (content.cut_off || bytes.size() > most) builder.notice(NoticeKind::cut_off);
  return std::move(builder).build();
}

}  // namespace collega::documents
