#pragma once

// The rules in force, as one unchanging value, read anew once a second and at once after a change here.

#include <chrono>
#include <map>
#include <memory>
#include <mutex>

#include "collega/store/seal.h"
#include "collega/store/store.h"
#include "rule_types.h"

namespace collega::gateway {

using ProviderId = Id<Provider>;
using PolicyId = Id<Policy>;
using LimitId = Id<Limit>;

struct KnownProvider {
  ProviderId id;
  Provider content;
  std::string key;  ///< opened; empty without one
};

struct KnownLimit {
  LimitId id;
  Limit content;
};

struct Rules {
  std::vector<KnownProvider> providers;  ///< in the order in which they are tried
  std::map<std::string, Policy, std::less<>> policies;
  std::vector<KnownLimit> limits;
  std::optional<store::Seal> seal;  ///< for digests

  /// Of a purpose; that of kGeneral as shipped when nobody set it. Error: unknown_value for a purpose that nobody set.
  [[nodiscard]] Result<Policy> policy_for(std::string_view purpose) const;
};

[[nodiscard]] Result<Rules> read_rules(store::ReadTransaction& read);

/// May be used from several threads.
class RulesInForce {
 public:
  /// Errors: those of the store; then nothing may be sent.
  [[nodiscard]] Result<std::shared_ptr<const Rules>> get(store::Store& store);
  /// Somebody is changing them.
  void changing();

 private:
  using Time = std::chrono::steady_clock::time_point;
  std::mutex mutex_;
  std::shared_ptr<const Rules> rules_;
  Time read_at_{};
  Time changing_until_{};
};

/// What a service is asked for: the providers that offer this model, may take data of this class by the policy, and
/// were checked, in order. Errors: unknown_model when nobody offers it; no_provider when none of those may have it.
[[nodiscard]] Result<std::vector<const KnownProvider*>> providers_for(const Rules& rules, const Policy& policy,
                                                                      std::string_view model, ModelKind kind,
                                                                      DataClass data);

/// As a provider offers it. It does.
[[nodiscard]] const Offered& offer(const KnownProvider& provider, std::string_view model, ModelKind kind);

/// Errors: unknown_value with the member: an address that is none, or goes unencrypted to somebody else's machine; a
/// model without a name; missing_member contract_on or transfer_on of one that is in use and not local.
[[nodiscard]] Result<Done> check(const Provider& provider);
/// Errors: unknown_value for a purpose that is no word, or a treatment that its kind cannot have.
[[nodiscard]] Result<Done> check(const Policy& policy);

}  // namespace collega::gateway
