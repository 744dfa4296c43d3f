#include "office_relations.h"

#include "xml_part.h"

namespace collega::documents {
namespace {

std::string folder_of(const std::string& part) {
  const std::size_t slash = part.rfind('/');
  return slash == std::string::npos ? "" : part.substr(0, slash + 1);
}

// Of the whole file, whose part has no name, they stand in "_rels/.rels".
std::string relations_of(const std::string& part) {
  const std::string folder = folder_of(part);
  return folder + "_rels/" + part.substr(folder.size()) + ".rels";
}

std::string member_of(const std::string& target, const std::string& folder) {
  return target.starts_with('/') ? target.substr(1) : folder + target;
}

}  // namespace

Relations read_relations(ZipArchive& archive, const std::string& part) {
  Relations relations;
  const std::string member = relations_of(part);
  if (!archive.has(member)) return relations;
  const Result<std::string> xml = archive.read(member);
  if (!xml) return relations;
  const Result<XmlPart> rels = parse_xml(xml.value(), pugi::parse_default);
  if (!rels) return relations;
  for (const pugi::xml_node node : rels.value()->document_element().children()) {
    if (std::string_view{node.attribute("TargetMode").value()} == "External") continue;
    const std::string type = node.attribute("Type").value();
    const std::string target = member_of(node.attribute("Target").value(), folder_of(part));
    relations[node.attribute("Id").value()] = {type.substr(type.rfind('/') + 1), target};
  }
  return relations;
}

std::string target_of_type(const Relations& relations, std::string_view type) {
  for (const auto& [id, relation] : relations) {
    if (relation.type == type) return relation.target;
  }
  return {};
}

std::string main_part(ZipArchive& archive, const std::string& usual) {
  const std::string target = target_of_type(read_relations(archive, ""), "officeDocument");
  return target.empty() ? usual : target;
}

}  // namespace collega::documents
