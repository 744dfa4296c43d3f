#include "docx_parts.h"

#include <cmath>
#include <pugixml.hpp>

namespace collega::documents {
namespace {

constexpr const char* kContentTypes = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>
<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>
<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
</Types>)";

constexpr const char* kPackageRelations = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>
</Relationships>)";

constexpr const char* kDocumentRelations = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/>
<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/>
</Relationships>)";

// The numbers of the pages are fields, which the office program fills in.
constexpr const char* kFooter = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>
<w:r><w:t xml:space="preserve">pagina </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>
<w:r><w:t xml:space="preserve"> van </w:t></w:r><w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>)";

constexpr double kTwipsPerPoint = 20;
constexpr int kListStepTwips = 360;
constexpr const char* kBulletForm = "1";
constexpr const char* kNumberForm = "2";
constexpr int kSingleLine = 240;  // w:line counts in 240ths of a line

void set(pugi::xml_node node, const char* name, const std::string& value) {
  node.append_attribute(name).set_value(value.c_str());
}

void add_value(pugi::xml_node node, const char* name, const std::string& value) {
  set(node.append_child(name), "w:val", value);
}

std::string twips(double points) { return std::to_string(static_cast<int>(points * kTwipsPerPoint)); }
std::string half_points(double points) { return std::to_string(std::lround(points * 2)); }

pugi::xml_document core_part(const std::string& title) {
  pugi::xml_document xml;
  pugi::xml_node root = xml.append_child("cp:coreProperties");
  set(root, "xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties");
  set(root, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
  root.append_child("dc:title").text().set(title.c_str());
  return xml;
}

// A style by the id and the name under which Word and LibreOffice know it; its paragraph properties come first.
pugi::xml_node add_style(pugi::xml_node styles, const std::string& id, const std::string& name) {
  pugi::xml_node style = styles.append_child("w:style");
  set(style, "w:type", "paragraph");
  set(style, "w:styleId", id);
  add_value(style, "w:name", name);
  add_value(style, "w:basedOn", "Normal");
  style.append_child("w:qFormat");
  return style;
}

void add_spacing(pugi::xml_node properties, double before, double after) {
  pugi::xml_node spacing = properties.append_child("w:spacing");
  set(spacing, "w:before", twips(before));
  set(spacing, "w:after", twips(after));
}

void add_defaults(pugi::xml_node styles, const DraftStyle& style) {
  pugi::xml_node defaults = styles.append_child("w:docDefaults");
  pugi::xml_node run = defaults.append_child("w:rPrDefault").append_child("w:rPr");
  pugi::xml_node fonts = run.append_child("w:rFonts");
  for (const char* script : {"w:ascii", "w:hAnsi", "w:cs"}) set(fonts, script, style.office_font);
  add_value(run, "w:sz", half_points(style.body));
  pugi::xml_node paragraph = defaults.append_child("w:pPrDefault").append_child("w:pPr");
  pugi::xml_node spacing = paragraph.append_child("w:spacing");
  set(spacing, "w:after", twips(style.body * 0.4));
  set(spacing, "w:line", std::to_string(static_cast<int>(kSingleLine * (style.line_spacing - 0.1))));
  set(spacing, "w:lineRule", "auto");

  pugi::xml_node normal = styles.append_child("w:style");
  set(normal, "w:type", "paragraph");
  set(normal, "w:default", "1");
  set(normal, "w:styleId", "Normal");
  add_value(normal, "w:name", "Normal");
}

void add_heading(pugi::xml_node styles, const DraftStyle& style, int level) {
  const int size = std::min(level, 3) - 1;
  pugi::xml_node heading = add_style(styles, "Heading" + std::to_string(level), "heading " + std::to_string(level));
  pugi::xml_node paragraph = heading.append_child("w:pPr");
  paragraph.append_child("w:keepNext");
  if (level == 2 && style.rules_under_sections) {
    pugi::xml_node rule = paragraph.append_child("w:pBdr").append_child("w:bottom");
    set(rule, "w:val", "single");
    set(rule, "w:sz", "4");
    set(rule, "w:space", "1");
    set(rule, "w:color", hex_of(style.accent));
  }
  add_spacing(paragraph, style.space_above_heading(level), style.body * 0.2);
  add_value(paragraph, "w:outlineLvl", std::to_string(level - 1));
  pugi::xml_node run = heading.append_child("w:rPr");
  run.append_child("w:b");
  if (level < 3) add_value(run, "w:color", hex_of(style.accent));
  add_value(run, "w:sz", half_points(style.heading[size]));
}

// Of the words in a table, and of the empty paragraph that must stand behind one.
void add_table_texts(pugi::xml_node styles, const DraftStyle& style) {
  add_spacing(add_style(styles, "TableText", "Table Text").append_child("w:pPr"), style.body * 0.2, style.body * 0.2);
  pugi::xml_node behind = add_style(styles, "TableEnd", "Table End").append_child("w:pPr");
  add_spacing(behind, 0, 0);
  set(behind.child("w:spacing"), "w:line", twips(style.body * 0.5));
  set(behind.child("w:spacing"), "w:lineRule", "exact");
}

void add_table_grid(pugi::xml_node styles) {
  pugi::xml_node table = styles.append_child("w:style");
  set(table, "w:type", "table");
  set(table, "w:styleId", "TableGrid");
  add_value(table, "w:name", "Table Grid");
  pugi::xml_node borders = table.append_child("w:tblPr").append_child("w:tblBorders");
  for (const char* side : {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"}) {
    pugi::xml_node border = borders.append_child(side);
    set(border, "w:val", "single");
    set(border, "w:sz", "4");
    set(border, "w:space", "0");
    set(border, "w:color", "969696");
  }
}

pugi::xml_document styles_part(const DraftStyle& style) {
  pugi::xml_document xml;
  pugi::xml_node styles = xml.append_child("w:styles");
  set(styles, "xmlns:w", kDocxMainNamespace);
  add_defaults(styles, style);
  for (int level = 1; level <= 6; ++level) add_heading(styles, style, level);
  for (const auto& [id, name] : {std::pair{"ListBullet", "List Bullet"}, std::pair{"ListNumber", "List Number"}}) {
    pugi::xml_node list = add_style(styles, id, name);
    add_spacing(list.append_child("w:pPr"), 0, style.body * 0.1);
  }
  add_value(add_style(styles, "Footer", "footer").append_child("w:pPr"), "w:jc", "center");
  add_table_texts(styles, style);
  add_table_grid(styles);
  return xml;
}

void add_form(pugi::xml_node numbering, const char* id, bool numbered) {
  pugi::xml_node form = numbering.append_child("w:abstractNum");
  set(form, "w:abstractNumId", id);
  add_value(form, "w:multiLevelType", "hybridMultilevel");
  for (int i = 0; i < kDocxListLevels; ++i) {
    pugi::xml_node level = form.append_child("w:lvl");
    set(level, "w:ilvl", std::to_string(i));
    add_value(level, "w:start", "1");
    add_value(level, "w:numFmt", numbered ? "decimal" : "bullet");
    add_value(level, "w:lvlText", numbered ? "%" + std::to_string(i + 1) + "." : "•");
    add_value(level, "w:lvlJc", "left");
    pugi::xml_node indent = level.append_child("w:pPr").append_child("w:ind");
    set(indent, "w:left", std::to_string(kListStepTwips * (i + 1)));
    set(indent, "w:hanging", std::to_string(kListStepTwips));
  }
}

pugi::xml_node add_list(pugi::xml_node numbering, int id, const char* form) {
  pugi::xml_node list = numbering.append_child("w:num");
  set(list, "w:numId", std::to_string(id));
  add_value(list, "w:abstractNumId", form);
  return list;
}

pugi::xml_document numbering_part(const std::vector<int>& numbered_from) {
  pugi::xml_document xml;
  pugi::xml_node numbering = xml.append_child("w:numbering");
  set(numbering, "xmlns:w", kDocxMainNamespace);
  add_form(numbering, kBulletForm, false);
  add_form(numbering, kNumberForm, true);
  add_list(numbering, kDocxBulleted, kBulletForm);
  for (std::size_t i = 0; i < numbered_from.size(); ++i) {
    pugi::xml_node list = add_list(numbering, kDocxFirstNumbered + static_cast<int>(i), kNumberForm);
    pugi::xml_node override = list.append_child("w:lvlOverride");
    set(override, "w:ilvl", "0");
    add_value(override, "w:startOverride", std::to_string(numbered_from[i]));
  }
  return xml;
}

}  // namespace

std::vector<ZipMember> docx_parts(const std::string& title, const DraftStyle& style,
                                  const std::vector<int>& numbered_from) {
  return {
      {"[Content_Types].xml", kContentTypes},
      {"_rels/.rels", kPackageRelations},
      {"word/_rels/document.xml.rels", kDocumentRelations},
      {"word/footer1.xml", kFooter},
      xml_member("docProps/core.xml", core_part(title)),
      xml_member("word/styles.xml", styles_part(style)),
      xml_member("word/numbering.xml", numbering_part(numbered_from)),
  };
}

}  // namespace collega::documents
