#include "docx_package.h"

#include <cstring>
#include <map>
#include <set>

#include "office_names.h"
#include "zip_archive.h"

namespace collega::documents {
namespace {

constexpr const char* kMainPart = "word/document.xml";

// A letter may have a header a section; beyond this they repeat.
constexpr std::size_t kMostRunningParts = 12;

struct Relation {
  std::string type;
  std::string target;
};

// White space between elements is no text, but `<w:t> </w:t>` is.
constexpr unsigned kWordXml = pugi::parse_default | pugi::parse_ws_pcdata_single;

std::string folder_of(const std::string& part) {
  const std::size_t slash = part.rfind('/');
  return slash == std::string::npos ? "" : part.substr(0, slash + 1);
}

std::string relations_of(const std::string& part) {
  const std::string folder = folder_of(part);
  return folder + "_rels/" + part.substr(folder.size()) + ".rels";
}

std::string member_of(const std::string& target, const std::string& folder) {
  return target.starts_with('/') ? target.substr(1) : folder + target;
}

std::map<std::string, Relation> read_relations(ZipArchive& archive, const std::string& part) {
  std::map<std::string, Relation> relations;
  const std::string member = relations_of(part);
  if (!archive.has(member)) return relations;
  const Result<std::string> xml = archive.read(member);
  if (!xml) return relations;
  const Result<XmlPart> rels = parse_xml(xml.value(), kWordXml);
  if (!rels) return relations;
  for (const pugi::xml_node node : rels.value()->document_element().children()) {
    if (std::strcmp(node.attribute("TargetMode").value(), "External") == 0) continue;
    const std::string type = node.attribute("Type").value();
    const std::string target = member_of(node.attribute("Target").value(), folder_of(part));
    relations[node.attribute("Id").value()] = {type.substr(type.rfind('/') + 1), target};
  }
  return relations;
}

// A side part that is missing or broken costs what it says, not the whole document; a bomb does.
Result<XmlPart> side_part(ZipArchive& archive, const std::string& member) {
  if (!member.empty() && archive.has(member)) {
    const Result<std::string> xml = archive.read(member);
    if (xml) {
      Result<XmlPart> part = parse_xml(xml.value(), kWordXml);
      if (part) return part;
    } else if (xml.error().code == ErrorCode::document_bomb) {
      return xml.error();
    }
  }
  return std::make_unique<pugi::xml_document>();
}

std::string target_of_type(const std::map<std::string, Relation>& relations, std::string_view type) {
  for (const auto& [id, relation] : relations) {
    if (relation.type == type) return relation.target;
  }
  return {};
}

std::string main_part(ZipArchive& archive) {
  const Result<std::string> xml =
      archive.has("_rels/.rels") ? archive.read("_rels/.rels") : Result<std::string>{std::string{}};
  if (xml) {
    const Result<XmlPart> rels = parse_xml(xml.value(), kWordXml);
    if (rels) {
      for (const pugi::xml_node node : rels.value()->document_element().children()) {
        const std::string_view type = node.attribute("Type").value();
        if (type.ends_with("/officeDocument")) return member_of(node.attribute("Target").value(), "");
      }
    }
  }
  return kMainPart;
}

// The members with the headers (or footers) that a section shows, the first page's before the others'.
std::vector<std::string> running_parts(pugi::xml_node section, const char* reference,
                                       const std::map<std::string, Relation>& relations) {
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
                                          const char* reference, const std::map<std::string, Relation>& relations) {
  std::vector<XmlPart> parts;
  std::set<std::string> seen;
  for (const pugi::xml_node section : sections) {
    for (const std::string& member : running_parts(section, reference, relations)) {
      if (parts.size() >= kMostRunningParts || !seen.insert(member).second) continue;
      parts.push_back(TRY(side_part(archive, member)));
    }
  }
  return parts;
}

}  // namespace

Result<DocxPackage> open_docx(std::string_view bytes, const Limits& limits) {
  ZipArchive archive = TRY(ZipArchive::open(bytes, limits));
  const std::string main = main_part(archive);
  DocxPackage package;
  const std::string xml = TRY(archive.read(main));
  package.document = TRY(parse_xml(xml, kWordXml));
  const pugi::xml_node body = package.document->child("w:document").child("w:body");
  if (!body) return Error{ErrorCode::document_broken, {}, "no body"};

  const auto relations = read_relations(archive, main);
  package.styles = TRY(side_part(archive, target_of_type(relations, "styles")));
  package.footnotes = TRY(side_part(archive, target_of_type(relations, "footnotes")));
  const std::vector<pugi::xml_node> sections = sections_of(body);
  package.headers = TRY(read_running(archive, sections, "w:headerReference", relations));
  package.footers = TRY(read_running(archive, sections, "w:footerReference", relations));
  const XmlPart core = TRY(side_part(archive, "docProps/core.xml"));
  package.title = meaningful_title(core->document_element().child("dc:title").text().get());
  return package;
}

}  // namespace collega::documents
