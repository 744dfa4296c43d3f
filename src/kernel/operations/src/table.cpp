#include <algorithm>
#include <stdexcept>

#include "collega/operations/run.h"

namespace collega::operations {
namespace {

void check_row(const Operation& row) {
  const auto refuse = [&](const char* why) { throw std::logic_error(std::string{row.name} + ": " + why); };
  if (row.name.empty() || !row.handler.run || !row.handler.input_schema || !row.handler.output_schema) {
    refuse("an operation without a name or a handler");
  }
  if (row.may.empty()) refuse("an operation that nobody may ask for");
  if (row.stored == Stored::writes && row.effect == Effect::reads)
    refuse("an operation that writes and says it only reads");
  if (row.risk.level == Risk::high && row.risk.ground.empty()) refuse("a high risk without its ground in law");
  if (row.risk.level == Risk::high && row.effect != Effect::reads && row.oversight == Oversight::none) {
    refuse("a proposal of high risk that asks no decision");
  }
  if (row.risk.level == Risk::high && (row.limits.nl.empty() || row.limits.en.empty()))
    refuse("a high risk without limits");
  if (row.by_link && (row.pace == Pace::job || row.step_up)) refuse("a link to what needs an account");
  if (row.effect == Effect::proposes && row.stored == Stored::whole) refuse("a proposal that nobody would keep");
}

constexpr Bilingual kDecideEach{"Een mens besluit over elk voorstel, met een reden in eigen woorden.",
                                "A person decides on each proposal, with a reason in their own words."};

ai_register::Use use_of_row(const Operation& row) {
  ai_register::Use use{.name = row.name,
                       .title = row.title,
                       .purpose = row.purpose,
                       .risk = row.risk.level,
                       .ground = row.risk.ground,
                       .reads = {},
                       .oversight = row.oversight == Oversight::none ? Bilingual{} : kDecideEach,
                       .limits = row.limits,
                       .may = row.may};
  for (const Data data : row.reads) use.reads.emplace_back(name_of(data));
  return use;
}

}  // namespace

Table::Table(std::vector<Operation> rows) : rows_(std::move(rows)) {
  std::ranges::sort(rows_, {}, &Operation::name);
  const auto twice = std::ranges::adjacent_find(rows_, {}, &Operation::name);
  if (twice != rows_.end()) throw std::logic_error(std::string{twice->name} + ": an operation twice");
  for (const Operation& row : rows_) {
    check_row(row);
    uses_.push_back(use_of_row(row));
  }
}

Result<const Operation*> Table::find(std::string_view name) const {
  const auto row = std::ranges::lower_bound(rows_, name, {}, &Operation::name);
  if (row == rows_.end() || row->name != name) return Error{ErrorCode::unknown_operation, std::string{name}};
  return &*row;
}

}  // namespace collega::operations
