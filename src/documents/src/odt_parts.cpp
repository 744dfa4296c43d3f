#include "odt_parts.h"

#include <algorithm>
#include <pugixml.hpp>

namespace collega::documents {
namespace {

constexpr const char* kManifest = R"(<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="application/vnd.oasis.opendocument.text"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
</manifest:manifest>)";

constexpr double kListStep = 18;  // points

void set(pugi::xml_node node, const char* name, const std::string& value) {
  node.append_attribute(name).set_value(value.c_str());
}

std::string points(double value) {
  return std::to_string(static_cast<int>(value * 10) / 10) + "." + std::to_string(static_cast<int>(value * 10) % 10) +
         "pt";
}

pugi::xml_document meta_part(const std::string& title) {
  pugi::xml_document xml;
  pugi::xml_node root = xml.append_child("office:document-meta");
  set(root, "xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0");
  set(root, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
  set(root, "office:version", "1.2");
  root.append_child("office:meta").append_child("dc:title").text().set(title.c_str());
  return xml;
}

pugi::xml_node add_style(pugi::xml_node styles, const std::string& name, const std::string& shown) {
  pugi::xml_node style = styles.append_child("style:style");
  set(style, "style:name", name);
  set(style, "style:display-name", shown);
  set(style, "style:family", "paragraph");
  if (name != "Standard") set(style, "style:parent-style-name", "Standard");
  return style;
}

void add_margins(pugi::xml_node paragraph, double above, double below) {
  set(paragraph, "fo:margin-top", points(above));
  set(paragraph, "fo:margin-bottom", points(below));
}

void add_heading(pugi::xml_node styles, const DraftStyle& style, int level) {
  const std::string number = std::to_string(level);
  pugi::xml_node heading = add_style(styles, "Heading_20_" + number, "Heading " + number);
  set(heading, "style:default-outline-level", number);
  pugi::xml_node paragraph = heading.append_child("style:paragraph-properties");
  add_margins(paragraph, style.space_above_heading(level), style.body * 0.2);
  set(paragraph, "fo:keep-with-next", "always");
  if (level == 2 && style.rules_under_sections) {
    set(paragraph, "fo:border-bottom", "0.5pt solid #" + hex_of(style.accent));
  }
  pugi::xml_node letters = heading.append_child("style:text-properties");
  set(letters, "fo:font-size", points(style.heading[std::min(level, 3) - 1]));
  set(letters, "fo:font-weight", "bold");
  if (level < 3) set(letters, "fo:color", "#" + hex_of(style.accent));
}

void add_text_styles(pugi::xml_node styles, const DraftStyle& style) {
  pugi::xml_node standard = add_style(styles, "Standard", "Standard");
  pugi::xml_node paragraph = standard.append_child("style:paragraph-properties");
  add_margins(paragraph, 0, style.body * 0.4);
  set(paragraph, "fo:line-height", std::to_string(static_cast<int>(style.line_spacing * 100 - 8)) + "%");
  pugi::xml_node letters = standard.append_child("style:text-properties");
  set(letters, "fo:font-family", "'" + style.font + "'");
  set(letters, "fo:font-size", points(style.body));
  for (int level = 1; level <= 6; ++level) add_heading(styles, style, level);
  pugi::xml_node footer = add_style(styles, "Footer", "Footer");
  set(footer.append_child("style:paragraph-properties"), "fo:text-align", "center");
}

void add_list_style(pugi::xml_node styles, const char* name, bool numbered) {
  pugi::xml_node list = styles.append_child("text:list-style");
  set(list, "style:name", name);
  for (int i = 1; i <= kOdtListLevels; ++i) {
    pugi::xml_node level =
        list.append_child(numbered ? "text:list-level-style-number" : "text:list-level-style-bullet");
    set(level, "text:level", std::to_string(i));
    if (numbered) {
      set(level, "style:num-format", "1");
      set(level, "style:num-suffix", ".");
    } else {
      set(level, "text:bullet-char", "•");
    }
    pugi::xml_node place = level.append_child("style:list-level-properties");
    set(place, "text:list-level-position-and-space-mode", "label-alignment");
    pugi::xml_node label = place.append_child("style:list-level-label-alignment");
    set(label, "text:label-followed-by", "listtab");
    set(label, "fo:margin-left", points(kListStep * i));
    set(label, "fo:text-indent", "-" + points(kListStep));
    set(label, "text:list-tab-stop-position", points(kListStep * i));
  }
}

void add_page(pugi::xml_node root, const DraftStyle& style) {
  pugi::xml_node layout = root.append_child("office:automatic-styles").append_child("style:page-layout");
  set(layout, "style:name", "A4");
  pugi::xml_node page = layout.append_child("style:page-layout-properties");
  set(page, "fo:page-width", "21cm");
  set(page, "fo:page-height", "29.7cm");
  set(page, "fo:margin", points(style.margin));
  layout.append_child("style:footer-style");

  pugi::xml_node master = root.append_child("office:master-styles").append_child("style:master-page");
  set(master, "style:name", "Standard");
  set(master, "style:page-layout-name", "A4");
  pugi::xml_node footer = master.append_child("style:footer").append_child("text:p");
  set(footer, "text:style-name", "Footer");
  footer.append_child(pugi::node_pcdata).set_value("pagina ");
  footer.append_child("text:page-number").text().set("1");
  footer.append_child(pugi::node_pcdata).set_value(" van ");
  footer.append_child("text:page-count").text().set("1");
}

pugi::xml_document styles_part(const DraftStyle& style) {
  pugi::xml_document xml;
  pugi::xml_node root = xml.append_child("office:document-styles");
  add_odt_namespaces(root);
  pugi::xml_node styles = root.append_child("office:styles");
  add_text_styles(styles, style);
  add_list_style(styles, "List_20_1", false);
  add_list_style(styles, "Numbering_20_1", true);
  add_page(root, style);
  return xml;
}

}  // namespace

void add_odt_namespaces(pugi::xml_node root) {
  set(root, "xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0");
  set(root, "xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0");
  set(root, "xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0");
  set(root, "xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0");
  set(root, "xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0");
  set(root, "office:version", "1.2");
}

std::vector<ZipMember> odt_parts(const std::string& title, const DraftStyle& style) {
  return {
      {"mimetype", "application/vnd.oasis.opendocument.text", true},
      {"META-INF/manifest.xml", kManifest},
      xml_member("meta.xml", meta_part(title)),
      xml_member("styles.xml", styles_part(style)),
  };
}

}  // namespace collega::documents
