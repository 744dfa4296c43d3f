#pragma once

// From a phrase, a job title or a sentence to the concepts it may mean, best first, with why.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "collega/base/language.h"
#include "collega/skills/taxonomy.h"

namespace collega::skills {

struct LinkIndex;

enum class LinkGround {
  spelling,  ///< a name of it is spelled much like what was asked
  words,     ///< it has the words that were asked, or such as stand for them
  meaning,   ///< concepts that are named, described and used alike
  exact,     ///< a name of it is what was asked
};

struct LinkReason {
  LinkGround ground = LinkGround::spelling;
  double contribution = 0;  ///< to the score
};

/// A word of the query and the word of the name that it was taken for.
struct WordPair {
  std::string asked, found;
  double likeness = 0;  ///< in (0, 1]
};

struct Linked {
  ConceptRef concept_ref = 0;
  double score = 0;                 ///< in [0, 1]; the sum of the contributions of its reasons
  std::string name;                 ///< the label or synonym that came nearest
  std::vector<LinkReason> reasons;  ///< the largest first, none of nothing; of the first LinkQuery::told alone
  std::vector<WordPair> words;      ///< of that name; likewise
};

struct LinkQuery {
  std::string_view text;                       ///< valid UTF-8
  ConceptKind kind = ConceptKind::occupation;  ///< occupation or skill
  std::size_t top = 100;
  std::size_t told = 10;  ///< of so many the reasons are told
};

/// Links by names seen through spelling, compounds, synonyms and translations learned from the taxonomy, and by vectors
/// of meaning. The taxonomy must outlive the linker. Thread-safe.
class Linker {
 public:
  /// Makes its own index: a tenth of a second for the seed, some ten seconds for ESCO with vectors.
  explicit Linker(const Taxonomy& taxonomy, bool with_vectors = true);
  /// With the index of a compiled taxonomy.
  Linker(const Taxonomy& taxonomy, LinkIndex index);
  ~Linker();
  Linker(Linker&&) noexcept;

  /// At most `top`, best first; none when no word of the text is like any word of a name.
  [[nodiscard]] std::vector<Linked> link(const LinkQuery& query) const;
  [[nodiscard]] const Taxonomy& taxonomy() const;

 private:
  struct Inside;
  std::unique_ptr<const Inside> inside_;
};

}  // namespace collega::skills
