#include "collega/skills/extension.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "phrases.h"

namespace collega::skills {
namespace {

std::string own_name(const OwnConcept& own) {
  return (own.kind == ConceptKind::skill ? "skill/" : "occupation/") + own.id;
}

// The two ways in which a name may be another: as it is written, and by the stems of its language.
struct NameKeys {
  std::string written, stems;
};

NameKeys keys_of(std::string_view name, Language language) {
  NameKeys keys;
  for (const Unit& unit : units_of(name)) {
    if (!unit.is_word) continue;
    keys.written += unit.folded + ' ';
    keys.stems += (language == Language::nl ? unit.nl : unit.en) + ' ';
  }
  if (!keys.stems.empty()) keys.stems += language == Language::nl ? "nl" : "en";
  return keys;
}

// The first two letters or digits: names of which they differ never have the same keys. Nothing where an accent or
// another script stands among them.
std::optional<std::string> beginning(std::string_view name) {
  constexpr std::size_t kLetters = 2;
  std::string letters;
  for (const char c : name) {
    if (static_cast<unsigned char>(c) >= 0x80) return std::nullopt;
    if (c >= 'A' && c <= 'Z') {
      letters += static_cast<char>(c - 'A' + 'a');
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      letters += c;
    }
    if (letters.size() == kLetters) break;
  }
  return letters;
}

struct OwnNameAt {
  const std::string* text;
  Language language;
  std::string concept_name;
  bool of_synonym;
  std::size_t index;
  bool shared;
};

std::vector<OwnNameAt> names_in(const Extension& extension) {
  std::vector<OwnNameAt> all;
  for (std::size_t i = 0; i < extension.concepts.size(); ++i) {
    const OwnConcept& own = extension.concepts[i];
    const auto add = [&](const std::string& name, Language language) {
      if (!name.empty()) all.push_back({&name, language, own_name(own), false, i, false});
    };
    add(own.nl, Language::nl);
    add(own.en, Language::en);
    for (const std::string& name : own.also_nl) add(name, Language::nl);
    for (const std::string& name : own.also_en) add(name, Language::en);
  }
  for (std::size_t i = 0; i < extension.synonyms.size(); ++i) {
    const OwnSynonym& own = extension.synonyms[i];
    all.push_back({&own.text, own.language, own.concept_name, true, i, own.shared});
  }
  return all;
}

/// Which concept each key names, of the keys that the extension uses: a taxonomy has a hundred thousand names, the
/// organisation a few hundred.
class KnownNames {
 public:
  KnownNames(const Taxonomy& taxonomy, const std::vector<OwnNameAt>& own) {
    for (const OwnNameAt& name : own) {
      const auto letters = beginning(*name.text);
      all_ = all_ || !letters;
      if (letters) beginnings_.insert(*letters);
    }
    for (ConceptRef ref = 0; ref < taxonomy.size(); ++ref) {
      const Concept& known = taxonomy.at(ref);
      if (is_group(known.kind)) continue;
      add(known.nl, Language::nl, taxonomy, ref);
      add(known.en, Language::en, taxonomy, ref);
      for (const std::string& name : known.also_nl) add(name, Language::nl, taxonomy, ref);
      for (const std::string& name : known.also_en) add(name, Language::en, taxonomy, ref);
      for (const std::string& name : known.also_other) add(name, Language::en, taxonomy, ref);
    }
  }

  void add(const NameKeys& keys, const std::string& concept_name) {
    for (const std::string& key : {keys.written, keys.stems}) named_[key].insert(concept_name);
  }
  [[nodiscard]] std::set<std::string> named(const NameKeys& keys) const {
    std::set<std::string> all;
    for (const std::string& key : {keys.written, keys.stems}) {
      if (const auto found = named_.find(key); found != named_.end())
        all.insert(found->second.begin(), found->second.end());
    }
    return all;
  }

 private:
  void add(const std::string& name, Language language, const Taxonomy& taxonomy, ConceptRef ref) {
    if (name.empty()) return;
    const auto letters = beginning(name);
    if (!all_ && letters && !beginnings_.contains(*letters)) return;
    add(keys_of(name, language), taxonomy.name(ref));
  }

  bool all_ = false;
  std::set<std::string> beginnings_;
  std::map<std::string, std::set<std::string>> named_;
};

/// The extension held against a taxonomy, one part after another.
class Check {
 public:
  Check(const Taxonomy& taxonomy, const Extension& extension) : taxonomy_(taxonomy), extension_(extension) {
    for (const OwnConcept& own : extension.concepts) own_.emplace(own_name(own), &own);
  }

  std::vector<ExtensionTrouble> operator()() {
    check_concepts();
    for (std::size_t i = 0; i < extension_.synonyms.size(); ++i) {
      const OwnSynonym& own = extension_.synonyms[i];
      const std::optional<ConceptKind> kind = kind_of(own.concept_name);
      if (!kind || is_group(*kind)) add(ExtensionFault::unknown_concept, true, i, own.concept_name);
    }
    check_names();
    std::ranges::stable_sort(troubles_, {}, [](const ExtensionTrouble& one) {
      return std::pair{one.of_synonym, one.index};
    });
    return std::move(troubles_);
  }

 private:
  void add(ExtensionFault fault, bool of_synonym, std::size_t index, std::string what, std::string other = {}) {
    troubles_.push_back({fault, of_synonym, index, std::move(what), std::move(other)});
  }

  [[nodiscard]] std::optional<ConceptKind> kind_of(const std::string& name) const {
    if (const auto own = own_.find(name); own != own_.end()) return own->second->kind;
    const auto ref = taxonomy_.named(name);
    return ref ? std::optional{taxonomy_.at(*ref).kind} : std::nullopt;
  }

  void check_concepts() {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < extension_.concepts.size(); ++i) {
      const OwnConcept& own = extension_.concepts[i];
      if (own.kind != ConceptKind::skill && own.kind != ConceptKind::occupation)
        add(ExtensionFault::wrong_kind, false, i, own.id);
      if (own.nl.empty() && own.en.empty()) add(ExtensionFault::no_name, false, i, own.id);
      if (own.id.empty() || taxonomy_.find(own.kind, own.id) || !seen.insert(own_name(own)).second)
        add(ExtensionFault::id_taken, false, i, own.id);
      check_references(i, own.broader, own.kind);
      check_references(i, own.essential, ConceptKind::skill);
      check_references(i, own.optional, ConceptKind::skill);
      if (reaches(own, own_name(own))) add(ExtensionFault::circle, false, i, own.nl.empty() ? own.en : own.nl);
    }
  }

  void check_references(std::size_t index, const std::vector<std::string>& names, ConceptKind kind) {
    for (const std::string& name : names) {
      if (kind_of(name) != kind) add(ExtensionFault::unknown_concept, false, index, name);
    }
  }

  // Only own concepts can lead back to an own one: the taxonomy does not know them.
  [[nodiscard]] bool reaches(const OwnConcept& from, const std::string& wanted) const {
    std::vector<const OwnConcept*> open{&from};
    std::set<const OwnConcept*> seen;
    while (!open.empty()) {
      const OwnConcept* here = open.back();
      open.pop_back();
      for (const std::string& above : here->broader) {
        if (above == wanted) return true;
        const auto own = own_.find(above);
        if (own != own_.end() && seen.insert(own->second).second) open.push_back(own->second);
      }
    }
    return false;
  }

  void check_names() {
    const std::vector<OwnNameAt> names = names_in(extension_);
    KnownNames known{taxonomy_, names};
    for (const OwnNameAt& name : names) {
      const NameKeys keys = keys_of(*name.text, name.language);
      if (keys.written.empty()) {
        add(ExtensionFault::no_name, name.of_synonym, name.index, *name.text);
        continue;
      }
      // A label and a synonym of one own concept may be alike, in two languages say; a synonym adds nothing then.
      const std::set<std::string> has = known.named(keys);
      const std::string target = canonical(name.concept_name);
      if (has.contains(target)) {
        if (name.of_synonym) add(ExtensionFault::has_it_already, true, name.index, *name.text, target);
      } else if (!has.empty() && !name.shared) {
        add(ExtensionFault::means_other, name.of_synonym, name.index, *name.text, *has.begin());
      }
      known.add(keys, target);
    }
  }

  // A reference may be a URI's last part: the wire name is what names are kept by.
  [[nodiscard]] std::string canonical(const std::string& name) const {
    if (own_.contains(name)) return name;
    const auto ref = taxonomy_.named(name);
    return ref ? taxonomy_.name(*ref) : name;
  }

  const Taxonomy& taxonomy_;
  const Extension& extension_;
  std::map<std::string, const OwnConcept*> own_;
  std::vector<ExtensionTrouble> troubles_;
};

std::vector<ConceptRef> resolved(const Taxonomy& taxonomy, const std::map<std::string, ConceptRef>& own,
                                 const std::vector<std::string>& names) {
  std::vector<ConceptRef> refs;
  for (const std::string& name : names) {
    const auto found = own.find(name);
    refs.push_back(found != own.end() ? found->second : taxonomy.named(name).value());
  }
  return refs;
}

}  // namespace

std::vector<ExtensionTrouble> troubles_in(const Taxonomy& taxonomy, const Extension& extension) {
  return Check{taxonomy, extension}();
}

Extension sound_part(const Taxonomy& taxonomy, const Extension& extension) {
  Extension sound = extension;
  for (auto troubles = troubles_in(taxonomy, sound); !troubles.empty(); troubles = troubles_in(taxonomy, sound)) {
    std::set<std::size_t> concepts, synonyms;
    for (const ExtensionTrouble& one : troubles) (one.of_synonym ? synonyms : concepts).insert(one.index);
    for (const std::size_t index : std::set<std::size_t, std::greater<>>{concepts.begin(), concepts.end()})
      sound.concepts.erase(sound.concepts.begin() + static_cast<std::ptrdiff_t>(index));
    for (const std::size_t index : std::set<std::size_t, std::greater<>>{synonyms.begin(), synonyms.end()})
      sound.synonyms.erase(sound.synonyms.begin() + static_cast<std::ptrdiff_t>(index));
  }
  return sound;
}

Result<Taxonomy> extended(const Taxonomy& taxonomy, const Extension& extension) {
  if (const auto troubles = troubles_in(taxonomy, extension); !troubles.empty())
    return Error{ErrorCode::taxonomy_broken, troubles.front().what};
  std::vector<Concept> concepts = taxonomy.concepts();
  std::map<std::string, ConceptRef> own_refs;
  for (const OwnConcept& own : extension.concepts)
    own_refs.emplace(own_name(own), static_cast<ConceptRef>(taxonomy.size() + own_refs.size()));
  for (const OwnConcept& own : extension.concepts) {
    Concept made;
    made.kind = own.kind;
    made.id = own.id;
    made.nl = own.nl.empty() ? own.en : own.nl;
    made.en = own.en.empty() ? own.nl : own.en;
    made.also_nl = own.also_nl;
    made.also_en = own.also_en;
    made.broader = resolved(taxonomy, own_refs, own.broader);
    made.essential = resolved(taxonomy, own_refs, own.essential);
    made.optional = resolved(taxonomy, own_refs, own.optional);
    if (!made.broader.empty() && made.broader.front() < taxonomy.size())
      made.domain = taxonomy.at(made.broader.front()).domain;
    concepts.push_back(std::move(made));
  }
  for (const OwnSynonym& own : extension.synonyms) {
    Concept& meant = concepts[resolved(taxonomy, own_refs, {own.concept_name}).front()];
    (own.language == Language::nl ? meant.also_nl : meant.also_en).push_back(own.text);
  }
  return Taxonomy::from_concepts(std::move(concepts), taxonomy.version() + " + " + extension.version);
}

}  // namespace collega::skills
