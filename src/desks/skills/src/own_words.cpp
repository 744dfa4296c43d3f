#include "own_words.h"

#include <algorithm>
#include <map>

#include "collega/base/utf8.h"
#include "texts.h"

namespace collega::skills_desk {
namespace {

// Marks, embeddings, overrides and isolates of direction: a name must not change how its neighbours read.
bool turns_text(char32_t value) {
  return value == 0x200E || value == 0x200F || (value >= 0x202A && value <= 0x202E) ||
         (value >= 0x2066 && value <= 0x2069);
}

std::string joined(const std::vector<std::string>& items) {
  std::string all;
  for (const std::string& item : items) all += (all.empty() ? "" : ", ") + item;
  return all;
}

std::string_view key_of(skills::ExtensionFault fault) {
  using enum skills::ExtensionFault;
  switch (fault) {
    case no_name:
      return "trouble.no_name";
    case wrong_kind:
      return "trouble.wrong_kind";
    case id_taken:
      return "trouble.id_taken";
    case unknown_concept:
      return "trouble.unknown_concept";
    case circle:
      return "trouble.circle";
    case has_it_already:
      return "trouble.has_it_already";
    case means_other:
      return "trouble.means_other";
  }
  return "trouble.no_name";
}

}  // namespace

std::string trimmed(std::string_view text) {
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (!turns_text(point.value)) kept += text.substr(at, point.size);
    at += point.size;
  }
  const std::size_t begin = kept.find_first_not_of(" \t\r\n");
  if (begin == std::string::npos) return {};
  return kept.substr(begin, kept.find_last_not_of(" \t\r\n") - begin + 1);
}

std::string OwnWords::label(std::string_view concept_name) const {
  for (const KeptName& one : names_) {
    if (one.content.kind != OwnKind::synonym && one.content.concept_name == concept_name) return name(one.content);
  }
  const auto ref = taxonomy_.named(concept_name);
  return ref ? taxonomy_.at(*ref).label(language_) : std::string{concept_name};
}

std::string OwnWords::labels(const std::vector<std::string>& concepts) const {
  std::vector<std::string> all;
  for (const std::string& one : concepts) all.push_back(label(one));
  return joined(all);
}

std::string OwnWords::name(const OwnEntry& entry) const {
  if (entry.kind == OwnKind::synonym) return entry.text;
  const std::string& own = language_ == Language::nl ? entry.nl : entry.en;
  return !own.empty() ? own : entry.nl.empty() ? entry.en : entry.nl;
}

std::string OwnWords::whole(const OwnEntry& entry) const {
  const Messages& words = texts(language_);
  if (entry.kind == OwnKind::synonym) return words("own.synonym", entry.text, label(entry.concept_name));
  std::string all = entry.nl;
  if (!entry.en.empty()) all += (all.empty() ? "" : " / ") + entry.en;
  std::vector<std::string> also = entry.also_nl;
  also.insert(also.end(), entry.also_en.begin(), entry.also_en.end());
  const auto add = [&](std::string_view key, const std::string& items) {
    if (!items.empty()) all += "; " + words(key, items);
  };
  add("own.also", joined(also));
  add("own.under", labels(entry.broader));
  add("own.requires", labels(entry.essential));
  add("own.helps", labels(entry.optional));
  return all;
}

std::string OwnWords::trouble(const skills::ExtensionTrouble& trouble) const {
  return texts(language_)(key_of(trouble.fault), trouble.what, label(trouble.other));
}

std::vector<std::string> new_troubles(const skills::Taxonomy& taxonomy, const std::vector<KeptName>& before,
                                      const std::vector<KeptName>& after, const std::set<OwnNameId>& of,
                                      Language language) {
  using Known = std::pair<skills::ExtensionFault, std::string>;
  std::map<OwnNameId, std::set<Known>> known;
  const auto earlier = troubles_of(taxonomy, before);
  for (std::size_t i = 0; i < before.size(); ++i) {
    for (const skills::ExtensionTrouble& one : earlier[i]) known[before[i].id].emplace(one.fault, one.what);
  }
  const OwnWords words{taxonomy, after, language};
  std::vector<std::string> all;
  const auto now = troubles_of(taxonomy, after);
  for (std::size_t i = 0; i < after.size(); ++i) {
    for (const skills::ExtensionTrouble& one : now[i]) {
      if (of.contains(after[i].id)) {
        all.push_back(words.trouble(one));
      } else if (!known[after[i].id].contains({one.fault, one.what})) {
        all.push_back(texts(language)("trouble.leans", words.name(after[i].content), words.trouble(one)));
      }
    }
  }
  return all;
}

}  // namespace collega::skills_desk
