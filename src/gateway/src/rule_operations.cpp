// Services, policies and limits: who sets them, and how they are kept.

#include <algorithm>

#include "operation_rows.h"
#include "rule_requests.h"
#include "shield.h"

namespace collega::gateway {
namespace {

using namespace operations;

// Of a provider that was added: behind all others.
constexpr std::string_view kNextPlace = "select coalesce(max(place), 0) + 1 from gateway_provider";

Result<Done> keep_key(store::WriteTransaction& write, ProviderId id, const std::string& key) {
  if (key.empty()) {
    TRY(write.execute("update gateway_provider set access = null where id = ?", id));
    return Done{};
  }
  const std::string sealed = write.seal().close(key, {"gateway_provider.access", id.number});
  TRY(write.execute("update gateway_provider set access = ? where id = ?", store::Blob{sealed}, id));
  return Done{};
}

void is_a_setting(Context& context, const Tools& tools) {
  context.work.is_a(ledger::Kind::setting);
  tools->rules.changing();
}

Result<ShownProviders> providers(const NothingAsked&, Context& context) {
  ShownProviders answer;
  for (KnownProvider& one : TRY(read_rules(context.work.read())).providers) {
    answer.providers.push_back({one.id, std::move(one.content), !one.key.empty()});
  }
  return answer;
}

Result<NamedProvider> add_provider(const AddProvider& asked, Context& context, const Tools& tools) {
  TRY(check(asked.content));
  is_a_setting(context, tools);
  store::WriteTransaction& write = context.work.write();
  const auto id = write.new_id<ProviderId>();
  const std::int64_t place = TRY(write.first<std::int64_t>(kNextPlace)).value_or(1);
  TRY(write.execute("insert into gateway_provider (id, place, content) values (?, ?, ?)", id, place,
                    to_text(to_json(asked.content))));
  TRY(keep_key(write, id, asked.key));
  context.work.remember("provider", Json(to_string(id)));
  return NamedProvider{id};
}

/// The others keep their order around it.
Result<Done> move_to(store::WriteTransaction& write, ProviderId moved, int place) {
  store::Rows rows = TRY(write.query("select id from gateway_provider where id <> ? order by place, id", moved));
  std::vector<ProviderId> order;
  while (TRY(rows.next())) order.push_back(rows.get<ProviderId>(0));
  order.insert(order.begin() + std::min<std::ptrdiff_t>(place - 1, std::ssize(order)), moved);
  for (std::size_t i = 0; i < order.size(); ++i) {
    TRY(write.execute("update gateway_provider set place = ? where id = ?", i + 1, order[i]));
  }
  return Done{};
}

Result<Ok> change_provider(const ChangeProvider& asked, Context& context, const Tools& tools) {
  TRY(check(asked.content));
  is_a_setting(context, tools);
  store::WriteTransaction& write = context.work.write();
  context.work.remember("provider", Json(to_string(asked.provider)));
  const std::int64_t changed = TRY(write.execute("update gateway_provider set content = ? where id = ?",
                                                 to_text(to_json(asked.content)), asked.provider));
  if (changed == 0) return Error{ErrorCode::unknown_provider};
  if (asked.key) TRY(keep_key(write, asked.provider, *asked.key));
  if (asked.place) TRY(move_to(write, asked.provider, *asked.place));
  return Ok{};
}

Result<Ok> remove_provider(const NamedProvider& asked, Context& context, const Tools& tools) {
  is_a_setting(context, tools);
  context.work.remember("provider", Json(to_string(asked.provider)));
  if (TRY(context.work.write().execute("delete from gateway_provider where id = ?", asked.provider)) == 0) {
    return Error{ErrorCode::unknown_provider};
  }
  return Ok{};
}

ShownPolicy shown(Policy policy) {
  ShownPolicy shown{std::move(policy), {}};
  const privacy::Policy treatments = treatments_of(shown.policy);
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<privacy::Kind>>([&](auto kind) {
    shown.treatments.push_back({kind.value, treatments.of(kind.value)});
  });
  return shown;
}

Result<ShownPolicies> policies(const NothingAsked&, Context& context) {
  ShownPolicies answer;
  const Rules rules = TRY(read_rules(context.work.read()));
  answer.policies.push_back(shown(TRY(rules.policy_for(kGeneral))));
  for (const auto& [purpose, policy] : rules.policies) {
    if (purpose != kGeneral) answer.policies.push_back(shown(policy));
  }
  return answer;
}

Result<Ok> set_policy(const SetPolicy& asked, Context& context, const Tools& tools) {
  TRY(check(asked.policy));
  is_a_setting(context, tools);
  context.work.remember("purpose", Json(asked.policy.purpose));
  store::WriteTransaction& write = context.work.write();
  TRY(write.execute("delete from gateway_policy where purpose = ?", asked.policy.purpose));
  TRY(write.execute("insert into gateway_policy (id, purpose, content) values (?, ?, ?)", write.new_id<PolicyId>(),
                    asked.policy.purpose, to_text(to_json(asked.policy))));
  return Ok{};
}

Result<Ok> remove_policy(const NamedPolicy& asked, Context& context, const Tools& tools) {
  is_a_setting(context, tools);
  if (TRY(context.work.write().execute("delete from gateway_policy where purpose = ?", asked.purpose)) == 0) {
    return Error{ErrorCode::unknown_value, "purpose"};
  }
  return Ok{};
}

Result<ShownLimits> limits(const NothingAsked&, Context& context) {
  ShownLimits answer;
  for (KnownLimit& one : TRY(read_rules(context.work.read())).limits)
    answer.limits.push_back({one.id, std::move(one.content)});
  return answer;
}

Result<NamedLimit> add_limit(const AddLimit& asked, Context& context, const Tools& tools) {
  if (!asked.content.whose.empty() && !parse_id(asked.content.whose)) return Error{ErrorCode::unknown_value, "whose"};
  is_a_setting(context, tools);
  store::WriteTransaction& write = context.work.write();
  const auto id = write.new_id<LimitId>();
  TRY(write.execute("insert into gateway_limit (id, content) values (?, ?)", id, to_text(to_json(asked.content))));
  context.work.remember("limit", Json(to_string(id)));
  return NamedLimit{id};
}

Result<Ok> remove_limit(const NamedLimit& asked, Context& context, const Tools& tools) {
  is_a_setting(context, tools);
  context.work.remember("limit", Json(to_string(asked.limit)));
  if (TRY(context.work.write().execute("delete from gateway_limit where id = ?", asked.limit)) == 0) {
    return Error{ErrorCode::unknown_value, "limit"};
  }
  return Ok{};
}

const std::vector<Role> kWatchers{Role::administrator, Role::privacy_coordinator, Role::data_protection_officer,
                                  Role::works_council};

Operation watched(Operation row) {
  row.may = kWatchers;
  return row;
}

Operation set_by(Role role, Operation row) {
  row.effect = Effect::acts;
  row.stored = Stored::writes;
  row.may = {role};
  return row;
}

/// A key is handed over, or where text may go is changed: not by who finds an open screen.
Operation proved(Operation row) {
  row.step_up = true;
  return row;
}

void add_provider_rows(std::vector<Operation>& rows, const Tools& tools) {
  rows.push_back(
      watched(row_of("gateway.providers", {"Aanbieders van taalmodellen", "Providers of language models"},
                     {"Toont waar taalmodellen draaien, wat ze aanbieden en wat erheen mag; nooit hun sleutel.",
                      "Shows where language models run, what they offer and what may go there; never their key."},
                     handler<NothingAsked, ShownProviders>(providers))));
  rows.push_back(proved(
      set_by(Role::administrator, row_of("gateway.add_provider", {"Een aanbieder toevoegen", "Add a provider"},
                                         {"Voegt een aanbieder toe, nadat overeenkomst en doorgifte zijn nagegaan.",
                                          "Adds a provider, after its agreement and transfer were checked."},
                                         handler<AddProvider, NamedProvider>(add_provider, tools)))));
  rows.push_back(proved(
      set_by(Role::administrator, row_of("gateway.change_provider", {"Een aanbieder wijzigen", "Change a provider"},
                                         {"Wijzigt een aanbieder, zijn sleutel of zijn plaats in de volgorde.",
                                          "Changes a provider, its key or its place in the order."},
                                         handler<ChangeProvider, Ok>(change_provider, tools)))));
  rows.push_back(set_by(Role::administrator,
                        row_of("gateway.remove_provider", {"Een aanbieder weghalen", "Remove a provider"},
                               {"Er gaat niets meer naar deze aanbieder.", "Nothing goes to this provider any more."},
                               handler<NamedProvider, Ok>(remove_provider, tools))));
}

void add_policy_rows(std::vector<Operation>& rows, const Tools& tools) {
  Operation shown_policies =
      watched(row_of("gateway.policies", {"Beleid per doel", "Policy of each purpose"},
                     {"Toont wat er voor elk doel wordt vervangen, bewaard, veralgemeend of geweigerd.",
                      "Shows what is replaced, kept, generalised or refused for each purpose."},
                     handler<NothingAsked, ShownPolicies>(policies)));
  shown_policies.may = everybody_here();
  rows.push_back(std::move(shown_policies));
  rows.push_back(set_by(Role::privacy_coordinator,
                        row_of("gateway.set_policy", {"Beleid van een doel vaststellen", "Set the policy of a purpose"},
                               {"Legt vast wat er voor een doel naar een taalmodel mag.",
                                "Sets what may go to a language model for a purpose."},
                               handler<SetPolicy, Ok>(set_policy, tools))));
  rows.push_back(set_by(
      Role::privacy_coordinator,
      row_of("gateway.remove_policy", {"Een doel weghalen", "Remove a purpose"},
             {"Voor dit doel kan niets meer worden gevraagd.", "Nothing can be asked for this purpose any more."},
             handler<NamedPolicy, Ok>(remove_policy, tools))));
  rows.push_back(watched(row_of("gateway.limits", {"Grenzen aan het gebruik", "Limits of use"},
                                {"Toont hoeveel personen, sleutels en afdelingen mogen gebruiken.",
                                 "Shows how much people, keys and units may use."},
                                handler<NothingAsked, ShownLimits>(limits))));
  rows.push_back(
      set_by(Role::administrator,
             row_of("gateway.add_limit", {"Een grens stellen", "Set a limit"},
                    {"Begrenst aanvragen, tokens of kosten van een persoon, sleutel, afdeling of allen samen.",
                     "Limits requests, tokens or cost of a person, key, unit or all together."},
                    handler<AddLimit, NamedLimit>(add_limit, tools))));
  rows.push_back(set_by(Role::administrator, row_of("gateway.remove_limit", {"Een grens weghalen", "Remove a limit"},
                                                    {"Haalt een grens weg.", "Removes a limit."},
                                                    handler<NamedLimit, Ok>(remove_limit, tools))));
}

}  // namespace

void add_rule_rows(std::vector<Operation>& rows, const Tools& tools) {
  add_provider_rows(rows, tools);
  add_policy_rows(rows, tools);
}

}  // namespace collega::gateway
