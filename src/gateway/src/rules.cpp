#include "rules.h"

#include <algorithm>

namespace collega::gateway {
namespace {

constexpr std::chrono::seconds kReadEvery{1};
// Longer than a transaction takes to commit.
constexpr std::chrono::seconds kChanging{3};
constexpr std::size_t kLongestPurpose = 40;

bool contains(const std::vector<DataClass>& all, DataClass one) { return std::ranges::find(all, one) != all.end(); }

bool offers(const KnownProvider& provider, std::string_view model, ModelKind kind) {
  return std::ranges::any_of(provider.content.models,
                             [&](const Offered& one) { return one.name == model && one.kind == kind; });
}

bool is_checked(const Provider& provider) {
  return provider.is_local || (provider.contract_on && provider.transfer_on);
}

bool may_have(const Provider& provider, const Policy& policy, DataClass data) {
  return contains(provider.takes, data) && (provider.is_local || !contains(policy.local_only, data));
}

bool is_on_this_machine(std::string_view host) {
  const std::string_view name = host.substr(0, std::min(host.find_first_of(":/"), host.size()));
  return name == "127.0.0.1" || name == "localhost";
}

/// "https://host...", and without TLS only where nothing leaves.
bool is_address(const Provider& provider) {
  const std::string_view url = provider.url;
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos || url.ends_with('/')) return false;
  const std::string_view host = url.substr(scheme + 3);
  const bool is_plain =
      std::ranges::all_of(url, [](char c) { return c > ' ' && c < '\x7f' && c != '@' && c != '#' && c != '?'; });
  if (host.empty() || host.front() == '/' || !is_plain) return false;
  if (url.starts_with("https://")) return true;
  return url.starts_with("http://") && (provider.is_local || is_on_this_machine(host));
}

bool is_purpose(std::string_view purpose) {
  const auto may_stand = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  };
  return !purpose.empty() && purpose.size() <= kLongestPurpose && std::ranges::all_of(purpose, may_stand);
}

}  // namespace

Result<Policy> Rules::policy_for(std::string_view purpose) const {
  const std::string_view asked = purpose.empty() ? kGeneral : purpose;
  if (const auto found = policies.find(asked); found != policies.end()) return found->second;
  if (asked != kGeneral) return Error{ErrorCode::unknown_value, "purpose"};
  Policy policy;
  policy.purpose = kGeneral;
  return policy;
}

Result<Rules> read_rules(store::ReadTransaction& read) {
  Rules rules;
  rules.seal = read.seal();
  store::Rows rows = TRY(read.query("select id, content, access from gateway_provider order by place, id"));
  while (TRY(rows.next())) {
    KnownProvider one;
    one.id = rows.get<ProviderId>(0);
    one.content = TRY(from_json<Provider>(TRY(parse_json(rows.view(1)))));
    if (!rows.is_null(2)) one.key = TRY(read.seal().open(rows.view(2), {"gateway_provider.access", one.id.number}));
    rules.providers.push_back(std::move(one));
  }
  store::Rows policies = TRY(read.query("select content from gateway_policy"));
  while (TRY(policies.next())) {
    Policy policy = TRY(from_json<Policy>(TRY(parse_json(policies.view(0)))));
    std::string purpose = policy.purpose;
    rules.policies.emplace(std::move(purpose), std::move(policy));
  }
  store::Rows limits = TRY(read.query("select id, content from gateway_limit order by id"));
  while (TRY(limits.next())) {
    KnownLimit one;
    one.id = limits.get<LimitId>(0);
    one.content = TRY(from_json<Limit>(TRY(parse_json(limits.view(1)))));
    rules.limits.push_back(std::move(one));
  }
  return rules;
}

Result<std::shared_ptr<const Rules>> RulesInForce::get(store::Store& store) {
  const std::lock_guard lock{mutex_};
  const Time now = std::chrono::steady_clock::now();
  if (rules_ && now - read_at_ < kReadEvery && now > changing_until_) return rules_;
  rules_ = nullptr;  // what cannot be read anew no longer counts
  store::ReadTransaction read = TRY(store.read());
  rules_ = std::make_shared<const Rules>(TRY(read_rules(read)));
  read_at_ = now;
  return rules_;
}

void RulesInForce::changing() {
  const std::lock_guard lock{mutex_};
  changing_until_ = std::chrono::steady_clock::now() + kChanging;
}

Result<std::vector<const KnownProvider*>> providers_for(const Rules& rules, const Policy& policy,
                                                        std::string_view model, ModelKind kind, DataClass data) {
  std::vector<const KnownProvider*> found;
  bool is_known = false;
  for (const KnownProvider& one : rules.providers) {
    if (!one.content.is_on || !offers(one, model, kind)) continue;
    is_known = true;
    if (is_checked(one.content) && may_have(one.content, policy, data)) found.push_back(&one);
  }
  if (!found.empty()) return found;
  if (is_known || rules.providers.empty()) return Error{ErrorCode::no_provider};
  return Error{ErrorCode::unknown_model};
}

const Offered& offer(const KnownProvider& provider, std::string_view model, ModelKind kind) {
  return *std::ranges::find_if(provider.content.models,
                               [&](const Offered& one) { return one.name == model && one.kind == kind; });
}

Result<Done> check(const Provider& provider) {
  if (provider.name.empty()) return Error{ErrorCode::missing_member, "name"};
  if (!is_address(provider)) return Error{ErrorCode::unknown_value, "url"};
  for (const Offered& one : provider.models) {
    if (one.name.empty()) return Error{ErrorCode::missing_member, "models.name"};
  }
  if (provider.is_on && !provider.is_local && !provider.contract_on)
    return Error{ErrorCode::missing_member, "contract_on"};
  if (provider.is_on && !provider.is_local && !provider.transfer_on)
    return Error{ErrorCode::missing_member, "transfer_on"};
  return Done{};
}

Result<Done> check(const Policy& policy) {
  using privacy::Kind;
  if (!is_purpose(policy.purpose)) return Error{ErrorCode::unknown_value, "purpose"};
  for (const KindRule& rule : policy.kinds) {
    const bool has_broader =
        rule.kind == Kind::DATE_OF_BIRTH || rule.kind == Kind::POSTCODE || rule.kind == Kind::ADDRESS;
    if (rule.treatment == privacy::Treatment::generalise && !has_broader) {
      return Error{ErrorCode::unknown_value, "kinds: " + std::string{name_of(rule.kind)}};
    }
  }
  return Done{};
}

}  // namespace collega::gateway
