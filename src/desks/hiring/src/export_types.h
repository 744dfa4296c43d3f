#pragma once

#include <optional>
#include <string>

#include "candidate_types.h"

namespace collega::hiring {

struct ExportMatrixRequest {
  VacancyId vacancy;
  std::string file;
};
BOOST_DESCRIBE_STRUCT(ExportMatrixRequest, (), (vacancy, file))

struct ExportRecordRequest {
  VacancyId vacancy;
  std::optional<ApplicationId> application;
  std::string file;
};
BOOST_DESCRIBE_STRUCT(ExportRecordRequest, (), (vacancy, application, file))

struct ExportAnswer {
  std::string file;
  std::int64_t candidates = 0;
};
BOOST_DESCRIBE_STRUCT(ExportAnswer, (), (file, candidates))

}  // namespace collega::hiring

namespace collega {

template <>
struct FieldTable<hiring::ExportMatrixRequest> {
  static constexpr Field rows[] = {
      hiring::field::kVacancy,
      {.name = "file",
       .meaning = {"het werkblad om te maken (.xlsx)", "the sheet to make (.xlsx)"},
       .paper = Paper::made},
  };
};

template <>
struct FieldTable<hiring::ExportRecordRequest> {
  static constexpr Field rows[] = {
      hiring::field::kVacancy,
      {.name = "application", .meaning = {"alleen deze kandidaat", "this candidate alone"}},
      {.name = "file",
       .meaning = {"het verslag om te maken (.docx, .odt of .pdf)", "the record to make (.docx, .odt or .pdf)"},
       .paper = Paper::made},
  };
};

template <>
struct FieldTable<hiring::ExportAnswer> {
  static constexpr Field rows[] = {
      {.name = "file", .meaning = {"het bestand", "the file"}, .paper = Paper::made},
      {.name = "candidates", .meaning = {"hoeveel kandidaten erin staan", "how many candidates are in it"}, .min = 0},
  };
};

}  // namespace collega
