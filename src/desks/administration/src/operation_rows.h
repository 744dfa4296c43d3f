#pragma once

#include "collega/administration/administration.h"

namespace collega::administration {

/// The event that people, contracts or units came in; it tells nothing more.
inline constexpr std::string_view kImported = "administration.imported";

void add_people_rows(std::vector<operations::Operation>& rows);
void add_import_rows(std::vector<operations::Operation>& rows, const Tools& tools);
void add_export_rows(std::vector<operations::Operation>& rows);
void add_account_rows(std::vector<operations::Operation>& rows);
void add_own_account_rows(std::vector<operations::Operation>& rows);
void add_library_rows(std::vector<operations::Operation>& rows, const Tools& tools);
void add_kept_backup_rows(std::vector<operations::Operation>& rows, const Tools& tools);
void add_backup_rows(std::vector<operations::Operation>& rows, const Tools& tools);

}  // namespace collega::administration
