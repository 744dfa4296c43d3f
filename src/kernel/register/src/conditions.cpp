#include "collega/register/conditions.h"

#include "kept.h"

namespace collega::ai_register {

bool names_somebody(Condition condition) { return condition == Condition::owner || condition == Condition::overseer; }

std::vector<Condition> conditions_of(Risk risk, bool is_public) {
  switch (risk) {
    case Risk::minimal:
      return {};
    case Risk::limited:
      return {Condition::owner, Condition::notice};
    case Risk::high:
      break;
  }
  std::vector<Condition> all{Condition::owner, Condition::data_protection_assessment, Condition::works_council_consent,
                             Condition::notice, Condition::overseer};
  if (is_public) all.push_back(Condition::fundamental_rights_assessment);
  return all;
}

State shipped_state(Risk risk) { return risk == Risk::minimal ? State::on : State::off; }

Result<std::vector<Missing>> missing(store::ReadTransaction& read, const Use& use, Date today) {
  return TRY(verdict(read, use, today)).missing;
}

}  // namespace collega::ai_register
