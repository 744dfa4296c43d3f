#include "asked.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "collega/language/time.h"
#include "levels.h"
#include "words.h"

namespace collega::skills {
namespace {

// What a time of experience is about stands near it; in a list that runs on, the rest is asked by itself.
constexpr std::size_t kSubjectReach = 90;

// A field of study stands beside its level; a vacancy may run on for a page without a full stop.
constexpr std::size_t kFieldReach = 120;

constexpr double kMostHours = 48;  // a week; the working hours act allows no more on average
constexpr double kLeastHours = 4;

class Reader {
 public:
  Reader(const Sentence& sentence, const MentionFinder& finder, RequirementKind kind)
      : sentence_(sentence), known_(finder.taxonomy()), kind_(kind), used_(sentence.mentions.size()) {}

  // Stances are of people's papers: "een heftruckcertificaat: zonder mag je niet rijden" asks for it.
  std::vector<Requirement> read() {
    if (sentence_.has(Cue::not_asked)) return {};
    read_hours();
    read_degree();
    read_experience();
    read_languages();
    read_place();
    read_groups(ConceptKind::licence, RequirementType::licence);
    read_groups(ConceptKind::skill, RequirementType::skill);
    return std::move(asked_);
  }

 private:
  [[nodiscard]] const Concept& of(std::size_t i) const { return known_.at(sentence_.mentions[i].concept_ref); }
  [[nodiscard]] Span span_of(std::size_t i) const { return sentence_.mentions[i].span; }
  [[nodiscard]] std::string_view between(std::size_t i, std::size_t j) const {
    const std::size_t begin = span_of(i).end;
    return begin < span_of(j).begin ? sentence_.text.substr(begin, span_of(j).begin - begin) : std::string_view{};
  }

  void add(Requirement asked, Span source) {
    asked.kind = kind_at(source);
    asked.source = source;
    asked_.push_back(std::move(asked));
  }

  // "…, bij voorkeur hbo" and "Docker en Redis zijn een pré" are wishes inside a list of demands.
  [[nodiscard]] RequirementKind kind_at(Span source) const {
    if (kind_ == RequirementKind::wish) return kind_;
    for (const CueHit& hit : sentence_.cues) {
      if (hit.cue != Cue::wish_word) continue;
      const std::size_t cue = sentence_.units[hit.first].span.begin;
      const std::string_view gap = cue < source.begin
                                       ? sentence_.text.substr(cue, source.begin - cue)
                                       : sentence_.text.substr(source.end, cue - std::min(cue, source.end));
      const bool apart = gap.find(';') != std::string_view::npos || gap.find(". ") != std::string_view::npos;
      const bool plural = gap.find(" zijn ") != std::string_view::npos || gap.find(" are ") != std::string_view::npos;
      const bool listed = cue > source.begin && gap.find(',') != std::string_view::npos && !plural;
      if (!apart && !listed) return RequirementKind::wish;
    }
    return kind_;
  }

  void read_hours() {
    std::vector<double> hours;
    Span source{};
    for (std::size_t i = 0; i + 1 < sentence_.units.size(); ++i) {
      const std::string& next = sentence_.units[i + 1].folded;
      const bool unit = next == "uur" || next == "uren" || next == "hours" || next == "u";
      const bool range = i + 3 < sentence_.units.size() &&
                         (next == "-" || next == "–" || next == "tot" || next == "a" || next == "to") &&
                         (sentence_.units[i + 3].folded == "uur" || sentence_.units[i + 3].folded == "uren" ||
                          sentence_.units[i + 3].folded == "hours");
      double value = 0;
      const std::string& digits = sentence_.units[i].folded;
      const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
      if (digits.find_first_of(".:") != std::string::npos) continue;  // "17.00 uur" is a time of day
      if (is_of_a_day(i + (range ? 4 : 2))) continue;
      if (!(unit || range) || read.ec != std::errc{} || value < kLeastHours || value > kMostHours) continue;
      if (hours.empty()) source = {sentence_.units[i].span.begin, sentence_.units[i + 1].span.end};
      hours.push_back(value);
    }
    if (hours.empty() || !(sentence_.has(Cue::available) || sentence_.has(Cue::must_word))) return;
    Requirement asked;
    asked.type = RequirementType::hours;
    asked.hours = *std::min_element(hours.begin(), hours.end());
    add(std::move(asked), source);
  }

  // "Five hours a day", "8 uur per dag".
  [[nodiscard]] bool is_of_a_day(std::size_t behind_unit) const {
    for (std::size_t i = behind_unit; i < std::min(behind_unit + 2, sentence_.units.size()); ++i) {
      const std::string& word = sentence_.units[i].folded;
      if (word == "day" || word == "dag" || word == "daily" || word == "daags") return true;
    }
    return false;
  }

  void read_degree() {
    Requirement asked;
    asked.type = RequirementType::degree;
    std::optional<int> rank;
    std::optional<Span> source;
    const auto take = [&](std::size_t i) {
      used_[i] = true;
      source =
          source ? Span{std::min(source->begin, span_of(i).begin), std::max(source->end, span_of(i).end)} : span_of(i);
    };
    for (std::size_t i = 0; i < used_.size(); ++i) {
      if (used_[i]) continue;
      const Concept& mentioned = of(i);
      if (mentioned.kind == ConceptKind::degree_level) {
        rank = std::min(rank.value_or(mentioned.rank), mentioned.rank);
        take(i);
      } else if (mentioned.kind == ConceptKind::programme && mentioned.level) {
        rank = std::min(rank.value_or(known_.at(*mentioned.level).rank), known_.at(*mentioned.level).rank);
        if (mentioned.field) asked.fields.push_back(*mentioned.field);
        take(i);
      }
    }
    const auto anchor = source ? source : words_of(Cue::degree_done);
    if (!anchor) return;
    for (std::size_t i = 0; i < used_.size(); ++i) {
      if (used_[i] || of(i).kind != ConceptKind::degree_field) continue;
      if (!is_near(source.value_or(*anchor), span_of(i))) continue;
      asked.fields.push_back(sentence_.mentions[i].concept_ref);
      take(i);
    }
    if (!source) return;
    asked.rank = rank.value_or(0);
    std::sort(asked.fields.begin(), asked.fields.end());
    asked.fields.erase(std::unique(asked.fields.begin(), asked.fields.end()), asked.fields.end());
    add(std::move(asked), *source);
  }

  [[nodiscard]] std::optional<Span> words_of(Cue cue) const {
    for (const CueHit& hit : sentence_.cues) {
      if (hit.cue == cue)
        return Span{sentence_.units[hit.first].span.begin, sentence_.units[hit.first + hit.count - 1].span.end};
    }
    return std::nullopt;
  }

  [[nodiscard]] static bool is_near(Span a, Span b) {
    return b.begin <= a.end + kFieldReach && a.begin <= b.end + kFieldReach;
  }

  // "minimaal drie jaar ervaring als wijkverpleegkundige" and "ervaring als teamleider": a time, or a job.
  void read_experience() {
    const auto durations = language::find_durations(sentence_.text);
    const bool speaks_of_experience = sentence_.has(Cue::experience);
    if (!speaks_of_experience && durations.empty()) return;
    Requirement asked;
    asked.type = RequirementType::experience;
    asked.months = durations.empty() ? 0 : durations.front().months;
    const std::size_t from = durations.empty() ? 0 : durations.front().span.begin;
    Span source = durations.empty() ? Span{} : durations.front().span;
    for (std::size_t i = 0; i < used_.size(); ++i) {
      const ConceptKind mentioned = of(i).kind;
      const bool job = mentioned == ConceptKind::occupation;
      if (used_[i] || span_of(i).begin < from || !(job || (mentioned == ConceptKind::skill && !durations.empty())))
        continue;
      if (of(i).attitude || span_of(i).begin > from + kSubjectReach) continue;
      if (durations.empty() && !is_held(i)) continue;
      used_[i] = true;
      asked.any_of.push_back(sentence_.mentions[i].concept_ref);
      source = source.empty() ? span_of(i)
                              : Span{std::min(source.begin, span_of(i).begin), std::max(source.end, span_of(i).end)};
    }
    if (source.empty() || (!speaks_of_experience && asked.any_of.empty())) return;
    add(std::move(asked), source);
  }

  // "Ervaring als teamleider", not "ervaring met het aansturen van verzorgenden".
  [[nodiscard]] bool is_held(std::size_t i) const {
    const std::string_view before = sentence_.text.substr(0, span_of(i).begin);
    for (const std::string_view word : {"als ", "als een ", "as ", "as a ", "as an "}) {
      if (before.ends_with(word)) return true;
    }
    return false;
  }

  void read_languages() {
    for (std::size_t i = 0; i < used_.size(); ++i) {
      if (used_[i] || of(i).kind != ConceptKind::language) continue;
      Requirement asked;
      asked.type = RequirementType::language;
      asked.any_of = {sentence_.mentions[i].concept_ref};
      asked.rank = rank_beside(sentence_.mentions[i], sentence_.mentions, known_);
      used_[i] = true;
      add(std::move(asked), span_of(i));
    }
  }

  // "Je woont in Zwolle of omgeving": where the candidate lives, not where the work is.
  void read_place() {
    for (const CueHit& hit : sentence_.cues) {
      const std::string& first = sentence_.units[hit.first].folded;
      const bool of_home = first.starts_with("woon") || first.starts_with("won") || first.starts_with("liv");
      if (hit.cue != Cue::place || !of_home) continue;
      const std::size_t from = hit.first + hit.count;
      std::size_t to = from;
      while (to < sentence_.units.size() && sentence_.units[to].is_word) ++to;
      if (to == from) continue;
      const Span words{sentence_.units[from].span.begin, sentence_.units[to - 1].span.end};
      Requirement asked;
      asked.type = RequirementType::place;
      asked.label = words.of(sentence_.text);
      asked.words = {content_words(asked.label)};
      if (!asked.words.front().empty()) add(std::move(asked), words);
      return;
    }
  }

  // Names joined by "of" ask for one of them; names in a row ask for each.
  void read_groups(ConceptKind wanted, RequirementType type) {
    std::vector<std::size_t> listed;
    for (std::size_t i = 0; i < used_.size(); ++i) {
      if (!used_[i] && of(i).kind == wanted && !of(i).attitude && !is_told_by_used(i)) listed.push_back(i);
    }
    for (std::size_t first = 0; first < listed.size();) {
      std::size_t last = first;
      while (last + 1 < listed.size() &&
             (same_place(listed[last], listed[last + 1]) || are_alternatives(listed, first, last + 1)))
        ++last;
      Requirement asked;
      asked.type = type;
      for (std::size_t k = first; k <= last; ++k) {
        used_[listed[k]] = true;
        asked.any_of.push_back(sentence_.mentions[listed[k]].concept_ref);
      }
      add(std::move(asked), {span_of(listed[first]).begin, span_of(listed[last]).end});
      first = last + 1;
    }
  }

  // "hbo HRM" asks for a degree in it, not for the degree and the skill.
  [[nodiscard]] bool is_told_by_used(std::size_t i) const {
    for (std::size_t j = 0; j < used_.size(); ++j) {
      if (used_[j] && same_place(i, j)) return true;
    }
    return false;
  }

  [[nodiscard]] bool same_place(std::size_t i, std::size_t j) const { return span_of(i).overlaps(span_of(j)); }

  [[nodiscard]] static bool is_or(std::string_view gap) {
    for (const std::string_view word : {" of ", " or ", " en/of ", " and/or ", "/", " dan wel "}) {
      if (gap.find(word) != std::string_view::npos && gap.size() < word.size() + 24) return true;
    }
    return false;
  }
  [[nodiscard]] static bool is_comma(std::string_view gap) {
    return gap == ", " || gap == "," || gap == "/" || gap == " / ";
  }

  // "ONS, Nedap of PuurVanJou": commas belong to the "of" that closes them.
  [[nodiscard]] bool are_alternatives(const std::vector<std::size_t>& listed, std::size_t first,
                                      std::size_t next) const {
    if (is_or(between(listed[next - 1], listed[next]))) return true;
    if (!is_comma(between(listed[next - 1], listed[next]))) return false;
    for (std::size_t k = next; k + 1 < listed.size(); ++k) {
      const std::string_view gap = between(listed[k], listed[k + 1]);
      if (is_or(gap)) return true;
      if (!is_comma(gap)) return false;
    }
    return first + 1 < next && is_or(between(listed[next - 1], listed[next]));
  }

  const Sentence& sentence_;
  const Taxonomy& known_;
  RequirementKind kind_;
  std::vector<bool> used_;
  std::vector<Requirement> asked_;
};

}  // namespace

bool Sentence::has(Cue cue) const {
  return std::any_of(cues.begin(), cues.end(), [&](const CueHit& hit) { return hit.cue == cue; });
}

Sentence read_sentence(std::string_view text, const MentionFinder& finder) {
  Paper line{std::string{text}, {{LineKind::text, {0, text.size()}}}};
  Sentence sentence{text, finder.read(line).mentions, units_of(text), {}};
  sentence.cues = finder.cues().in_sentence(sentence.units);
  return sentence;
}

std::vector<Requirement> asked_in(const Sentence& sentence, const MentionFinder& finder, RequirementKind kind) {
  return Reader(sentence, finder, kind).read();
}

}  // namespace collega::skills
