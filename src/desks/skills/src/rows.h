#pragma once

// The rows of the desk, a file of handlers at a time.

#include "catalogue.h"
#include "collega/skills_desk/skills_desk.h"

namespace collega::skills_desk {

/// What the desk was handed, and the catalogue made of it.
struct Desk : Tools {
  std::shared_ptr<Catalogues> catalogues = std::make_shared<Catalogues>();

  [[nodiscard]] Result<std::shared_ptr<const Catalogue>> catalogue() const { return catalogues->of(TRY(finder())); }
};

/// Who looks after the names: what they change counts for every match made after it.
inline const std::vector<operations::Role> kEditors = {operations::Role::hr_adviser, operations::Role::recruiter};

void add_catalogue_rows(std::vector<operations::Operation>& rows, const Desk& desk);
void add_own_rows(std::vector<operations::Operation>& rows, const Desk& desk);
void add_own_table_rows(std::vector<operations::Operation>& rows, const Desk& desk);
void add_person_rows(std::vector<operations::Operation>& rows, const Desk& desk);
void add_why_rows(std::vector<operations::Operation>& rows, const Desk& desk);
void add_vacancy_rows(std::vector<operations::Operation>& rows, const Desk& desk);
void add_gap_rows(std::vector<operations::Operation>& rows, const Desk& desk);

}  // namespace collega::skills_desk
