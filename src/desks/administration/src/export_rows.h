#pragma once

// Records to rows of text, one at a time.

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "collega/administration/export.h"
#include "collega/people/people.h"
#include "records.h"

namespace collega::administration {

/// Everybody who is kept, one after another. `each` gives false to stop.
Result<Done> for_each_person(store::ReadTransaction& read, Date day, people::Whom whom,
                             const std::function<Result<Done>(people::PersonId)>& each);

/// "36", "37.5", "31.98": hours with as many decimals as the minutes need.
[[nodiscard]] std::string hours_text(int minutes);
/// "3250.00"
[[nodiscard]] std::string amount_text(Money amount);
[[nodiscard]] std::string last_day_text(std::optional<Date> end);

/// Codes of units and positions and numbers of people by their id, each looked up once.
class Names {
 public:
  explicit Names(store::ReadTransaction& read) : read_(read) {}

  [[nodiscard]] Result<std::string> number_of(people::PersonId person);
  [[nodiscard]] Result<std::string> code_of(people::UnitId unit, Date day);
  [[nodiscard]] Result<std::string> code_of(people::PositionId position, people::UnitId unit, Date day);

 private:
  store::ReadTransaction& read_;
  std::unordered_map<std::int64_t, std::string> people_;
  std::unordered_map<std::int64_t, std::string> units_;
  std::unordered_map<std::int64_t, std::string> positions_;
};

/// The fields of an export in their order.
[[nodiscard]] std::vector<ImportField> fields_of(const ExportRequest& request);

}  // namespace collega::administration
