#pragma once

// statistics.fairness: how groups of people fare, in figures and in words.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "collega/base/described.h"
#include "collega/statistics/fairness.h"

namespace collega::workbench {

struct FairnessCase {
  Json group;
  std::optional<double> score;
  std::optional<bool> selected;
  std::optional<bool> outcome;
};
BOOST_DESCRIBE_STRUCT(FairnessCase, (), (group, score, selected, outcome))

struct ProtectedGroup {
  std::string attribute;
  std::string value;
};
BOOST_DESCRIBE_STRUCT(ProtectedGroup, (), (attribute, value))

struct FairnessRequest {
  std::vector<FairnessCase> rows;
  std::optional<Language> language;
  double confidence = statistics::FairnessOptions{}.confidence;
  double left_out_below = statistics::FairnessOptions{}.left_out_below;
  std::int64_t small = static_cast<std::int64_t>(statistics::FairnessOptions{}.small);
  bool ranked = false;
  std::optional<ProtectedGroup> protected_group;
  std::optional<std::int64_t> top;
  std::optional<double> proportion;
  double alpha = statistics::FairnessOptions{}.alpha;
};
BOOST_DESCRIBE_STRUCT(FairnessRequest, (),
                      (rows, language, confidence, left_out_below, small, ranked, protected_group, top, proportion,
                       alpha))

/// Two numbers: from and to.
using Bounds = std::vector<double>;

struct ScoringAnswer {
  std::int64_t above_median = 0;
  double rate = 0;
  Bounds rate_interval;
  std::optional<double> impact_ratio;
  std::optional<Bounds> interval;
  std::optional<double> impact_ratio_kept;
  std::optional<Bounds> interval_kept;
  std::optional<double> p_value;
  bool below_four_fifths = false;
};
BOOST_DESCRIBE_STRUCT(ScoringAnswer, (),
                      (above_median, rate, rate_interval, impact_ratio, interval, impact_ratio_kept, interval_kept,
                       p_value, below_four_fifths))

struct GroupAnswer {
  std::string attribute;
  std::string value;
  std::int64_t n = 0;
  double share = 0;
  bool small = false;
  bool left_out = false;
  std::optional<std::int64_t> selected;
  std::optional<double> selection_rate;
  std::optional<Bounds> rate_interval;
  std::optional<double> impact_ratio;
  std::optional<Bounds> interval;
  std::optional<double> impact_ratio_kept;
  std::optional<Bounds> interval_kept;
  std::optional<double> p_value;
  std::optional<bool> below_four_fifths;
  std::optional<ScoringAnswer> scoring;
  std::optional<std::int64_t> true_positives, false_positives, true_negatives, false_negatives;
  std::optional<double> tpr, fpr, fnr, tnr, precision, false_omission_rate, prevalence;
  std::optional<Bounds> tpr_interval, fpr_interval;
  std::optional<double> tpr_ratio;
  std::optional<double> exposure;
};
BOOST_DESCRIBE_STRUCT(GroupAnswer, (),
                      (attribute, value, n, share, small, left_out, selected, selection_rate, rate_interval,
                       impact_ratio, interval, impact_ratio_kept, interval_kept, p_value, below_four_fifths, scoring,
                       true_positives, false_positives, true_negatives, false_negatives, tpr, fpr, fnr, tnr, precision,
                       false_omission_rate, prevalence, tpr_interval, fpr_interval, tpr_ratio, exposure))

struct AttributeAnswer {
  std::string attribute;
  std::int64_t stated = 0;
  std::int64_t not_stated = 0;
  std::optional<std::string> highest_selection;
  std::optional<std::string> highest_scoring;
};
BOOST_DESCRIBE_STRUCT(AttributeAnswer, (), (attribute, stated, not_stated, highest_selection, highest_scoring))

struct MinimumAnswer {
  double alpha = 0;
  std::vector<std::int64_t> minimum;
  double failure_probability = 0;
  double failure_probability_published = 0;
};
BOOST_DESCRIBE_STRUCT(MinimumAnswer, (), (alpha, minimum, failure_probability, failure_probability_published))

struct RankingAnswer {
  std::string attribute;
  std::string value;
  std::int64_t top = 0;
  double proportion = 0;
  double alpha = 0;
  MinimumAnswer unadjusted;
  MinimumAnswer adjusted;
  std::vector<std::int64_t> found;
  bool passes = true;
  std::optional<std::int64_t> fails_at;
};
BOOST_DESCRIBE_STRUCT(RankingAnswer, (),
                      (attribute, value, top, proportion, alpha, unadjusted, adjusted, found, passes, fails_at))

enum class FairnessFindingKind {
  no_rows,
  nobody_selected,
  one_group,
  not_stated,
  small_group,
  left_out,
  below_four_fifths,
  scores_below_four_fifths,
  suitable_passed_over,
  ranked_low,
  no_signal
};
BOOST_DESCRIBE_ENUM(FairnessFindingKind, no_rows, nobody_selected, one_group, not_stated, small_group, left_out,
                    below_four_fifths, scores_below_four_fifths, suitable_passed_over, ranked_low, no_signal)

struct FairnessFinding {
  FairnessFindingKind kind = FairnessFindingKind::no_signal;
  std::optional<std::string> attribute;
  std::optional<std::string> value;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(FairnessFinding, (), (kind, attribute, value, text))

struct FairnessAnswer {
  std::vector<GroupAnswer> groups;
  std::vector<GroupAnswer> intersections;
  std::vector<AttributeAnswer> attributes;
  std::vector<RankingAnswer> rankings;
  std::optional<double> median_score;
  std::vector<FairnessFinding> findings;
  std::vector<std::string> limits;
};
BOOST_DESCRIBE_STRUCT(FairnessAnswer, (), (groups, intersections, attributes, rankings, median_score, findings, limits))

/// Words in the language asked, else in `otherwise`. Errors: those of statistics::audit; wrong_type with the path of a
/// group that is no object of texts, numbers, truths and nulls.
[[nodiscard]] Result<FairnessAnswer> fairness(const FairnessRequest& request, Language otherwise);

/// What stands out, in words.
[[nodiscard]] std::vector<FairnessFinding> findings_of(const statistics::FairnessAudit& audit, std::size_t rows,
                                                       const FairnessRequest& request, Language language);

}  // namespace collega::workbench

namespace collega {

template <>
struct FieldTable<workbench::FairnessCase> {
  static constexpr Field rows[] = {
      {.name = "group",
       .meaning =
           {"kenmerken waarop vergeleken wordt, elk met een waarde: {\"sex\": \"v\"}; leeg of null: niet opgegeven",
            "the attributes that are compared, each with a value: {\"sex\": \"f\"}; empty or null: not stated"},
       .personal = Personal::special},
      {.name = "score",
       .meaning = {"score, hoger is beter; voor elke rij of voor geen",
                   "score, higher is better; of every row or of none"}},
      {.name = "selected",
       .meaning = {"of deze persoon gekozen is; mag ontbreken waar elke rij een score heeft",
                   "whether this person was selected; may be left out where every row has a score"}},
      {.name = "outcome",
       .meaning = {"wat later bleek (geschikt of niet), van wie dat bekend is",
                   "what proved true later (suitable or not), of whom that is known"}},
  };
};

template <>
struct FieldTable<workbench::ProtectedGroup> {
  static constexpr Field rows[] = {
      {.name = "attribute", .meaning = {"kenmerk", "attribute"}},
      {.name = "value", .meaning = {"waarde", "value"}},
  };
};

template <>
struct FieldTable<workbench::FairnessRequest> {
  static constexpr Field rows[] = {
      {.name = "rows", .meaning = {"een rij per persoon", "a row a person"}},
      {.name = "language", .meaning = {"taal van de bevindingen", "language of the findings"}},
      {.name = "confidence",
       .meaning = {"zekerheid van de marges", "confidence of the intervals"},
       .min = 0.5,
       .max = 0.9999,
       .has_default = true},
      {.name = "left_out_below",
       .meaning = {"groepen met een kleiner aandeel tellen niet mee als de hoogste en krijgen geen signaal",
                   "groups with a smaller share do not count as the highest and get no signal"},
       .min = 0,
       .max = 0.5,
       .has_default = true},
      {.name = "small",
       .meaning = {"groepen van minder mensen worden als klein gemeld", "groups of fewer people are reported as small"},
       .min = 0,
       .max = 1e6,
       .has_default = true},
      {.name = "ranked",
       .meaning = {"de rijen staan in volgorde van de rangschikking, beste eerst",
                   "the rows stand in the order of the ranking, best first"},
       .has_default = true},
      {.name = "protected",
       .meaning = {"groep waarvoor de rangschikking getoetst wordt; anders elke groep die minder dan de helft is",
                   "group for which the ranking is tested; else each group that is under half"},
       .member = "protected_group"},
      {.name = "top",
       .meaning = {"zoveel eerste plaatsen worden getoetst; anders 20", "so many first places are tested; else 20"},
       .min = 1,
       .max = 1000},
      {.name = "proportion",
       .meaning = {"aandeel dat de groep zou moeten hebben; anders haar aandeel in de rijen",
                   "share that the group should have; else its share of the rows"},
       .min = 0,
       .max = 1},
      {.name = "alpha",
       .meaning = {"hoe vaak een eerlijke rangschikking ten hoogste mag zakken",
                   "how often at most a fair ranking may fail"},
       .min = 0,
       .max = 0.5,
       .has_default = true},
  };
};

template <>
struct FieldTable<workbench::ScoringAnswer> {
  static constexpr Field rows[] = {
      {.name = "above_median",
       .meaning = {"hoeveel er boven de mediaan van allen scoren", "how many score above the median of all"}},
      {.name = "rate", .meaning = {"aandeel daarvan", "their share"}},
      {.name = "rate_interval", .meaning = {"marge van dat aandeel (Wilson)", "interval of that share (Wilson)"}},
      {.name = "impact_ratio",
       .meaning = {"aandeel gedeeld door het hoogste aandeel", "share over the highest share"},
       .null_when_absent = true},
      {.name = "interval", .meaning = {"marge van de verhouding", "interval of the ratio"}, .null_when_absent = true},
      {.name = "impact_ratio_kept",
       .meaning = {"verhouding zonder de groepen die niet meetellen", "ratio without the groups that are left out"},
       .null_when_absent = true},
      {.name = "interval_kept", .meaning = {"marge daarvan", "its interval"}, .null_when_absent = true},
      {.name = "p_value", .meaning = {"Fishers exacte toets, ter informatie", "Fisher's exact test, as information"}},
      {.name = "below_four_fifths",
       .meaning = {"signaal: verhouding onder vier vijfde", "signal: ratio under four fifths"}},
  };
};

template <>
struct FieldTable<workbench::GroupAnswer> {
  static constexpr Field rows[] = {
      {.name = "attribute", .meaning = {"kenmerk", "attribute"}},
      {.name = "value", .meaning = {"waarde", "value"}},
      {.name = "n", .meaning = {"aantal mensen", "number of people"}},
      {.name = "share",
       .meaning = {"aandeel van wie het kenmerk opgegeven is", "share of those whose attribute is stated"}},
      {.name = "small", .meaning = {"te klein voor een conclusie", "too small for a conclusion"}},
      {.name = "left_out",
       .meaning = {"te klein aandeel om mee te tellen als hoogste", "too small a share to count as the highest"}},
      {.name = "selected", .meaning = {"aantal gekozen", "number selected"}},
      {.name = "selection_rate", .meaning = {"aandeel gekozen", "share selected"}},
      {.name = "rate_interval", .meaning = {"marge van dat aandeel (Wilson)", "interval of that share (Wilson)"}},
      {.name = "impact_ratio",
       .meaning = {"aandeel gedeeld door het hoogste aandeel van dit kenmerk",
                   "share over the highest share of this attribute"},
       .null_when_absent = true},
      {.name = "interval",
       .meaning = {"marge van de verhouding (Miettinen en Nurminen)", "interval of the ratio (Miettinen and Nurminen)"},
       .null_when_absent = true},
      {.name = "impact_ratio_kept",
       .meaning = {"verhouding zonder de groepen die niet meetellen", "ratio without the groups that are left out"},
       .null_when_absent = true},
      {.name = "interval_kept", .meaning = {"marge daarvan", "its interval"}, .null_when_absent = true},
      {.name = "p_value",
       .meaning = {"Fishers exacte toets naast de hoogste, ter informatie",
                   "Fisher's exact test beside the highest, as information"}},
      {.name = "below_four_fifths",
       .meaning = {"signaal: verhouding onder vier vijfde", "signal: ratio under four fifths"}},
      {.name = "scoring", .meaning = {"aandeel met een score boven de mediaan", "share with a score above the median"}},
      {.name = "true_positives", .meaning = {"terecht gekozen", "rightly selected"}},
      {.name = "false_positives", .meaning = {"onterecht gekozen", "wrongly selected"}},
      {.name = "true_negatives", .meaning = {"terecht niet gekozen", "rightly not selected"}},
      {.name = "false_negatives", .meaning = {"onterecht niet gekozen", "wrongly not selected"}},
      {.name = "tpr",
       .meaning = {"aandeel gekozen van wie geschikt bleek", "share selected of who proved suitable"},
       .null_when_absent = true},
      {.name = "fpr",
       .meaning = {"aandeel gekozen van wie ongeschikt bleek", "share selected of who proved unsuitable"},
       .null_when_absent = true},
      {.name = "fnr",
       .meaning = {"aandeel gemist van wie geschikt bleek", "share missed of who proved suitable"},
       .null_when_absent = true},
      {.name = "tnr",
       .meaning = {"aandeel niet gekozen van wie ongeschikt bleek", "share not selected of who proved unsuitable"}},
      {.name = "precision",
       .meaning = {"aandeel geschikt van wie gekozen is", "share suitable of who was selected"},
       .null_when_absent = true},
      {.name = "false_omission_rate",
       .meaning = {"aandeel geschikt van wie niet gekozen is", "share suitable of who was not selected"}},
      {.name = "prevalence", .meaning = {"aandeel dat geschikt bleek", "share that proved suitable"}},
      {.name = "tpr_interval", .meaning = {"marge (Wilson)", "interval (Wilson)"}},
      {.name = "fpr_interval", .meaning = {"marge (Wilson)", "interval (Wilson)"}},
      {.name = "tpr_ratio", .meaning = {"tpr gedeeld door de hoogste", "tpr over the highest"}},
      {.name = "exposure",
       .meaning = {"aandacht door de plaats in de rangschikking, gedeeld door die van iedereen; 1 is naar aandeel",
                   "attention by place in the ranking over that of everybody; 1 is by share"}},
  };
};

template <>
struct FieldTable<workbench::AttributeAnswer> {
  static constexpr Field rows[] = {
      {.name = "attribute", .meaning = {"kenmerk", "attribute"}},
      {.name = "stated", .meaning = {"van hoeveel mensen opgegeven", "of how many people stated"}},
      {.name = "not_stated", .meaning = {"van hoeveel niet", "of how many not"}},
      {.name = "highest_selection",
       .meaning = {"groep met het hoogste aandeel gekozen", "group with the highest share selected"}},
      {.name = "highest_scoring",
       .meaning = {"groep met het hoogste aandeel boven de mediaan", "group with the highest share above the median"}},
  };
};

template <>
struct FieldTable<workbench::MinimumAnswer> {
  static constexpr Field rows[] = {
      {.name = "alpha", .meaning = {"niveau waarop de tabel gemaakt is", "level at which the table was made"}},
      {.name = "minimum",
       .meaning = {"minste aantal van de groep in de eerste 1, 2, ... plaatsen",
                   "least number of the group in the first 1, 2, ... places"}},
      {.name = "failure_probability",
       .meaning = {"kans dat een eerlijke rangschikking ergens zakt",
                   "probability that a fair ranking fails somewhere"}},
      {.name = "failure_probability_published",
       .meaning = {"zoals het programma van de auteurs die rekent, zonder de laatste plaats",
                   "as the authors' own program counts it, without the last place"}},
  };
};

template <>
struct FieldTable<workbench::RankingAnswer> {
  static constexpr Field rows[] = {
      {.name = "attribute", .meaning = {"kenmerk", "attribute"}},
      {.name = "value", .meaning = {"waarde", "value"}},
      {.name = "top", .meaning = {"zoveel eerste plaatsen", "so many first places"}},
      {.name = "proportion", .meaning = {"aandeel waartegen getoetst is", "share that was tested against"}},
      {.name = "alpha", .meaning = {"gevraagd niveau", "level asked"}},
      {.name = "unadjusted", .meaning = {"tabel op het gevraagde niveau", "table at the level asked"}},
      {.name = "adjusted",
       .meaning = {"tabel op het gecorrigeerde niveau, waarmee getoetst is",
                   "table at the corrected level, by which was tested"}},
      {.name = "found",
       .meaning = {"aantal van de groep in de eerste 1, 2, ... plaatsen",
                   "number of the group in the first 1, 2, ... places"}},
      {.name = "passes", .meaning = {"nergens te weinig", "nowhere too few"}},
      {.name = "fails_at", .meaning = {"eerste lengte met te weinig", "first length with too few"}},
  };
};

template <>
struct FieldTable<workbench::FairnessFinding> {
  static constexpr Field rows[] = {
      {.name = "kind", .meaning = {"soort", "kind"}},
      {.name = "attribute", .meaning = {"kenmerk", "attribute"}},
      {.name = "value", .meaning = {"groep", "group"}},
      {.name = "text", .meaning = {"de bevinding in woorden", "the finding in words"}},
  };
};

template <>
struct FieldTable<workbench::FairnessAnswer> {
  static constexpr Field rows[] = {
      {.name = "groups", .meaning = {"elke groep van elk kenmerk", "each group of each attribute"}},
      {.name = "intersections", .meaning = {"groepen van elke twee kenmerken", "groups of each two attributes"}},
      {.name = "attributes", .meaning = {"de kenmerken", "the attributes"}},
      {.name = "rankings", .meaning = {"toets van de rangschikking (FA*IR)", "test of the ranking (FA*IR)"}},
      {.name = "median_score", .meaning = {"mediaan van alle scores", "median of all scores"}},
      {.name = "findings", .meaning = {"wat opvalt, in woorden", "what stands out, in words"}},
      {.name = "limits", .meaning = {"wat deze cijfers niet kunnen zeggen", "what these figures cannot say"}},
  };
};

}  // namespace collega
