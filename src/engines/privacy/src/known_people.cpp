#include "known_people.h"

#include <algorithm>
#include <array>

#include "collega/base/utf8.h"
#include "letters.h"
#include "name_runs.h"
#include "person_name.h"
#include "recognisers.h"

namespace collega::privacy {
namespace {

constexpr double kWhole = 1.0, kAlone = 0.9;
constexpr std::size_t kMostFirst = 6;  ///< first names and initials of one person

/// Finds each place where a known name begins and how far it goes.
class KnownReader {
 public:
  KnownReader(Sheet& sheet, const KnownPeople::Index& index) : sheet_(sheet), words_(sheet.words()), index_(index) {}

  void read() {
    for (std::size_t at = 0; at < words_.size();) {
      const std::size_t end = name_at(at);
      at = end > at ? end : at + 1;
    }
  }

 private:
  /// The first word after the name that begins at `at`; `at` when none begins.
  std::size_t name_at(std::size_t at) {
    const Word& word = words_[at];
    if (word.digits) return at;
    if (const std::size_t end = first_and_last(at); end > at) return add(at, end, kWhole, "known_whole");
    if (const std::size_t end = initials_and_last(at); end > at) return add(at, end, kWhole, "known_whole");
    if (const std::size_t end = last_and_first(at); end > at) return add(at, end, kWhole, "known_whole");
    return alone(at);
  }

  [[nodiscard]] const std::vector<std::uint32_t>* bearers(
      const std::unordered_map<std::uint64_t, std::vector<std::uint32_t>>& of, std::size_t at) const {
    const Word& word = words_[at];
    if (const auto found = of.find(word.hash); found != of.end()) return &found->second;
    // "Annas", "Anna's"
    if (word.end - word.begin < 4 || lower_of(sheet_.text()[word.end - 1]) != 's') return nullptr;
    const std::string text = fold(sheet_.of(word));
    if (text.size() < 4 || !text.ends_with('s')) return nullptr;
    const std::size_t cut = text[text.size() - 2] == '\'' ? 2 : 1;
    const auto found = of.find(hash_of(std::string_view(text).substr(0, text.size() - cut)));
    return found == of.end() ? nullptr : &found->second;
  }

  [[nodiscard]] bool follows(std::size_t at) const {
    return at < words_.size() && words_[at].lines <= 1 &&
           (words_[at].before == 0 || (words_[at].before == '.' && is_initial(sheet_, at - 1)));
  }
  [[nodiscard]] bool is_particle(std::size_t at) const { return (words_[at].bits & kParticle) != 0; }

  /// Particles and the family name of one of `people` from `at` on; where it ends, 0 when it is not theirs.
  [[nodiscard]] std::size_t family_end(std::size_t at, const std::vector<std::uint32_t>* people) const {
    std::size_t i = at;
    while (i < words_.size() && i < at + 4 && (i == at || follows(i)) && is_particle(i) &&
           index_.last.find(words_[i].hash) == index_.last.end())
      ++i;
    if (i >= words_.size() || (i > at && !follows(i))) return 0;
    const auto* found = bearers(index_.last, i);
    if (found == nullptr) return 0;
    if (people != nullptr && !shares(*people, *found)) return 0;
    // "de broer van Hazelvanger": a particle is part of the name only of somebody who has it.
    for (std::size_t particle = at; particle < i; ++particle) {
      const bool theirs = std::ranges::any_of(*found, [&](std::uint32_t person) {
        const auto& particles = index_.people[person].particles;
        return std::ranges::find(particles, words_[particle].hash) != particles.end() &&
               (people == nullptr || std::ranges::binary_search(*people, person));
      });
      if (!theirs) return 0;
    }
    std::size_t end = i + 1;
    // A double family name: "Jansen de Vries".
    while (end < words_.size() && follows(end) && words_[end].capital && bearers(index_.last, end) != nullptr) ++end;
    return end;
  }

  [[nodiscard]] std::size_t first_and_last(std::size_t at) const {
    const auto* people = bearers(index_.first, at);
    if (people == nullptr) return at;
    std::size_t next = at + 1;
    while (next < words_.size() && next < at + kMostFirst && follows(next) &&
           (index_.first.contains(words_[next].hash) || is_initial(sheet_, next)) &&
           !index_.last.contains(words_[next].hash))
      ++next;
    const std::size_t end = next < words_.size() && follows(next) ? family_end(next, people) : 0;
    return end > 0 ? end : at;
  }

  [[nodiscard]] std::size_t initials_and_last(std::size_t at) const {
    std::size_t next = at;
    while (next < words_.size() && next < at + 5 && (next == at || follows(next)) &&
           (is_initial(sheet_, next) || (words_[next].letter && words_[next].capital)))
      ++next;
    if (next == at || next >= words_.size() || !follows(next)) return at;
    const std::size_t end = family_end(next, nullptr);
    return end > 0 ? end : at;
  }

  /// "de Wit, Anna", "Wit, A. de": as lists have it.
  [[nodiscard]] std::size_t last_and_first(std::size_t at) const {
    std::size_t i = at;
    while (i < words_.size() && i < at + 3 && is_particle(i) && (i == at || follows(i))) ++i;
    if (i >= words_.size()) return at;
    const auto* people = bearers(index_.last, i);
    if (people == nullptr || i + 1 >= words_.size() || words_[i + 1].before != ',' || words_[i + 1].lines > 0)
      return at;
    std::size_t end = i + 1;
    const bool first = index_.first.contains(words_[end].hash) && shares(*people, index_.first.at(words_[end].hash));
    const bool initial = is_initial(sheet_, end) || (words_[end].letter && words_[end].capital);
    if (!first && !initial) return at;
    ++end;
    while (end < words_.size() && follows(end) && (is_initial(sheet_, end) || is_name_particle(sheet_, end)) &&
           end < i + 6)
      ++end;
    return end;
  }

  /// Whether somebody is in both; people stand in their order in the index.
  [[nodiscard]] static bool shares(const std::vector<std::uint32_t>& one, const std::vector<std::uint32_t>& other) {
    const bool fewer = one.size() < other.size();
    return std::ranges::any_of(fewer ? one : other, [&](std::uint32_t person) {
      return std::ranges::binary_search(fewer ? other : one, person);
    });
  }

  /// A first or family name by itself. One that is a word too needs a capital that the sentence did not ask for.
  std::size_t alone(std::size_t at) {
    const Word& word = words_[at];
    if (is_particle(at) && !word.capital) {
      // "de Wit": particles and a family name with a capital.
      const std::size_t end = family_end(at, nullptr);
      if (end > at + 1 && words_[end - 1].capital && (words_[end - 1].bits & (kWordNl | kWordEn)) == 0)
        return add(at, end, kAlone, "known_part");
      return at;
    }
    const bool family = bearers(index_.last, at) != nullptr;
    if (!family && bearers(index_.first, at) == nullptr) return at;
    const bool common = (word.bits & (kWordNl | kWordEn | kFunction | kMonth | kAcronym)) != 0;
    const bool titled = at > 0 && (words_[at - 1].bits & (kTitle | kGreeting)) != 0;
    if (common && !titled && (!word.capital || word.starts)) return at;
    if (!common && !word.capital && word.end - word.begin < 3) return at;
    return add(at, at + 1, kAlone, "known_part");
  }

  std::size_t add(std::size_t first, std::size_t end, double score, std::string_view why) {
    std::size_t bytes = words_[end - 1].name_end;
    if (is_initial(sheet_, end - 1)) ++bytes;
    sheet_.add(words_[first].begin, bytes, Kind::PERSON, score, why);
    return end;
  }

  Sheet& sheet_;
  const std::vector<Word>& words_;
  const KnownPeople::Index& index_;
};

}  // namespace

KnownPeople::KnownPeople(std::span<const std::string> names) {
  auto index = std::make_shared<Index>();
  for (const std::string& name : names) {
    const PersonName parts = person_name(name);
    const auto person = static_cast<std::uint32_t>(index->people.size());
    Index::Person entry;
    for (const std::string& word : parts.first) {
      entry.firsts.push_back(hash_of(word));
      index->first[entry.firsts.back()].push_back(person);
    }
    for (const std::string& word : parts.last) {
      entry.lasts.push_back(hash_of(word));
      index->last[entry.lasts.back()].push_back(person);
    }
    for (const std::string& word : parts.particles) entry.particles.push_back(hash_of(word));
    if (!entry.firsts.empty() || !entry.lasts.empty()) index->people.push_back(std::move(entry));
  }
  index_ = std::move(index);
}

void find_known(Sheet& sheet, const KnownPeople::Index& people) { KnownReader(sheet, people).read(); }

}  // namespace collega::privacy
