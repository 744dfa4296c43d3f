#include "register_show.h"

#include <algorithm>

#include "collega/register/law.h"

namespace collega::oversight {
namespace {

using namespace ai_register;

std::optional<std::string> text_if_any(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional{text};
}

}  // namespace

Showing::Showing(store::ReadTransaction& read, const operations::Context& context)
    : read_(read), language_(context.language), today_(context.today), now_(context.records->clock()) {}

ListedUse Showing::listed(const Use& use, const Verdict& verdict) const {
  return {.use = std::string{use.name},
          .title = std::string{use.title.in(language_)},
          .purpose = std::string{use.purpose.in(language_)},
          .risk = use.risk,
          .ground = std::string{use.ground},
          .state = verdict.state,
          .may_run = verdict.may_run(),
          .missing = in_words(verdict.missing, language_)};
}

Result<ListedUse> Showing::listed(const Use& use) { return listed(use, TRY(verdict(read_, use, today_))); }

Result<std::optional<std::string>> Showing::name_of_account(std::optional<identity::AccountId> account) {
  if (!account) return std::optional<std::string>{};
  const Result<identity::Account> found = identity::account_by_id(read_, *account, now_);
  if (found) return std::optional{found.value().display};
  if (found.error().code == ErrorCode::unknown_account) return std::optional<std::string>{};
  return found.error();
}

Result<ShownSwitch> Showing::shown(const Switch& one) {
  return ShownSwitch{.number = one.id,
                     .use = one.use,
                     .from = one.from,
                     .to = one.to,
                     .status = one.status,
                     .asked_by = TRY(name_of_account(one.asked_by)),
                     .asked_at = one.asked_at,
                     .reason = one.asked_reason,
                     .waits_until = one.ends_at,
                     .decided_by = TRY(name_of_account(one.decided_by)),
                     .decided_at = one.decided_at,
                     .decided_reason = text_if_any(one.decided_reason)};
}

Result<ShownCondition> Showing::shown(const Recorded& recorded) {
  const Proof& proof = recorded.proof;
  ShownCondition condition;
  condition.date = proof.date;
  condition.ends = proof.ends;
  condition.who = TRY(name_of_account(proof.account));
  condition.document = proof.document;
  condition.reference = text_if_any(proof.reference);
  condition.recorded_by = TRY(name_of_account(recorded.by));
  condition.recorded_at = recorded.at;
  if (recorded.taken_back) condition.taken_back = recorded.reason;
  return condition;
}

Result<std::vector<ShownCondition>> Showing::conditions(const Use& use, const Entry& entry, const Verdict& verdict) {
  const std::vector<Condition> needed = conditions_of(use.risk, TRY(organisation(read_)).is_public);
  std::vector<ShownCondition> all;
  for (const Condition condition : conditions_of(Risk::high, true)) {
    const auto recorded =
        std::ranges::find_if(entry.conditions, [&](const Recorded& one) { return one.proof.condition == condition; });
    const bool is_recorded = recorded != entry.conditions.end();
    const bool is_needed = std::ranges::find(needed, condition) != needed.end();
    if (!is_recorded && !is_needed) continue;
    ShownCondition one = is_recorded ? TRY(shown(*recorded)) : ShownCondition{};
    one.condition = condition;
    one.title = in_words(condition, language_);
    one.grounds = grounds_of(condition, language_);
    one.needed = is_needed;
    one.met = is_needed && std::ranges::find(verdict.missing, condition, &Missing::condition) == verdict.missing.end();
    all.push_back(std::move(one));
  }
  return all;
}

std::vector<ShownProvision> Showing::law(const std::vector<ShownCondition>& conditions) const {
  std::vector<ShownProvision> all;
  for (const Provision& provision : provisions()) {
    const bool is_asked = std::ranges::any_of(conditions, [&](const ShownCondition& one) {
      return one.needed && std::ranges::find(provision.asks, one.condition) != provision.asks.end();
    });
    if (!is_asked) continue;
    const bool is_dutch = language_ == Language::nl;
    all.push_back({.name = is_dutch ? provision.short_nl : provision.short_en,
                   .text = is_dutch ? provision.text_nl : provision.text_en,
                   .applies = provision.applies,
                   .was = provision.was,
                   .source = provision.source,
                   .seen = provision.seen});
  }
  return all;
}

Result<ShownUse> Showing::whole(const Use& use) {
  const Entry entry = TRY(entry_of(read_, use));
  const Verdict now = TRY(verdict(read_, use, today_));
  ShownUse whole;
  whole.entry = listed(use, now);
  for (const std::string& kind : use.reads) whole.reads.push_back(data_in_words(kind, language_));
  whole.oversight = use.oversight.in(language_);
  whole.limits = use.limits.in(language_);
  for (const identity::Role role : use.may) whole.may.emplace_back(identity::facts_of(role).title.in(language_));
  whole.conditions = TRY(conditions(use, entry, now));
  whole.law = law(whole.conditions);
  whole.review = entry.review;
  whole.review_due = entry.review && *entry.review <= today_;
  for (const Switch& one : TRY(switches_of(read_, use, now_))) {
    whole.switches.push_back(TRY(shown(one)));
    if (one.status == SwitchStatus::waiting) whole.waiting = whole.switches.back();
  }
  for (const Advice& one : TRY(advice_on(read_, use))) {
    whole.advice.push_back({one.date, one.text, TRY(name_of_account(one.by))});
  }
  return whole;
}

}  // namespace collega::oversight
