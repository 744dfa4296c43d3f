#pragma once

// Vacancies that are open to colleagues beside what somebody confirmed.

#include "collega/base/moment.h"
#include "gap_types.h"

namespace collega::skills_desk {

/// confirmed: this or a more particular one. adjacent: a related one, which does not meet it. unconfirmed: nothing of
/// it. not_compared: no skill, such as hours or a place, so it is not looked at.
enum class Standing { confirmed, adjacent, unconfirmed, not_compared };
BOOST_DESCRIBE_ENUM(Standing, confirmed, adjacent, unconfirmed, not_compared)

struct OwnVacanciesRequest {
  std::size_t top = 20;
};
BOOST_DESCRIBE_STRUCT(OwnVacanciesRequest, (), (top))

struct AskedOfMe {
  std::string label;
  bool must = true;
  Standing standing = Standing::not_compared;
  std::optional<ConceptLine> by;
};
BOOST_DESCRIBE_STRUCT(AskedOfMe, (), (label, must, standing, by))

struct VacancyForMe {
  std::string vacancy;
  std::string title;
  std::optional<std::string> unit_name;
  std::string since;
  std::string text;
  std::vector<AskedOfMe> asked;
};
BOOST_DESCRIBE_STRUCT(VacancyForMe, (), (vacancy, title, unit_name, since, text, asked))

struct OwnVacancies {
  std::vector<VacancyForMe> vacancies;
  std::vector<std::string> limits;
  std::string taxonomy;
};
BOOST_DESCRIBE_STRUCT(OwnVacancies, (), (vacancies, limits, taxonomy))

}  // namespace collega::skills_desk

namespace collega {

template <>
struct FieldTable<skills_desk::OwnVacanciesRequest> {
  static constexpr Field rows[] = {
      {.name = "top", .meaning = {"hoeveel", "how many"}, .min = 1, .max = 50, .has_default = true}};
};

template <>
struct FieldTable<skills_desk::AskedOfMe> {
  static constexpr Field rows[] = {
      {.name = "label", .meaning = {"wat de vacature vraagt", "what the vacancy asks"}},
      {.name = "must", .meaning = {"harde eis; anders een wens", "a must; else a wish"}},
      {.name = "standing",
       .meaning = {"hoe dat naast uw bevestigde vaardigheden staat", "how that stands beside the skills you confirmed"},
       .personal = Personal::ordinary},
      {.name = "by", .meaning = {"welke dat is", "which it is"}, .personal = Personal::ordinary},
  };
};

template <>
struct FieldTable<skills_desk::VacancyForMe> {
  static constexpr Field rows[] = {
      {.name = "vacancy", .meaning = {"nummer van de vacature", "number of the vacancy"}},
      {.name = "title", .meaning = {"titel", "title"}},
      {.name = "unit_name", .meaning = {"naam van de afdeling", "name of the unit"}},
      {.name = "since", .meaning = {"sinds wanneer voor collega's", "open to colleagues since"}},
      {.name = "text", .meaning = {"tekst van de vacature", "text of the vacancy"}},
      {.name = "asked", .meaning = {"wat zij vraagt", "what it asks"}, .personal = Personal::ordinary},
  };
};

template <>
struct FieldTable<skills_desk::OwnVacancies> {
  static constexpr Field rows[] = {
      {.name = "vacancies",
       .meaning = {"vacatures, waarvan u het meest bevestigde eerst", "vacancies, those you confirmed most of first"},
       .personal = Personal::ordinary},
      skills_desk::field::kGapLimits,
      skills_desk::field::kTaxonomy,
  };
};

}  // namespace collega
