#include "asking.h"

#include <algorithm>

#include "verdicts.h"

namespace collega::operations {
namespace {

using identity::AskerKind;

// As the ledger names who followed a link that was sent to them.
constexpr std::string_view kByLink = "link";

/// At their own terminal a person holds the folder and its key: there is nobody to keep from it.
bool sees_everything(const identity::Asker& asker) { return asker.kind == AskerKind::local_operator; }

Result<bool> one_sees(store::ReadTransaction& read, const identity::Asker& asker, const std::vector<Role>& roles,
                      people::PersonId person, Date day) {
  for (const Role role : roles) {
    if (identity::facts_of(role).reach == identity::Reach::everybody) return true;
    if (TRY(identity::may_see(read, asker, role, person, day))) return true;
  }
  return false;
}

bool has_proved(const identity::Asker& asker) {
  return asker.stepped_up || asker.kind == AskerKind::job || asker.kind == AskerKind::system;
}

}  // namespace

const std::vector<Role>& every_role() {
  static const std::vector<Role> all = [] {
    std::vector<Role> roles;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Role>>(
        [&](auto one) { roles.push_back(one.value); });
    return roles;
  }();
  return all;
}

Result<Done> admit(const Operation& operation, Context& context) {
  if (operation.stored != Stored::nothing && !context.records) {
    return Error{ErrorCode::needs_data, std::string{operation.name}};
  }
  const identity::Asker& asker = context.asker;
  context.asking_as.clear();
  if (sees_everything(asker)) return Done{};
  if (operation.by_link) return Done{};
  if (asker.kind == AskerKind::none) return Error{ErrorCode::not_signed_in};
  std::ranges::copy_if(operation.may, std::back_inserter(context.asking_as),
                       [&](Role role) { return asker.roles.contains(role); });
  if (context.asking_as.empty() || !identity::may_ask_for(asker, operation.name)) {
    return Error{ErrorCode::not_allowed, std::string{operation.name}};
  }
  if (operation.step_up && !has_proved(asker)) return Error{ErrorCode::step_up_needed, std::string{operation.name}};
  return Done{};
}

Result<Done> pass_gate(const ai_register::Use& use, const Context& context, store::ReadTransaction& read) {
  if (!context.records->verdicts) return ai_register::may_run(read, use, context.today, context.language);
  const ai_register::Verdict verdict =
      TRY(context.records->verdicts->of(read, use, context.today, context.records->clock()));
  if (verdict.may_run()) return Done{};
  return ai_register::refusal(verdict, use, context.language);
}

Result<Done> check_concerned(Context& context) {
  for (const Concern& concern : context.work.concerned()) {
    if (!TRY(context.sees(concern.person, concern.day))) return Error{ErrorCode::not_about_them};
  }
  return Done{};
}

bool is_refusal(ErrorCode code) {
  switch (code) {
    case ErrorCode::not_allowed:
    case ErrorCode::not_about_them:
    case ErrorCode::at_terminal_only:
    case ErrorCode::use_off:
    case ErrorCode::use_lacks_conditions:
      return true;
    default:
      return false;
  }
}

std::string Context::actor() const {
  if (asker.kind == AskerKind::local_operator) return std::string{ledger::kLocalOperator};
  if (asker.kind == AskerKind::system) return asker.display;
  if (asker.kind == AskerKind::none) return std::string{kByLink};
  return to_string(asker.account);
}

Result<bool> Context::sees(people::PersonId person, std::optional<Date> day) { return sees_as(asking_as, person, day); }

Result<bool> Context::sees_as(const std::vector<Role>& roles, people::PersonId person, std::optional<Date> day) {
  if (sees_everything(asker)) return true;
  if (!work.is_open()) {  // an operation on the store itself: a look of our own
    store::ReadTransaction read = TRY(records->store.read());
    return one_sees(read, asker, roles, person, day.value_or(today));
  }
  const ReadsApart of_its_own{work.read()};
  return one_sees(work.read(), asker, roles, person, day.value_or(today));
}

Result<identity::Scope> Context::scope(std::optional<Date> day) {
  const ReadsApart of_its_own{work.read()};
  identity::Scope all;
  all.everybody = sees_everything(asker);
  for (const Role role : asking_as) {
    if (all.everybody) break;
    identity::Scope one = TRY(identity::scope_of(work.read(), asker, role, day.value_or(today)));
    all.everybody = one.everybody;
    all.units.insert(all.units.end(), one.units.begin(), one.units.end());
    all.persons.insert(all.persons.end(), one.persons.begin(), one.persons.end());
  }
  std::ranges::sort(all.units);
  all.units.erase(std::unique(all.units.begin(), all.units.end()), all.units.end());
  return all;
}

}  // namespace collega::operations
