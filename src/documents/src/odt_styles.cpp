#include "odt_styles.h"

#include <cstring>
#include <string_view>
#include <vector>

#include "css.h"
#include "office_names.h"

namespace collega::documents {
namespace {

// A longer chain of styles is a ring.
constexpr std::size_t kLongestChain = 16;

template <class T>
void take(std::optional<T>& into, const std::optional<T>& from) {
  if (from) into = from;
}

bool is(const char* value, const char* expected) { return std::strcmp(value, expected) == 0; }

std::optional<Colour> background_of(pugi::xml_node properties) {
  return colour_of_hex(properties.attribute("fo:background-color").value());
}

OdtLook own_look(pugi::xml_node style) {
  OdtLook look;
  const pugi::xml_node text = style.child("style:text-properties");
  if (const char* weight = text.attribute("fo:font-weight").value(); *weight != '\0')
    look.bold = is(weight, "bold") || is(weight, "700");
  if (const char* line = text.attribute("style:text-underline-style").value(); *line != '\0')
    look.underlined = !is(line, "none");
  if (const char* shown = text.attribute("text:display").value(); *shown != '\0') look.hidden = is(shown, "none");
  const CssLook size = css_look(std::string{"font-size:"} + text.attribute("fo:font-size").value());
  look.points = size.points;
  look.times = size.times;
  look.colour = colour_of_hex(text.attribute("fo:color").value());
  // The colour then follows the background, whatever fo:color says.
  if (text.attribute("style:use-window-font-color").as_bool()) look.colour = kBlack;
  look.background = background_of(text);
  take(look.paper, background_of(style.child("style:paragraph-properties")));
  take(look.paper, background_of(style.child("style:table-cell-properties")));
  const pugi::xml_node graphic = style.child("style:graphic-properties");
  take(look.paper, background_of(graphic));
  const char* fill = graphic.attribute("draw:fill").value();
  if (is(fill, "solid")) take(look.paper, colour_of_hex(graphic.attribute("draw:fill-color").value()));
  look.paper_unknown = is(fill, "gradient") || is(fill, "bitmap") || is(fill, "hatch");
  return look;
}

}  // namespace

void OdtLook::override_with(const OdtLook& over) {
  take(bold, over.bold);
  take(underlined, over.underlined);
  take(hidden, over.hidden);
  take(points, over.points);
  if (over.times && points) points = *points * *over.times;
  take(colour, over.colour);
  take(background, over.background);
  take(paper, over.paper);
  if (over.paper) paper_unknown = false;
  paper_unknown = paper_unknown || over.paper_unknown;
}

void OdtStyles::add(pugi::xml_node parent) {
  for (const pugi::xml_node node : parent.children()) {
    const std::string family = node.attribute("style:family").value();
    if (is(node.name(), "style:default-style") && family == "paragraph") default_.override_with(own_look(node));
    if (!is(node.name(), "style:style")) continue;
    const std::string name = node.attribute("style:name").value();
    styles_[family + '/' + name] = {node.attribute("style:parent-style-name").value(),
                                    node.attribute("style:display-name").value(), own_look(node)};
  }
}

OdtLook OdtStyles::look(const std::string& family, const std::string& name, const OdtLook& around) const {
  std::vector<const Style*> chain;
  for (auto at = styles_.find(family + '/' + name); at != styles_.end() && chain.size() < kLongestChain;
       at = styles_.find(family + '/' + at->second.parent)) {
    chain.push_back(&at->second);
  }
  OdtLook look = around;
  for (auto style = chain.rbegin(); style != chain.rend(); ++style) look.override_with((*style)->look);
  return look;
}

int OdtStyles::heading_level(const std::string& name) const {
  std::string at_name = name;
  for (std::size_t step = 0; step < kLongestChain; ++step) {
    if (const int level = level_of_style_name(at_name); level > 0) return level;
    const auto style = styles_.find("paragraph/" + at_name);
    if (style == styles_.end()) return 0;
    if (const int level = level_of_style_name(style->second.display_name); level > 0) return level;
    at_name = style->second.parent;
  }
  return 0;
}

}  // namespace collega::documents
