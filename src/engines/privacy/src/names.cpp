// Names of people, places and organisations. Each run of words with capitals is read as the likeliest row of names: for
// every word the signs for each kind of name add up (name_weights.h), and the best row is found by dynamic programming.
// A second reading knows what the first was sure of, so that "Verhofstadt" alone is the man whom the text named in full
// before.

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

#include "collega/base/utf8.h"
#include "letters.h"
#include "name_runs.h"
#include "name_signs.h"
#include "name_weights.h"
#include "recognisers.h"

namespace collega::privacy {
namespace {

/// Words that were part of a name beyond doubt, by their hash.
using Seen = std::unordered_map<std::uint64_t, Label>;

/// Ends of the names of laws and rules.
constexpr std::array<std::string_view, 6> kRules{"wet", "besluit", "regeling", "verordening", "richtlijn", "code"};

class Reader {
 public:
  explicit Reader(Sheet& sheet) : sheet_(sheet), words_(sheet.words()), runs_(name_runs(sheet)), signs_(sheet) {}

  void read() {
    std::vector<std::size_t> ends;  // of the first reading's names, a run each
    for (const NameRun& run : runs_) prepare(run);
    std::size_t offset = 0;
    for (const NameRun& run : runs_) {
      decode(run, offset, false);
      offset += run.last - run.first + 1;
      ends.push_back(named_.size());
    }
    for (const Named& named : named_) learn(named);
    std::vector<Named> first;
    first.swap(named_);
    offset = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < runs_.size(); ++i) {
      if (touched(runs_[i])) {
        named_.clear();
        decode(runs_[i], offset, true);
        for (const Named& named : named_) take(named);
      } else {
        for (std::size_t n = begin; n < ends[i]; ++n) take(first[n]);
      }
      begin = ends[i];
      offset += runs_[i].last - runs_[i].first + 1;
    }
  }

 private:
  [[nodiscard]] double seen(const Word& word, Label label) const {
    const auto found = seen_.find(word.hash);
    if (found == seen_.end()) return 0;
    if (found->second != label) return -0.5;
    return label == kPerson ? weight::kSeenPerson : label == kPlace ? weight::kSeenPlace : weight::kSeenOrganisation;
  }

  struct Cell {
    std::array<double, kLabels> best{};
    std::array<Label, kLabels> from{};
    std::array<bool, kLabels> joined{};  // goes on from the word before
  };

  /// One name of a reading.
  struct Named {
    NameRun name;
    Label label = kNone;
    double margin = 0;
    std::string_view why;
  };

  /// What the words of a run are by themselves, at the start of a name and at its end; it stays through both readings.
  void prepare(const NameRun& run) {
    const std::size_t offset = forms_.size();
    for (std::size_t at = run.first; at <= run.last; ++at) {
      const Word& word = words_[at];
      Scores form;
      if (!word.capital && at > run.first && (word.bits & (kParticle | kFunction)) != 0)
        form.of = {0, 0, -1.0, -0.3};
      else
        signs_.add_form(at, form);
      Scores start = form, end;
      signs_.add_before(at, start);
      signs_.add_after(at, end);
      forms_.push_back(form);
      starts_.push_back(start);
      ends_.push_back(end);
    }
    for (std::size_t at = run.first; at <= run.last; ++at) {
      const std::size_t end = place_phrase_end(sheet_, at);
      for (std::size_t k = at; end > at && k <= end; ++k) {
        const double bonus = weight::kKnownPlacePhrase / static_cast<double>(end - at + 1) + (k == at ? 1.0 : 1.5);
        forms_[offset + k - run.first].of[kPlace] += bonus;
        starts_[offset + k - run.first].of[kPlace] += bonus;
      }
    }
  }

  [[nodiscard]] bool touched(const NameRun& run) const {
    if (seen_.empty()) return false;
    for (std::size_t at = run.first; at <= run.last; ++at)
      if (seen_.contains(words_[at].hash)) return true;
    return false;
  }

  /// Adds what the first reading knows of a word.
  void add_seen(const Word& word, Scores& scores) const {
    for (const Label label : {kPerson, kPlace, kOrganisation}) {
      const double more = seen(word, label);
      if (label == kPerson && more > 0)
        scores.person(more, "name_seen");
      else
        scores.of[label] += more;
    }
  }

  /// The likeliest names of a run, added to `named_`, the last first. `offset`: of its words in what was prepared.
  void decode(const NameRun& run, std::size_t offset, bool again) {
    const std::size_t size = run.last - run.first + 1;
    cells_.assign(size, Cell{});
    auto& cells = cells_;
    const auto begin = static_cast<std::ptrdiff_t>(offset), end = static_cast<std::ptrdiff_t>(offset + size);
    std::vector<Scores> forms(forms_.begin() + begin, forms_.begin() + end),
        starts(starts_.begin() + begin, starts_.begin() + end);
    for (std::size_t i = 0; again && i < size; ++i) {
      if (!words_[run.first + i].capital && (words_[run.first + i].bits & (kParticle | kFunction)) != 0) continue;
      add_seen(words_[run.first + i], forms[i]);
      add_seen(words_[run.first + i], starts[i]);
    }
    for (std::size_t i = 0; i < size; ++i) {
      const std::size_t at = run.first + i;
      const bool lower = !words_[at].capital;
      for (std::uint8_t l = 0; l < kLabels; ++l) {
        const auto label = static_cast<Label>(l);
        double after = 0;
        if (label == kPerson) {
          const Scores& only = ends_[offset + i];
          after = only.of[kPerson];
          if (only.strongest > starts[i].strongest) starts[i].why = only.why, starts[i].strongest = only.strongest;
        }
        Cell& cell = cells[i];
        // A particle in lower case begins no name, and is one only between two words of it.
        const bool may_start = label == kNone || !(lower && (words_[at].bits & kParticle) != 0);
        double best = -1e9;
        Label from = kNone;
        bool joined = false;
        for (std::uint8_t p = 0; p < kLabels; ++p) {
          if (i == 0 && p != kNone) break;
          const auto previous = static_cast<Label>(p);
          const double base = i == 0 ? 0 : cells[i - 1].best[previous];
          // A name does not end with a particle.
          const double cut = i > 0 && previous == kPerson && !words_[at - 1].capital && is_name_particle(sheet_, at - 1)
                                 ? weight::kCutAtParticle
                                 : 0;
          if (may_start) {
            const double switching = previous != kNone && label != kNone ? weight::kTwoNamesInARow : 0;
            const double score = base + cut + switching + (label == kNone ? 0 : starts[i].of[label]);
            if (score > best) best = score, from = previous, joined = false;
          }
          if (i > 0 && previous == label && label != kNone) {
            const double score = base + signs_.goes_on(at, label) + forms[i].of[label];
            if (score > best) best = score, from = previous, joined = true;
          }
        }
        cell.best[label] = best + (label == kPerson ? after : 0);
        cell.from[label] = from;
        cell.joined[label] = joined;
      }
    }
    trace(run, cells, starts);
  }

  void trace(const NameRun& run, const std::vector<Cell>& cells, const std::vector<Scores>& starts) {
    std::size_t i = cells.size();
    Label label = kNone;
    for (std::uint8_t l = 0; l < kLabels; ++l)
      if (cells[i - 1].best[l] > cells[i - 1].best[label]) label = static_cast<Label>(l);
    while (i > 0) {
      const std::size_t end = --i;
      const Label name = label;
      while (cells[i].joined[name] && name != kNone) --i;
      const Label before = cells[i].from[name];
      if (name != kNone) {
        const double base = i == 0 ? 0 : cells[i - 1].best[before];
        named_.push_back({{run.first + i, run.first + end}, name, cells[end].best[name] - base, starts[i].why});
      }
      label = before;
      if (name == kNone && i == 0) break;
    }
  }

  /// Where a family name in the order of lists ends: "Dijk, J. van (Jeroen)". `end` when no initials follow.
  [[nodiscard]] std::size_t list_end(std::size_t last, std::size_t end) const {
    std::size_t at = last + 1;
    if (at >= words_.size() || words_[at].lines > 0 || words_[at].before != ',' || !is_initial(sheet_, at)) return end;
    while (at < words_.size() && words_[at].lines == 0 && is_initial(sheet_, at)) end = words_[at++].end + 1;
    while (at < words_.size() && words_[at].lines == 0 && !words_[at].capital && words_[at].before != ',' &&
           is_name_particle(sheet_, at))
      end = words_[at++].end;
    const bool called = at < words_.size() && words_[at].lines == 0 && words_[at].before == '(' && words_[at].capital &&
                        words_[at].end < sheet_.text().size() && sheet_.text()[words_[at].end] == ')';
    return called ? words_[at].end + 1 : end;
  }

  /// "Wet", "College", "II": a word of the dictionary alone names no organisation.
  [[nodiscard]] bool names_organisation(NameRun name) const {
    if (name.last > name.first) return true;
    const Word& word = words_[name.first];
    if ((word.bits & (kAnyWord | kOrgHead | kOrgTail)) != 0 && !word.all_capitals) return false;
    return !is_rule(word);
  }

  /// "Participatiewet"
  [[nodiscard]] bool is_rule(const Word& word) const {
    const std::string folded = fold(sheet_.of(word));
    return std::ranges::any_of(kRules, [&](std::string_view end) { return folded.ends_with(end); });
  }

  /// "De" and "Van" alone are nobody.
  [[nodiscard]] bool holds_a_name(NameRun name) const {
    for (std::size_t at = name.first; at <= name.last; ++at)
      if ((words_[at].bits & (kParticle | kArticle)) == 0 && !words_[at].letter) return true;
    return false;
  }

  /// Keeps the words of a name for the second reading. Words of the dictionary and names of countries are too common to
  /// tell.
  void remember(NameRun name, Label label) {
    for (std::size_t at = name.first; at <= name.last; ++at) {
      const Word& word = words_[at];
      const bool common = (word.bits & kAnyWord) != 0 && (word.bits & (kFirst | kLast)) == 0;
      const bool place = label == kPerson && (word.bits & (kCountry | kPlaceBig)) != 0 && (word.bits & kFirstNear) == 0;
      if (word.capital && !word.letter && (word.bits & (kParticle | kFunction)) == 0 && !common && !place)
        seen_.emplace(word.hash, label);
    }
  }

  [[nodiscard]] bool counts(const Named& named) const {
    const auto& [name, label, margin, why] = named;
    if (margin < weight::kEnough) return false;
    if (label == kPerson) return holds_a_name(name);
    if (label == kOrganisation) return names_organisation(name);
    return name.first < name.last || !is_rule(words_[name.first]);
  }

  void learn(const Named& named) {
    if (!counts(named)) return;
    const auto& [name, label, margin, why] = named;
    const bool by_form = label == kPerson && (why == "name_context" || why == "name_form" || why == "name_saying");
    const bool sure = margin > (name.last > name.first && !by_form ? weight::kBeyondDoubt : weight::kAloneBeyondDoubt);
    if (sure) remember(name, label);
  }

  void take(const Named& named) {
    if (!counts(named)) return;
    auto [name, label, margin, why] = named;
    while (name.last > name.first && !words_[name.last].capital && is_name_particle(sheet_, name.last)) --name.last;
    // A name that nothing but its form and place suggests is as often an organisation's.
    const bool weak = why == "name_context" || why == "name_saying" || why == "name_form" || why == "name_last" ||
                      (why == "name_first" && (words_[name.first].bits & kFirstNear) == 0);
    const double wanted = name.last > name.first ? weight::kPersonOfWords : weight::kPersonOfOneWord;
    const bool person = label == kPerson && (!weak || margin > wanted);
    const Kind kind = person ? Kind::PERSON : label == kPlace ? Kind::PLACE : Kind::ORGANISATION;
    if (label == kPlace) why = "place_known";
    if (label == kOrganisation) why = "organisation";
    std::size_t end = words_[name.last].name_end;
    if (is_initial(sheet_, name.last)) ++end;  // its full stop is part of "J."
    if (label == kPerson && name.first == name.last) end = list_end(name.last, end);
    const std::size_t first = label == kPerson ? signs_.family_start(name.first) : name.first;
    sheet_.add(words_[first].begin, end, kind, 1.0 / (1.0 + std::exp(-margin)), why);
  }

  Sheet& sheet_;
  const std::vector<Word>& words_;
  std::vector<NameRun> runs_;
  NameSigns signs_;
  Seen seen_;
  std::vector<Scores> forms_, starts_, ends_;  // of the words of all runs, in their order
  std::vector<Named> named_;
  std::vector<Cell> cells_;
};

}  // namespace

void find_names(Sheet& sheet) { Reader(sheet).read(); }

}  // namespace collega::privacy
