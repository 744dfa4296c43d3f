#include "labels.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace collega::skills {
namespace {

constexpr Bilingual kOr = {" of ", " or "};
constexpr Bilingual kExperience = {"ervaring", "experience"};
constexpr Bilingual kYears = {" jaar ", " years of "};
constexpr Bilingual kMonths = {" maanden ", " months of "};
constexpr Bilingual kHours = {" uur per week", " hours a week"};

std::string joined(const std::vector<ConceptRef>& refs, const Taxonomy& taxonomy, Language language) {
  std::string text;
  for (const ConceptRef ref : refs) {
    const std::string& label = taxonomy.at(ref).label(language);
    if (text.find(label) != std::string::npos) continue;
    if (!text.empty()) text += kOr.in(language);
    text += label;
  }
  return text;
}

// The lowest level of this rank that is commonly asked for; "hbo" rather than its kin.
std::string level_label(int rank, ConceptKind kind, const Taxonomy& taxonomy, Language language) {
  for (ConceptRef ref = 0; ref < taxonomy.size(); ++ref) {
    if (taxonomy.at(ref).kind == kind && taxonomy.at(ref).rank == rank) return taxonomy.at(ref).label(language);
  }
  return {};
}

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2g", value);
  return text;
}

std::string experience_label(const Requirement& asked, const Taxonomy& taxonomy, Language language) {
  std::string text;
  if (asked.months >= 12) {
    text = number(asked.months / 12) + std::string{kYears.in(language)};
  } else if (asked.months > 0) {
    text = number(asked.months) + std::string{kMonths.in(language)};
  }
  text += kExperience.in(language);
  const std::string subject = joined(asked.any_of, taxonomy, language);
  return subject.empty() ? text : text + ": " + subject;
}

}  // namespace

std::string label_of(const Requirement& asked, const Taxonomy& taxonomy, Language language) {
  switch (asked.type) {
    case RequirementType::experience:
      return experience_label(asked, taxonomy, language);
    case RequirementType::hours:
      return number(asked.hours) + std::string{kHours.in(language)};
    case RequirementType::degree: {
      std::string text = level_label(asked.rank, ConceptKind::degree_level, taxonomy, language);
      const std::string fields = joined(asked.fields, taxonomy, language);
      return text.empty() || fields.empty() ? text + fields : text + " " + fields;
    }
    case RequirementType::language: {
      const std::string level =
          asked.rank > 0 ? level_label(asked.rank, ConceptKind::language_level, taxonomy, language) : "";
      return joined(asked.any_of, taxonomy, language) + (level.empty() ? "" : " (" + level + ")");
    }
    default:
      return joined(asked.any_of, taxonomy, language);
  }
}

}  // namespace collega::skills
