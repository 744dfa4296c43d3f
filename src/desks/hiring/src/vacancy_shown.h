#pragma once

#include "vacancies.h"
#include "vacancy_types.h"

namespace collega::hiring {

/// As a list has it.
[[nodiscard]] Result<VacancyRow> vacancy_row(operations::Context& context, const KeptVacancy& vacancy);

/// The whole, as it stands now. `finder` is for the weights of the requirements.
[[nodiscard]] Result<ShownVacancy> shown_vacancy(operations::Context& context, VacancyId vacancy);

}  // namespace collega::hiring
