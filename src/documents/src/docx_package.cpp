#include "docx_package.h"

#include <cstring>
#include <set>

#include "office_names.h"
#include "office_relations.h"
#include "zip_archive.h"

namespace collega::documents {
namespace {

constexpr const char* kMainPart = "word/document.xml";

// A letter may have a header a section; beyond this they repeat.
constexpr std::size_t kMostRunningParts = 12;

// White space between elements is no text, but `<w:t> </w:t>` is.
constexpr unsigned kWordXml = pugi::parse_default | pugi::parse_ws_pcdata_single;

// The members with the headers (or footers) that a section shows, the first page's before the others'.
std::vector<std::string> running_parts(pugi::xml_node section, const char* reference, const Relations& relations) {
  std::vector<std::string> members;
  for (const char* type : {"first", "default"}) {
    if (std::strcmp(type, "first") == 0 && !section.child("w:titlePg")) continue;
    for (const pugi::xml_node node : section.children(reference)) {
      if (std::strcmp(node.attribute("w:type").value(), type) != 0) continue;
      const auto relation = relations.find(node.attribute("r:id").value());
      if (relation != relations.end()) members.push_back(relation->second.target);
    }
  }
  return members;
}

std::vector<pugi::xml_node> sections_of(pugi::xml_node body) {
  std::vector<pugi::xml_node> sections;
  for (const pugi::xml_node node : body.children()) {
    if (const pugi::xml_node section = node.child("w:pPr").child("w:sectPr")) sections.push_back(section);
  }
  if (const pugi::xml_node section = body.child("w:sectPr")) sections.push_back(section);
  return sections;
}

Result<std::vector<XmlPart>> read_running(ZipArchive& archive, const std::vector<pugi::xml_node>& sections,
                                          const char* reference, const Relations& relations) {
  std::vector<XmlPart> parts;
  std::set<std::string> seen;
  for (const pugi::xml_node section : sections) {
    for (const std::string& member : running_parts(section, reference, relations)) {
      if (parts.size() >= kMostRunningParts || !seen.insert(member).second) continue;
      parts.push_back(TRY(optional_part(archive, member, kWordXml)));
    }
  }
  return parts;
}

}  // namespace

Result<DocxPackage> open_docx(std::string_view bytes, const Limits& limits) {
  ZipArchive archive = TRY(ZipArchive::open(bytes, limits));
  const std::string main = main_part(archive, kMainPart);
  DocxPackage package;
  const std::string xml = TRY(archive.read(main));
  package.document = TRY(parse_xml(xml, kWordXml));
  const pugi::xml_node body = package.document->child("w:document").child("w:body");
  if (!body) return Error{ErrorCode::document_broken, {}, "no body"};

  const auto relations = read_relations(archive, main);
  package.styles = TRY(optional_part(archive, target_of_type(relations, "styles"), kWordXml));
  package.footnotes = TRY(optional_part(archive, target_of_type(relations, "footnotes"), kWordXml));
  const std::vector<pugi::xml_node> sections = sections_of(body);
  package.headers = TRY(read_running(archive, sections, "w:headerReference", relations));
  package.footers = TRY(read_running(archive, sections, "w:footerReference", relations));
  const XmlPart core = TRY(optional_part(archive, "docProps/core.xml", kWordXml));
  package.title = meaningful_title(core->document_element().child("dc:title").text().get());
  return package;
}

}  // namespace collega::documents
