#pragma once

// Many profiles of people, so kept that the best for a vacancy are found among millions in milliseconds, in the order
// and with the reasons of match.h. A cache: whatever it holds comes from the store and can be put in anew.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "collega/base/date.h"
#include "collega/base/result.h"
#include "collega/skills/match.h"

namespace collega::skills {

enum class FactKind : std::uint8_t { skill, licence, degree, language, experience };

/// A degree that is in no field in particular, or experience of whatever kind.
inline constexpr ConceptRef kOfAnything = (1u << 28) - 1;

/// Something that a person has. Of several about the same, the one of the highest level counts, then the latest: saying
/// it twice brings nothing.
struct Fact {
  FactKind kind = FactKind::skill;
  ConceptRef about = kOfAnything;  ///< below 2^28. skill, licence, language; of a degree its field; of experience a
                                   ///< skill or an occupation
  int level = 0;  ///< 0 to 15; 0: not said. Of degrees and languages the rank, of experience whole years, 15 for more
  int last_year = 0;  ///< 0 to 4095: when it was last used; 0: not said

  bool operator==(const Fact&) const = default;
};

struct Profile {
  std::uint64_t id = 0;
  std::vector<Fact> facts = {};
  std::optional<std::uint32_t> place = {};  ///< a number that the caller gives to places; below 2^32 - 1
  std::optional<int> hours = {};            ///< a week, at most so many, 1 to 255
  std::optional<Date> available_from = {};
};

/// A fact that answers a requirement. A level that is not said, or is short of `least` by one (of experience: reaches
/// half), is met in part; a lower one says no.
struct Alternative {
  FactKind kind = FactKind::skill;
  ConceptRef about = kOfAnything;
  int least = 0;         ///< a level; 0: any
  Met gives = Met::yes;  ///< yes, or partly: at best so much, and then a level too low says nothing
  Ground ground = Ground::stated;
};

/// A requirement. The alternative that gives most answers it; of those that give the same, the first.
struct Asked {
  RequirementKind kind = RequirementKind::must;
  double weight = 0;  ///< finite, at least 0
  std::vector<Alternative> any_of = {};
};

/// Who is looked at, at all. What a profile does not say does not shut it out, unless `only_said`.
struct ProfileFilter {
  std::vector<std::uint32_t> places = {};  ///< one of these; empty: wherever
  int least_hours = 0;
  std::optional<Date> available_by = {};
  bool only_said = false;
};

struct ProfileQuery {
  std::vector<Asked> requirements = {};
  ProfileFilter filter = {};
};

struct Answer {
  Met met = Met::unknown;
  Ground ground = Ground::not_mentioned;
  double contribution = 0;      ///< to the score, at most the weight
  std::optional<Fact> by = {};  ///< what carries it

  bool operator==(const Answer&) const = default;
};

struct FoundProfile {
  std::uint64_t id = 0;
  double score = 0;  ///< the sum of the contributions
  Group group = Group::all_musts_shown;
  std::vector<Answer> answers = {};  ///< one a requirement, in their order

  bool operator==(const FoundProfile&) const = default;
};

/// One writes, any number search meanwhile. What was put or removed is seen by searches from the next commit on.
class Profiles {
 public:
  /// In memory alone.
  Profiles();
  Profiles(Profiles&&) noexcept;
  Profiles& operator=(Profiles&&) noexcept;
  ~Profiles();

  /// Kept in `folder`, which is made when it is not there. `made_with` names what the numbers of concepts and places
  /// mean: a taxonomy and its version. Errors: document_broken with the file as place when something is damaged, or was
  /// made with something else: use `anew` and put everything in; store_busy when another process has it open;
  /// file_unreadable, file_unwritable.
  [[nodiscard]] static Result<Profiles> open(const std::filesystem::path& folder, const std::string& made_with);
  /// The same, of a folder whose profiles are thrown away, whatever state they are in.
  [[nodiscard]] static Result<Profiles> anew(const std::filesystem::path& folder, const std::string& made_with);

  /// In place of the profile with this id, if there is one. Errors: out_of_range with the member as place; those of
  /// commit, because after kMostInCommit changes it commits by itself.
  [[nodiscard]] Result<Done> put(const Profile& profile);
  /// Also when there is none with this id.
  [[nodiscard]] Result<Done> remove(std::uint64_t id);
  /// What was put and removed is on disk, all of it, and searches see it. Error: file_unwritable; then nothing is lost
  /// and it can be tried again.
  [[nodiscard]] Result<Done> commit();
  /// A commit; after it the files hold nothing of profiles that were removed or replaced. Writes the files that did
  /// anew.
  [[nodiscard]] Result<Done> compact();
  static constexpr std::size_t kMostInCommit = 65536;

  /// The best `top`: most musts met, then fewest musts that a fact says no to, then score, then lowest id.
  [[nodiscard]] std::vector<FoundProfile> search(const ProfileQuery& query, std::size_t top) const;

  [[nodiscard]] std::size_t size() const;
  /// Of the index, mapped files included.
  [[nodiscard]] std::size_t bytes() const;
  /// Bytes at the end of the log that a crash had left half written, and that opening cut off: of a commit that never
  /// returned.
  [[nodiscard]] std::size_t cut_off() const;

 private:
  struct State;
  explicit Profiles(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace collega::skills
