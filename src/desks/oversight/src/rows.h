#pragma once

#include "collega/oversight/oversight.h"

namespace collega::oversight {

void add_ledger_rows(std::vector<operations::Operation>& rows);
void add_register_rows(std::vector<operations::Operation>& rows);
void add_rights_rows(std::vector<operations::Operation>& rows, const Tools& tools);

}  // namespace collega::oversight
