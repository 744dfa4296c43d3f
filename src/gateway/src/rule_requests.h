#pragma once

// What is asked and answered about the rules.

#include "rules.h"

namespace collega::gateway {

struct NothingAsked {};
BOOST_DESCRIBE_STRUCT(NothingAsked, (), ())

struct Ok {
  bool done = true;
};
BOOST_DESCRIBE_STRUCT(Ok, (), (done))

struct ShownProvider {
  ProviderId id;
  Provider content;
  bool has_key = false;
};
BOOST_DESCRIBE_STRUCT(ShownProvider, (), (id, content, has_key))

struct ShownProviders {
  std::vector<ShownProvider> providers;
};
BOOST_DESCRIBE_STRUCT(ShownProviders, (), (providers))

struct AddProvider {
  Provider content;
  std::string key;
};
BOOST_DESCRIBE_STRUCT(AddProvider, (), (content, key))

struct ChangeProvider {
  ProviderId provider;
  Provider content;
  std::optional<std::string> key;
  std::optional<int> place;
};
BOOST_DESCRIBE_STRUCT(ChangeProvider, (), (provider, content, key, place))

struct NamedProvider {
  ProviderId provider;
};
BOOST_DESCRIBE_STRUCT(NamedProvider, (), (provider))

struct ShownPolicy {
  Policy policy;
  std::vector<KindRule> treatments;  ///< of every kind, as it works out
};
BOOST_DESCRIBE_STRUCT(ShownPolicy, (), (policy, treatments))

struct ShownPolicies {
  std::vector<ShownPolicy> policies;
};
BOOST_DESCRIBE_STRUCT(ShownPolicies, (), (policies))

struct SetPolicy {
  Policy policy;
};
BOOST_DESCRIBE_STRUCT(SetPolicy, (), (policy))

struct NamedPolicy {
  std::string purpose;
};
BOOST_DESCRIBE_STRUCT(NamedPolicy, (), (purpose))

struct ShownLimit {
  LimitId id;
  Limit content;
};
BOOST_DESCRIBE_STRUCT(ShownLimit, (), (id, content))

struct ShownLimits {
  std::vector<ShownLimit> limits;
};
BOOST_DESCRIBE_STRUCT(ShownLimits, (), (limits))

struct AddLimit {
  Limit content;
};
BOOST_DESCRIBE_STRUCT(AddLimit, (), (content))

struct NamedLimit {
  LimitId limit;
};
BOOST_DESCRIBE_STRUCT(NamedLimit, (), (limit))

}  // namespace collega::gateway

namespace collega {

template <>
struct FieldTable<gateway::NothingAsked> {
  static constexpr std::array<Field, 0> rows{};
};
template <>
struct FieldTable<gateway::Ok> {
  static constexpr Field rows[] = {{.name = "done", .meaning = {"gedaan", "done"}}};
};
template <>
struct FieldTable<gateway::ShownProvider> {
  static constexpr Field rows[] = {
      {.name = "id", .meaning = {"kenmerk", "id"}},
      {.name = "content", .meaning = {"de aanbieder", "the provider"}},
      {.name = "has_key",
       .meaning = {"of er een sleutel is; hij wordt nooit getoond", "whether there is a key; it is never shown"}},
  };
};
template <>
struct FieldTable<gateway::ShownProviders> {
  static constexpr Field rows[] = {{.name = "providers",
                                    .meaning = {"de aanbieders, in de volgorde waarin ze worden geprobeerd",
                                                "the providers, in the order in which they are tried"}}};
};
template <>
struct FieldTable<gateway::AddProvider> {
  static constexpr Field rows[] = {
      {.name = "content", .meaning = {"de aanbieder", "the provider"}},
      {.name = "key",
       .meaning = {"de sleutel; wordt verzegeld en nooit meer getoond", "the key; it is sealed and never shown again"},
       .has_default = true},
  };
};
template <>
struct FieldTable<gateway::ChangeProvider> {
  static constexpr Field rows[] = {
      {.name = "provider", .meaning = {"welke", "which"}},
      {.name = "content", .meaning = {"hoe hij wordt", "what it becomes"}},
      {.name = "key",
       .meaning = {"een nieuwe sleutel; weggelaten: blijft, leeg: gaat weg",
                   "a new key; left out: stays, empty: goes"}},
      {.name = "place", .meaning = {"plaats in de volgorde, vanaf 1", "place in the order, from 1"}, .min = 1},
  };
};
template <>
struct FieldTable<gateway::NamedProvider> {
  static constexpr Field rows[] = {{.name = "provider", .meaning = {"welke", "which"}}};
};
template <>
struct FieldTable<gateway::ShownPolicy> {
  static constexpr Field rows[] = {
      {.name = "policy", .meaning = {"het beleid", "the policy"}},
      {.name = "treatments", .meaning = {"wat er met elke soort gebeurt", "what is done with each kind"}},
  };
};
template <>
struct FieldTable<gateway::ShownPolicies> {
  static constexpr Field rows[] = {
      {.name = "policies", .meaning = {"het beleid per doel", "the policy of each purpose"}}};
};
template <>
struct FieldTable<gateway::SetPolicy> {
  static constexpr Field rows[] = {{.name = "policy", .meaning = {"het beleid", "the policy"}}};
};
template <>
struct FieldTable<gateway::NamedPolicy> {
  static constexpr Field rows[] = {{.name = "purpose", .meaning = {"van welk doel", "of which purpose"}}};
};
template <>
struct FieldTable<gateway::ShownLimit> {
  static constexpr Field rows[] = {
      {.name = "id", .meaning = {"kenmerk", "id"}},
      {.name = "content", .meaning = {"de grens", "the limit"}},
  };
};
template <>
struct FieldTable<gateway::ShownLimits> {
  static constexpr Field rows[] = {{.name = "limits", .meaning = {"de grenzen", "the limits"}}};
};
template <>
struct FieldTable<gateway::AddLimit> {
  static constexpr Field rows[] = {{.name = "content", .meaning = {"de grens", "the limit"}}};
};
template <>
struct FieldTable<gateway::NamedLimit> {
  static constexpr Field rows[] = {{.name = "limit", .meaning = {"welke", "which"}}};
};

}  // namespace collega
