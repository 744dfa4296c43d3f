#include "docx_styles.h"

#include <cstring>
#include <string_view>
#include <vector>

namespace collega::documents {
namespace {

// Styles inherit from each other over a few steps; a longer chain is a ring.
constexpr int kLongestChain = 16;

bool is_off(const char* value) {
  return std::strcmp(value, "0") == 0 || std::strcmp(value, "false") == 0 || std::strcmp(value, "none") == 0 ||
         std::strcmp(value, "off") == 0;
}

std::optional<bool> toggle(pugi::xml_node properties, const char* name) {
  const pugi::xml_node node = properties.child(name);
  if (!node) return std::nullopt;
  return !is_off(node.attribute("w:val").value());
}

std::optional<Colour> highlight_colour(std::string_view name) {
  static constexpr struct {
    std::string_view name;
    Colour colour;
  } kHighlights[] = {
      {"black", {0, 0, 0}},           {"blue", {0, 0, 255}},         {"cyan", {0, 255, 255}},
      {"green", {0, 255, 0}},         {"magenta", {255, 0, 255}},    {"red", {255, 0, 0}},
      {"yellow", {255, 255, 0}},      {"white", {255, 255, 255}},    {"darkBlue", {0, 0, 139}},
      {"darkCyan", {0, 139, 139}},    {"darkGreen", {0, 100, 0}},    {"darkMagenta", {128, 0, 128}},
      {"darkRed", {139, 0, 0}},       {"darkYellow", {128, 128, 0}}, {"darkGray", {169, 169, 169}},
      {"lightGray", {211, 211, 211}},
  };
  for (const auto& row : kHighlights) {
    if (row.name == name) return row.colour;
  }
  return std::nullopt;
}

template <class T>
void take(std::optional<T>& into, const std::optional<T>& from) {
  if (from) into = from;
}

TableShading shading_of_style(pugi::xml_node table_style) {
  TableShading shading;
  shading.everywhere = shading_of(table_style.child("w:tcPr")).has_value();
  for (const pugi::xml_node part : table_style.children("w:tblStylePr")) {
    if (!shading_of(part.child("w:tcPr"))) continue;
    const std::string_view type = part.attribute("w:type").value();
    bool& filled = type == "firstRow"   ? shading.first_row
                   : type == "firstCol" ? shading.first_column
                                        : shading.everywhere;
    filled = true;
  }
  return shading;
}

}  // namespace

void RunLook::override_with(const RunLook& over) {
  take(bold, over.bold);
  take(underlined, over.underlined);
  take(hidden, over.hidden);
  take(half_points, over.half_points);
  take(colour, over.colour);
  take(automatic, over.automatic);
  take(background, over.background);
}

void ParagraphLook::override_with(const ParagraphLook& over) {
  take(outline, over.outline);
  take(list_level, over.list_level);
  take(background, over.background);
}

std::optional<Colour> shading_of(pugi::xml_node properties) {
  const pugi::xml_node shading = properties.child("w:shd");
  // A solid pattern covers the fill with the colour of the pattern.
  const bool solid = std::strcmp(shading.attribute("w:val").value(), "solid") == 0;
  return colour_of_hex(shading.attribute(solid ? "w:color" : "w:fill").value());
}

RunLook run_look(pugi::xml_node properties) {
  RunLook look;
  if (!properties) return look;
  look.bold = toggle(properties, "w:b");
  look.underlined = toggle(properties, "w:u");
  look.hidden = toggle(properties, "w:vanish");
  if (const pugi::xml_node size = properties.child("w:sz")) look.half_points = size.attribute("w:val").as_int();
  if (const pugi::xml_node colour = properties.child("w:color")) {
    const std::optional<Colour> value = colour_of_hex(colour.attribute("w:val").value());
    look.colour = value.value_or(kBlack);
    look.automatic = !value.has_value();
  }
  look.background = shading_of(properties);
  take(look.background, highlight_colour(properties.child("w:highlight").attribute("w:val").value()));
  return look;
}

ParagraphLook paragraph_look(pugi::xml_node properties) {
  ParagraphLook look;
  if (!properties) return look;
  if (const pugi::xml_node outline = properties.child("w:outlineLvl"))
    look.outline = outline.attribute("w:val").as_int(9);
  if (const pugi::xml_node list = properties.child("w:numPr")) {
    const pugi::xml_node id = list.child("w:numId");
    const bool switched_off = id && id.attribute("w:val").as_int() == 0;
    look.list_level = switched_off ? -1 : list.child("w:ilvl").attribute("w:val").as_int();
  }
  look.background = shading_of(properties);
  return look;
}

DocxStyles::DocxStyles(pugi::xml_node styles) {
  std::map<std::string, DocxStyle> own;
  DocxStyle base;
  base.run = run_look(styles.child("w:docDefaults").child("w:rPrDefault").child("w:rPr"));
  base.paragraph = paragraph_look(styles.child("w:docDefaults").child("w:pPrDefault").child("w:pPr"));
  std::string default_id;
  for (const pugi::xml_node node : styles.children("w:style")) {
    const std::string id = node.attribute("w:styleId").value();
    if (std::strcmp(node.attribute("w:type").value(), "table") == 0) table_shading_[id] = shading_of_style(node);
    own[id] = {node.child("w:name").attribute("w:val").value(), node.child("w:basedOn").attribute("w:val").value(),
               paragraph_look(node.child("w:pPr")), run_look(node.child("w:rPr"))};
    const bool is_paragraph = std::strcmp(node.attribute("w:type").value(), "paragraph") == 0;
    if (is_paragraph && node.attribute("w:default").as_bool()) default_id = id;
  }
  const auto resolve = [&](const std::string& id, DocxStyle onto) {
    std::vector<const DocxStyle*> chain;
    for (auto at = own.find(id); at != own.end() && chain.size() < kLongestChain; at = own.find(at->second.based_on)) {
      chain.push_back(&at->second);
    }
    for (auto style = chain.rbegin(); style != chain.rend(); ++style) {
      onto.paragraph.override_with((*style)->paragraph);
      onto.run.override_with((*style)->run);
    }
    if (!chain.empty()) onto.name = chain.front()->name;
    return onto;
  };
  defaults_ = resolve(default_id, base);
  for (const auto& [id, style] : own) {
    paragraph_[id] = resolve(id, base);
    character_[id] = resolve(id, {});
  }
}

const DocxStyle& DocxStyles::paragraph_style(const std::string& id) const {
  const auto found = paragraph_.find(id);
  return found == paragraph_.end() ? defaults_ : found->second;
}

const DocxStyle* DocxStyles::character_style(const std::string& id) const {
  const auto found = character_.find(id);
  return found == character_.end() ? nullptr : &found->second;
}

TableShading DocxStyles::table_shading(const std::string& id) const {
  const auto found = table_shading_.find(id);
  return found == table_shading_.end() ? TableShading{} : found->second;
}

}  // namespace collega::documents
