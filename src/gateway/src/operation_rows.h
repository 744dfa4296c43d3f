#pragma once

// The rows of the gateway, a file of handlers at a time.

#include "collega/operations/operation.h"
#include "passing.h"

namespace collega::gateway {

using Tools = std::shared_ptr<Inside>;

/// Everybody who works here, programs too; a candidate does not.
[[nodiscard]] const std::vector<operations::Role>& everybody_here();

void add_model_rows(std::vector<operations::Operation>& rows, const Tools& tools);
void add_rule_rows(std::vector<operations::Operation>& rows, const Tools& tools);
void add_shield_rows(std::vector<operations::Operation>& rows, const Tools& tools);
void add_conversation_rows(std::vector<operations::Operation>& rows, const Tools& tools);
void add_usage_rows(std::vector<operations::Operation>& rows, const Tools& tools);

/// What reads and changes nothing but the gateway's own.
[[nodiscard]] operations::Operation row_of(std::string_view name, Bilingual title, Bilingual purpose,
                                           operations::Handler handler);
/// What sends text to a model: its risk, and what it cannot know.
[[nodiscard]] operations::Operation model_row(std::string_view name, Bilingual title, Bilingual purpose,
                                              operations::Handler handler);

}  // namespace collega::gateway
