#pragma once

// A taxonomy made ready for looking through: its names folded, its links backwards, its concepts by name.

#include <array>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "collega/skills/gap.h"
#include "collega/skills/mentions.h"

namespace collega::skills_desk {

/// How concepts hang together, from where one stands.
enum class Relation { broader, narrower, related, essential, optional, essential_in, optional_in };

struct NameHit {
  skills::ConceptRef concept_ref = 0;
  const std::string* name = nullptr;  ///< the name that was found
};

class Catalogue {
 public:
  explicit Catalogue(std::shared_ptr<const skills::MentionFinder> finder);

  [[nodiscard]] const skills::MentionFinder& finder() const { return *finder_; }
  [[nodiscard]] const skills::Taxonomy& taxonomy() const { return finder_->taxonomy(); }

  /// By their labels.
  [[nodiscard]] const std::vector<skills::ConceptRef>& by_name(Language language) const {
    return by_name_[static_cast<std::size_t>(language)];
  }

  /// Concepts with a name in which each word of `text` begins a word, or which holds it as it stands; the nearest name
  /// first: the same, then beginning so, then by length. Case and accents do not matter. Linear in all names.
  [[nodiscard]] std::vector<NameHit> search(std::string_view text) const;
  /// The concepts that are called exactly so.
  [[nodiscard]] std::vector<skills::ConceptRef> called(std::string_view text) const;

  /// Made at its first use.
  [[nodiscard]] const skills::Gaps& gaps() const;

  /// By their labels.
  [[nodiscard]] std::vector<skills::ConceptRef> linked(skills::ConceptRef from, Relation relation,
                                                       Language language) const;

 private:
  struct FoldedName {
    std::string folded;
    const std::string* name;
    skills::ConceptRef concept_ref;
  };

  std::shared_ptr<const skills::MentionFinder> finder_;
  std::vector<FoldedName> names_;
  std::array<std::vector<skills::ConceptRef>, 2> by_name_;
  std::vector<std::vector<skills::ConceptRef>> narrower_, essential_in_, optional_in_;
  mutable std::once_flag gaps_made_;
  mutable std::optional<skills::Gaps> gaps_;
};

/// Makes a catalogue anew only when the finder is another. May be used from several threads.
class Catalogues {
 public:
  [[nodiscard]] std::shared_ptr<const Catalogue> of(const std::shared_ptr<const skills::MentionFinder>& finder);

 private:
  std::mutex mutex_;
  std::shared_ptr<const skills::MentionFinder> finder_;
  std::shared_ptr<const Catalogue> catalogue_;
};

/// What the ids of the organisation's own concepts begin with.
inline constexpr std::string_view kOwn = "own-";
[[nodiscard]] inline bool is_own(const skills::Concept& known) { return known.id.starts_with(kOwn); }

}  // namespace collega::skills_desk
