#include "respelling.h"

#include <algorithm>
#include <atomic>
#include <boost/unordered/unordered_flat_map.hpp>
#include <mutex>

#include "employers.h"

namespace collega::skills {
namespace {

constexpr std::size_t kShortestWord = 7;
constexpr std::size_t kMostRemembered = 1 << 15;

std::uint64_t next_number() {
  static std::atomic<std::uint64_t> last{0};
  return ++last;
}

}  // namespace

struct Respelling::Known {
  std::once_flag once;
  Spelling nl, en;
};

Respelling::Respelling(const PhraseIndex& phrases, const CompoundReader& compounds)
    : phrases_(phrases), compounds_(compounds), known_(std::make_unique<Known>()), number_(next_number()) {}
Respelling::~Respelling() = default;

const Respelling::Known& Respelling::known() const {
  std::call_once(known_->once, [&] {
    phrases_.each_stem(Language::nl, [&](const std::string& stem) { known_->nl.learn(stem); });
    phrases_.each_stem(Language::en, [&](const std::string& stem) { known_->en.learn(stem); });
    known_->nl.finish();
    known_->en.finish();
  });
  return *known_;
}

bool Respelling::is_known_compound(const Unit& unit) const {
  const auto readings = compounds_.readings({unit}, 0);
  return !compounds_.first_part(unit.folded).empty() ||
         std::any_of(readings.begin(), readings.end(),
                     [&](const auto& parts) { return !phrases_.exactly(parts).empty(); });
}

Respelling::Meant Respelling::find_meant(const Unit& unit) const {
  if (phrases_.knows(Language::nl, unit.nl) || phrases_.knows(Language::en, unit.en) || is_known_compound(unit))
    return {};
  return {std::string{known().nl.meant(unit.nl)}, std::string{known().en.meant(unit.en)}};
}

const Respelling::Meant& Respelling::meant(const Unit& unit) const {
  static thread_local boost::unordered_flat_map<std::string, Meant> remembered;
  static thread_local std::uint64_t whose = 0;
  if (whose != number_ || remembered.size() >= kMostRemembered) remembered.clear();
  whose = number_;
  const auto found = remembered.find(unit.folded);
  return found != remembered.end() ? found->second : remembered.emplace(unit.folded, find_meant(unit)).first->second;
}

std::vector<std::size_t> Respelling::mend(std::string_view text, std::vector<Unit>& units) const {
  std::vector<std::size_t> mended;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (!units[i].is_word || units[i].folded.size() < kShortestWord) continue;
    const bool is_stump = i + 1 < units.size() && units[i + 1].folded == "-";
    // A capital inside a sentence begins a name, and names are spelled as they are.
    const bool is_name = i > 0 && units[i - 1].is_word && begins_with_capital(text, units[i]);
    if (is_stump || is_name) continue;
    const Meant& words = meant(units[i]);
    if (words.nl.empty() && words.en.empty()) continue;
    if (!words.nl.empty()) units[i].nl = words.nl;
    if (!words.en.empty()) units[i].en = words.en;
    mended.push_back(i);
  }
  return mended;
}

}  // namespace collega::skills
